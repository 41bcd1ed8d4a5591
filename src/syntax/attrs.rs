//! Attributes: `{#id key=value flag key="two words"}` with the place of every word.

use crate::diag::{Diagnostic, Fix, Lint};
use crate::message;
use crate::source::{Path, Span, Spanned};

/// What stands in braces after a block's name, a heading, an option or a column head.
#[derive(Clone, Debug, Default)]
pub struct Attrs {
    pub id: Option<Spanned<String>>,
    pub pairs: Vec<Pair>,
    /// The braces and all between; empty where there are none.
    pub span: Span,
}

/// `key=value`, or a flag alone.
#[derive(Clone, Debug)]
pub struct Pair {
    pub key: Spanned<String>,
    pub value: Option<Spanned<String>>,
    /// Whether the value stood in quotes.
    pub quoted: bool,
}

impl Attrs {
    pub fn get(&self, key: &str) -> Option<&Spanned<String>> {
        self.pairs.iter().find(|pair| pair.key.value == key)?.value.as_ref()
    }
}

const QUOTES: [char; 7] = ['“', '”', '„', '«', '»', '‘', '’'];

/// Reads the attributes that open with `{` at byte `start` of `text`, and the byte after their `}`.
///
/// What can't be read is reported, once, and what was read before it is kept.
pub fn parse(text: &str, start: usize, path: &Path, found: &mut Vec<Diagnostic>) -> (Attrs, usize) {
    let line_end = text[start..].find('\n').map_or(text.len(), |length| start + length);
    let line = &text[..line_end];
    let mut attrs = Attrs::default();
    let mut at = start + 1;
    loop {
        at += line[at..].len() - line[at..].trim_start().len();
        let rest = &line[at..];
        if rest.starts_with('}') {
            at += 1;
            break;
        }
        if rest.is_empty() {
            let message = message!("unknown-attribute-unclosed");
            found.push(Diagnostic::new(
                Lint::UnknownAttribute,
                Span::new(start, line.trim_end().len()).within(path),
                message,
            ));
            at = line_end;
            break;
        }
        at = match rest.strip_prefix('#') {
            Some(_) => {
                let end = at + word_length(rest);
                if let Some(first) = &attrs.id {
                    let place = Span::new(at, end).within(path);
                    let fault =
                        Diagnostic::new(Lint::DuplicateKey, place, message!("duplicate-key", key = "#id"));
                    let first = Span { start: first.span.start - 1, end: first.span.end };
                    found.push(fault.related(first.within(path), message!("first-here")));
                } else {
                    attrs.id = Some(Span::new(at + 1, end).at(line[at + 1..end].to_string()));
                }
                end
            }
            None => pair(line, at, path, &mut attrs, found),
        };
    }
    attrs.span = Span::new(start, at);
    (attrs, at)
}

/// Reads one `key=value` or flag and returns the byte after it.
fn pair(line: &str, at: usize, path: &Path, attrs: &mut Attrs, found: &mut Vec<Diagnostic>) -> usize {
    let rest = &line[at..];
    let key_end =
        at + rest.find(|mark: char| mark == '=' || mark == '}' || mark.is_whitespace()).unwrap_or(rest.len());
    let key = Span::new(at, key_end).at(line[at..key_end].to_string());
    let repeated = attrs.pairs.iter().find(|pair| pair.key.value == key.value).map(|pair| pair.key.span);
    let (value, quoted, end) = match line[key_end..].strip_prefix('=') {
        None => (None, false, key_end.max(at + 1)),
        Some(value) => {
            let (value, quoted, end) = self::value(line, key_end + 1, value, path, found);
            (Some(value), quoted, end)
        }
    };
    match repeated {
        Some(first) => {
            let place = key.span.within(path);
            let fault =
                Diagnostic::new(Lint::DuplicateKey, place, message!("duplicate-key", key = key.value));
            found.push(fault.related(first.within(path), message!("first-here")));
        }
        None => attrs.pairs.push(Pair { key, value, quoted }),
    }
    end
}

fn value(
    line: &str,
    at: usize,
    rest: &str,
    path: &Path,
    found: &mut Vec<Diagnostic>,
) -> (Spanned<String>, bool, usize) {
    if let Some(inside) = rest.strip_prefix('"') {
        if let Some(length) = inside.find('"') {
            let span = Span::new(at + 1, at + 1 + length);
            return (span.at(span.of(line).to_string()), true, at + length + 2);
        }
        let end = line.rfind('}').filter(|brace| *brace > at).unwrap_or(line.len());
        let place = Span::new(at, end).within(path);
        found.push(Diagnostic::new(Lint::UnknownAttribute, place, message!("unknown-attribute-quote")));
        return (Span::new(at + 1, end).at(line[at + 1..end].to_string()), true, end);
    }
    if let Some(open) = rest.chars().next().filter(|mark| QUOTES.contains(mark)) {
        let inside = at + open.len_utf8();
        let close = line[inside..].find(QUOTES).map(|length| inside + length);
        let end = close.unwrap_or_else(|| inside + word_length(&line[inside..]));
        let after = close.map_or(end, |close| close + line[close..].chars().next().map_or(0, char::len_utf8));
        let words = line[inside..end].to_string();
        let place = Span::new(at, after).within(path);
        let mut fault =
            Diagnostic::new(Lint::UnknownAttribute, place.clone(), message!("unknown-attribute-word-quotes"));
        fault.fix = Some(Fix { edits: vec![(place, format!("\"{words}\""))] });
        found.push(fault);
        return (Span::new(inside, end).at(words), false, after);
    }
    let end = at + word_length(rest);
    (Span::new(at, end).at(line[at..end].to_string()), false, end)
}

/// Bytes up to white space or the closing brace.
fn word_length(rest: &str) -> usize {
    rest.find(|mark: char| mark == '}' || mark.is_whitespace()).unwrap_or(rest.len())
}
