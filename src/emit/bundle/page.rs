//! A page in one language to its file in the bundle: the typed block tree, sanitised HTML and plain text of the same.

use std::collections::BTreeMap;
use std::sync::Mutex;

use super::super::Job;
use super::v1::{self, Run};
use crate::model::block::{self, Answer, Block, Kind, Task};
use crate::model::link::Target;
use crate::model::page::{Page, Translation};
use crate::model::prose::{Fill, heading_anchor, push_without_soft_hyphens};
use crate::render::html::{Address, Html, Sources};
use crate::render::plain;
use crate::source::{Media, Spanned};
use crate::syntax::ast::{Align, Image, Inline, InlineKind, Inlines, Link, LinkForm, Prose, ProseKind};

/// How the bundle's HTML addresses pages and files.
struct BundleAddress;

impl Address for BundleAddress {
    fn page(&self, id: &str, anchor: Option<&str>) -> String {
        match anchor {
            Some(anchor) => format!("andrum:{id}#{anchor}"),
            None => format!("andrum:{id}"),
        }
    }

    fn file(&self, media: &Media) -> String {
        media.file()
    }
}

/// The page's file, or `None` where it lacks the language. Media that it shows are added to `used` by their path.
pub fn file(
    job: &Job,
    page: &Page,
    language: usize,
    used: &Mutex<BTreeMap<String, Media>>,
) -> Option<v1::PageFile> {
    let text = page.in_language(language)?;
    let row = &job.programme.project.languages[language];
    let sources = Sources {
        programme: job.programme,
        language,
        from: &text.path,
        words: job.theme.words(language),
        address: &BundleAddress,
        among: None,
        on_device: false,
        with_key: false,
    };
    let wire = Wire { sources: &sources, used };
    Some(v1::PageFile {
        format: v1::FORMAT.into(),
        id: page.id.clone(),
        language: row.code.clone(),
        tag: row.tag.clone(),
        title: text.title.value.clone(),
        summary: text.summary.clone(),
        minutes: page.facts.minutes,
        outcomes: text.outcomes.iter().map(|(id, words)| (id.value.clone(), words.clone())).collect(),
        sources: text.sources.clone(),
        blocks: wire.blocks(&text.blocks),
        footnotes: text
            .footnotes
            .iter()
            .map(|note| (note.label.to_string(), wire.prose(&note.blocks)))
            .collect(),
        html: html(&sources, text),
        text: plain::text(&sources, &text.blocks, "\n\n"),
    })
}

/// Each block's plain form as HTML; a task is a section that names it, so that an app can put its own field there.
fn html(sources: &Sources, text: &Translation) -> String {
    let mut html = Html::new(sources);
    for block in &text.blocks {
        match &block.kind {
            Kind::Prose(prose) => html.prose(std::slice::from_ref(prose)),
            Kind::Task(task) => {
                html.push("<section data-task=\"");
                html.attribute(&task.id.value);
                html.push("\">\n");
                html.prose(&block.plain());
                html.push("</section>\n");
            }
            _ => html.prose(&block.plain()),
        }
    }
    html.footnotes(&text.footnotes);
    html.out
}

struct Wire<'a> {
    sources: &'a Sources<'a>,
    used: &'a Mutex<BTreeMap<String, Media>>,
}

impl Wire<'_> {
    fn blocks(&self, blocks: &[Block]) -> Vec<v1::Block> {
        blocks.iter().flat_map(|block| self.block(block)).collect()
    }

    fn block(&self, block: &Block) -> Vec<v1::Block> {
        vec![match &block.kind {
            Kind::Prose(prose) => return self.prose(std::slice::from_ref(prose)),
            Kind::Task(task) => v1::Block::Task(Box::new(self.task(task))),
            Kind::Breathing(part) => v1::Block::Breathing {
                id: part.id.value.clone(),
                title: part.title.value.clone(),
                inhale: part.inhale,
                hold: part.hold,
                exhale: part.exhale,
                rest: part.rest,
                rounds: part.rounds,
                steps: self.lists(&part.steps),
                blocks: self.blocks(&part.blocks),
            },
            Kind::Body(part) => v1::Block::Body {
                id: part.id.value.clone(),
                title: part.title.value.clone(),
                minutes: part.minutes,
                steps: self.lists(&part.steps),
                blocks: self.blocks(&part.blocks),
            },
            Kind::Phase(part) => v1::Block::Phase {
                title: part.title.value.clone(),
                minutes: part.minutes,
                when: part.when.clone(),
                blocks: self.blocks(&part.blocks),
            },
            Kind::Checklist(part) => v1::Block::Checklist {
                title: part.title.value.clone(),
                minutes: part.minutes,
                when: part.when.clone(),
                items: self.lists(&part.items),
                blocks: self.blocks(&part.blocks),
            },
            Kind::Criteria(part) => v1::Block::Criteria {
                of: part.of.into(),
                title: part.title.value.clone(),
                items: self.lists(&part.items),
                blocks: self.blocks(&part.blocks),
            },
            Kind::Only(only) => return self.blocks(&only.blocks),
            Kind::Include(_) => return Vec::new(),
            Kind::Exercise(id) => v1::Block::Exercise { page: id.value.clone() },
            Kind::Instrument(id) => v1::Block::Instrument { instrument: id.value.clone() },
            Kind::Audio(audio) => v1::Block::Audio {
                file: self.file(&audio.src.value),
                seconds: self.media(&audio.src.value).and_then(|media| media.seconds),
                transcript: self.transcript(audio.transcript.as_ref()),
            },
            Kind::Video(video) => {
                let tag = self.sources.programme.project.languages[self.sources.language].tag.clone();
                v1::Block::Video {
                    file: self.file(&video.src.value),
                    poster: video.poster.as_ref().map(|poster| self.file(&poster.value)),
                    captions: video
                        .captions
                        .iter()
                        .map(|file| v1::Captions { tag: tag.clone(), file: self.file(&file.value) })
                        .collect(),
                    seconds: self.media(&video.src.value).and_then(|media| media.seconds),
                    transcript: self.transcript(video.transcript.as_ref()),
                }
            }
        }]
    }

    fn lists(&self, items: &[Vec<Prose>]) -> Vec<Vec<v1::Block>> {
        items.iter().map(|blocks| self.prose(blocks)).collect()
    }

    fn transcript(&self, id: Option<&Spanned<String>>) -> Vec<v1::Block> {
        let fragment = id.and_then(|id| self.sources.programme.fragments.get(&id.value));
        let text = fragment.and_then(|page| page.in_language(self.sources.language));
        text.map(|text| self.blocks(&text.blocks)).unwrap_or_default()
    }

    fn media(&self, source: &str) -> Option<&Media> {
        self.sources.programme.media(self.sources.from, source)
    }

    fn file(&self, source: &str) -> String {
        let Some(media) = self.media(source) else { return source.into() };
        self.take(media)
    }

    fn take(&self, media: &Media) -> String {
        let file = media.file();
        if let Ok(mut used) = self.used.lock() {
            used.entry(file.clone()).or_insert_with(|| media.clone());
        }
        file
    }

    fn task(&self, task: &Task) -> v1::Task {
        let words = |text: &Inlines| self.sources.plain(text);
        let mut wire = v1::Task {
            task: task.id.value.clone(),
            title: task.title.value.clone(),
            blocks: self.blocks(&task.blocks),
            anchors: None,
            options: None,
            columns: None,
            rows: None,
            examples: Vec::new(),
            tasks: None,
            questions: None,
        };
        match &task.answer {
            Answer::Text | Answer::Done => {}
            Answer::Number { anchors, .. } => {
                wire.anchors =
                    Some(anchors.iter().map(|(number, text)| (number.to_string(), words(text))).collect());
            }
            Answer::Options { options, .. } => {
                wire.options =
                    Some(options.iter().map(|(id, text)| (id.value.clone(), words(text))).collect());
            }
            Answer::Group { tasks, .. } => {
                wire.tasks = Some(tasks.iter().map(|task| self.task(task)).collect())
            }
            Answer::Rows { columns, rows, examples } => {
                let heads = columns.iter().map(|column| (column.id.value.clone(), words(&column.text)));
                wire.columns = Some(heads.collect());
                wire.rows = Some(*rows);
                wire.examples = examples.iter().map(|row| row.iter().map(words).collect()).collect();
            }
            Answer::Quiz { questions, .. } => {
                wire.questions = Some(questions.iter().map(|question| self.question(question)).collect());
            }
        }
        wire
    }

    fn question(&self, question: &block::Question) -> v1::Question {
        v1::Question {
            id: question.id.value.clone(),
            outcome: question.outcome.as_ref().map(|outcome| outcome.value.clone()),
            text: self.runs(&question.text),
            blocks: self.blocks(&question.blocks),
            many: question.many(),
            options: question
                .options
                .iter()
                .map(|option| v1::QuizOption {
                    id: option.id.value.clone(),
                    text: self.runs(&option.text),
                    right: option.right,
                    feedback: self.prose(&option.feedback),
                })
                .collect(),
        }
    }

    fn prose(&self, blocks: &[Prose]) -> Vec<v1::Block> {
        let mut wire = Vec::with_capacity(blocks.len());
        for prose in blocks {
            match &prose.kind {
                ProseKind::Paragraph(text) => self.paragraph(text, &mut wire),
                ProseKind::Heading { level, text, .. } => wire.push(v1::Block::Heading {
                    level: *level,
                    id: heading_anchor(prose).map(|anchor| anchor.value).unwrap_or_default(),
                    text: self.runs(text),
                }),
                ProseKind::List { start, items } => wire.push(v1::Block::List {
                    ordered: start.is_some(),
                    start: start.filter(|start| *start != 1),
                    items: items.iter().map(|item| self.prose(&item.blocks)).collect(),
                    checked: items
                        .iter()
                        .any(|item| item.checked.is_some())
                        .then(|| items.iter().map(|item| item.checked == Some(true)).collect()),
                }),
                ProseKind::Table { align, head, rows } => wire.push(v1::Block::Table {
                    align: align
                        .iter()
                        .map(|align| match align {
                            Align::None => None,
                            Align::Left => Some("left".into()),
                            Align::Center => Some("center".into()),
                            Align::Right => Some("right".into()),
                        })
                        .collect(),
                    head: head.iter().map(|cell| self.runs(&cell.text)).collect(),
                    rows: rows
                        .iter()
                        .map(|row| row.iter().map(|cell| self.runs(&cell.text)).collect())
                        .collect(),
                }),
                ProseKind::Quote(blocks) => wire.push(v1::Block::Quote { blocks: self.prose(blocks) }),
                ProseKind::Callout(tone, blocks) => {
                    wire.push(v1::Block::Callout { tone: tone.name().into(), blocks: self.prose(blocks) });
                }
                ProseKind::Code { language, text } => wire.push(v1::Block::Code {
                    language: language.as_ref().map(|language| language.to_string()),
                    text: text.to_string(),
                }),
                ProseKind::Rule => wire.push(v1::Block::Rule {}),
            }
        }
        wire
    }

    /// A paragraph; pictures inside it become blocks of their own, and part its words.
    fn paragraph(&self, text: &[Inline], wire: &mut Vec<v1::Block>) {
        for part in text.chunk_by(|a, b| !is_picture(a) && !is_picture(b)) {
            if let [Inline { kind: InlineKind::Image(image), .. }] = part {
                wire.push(self.image(image));
                continue;
            }
            let runs = self.runs(part);
            if runs.iter().any(|run| run.text.as_deref() != Some(" ") && run.line_break.is_none()) {
                wire.push(v1::Block::Paragraph { text: runs });
            }
        }
    }

    fn image(&self, image: &Image) -> v1::Block {
        let size = self.media(&image.source).and_then(|media| media.size);
        v1::Block::Image {
            file: self.file(&image.source),
            alt: self.sources.plain(&image.alt),
            width: size.map(|(width, _)| width),
            height: size.map(|(_, height)| height),
        }
    }

    fn runs(&self, text: &[Inline]) -> Vec<Run> {
        let mut runs = Vec::new();
        self.push_runs(text, &Run::default(), &mut runs);
        runs
    }

    /// Adds the runs of `text`, each marked as `style` is. Neighbours that are marked alike become one.
    fn push_runs(&self, text: &[Inline], style: &Run, runs: &mut Vec<Run>) {
        for inline in text {
            match &inline.kind {
                InlineKind::Text(text) => push_text(text, style, runs),
                InlineKind::SoftBreak => push_text(" ", style, runs),
                InlineKind::Fact(name) => push_text(&self.sources.fact(name), style, runs),
                InlineKind::Code(code) => runs.push(Run { code: Some(code.to_string()), ..style.clone() }),
                InlineKind::HardBreak => runs.push(Run { line_break: Some(true), ..Run::default() }),
                InlineKind::Footnote(label) => {
                    runs.push(Run { footnote: Some(label.to_string()), ..Run::default() })
                }
                InlineKind::Emphasis(text) => self.push_runs(text, &marked(style, "emphasis"), runs),
                InlineKind::Strong(text) => self.push_runs(text, &marked(style, "strong"), runs),
                InlineKind::Strike(text) => self.push_runs(text, &marked(style, "strike"), runs),
                InlineKind::Foreign { language, text } => {
                    let languages = &self.sources.programme.project.languages;
                    let known = languages.iter().find(|known| *known.code == **language);
                    let tag = known.map_or_else(|| language.to_string(), |known| known.tag.clone());
                    self.push_runs(text, &Run { lang: Some(tag), ..style.clone() }, runs);
                }
                InlineKind::Link(link) => {
                    let style = Run { link: Some(self.link(link)), ..style.clone() };
                    match link.form {
                        LinkForm::Bare => push_text(&self.sources.title(&link.destination), &style, runs),
                        _ => self.push_runs(&link.text, &style, runs),
                    }
                }
                // Where no block can stand, in a cell or an option, a picture is its words.
                InlineKind::Image(image) => self.push_runs(&image.alt, style, runs),
            }
        }
    }

    fn link(&self, link: &Link) -> v1::Link {
        let own = |text: &str| Some(text.to_string());
        let sources = self.sources;
        match sources.programme.target(sources.from, link.form, &link.destination) {
            Target::Page(page, anchor) => {
                v1::Link { page: own(&page.id), anchor: anchor.map(String::from), ..v1::Link::default() }
            }
            Target::Part(page, id) => v1::Link { page: own(&page.id), task: own(id), ..v1::Link::default() },
            Target::Here(anchor) => {
                let page = sources.programme.page_at(sources.from).map(|page| page.id.clone());
                v1::Link { page, anchor: own(anchor), ..v1::Link::default() }
            }
            Target::File(media) => v1::Link { file: Some(self.take(media)), ..v1::Link::default() },
            Target::Url(url) if link.form == LinkForm::Email => {
                v1::Link { url: Some(format!("mailto:{url}")), ..v1::Link::default() }
            }
            Target::Url(_) | Target::Scheme(_) | Target::Nowhere => {
                v1::Link { url: own(&link.destination), ..v1::Link::default() }
            }
        }
    }
}

fn is_picture(inline: &Inline) -> bool {
    matches!(inline.kind, InlineKind::Image(_))
}

fn marked(style: &Run, mark: &str) -> Run {
    let mut run = style.clone();
    if !run.marks.iter().any(|known| known == mark) {
        run.marks.push(mark.into());
    }
    run
}

fn push_text(text: &str, style: &Run, runs: &mut Vec<Run>) {
    if let Some(Run { text: Some(words), marks, link, lang, .. }) = runs.last_mut()
        && *marks == style.marks
        && *link == style.link
        && *lang == style.lang
    {
        push_without_soft_hyphens(words, text);
        return;
    }
    let mut words = String::with_capacity(text.len());
    push_without_soft_hyphens(&mut words, text);
    runs.push(Run { text: Some(words), ..style.clone() });
}
