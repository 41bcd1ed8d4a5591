//! A container or leaf by name to a block of its kind: attributes checked against the block's row, ids read or minted.

use std::collections::{HashMap, HashSet};

use super::{Answer, Block, Form, Kind, ROWS, Row, Share, Task};
use crate::diag::{Diagnostic, Fix, Lint, Message};
use crate::message;
use crate::source::{Path, Span, Spanned};
use crate::syntax::ast::{self, Inline, InlineKind, Inlines, Item, Prose, ProseKind};
use crate::syntax::attrs::Attrs;
use crate::syntax::shape::{Shape, is_id, meant_key};
use crate::syntax::vocabulary;

/// What an author wrote for one block, its attributes checked against its row.
pub struct Written {
    pub row: &'static Row,
    pub title: Spanned<String>,
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

    /// The task of this block: its attributes, its blocks as they have been lowered, and what it saves.
    pub fn task(self, blocks: Vec<Block>, answer: Answer) -> Kind {
        Kind::Task(Box::new(Task {
            name: self.row.name,
            share: self.share(),
            share_at: self.attrs.get("share").map_or(self.id.span, |value| value.span),
            every: self.words("every"),
            minutes: self.count("minutes"),
            title: self.title,
            id: self.id,
            blocks,
            answer,
        }))
    }

    /// Takes what is left of the block's own blocks, lowered.
    pub fn rest(&mut self, lowering: &mut Lowering) -> Vec<Block> {
        lowering.blocks(std::mem::take(&mut self.blocks))
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
                if let ProseKind::Heading { attrs: Some(attrs), .. } = &prose.kind {
                    attrs.id.iter().for_each(|id| self.well_formed(id));
                }
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
        let title = title.unwrap_or_else(|| span.at(String::new()));
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
                        let fault = Diagnostic::new(lint, value.span.within(self.path), message);
                        let words = key.shape.words(&value.value).iter().copied();
                        self.found.push(vocabulary::suggest(fault, &value.value, words));
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
