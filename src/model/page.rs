//! A page: one thing with a translation per language, so that a missing one is a hole that can be seen.

use std::sync::Arc;

use super::audience::{Audiences, Readers};
use super::block::{self, Answer, Block, Kind as BlockKind, Task};
use super::edition;
use super::project::Edition;
use super::prose::{self, Mention};
use crate::diag::{Diagnostic, Lint, Outcome};
use crate::message;
use crate::source::{Path, Span, Spanned};
use crate::syntax::Sheet;
use crate::syntax::allow::Allow;
use crate::syntax::ast::{Footnote, LinkForm, Prose};
use crate::syntax::front::{self, KINDS, Kind};
use crate::syntax::yaml::Yaml;

/// A page in all its languages.
#[derive(Clone, Debug)]
pub struct Page {
    pub id: String,
    pub facts: Facts,
    /// One for each of the programme's languages, in their order.
    pub translations: Vec<Option<Arc<Translation>>>,
}

/// What a page says of itself in its front matter, the same in every language.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    pub kind: &'static Kind,
    pub unit: Option<u32>,
    pub order: i64,
    pub audience: Audiences,
    /// The sites it is for; all when empty.
    pub sites: Vec<String>,
    pub minutes: Option<u32>,
    pub contact: Option<String>,
    pub always_available: bool,
    pub draft: bool,
}

/// A page in one language.
#[derive(Clone, Debug)]
pub struct Translation {
    pub path: Path,
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub summary: Option<String>,
    /// A module's outcomes: id and words.
    pub outcomes: Vec<(Spanned<String>, String)>,
    pub sources: Vec<String>,
    pub blocks: Vec<Block>,
    pub footnotes: Vec<Footnote>,
    pub mentions: Mentions,
    /// The front matter as it was meant, with its places.
    pub front: Yaml,
    /// What its author has allowed, and where.
    pub allows: Vec<Allow>,
    /// Comments, which no reader sees and git remembers.
    pub comments: Vec<Spanned<Box<str>>>,
    pub facts: Facts,
    /// Whether the front matter has no faults, so that its gaps and differences are not faults of their own.
    pub whole: bool,
    /// Whether the body has no faults of form.
    pub sound: bool,
}

/// Everything a translation names that stands elsewhere, and every name it gives: what checks join without reading the
/// text again.
#[derive(Clone, Debug, Default)]
pub struct Mentions {
    pub links: Vec<LinkMention>,
    pub references: Vec<Reference>,
    pub files: Vec<FileMention>,
    pub facts: Vec<Spanned<String>>,
    /// Anchors of headings.
    pub anchors: Vec<Spanned<String>>,
    /// Ids in the programme's one namespace, beside the page's own: tasks, questions, breathing and body exercises.
    pub ids: Vec<Spanned<String>>,
    /// Anchors and ids that stand inside `only`, and the readers of each `only` around them.
    pub guarded: Vec<(Box<str>, Box<[Readers]>)>,
    /// Sites that `only` names.
    pub sites: Vec<Spanned<String>>,
    /// Labels of the footnotes that are pointed at.
    pub notes: Vec<Box<str>>,
    /// Whether the page holds `only` or `include`, and so reads differently by edition.
    pub varies: bool,
}

#[derive(Clone, Debug)]
pub struct LinkMention {
    pub destination: Box<str>,
    pub form: LinkForm,
    pub at: Span,
    /// The readers of the `only` blocks it stands in; a reader must be of each.
    pub only: Box<[Readers]>,
}

/// A page, fragment or instrument named by a leaf.
#[derive(Clone, Debug)]
pub struct Reference {
    pub to: Referred,
    pub id: Spanned<String>,
    /// As in [`LinkMention`].
    pub only: Box<[Readers]>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Referred {
    Exercise,
    Fragment,
    Instrument,
}

/// A media file that a page shows.
#[derive(Clone, Debug)]
pub struct FileMention {
    pub source: String,
    pub at: Span,
    /// The whole picture, where it has no words for those who can't see it.
    pub without_alt: Option<Span>,
}

/// Lowers a sheet to a text that waits for its twins. A page without an id is reported and left out.
pub fn lower(path: &Path, sheet: Sheet) -> Outcome<Option<Arc<Translation>>> {
    let mut found = Vec::new();
    let front =
        if sheet.whole { front::check(sheet.front, sheet.opening, path, &mut found) } else { sheet.front };
    let whole = sheet.whole && found.is_empty();
    let before = found.len();
    let words = |key: &str| front.get(key).and_then(Yaml::words);
    // A malformed id has been reported; links by it hold all the same.
    let id = words("id").filter(|id| !id.value.trim().is_empty());
    let name = id.as_ref().map_or("page", |id| &id.value).to_string();
    let mut blocks = block::lower(path, &name, sheet.blocks, &mut found);
    let mut footnotes = sheet.footnotes;
    let facts = facts(&front);
    if facts.kind.name == "fragment" {
        edition::make_portable(&mut blocks, &mut footnotes, path, &name);
    }
    let mentions = mentions(&blocks, &footnotes);
    if facts.kind.name == "fragment" {
        for id in &mentions.ids {
            let message = message!("unknown-block-fragment", id = id.value);
            found.push(Diagnostic::new(Lint::UnknownBlock, id.span.within(path), message));
        }
    }
    let Some(id) = id else { return Outcome { value: None, diagnostics: found } };
    let translation = Translation {
        path: path.clone(),
        title: words("title").unwrap_or_else(|| id.clone()),
        summary: words("summary").map(|summary| summary.value),
        outcomes: front.get("outcomes").map_or(&[][..], Yaml::many).iter().filter_map(outcome).collect(),
        sources: texts(&front, "sources"),
        blocks,
        footnotes,
        mentions,
        facts,
        whole,
        sound: sheet.sound && found.len() == before,
        id,
        allows: sheet.allows,
        comments: sheet.comments,
        front,
    };
    Outcome { value: Some(Arc::new(translation)), diagnostics: found }
}

fn facts(front: &Yaml) -> Facts {
    let count =
        |key: &str| front.get(key).and_then(Yaml::whole).and_then(|number| u32::try_from(number).ok());
    let flag = |key: &str| front.get(key).and_then(Yaml::flag).unwrap_or(false);
    let kind = front::kind(front).unwrap_or(&KINDS[5]);
    let mut audience = Audiences::all(front::audiences(front.get("audience").map_or(&[][..], Yaml::many)));
    if audience.is_empty() {
        audience = Audiences::all(kind.audience);
    }
    Facts {
        kind,
        unit: count("unit"),
        order: front.get("order").and_then(Yaml::whole).unwrap_or(0),
        audience,
        sites: texts(front, "sites"),
        minutes: count("minutes"),
        contact: front.get("contact").and_then(Yaml::text).map(str::to_string),
        always_available: flag("always_available"),
        draft: flag("draft"),
    }
}

fn texts(front: &Yaml, key: &str) -> Vec<String> {
    front
        .get(key)
        .map_or(&[][..], Yaml::many)
        .iter()
        .filter_map(|item| item.text().map(str::to_string))
        .collect()
}

fn outcome(yaml: &Yaml) -> Option<(Spanned<String>, String)> {
    Some((yaml.get("id")?.words()?, yaml.get("text")?.text()?.to_string()))
}

impl Page {
    /// Whether an edition's readers may see the page. A fragment that names no audience is for whoever reads what
    /// includes it.
    pub fn is_for(&self, edition: &Edition) -> bool {
        let Facts { audience, sites, .. } = &self.facts;
        (audience.is_empty() || audience.meets(edition.audiences)) && edition.is_at(sites)
    }
}

/// What blocks and their footnotes mention.
pub fn mentions(blocks: &[Block], footnotes: &[Footnote]) -> Mentions {
    let mut mentions = Mentions::default();
    mentions.blocks(blocks, &[]);
    for footnote in footnotes {
        mentions.prose(&footnote.blocks, &[]);
    }
    mentions
}

impl Translation {
    /// Where a key's value stands in the front matter.
    pub fn place_of(&self, key: &str) -> Option<Span> {
        self.front.get(key).map(|value| value.span)
    }
}

impl Mentions {
    fn blocks(&mut self, blocks: &[Block], only: &[Readers]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Prose(prose) => self.prose(std::slice::from_ref(prose), only),
                BlockKind::Task(task) => self.task(task, only),
                BlockKind::Breathing(breathing) => {
                    self.id(&breathing.id, only);
                    self.lists(&breathing.steps, only);
                }
                BlockKind::Body(body) => {
                    self.id(&body.id, only);
                    self.lists(&body.steps, only);
                }
                BlockKind::Checklist(list) => self.lists(&list.items, only),
                BlockKind::Criteria(list) => self.lists(&list.items, only),
                BlockKind::Only(inner) => {
                    self.varies = true;
                    self.sites.extend(inner.site.clone());
                    self.blocks(&inner.blocks, &[only, std::slice::from_ref(&inner.readers)].concat());
                    continue;
                }
                BlockKind::Include(id) => {
                    self.varies = true;
                    self.refer(Referred::Fragment, id, only);
                }
                BlockKind::Exercise(id) => self.refer(Referred::Exercise, id, only),
                BlockKind::Instrument(id) => self.refer(Referred::Instrument, id, only),
                BlockKind::Audio(audio) => {
                    self.file(&audio.src);
                    self.transcript(audio.transcript.as_ref(), only);
                }
                BlockKind::Video(video) => {
                    let files = [Some(&video.src), video.captions.as_ref(), video.poster.as_ref()];
                    files.into_iter().flatten().for_each(|file| self.file(file));
                    self.transcript(video.transcript.as_ref(), only);
                }
                BlockKind::Phase(_) => {}
            }
            block.children().into_iter().for_each(|blocks| self.blocks(blocks, only));
        }
    }

    fn task(&mut self, task: &Task, only: &[Readers]) {
        self.id(&task.id, only);
        match &task.answer {
            Answer::Text | Answer::Done => {}
            Answer::Number { anchors, .. } => anchors.iter().for_each(|(_, text)| self.inlines(text, only)),
            Answer::Options { options, .. } => options.iter().for_each(|(_, text)| self.inlines(text, only)),
            Answer::Group { tasks, .. } => {
                tasks.iter().for_each(|task| self.task(task, only));
            }
            Answer::Rows { columns, examples, .. } => {
                columns.iter().for_each(|column| self.inlines(&column.text, only));
                examples.iter().flatten().for_each(|cell| self.inlines(cell, only));
            }
            Answer::Quiz { questions, .. } => {
                for question in questions {
                    self.id(&question.id, only);
                    self.inlines(&question.text, only);
                    for option in &question.options {
                        self.inlines(&option.text, only);
                        self.prose(&option.feedback, only);
                    }
                }
            }
        }
    }

    fn lists(&mut self, items: &[Vec<Prose>], only: &[Readers]) {
        items.iter().for_each(|blocks| self.prose(blocks, only));
    }

    fn prose(&mut self, blocks: &[Prose], only: &[Readers]) {
        prose::mentions(blocks, &mut |mention| self.see(mention, only));
    }

    fn inlines(&mut self, text: &[crate::syntax::ast::Inline], only: &[Readers]) {
        prose::inline_mentions(text, &mut |mention| self.see(mention, only));
    }

    fn see(&mut self, mention: Mention, only: &[Readers]) {
        match mention {
            Mention::Link(link) => self.links.push(LinkMention {
                destination: link.destination.clone(),
                form: link.form,
                at: link.at,
                only: only.into(),
            }),
            Mention::Image(image, span) => {
                let silent = prose::plain(&image.alt, &prose::Names).trim().is_empty();
                self.files.push(FileMention {
                    source: image.source.to_string(),
                    at: image.at,
                    without_alt: silent.then_some(span),
                });
            }
            Mention::Fact(name, span) => self.facts.push(span.at(name.to_string())),
            Mention::Anchor(anchor) => {
                self.guard(&anchor.value, only);
                self.anchors.push(anchor);
            }
            Mention::Note(label) => self.notes.push(label.into()),
        }
    }

    /// Remembers who alone sees a name that stands inside `only`.
    fn guard(&mut self, name: &str, only: &[Readers]) {
        if !only.is_empty() {
            self.guarded.push((name.into(), only.into()));
        }
    }

    fn id(&mut self, id: &Spanned<String>, only: &[Readers]) {
        if !id.value.is_empty() {
            self.guard(&id.value, only);
            self.ids.push(id.clone());
        }
    }

    fn refer(&mut self, to: Referred, id: &Spanned<String>, only: &[Readers]) {
        if !id.value.is_empty() {
            self.references.push(Reference { to, id: id.clone(), only: only.into() });
        }
    }

    fn transcript(&mut self, id: Option<&Spanned<String>>, only: &[Readers]) {
        if let Some(id) = id {
            self.refer(Referred::Fragment, id, only);
        }
    }

    fn file(&mut self, source: &Spanned<String>) {
        if !source.value.is_empty() {
            self.files.push(FileMention { source: source.value.clone(), at: source.span, without_alt: None });
        }
    }
}
