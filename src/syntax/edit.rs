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
