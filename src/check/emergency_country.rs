//! `emergency-country`: an emergency number that stands without its country in the same sentence, item or table row.
//!
//! The numbers are those of `emergency` in `programme.yaml`; what countries are called is in `language.yaml`. A number
//! that counts something, or is a place or a time, is no emergency number.

use std::collections::HashMap;
use std::ops::Range;

use super::Reading;
use crate::diag::Lint;
use crate::message;
use crate::model::locale::Locale;
use crate::model::passage::{Passage, Seat, Voice};
use crate::model::project::EmergencyNumber;

pub fn check(reading: &Reading, found: &mut Vec<crate::diag::Diagnostic>) {
    let numbers = &reading.programme.project.emergency_numbers;
    let mut beside = None;
    for passage in &reading.passages {
        for (range, number) in calls(passage, numbers, reading.locale()) {
            let beside = beside.get_or_insert_with(|| Beside::of(&reading.passages));
            let sentence = told(sentence_of(passage, &range));
            let named = |name: &String| {
                let name = format!(" {name} ");
                sentence.contains(&name) || beside.words(passage.seat).any(|words| words.contains(&name))
            };
            let languages = reading.programme.project.languages.iter();
            let mut known = languages.flat_map(|language| names(number, &language.locale));
            if names(number, reading.locale()).next().is_none() || known.any(named) {
                continue;
            }
            let countries = countries(number, reading.locale());
            let message = message!("emergency-country", number = number.written, countries = countries);
            found.push(reading.fault(Lint::EmergencyCountry, passage.place(range), message));
        }
    }
}

/// What the number's countries and their people are called.
fn names<'a>(number: &'a EmergencyNumber, locale: &'a Locale) -> impl Iterator<Item = &'a String> {
    number.countries.iter().filter_map(|code| locale.countries.get(code)).flatten()
}

/// What the number's countries are called, as a reader of the language writes them.
fn countries(number: &EmergencyNumber, locale: &Locale) -> String {
    let name = |code: &String| {
        let mut letters = locale.countries.get(code)?.first()?.chars();
        Some(letters.next()?.to_uppercase().chain(letters).collect::<String>())
    };
    number.countries.iter().filter_map(name).collect::<Vec<_>>().join(" / ")
}

/// Where numbers stand in a passage that a reader would call.
fn calls<'n>(
    passage: &Passage,
    numbers: &'n [EmergencyNumber],
    locale: &Locale,
) -> Vec<(Range<usize>, &'n EmergencyNumber)> {
    let text = &passage.text;
    let mut calls: Vec<(Range<usize>, &EmergencyNumber)> = Vec::new();
    if !text.bytes().fold(false, |digit, byte| digit | byte.is_ascii_digit()) {
        return calls;
    }
    for (at, _) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        if calls.last().is_some_and(|(last, _)| at < last.end) || passage.voice(at) == Voice::Verbatim {
            continue;
        }
        let longest = numbers
            .iter()
            .filter_map(|number| Some((at..at + length(&text[at..], &number.written)?, number)));
        let whole = longest.filter(|(range, _)| stands_alone(text, range)).max_by_key(|(range, _)| range.end);
        calls.extend(whole.filter(|(range, _)| !is_something_else(passage, range, locale)));
    }
    calls
}

/// How many bytes at the start of `text` are the number; where it has a space there may be another one, a hyphen or none.
fn length(text: &str, number: &str) -> Option<usize> {
    let mut rest = text;
    for mark in number.chars() {
        if mark.is_ascii_digit() {
            rest = rest.strip_prefix(mark)?;
        } else {
            rest = rest.strip_prefix([' ', '\u{a0}', '\u{202f}', '-', '\u{2011}']).unwrap_or(rest);
        }
    }
    Some(text.len() - rest.len())
}

/// Whether a number is no part of a longer one, of a word or of an address.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let (before, behind) = (&text[..range.start], &text[range.end..]);
    let joins = |mark: char| matches!(mark, '.' | ',' | ':' | '-' | '–' | '\u{2011}');
    let mut back = before.chars().rev();
    let before = match back.next() {
        Some(mark) if mark.is_alphanumeric() || matches!(mark, '+' | '§' | '#' | '=') => false,
        Some(mark) if joins(mark) => !back.next().is_some_and(|mark| mark.is_ascii_digit()),
        Some(mark) if mark.is_whitespace() => {
            // `22 33 11 12`: more digits before it in the same number.
            let more = back.clone().take_while(char::is_ascii_digit).count();
            !(matches!(back.next(), Some('§')) || (1..=3).contains(&more) && text[range.clone()].len() < 4)
        }
        _ => true,
    };
    let mut ahead = behind.chars();
    let behind = match ahead.next() {
        Some(mark) if mark.is_alphanumeric() || mark == '%' => false,
        Some(mark) if joins(mark) => !ahead.next().is_some_and(char::is_alphanumeric),
        // `112 §` is how a paragraph of the law is written in Swedish.
        Some(mark) if mark.is_whitespace() => {
            !ahead.next().is_some_and(|mark| mark.is_ascii_digit() || matches!(mark, '%' | '§'))
        }
        _ => true,
    };
    before && behind
}

/// Whether the words beside a number say that it counts something, or is a place or a time.
fn is_something_else(passage: &Passage, range: &Range<usize>, locale: &Locale) -> bool {
    let (before, behind) = (&passage.text[..range.start], &passage.text[range.end..]);
    let lower = |word: Option<&str>| word.unwrap_or_default().to_lowercase();
    let mark = |mark: char| !mark.is_alphanumeric();
    let last = lower(before.split_whitespace().next_back().map(|word| word.trim_matches(mark)));
    if locale.numbered.contains(&last) {
        return true;
    }
    // Behind a comma or a stop the number has been said.
    let Some(next) = behind.strip_prefix(char::is_whitespace).and_then(|rest| rest.split(mark).next()) else {
        return false;
    };
    let word = next.to_lowercase();
    let noun = next.starts_with(char::is_lowercase) && !SMALL.contains(&next.chars().count());
    let told = told(sentence_of(passage, range));
    let called = || locale.calls.iter().any(|call| told.contains(&format!(" {call} ")));
    locale.counted.contains(&word) || (noun && !called())
}

/// Words this short behind a number seldom say what it counts: `nå`, `i`, `ved`.
const SMALL: std::ops::RangeInclusive<usize> = 0..=3;

fn sentence_of<'a>(passage: &'a Passage, range: &Range<usize>) -> &'a str {
    let sentence = passage.sentences.iter().find(|sentence| range.start < sentence.range.end);
    sentence.map_or(&passage.text, |sentence| &passage.text[sentence.range.clone()])
}

/// What a reader takes in with a passage: all of its item, or of its row with the heads of its columns.
struct Beside(HashMap<Group, String>);

#[derive(PartialEq, Eq, Hash)]
enum Group {
    Item(u32),
    Row(u32, u32),
    Head(u32, u32),
}

impl Beside {
    fn of(passages: &[Passage]) -> Beside {
        let mut beside: HashMap<Group, String> = HashMap::new();
        for passage in passages {
            let group = match passage.seat {
                Seat::Text => continue,
                Seat::Item(item) => Group::Item(item),
                Seat::Cell { table, row: 0, column } => Group::Head(table, column),
                Seat::Cell { table, row, .. } => Group::Row(table, row),
            };
            beside.entry(group).or_default().push_str(&told(&passage.text));
        }
        Beside(beside)
    }

    fn words(&self, seat: Seat) -> impl Iterator<Item = &String> {
        let groups = match seat {
            Seat::Text => [None, None],
            Seat::Item(item) => [Some(Group::Item(item)), None],
            Seat::Cell { table, row, column } => {
                [Some(Group::Row(table, row)), Some(Group::Head(table, column))]
            }
        };
        groups.into_iter().flatten().filter_map(|group| self.0.get(&group))
    }
}

/// Words in small letters with one space between them and around them.
fn told(text: &str) -> String {
    let words = text.split(|mark: char| !mark.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(String::from(" "), |told, word| told + &word.to_lowercase() + " ")
}
