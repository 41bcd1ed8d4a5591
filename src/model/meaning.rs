//! The hash of meaning: the same for a page however its lines are broken, its words marked or its links written; another
//! when a word, an attribute, a link's target or a picture changes.
//!
//! `m1` names the algorithm: SHA-256 over the canonical words below, its first eight hexadecimal digits.

use super::block::{Answer, Block, Kind, Task};
use super::page::{Page, Translation};
use super::prose::{Fill, plain};
use super::{Programme, link::Target};
use crate::source::{Path, sha256};
use crate::syntax::ast::{Inline, InlineKind, Prose, ProseKind};

/// The hash of meaning of a page in one language, as the programme given stands: with facts and fragments filled in
/// where it is an edition's.
pub fn of(programme: &Programme, language: usize, translation: &Translation) -> String {
    let fill = Filled { programme, language, from: &translation.path };
    let mut writer = Writer { fill, path: &translation.path, out: String::new() };
    writer.field("title", &translation.title.value);
    writer.field("summary", translation.summary.as_deref().unwrap_or_default());
    for (id, text) in &translation.outcomes {
        writer.field(&id.value, text);
    }
    writer.blocks(&translation.blocks);
    for footnote in &translation.footnotes {
        writer.field("footnote", &footnote.label);
        writer.prose(&footnote.blocks);
    }
    format!("m1-{}", &sha256(writer.out.as_bytes())[..8])
}

/// The words of facts and of bare links, as a programme knows them.
pub struct Filled<'a> {
    pub programme: &'a Programme,
    pub language: usize,
    pub from: &'a Path,
}

impl Fill for Filled<'_> {
    fn fact(&self, name: &str) -> String {
        self.programme.fact(name).unwrap_or(name).into()
    }

    fn title(&self, destination: &str) -> String {
        let target = self.programme.target(self.from, crate::syntax::ast::LinkForm::Bare, destination);
        match target {
            Target::Page(page, _) => title(page, self.language).unwrap_or(destination).into(),
            Target::Part(page, id) => {
                part_title(page, id, self.language).unwrap_or_else(|| destination.into())
            }
            _ => destination.into(),
        }
    }
}

/// A page's title in a language.
pub fn title(page: &Page, language: usize) -> Option<&str> {
    page.in_language(language).map(|translation| translation.title.value.as_str())
}

/// The title of a task or exercise on a page; the page's own where it has none.
fn part_title(page: &Page, id: &str, language: usize) -> Option<String> {
    fn find(blocks: &[Block], id: &str) -> Option<String> {
        blocks.iter().find_map(|block| {
            let own = match &block.kind {
                Kind::Task(task) => task_title(task, id),
                Kind::Breathing(part) if part.id.value == id => Some(part.title.clone()),
                Kind::Body(part) if part.id.value == id => Some(part.title.clone()),
                _ => None,
            };
            own.or_else(|| block.children().into_iter().find_map(|blocks| find(blocks, id)))
        })
    }
    fn task_title(task: &Task, id: &str) -> Option<String> {
        if task.id.value == id {
            return Some(task.title.clone());
        }
        match &task.answer {
            Answer::Group { tasks, .. } => tasks.iter().find_map(|task| task_title(task, id)),
            _ => None,
        }
    }
    let translation = page.in_language(language)?;
    find(&translation.blocks, id)
        .filter(|title| !title.is_empty())
        .or_else(|| Some(translation.title.value.clone()))
}

impl Programme {
    /// The words of `facts.weeks`.
    pub fn fact(&self, name: &str) -> Option<&str> {
        self.project.facts.get(name.strip_prefix("facts.")?).map(String::as_str)
    }
}

/// Whether words hold nothing to fold: ASCII and Latin letters with single spaces between them, which most words are.
fn is_canonical(words: &str) -> bool {
    // Latin letters such as å and ø begin with 0xC3; quote marks, odd spaces and soft hyphens do not.
    let plain = |byte: u8| (b' '..0x7F).contains(&byte) || byte == 0xC3 || (0x80..0xC0).contains(&byte);
    words.bytes().all(plain) && !words.contains("  ")
}

struct Writer<'a> {
    fill: Filled<'a>,
    path: &'a Path,
    out: String,
}

impl Writer<'_> {
    /// One line of the canonical form: white space folded, quote marks made alike.
    fn field(&mut self, name: &str, words: &str) {
        self.out.push_str(name);
        self.out.push(':');
        if is_canonical(words) {
            self.out.push_str(words.trim_matches(' '));
            self.out.push('\n');
            return;
        }
        let mut gap = false;
        for mark in words.chars() {
            match mark {
                mark if mark.is_whitespace() => gap = true,
                '\u{ad}' => {}
                mark => {
                    if std::mem::take(&mut gap) && !self.out.ends_with(':') {
                        self.out.push(' ');
                    }
                    self.out.push(match mark {
                        '«' | '»' | '“' | '”' | '„' => '"',
                        '‘' | '’' => '\'',
                        mark => mark,
                    });
                }
            }
        }
        self.out.push('\n');
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            let name = match &block.kind {
                Kind::Prose(prose) => {
                    self.prose(std::slice::from_ref(prose));
                    continue;
                }
                Kind::Task(task) => {
                    self.task(task);
                    continue;
                }
                Kind::Breathing(part) => {
                    let pattern = [part.inhale, part.hold, part.exhale, part.rest, part.rounds];
                    self.field(&part.id.value, &format!("{pattern:?}"));
                    "breathing"
                }
                Kind::Body(part) => {
                    self.field(&part.id.value, &format!("{:?}", part.minutes));
                    "body"
                }
                Kind::Phase(part) => {
                    self.field("phase", &format!("{:?} {:?}", part.minutes, part.when));
                    "phase"
                }
                Kind::Checklist(part) => {
                    self.field("checklist", &format!("{:?} {:?}", part.minutes, part.when));
                    "checklist"
                }
                Kind::Criteria(part) => part.of,
                Kind::Only(part) => {
                    self.field("only", &part.audience.names().join(" "));
                    "only"
                }
                Kind::Include(id) | Kind::Exercise(id) | Kind::Instrument(id) => {
                    self.field("ref", &id.value);
                    continue;
                }
                Kind::Audio(audio) => {
                    self.file(&audio.src.value);
                    self.field("transcript", audio.transcript.as_ref().map_or("", |id| &id.value));
                    continue;
                }
                Kind::Video(video) => {
                    for file in [Some(&video.src), video.captions.as_ref(), video.poster.as_ref()]
                        .into_iter()
                        .flatten()
                    {
                        self.file(&file.value);
                    }
                    self.field("transcript", video.transcript.as_ref().map_or("", |id| &id.value));
                    continue;
                }
            };
            self.field(name, "");
            self.prose(&block.plain());
        }
    }

    fn task(&mut self, task: &Task) {
        self.field(task.name, &task.id.value);
        self.field("title", &task.title);
        self.field("share", task.share.name());
        self.field("every", task.every.as_deref().unwrap_or_default());
        self.field("minutes", &format!("{:?}", task.minutes));
        self.blocks(&task.blocks);
        match &task.answer {
            Answer::Text | Answer::Done => {}
            Answer::Number { from, to, step, anchors } => {
                self.field("ends", &format!("{from} {to} {step}"));
                anchors.iter().for_each(|(number, words)| self.words(&number.to_string(), words));
            }
            Answer::Options { many, options } => {
                self.field("many", &many.to_string());
                options.iter().for_each(|(id, words)| self.words(&id.value, words));
            }
            Answer::Group { when, tasks } => {
                self.field("when", when.as_deref().unwrap_or_default());
                tasks.iter().for_each(|task| self.task(task));
            }
            Answer::Rows { columns, rows, examples } => {
                self.field("rows", &rows.to_string());
                columns.iter().for_each(|column| self.words(&column.id.value, &column.text));
                examples.iter().flatten().for_each(|cell| self.words("example", cell));
            }
            Answer::Quiz { pass, questions } => {
                self.field("pass", &format!("{pass:?}"));
                for question in questions {
                    self.field("outcome", question.outcome.as_ref().map_or("", |id| &id.value));
                    self.words(&question.id.value, &question.text);
                    self.blocks(&question.blocks);
                    for option in &question.options {
                        self.field("right", &option.right.to_string());
                        self.words(&option.id.value, &option.text);
                        self.prose(&option.feedback);
                    }
                }
            }
        }
    }

    fn prose(&mut self, blocks: &[Prose]) {
        for prose in blocks {
            match &prose.kind {
                ProseKind::Paragraph(text) => self.words("p", text),
                ProseKind::Heading { level, text, .. } => self.words(&format!("h{level}"), text),
                ProseKind::List { start, items } => {
                    for item in items {
                        self.field("item", &format!("{} {:?}", start.is_some(), item.checked));
                        self.prose(&item.blocks);
                    }
                }
                ProseKind::Table { head, rows, .. } => {
                    for cell in head.iter().chain(rows.iter().flatten()) {
                        self.words("cell", &cell.text);
                    }
                }
                ProseKind::Quote(blocks) => {
                    self.field("quote", "");
                    self.prose(blocks);
                }
                ProseKind::Callout(tone, blocks) => {
                    self.field("callout", tone.name());
                    self.prose(blocks);
                }
                ProseKind::Code { text, .. } => self.field("code", text),
                ProseKind::Rule => self.field("rule", ""),
            }
        }
    }

    /// The words of inline text, then the targets of its links and the bytes of its pictures.
    fn words(&mut self, name: &str, text: &[Inline]) {
        let words = plain(text, &self.fill);
        self.field(name, &words);
        self.targets(text);
    }

    fn targets(&mut self, text: &[Inline]) {
        for inline in text {
            match &inline.kind {
                InlineKind::Link(link) => {
                    let programme = self.fill.programme;
                    match programme.target(self.path, link.form, &link.destination) {
                        Target::Page(page, anchor) => {
                            let target = format!("{} {}", page.id, anchor.unwrap_or_default());
                            self.field("link", &target);
                        }
                        Target::Part(_, id) => self.field("link", id),
                        Target::File(media) => self.field("link", &media.sha256),
                        Target::Here(anchor) => self.field("link", anchor),
                        Target::Url(_) | Target::Scheme(_) | Target::Nowhere => {
                            self.field("link", &link.destination)
                        }
                    }
                    self.targets(&link.text);
                }
                InlineKind::Image(image) => self.file(&image.source),
                InlineKind::Emphasis(text) | InlineKind::Strong(text) | InlineKind::Strike(text) => {
                    self.targets(text)
                }
                InlineKind::Foreign { text, .. } => self.targets(text),
                _ => {}
            }
        }
    }

    fn file(&mut self, source: &str) {
        match self.fill.programme.media(self.path, source) {
            Some(media) => self.field("file", &media.sha256),
            None => self.field("file", source),
        }
    }
}
