//! The words inside a block: marks, links, pictures, facts, words in another language, and the attributes behind them.

use std::borrow::Cow;

use pulldown_cmark::{CowStr, Event, LinkType, Tag};

use super::ast::{Image, Inline, InlineKind, Inlines, Link, LinkForm};
use super::attrs::{self, Attrs, Pair};
use super::markdown::Builder;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::source::Span;

/// Inline pieces as they gather. Text is kept with its places until facts and foreign words have been found in it.
pub struct Gatherer<'a> {
    parts: Vec<Part<'a>>,
}

enum Part<'a> {
    Words(Words<'a>),
    Done(Inline),
}

/// Neighbouring pieces of text: a slice of the file for as long as they stand there word for word.
struct Words<'a> {
    text: Cow<'a, str>,
    /// The byte in the file of the first byte, and the byte behind the last.
    start: usize,
    end: usize,
    /// Where the text and the file go apart: the byte here, and its byte in the file.
    places: Vec<(usize, usize)>,
}

impl<'a> Words<'a> {
    fn new(text: CowStr<'a>, span: Span, file: &'a str) -> Words<'a> {
        let same = span.of(file);
        let text = if *same == *text { Cow::Borrowed(same) } else { Cow::Owned(text.into_string()) };
        Words { text, start: span.start as usize, end: span.end as usize, places: Vec::new() }
    }

    fn push(&mut self, text: &str, span: Span, file: &'a str) {
        let whole = self.start..span.end as usize;
        let follows = self.source(self.text.len()) == span.start as usize;
        if follows && matches!(self.text, Cow::Borrowed(_)) && span.of(file) == text {
            self.text = Cow::Borrowed(&file[whole]);
        } else {
            if !follows {
                self.places.push((self.text.len(), span.start as usize));
            }
            self.text.to_mut().push_str(text);
        }
        self.end = span.end as usize;
    }

    /// The byte in the file of byte `at` of the text.
    fn source(&self, at: usize) -> usize {
        let next = self.places.partition_point(|(here, _)| *here <= at);
        let (here, source) = next.checked_sub(1).map_or((0, self.start), |last| self.places[last]);
        source + at - here
    }

    fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }

    /// The part from byte `from` to byte `to`.
    fn slice(&self, from: usize, to: usize) -> Words<'a> {
        let text = match &self.text {
            Cow::Borrowed(text) => Cow::Borrowed(&text[from..to]),
            Cow::Owned(text) => Cow::Owned(text[from..to].into()),
        };
        let first = self.places.partition_point(|(here, _)| *here <= from);
        let last = self.places.partition_point(|(here, _)| *here < to).max(first);
        let places = self.places[first..last].iter().map(|(here, source)| (here - from, *source)).collect();
        let end = if to == self.text.len() { self.end } else { self.source(to) };
        Words { text, start: self.source(from), end, places }
    }

    /// Whether the mark at byte `at` stands behind a backslash in the file.
    fn escaped(&self, at: usize, file: &str) -> bool {
        let before = file.as_bytes()[..self.source(at)].iter().rev();
        before.take_while(|byte| **byte == b'\\').count() % 2 == 1
    }

    fn inline(self) -> Inline {
        Inline { span: self.span(), kind: InlineKind::Text(self.text.into()) }
    }
}

impl<'a> Gatherer<'a> {
    /// Takes events until `ends` holds for one; that one is taken too where `closing` is set.
    pub fn gather(builder: &mut Builder<'a>, ends: impl Fn(&Event) -> bool, closing: bool) -> Gatherer<'a> {
        let mut parts = Vec::new();
        while let Some((event, _)) = builder.events.peek() {
            if ends(event) {
                if closing {
                    builder.events.next();
                }
                break;
            }
            let Some((event, range)) = builder.events.next() else { break };
            let span = Span::from(range);
            match event {
                Event::Text(text) => match parts.last_mut() {
                    Some(Part::Words(words)) => words.push(&text, span, builder.text),
                    _ => parts.push(Part::Words(Words::new(text, span, builder.text))),
                },
                event => {
                    parts.extend(piece(builder, event, span).map(|kind| Part::Done(Inline { span, kind })))
                }
            }
        }
        Gatherer { parts }
    }

    pub fn span(&self) -> Span {
        let span = |part: &Part| match part {
            Part::Words(words) => words.span(),
            Part::Done(inline) => inline.span,
        };
        match (self.parts.first(), self.parts.last()) {
            (Some(first), Some(last)) => Span { start: span(first).start, end: span(last).end },
            _ => Span::default(),
        }
    }

    /// Takes `{#id key=value}` off the end of the words, if it stands there. `what` it is about takes the keys `known`.
    pub fn take_attrs(&mut self, builder: &mut Builder, what: &str, known: &[&str]) -> Option<Box<Attrs>> {
        let first = self.parts.len() == 1;
        let Some(Part::Words(words)) = self.parts.last_mut() else { return None };
        let trimmed = words.text.trim_end();
        if !trimmed.ends_with('}') {
            return None;
        }
        let open = trimmed.rfind('{')?;
        let inside = &trimmed[open + 1..trimmed.len() - 1];
        let before = trimmed[..open].chars().next_back();
        let stands_alone = before.map_or(first, char::is_whitespace);
        if !stands_alone
            || !(inside.starts_with('#') || inside.contains('='))
            || words.escaped(open, builder.text)
        {
            return None;
        }
        let (attrs, _) = attrs::parse(builder.text, words.source(open), builder.path, &mut builder.found);
        for Pair { key, .. } in attrs.pairs.iter().filter(|pair| !known.contains(&pair.key.value.as_str())) {
            let message = message!("unknown-attribute", attribute = key.value, block = what);
            let fault = Diagnostic::new(Lint::UnknownAttribute, key.span.within(builder.path), message);
            builder.found.push(fault.nearest(&key.value, known.iter().copied(), true));
        }
        let kept = trimmed[..open].trim_end().len();
        if kept == 0 {
            self.parts.pop();
        } else {
            *words = words.slice(0, kept);
        }
        Some(Box::new(attrs))
    }

    pub fn finish(self, builder: &mut Builder) -> Inlines {
        let plain = |part: &Part| {
            matches!(part, Part::Words(words) if !words.text.contains('{')) || matches!(part, Part::Done(_))
        };
        if self.parts.iter().all(plain) {
            return self.parts.into_iter().map(Part::inline).collect();
        }
        let parts = foreign(self.parts, builder.text);
        let mut inlines = Vec::with_capacity(parts.len());
        for part in parts {
            match part {
                Part::Words(words) => facts(words, builder.text, &mut inlines),
                Part::Done(inline) => inlines.push(inline),
            }
        }
        inlines.into()
    }
}

impl Part<'_> {
    fn inline(self) -> Inline {
        match self {
            Part::Words(words) => words.inline(),
            Part::Done(inline) => inline,
        }
    }
}

fn piece<'a>(builder: &mut Builder<'a>, event: Event<'a>, span: Span) -> Option<InlineKind> {
    Some(match event {
        Event::Code(text) => InlineKind::Code((&*text).into()),
        Event::SoftBreak => InlineKind::SoftBreak,
        Event::HardBreak => InlineKind::HardBreak,
        Event::FootnoteReference(label) => InlineKind::Footnote((&*label).into()),
        Event::InlineHtml(html) => {
            let silent = html.starts_with("<!--") || html.starts_with("</") || html.starts_with("<?");
            if !silent || builder.text[span.range()].starts_with("<?") {
                builder.raw_html(span);
            } else if html.starts_with("<!--") {
                builder.comments(span);
            }
            return None;
        }
        Event::Start(tag) => {
            if builder.is_too_deep() {
                builder.too_deep(&Event::Start(tag), span);
                return None;
            }
            builder.depth += 1;
            let words = Gatherer::gather(builder, |event| matches!(event, Event::End(_)), true);
            let text = words.finish(builder);
            builder.depth -= 1;
            marked(builder.text, tag, span, text)?
        }
        _ => return None,
    })
}

fn marked(file: &str, tag: Tag, span: Span, text: Inlines) -> Option<InlineKind> {
    Some(match tag {
        Tag::Emphasis => InlineKind::Emphasis(text),
        Tag::Strong => InlineKind::Strong(text),
        Tag::Strikethrough => InlineKind::Strike(text),
        Tag::Link { link_type, dest_url, title, .. } => {
            let form = match link_type {
                LinkType::Autolink => LinkForm::Auto,
                LinkType::Email => LinkForm::Email,
                LinkType::WikiLink { has_pothole: true } => LinkForm::Named,
                LinkType::WikiLink { has_pothole: false } => LinkForm::Bare,
                _ => LinkForm::Markdown,
            };
            let wiki = matches!(form, LinkForm::Bare | LinkForm::Named);
            // `[[id\|words]]` is how a table's cell holds a link with words.
            let escaped = dest_url.strip_suffix('\\').filter(|_| form == LinkForm::Named);
            let address = escaped.unwrap_or(&dest_url);
            let at = destination(file, span, address, wiki);
            InlineKind::Link(Box::new(Link {
                destination: address.into(),
                at,
                title: (&*title).into(),
                form,
                text,
            }))
        }
        Tag::Image { dest_url, title, .. } => InlineKind::Image(Box::new(Image {
            at: destination(file, span, &dest_url, false),
            source: (&*dest_url).into(),
            title: (&*title).into(),
            alt: text,
        })),
        _ => return None,
    })
}

/// The words of a destination inside its link: first in `[[id|words]]`, last in `[words](address)`.
fn destination(file: &str, link: Span, destination: &str, first: bool) -> Span {
    let words = link.of(file);
    let at = if first { words.find(destination) } else { words.rfind(destination) };
    match at {
        Some(at) if !destination.is_empty() => {
            Span::new(at, at + destination.len()).moved(link.start as usize)
        }
        _ => link,
    }
}

/// Finds `[words]{lang=sv}`; the words may hold marks and links.
fn foreign<'a>(parts: Vec<Part<'a>>, file: &str) -> Vec<Part<'a>> {
    let mut done = Done { parts: Vec::new(), open: Vec::new(), file };
    for part in parts {
        let Part::Words(words) = part else {
            done.parts.push(part);
            continue;
        };
        // What is done with, and where a bracket that is still open may stand.
        let (mut from, mut floor) = (0, 0);
        for (close, after, language) in language_marks(&words, file) {
            let (start, text) = if let Some(open) = opening(&words, floor, close, file) {
                done.push(&words, from, open);
                (words.source(open), vec![words.slice(open + 1, close).inline()])
            } else if let Some((start, mut inside)) = done.take_opened() {
                if close > from {
                    inside.push(words.slice(from, close).inline());
                }
                (start, inside)
            } else {
                floor = after;
                continue;
            };
            (from, floor) = (after, after);
            let span = Span::new(start, words.source(after - 1) + 1);
            done.parts
                .push(Part::Done(Inline { span, kind: InlineKind::Foreign { language, text: text.into() } }));
        }
        done.push(&words, from, words.text.len());
    }
    done.parts
}

/// Parts that have been looked through, and which of them hold a bracket that is still open.
struct Done<'a, 'f> {
    parts: Vec<Part<'a>>,
    open: Vec<usize>,
    file: &'f str,
}

impl<'a> Done<'a, '_> {
    fn push(&mut self, words: &Words<'a>, from: usize, to: usize) {
        if from < to {
            let words = words.slice(from, to);
            if opening(&words, 0, words.text.len(), self.file).is_some() {
                self.open.push(self.parts.len());
            }
            self.parts.push(Part::Words(words));
        }
    }

    /// Takes what stands behind the last open bracket, with the bracket's byte in the file.
    fn take_opened(&mut self) -> Option<(usize, Vec<Inline>)> {
        let at = self.open.pop()?;
        let mut taken = self.parts.split_off(at).into_iter();
        let Some(Part::Words(first)) = taken.next() else { return None };
        let open = opening(&first, 0, first.text.len(), self.file)?;
        let mut inside = Vec::new();
        if open + 1 < first.text.len() {
            inside.push(first.slice(open + 1, first.text.len()).inline());
        }
        inside.extend(taken.map(Part::inline));
        self.push(&first, 0, open);
        Some((first.source(open), inside))
    }
}

/// Every `]{lang=xx}`: the byte of its bracket, the byte after its brace, and the language.
fn language_marks<'a>(
    words: &'a Words,
    file: &'a str,
) -> impl Iterator<Item = (usize, usize, Box<str>)> + 'a {
    words.text.match_indices("]{lang=").filter(|(at, _)| !words.escaped(*at, file)).filter_map(
        |(close, mark)| {
            let start = close + mark.len();
            let length =
                words.text[start..].find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-')?;
            let language = &words.text[start..start + length];
            let ends = words.text[start + length..].starts_with('}') && !language.is_empty();
            ends.then(|| (close, start + length + 1, language.into()))
        },
    )
}

/// The last `[` between bytes `from` and `before` that is not escaped and not closed.
fn opening(words: &Words, from: usize, before: usize, file: &str) -> Option<usize> {
    let mut closed = 0;
    for (at, mark) in words.text[from..before].char_indices().rev() {
        let at = from + at;
        match mark {
            ']' if !words.escaped(at, file) => closed += 1,
            '[' if !words.escaped(at, file) && closed == 0 => return Some(at),
            '[' if !words.escaped(at, file) => closed -= 1,
            _ => {}
        }
    }
    None
}

/// Splits `{{facts.weeks}}` out of words.
fn facts(words: Words, file: &str, inlines: &mut Vec<Inline>) {
    let mut from = 0;
    let mut search = 0;
    while let Some(open) = words.text[search..].find("{{").map(|at| at + search) {
        search = open + 2;
        let inside = words.text[search..].trim_start();
        let sign = |mark: char| mark.is_ascii_alphanumeric() || matches!(mark, '.' | '_' | '-');
        let name = &inside[..inside.find(|mark| !sign(mark)).unwrap_or(inside.len())];
        let rest = inside[name.len()..].trim_start();
        if name.is_empty() || !rest.starts_with("}}") || words.escaped(open, file) {
            continue;
        }
        if open > from {
            inlines.push(words.slice(from, open).inline());
        }
        search = words.text.len() - rest.len() + 2;
        from = search;
        let span = Span::new(words.source(open), words.source(search - 1) + 1);
        inlines.push(Inline { span, kind: InlineKind::Fact(name.into()) });
    }
    if from == 0 {
        inlines.push(words.inline());
    } else if from < words.text.len() {
        inlines.push(words.slice(from, words.text.len()).inline());
    }
}
