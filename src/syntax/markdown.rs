//! Markdown to prose and andrum's blocks, by pulldown-cmark, every offset counted from the file's first byte.

use pulldown_cmark::{
    BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, OffsetIter, Options, Parser, Tag, TagEnd,
};

use super::allow::{self, Allow};
use super::ast::{Block, Footnote, Inlines, Item, Prose, ProseKind, Tone};
use super::container::{self, Stack};
use super::inline::Gatherer;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::source::{Path, Span, Spanned};

/// How deep quotes, lists and marks may stand in one another.
const DEPTH: usize = 48;

/// How often a page is parsed before no line of it is taken for a fence any more.
const ROUNDS: usize = 16;

/// What CommonMark is extended by. Named one by one: a new release may add others that change old pages.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS
}

/// A page's Markdown, read.
pub struct Body {
    pub blocks: Vec<Block>,
    pub footnotes: Vec<Footnote>,
    pub allows: Vec<Allow>,
    /// Comments, which no reader sees.
    pub comments: Vec<Spanned<Box<str>>>,
}

/// Parses `text` from byte `body` on.
pub fn parse(text: &str, body: usize, path: &Path, found: &mut Vec<Diagnostic>) -> Body {
    let mut candidates = container::candidates(text, body);
    // Each round gives at least one candidate its bytes back; seven rounds are the most that were ever seen.
    for _ in 0..ROUNDS {
        let masked = container::mask(text, body, &candidates);
        let mut builder = Builder::new(&masked, text, body, path, &candidates);
        builder.page();
        if builder.met.iter().all(|met| *met) {
            return builder.finish(found);
        }
        let met = candidates.iter().zip(&builder.met).filter(|(_, met)| **met).map(|(line, _)| *line);
        candidates = met.collect();
    }
    let plain = container::mask(text, body, &[]);
    let mut builder = Builder::new(&plain, text, body, path, &[]);
    builder.page();
    builder.finish(found)
}

/// Turns the parser's events into a tree.
pub(super) struct Builder<'a> {
    pub(super) events: std::iter::Peekable<OffsetIter<'a>>,
    /// The text as the author wrote it.
    pub(super) text: &'a str,
    pub(super) path: &'a Path,
    pub(super) found: Vec<Diagnostic>,
    pub(super) depth: usize,
    stack: Stack<'a>,
    footnotes: Vec<Footnote>,
    allows: Vec<Allow>,
    comments: Vec<Spanned<Box<str>>>,
    /// The first byte of the Markdown.
    body: usize,
    candidates: &'a [Span],
    met: Vec<bool>,
}

impl<'a> Builder<'a> {
    fn new(
        masked: &'a str,
        text: &'a str,
        body: usize,
        path: &'a Path,
        candidates: &'a [Span],
    ) -> Builder<'a> {
        Builder {
            events: Parser::new_ext(masked, options()).into_offset_iter().peekable(),
            text,
            path,
            found: Vec::new(),
            depth: 0,
            stack: Stack::new(text, path),
            footnotes: Vec::new(),
            allows: Vec::new(),
            comments: Vec::new(),
            body,
            candidates,
            met: vec![false; candidates.len()],
        }
    }

    fn finish(mut self, found: &mut Vec<Diagnostic>) -> Body {
        let blocks = self.stack.finish(&mut self.found);
        found.append(&mut self.found);
        Body { blocks, footnotes: self.footnotes, allows: self.allows, comments: self.comments }
    }

    /// What a comment, or several that follow each other, say to andrum.
    pub(super) fn comments(&mut self, span: Span) {
        let said = allow::read(self.text, span, self.body, self.path, &mut self.found);
        self.allows.extend(said);
        self.comments.push(span.at(span.of(self.text).into()));
    }

    fn page(&mut self) {
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::HtmlBlock) => self.html(range.into(), true),
                event => {
                    if let Some(prose) = self.prose(event, range.into()) {
                        self.stack.push(Block::Prose(prose));
                    }
                }
            }
        }
    }

    /// Blocks up to the end of the element that has just begun.
    fn inside(&mut self) -> Box<[Prose]> {
        let mut blocks = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(_) => break,
                Event::Start(Tag::HtmlBlock) => self.html(range.into(), false),
                event => blocks.extend(self.prose(event, range.into())),
            }
        }
        blocks.into()
    }

    fn prose(&mut self, event: Event<'a>, span: Span) -> Option<Prose> {
        if self.depth >= DEPTH {
            return self.too_deep(&event, span);
        }
        self.depth += 1;
        let kind = self.prose_kind(event, span);
        self.depth -= 1;
        let end = span.start as usize + span.of(self.text).trim_end().len();
        kind.map(|kind| Prose { span: Span::new(span.start as usize, end), kind })
    }

    fn prose_kind(&mut self, event: Event<'a>, span: Span) -> Option<ProseKind> {
        let Event::Start(tag) = event else {
            return matches!(event, Event::Rule).then_some(ProseKind::Rule);
        };
        Some(match tag {
            Tag::Paragraph => {
                let text = self.inlines();
                // A paragraph of comments alone says nothing.
                if text.is_empty() {
                    return None;
                }
                ProseKind::Paragraph(text)
            }
            Tag::Heading { level, .. } => {
                let mut words = self.gather();
                let attrs = words.take_attrs(self, "question", &["outcome"]);
                ProseKind::Heading { level: number(level), attrs, text: words.finish(self) }
            }
            Tag::BlockQuote(None) => ProseKind::Quote(self.inside()),
            Tag::BlockQuote(Some(kind)) => ProseKind::Callout(tone(kind), self.inside()),
            Tag::CodeBlock(kind) => self.code(kind),
            Tag::List(start) => ProseKind::List { start, items: self.items() },
            Tag::Table(align) => self.table(&align),
            Tag::FootnoteDefinition(label) => {
                let blocks = self.inside();
                self.footnotes.push(Footnote { label: (&*label).into(), span, blocks });
                return None;
            }
            _ => {
                self.inside();
                return None;
            }
        })
    }

    fn code(&mut self, kind: CodeBlockKind) -> ProseKind {
        let mut text = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Text(line) => text.push_str(&line),
                Event::End(_) => break,
                _ => {}
            }
        }
        let language = match &kind {
            CodeBlockKind::Fenced(info) => info.split(' ').next().filter(|name| !name.is_empty()),
            CodeBlockKind::Indented => None,
        };
        ProseKind::Code { language: language.map(Into::into), text: text.into() }
    }

    fn items(&mut self) -> Box<[Item]> {
        let mut items = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.item(range.into())),
                Event::End(_) => break,
                _ => {}
            }
        }
        items.into()
    }

    fn item(&mut self, span: Span) -> Item {
        let mut item = Item { span, checked: None, tight: false, attrs: None, blocks: Box::default() };
        let mut blocks = Vec::new();
        while let Some((event, range)) = self.events.peek().cloned() {
            match event {
                Event::End(_) => {
                    self.events.next();
                    break;
                }
                Event::TaskListMarker(checked) => {
                    self.events.next();
                    item.checked = Some(checked);
                }
                Event::Start(Tag::HtmlBlock) => {
                    self.events.next();
                    self.html(range.into(), false);
                }
                Event::Start(Tag::Paragraph) => {
                    self.events.next();
                    if let Some((Event::TaskListMarker(checked), _)) = self.events.peek() {
                        item.checked = Some(*checked);
                        self.events.next();
                    }
                    let mut words = self.gather();
                    if blocks.is_empty() {
                        item.attrs = words.take_attrs(self, "option", &[]);
                    }
                    let text = words.finish(self);
                    blocks.push(Prose { span: range.into(), kind: ProseKind::Paragraph(text) });
                }
                event if is_block(&event) => {
                    self.events.next();
                    blocks.extend(self.prose(event, range.into()));
                }
                _ => {
                    item.tight = true;
                    let mut words = self.gather_bare();
                    if blocks.is_empty() {
                        item.attrs = words.take_attrs(self, "option", &[]);
                    }
                    let span = words.span();
                    let text = words.finish(self);
                    blocks.push(Prose { span, kind: ProseKind::Paragraph(text) });
                }
            }
        }
        item.span = Span::new(span.start as usize, span.start as usize + span.of(self.text).trim_end().len());
        item.blocks = blocks.into();
        item
    }

    fn inlines(&mut self) -> Inlines {
        let words = self.gather();
        words.finish(self)
    }

    /// The words up to the end of the element that has just begun.
    pub(super) fn gather(&mut self) -> Gatherer<'a> {
        Gatherer::gather(self, |event| matches!(event, Event::End(_)), true)
    }

    /// The words of a tight list item, up to the next block or the item's end.
    fn gather_bare(&mut self) -> Gatherer<'a> {
        Gatherer::gather(self, |event| matches!(event, Event::End(_)) || is_block(event), false)
    }

    /// An HTML block: a fence of ours, a comment, or raw HTML. Blocks may stand only where `here` is set.
    fn html(&mut self, span: Span, here: bool) {
        let comment = span.of(self.text).trim_start().starts_with("<!--");
        let mut raw = None;
        for (event, range) in self.events.by_ref() {
            match event {
                Event::End(TagEnd::HtmlBlock) => break,
                // Windows line ends come as events of their own.
                Event::Html(html) if !comment && !html.trim().is_empty() => {
                    let range = Span::from(range);
                    let next = self.candidates.partition_point(|line| line.start < range.start);
                    match self.candidates.get(next).filter(|line| line.start < range.end) {
                        Some(line) if here => {
                            self.met[next] = true;
                            self.stack.fence(*line, &mut self.found);
                        }
                        Some(line) => {
                            self.met[next] = true;
                            self.stack.misplaced(*line, &mut self.found);
                        }
                        None => raw = raw.or(Some(range)),
                    }
                }
                _ => {}
            }
        }
        match raw {
            Some(line) => self.raw_html(line),
            None if comment => {
                self.comments(span);
                self.unclosed_comment(span);
            }
            None => {}
        }
    }

    /// Reports what a comment would swallow unseen: words behind it on its last line, or, where it is never closed, the
    /// rest of the page.
    fn unclosed_comment(&mut self, span: Span) {
        let mut rest = span.of(self.text).trim_end();
        let end = span.start as usize + rest.len();
        rest = rest.trim_start();
        let place = |words: &str| {
            let start = end - words.len();
            Span::new(start, start + words.lines().next().unwrap_or_default().trim_end().len())
                .within(self.path)
        };
        while rest.starts_with("<!--") {
            match rest[2..].find("-->") {
                Some(length) => rest = rest[2 + length + 3..].trim_start(),
                None => {
                    let message = message!("unclosed-block-comment");
                    return self.found.push(Diagnostic::new(Lint::UnclosedBlock, place(rest), message));
                }
            }
        }
        if !rest.is_empty() {
            self.found.push(Diagnostic::new(Lint::RawHtml, place(rest), message!("raw-html-behind")));
        }
    }

    /// Reports raw HTML at the first tag of `span`.
    pub(super) fn raw_html(&mut self, span: Span) {
        let words = span.of(self.text);
        let inset = words.len() - words.trim_start().len();
        let start = span.start as usize + inset;
        let line = words.trim_start().lines().next().unwrap_or_default().trim_end();
        let length = line.find('>').map_or(line.len(), |end| end + 1);
        let place = Span::new(start, start + length).within(self.path);
        self.found.push(Diagnostic::new(Lint::RawHtml, place, message!("raw-html", tag = &line[..length])));
    }

    /// Reports what stands deeper than anyone reads, and leaves it out.
    pub(super) fn too_deep(&mut self, event: &Event, span: Span) -> Option<Prose> {
        if let Event::Start(_) = event {
            let mut open = 1;
            for (event, _) in self.events.by_ref() {
                match event {
                    Event::Start(_) => open += 1,
                    Event::End(_) => open -= 1,
                    _ => {}
                }
                if open == 0 {
                    break;
                }
            }
            let start = span.start as usize;
            let place =
                Span::new(start, start + span.of(self.text).lines().next().unwrap_or_default().len().min(80));
            let message = message!("block-in-quote-depth", levels = DEPTH);
            self.found.push(Diagnostic::new(Lint::BlockInQuote, place.within(self.path), message));
        }
        None
    }

    pub(super) fn is_too_deep(&self) -> bool {
        self.depth >= DEPTH
    }
}

fn is_block(event: &Event) -> bool {
    match event {
        Event::Start(tag) => !matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        ),
        Event::Rule => true,
        _ => false,
    }
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

fn tone(kind: BlockQuoteKind) -> Tone {
    match kind {
        BlockQuoteKind::Note => Tone::Note,
        BlockQuoteKind::Tip => Tone::Tip,
        BlockQuoteKind::Important => Tone::Important,
        BlockQuoteKind::Warning => Tone::Warning,
        BlockQuoteKind::Caution => Tone::Caution,
    }
}
