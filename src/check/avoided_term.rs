//! `avoided-term`: words that `terms` in `programme.yaml` has another word for, also inflected, never inside others.

use super::Reading;
use crate::diag::{Diagnostic, Fix, Lint};
use crate::message;
use crate::model::locale::Locale;
use crate::model::passage::{Passage, Voice};
use crate::model::project::FILE;
use crate::model::sentence::small;
use crate::model::term::{Term, folded};
use crate::source::Path;

/// A shorter word with an ending is too often another word.
const SHORTEST: usize = 5;

pub fn check(reading: &Reading, found: &mut Vec<Diagnostic>) {
    let terms = &reading.programme.project.languages[reading.language].terms;
    if terms.is_empty() {
        return;
    }
    for passage in reading.passages.iter().filter(|passage| !passage.quoted) {
        for (at, word) in passage.words.iter().enumerate() {
            let begins = passage.text[word.start as usize..].chars().next().map(small);
            for term in terms.iter().filter(|term| term.words[0].chars().next() == begins) {
                let here = passage.words[at..].iter().take(term.words.len());
                let plain: Vec<String> = here.map(|word| folded(&passage.text[word.range()])).collect();
                let Some(exact) = meets(&term.words, &plain, reading.locale()) else { continue };
                let last = &passage.words[at + term.words.len() - 1];
                let range = word.start as usize..last.end as usize;
                let own = |at| matches!(passage.voice(at), Voice::Author | Voice::Alt);
                if own(range.start) && own(range.end - 1) && !is_cited(passage, range.start) {
                    found.push(fault(reading, passage, range, term, exact));
                }
            }
        }
    }
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
fn is_cited(passage: &Passage, at: usize) -> bool {
    passage.quotations().iter().any(|quotation| quotation.contains(&at))
}

fn fault(
    reading: &Reading,
    passage: &Passage,
    range: std::ops::Range<usize>,
    term: &Term,
    exact: bool,
) -> Diagnostic {
    let written = &passage.text[range.clone()];
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
