//! What can be asked of prose: its plain words, and everything it mentions.

use crate::source::{Span, Spanned};
use crate::syntax::ast::{Image, Inline, InlineKind, Link, LinkForm, Prose, ProseKind};

/// The plain words of inline text. `fact` gives the words of a fact, `title` those of a bare link.
pub fn plain(text: &[Inline], fill: &dyn Fill) -> String {
    let mut words = String::new();
    push_plain(&mut words, text, fill);
    words
}

/// What stands for the pieces whose words are elsewhere.
pub trait Fill {
    fn fact(&self, name: &str) -> String;
    /// The words of `[[id]]`.
    fn title(&self, destination: &str) -> String;
}

/// Leaves facts and bare links as their names, for anchors and messages.
pub struct Names;

impl Fill for Names {
    fn fact(&self, name: &str) -> String {
        name.into()
    }

    fn title(&self, destination: &str) -> String {
        destination.into()
    }
}

pub fn push_plain(words: &mut String, text: &[Inline], fill: &dyn Fill) {
    for inline in text {
        match &inline.kind {
            InlineKind::Text(text) => push_without_soft_hyphens(words, text),
            InlineKind::Code(text) => words.push_str(text),
            InlineKind::Emphasis(text) | InlineKind::Strong(text) | InlineKind::Strike(text) => {
                push_plain(words, text, fill);
            }
            InlineKind::Foreign { text, .. } => push_plain(words, text, fill),
            InlineKind::Link(link) if link.form == LinkForm::Bare => {
                words.push_str(&fill.title(&link.destination))
            }
            InlineKind::Link(link) => push_plain(words, &link.text, fill),
            InlineKind::Image(image) => push_plain(words, &image.alt, fill),
            InlineKind::Fact(name) => words.push_str(&fill.fact(name)),
            InlineKind::SoftBreak | InlineKind::HardBreak => words.push(' '),
            InlineKind::Footnote(_) => {}
        }
    }
}

/// Soft hyphens are for the eye alone: they never reach plain words, ids or a search.
pub fn push_without_soft_hyphens(words: &mut String, text: &str) {
    match memchr::memchr(SOFT_HYPHEN_BEGINS, text.as_bytes()) {
        None => words.push_str(text),
        Some(_) => text.split('\u{ad}').for_each(|part| words.push_str(part)),
    }
}

/// The first byte of a soft hyphen, which few other marks begin with.
const SOFT_HYPHEN_BEGINS: u8 = 0xC2;

/// The anchor of a heading: the one pinned by `{#id}`, else made of its words; none where they have no Latin letters.
pub fn heading_anchor(prose: &Prose) -> Option<Spanned<String>> {
    let ProseKind::Heading { attrs, text, .. } = &prose.kind else { return None };
    match attrs.as_ref().and_then(|attrs| attrs.id.clone()) {
        Some(id) => Some(id),
        None => Some(prose.span.at(super::lang::anchor(&plain(text, &Names))))
            .filter(|anchor| !anchor.value.is_empty()),
    }
}

/// Something that a text names and that stands elsewhere.
pub enum Mention<'a> {
    Link(&'a Link),
    Image(&'a Image, Span),
    Fact(&'a str, Span),
    /// A heading's anchor.
    Anchor(Spanned<String>),
    /// A footnote's mark, by its label.
    Note(&'a str),
}

/// Shows `see` everything that `blocks` mention, in reading order.
pub fn mentions<'a>(blocks: &'a [Prose], see: &mut dyn FnMut(Mention<'a>)) {
    for prose in blocks {
        match &prose.kind {
            ProseKind::Paragraph(text) => inline_mentions(text, see),
            ProseKind::Heading { text, .. } => {
                if let Some(anchor) = heading_anchor(prose) {
                    see(Mention::Anchor(anchor));
                }
                inline_mentions(text, see);
            }
            ProseKind::List { items, .. } => items.iter().for_each(|item| mentions(&item.blocks, see)),
            ProseKind::Table { head, rows, .. } => {
                let cells = head.iter().chain(rows.iter().flatten());
                cells.for_each(|cell| inline_mentions(&cell.text, see));
            }
            ProseKind::Quote(blocks) | ProseKind::Callout(_, blocks) => mentions(blocks, see),
            ProseKind::Code { .. } | ProseKind::Rule => {}
        }
    }
}

pub fn inline_mentions<'a>(text: &'a [Inline], see: &mut dyn FnMut(Mention<'a>)) {
    for inline in text {
        match &inline.kind {
            InlineKind::Link(link) => {
                see(Mention::Link(link));
                inline_mentions(&link.text, see);
            }
            InlineKind::Image(image) => {
                see(Mention::Image(image, inline.span));
                inline_mentions(&image.alt, see);
            }
            InlineKind::Fact(name) => see(Mention::Fact(name, inline.span)),
            InlineKind::Footnote(label) => see(Mention::Note(label)),
            InlineKind::Emphasis(text) | InlineKind::Strong(text) | InlineKind::Strike(text) => {
                inline_mentions(text, see);
            }
            InlineKind::Foreign { text, .. } => inline_mentions(text, see),
            _ => {}
        }
    }
}

/// Lets `change` change every inline piece of some prose.
pub fn change_inlines(blocks: &mut [Prose], change: &mut dyn FnMut(&mut InlineKind)) {
    for prose in blocks {
        match &mut prose.kind {
            ProseKind::Paragraph(text) | ProseKind::Heading { text, .. } => change_each(text, change),
            ProseKind::List { items, .. } => {
                items.iter_mut().for_each(|item| change_inlines(&mut item.blocks, change));
            }
            ProseKind::Table { head, rows, .. } => {
                let cells = head.iter_mut().chain(rows.iter_mut().flatten());
                cells.for_each(|cell| change_each(&mut cell.text, change));
            }
            ProseKind::Quote(blocks) | ProseKind::Callout(_, blocks) => change_inlines(blocks, change),
            ProseKind::Code { .. } | ProseKind::Rule => {}
        }
    }
}

fn change_each(text: &mut [Inline], change: &mut dyn FnMut(&mut InlineKind)) {
    for inline in text {
        change(&mut inline.kind);
        match &mut inline.kind {
            InlineKind::Link(link) => change_each(&mut link.text, change),
            InlineKind::Image(image) => change_each(&mut image.alt, change),
            InlineKind::Emphasis(text) | InlineKind::Strong(text) | InlineKind::Strike(text) => {
                change_each(text, change);
            }
            InlineKind::Foreign { text, .. } => change_each(text, change),
            _ => {}
        }
    }
}
