//! `other-language`: a sentence that seems to be in another of the programme's languages, left behind by who translated.
//!
//! Says nothing of short sentences, nor of what need not be in the page's language: quotations, names, facts, titles of
//! other pages, and what the author has marked as foreign.

use std::ops::Range;

use super::Reading;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::passage::{Kind, Passage, Voice};
use crate::model::sentence::{Begins, Sentence, Word};
use crate::source::Span;

/// Fewer words than this are judged by their letters alone, in a title, and else not at all.
const WORDS: usize = 6;

/// From so many on, and when they are most of the page, it is the page that is in another language.
const PAGE: usize = 4;

pub fn check(reading: &Reading, found: &mut Vec<Diagnostic>) {
    let classifier = &reading.programme.project.classifier;
    if !classifier.may_judge(reading.language) {
        return;
    }
    let (mut judged, mut strayed) = (0, 0);
    let mut stretches: Vec<(usize, Span)> = Vec::new();
    let mut words = Vec::new();
    for passage in reading.passages.iter().filter(|passage| !passage.quoted) {
        let quotations = passage.quotations();
        let mut last: Option<(usize, Range<usize>)> = None;
        for sentence in &passage.sentences {
            words.clear();
            let names = gather(passage, &quotations, sentence, &mut words);
            let other = if words.len() + names >= WORDS {
                judged += 1;
                classifier.other(reading.language, &passage.text, &words)
            } else if is_title(passage.kind) {
                classifier.other_by_letters(reading.language, &passage.text, &words)
            } else {
                continue;
            };
            if let Some((language, stretch)) = &mut last
                && other == Some(*language)
            {
                stretch.end = sentence.range.end;
            } else {
                stretches.extend(last.take().map(|(language, stretch)| (language, passage.place(stretch))));
                last = other.map(|language| (language, sentence.range.clone()));
            }
            strayed += usize::from(other.is_some());
        }
        stretches.extend(last.map(|(language, stretch)| (language, passage.place(stretch))));
    }
    let named = |language: usize| &reading.programme.project.languages[language].code;
    match stretches.first() {
        Some((language, _)) if strayed >= PAGE && strayed * 2 > judged => {
            let message = message!("other-language-page", language = named(*language));
            found.push(reading.fault(Lint::OtherLanguage, reading.text.title.span, message));
        }
        _ => found.extend(stretches.iter().map(|(language, span)| {
            let message = message!("other-language", language = named(*language));
            reading.fault(Lint::OtherLanguage, *span, message)
        })),
    }
}

/// Whether a passage is short by nature, so that it is judged though it has few words.
fn is_title(kind: Kind) -> bool {
    matches!(kind, Kind::Title | Kind::Heading(_) | Kind::Label)
}

/// Adds the words of a sentence that should be in the page's language, and tells how many names it has besides.
fn gather(
    passage: &Passage,
    quotations: &[Range<usize>],
    sentence: &Sentence,
    words: &mut Vec<Word>,
) -> usize {
    let mut names = 0;
    for (word, voice) in passage.words_of(sentence) {
        let quoted = quotations.iter().any(|quotation| quotation.contains(&(word.start as usize)));
        let own = matches!(voice, Voice::Author | Voice::Alt);
        match word.begins {
            Begins::Digit => {}
            _ if quoted || !own => {}
            Begins::Capital if !words.is_empty() => names += 1,
            Begins::Capital | Begins::Small => words.push(*word),
        }
    }
    names
}
