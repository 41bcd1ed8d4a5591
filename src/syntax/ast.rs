//! What a page's Markdown says, before anything is known of other pages: prose, and andrum's blocks by name.

use super::attrs::Attrs;
use crate::source::{Span, Spanned};

/// A piece of a page or of a container.
#[derive(Clone, Debug)]
pub enum Block {
    Prose(Prose),
    Container(Container),
    Leaf(Leaf),
}

/// `:::name[Title]{#id key=value}` to its closing `:::`.
#[derive(Clone, Debug)]
pub struct Container {
    pub name: Spanned<String>,
    pub title: Option<Spanned<String>>,
    pub attrs: Attrs,
    pub blocks: Vec<Block>,
    /// The opening line.
    pub span: Span,
}

/// `::name{key=value}`.
#[derive(Clone, Debug)]
pub struct Leaf {
    pub name: Spanned<String>,
    pub attrs: Attrs,
    pub span: Span,
}

/// A block of CommonMark or its GFM additions.
#[derive(Clone, Debug)]
pub struct Prose {
    pub span: Span,
    pub kind: ProseKind,
}

#[derive(Clone, Debug)]
pub enum ProseKind {
    Paragraph(Inlines),
    Heading {
        level: u8,
        attrs: Option<Box<Attrs>>,
        text: Inlines,
    },
    /// `start` is the first number of an ordered list.
    List {
        start: Option<u64>,
        items: Box<[Item]>,
    },
    Table {
        align: Box<[Align]>,
        head: Box<[Cell]>,
        rows: Box<[Box<[Cell]>]>,
    },
    Quote(Box<[Prose]>),
    Callout(Tone, Box<[Prose]>),
    Code {
        language: Option<Box<str>>,
        text: Box<str>,
    },
    Rule,
}

/// A list item. In a tight list a paragraph stands bare, which `tight` on the item keeps.
#[derive(Clone, Debug)]
pub struct Item {
    pub span: Span,
    pub checked: Option<bool>,
    pub tight: bool,
    pub attrs: Option<Box<Attrs>>,
    pub blocks: Box<[Prose]>,
}

/// A table cell; in a head cell `{#id}` names the column.
#[derive(Clone, Debug)]
pub struct Cell {
    pub span: Span,
    pub attrs: Option<Box<Attrs>>,
    pub text: Inlines,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    None,
    Left,
    Center,
    Right,
}

/// The five GFM alerts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

impl Tone {
    pub fn name(self) -> &'static str {
        match self {
            Tone::Note => "note",
            Tone::Tip => "tip",
            Tone::Important => "important",
            Tone::Warning => "warning",
            Tone::Caution => "caution",
        }
    }
}

pub type Inlines = Box<[Inline]>;

#[derive(Clone, Debug)]
pub struct Inline {
    pub span: Span,
    pub kind: InlineKind,
}

#[derive(Clone, Debug)]
pub enum InlineKind {
    Text(Box<str>),
    Code(Box<str>),
    Emphasis(Inlines),
    Strong(Inlines),
    Strike(Inlines),
    Link(Box<Link>),
    Image(Box<Image>),
    /// `[words]{lang=sv}`: `language` is the folder's name.
    Foreign {
        language: Box<str>,
        text: Inlines,
    },
    /// `{{facts.weeks}}`.
    Fact(Box<str>),
    /// `[^1]`.
    Footnote(Box<str>),
    SoftBreak,
    HardBreak,
}

/// A link as it was written; where it leads is found when the whole programme is known.
#[derive(Clone, Debug)]
pub struct Link {
    pub destination: Box<str>,
    /// The words of the destination, or the whole link where it is given elsewhere.
    pub at: Span,
    pub title: Box<str>,
    pub form: LinkForm,
    pub text: Inlines,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkForm {
    /// `[words](address)` and its reference forms.
    Markdown,
    /// `<https://…>`
    Auto,
    /// `<mail@…>`
    Email,
    /// `[[id]]`, which reads as the target's title.
    Bare,
    /// `[[id|words]]`
    Named,
}

#[derive(Clone, Debug)]
pub struct Image {
    pub source: Box<str>,
    /// The words of the source, or the whole image where it is given elsewhere.
    pub at: Span,
    pub title: Box<str>,
    pub alt: Inlines,
}

/// `[^1]: …`
#[derive(Clone, Debug)]
pub struct Footnote {
    pub label: Box<str>,
    pub span: Span,
    pub blocks: Box<[Prose]>,
}
