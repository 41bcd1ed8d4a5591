//! YAML text to a tree whose every key and value knows its words. The one file that knows the YAML library.
//!
//! YAML is read as 1.2: a bare `no` and a date are strings. Anchors, aliases and merges are refused, so that a small
//! file cannot grow into a large one.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value as Json;

use crate::source::{Span, Spanned};

/// A value and where it stands.
#[derive(Clone, Debug, Default)]
pub struct Yaml {
    pub span: Span,
    pub value: Value,
}

#[derive(Clone, Debug, Default)]
pub enum Value {
    /// A key without a value.
    #[default]
    Null,
    /// The words as written; `quoted` tells `"10"` from `10`.
    Scalar {
        text: String,
        quoted: bool,
    },
    List(Vec<Yaml>),
    /// Pairs in the order written, repeated keys included.
    Map(Vec<(Spanned<String>, Yaml)>),
}

impl Yaml {
    /// The value of `key` in a map; the first one where a key is repeated.
    pub fn get(&self, key: &str) -> Option<&Yaml> {
        self.pairs().iter().find(|(name, _)| name.value == key).map(|(_, value)| value)
    }

    /// The place of a key in a map.
    pub fn key(&self, key: &str) -> Option<Span> {
        self.pairs().iter().find(|(name, _)| name.value == key).map(|(name, _)| name.span)
    }

    /// The scalar's words; `None` for lists, maps and keys without a value.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The scalar's words with their place.
    pub fn words(&self) -> Option<Spanned<String>> {
        self.text().map(|text| self.span.at(text.to_string()))
    }

    /// An unquoted whole number.
    pub fn whole(&self) -> Option<i64> {
        match &self.value {
            Value::Scalar { text, quoted: false } => text.parse().ok(),
            _ => None,
        }
    }

    /// An unquoted `true` or `false`.
    pub fn flag(&self) -> Option<bool> {
        match &self.value {
            Value::Scalar { text, quoted: false } => text.parse().ok(),
            _ => None,
        }
    }

    /// A list's items, or the value itself where one stands alone.
    pub fn many(&self) -> &[Yaml] {
        match &self.value {
            Value::List(items) => items,
            Value::Null => &[],
            _ => std::slice::from_ref(self),
        }
    }

    /// The value as JSON: bare numbers and truth values become such, all else is text.
    pub fn json(&self) -> Json {
        match &self.value {
            Value::Null => Json::Null,
            Value::Scalar { text, quoted: false } => match (text.parse::<i64>(), text.parse::<bool>()) {
                (Ok(number), _) => number.into(),
                (_, Ok(flag)) => flag.into(),
                _ => text.as_str().into(),
            },
            Value::Scalar { text, .. } => text.as_str().into(),
            Value::List(items) => items.iter().map(Yaml::json).collect(),
            Value::Map(pairs) => {
                Json::Object(pairs.iter().map(|(name, value)| (name.value.clone(), value.json())).collect())
            }
        }
    }

    pub fn pairs(&self) -> &[(Spanned<String>, Yaml)] {
        match &self.value {
            Value::Map(pairs) => pairs,
            _ => &[],
        }
    }
}

/// A value as YAML on one line, `{ kind: theme, audience: [patient] }`, which [`Yaml::json`] reads back as it was.
pub fn flow(value: &Json) -> String {
    let many = |parts: Vec<String>| parts.join(", ");
    match value {
        Json::String(text) => word(text),
        Json::Array(items) => format!("[{}]", many(items.iter().map(flow).collect())),
        Json::Object(pairs) if pairs.is_empty() => "{}".into(),
        Json::Object(pairs) => {
            let pairs = pairs.iter().map(|(key, value)| format!("{}: {}", word(key), flow(value)));
            format!("{{ {} }}", many(pairs.collect()))
        }
        _ => value.to_string(),
    }
}

/// A text as YAML: bare where every reader of YAML takes it for words, else as JSON has it, which is YAML too.
pub fn word(text: &str) -> String {
    let plain = |text: &str| {
        text.starts_with(|c: char| c.is_ascii_alphabetic())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
    };
    // In YAML 1.1 these are truth values or nothing.
    let taken = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    let version =
        || text.split('.').count() == 3 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    match (plain(text) && !taken.contains(&text.to_ascii_lowercase().as_str())) || version() {
        true => text.into(),
        false => Json::from(text).to_string(),
    }
}

/// Why a text is not YAML that andrum reads, with the words it is about.
#[derive(Debug)]
pub struct Fault {
    pub span: Span,
    /// A variant of the message `yaml-syntax`.
    pub reason: &'static str,
}

/// Events (scalars, openings and closings) that an author's YAML may have.
const AUTHORED: usize = 20_000;
/// Events that a file written by the tool may have.
const WRITTEN: usize = 20_000_000;

/// Reads `text`, whose first byte stands at `offset` in its file.
pub fn parse(text: &str, offset: usize) -> Result<Yaml, Fault> {
    read(text, offset, AUTHORED)
}

/// Reads a file that the tool wrote, of any length.
pub fn parse_written(text: &str) -> Result<Yaml, Fault> {
    read(text, 0, WRITTEN)
}

fn read(text: &str, offset: usize, events: usize) -> Result<Yaml, Fault> {
    if let Some(at) = tab_indent(text) {
        return Err(Fault { span: Span::new(at, at + 1).moved(offset), reason: "tab" });
    }
    let options = serde_yaml::options! {
        strict_booleans: true,
        duplicate_keys: serde_yaml::DuplicateKeyPolicy::PassThrough,
        merge_keys: serde_yaml::MergeKeyPolicy::AsOrdinary,
        with_snippet: false,
        budget: serde_yaml::budget! { max_anchors: 0, max_aliases: 0, max_depth: 16, max_events: events, max_nodes: events },
    };
    let raw: Raw =
        serde_yaml::from_str_with_options(text, options).map_err(|error| worded(text, offset, &error))?;
    Ok(raw.placed(text, offset))
}

/// The library's faults come in English, placed where it gave up; these are ours, placed where the author slipped.
fn worded(text: &str, offset: usize, error: &serde_yaml::Error) -> Fault {
    let at = error.location().map_or(0, |place| byte_of(text, place.span().offset()));
    let english = error.to_string();
    let fault = |span: Span, reason| Fault { span: span.moved(offset), reason };
    let alias = english.contains("anchor") || english.contains("alias");
    if let Some(span) = anchor(text).filter(|_| alias) {
        fault(span, "alias")
    } else if english.contains("budget") || english.contains("depth") || english.contains("exceed") {
        fault(line_at(text, at), "too-much")
    } else if let Some(span) = second_colon(text, at) {
        fault(span, "colon")
    } else if let Some(span) = open_quote(text, at) {
        fault(span, "quote")
    } else {
        fault(open_bracket(text, at).unwrap_or_else(|| line_at(text, at)), "other")
    }
}

/// The byte of the character at `offset`, counted in characters.
fn byte_of(text: &str, offset: u64) -> usize {
    let characters = usize::try_from(offset).unwrap_or(usize::MAX);
    text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at)
}

/// A tab that indents a line; YAML allows none.
fn tab_indent(text: &str) -> Option<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = line[..indent].find('\t')
            && !line.trim().is_empty()
        {
            return Some(start + tab);
        }
        start += line.len();
    }
    None
}

/// `title: Uke 3: når`: the value of the line at fault, when it holds an unquoted `: `.
fn second_colon(text: &str, at: usize) -> Option<Span> {
    let line = line_at(text, at);
    let words = line.of(text);
    let (key, value) = words.split_once(": ")?;
    let start = line.start as usize + key.len() + 2 + (value.len() - value.trim_start().len());
    let value = value.trim();
    let bare = !value.starts_with(['"', '\'', '{', '[', '#', '|', '>']);
    (bare && (value.contains(": ") || value.ends_with(':'))).then(|| Span::new(start, start + value.len()))
}

/// The nearest quote mark at or above the line at fault that begins a value and is not closed on its line.
fn open_quote(text: &str, at: usize) -> Option<Span> {
    nearest_line(text, at, |line, words| {
        let begins = |(at, mark): (usize, char)| {
            let before = words[..at].trim_end();
            let begins = before.is_empty() || before.ends_with([':', '-', '[', '{', ',']);
            let open = matches!(mark, '"' | '\'') && words[at..].matches(mark).count() % 2 == 1;
            (begins && open).then(|| Span::new(line.start as usize + at, line.end as usize))
        };
        words.char_indices().find_map(begins)
    })
}

/// The nearest bracket at or above the line at fault that is not closed on its line.
fn open_bracket(text: &str, at: usize) -> Option<Span> {
    nearest_line(text, at, |line, words| {
        let opens = words.matches(['[', '{']).count() > words.matches([']', '}']).count();
        let first = words.find(['[', '{']).filter(|_| opens)?;
        Some(Span::new(line.start as usize + first, line.end as usize))
    })
}

/// What `find` makes of the line at fault, or of the nearest of the few lines above it.
fn nearest_line(text: &str, at: usize, find: impl Fn(Span, &str) -> Option<Span>) -> Option<Span> {
    let mut line = line_at(text, at);
    for _ in 0..8 {
        if let Some(span) = find(line, line.of(text)) {
            return Some(span);
        }
        let above = text[..line.start as usize].trim_end().len();
        line = line_at(text, above.checked_sub(1)?);
    }
    None
}

/// The first `&name`, `*name` or `<<` in a value's place.
fn anchor(text: &str) -> Option<Span> {
    let mut previous = ' ';
    for (at, mark) in text.char_indices() {
        if matches!(mark, '&' | '*') && matches!(previous, ' ' | '[' | ',' | '\n') {
            let end = text[at..].find([' ', '\n', ',', ']', '}']).map_or(text.len(), |length| at + length);
            if end > at + 1 {
                return Some(Span::new(at, end));
            }
        }
        previous = mark;
    }
    None
}

/// The line that holds byte `at`, or the last one with words in it, without white space around it.
fn line_at(text: &str, at: usize) -> Span {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    let line = &text[start..end];
    if line.trim().is_empty() && start > 0 && !text[..start].trim().is_empty() {
        return line_at(text, text[..start].trim_end().len() - 1);
    }
    let inset = line.len() - line.trim_start().len();
    Span::new(start + inset, start + inset + line.trim().len())
}

/// What the library hands over: a value with the place where it was read.
struct Raw(serde_yaml::Spanned<RawValue>);

enum RawValue {
    Null,
    /// A number or a truth value: the words themselves stand in the source.
    Plain,
    Text(String),
    List(Vec<Raw>),
    Map(Vec<(Raw, Raw)>),
}

impl Raw {
    fn placed(self, text: &str, offset: usize) -> Yaml {
        let place = self.0.referenced.span();
        let start = place.byte_offset().unwrap_or(0) as usize;
        let span = Span::new(start, start + place.byte_len().unwrap_or(0) as usize);
        let words = span.of(text);
        let closing =
            if words.starts_with('[') { Some(']') } else { Some('}').filter(|_| words.starts_with('{')) };
        let value = match self.0.value {
            RawValue::Null => Value::Null,
            RawValue::Plain => Value::Scalar { text: words.trim().into(), quoted: false },
            RawValue::Text(value) => Value::Scalar { quoted: words.starts_with(['"', '\'']), text: value },
            RawValue::List(items) => {
                Value::List(items.into_iter().map(|item| item.placed(text, offset)).collect())
            }
            RawValue::Map(pairs) => Value::Map(
                pairs
                    .into_iter()
                    .map(|(key, value)| {
                        let key = key.placed(text, offset);
                        let name = key.text().unwrap_or_default().to_string();
                        (key.span.at(name), value.placed(text, offset))
                    })
                    .collect(),
            ),
        };
        let last = match &value {
            Value::List(items) => items.last().map(|item| item.span.end),
            Value::Map(pairs) => pairs.last().map(|(key, value)| key.span.end.max(value.span.end)),
            _ => None,
        };
        // The library places a list or map at its first sign alone.
        let end = last.map_or(span.end as usize, |end| end as usize - offset).max(span.end as usize);
        let end = closing.and_then(|sign| Some(end + text.get(end..)?.find(sign)? + 1)).unwrap_or(end);
        Yaml { span: trimmed(Span::new(start, end), text).moved(offset), value }
    }
}

/// Without the white space that a folded or last value drags along.
fn trimmed(span: Span, text: &str) -> Span {
    Span::new(span.start as usize, span.start as usize + span.of(text).trim_end().len())
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Raw, D::Error> {
        serde_yaml::Spanned::deserialize(deserializer).map(Raw)
    }
}

impl<'de> Deserialize<'de> for RawValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<RawValue, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = RawValue;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<RawValue, E> {
        Ok(RawValue::Plain)
    }

    fn visit_i64<E>(self, _: i64) -> Result<RawValue, E> {
        Ok(RawValue::Plain)
    }

    fn visit_u64<E>(self, _: u64) -> Result<RawValue, E> {
        Ok(RawValue::Plain)
    }

    fn visit_i128<E>(self, _: i128) -> Result<RawValue, E> {
        Ok(RawValue::Plain)
    }

    fn visit_u128<E>(self, _: u128) -> Result<RawValue, E> {
        Ok(RawValue::Plain)
    }

    fn visit_f64<E>(self, _: f64) -> Result<RawValue, E> {
        Ok(RawValue::Plain)
    }

    fn visit_str<E>(self, text: &str) -> Result<RawValue, E> {
        Ok(RawValue::Text(text.into()))
    }

    fn visit_string<E>(self, text: String) -> Result<RawValue, E> {
        Ok(RawValue::Text(text))
    }

    fn visit_unit<E>(self) -> Result<RawValue, E> {
        Ok(RawValue::Null)
    }

    fn visit_none<E>(self) -> Result<RawValue, E> {
        Ok(RawValue::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<RawValue, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(RawValue::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<RawValue, A::Error> {
        let mut map = Vec::new();
        while let Some(pair) = pairs.next_entry()? {
            map.push(pair);
        }
        Ok(RawValue::Map(map))
    }
}
