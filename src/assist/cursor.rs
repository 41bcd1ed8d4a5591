//! A text and a place in it to what is being written there. Read off the line alone, since what is half written can't be parsed.

use crate::model::block::{ROWS, Row};
use crate::source::Span;

/// What is being written. Spans hold what is there already of the name that is meant, up to the place.
#[derive(Clone, Copy)]
pub enum Cursor<'a> {
    /// A key of the front matter.
    Key(Span),
    /// A value of the front matter, of this key.
    Value(&'a str, Span),
    /// `[[id`, also with an anchor behind it.
    Link(Span),
    /// `[[id#anchor`: the id, and what is there of the anchor.
    Anchor(&'a str, Span),
    /// `{{facts.`
    Fact(Span),
    /// `:::name` or `::name`.
    Block(Span),
    /// An attribute's name in the braces of a block.
    Attribute(&'static Row, Span),
    /// An attribute's value.
    AttributeValue(&'static Row, &'a str, Span),
    /// `](path`
    File(Span),
}

impl<'a> Cursor<'a> {
    /// What is being written at a byte of a text; none in plain words.
    pub fn of(text: &'a str, offset: usize) -> Option<Cursor<'a>> {
        let before = text.get(..offset)?;
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = &before[start..];
        let from = |at: usize| Span::new(start + at, offset);
        if is_front(text, start) {
            let indented = line.starts_with([' ', '-']);
            return match line.split_once(':') {
                Some((key, value)) if !indented => {
                    let typed = value.rfind([' ', '[', ',']).map_or(0, |at| at + 1);
                    Some(Cursor::Value(key.trim(), from(key.len() + 1 + typed)))
                }
                None if !indented && is_name(line) => Some(Cursor::Key(from(0))),
                _ => None,
            };
        }
        if let Some(at) = open(line, "{{", "}}") {
            return Some(Cursor::Fact(from(at + line[at..].len() - line[at..].trim_start().len())));
        }
        if let Some(at) = open(line, "[[", "]]").filter(|at| !line[*at..].contains('|')) {
            return Some(match line[at..].split_once('#') {
                Some((id, _)) => Cursor::Anchor(id.trim(), from(at + id.len() + 1)),
                None => Cursor::Link(from(at)),
            });
        }
        let colons = line.len() - line.trim_start_matches(':').len();
        if colons >= 2 {
            let name_end = line[colons..].find(|mark: char| !mark.is_ascii_alphabetic());
            let Some(end) = name_end.map(|end| colons + end) else {
                return Some(Cursor::Block(from(colons)));
            };
            let row = ROWS.iter().find(|row| row.name == &line[colons..end])?;
            let at = open(line, "{", "}")?;
            let word = at + line[at..].rfind(' ').map_or(0, |at| at + 1);
            return Some(match line[word..].split_once('=') {
                Some((key, _)) => Cursor::AttributeValue(row, key, from(word + key.len() + 1)),
                None => Cursor::Attribute(row, from(word)),
            });
        }
        let at = open(line, "](", ")")?;
        Some(Cursor::File(from(at)))
    }
}

/// Whether a line that begins at a byte is one of the front matter's.
pub fn is_front(text: &str, start: usize) -> bool {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let shift = text.len() - body.len();
    if !body.starts_with("---") || start < shift + 3 {
        return false;
    }
    // Where nothing closes it yet, all that is written so far is of it.
    let end = body[3..].find("\n---").map_or(text.len(), |at| shift + 3 + at);
    start <= end
}

/// Where what `opens` left open begins.
fn open(line: &str, opens: &str, closes: &str) -> Option<usize> {
    let at = line.rfind(opens)? + opens.len();
    (!line[at..].contains(closes)).then_some(at)
}

fn is_name(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::Cursor;

    /// What is being written where the text ends.
    fn at(text: &str) -> String {
        let words = |span: crate::source::Span| span.of(text).to_string();
        match Cursor::of(text, text.len()) {
            None => "–".into(),
            Some(Cursor::Key(span)) => format!("key {}", words(span)),
            Some(Cursor::Value(key, span)) => format!("value of {key}: {}", words(span)),
            Some(Cursor::Link(span)) => format!("link {}", words(span)),
            Some(Cursor::Anchor(id, span)) => format!("anchor of {id}: {}", words(span)),
            Some(Cursor::Fact(span)) => format!("fact {}", words(span)),
            Some(Cursor::Block(span)) => format!("block {}", words(span)),
            Some(Cursor::Attribute(row, span)) => format!("attribute of {}: {}", row.name, words(span)),
            Some(Cursor::AttributeValue(row, key, span)) => {
                format!("{} of {}: {}", key, row.name, words(span))
            }
            Some(Cursor::File(span)) => format!("file {}", words(span)),
        }
    }

    #[test]
    fn what_is_being_written_is_read_off_the_line() {
        let body = "---\nid: a\n---\n\n";
        let cases = [
            ("---\nid: a\nki".to_string(), "key ki"),
            ("---\nkind: the".into(), "value of kind: the"),
            ("---\r\nkind: the".into(), "value of kind: the"),
            ("---\naudience: [patient, the".into(), "value of audience: the"),
            (format!("{body}Se [[w0"), "link w0"),
            (format!("{body}Se [[a]] og [["), "link "),
            (format!("{body}Se [[rest#ste"), "anchor of rest: ste"),
            (format!("{body}Se [[rest|ord"), "–"),
            (format!("{body}I {{{{facts.we"), "fact facts.we"),
            (format!("{body}:::ref"), "block ref"),
            (format!("{body}::exer"), "block exer"),
            (format!("{body}:::scale[Hvor?]{{#a fr"), "attribute of scale: fr"),
            (format!("{body}:::scale[Hvor?]{{#a share=the"), "share of scale: the"),
            (format!("{body}::exercise{{ref=calm"), "ref of exercise: calm"),
            (format!("{body}![Hender](../media/ha"), "file ../media/ha"),
            (format!("{body}Bare ord æøå"), "–"),
        ];
        for (text, expected) in cases {
            assert_eq!(at(&text), expected, "{text:?}");
        }
    }
}
