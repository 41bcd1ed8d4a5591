//! The shapes that values may have, as tables of rows: one table checks an author's file and makes the editor's schema.

use serde_json::{Map, Value as Json, json};

use super::yaml::{Value, Yaml};
use crate::diag::{Diagnostic, Lint, Message};
use crate::message;
use crate::source::{Path, Span, Spanned};

/// What a value must be.
pub enum Shape {
    /// Any words on one line or more.
    Text,
    /// `true` or `false`.
    Flag,
    /// A whole number from the first to the last, both included.
    Whole(i64, i64),
    /// ASCII kebab-case: `w03-limits`.
    Id,
    /// `2026-02-11`.
    Date,
    /// An ISO 8601 duration in years, months, weeks and days: `P5W`.
    Duration,
    /// `1.4.0`.
    Version,
    /// How often: `login`, `day`, `week`, `5/week` or a duration.
    Every,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// The first shape that fits, each tried in turn.
    Either(&'static [Shape]),
    /// A list.
    List(&'static Shape),
    /// A list, or one alone.
    OneOrMany(&'static Shape),
    /// Exactly two whole numbers, the smaller first.
    Between,
    /// A map with these keys.
    Record(&'static [Key]),
    /// A map from names of the author's own.
    Table(&'static Shape),
    /// A map whose keys are words that other parts of the project name (languages, countries), each with the same shape.
    ByName(&'static Shape),
}

/// One key of a record.
pub struct Key {
    pub name: &'static str,
    pub shape: Shape,
    pub required: bool,
    /// What the key is for, for editors, in English.
    pub about: &'static str,
}

impl Key {
    pub const fn required(name: &'static str, shape: Shape, about: &'static str) -> Key {
        Key { name, shape, required: true, about }
    }

    pub const fn optional(name: &'static str, shape: Shape, about: &'static str) -> Key {
        Key { name, shape, required: false, about }
    }
}

/// Checks values against shapes and gathers what is wrong.
pub struct Checker<'a> {
    pub path: &'a Path,
    /// Whether `undecided` may stand in the place of any value, as in `programme.yaml`.
    pub undecided: bool,
    pub found: &'a mut Vec<Diagnostic>,
}

impl Checker<'_> {
    /// Checks a map against the keys it may have. `whole` is what a missing key is reported at.
    pub fn record(&mut self, yaml: &Yaml, keys: &[Key], whole: Span) {
        let Value::Map(pairs) = &yaml.value else {
            if !matches!(yaml.value, Value::Null) {
                self.say(Lint::WrongType, yaml.span, message!("wrong-type", expected = "map"));
                return;
            }
            return self.missing(&[], keys, whole);
        };
        for (at, (name, value)) in pairs.iter().enumerate() {
            if let Some((first, _)) = pairs[..at].iter().find(|(earlier, _)| earlier.value == name.value) {
                self.twice(name, first.span);
                continue;
            }
            match keys.iter().find(|key| key.name == name.value) {
                Some(key) => self.value(value, &key.shape, name.span),
                None => {
                    let known = keys.iter().map(|key| key.name);
                    let fault = Diagnostic::new(
                        Lint::UnknownKey,
                        name.span.within(self.path),
                        message!("unknown-key", key = name.value),
                    );
                    self.found.push(super::vocabulary::suggest(fault, &name.value, known));
                }
            }
        }
        self.missing(pairs, keys, whole);
    }

    fn twice(&mut self, name: &Spanned<String>, first: Span) {
        let message = message!("duplicate-key", key = name.value);
        let fault = Diagnostic::new(Lint::DuplicateKey, name.span.within(self.path), message);
        self.found.push(fault.related(first.within(self.path), message!("first-here")));
    }

    fn missing(&mut self, pairs: &[(Spanned<String>, Yaml)], keys: &[Key], whole: Span) {
        let names = || keys.iter().map(|key| key.name);
        let unknown: Vec<&str> = pairs
            .iter()
            .map(|(name, _)| name.value.as_str())
            .filter(|name| names().all(|known| known != *name))
            .collect();
        for key in keys.iter().filter(|key| key.required) {
            // A key that is there under a wrong name has been reported already.
            let there = pairs.iter().any(|(name, _)| name.value == key.name)
                || unknown.iter().any(|name| super::vocabulary::meant(name, names()) == Some(key.name));
            if !there {
                self.say(Lint::MissingKey, whole, message!("missing-key", key = key.name));
            }
        }
    }

    fn value(&mut self, yaml: &Yaml, shape: &Shape, key: Span) {
        if matches!(yaml.value, Value::Null) {
            return self.say(Lint::WrongType, key, message!("wrong-type", expected = shape.expected()));
        }
        if self.undecided && yaml.text() == Some("undecided") {
            return;
        }
        match shape {
            Shape::List(item) => match &yaml.value {
                Value::List(items) => items.iter().for_each(|value| self.value(value, item, value.span)),
                _ => self.wrong(yaml, shape),
            },
            Shape::OneOrMany(item) => {
                yaml.many().iter().for_each(|value| self.value(value, item, value.span))
            }
            Shape::Record(keys) => self.record(yaml, keys, key),
            Shape::Table(item) | Shape::ByName(item) => match &yaml.value {
                Value::Map(pairs) => {
                    for (at, (name, value)) in pairs.iter().enumerate() {
                        if let Some((first, _)) =
                            pairs[..at].iter().find(|(earlier, _)| earlier.value == name.value)
                        {
                            self.twice(name, first.span);
                        } else {
                            self.value(value, item, name.span);
                        }
                    }
                }
                _ => self.wrong(yaml, shape),
            },
            Shape::Either(shapes) => {
                if shapes.iter().all(|shape| shape.judge_yaml(yaml).is_some()) {
                    self.wrong(yaml, shape);
                }
            }
            _ => {
                if let Some(verdict) = shape.judge_yaml(yaml) {
                    self.verdict(verdict, yaml, shape);
                }
            }
        }
    }

    fn wrong(&mut self, yaml: &Yaml, shape: &Shape) {
        self.say(Lint::WrongType, yaml.span, message!("wrong-type", expected = shape.expected()));
    }

    fn verdict(&mut self, verdict: Verdict, yaml: &Yaml, shape: &Shape) {
        let (lint, message) = verdict.worded(shape, yaml.text().unwrap_or_default());
        let fault = Diagnostic::new(lint, yaml.span.within(self.path), message);
        let text = yaml.text().unwrap_or_default();
        self.found.push(super::vocabulary::suggest(fault, text, shape.words(text).iter().copied()));
    }

    fn say(&mut self, lint: Lint, span: Span, message: Message) {
        self.found.push(Diagnostic::new(lint, span.within(self.path), message));
    }
}

/// The key that a name stands for, rightly or wrongly spelt.
pub fn meant_key(name: &str, keys: &[Key]) -> Option<&'static str> {
    let names = keys.iter().map(|key| key.name);
    names.clone().find(|known| *known == name).or_else(|| super::vocabulary::meant(name, names))
}

/// A map with its keys under the names that were meant where they are misspelt, so that one slip is one fault.
pub fn as_meant(mut yaml: Yaml, keys: &[Key]) -> Yaml {
    let Value::Map(pairs) = &mut yaml.value else { return yaml };
    for at in 0..pairs.len() {
        if let Some(name) = meant_key(&pairs[at].0.value, keys)
            && pairs.iter().all(|(other, _)| other.value != name)
        {
            pairs[at].0.value = name.into();
        }
    }
    yaml
}

/// How a scalar misses its shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    WrongType,
    OutOfRange,
    MalformedId,
}

impl Verdict {
    /// The lint and message for words that miss their shape in this way.
    pub fn worded(self, shape: &Shape, text: &str) -> (Lint, Message) {
        match (self, shape) {
            (Verdict::OutOfRange, Shape::Whole(from, to)) => {
                (Lint::OutOfRange, message!("out-of-range", value = text, from = from, to = to))
            }
            (Verdict::OutOfRange, _) => (Lint::OutOfRange, message!("out-of-range-order")),
            (Verdict::MalformedId, _) => (Lint::MalformedId, message!("malformed-id", id = text)),
            (Verdict::WrongType, Shape::OneOf(words)) => {
                (Lint::WrongType, message!("wrong-type-word", value = text, words = words.join(", ")))
            }
            (Verdict::WrongType, _) => (Lint::WrongType, message!("wrong-type", expected = shape.expected())),
        }
    }
}

impl Shape {
    /// What is wrong with the words of a scalar, or `None` when they fit.
    pub fn judge(&self, text: &str, quoted: bool) -> Option<Verdict> {
        let fits = match self {
            Shape::Text => !text.trim().is_empty(),
            Shape::Flag => !quoted && matches!(text, "true" | "false"),
            Shape::Whole(from, to) => match text.parse::<i64>() {
                Ok(number) if !quoted && (*from..=*to).contains(&number) => true,
                Ok(_) if !quoted => return Some(Verdict::OutOfRange),
                Err(fault) if !quoted && is_overflow(&fault) => return Some(Verdict::OutOfRange),
                _ => false,
            },
            Shape::Id if !is_id(text) => return Some(Verdict::MalformedId),
            Shape::Id => true,
            Shape::Date => is_date(text),
            Shape::Duration => is_duration(text),
            Shape::Version => is_version(text),
            Shape::Every => {
                let a_week = text.strip_suffix("/week").and_then(|times| times.parse().ok());
                matches!(text, "login" | "day" | "week")
                    || is_duration(text)
                    || a_week.is_some_and(|times: u32| (1..=50).contains(&times))
            }
            Shape::OneOf(words) => words.contains(&text),
            Shape::Either(shapes) => {
                return shapes.iter().map(|shape| shape.judge(text, quoted)).min().flatten();
            }
            Shape::OneOrMany(shape) => return shape.judge(text, quoted),
            Shape::List(_) | Shape::Between | Shape::Record(_) | Shape::Table(_) | Shape::ByName(_) => false,
        };
        (!fits).then_some(Verdict::WrongType)
    }

    fn judge_yaml(&self, yaml: &Yaml) -> Option<Verdict> {
        match (&yaml.value, self) {
            (Value::Scalar { text, quoted }, _) => self.judge(text, *quoted),
            (Value::List(items), Shape::Between) => match items.as_slice() {
                [from, to] => match (from.whole(), to.whole()) {
                    (Some(from), Some(to)) if from <= to => None,
                    (Some(_), Some(_)) => Some(Verdict::OutOfRange),
                    _ => Some(Verdict::WrongType),
                },
                _ => Some(Verdict::WrongType),
            },
            (Value::Map(pairs), Shape::Table(item) | Shape::ByName(item)) => {
                pairs.iter().find_map(|(_, value)| item.judge_yaml(value))
            }
            (Value::List(items), Shape::List(item) | Shape::OneOrMany(item)) => {
                items.iter().find_map(|value| item.judge_yaml(value))
            }
            _ => Some(Verdict::WrongType),
        }
    }

    /// The words that may have been meant. What has digits is no misspelt `week`, but a number that doesn't fit.
    pub fn words(&self, written: &str) -> &'static [&'static str] {
        match self {
            Shape::OneOf(words) => words,
            Shape::Every if !written.contains(|mark: char| mark.is_ascii_digit()) => {
                &["login", "day", "week"]
            }
            Shape::Either(shapes) => shapes
                .iter()
                .map(|shape| shape.words(written))
                .find(|words| !words.is_empty())
                .unwrap_or_default(),
            _ => &[],
        }
    }

    /// The name of this shape in messages (`expected-<name>` in Fluent).
    pub fn expected(&self) -> &'static str {
        match self {
            Shape::Text => "text",
            Shape::Flag => "flag",
            Shape::Whole(..) => "whole",
            Shape::Id => "id",
            Shape::Date => "date",
            Shape::Duration => "duration",
            Shape::Version => "version",
            Shape::Every => "every",
            Shape::OneOf(_) => "word",
            Shape::Either(shapes) => shapes.first().map_or("text", Shape::expected),
            Shape::OneOrMany(shape) => shape.expected(),
            Shape::List(_) => "list",
            Shape::Between => "between",
            Shape::Record(_) | Shape::Table(_) | Shape::ByName(_) => "map",
        }
    }

    /// This shape as JSON Schema. `undecided` allows that word in every scalar's place.
    pub fn schema(&self, undecided: bool) -> Json {
        let scalar = match self {
            Shape::Text => json!({ "type": ["string", "number"], "pattern": "\\S" }),
            Shape::Flag => json!({ "type": "boolean", "default": false }),
            Shape::Whole(from, to) => json!({ "type": "integer", "minimum": from, "maximum": to }),
            Shape::Id => json!({
                "type": "string", "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "maxLength": 64,
                "examples": ["w03-limits"]
            }),
            // Editors and other programs read a date in YAML as words; not all of them know the format.
            Shape::Date => json!({
                "type": "string", "format": "date", "pattern": "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$",
                "examples": ["2026-11-20"]
            }),
            Shape::Duration => json!({
                "type": "string", "pattern": "^P(?=\\d)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?$",
                "examples": ["P0D", "P5W", "P2Y"]
            }),
            Shape::Version => json!({
                "type": "string", "pattern": "^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)$", "examples": ["0.1.0"]
            }),
            Shape::Every => json!({
                "type": "string",
                "pattern": "^(login|day|week|\\d+/week|P(?=\\d)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?)$",
                "examples": ["day", "5/week", "P2D"]
            }),
            Shape::OneOf(words) => json!({ "enum": words }),
            Shape::Either(shapes) => {
                json!({ "anyOf": shapes.iter().map(|shape| shape.schema(false)).collect::<Vec<_>>() })
            }
            Shape::List(item) => return json!({ "type": "array", "items": item.schema(undecided) }),
            Shape::OneOrMany(item) => {
                let one = item.schema(undecided);
                return json!({ "anyOf": [one, { "type": "array", "items": one }] });
            }
            Shape::Between => json!({
                "type": "array", "items": { "type": "integer" }, "minItems": 2, "maxItems": 2
            }),
            Shape::Record(keys) => record_schema(keys, undecided),
            Shape::Table(item) | Shape::ByName(item) => {
                json!({ "type": "object", "additionalProperties": item.schema(undecided) })
            }
        };
        if undecided { json!({ "anyOf": [scalar, { "const": "undecided" }] }) } else { scalar }
    }
}

/// A record of keys as JSON Schema.
pub fn record_schema(keys: &[Key], undecided: bool) -> Json {
    let mut properties = Map::new();
    for key in keys {
        let mut schema = key.shape.schema(undecided);
        schema["description"] = json!(key.about);
        properties.insert(key.name.into(), schema);
    }
    let required: Vec<_> = keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

/// ASCII kebab-case, a letter first, 64 characters at most.
pub fn is_id(text: &str) -> bool {
    text.len() <= 64
        && text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
}

fn is_overflow(fault: &std::num::ParseIntError) -> bool {
    use std::num::IntErrorKind;
    matches!(fault.kind(), IntErrorKind::PosOverflow | IntErrorKind::NegOverflow)
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    let [year, month, day] = parts.as_slice() else { return false };
    if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
        return false;
    }
    let (Ok(year), Ok(month), Ok(day)) = (year.parse::<u32>(), month.parse::<u32>(), day.parse::<u32>())
    else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (1..=days).contains(&day)
}

/// `P` and at least one of years, months, weeks, days in that order. `P0D` is day 0.
pub fn is_duration(text: &str) -> bool {
    let Some(mut rest) = text.strip_prefix('P') else { return false };
    if rest.is_empty() {
        return false;
    }
    for unit in ['Y', 'M', 'W', 'D'] {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if (1..=6).contains(&digits) && rest[digits..].starts_with(unit) {
            rest = &rest[digits + 1..];
        }
    }
    rest.is_empty()
}

fn is_version(text: &str) -> bool {
    let parts: Vec<&str> = text.split('.').collect();
    parts.len() == 3
        && parts.iter().all(|part| part.parse::<u32>().is_ok_and(|number| number.to_string() == **part))
}
