//! andrum's blocks: the table of their rows, and how a container or leaf by name becomes a block of its kind.
//!
//! A block is one row here, one file beside this one, and a story. The row says which attributes it takes and whether it
//! carries an id; the file says what its Markdown means. Every block has a plain form ([`Block::plain`]), so that it
//! works in every backend the day it is written.

mod checkin;
mod choice;
mod criteria;
mod exercise;
mod homework;
mod media;
mod only;
mod phase;
mod quiz;
mod reflection;
mod scale;
mod worksheet;

use std::collections::{HashMap, HashSet};

use crate::diag::{Diagnostic, Fix, Lint, Message};
use crate::message;
use crate::source::{Path, Span, Spanned};
use crate::syntax::ast::{self, Inline, InlineKind, Inlines, Item, Prose, ProseKind};
use crate::syntax::attrs::Attrs;
use crate::syntax::shape::{Key, Shape, is_id, meant_key};
use crate::syntax::vocabulary;

pub use criteria::{Checklist, Criteria};
pub use exercise::{Body, Breathing};
pub use media::{Audio, Video};
pub use only::Only;
pub use phase::Phase;
pub use quiz::{Question, QuizOption};
pub use worksheet::Column;

/// A piece of a page.
#[derive(Clone, Debug)]
pub struct Block {
    pub span: Span,
    pub kind: Kind,
}

#[derive(Clone, Debug)]
pub enum Kind {
    Prose(Prose),
    Task(Task),
    Breathing(Breathing),
    Body(Body),
    Phase(Phase),
    Checklist(Checklist),
    Criteria(Criteria),
    Only(Only),
    /// A fragment's text, by its id.
    Include(Spanned<String>),
    /// An exercise page, by its id.
    Exercise(Spanned<String>),
    /// A questionnaire, by its id in `programme.yaml`.
    Instrument(Spanned<String>),
    Audio(Audio),
    Video(Video),
}

/// A block that saves an answer. One task is one answer, also where it holds several prompts.
#[derive(Clone, Debug)]
pub struct Task {
    /// Empty where the author has not given one, which is a fault.
    pub id: Spanned<String>,
    /// The block's name: `reflection`, `scale` …
    pub name: &'static str,
    pub title: String,
    /// Who sees the answer; inside a check-in what the check-in says.
    pub share: Share,
    pub every: Option<String>,
    /// How long it takes once.
    pub minutes: Option<u32>,
    /// What stands around the answer's own parts.
    pub blocks: Vec<Block>,
    pub answer: Answer,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    Private,
    Therapist,
}

impl Share {
    pub fn name(self) -> &'static str {
        match self {
            Share::Private => "private",
            Share::Therapist => "therapist",
        }
    }
}

/// What an app stores, and the words around it.
#[derive(Clone, Debug)]
pub enum Answer {
    Text,
    Number {
        from: i64,
        to: i64,
        step: i64,
        anchors: Vec<(i64, Inlines)>,
    },
    Options {
        many: bool,
        options: Vec<(Spanned<String>, Inlines)>,
    },
    /// The tasks of a check-in, and when it is asked.
    Group {
        when: Option<String>,
        tasks: Vec<Task>,
    },
    Done,
    Rows {
        columns: Vec<Column>,
        rows: u32,
        examples: Vec<Vec<Inlines>>,
    },
    Quiz {
        pass: Option<u32>,
        questions: Vec<Question>,
    },
}

/// A row of the table of blocks.
pub struct Row {
    pub name: &'static str,
    pub form: Form,
    pub attributes: &'static [Key],
    /// Whether it must carry `#id`.
    pub id: bool,
    /// Makes the block of what was written.
    pub lower: fn(&mut Lowering, Written) -> Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `:::name` to `:::`
    Container,
    /// `::name`
    Leaf,
}

/// Every block.
pub const ROWS: &[Row] = &[
    reflection::ROW,
    scale::ROW,
    choice::ROW,
    checkin::ROW,
    homework::ROW,
    worksheet::ROW,
    exercise::BREATHING,
    exercise::BODY,
    quiz::ROW,
    phase::ROW,
    criteria::CHECKLIST,
    criteria::INCLUSION,
    criteria::EXCLUSION,
    only::ROW,
    only::INCLUDE,
    exercise::EXERCISE,
    exercise::INSTRUMENT,
    media::AUDIO,
    media::VIDEO,
];

// Attributes that several blocks share.
const SHARE: Key = Key::optional("share", Shape::OneOf(&["therapist", "private"]), "Who sees the answer.");
const EVERY: Key =
    Key::optional("every", Shape::Every, "How often; what is stored is then a list of dated answers.");
const MINUTES: Key = Key::optional("minutes", Shape::Whole(0, 1440), "How long it takes once.");

/// What an author wrote for one block, its attributes checked against its row.
pub struct Written {
    pub row: &'static Row,
    pub title: String,
    pub attrs: Attrs,
    pub id: Spanned<String>,
    pub blocks: Vec<ast::Block>,
    /// The opening line.
    pub span: Span,
}

impl Written {
    /// The words of an attribute that fits its shape.
    pub fn text(&self, key: &str) -> Option<&Spanned<String>> {
        let shape = &self.row.attributes.iter().find(|known| known.name == key)?.shape;
        self.attrs.get(key).filter(|value| shape.judge(&value.value, false).is_none())
    }

    pub fn words(&self, key: &str) -> Option<String> {
        self.text(key).map(|value| value.value.clone())
    }

    pub fn whole(&self, key: &str) -> Option<i64> {
        self.text(key)?.value.parse().ok()
    }

    pub fn count(&self, key: &str) -> Option<u32> {
        self.whole(key)?.try_into().ok()
    }

    pub fn flag(&self, key: &str) -> bool {
        self.attrs.pairs.iter().any(|pair| {
            pair.key.value == key && pair.value.as_ref().is_none_or(|value| value.value == "true")
        })
    }

    pub fn share(&self) -> Share {
        match self.text("share").map(|value| value.value.as_str()) {
            Some("therapist") => Share::Therapist,
            _ => Share::Private,
        }
    }

    /// Takes the first list out of the block: ordered or bulleted.
    pub fn take_list(&mut self, ordered: bool) -> Option<Vec<Item>> {
        let at = self.blocks.iter().position(|block| match block {
            ast::Block::Prose(Prose { kind: ProseKind::List { start, .. }, .. }) => {
                start.is_some() == ordered
            }
            _ => false,
        })?;
        match self.blocks.remove(at) {
            ast::Block::Prose(Prose { kind: ProseKind::List { items, .. }, .. }) => Some(items.into_vec()),
            _ => None,
        }
    }
}

/// Turns a page's written blocks into typed ones, and gathers what is wrong with them.
pub struct Lowering<'a> {
    pub path: &'a Path,
    /// The page's id, which minted ids begin with.
    pub page: &'a str,
    pub found: &'a mut Vec<Diagnostic>,
    /// Ids that stand on the page, so that none is minted twice.
    taken: HashSet<String>,
    /// The last number minted for each sort of thing.
    minted: HashMap<&'static str, usize>,
}

/// The blocks of a page, lowered.
pub fn lower(path: &Path, page: &str, blocks: Vec<ast::Block>, found: &mut Vec<Diagnostic>) -> Vec<Block> {
    let mut taken = HashSet::new();
    gather_ids(&blocks, &mut taken);
    Lowering { path, page, found, taken, minted: HashMap::new() }.blocks(blocks)
}

fn gather_ids(blocks: &[ast::Block], ids: &mut HashSet<String>) {
    for block in blocks {
        match block {
            ast::Block::Container(container) => {
                ids.extend(container.attrs.id.as_ref().map(|id| id.value.clone()));
                gather_ids(&container.blocks, ids);
            }
            ast::Block::Prose(Prose { kind: ProseKind::Heading { attrs: Some(attrs), .. }, .. }) => {
                ids.extend(attrs.id.as_ref().map(|id| id.value.clone()));
            }
            _ => {}
        }
    }
}

impl Lowering<'_> {
    pub fn blocks(&mut self, blocks: Vec<ast::Block>) -> Vec<Block> {
        let mut lowered = Vec::with_capacity(blocks.len());
        blocks.into_iter().for_each(|block| self.block(block, &mut lowered));
        lowered
    }

    fn block(&mut self, block: ast::Block, lowered: &mut Vec<Block>) {
        let (name, form, title, attrs, blocks, span) = match block {
            ast::Block::Prose(prose) => {
                return lowered.push(Block { span: prose.span, kind: Kind::Prose(prose) });
            }
            ast::Block::Container(block) => {
                (block.name, Form::Container, block.title, block.attrs, block.blocks, block.span)
            }
            ast::Block::Leaf(leaf) => (leaf.name, Form::Leaf, None, leaf.attrs, Vec::new(), leaf.span),
        };
        // A block under a wrong name is read as the one that was meant, else as what stands inside: faults in it come out
        // in this run, and what leads to it is not at fault as well.
        let known = ROWS.iter().find(|row| row.name == name.value && row.form == form);
        let Some(row) = known.or_else(|| self.unknown(&name, form)) else {
            return lowered.extend(self.blocks(blocks));
        };
        self.attributes(row, &attrs, span);
        let id = match &attrs.id {
            Some(id) => {
                self.well_formed(id);
                id.clone()
            }
            None if row.id => self.missing_id(row, &attrs, span),
            None => span.at(String::new()),
        };
        let title = title.map(|title| title.value).unwrap_or_default();
        let kind = (row.lower)(self, Written { row, title, attrs, id, blocks, span });
        lowered.push(Block { span, kind });
    }

    /// Reports a name that is no block's, and returns the block that was meant.
    fn unknown(&mut self, name: &Spanned<String>, form: Form) -> Option<&'static Row> {
        let message = match (form, ROWS.iter().find(|row| row.name == name.value)) {
            (Form::Container, Some(_)) => message!("unknown-block-leaf", name = name.value),
            (Form::Leaf, Some(_)) => message!("unknown-block-container", name = name.value),
            _ => message!("unknown-block", name = name.value),
        };
        let fault = Diagnostic::new(Lint::UnknownBlock, name.span.within(self.path), message);
        let known = ROWS.iter().filter(move |row| row.form == form).map(|row| row.name);
        self.found.push(vocabulary::suggest(fault, &name.value, known.clone()));
        let meant = vocabulary::meant(&name.value, known)?;
        ROWS.iter().find(|row| row.name == meant && row.form == form)
    }

    fn attributes(&mut self, row: &Row, attrs: &Attrs, span: Span) {
        for pair in &attrs.pairs {
            let Some(key) = row.attributes.iter().find(|key| key.name == pair.key.value) else {
                let place = pair.key.span.within(self.path);
                let message = message!("unknown-attribute", attribute = pair.key.value, block = row.name);
                let fault = Diagnostic::new(Lint::UnknownAttribute, place, message);
                let known = row.attributes.iter().map(|key| key.name);
                self.found.push(vocabulary::suggest(fault, &pair.key.value, known));
                continue;
            };
            match &pair.value {
                None if matches!(key.shape, Shape::Flag) => {}
                None => self.say(
                    Lint::WrongType,
                    pair.key.span,
                    message!("wrong-type", expected = key.shape.expected()),
                ),
                Some(value) => {
                    if let Some(verdict) = key.shape.judge(&value.value, false) {
                        let (lint, message) = verdict.worded(&key.shape, &value.value);
                        let mut fault = Diagnostic::new(lint, value.span.within(self.path), message);
                        if let Shape::OneOf(words) = key.shape {
                            fault = vocabulary::suggest(fault, &value.value, words.iter().copied());
                        }
                        self.found.push(fault);
                    }
                }
            }
        }
        for key in row.attributes.iter().filter(|key| key.required) {
            if attrs.pairs.iter().any(|pair| meant_key(&pair.key.value, row.attributes) == Some(key.name)) {
                continue;
            }
            match key.name {
                "share" => self.say(Lint::MissingShare, span, message!("missing-share", block = row.name)),
                name => self.say(
                    Lint::MissingKey,
                    span,
                    message!("missing-key-attribute", attribute = name, block = row.name),
                ),
            }
        }
    }

    /// Reports an id that is not ASCII kebab-case.
    pub fn well_formed(&mut self, id: &Spanned<String>) {
        if !is_id(&id.value) {
            self.say(Lint::MalformedId, id.span, message!("malformed-id", id = id.value));
        }
    }

    /// Reports a missing `#id`, with one minted from the page's id, the block's name and its place, so that the twin in
    /// the other language gets the same.
    fn missing_id(&mut self, row: &Row, attrs: &Attrs, span: Span) -> Spanned<String> {
        let minted = self.mint(row.name);
        let attrs = Some(attrs).filter(|attrs| attrs.span != Span::default());
        self.without_id(message!("missing-id", block = row.name), attrs, span, "", &minted)
    }

    /// The id of a question, in the programme's one namespace.
    pub fn question_id(&mut self, attrs: Option<&Attrs>, span: Span) -> Spanned<String> {
        self.written_id(attrs).unwrap_or_else(|| {
            let minted = self.mint("question");
            self.without_id(message!("missing-id-part", part = "question"), attrs, span, " ", &minted)
        })
    }

    /// The ids of options or columns, named within their task.
    pub fn part_ids<'b>(
        &mut self,
        what: &'static str,
        parts: impl Iterator<Item = (Option<&'b Attrs>, Span)> + Clone,
    ) -> Vec<Spanned<String>> {
        let written = parts.clone().filter_map(|(attrs, _)| Some(attrs?.id.as_ref()?.value.clone()));
        let taken: HashSet<String> = written.collect();
        let mut last = 0;
        parts
            .map(|(attrs, span)| {
                self.written_id(attrs).unwrap_or_else(|| {
                    let minted = free(&format!("{what}-"), &taken, &mut last);
                    self.without_id(message!("missing-id-part", part = what), attrs, span, " ", &minted)
                })
            })
            .collect()
    }

    fn written_id(&mut self, attrs: Option<&Attrs>) -> Option<Spanned<String>> {
        let id = attrs?.id.clone()?;
        self.well_formed(&id);
        Some(id)
    }

    fn mint(&mut self, what: &'static str) -> String {
        let page = if is_id(self.page) { self.page } else { "page" };
        free(&format!("{page}-{what}-"), &self.taken, self.minted.entry(what).or_default())
    }

    /// Reports a missing id, with the one to write: inside the braces where there are some, else behind a `gap`.
    fn without_id(
        &mut self,
        message: Message,
        attrs: Option<&Attrs>,
        span: Span,
        gap: &str,
        minted: &str,
    ) -> Spanned<String> {
        let (at, text) = match attrs {
            Some(attrs) => (attrs.span.start + 1, format!("#{minted} ")),
            None => (span.end, format!("{gap}{{#{minted}}}")),
        };
        let place = Span { start: at, end: at }.within(self.path);
        let mut fault = Diagnostic::new(Lint::MissingId, span.within(self.path), message);
        fault.fix = Some(Fix { edits: vec![(place, text)] });
        self.found.push(fault);
        span.at(String::new())
    }

    /// Reports ids that stand twice among the parts of one task.
    pub fn distinct<'b>(&mut self, ids: impl IntoIterator<Item = &'b Spanned<String>>) {
        let mut seen: HashMap<&str, Span> = HashMap::new();
        for id in ids.into_iter().filter(|id| !id.value.is_empty()) {
            match seen.get(id.value.as_str()) {
                Some(first) => {
                    let message = message!("duplicate-id-part", id = id.value);
                    let fault = Diagnostic::new(Lint::DuplicateId, id.span.within(self.path), message);
                    self.found.push(fault.related(first.within(self.path), message!("first-here")));
                }
                None => drop(seen.insert(&id.value, id.span)),
            }
        }
    }

    pub fn say(&mut self, lint: Lint, span: Span, message: Message) {
        self.found.push(Diagnostic::new(lint, span.within(self.path), message));
    }
}

/// The next of `stem` and a number that nothing is named yet; `last` is the number before.
fn free(stem: &str, taken: &HashSet<String>, last: &mut usize) -> String {
    loop {
        *last += 1;
        let name = format!("{stem}{last}");
        if !taken.contains(&name) {
            return name;
        }
    }
}

/// An item's attributes, and the place of its first paragraph, which they stand behind.
pub fn named(item: &Item) -> (Option<&Attrs>, Span) {
    let span = match item.blocks.first() {
        Some(Prose { kind: ProseKind::Paragraph(_), span }) => *span,
        _ => item.span,
    };
    (item.attrs.as_deref(), span)
}

/// Takes an item apart: the words of its first paragraph, and what stands below.
pub fn first_words(item: Item) -> (Inlines, Vec<Prose>) {
    let mut blocks = item.blocks.into_vec();
    match blocks.first_mut() {
        Some(Prose { kind: ProseKind::Paragraph(text), .. }) => {
            let text = std::mem::take(text);
            blocks.remove(0);
            (text, blocks)
        }
        _ => (Box::default(), blocks),
    }
}

/// Splits `0: words` into the number and the words.
pub fn numbered(text: &Inlines) -> Option<(i64, Inlines)> {
    let Inline { kind: InlineKind::Text(first), span } = text.first()? else { return None };
    let (number, words) = first.split_once(':')?;
    let number = number.trim().parse().ok()?;
    let mut rest = text.to_vec();
    rest[0] = Inline { span: *span, kind: InlineKind::Text(words.trim_start().into()) };
    if words.trim().is_empty() {
        rest.remove(0);
    }
    Some((number, rest.into()))
}

impl Block {
    /// Every list of blocks that stands inside this one, those of a check-in's tasks and a quiz's questions included.
    pub fn children(&self) -> Vec<&[Block]> {
        match &self.kind {
            Kind::Task(task) => task.children(),
            Kind::Breathing(breathing) => vec![&breathing.blocks],
            Kind::Body(body) => vec![&body.blocks],
            Kind::Phase(phase) => vec![&phase.blocks],
            Kind::Checklist(list) => vec![&list.blocks],
            Kind::Criteria(list) => vec![&list.blocks],
            Kind::Only(only) => vec![&only.blocks],
            _ => Vec::new(),
        }
    }

    /// The same lists, to be changed.
    pub fn children_mut(&mut self) -> Vec<&mut Vec<Block>> {
        match &mut self.kind {
            Kind::Task(task) => task.children_mut(),
            Kind::Breathing(breathing) => vec![&mut breathing.blocks],
            Kind::Body(body) => vec![&mut body.blocks],
            Kind::Phase(phase) => vec![&mut phase.blocks],
            Kind::Checklist(list) => vec![&mut list.blocks],
            Kind::Criteria(list) => vec![&mut list.blocks],
            Kind::Only(only) => vec![&mut only.blocks],
            _ => Vec::new(),
        }
    }

    /// The block as prose: its title, its words, its steps, options or columns as a list. What a backend shows that knows
    /// no richer form, and what the hash of meaning and the plain text are made of.
    pub fn plain(&self) -> Vec<Prose> {
        let span = self.span;
        match &self.kind {
            Kind::Prose(prose) => vec![prose.clone()],
            Kind::Task(task) => task.plain(span),
            Kind::Breathing(breathing) => {
                titled(span, &breathing.title, &breathing.blocks, items(&breathing.steps))
            }
            Kind::Body(body) => titled(span, &body.title, &body.blocks, items(&body.steps)),
            Kind::Phase(phase) => titled(span, &phase.title, &phase.blocks, Vec::new()),
            Kind::Checklist(list) => titled(span, &list.title, &list.blocks, items(&list.items)),
            Kind::Criteria(list) => titled(span, &list.title, &list.blocks, items(&list.items)),
            Kind::Only(only) => only.blocks.iter().flat_map(Block::plain).collect(),
            Kind::Audio(_) | Kind::Video(_) | Kind::Instrument(_) | Kind::Include(_) => Vec::new(),
            Kind::Exercise(reference) => vec![paragraph(span, link(reference))],
        }
    }
}

impl Task {
    fn children(&self) -> Vec<&[Block]> {
        let mut lists: Vec<&[Block]> = vec![&self.blocks];
        match &self.answer {
            Answer::Group { tasks, .. } => lists.extend(tasks.iter().flat_map(Task::children)),
            Answer::Quiz { questions, .. } => {
                lists.extend(questions.iter().map(|question| &*question.blocks))
            }
            _ => {}
        }
        lists
    }

    fn children_mut(&mut self) -> Vec<&mut Vec<Block>> {
        let mut lists = vec![&mut self.blocks];
        match &mut self.answer {
            Answer::Group { tasks, .. } => lists.extend(tasks.iter_mut().flat_map(Task::children_mut)),
            Answer::Quiz { questions, .. } => {
                lists.extend(questions.iter_mut().map(|question| &mut question.blocks));
            }
            _ => {}
        }
        lists
    }

    fn plain(&self, span: Span) -> Vec<Prose> {
        let line = |text: &Inlines| vec![paragraph(span, text.clone())];
        let parts: Vec<Vec<Prose>> = match &self.answer {
            Answer::Text | Answer::Done => Vec::new(),
            Answer::Number { anchors, .. } => anchors
                .iter()
                .map(|(number, words)| {
                    let number = Inline { span, kind: InlineKind::Text(format!("{number}: ").into()) };
                    vec![paragraph(span, std::iter::once(number).chain(words.iter().cloned()).collect())]
                })
                .collect(),
            Answer::Options { options, .. } => options.iter().map(|(_, text)| line(text)).collect(),
            Answer::Group { tasks, .. } => tasks.iter().map(|task| task.plain(span)).collect(),
            Answer::Rows { columns, .. } => columns.iter().map(|column| line(&column.text)).collect(),
            Answer::Quiz { questions, .. } => questions.iter().map(|question| question.plain(span)).collect(),
        };
        titled(span, &self.title, &self.blocks, parts)
    }
}

fn titled(span: Span, title: &str, blocks: &[Block], items: Vec<Vec<Prose>>) -> Vec<Prose> {
    let mut prose = Vec::new();
    if !title.is_empty() {
        let words: Inlines = Box::new([Inline { span, kind: InlineKind::Text(title.into()) }]);
        prose.push(paragraph(span, Box::new([Inline { span, kind: InlineKind::Strong(words) }])));
    }
    prose.extend(blocks.iter().flat_map(Block::plain));
    if !items.is_empty() {
        let item = |blocks: Vec<Prose>| Item {
            span,
            checked: None,
            tight: true,
            attrs: None,
            blocks: blocks.into(),
        };
        prose.push(Prose {
            span,
            kind: ProseKind::List { start: None, items: items.into_iter().map(item).collect() },
        });
    }
    prose
}

fn items(items: &[Vec<Prose>]) -> Vec<Vec<Prose>> {
    items.to_vec()
}

fn paragraph(span: Span, text: Inlines) -> Prose {
    Prose { span, kind: ProseKind::Paragraph(text) }
}

fn link(reference: &Spanned<String>) -> Inlines {
    let link = ast::Link {
        destination: reference.value.as_str().into(),
        at: reference.span,
        title: Box::default(),
        form: ast::LinkForm::Bare,
        text: Box::default(),
    };
    Box::new([Inline { span: reference.span, kind: InlineKind::Link(Box::new(link)) }])
}
