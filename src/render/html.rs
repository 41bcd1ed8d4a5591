//! Prose to compact HTML. What CommonMark defines comes out as CommonMark says; links, pictures and facts are filled in.

use std::fmt::Write;

use pulldown_cmark_escape::{escape_href, escape_html, escape_html_body_text};

use crate::model::Programme;
use crate::model::link::Target;
use crate::model::meaning::Filled;
use crate::model::prose::{Fill, heading_anchor, plain};
use crate::model::words::{Arg, Words};
use crate::source::{Media, Path};
use crate::syntax::ast::{
    Align, Footnote, Image, Inline, InlineKind, Item, Link, LinkForm, Prose, ProseKind,
};

/// How an output addresses what its pages lead to.
pub trait Address {
    /// A page, and an anchor on it.
    fn page(&self, id: &str, anchor: Option<&str>) -> String;
    /// A task or exercise of a page, by its id.
    fn part(&self, page: &str, id: &str) -> String {
        self.page(page, Some(id))
    }
    /// A file that the output carries.
    fn file(&self, media: &Media) -> String;
}

/// Where the words come from that a page does not hold itself.
pub struct Sources<'a> {
    pub programme: &'a Programme,
    pub language: usize,
    /// The file that holds the page, which relative links are read from.
    pub from: &'a Path,
    pub words: &'a Words,
    pub address: &'a dyn Address,
    /// The page, where it stands with others in one document: its headings are a level lower, and their anchors behind
    /// its id.
    pub among: Option<&'a str>,
    /// Whether what a reader writes stays on the device: tasks that are for the therapist then say that nobody reads them.
    pub on_device: bool,
    /// Whether right answers stand open, for those who lead a course.
    pub with_key: bool,
}

const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// The id of an anchor of a page that stands with others in one document.
pub fn among(page: &str, anchor: &str) -> String {
    format!("{page}--{anchor}")
}

impl Sources<'_> {
    fn filled(&self) -> Filled<'_> {
        Filled { programme: self.programme, language: self.language, from: self.from }
    }

    /// Inline text as plain words.
    pub fn plain(&self, text: &[Inline]) -> String {
        plain(text, self)
    }
}

/// What stands for facts and bare links in plain words. A fact that is not decided yet says so.
impl Fill for Sources<'_> {
    fn fact(&self, name: &str) -> String {
        match self.programme.fact_in(self.from, name) {
            Some("undecided") => self.words.get("undecided").into(),
            _ => self.filled().fact(name),
        }
    }

    fn title(&self, destination: &str) -> String {
        self.filled().title(destination)
    }
}

/// A page's HTML as it is written.
pub struct Html<'a> {
    pub sources: &'a Sources<'a>,
    pub out: String,
    /// Headings of the second and third level: level, anchor, plain words.
    pub contents: Vec<(u8, String, String)>,
    /// The level of the heading that what comes next stands under; the page's title is the first.
    pub(super) level: u8,
    notes: Vec<Box<str>>,
    /// Whether pictures may wait until the reader comes near them.
    pictures_wait: bool,
}

impl<'a> Html<'a> {
    pub fn new(sources: &'a Sources<'a>) -> Html<'a> {
        Html {
            sources,
            out: String::with_capacity(1 << 14),
            contents: Vec::new(),
            level: if sources.among.is_some() { 2 } else { 1 },
            notes: Vec::new(),
            pictures_wait: false,
        }
    }

    /// A word of the interface.
    pub fn word(&mut self, id: &str) {
        let word = self.sources.words.get(id);
        self.text(word);
    }

    /// A word of the interface with its gaps filled.
    pub fn filled(&mut self, id: &str, args: &[(&str, Arg)]) {
        match self.sources.words.fill(id, args) {
            Some(word) => self.text(&word),
            None => self.text(id),
        }
    }

    pub fn text(&mut self, text: &str) {
        // Writing to a string can't fail.
        let _ = escape_html_body_text(&mut self.out, text);
    }

    pub fn attribute(&mut self, text: &str) {
        let _ = escape_html(&mut self.out, text);
    }

    fn href(&mut self, address: &str) {
        let _ = escape_href(&mut self.out, address);
    }

    pub fn push(&mut self, html: &str) {
        self.out.push_str(html);
    }

    fn end(&mut self, tag: &str) {
        self.push("</");
        self.push(tag);
        self.push(">");
    }

    /// An anchor of the page, as the document that it stands in has it.
    fn anchor(&mut self, anchor: &str) {
        match self.sources.among {
            Some(page) => self.attribute(&among(page, anchor)),
            None => self.attribute(anchor),
        }
    }

    fn fresh_line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    pub fn prose(&mut self, blocks: &[Prose]) {
        for block in blocks {
            self.block(block, false);
        }
    }

    fn block(&mut self, prose: &Prose, tight: bool) {
        match &prose.kind {
            ProseKind::Paragraph(text) if tight => self.inlines(text),
            ProseKind::Paragraph(text) => {
                self.fresh_line();
                self.push("<p>");
                self.inlines(text);
                self.push("</p>\n");
            }
            ProseKind::Heading { level, text, .. } => self.heading(prose, *level, text),
            ProseKind::List { start, items } => {
                self.fresh_line();
                match start {
                    Some(1) => self.push("<ol>\n"),
                    Some(start) => drop(writeln!(self.out, "<ol start=\"{start}\">")),
                    None => self.push("<ul>\n"),
                }
                items.iter().for_each(|item| self.item(item));
                self.push(if start.is_some() { "</ol>\n" } else { "</ul>\n" });
            }
            ProseKind::Table { align, head, rows } => {
                self.fresh_line();
                // A table wider than a phone scrolls in a box of its own, which keys can reach.
                self.push("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
                let label = self.sources.words.get("table");
                self.attribute(label);
                self.push("\"><table><thead><tr>");
                for (at, cell) in head.iter().enumerate() {
                    self.cell("th scope=\"col\"", "th", align.get(at), &cell.text);
                }
                self.push("</tr></thead><tbody>\n");
                for row in rows {
                    self.push("<tr>");
                    for (at, cell) in row.iter().enumerate() {
                        self.cell("td", "td", align.get(at), &cell.text);
                    }
                    self.push("</tr>\n");
                }
                self.push("</tbody></table></div>\n");
            }
            ProseKind::Quote(blocks) => {
                self.fresh_line();
                self.push("<blockquote>\n");
                self.prose(blocks);
                self.push("</blockquote>\n");
            }
            ProseKind::Callout(tone, blocks) => {
                self.fresh_line();
                let name = tone.name();
                let _ = write!(
                    self.out,
                    "<div class=\"callout callout-{name}\" role=\"note\"><p class=\"callout-title\">"
                );
                self.word(&format!("callout-{name}"));
                self.push("</p>\n");
                self.prose(blocks);
                self.push("</div>\n");
            }
            ProseKind::Code { language, text } => {
                self.fresh_line();
                match language {
                    Some(language) => {
                        self.push("<pre><code class=\"language-");
                        self.attribute(language);
                        self.push("\">");
                    }
                    None => self.push("<pre><code>"),
                }
                self.text(text);
                self.push("</code></pre>\n");
            }
            ProseKind::Rule => {
                self.fresh_line();
                self.push("<hr />\n");
            }
        }
    }

    fn item(&mut self, item: &Item) {
        self.push("<li>");
        let mut blocks = item.blocks.iter();
        if let Some(checked) = item.checked {
            let checked = if checked { " checked=\"\"" } else { "" };
            let _ = writeln!(self.out, "<label><input disabled=\"\" type=\"checkbox\"{checked}/>");
            if let Some(Prose { kind: ProseKind::Paragraph(text), .. }) = item.blocks.first() {
                self.inlines(text);
                blocks.next();
            }
            self.push("</label>");
        }
        blocks.for_each(|block| self.block(block, item.tight));
        self.push("</li>\n");
    }

    fn heading(&mut self, prose: &Prose, level: u8, text: &[Inline]) {
        self.fresh_line();
        let level = if self.sources.among.is_some() { (level + 1).min(6) } else { level };
        self.level = level.max(1);
        let anchor = heading_anchor(prose).map(|anchor| anchor.value).unwrap_or_default();
        let tag = HEADINGS[usize::from(self.level - 1).min(HEADINGS.len() - 1)];
        self.push("<");
        self.push(tag);
        if !anchor.is_empty() {
            self.push(" id=\"");
            self.anchor(&anchor);
            self.push("\"");
        }
        self.push(">");
        self.inlines(text);
        self.end(tag);
        self.push("\n");
        if matches!(level, 2 | 3) {
            self.contents.push((level, anchor, self.sources.plain(text)));
        }
    }

    fn cell(&mut self, open: &str, close: &str, align: Option<&Align>, text: &[Inline]) {
        let class = match align {
            Some(Align::Left) => " class=\"left\"",
            Some(Align::Center) => " class=\"center\"",
            Some(Align::Right) => " class=\"right\"",
            _ => "",
        };
        self.push("<");
        self.push(open);
        self.push(class);
        self.push(">");
        self.inlines(text);
        self.end(close);
    }

    pub fn inlines(&mut self, text: &[Inline]) {
        for inline in text {
            match &inline.kind {
                InlineKind::Text(text) => self.text(text),
                InlineKind::Code(text) => {
                    self.push("<code>");
                    self.text(text);
                    self.push("</code>");
                }
                InlineKind::Emphasis(text) => self.marked("em", text),
                InlineKind::Strong(text) => self.marked("strong", text),
                InlineKind::Strike(text) => self.marked("del", text),
                InlineKind::Link(link) => self.link(link),
                InlineKind::Image(image) => self.image(image),
                InlineKind::Foreign { language, text } => {
                    let tag = self.tag(language).to_string();
                    self.push("<span lang=\"");
                    self.attribute(&tag);
                    self.push("\">");
                    self.inlines(text);
                    self.push("</span>");
                }
                InlineKind::Fact(name) => {
                    let words = self.sources.fact(name);
                    self.text(&words);
                }
                InlineKind::Footnote(label) => self.note(label),
                InlineKind::SoftBreak => self.push("\n"),
                InlineKind::HardBreak => self.push("<br />\n"),
            }
        }
    }

    fn marked(&mut self, mark: &str, text: &[Inline]) {
        self.push("<");
        self.push(mark);
        self.push(">");
        self.inlines(text);
        self.end(mark);
    }

    /// The BCP 47 tag of a language by its folder's name; a name that is no folder stands for itself.
    pub fn tag<'b>(&'b self, language: &'b str) -> &'b str {
        let languages = &self.sources.programme.project.languages;
        languages.iter().find(|known| known.code == language).map_or(language, |known| &known.tag)
    }

    fn link(&mut self, link: &Link) {
        let sources = self.sources;
        let target = sources.programme.target(sources.from, link.form, &link.destination);
        let address = match target {
            Target::Page(page, anchor) => sources.address.page(&page.id, anchor),
            Target::Part(page, id) => sources.address.part(&page.id, id),
            Target::File(media) => sources.address.file(media),
            Target::Here(anchor) => match sources.among {
                Some(page) => format!("#{}", among(page, anchor)),
                None => link.destination.to_string(),
            },
            Target::Url(_) | Target::Scheme(_) | Target::Nowhere => link.destination.to_string(),
        };
        self.push(if link.form == LinkForm::Email { "<a href=\"mailto:" } else { "<a href=\"" });
        self.href(&address);
        if !link.title.is_empty() {
            self.push("\" title=\"");
            self.attribute(&link.title);
        }
        self.push("\">");
        match link.form {
            LinkForm::Bare => {
                let words = sources.title(&link.destination);
                self.text(&words);
            }
            _ => self.inlines(&link.text),
        }
        self.push("</a>");
    }

    fn image(&mut self, image: &Image) {
        let sources = self.sources;
        let media = sources.programme.media(sources.from, &image.source);
        self.push("<img src=\"");
        match media {
            Some(media) => self.href(&sources.address.file(media)),
            None => self.href(&image.source),
        }
        self.push("\" alt=\"");
        let alt = sources.plain(&image.alt);
        self.attribute(&alt);
        if !image.title.is_empty() {
            self.push("\" title=\"");
            self.attribute(&image.title);
        }
        self.push("\"");
        if let Some((width, height)) = media.and_then(|media| media.size) {
            let _ = write!(self.out, " width=\"{width}\" height=\"{height}\"");
            // The first is seen at once, and on paper every one must be there.
            if self.pictures_wait && sources.among.is_none() {
                self.push(" loading=\"lazy\"");
            }
            self.pictures_wait = true;
        }
        self.push(" />");
    }

    /// A footnote's mark. Notes are numbered as they are first met.
    fn note(&mut self, label: &str) {
        let (number, first) = match self.notes.iter().position(|known| **known == *label) {
            Some(at) => (at + 1, false),
            None => {
                self.notes.push(label.into());
                (self.notes.len(), true)
            }
        };
        self.push("<sup class=\"note-mark\"");
        if first {
            self.push(" id=\"");
            self.anchor(&format!("note-{number}-from"));
            self.push("\"");
        }
        self.push("><a href=\"#");
        self.anchor(&format!("note-{number}"));
        let _ = write!(self.out, "\" role=\"doc-noteref\">{number}</a></sup>");
    }

    /// The footnotes that were met, at the page's end.
    pub fn footnotes(&mut self, footnotes: &[Footnote]) {
        // Among the pages of one document there is more than one such place, and a landmark must not be there twice.
        let alone = self.sources.among.is_none();
        let mut number = 0;
        while let Some(label) = self.notes.get(number).cloned() {
            number += 1;
            if number == 1 && alone {
                self.push("<section class=\"notes\" role=\"doc-endnotes\" aria-label=\"");
                self.attribute(self.sources.words.get("footnotes"));
                self.push("\"><ol>\n");
            } else if number == 1 {
                self.push("<div class=\"notes\"><ol>\n");
            }
            self.push("<li id=\"");
            self.anchor(&format!("note-{number}"));
            self.push("\">");
            if let Some(note) = footnotes.iter().find(|note| note.label == label) {
                self.prose(&note.blocks);
            }
            self.push("<a class=\"note-back\" href=\"#");
            self.anchor(&format!("note-{number}-from"));
            self.push("\" role=\"doc-backlink\">");
            self.filled("footnote-back", &[("number", Arg::Number(number as i64))]);
            self.push("</a></li>\n");
        }
        if number > 0 {
            self.push(if alone { "</ol></section>\n" } else { "</ol></div>\n" });
        }
    }
}
