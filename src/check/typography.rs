//! `typography`: quote marks and dashes as the page's language writes them.

use std::ops::Range;

use super::Reading;
use crate::diag::{Diagnostic, Fix, Lint, Message};
use crate::message;
use crate::model::passage::{Passage, Voice};

/// Marks that some language or keyboard puts around a quotation. Single ones may be apostrophes and are left alone.
const QUOTES: [char; 7] = ['"', '“', '”', '„', '‟', '«', '»'];

pub fn check(reading: &Reading, found: &mut Vec<Diagnostic>) {
    for passage in reading.passages.iter().filter(|passage| !passage.quoted) {
        let mut judge = Judge { reading, passage, found };
        if passage.marked && passage.text.contains(QUOTES) {
            judge.quotes();
        }
        if memchr::memchr(b'-', passage.text.as_bytes()).is_some()
            || (passage.marked && passage.text.contains('—'))
        {
            judge.dashes();
        }
    }
}

struct Judge<'a, 'r> {
    reading: &'a Reading<'r>,
    passage: &'a Passage,
    found: &'a mut Vec<Diagnostic>,
}

impl Judge<'_, '_> {
    /// Pairs marks by what stands around them, and reports pairs that are not the language's.
    fn quotes(&mut self) {
        let [open, close, ref inner @ ..] = self.reading.locale().quotes[..] else { return };
        let inner = (inner.first().copied().unwrap_or(open), inner.get(1).copied().unwrap_or(close));
        let mut opened: Vec<(usize, char)> = Vec::new();
        let mut alone = Vec::new();
        let passage = self.passage;
        let text = &passage.text;
        for (at, mark) in text.match_indices(QUOTES).filter(|(at, _)| is_own(passage, *at)) {
            let mark = mark.chars().next().unwrap_or_default();
            let behind = text[at + mark.len_utf8()..].chars().next();
            if self.may_open(at, &opened) && behind.is_some_and(|next| !next.is_whitespace()) {
                opened.push((at, mark));
            } else if let Some((first, other)) = opened.pop() {
                let written = (other, mark);
                let expected = if opened.is_empty() { (open, close) } else { inner };
                if written != (open, close) && written != expected {
                    self.pair(first, at, written, expected);
                }
            } else if !text[..at].ends_with(|before: char| before.is_ascii_digit()) {
                // Behind a digit it may be inches or seconds.
                alone.push((at, mark));
            }
        }
        for (at, mark) in alone.into_iter().chain(opened).filter(|(_, mark)| *mark != open && *mark != close)
        {
            let message = message!("typography-quotes", open = open, close = close);
            self.say(at..at + mark.len_utf8(), message, &[]);
        }
    }

    /// Whether a mark at a byte stands where a quotation may begin.
    fn may_open(&self, at: usize, opened: &[(usize, char)]) -> bool {
        match self.passage.text[..at].chars().next_back() {
            None => true,
            Some(before) if QUOTES.contains(&before) => {
                opened.last().is_some_and(|(last, _)| last + before.len_utf8() == at)
            }
            Some(before) => before.is_whitespace() || matches!(before, '(' | '[' | '–' | '—' | '-' | '/'),
        }
    }

    fn pair(&mut self, first: usize, last: usize, written: (char, char), expected: (char, char)) {
        let marks = [(first, written.0, expected.0), (last, written.1, expected.1)];
        let wrong = marks.into_iter().filter(|(_, written, expected)| written != expected);
        let edits: Vec<_> = wrong
            .map(|(at, written, expected)| (at..at + written.len_utf8(), expected.to_string()))
            .collect();
        let message = message!("typography-quotes", open = expected.0, close = expected.1);
        self.say(first..last + written.1.len_utf8(), message, &edits);
    }

    /// Hyphens that stand for a pause or between the ends of a range, and dashes of another language.
    fn dashes(&mut self) {
        let Some(dash) = self.reading.locale().dash else { return };
        let text = &self.passage.text;
        let mut behind = 0;
        for (at, _) in text.match_indices(['-', '—']) {
            if at < behind || !is_own(self.passage, at) {
                continue;
            }
            let length = text[at..].len() - text[at..].trim_start_matches(['-', '—']).len();
            behind = at + length;
            let written = &text[at..behind];
            let (before, after) = (text[..at].chars().next_back(), text[behind..].chars().next());
            let (Some(before), Some(after)) = (before, after) else { continue };
            let spaced = before.is_whitespace() && after.is_whitespace();
            if spaced && !written.contains(dash) && !self.is_sum(at, behind) {
                self.say(
                    at..behind,
                    message!("typography-pause", dash = dash),
                    &[(at..behind, dash.to_string())],
                );
            } else if written == "—"
                && written.chars().all(|mark| mark != dash)
                && before.is_alphabetic()
                && after.is_alphabetic()
            {
                self.say(
                    at..behind,
                    message!("typography-pause", dash = dash),
                    &[(at..behind, format!(" {dash} "))],
                );
            } else if written == "-"
                && let Some(range) = self.number_range(at)
            {
                self.say(range, message!("typography-range", dash = dash), &[(at..behind, dash.to_string())]);
            }
        }
    }

    /// Whether spaced marks stand between numbers, where they may be a minus.
    fn is_sum(&self, from: usize, to: usize) -> bool {
        let text = &self.passage.text;
        text[..from].trim_end().ends_with(|mark: char| mark.is_ascii_digit())
            && text[to..].trim_start().starts_with(|mark: char| mark.is_ascii_digit())
    }

    /// The range of numbers around a hyphen: `1-2`, `1,5-2`, `10.30-11.15`, `3.-6.`; not a date, a code, an account or a
    /// telephone number.
    fn number_range(&self, hyphen: usize) -> Option<Range<usize>> {
        let text = &self.passage.text;
        let part = |mark: char| mark.is_ascii_digit() || matches!(mark, '.' | ',' | ':');
        let start = hyphen - (text[..hyphen].len() - text[..hyphen].trim_end_matches(part).len());
        let rest = &text[hyphen + 1..];
        let length = rest.len() - rest.trim_start_matches(part).len();
        // A stop or comma that ends the sentence is no part of the number, unless both ends are ordinals.
        let (left, whole) = (&text[start..hyphen], &rest[..length]);
        let ordinals = left.ends_with('.') && whole.ends_with('.');
        let right = if ordinals { whole } else { whole.trim_end_matches(['.', ',', ':']) };
        let end = hyphen + 1 + right.len();
        let (before, after) = (&text[..start], &text[end..]);
        let clings =
            |mark: char| mark.is_alphanumeric() || matches!(mark, '-' | '–' | '/' | '+' | '_' | '#' | '=');
        if before.ends_with(clings) || after.starts_with(clings) || before.trim_end().ends_with('§') {
            return None;
        }
        if is_grouped(before, left, right, after) {
            return None;
        }
        let (from, to) = (number(left, ordinals)?, number(right, ordinals)?);
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let called = digits(&text[start..end]);
        let numbers = &self.reading.programme.project.emergency_numbers;
        let is_called = numbers.iter().any(|number| digits(&number.written) == called);
        let voices = [start, end - 1].map(|at| self.passage.voice(at));
        let read = voices.iter().all(|voice| matches!(voice, Voice::Author | Voice::Alt | Voice::Fact));
        (from < to && read && !is_called).then_some(start..end)
    }

    /// A fault, with a fix where all that is to be replaced stands in the file as it is read.
    fn say(&mut self, range: Range<usize>, message: Message, edits: &[(Range<usize>, String)]) {
        let mut fault = self.reading.fault(Lint::Typography, self.passage.place(range), message);
        let path = &self.reading.text.path;
        let edits: Option<Vec<_>> = edits
            .iter()
            .map(|(range, words)| Some((self.passage.exact(range.clone())?.within(path), words.clone())))
            .collect();
        fault.fix = edits.filter(|edits| !edits.is_empty()).map(|edits| Fix { edits });
        self.found.push(fault);
    }
}

/// Whether the numbers around a hyphen are parts of one that is called or paid to: `22 33-44 55`, `123-4567`.
fn is_grouped(before: &str, left: &str, right: &str, after: &str) -> bool {
    let digit = |mark: char| mark.is_ascii_digit();
    let beside = before.trim_end().len() < before.len() && before.trim_end().ends_with(digit)
        || after.trim_start().len() < after.len() && after.trim_start().starts_with(digit);
    let bankgiro =
        matches!(left.len(), 3 | 4) && right.len() == 4 && (left.to_owned() + right).chars().all(digit);
    beside || bankgiro && !(is_year(left) && is_year(right))
}

/// Whether digits are most likely a year.
fn is_year(text: &str) -> bool {
    text.len() == 4 && ["18", "19", "20"].iter().any(|century| text.starts_with(century))
}

/// Whether a mark is the author's, in the page's language.
fn is_own(passage: &Passage, at: usize) -> bool {
    matches!(passage.voice(at), Voice::Author | Voice::Alt)
}

/// A number of at most four digits before its decimals, which does not begin with a nought; `None` for anything else.
fn number(text: &str, ordinal: bool) -> Option<f64> {
    let text = if ordinal { text.strip_suffix('.')? } else { text };
    let whole = text.split(['.', ',', ':']).next()?;
    let padded = whole.len() > 1 && whole.starts_with('0');
    if whole.is_empty() || whole.len() > 4 || padded || text.split(['.', ',', ':']).count() > 2 {
        return None;
    }
    text.replace([',', ':'], ".").parse().ok()
}
