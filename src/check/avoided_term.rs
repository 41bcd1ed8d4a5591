//! `avoided-term`: words that `terms` in `programme.yaml` has another word for, also inflected, never inside others.

use super::Reading;
use crate::diag::{Diagnostic, Fix, Lint};
use crate::message;
use crate::model::locale::Locale;
use crate::model::passage::{Passage, Voice};
use crate::model::project::FILE;
use crate::model::sentence;
use crate::source::{Path, Span};
use crate::syntax::yaml::Yaml;

/// A shorter word with an ending is too often another word.
const SHORTEST: usize = 5;

/// A word to avoid, as programme.yaml has it.
struct Term {
    /// Its words in small letters.
    words: Vec<String>,
    instead: String,
    at: Span,
}

pub fn check(reading: &Reading, found: &mut Vec<Diagnostic>) {
    let terms = terms(reading);
    if terms.is_empty() {
        return;
    }
    for passage in reading.passages.iter().filter(|passage| !passage.quoted) {
        let words: Vec<_> = sentence::words(&passage.words).collect();
        let plain: Vec<String> = words.iter().map(|range| folded(&passage.words[range.clone()])).collect();
        for at in 0..words.len() {
            for term in &terms {
                let Some(exact) = meets(&term.words, &plain[at..], reading.locale()) else { continue };
                let range = words[at].start..words[at + term.words.len() - 1].end;
                let own = |at| matches!(passage.voice(at), Voice::Author | Voice::Alt);
                if own(range.start) && own(range.end - 1) && !is_cited(passage, range.start, reading.locale())
                {
                    found.push(fault(reading, passage, range, term, exact));
                }
            }
        }
    }
}

/// The terms of the page's language.
fn terms(reading: &Reading) -> Vec<Term> {
    let project = &reading.programme.project;
    let rows =
        project.written.get("terms").and_then(|terms| terms.get(&project.languages[reading.language].code));
    let mut terms = Vec::new();
    for row in rows.map_or(&[][..], Yaml::many) {
        let Some(instead) = row.get("use").and_then(Yaml::text) else { continue };
        for avoided in row.get("not").map_or(&[][..], Yaml::many) {
            let text = avoided.text().unwrap_or_default();
            let words: Vec<String> = sentence::words(text).map(|range| folded(&text[range])).collect();
            if !words.is_empty() {
                terms.push(Term { words, instead: instead.into(), at: avoided.span });
            }
        }
    }
    terms
}

/// A word in small letters, composed.
fn folded(word: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    if word.is_ascii() { word.to_ascii_lowercase() } else { word.to_lowercase().nfc().collect() }
}

/// Whether the text goes on with a term, and if so, whether it stands there in its base form.
fn meets(term: &[String], text: &[String], locale: &Locale) -> Option<bool> {
    let (last, first) = term.split_last()?;
    let word = text.get(first.len())?;
    if first != &text[..first.len()] {
        return None;
    }
    if word == last {
        return Some(true);
    }
    let ends = |stem: &str| {
        let ending = word.strip_prefix(stem)?;
        locale.endings.iter().any(|known| known == ending).then_some(false)
    };
    // A double consonant is written once before a `t`: interpersonell, interpersonelt.
    let single = || word.strip_suffix('t').filter(|stem| is_doubled(last, stem)).map(|_| false);
    if last.chars().count() < SHORTEST { None } else { ends(last).or_else(single) }
}

fn is_doubled(word: &str, stem: &str) -> bool {
    word.strip_prefix(stem).is_some_and(|rest| rest.len() == 1 && stem.ends_with(rest))
}

/// Whether a word stands between quote marks: it is someone else's, or the word itself is spoken of.
fn is_cited(passage: &Passage, at: usize, locale: &Locale) -> bool {
    let [open, close, ..] = locale.quotes[..] else { return false };
    let before = passage.words[..at].chars();
    if open == close {
        return before.filter(|mark| *mark == open).count() % 2 == 1;
    }
    before.rev().find(|mark| *mark == open || *mark == close) == Some(open)
}

fn fault(
    reading: &Reading,
    passage: &Passage,
    range: std::ops::Range<usize>,
    term: &Term,
    exact: bool,
) -> Diagnostic {
    let written = &passage.words[range.clone()];
    let message = message!("avoided-term", word = written, instead = term.instead);
    let place = passage.place(range.clone());
    let mut fault = reading
        .fault(Lint::AvoidedTerm, place, message)
        .related(term.at.within(&Path::new(FILE)), message!("avoided-term-here"));
    let edit = if exact { passage.exact(range).zip(cased(written, &term.instead)) } else { None };
    fault.fix = edit.map(|(span, words)| Fix { edits: vec![(span.within(&reading.text.path), words)] });
    fault
}

/// The preferred word with a capital where the avoided one has it; `None` where that one has others.
fn cased(written: &str, instead: &str) -> Option<String> {
    let mut marks = written.chars();
    let first = marks.next()?;
    if marks.any(char::is_uppercase) {
        return None;
    }
    let mut rest = instead.chars();
    match first.is_uppercase() {
        true => Some(rest.next()?.to_uppercase().chain(rest).collect()),
        false => Some(instead.into()),
    }
}
