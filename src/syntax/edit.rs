//! Front matter and values for one of its keys to the edits that set them, everything else left byte for byte.

use super::yaml::{Value, Yaml};
use crate::source::Span;

/// The edits that make `key`, a map, hold `fields` as they are written in YAML. Where the key is missing it becomes the last
/// line of the header. `None` where the header or the key is not of a form that can be added to.
pub fn set(text: &str, front: &Yaml, key: &str, fields: &[(&str, &str)]) -> Option<Vec<(Span, String)>> {
    let end = if text[..text.find('\n')?].ends_with('\r') { "\r\n" } else { "\n" };
    let Some(value) = front.get(key) else {
        let pairs: Vec<String> = fields.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        let line = format!("{key}: {{ {} }}{end}", pairs.join(", "));
        let at = closing(text)?;
        return Some(vec![(Span::new(at, at), line)]);
    };
    let Value::Map(pairs) = &value.value else { return None };
    let (first, (_, last)) = (&pairs.first()?.0, pairs.last()?);
    let mut edits = Vec::new();
    let mut added = String::new();
    for (name, new) in fields {
        match value.get(name) {
            Some(old) if old.span.of(text) == *new => {}
            Some(old) => edits.push((old.span, new.to_string())),
            None if value.span.of(text).starts_with('{') => added += &format!(", {name}: {new}"),
            None => {
                let line = text[..first.span.start as usize].rfind('\n').map_or(0, |at| at + 1);
                let indent = &text[line..first.span.start as usize];
                added += &format!("{end}{indent}{name}: {new}");
            }
        }
    }
    if !added.is_empty() {
        edits.push((Span { start: last.span.end, end: last.span.end }, added));
    }
    Some(edits)
}

/// The edits that put `row`, as it is written in YAML, at the end of `key`, a list. Where the key is missing it becomes the
/// last line of the header. `None` where the header or the key is not of a form that can be added to.
pub fn append(text: &str, front: &Yaml, key: &str, row: &str) -> Option<Vec<(Span, String)>> {
    let end = if text[..text.find('\n')?].ends_with('\r') { "\r\n" } else { "\n" };
    let Some(value) = front.get(key) else {
        let at = closing(text)?;
        return Some(vec![(Span::new(at, at), format!("{key}: [ {row} ]{end}"))]);
    };
    let Value::List(rows) = &value.value else { return None };
    let Some((first, last)) = rows.first().zip(rows.last()) else {
        return Some(vec![(value.span, format!("[ {row} ]"))]);
    };
    let last = end_of(last);
    if value.span.of(text).starts_with('[') {
        return Some(vec![(Span::new(last, last), format!(", {row}"))]);
    }
    let start = first.span.start as usize;
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let dash = text[line..start].strip_suffix(' ').filter(|dash| dash.trim() == "-")?;
    let at = last + text[last..].find('\n')?;
    let at = at - usize::from(text[..at].ends_with('\r'));
    Some(vec![(Span::new(at, at), format!("{end}{dash} {row}"))])
}

/// Where the words of a value end. The span of a map or list that is written line by line may reach further.
fn end_of(value: &Yaml) -> usize {
    let last = match &value.value {
        Value::List(rows) => rows.last(),
        Value::Map(pairs) => pairs.last().map(|(_, value)| value),
        _ => None,
    };
    last.map_or(0, end_of).max(value.span.end as usize)
}

/// The first byte of the line that closes the header.
fn closing(text: &str) -> Option<usize> {
    let mut lines = text.split_inclusive('\n');
    let mut at = lines.next()?.len();
    for line in lines {
        if line.trim_end() == "---" {
            return Some(at);
        }
        at += line.len();
    }
    None
}
