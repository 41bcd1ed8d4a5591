//! `personal-number`: a Norwegian fødselsnummer or D-number, or a Swedish personnummer or samordningsnummer.
//!
//! Comments are read too: no reader sees them, but they stay in the history. Dates and check digits are tried, so that few
//! other numbers are taken for one. The number itself is never repeated.

use std::ops::Range;

use super::Reading;
use crate::diag::Lint;
use crate::message;
use crate::source::Span;

/// How many digits stand together in each part.
struct Shape {
    parts: &'static [usize],
    separators: &'static [&'static str],
    judge: fn(&[u32]) -> bool,
    /// What the hidden end reads as.
    mask: &'static str,
}

const SPACES: &[&str] = &[" ", "\u{a0}", "\u{202f}", "-", "\u{2011}", "–", " - "];
const DATE: &[&str] = &[" ", "\u{a0}", ".", "-", "/"];
/// A plus stands where the hyphen does from the year that someone turns a hundred.
const PLUS: &[&str] = &[" ", "\u{a0}", "\u{202f}", "-", "\u{2011}", "–", " - ", "+"];

const SHAPES: &[Shape] = &[
    Shape { parts: &[11], separators: &[], judge: is_norwegian, mask: " *****" },
    Shape { parts: &[6, 5], separators: SPACES, judge: is_norwegian, mask: " *****" },
    Shape { parts: &[6, 3, 2], separators: SPACES, judge: is_norwegian, mask: " *****" },
    Shape { parts: &[2, 2, 2, 5], separators: DATE, judge: is_norwegian, mask: " *****" },
    Shape { parts: &[10], separators: &[], judge: is_swedish_unbroken, mask: "-****" },
    Shape { parts: &[12], separators: &[], judge: is_swedish, mask: "-****" },
    Shape { parts: &[6, 4], separators: PLUS, judge: is_swedish, mask: "-****" },
    Shape { parts: &[8, 4], separators: PLUS, judge: is_swedish, mask: "-****" },
    Shape { parts: &[4, 2, 2, 4], separators: DATE, judge: is_swedish, mask: "-****" },
];

/// The fewest digits of any shape.
const FEWEST: usize = 10;

pub fn check(reading: &Reading, found: &mut Vec<crate::diag::Diagnostic>) {
    for passage in &reading.passages {
        for (range, masked) in numbers(&passage.text) {
            let message = message!("personal-number", masked = masked);
            found.push(reading.fault(Lint::PersonalNumber, passage.place(range), message));
        }
    }
    for comment in &reading.text.comments {
        for (range, masked) in numbers(&comment.value) {
            let place = Span::new(range.start, range.end).moved(comment.span.start as usize);
            found.push(reading.fault(
                Lint::PersonalNumber,
                place,
                message!("personal-number", masked = masked),
            ));
        }
    }
}

/// Where personal numbers stand, each with its hidden form.
fn numbers(text: &str) -> Vec<(Range<usize>, String)> {
    let mut numbers = Vec::new();
    // Most texts have no digit at all, which is told fastest.
    let any = text.bytes().fold(false, |any, byte| any | byte.is_ascii_digit());
    if !any || text.bytes().filter(u8::is_ascii_digit).count() < FEWEST {
        return numbers;
    }
    let groups = groups(text);
    let mut at = 0;
    while at < groups.len() {
        let shape = SHAPES.iter().find(|shape| shape.fits(text, &groups[at..]));
        if let Some(shape) = shape {
            let range = groups[at].start..groups[at + shape.parts.len() - 1].end;
            let written = digits(&text[range.clone()]);
            let born = written.len() - shape.mask.bytes().filter(|byte| *byte == b'*').count();
            let shown: String =
                written[..born].iter().filter_map(|digit| char::from_digit(*digit, 10)).collect();
            numbers.push((range, shown + shape.mask));
        }
        at += shape.map_or(1, |shape| shape.parts.len());
    }
    numbers
}

/// Where digits stand together.
fn groups(text: &str) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        match groups.last_mut() {
            Some(last) if last.end == at => last.end += 1,
            _ => groups.push(at..at + 1),
        }
    }
    groups
}

fn digits(text: &str) -> Vec<u32> {
    text.chars().filter_map(|mark| mark.to_digit(10)).collect()
}

impl Shape {
    fn fits(&self, text: &str, groups: &[Range<usize>]) -> bool {
        let Some(groups) = groups.get(..self.parts.len()) else { return false };
        if !groups.iter().zip(self.parts).all(|(group, length)| group.len() == *length) {
            return false;
        }
        let separated = |pair: &[Range<usize>]| self.separators.contains(&&text[pair[0].end..pair[1].start]);
        let range = groups[0].start..groups[groups.len() - 1].end;
        groups.windows(2).all(separated) && stands_alone(text, &range) && (self.judge)(&digits(&text[range]))
    }
}

/// Whether a number is no part of a longer number, a word or an address.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let (before, behind) = (&text[..range.start], &text[range.end..]);
    let clings = |mark: char| mark.is_alphanumeric() || matches!(mark, '+' | '_' | '/' | '=' | '#');
    let joins = |mark: char| matches!(mark, '-' | '.' | ',' | ':');
    let (last, first) = (before.chars().next_back(), behind.chars().next());
    let goes_on = first.is_some_and(joins) && behind.chars().nth(1).is_some_and(char::is_alphanumeric);
    let began =
        last.is_some_and(joins) && before.chars().nth_back(1).is_some_and(|mark| mark.is_ascii_digit());
    !last.is_some_and(clings) && !first.is_some_and(clings) && !goes_on && !began
}

/// Eleven digits: day, month, year, three of the person's own, two that check the rest. A D-number adds 40 to the day.
fn is_norwegian(digits: &[u32]) -> bool {
    const FIRST: [u32; 9] = [3, 7, 6, 1, 8, 9, 4, 5, 2];
    const SECOND: [u32; 10] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
    let check = |weights: &[u32]| {
        let sum: u32 = weights.iter().zip(digits).map(|(weight, digit)| weight * digit).sum();
        (11 - sum % 11) % 11
    };
    let day = pair(digits, 0);
    is_date(pair(digits, 4), pair(digits, 2), if day > 40 { day - 40 } else { day })
        && check(&FIRST) == digits[9]
        && check(&SECOND) == digits[10]
}

/// Ten or twelve digits: year, month, day, three of the person's own, one that checks the rest (Luhn). A
/// samordningsnummer adds 60 to the day.
fn is_swedish(digits: &[u32]) -> bool {
    let (century, digits) = digits.split_at(digits.len() - 10);
    let day = pair(digits, 4);
    let sum: u32 = digits
        .iter()
        .zip([2, 1].iter().cycle())
        .map(|(digit, weight)| digit * weight)
        .map(|product| product / 10 + product % 10)
        .sum();
    (century.is_empty() || (18..=20).contains(&pair(century, 0)))
        && is_date(pair(digits, 0), pair(digits, 2), if day > 60 { day - 60 } else { day })
        && sum.is_multiple_of(10)
}

/// Ten digits together that begin with 0 are as likely a telephone number.
fn is_swedish_unbroken(digits: &[u32]) -> bool {
    digits[0] != 0 && is_swedish(digits)
}

fn pair(digits: &[u32], at: usize) -> u32 {
    digits[at] * 10 + digits[at + 1]
}

/// Whether a day is in the calendar of some century; `year` has two digits.
fn is_date(year: u32, month: u32, day: u32) -> bool {
    let days = match month {
        2 if year.is_multiple_of(4) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}
