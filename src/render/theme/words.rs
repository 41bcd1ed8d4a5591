//! The words of a part's languages against what its templates, its scripts and the program ask for.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Diagnostic, Lint, nearest};
use crate::message;
use crate::model::words::Words;
use crate::source::Span;

/// The ids in `word(id="…")`.
pub fn asked_by_template(template: &str) -> impl Iterator<Item = String> + '_ {
    quoted_after(template, CALL)
}

/// How a template asks for a word by its name.
const CALL: &str = "word(id=\"";

/// Where a template finds the words without gaps, by id.
pub const READY: &str = "ready_words";

/// A template that looks up what it asks for without filling gaps, which takes a tenth of the time of a call. One with a
/// component stays as it is: a component sees functions and its own arguments, and nothing else.
pub fn looked_up(template: &str) -> String {
    if template.contains("component") {
        return template.into();
    }
    let mut parts = template.split(CALL);
    let mut out = parts.next().unwrap_or_default().to_string();
    for part in parts {
        match part.split_once("\")").filter(|(id, _)| !id.contains('"')) {
            Some((id, rest)) => out.extend([READY, "[\"", id, "\"]", rest]),
            None => out.extend([CALL, part]),
        }
    }
    out
}

/// The ids in `word("…")`, as scripts ask for words.
pub fn asked_by_script(script: &str) -> impl Iterator<Item = String> + '_ {
    quoted_after(script, "word(\"")
}

fn quoted_after<'a>(text: &'a str, start: &'a str) -> impl Iterator<Item = String> + 'a {
    text.match_indices(start).filter_map(move |(at, _)| {
        let rest = &text[at + start.len()..];
        Some(rest[..rest.find('"')?].to_string())
    })
}

/// Reports words that are missing, and those that nothing asks for.
pub fn check(words: &Words, asked: &BTreeSet<String>, asked_by_name: &[&str], found: &mut Vec<Diagnostic>) {
    if words.is_empty() {
        let place = Span::default().within(&words.path);
        return found.push(Diagnostic::new(
            Lint::MissingWord,
            place,
            message!("missing-word-file", file = words.path),
        ));
    }
    let by_name = |id: &str| asked_by_name.iter().any(|start| id.starts_with(start));
    let places = words.places.iter().map(|(id, span)| (id.as_str(), *span));
    let mut unused: BTreeMap<&str, Span> =
        places.filter(|(id, _)| !asked.contains(*id) && !by_name(id)).collect();
    for id in asked.iter().filter(|id| !words.has(id)) {
        // A word that nothing asks for, under a name like this one, is the one that was meant.
        let meant = nearest(id, unused.keys().copied()).and_then(|meant| unused.remove_entry(meant));
        let (written, span) = meant.unwrap_or_default();
        let message = message!("missing-word", word = id);
        let fault = Diagnostic::new(Lint::MissingWord, span.within(&words.path), message);
        found.push(fault.nearest(written, [id.as_str()], false));
    }
    for (id, span) in unused {
        let message = message!("unused-word", word = id);
        let fault = Diagnostic::new(Lint::UnusedWord, span.within(&words.path), message);
        found.push(fault.nearest(id, asked.iter().map(String::as_str), false));
    }
}

/// Reports the words of a language that take other variables than in the first language. A word that is missing is a
/// fault of its own.
pub fn check_variables(
    first: &Words,
    words: &Words,
    own: impl Fn(&str) -> bool,
    found: &mut Vec<Diagnostic>,
) {
    let named = |gaps: &BTreeSet<String>| match gaps.is_empty() {
        true => "none".to_string(),
        false => gaps.iter().map(|gap| format!("${gap}")).collect::<Vec<_>>().join(", "),
    };
    for (id, here) in words.gaps.iter().filter(|(id, _)| own(id)) {
        let Some(there) = first.gaps.get(id).filter(|there| *there != here) else { continue };
        let place = |words: &Words| words.places.get(id).copied().unwrap_or_default().within(&words.path);
        let message = message!("word-variables", word = id, here = named(here), there = named(there));
        let fault = Diagnostic::new(Lint::WordVariables, place(words), message);
        found.push(fault.related(place(first), message!("twin-here")));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_looked_up_unless_they_have_gaps_or_their_name_is_not_known_yet() {
        let template = "{{ word(id=\"skip\") }}{{ word(id=\"minutes\", minutes=5) }}{{ word(id=kind) }}";
        let quick = "{{ ready_words[\"skip\"] }}{{ word(id=\"minutes\", minutes=5) }}{{ word(id=kind) }}";
        assert_eq!(looked_up(template), quick);
        assert_eq!(looked_up("no words"), "no words");
    }
}
