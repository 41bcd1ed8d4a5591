//! A passage's text to its sentences and its words, as a reader of Norwegian or Swedish counts them.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::locale::Locale;

/// Marks that end a sentence.
const STOPS: [char; 4] = ['.', '!', '?', '…'];
/// Marks that may stand behind the stop and still belong to the sentence.
const CLOSERS: [char; 8] = ['»', '”', '“', '"', '’', '\'', ')', ']'];

/// A sentence begins with at most this many quote marks, dashes and brackets.
const MARKS_BEFORE: usize = 16;

/// Where each sentence stands. The end of the text ends the last one.
///
/// A stop ends a sentence where space follows and then something that can begin one, which a small letter can't. The
/// full stop of an abbreviation, an initial or an ordinal (`3. mai`) ends none.
pub fn sentences(text: &str, locale: &Locale) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let (mut start, mut done) = (0, 0);
    for (at, stop) in text.match_indices(STOPS) {
        if at < done {
            continue;
        }
        let behind = text[at + stop.len()..].trim_start_matches(STOPS).trim_start_matches(CLOSERS);
        done = text.len() - behind.len();
        let next = behind.trim_start();
        let spaced = next.len() < behind.len();
        let begins = next.chars().take(MARKS_BEFORE).find(|mark| mark.is_alphanumeric());
        if !spaced || begins.is_none_or(char::is_lowercase) {
            continue;
        }
        if stop == "." && keeps_going(&text[start..=at], next, locale) {
            continue;
        }
        sentences.push(start..done);
        start = text.len() - next.len();
    }
    if start < text.len() {
        sentences.push(start..text.len());
    }
    sentences
}

/// Whether the full stop at the end of `before` belongs to its word, with `next` behind it.
fn keeps_going(before: &str, next: &str, locale: &Locale) -> bool {
    let (rest, word) = before.rsplit_once(char::is_whitespace).unwrap_or(("", before));
    let word = word.trim_start_matches(|mark: char| !mark.is_alphanumeric());
    let bare = word.trim_end_matches('.');
    if bare.is_empty() {
        return false;
    }
    if bare.bytes().all(|byte| byte.is_ascii_digit()) {
        let follower = next.split(|mark: char| !mark.is_alphanumeric()).next().unwrap_or_default();
        return follower.starts_with(|mark: char| mark.is_ascii_digit())
            || locale.months.contains(&follower.to_lowercase());
    }
    let letter = |part: &str| {
        let mut marks = part.chars();
        marks.next().is_some_and(char::is_uppercase) && marks.next().is_none()
    };
    // `A. Berg`, `Kari A. Berg` and `H.C. Andersen`, but not `plan B. Du`.
    let named = || {
        let name = rest.split_whitespace().next_back();
        bare.contains('.') || name.is_none_or(|name| name.starts_with(char::is_uppercase))
    };
    locale.abbreviations.contains(&word.to_lowercase()) || (bare.split('.').all(letter) && named())
}

/// Where each word stands: letters and digits, with the hyphens, apostrophes and stops inside them (`e-post`, `1,5`,
/// `f.eks`).
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphanumeric)?;
        at = end(text, start);
        Some(start..at)
    })
}

/// The byte behind the word that begins at `start`.
fn end(text: &str, start: usize) -> usize {
    let mut marks = text[start..].char_indices().peekable();
    let mut before = ' ';
    while let Some((at, mark)) = marks.next() {
        let next = marks.peek().map_or(' ', |(_, next)| *next);
        let inside = mark.is_alphanumeric() || joins(before, mark, next);
        if !inside && (mark.is_ascii() || !is_combining_mark(mark)) {
            return start + at;
        }
        before = mark;
    }
    text.len()
}

fn joins(before: char, mark: char, next: char) -> bool {
    let digits = before.is_ascii_digit() && next.is_ascii_digit();
    match mark {
        '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' => before.is_alphanumeric() && next.is_alphanumeric(),
        '.' => digits || next.is_lowercase() || (before.is_uppercase() && next.is_uppercase()),
        ',' | '–' => digits,
        ':' => digits || next.is_lowercase(),
        _ => false,
    }
}

/// How many letters a word has.
pub fn letters(word: &str) -> usize {
    word.chars().filter(|mark| mark.is_alphabetic()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(language: &str) -> Locale {
        super::super::locale::read(&crate::builtin(), language, &mut Vec::new())
    }

    fn split<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
        sentences(text, &locale(language)).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn a_stop_ends_a_sentence() {
        assert_eq!(
            split("Du puster rolig. Du merker kroppen.", "no"),
            ["Du puster rolig.", "Du merker kroppen."]
        );
        assert_eq!(split("Kan du? Ja! Vent … Så går du.", "no"), ["Kan du?", "Ja!", "Vent …", "Så går du."]);
        assert_eq!(split("Hun sa: «Kom.» Jeg kom.", "no"), ["Hun sa: «Kom.»", "Jeg kom."]);
        assert_eq!(split("(Det er sant.) 7 av 8 vet det.", "no"), ["(Det er sant.)", "7 av 8 vet det."]);
        assert_eq!(split("Uten punktum", "no"), ["Uten punktum"]);
        assert_eq!(split("", "no"), [""; 0]);
    }

    #[test]
    fn what_is_no_end() {
        let whole = [
            ("Vi møtes 3. mai klokka 10.", "no"),
            ("Vi møtes 3. Mai.", "no"),
            ("Kom kl. 10 eller kl. 12.30 i dag.", "no"),
            ("Det tar ca. 1,5 timer, dvs. 90 minutter.", "no"),
            ("Bl.a. A. Berg og H.C. Andersen skriver om det.", "no"),
            ("Ta med f.eks. PC og mobil osv. Alt hjelper.", "no"),
            ("«Kan du?» spør hun.", "no"),
            ("Det var 09. 03. 2026.", "no"),
            ("Ta t.ex. Kerstins bok, m.m. Allt räknas.", "sv"),
            ("Vi ses kl. 10 den 3 maj, bl.a. Olle och jag.", "sv"),
            ("Vänta 1.5 timmar.", "sv"),
        ];
        for (text, language) in whole {
            assert_eq!(split(text, language), [text]);
        }
    }

    #[test]
    fn what_looks_like_one_and_is() {
        assert_eq!(split("Vi er i uke 3. Du øver.", "no").len(), 2);
        assert_eq!(split("Du har en plan B. Den holder.", "no").len(), 2);
        assert_eq!(split("Grensen er min. Du har din.", "no").len(), 2);
        assert_eq!(split("Glaset är tomt. Du fyller det.", "sv").len(), 2);
    }

    #[test]
    fn words_keep_what_stands_inside_them() {
        let text =
            "E-post, f.eks. kl. 10.30: «og/eller» 1,5–2 AntiStress-programmets GAD-7:s sov\u{ad}nen d’Or!";
        let found: Vec<&str> = words(text).map(|range| &text[range]).collect();
        assert_eq!(
            found,
            [
                "E-post",
                "f.eks",
                "kl",
                "10.30",
                "og",
                "eller",
                "1,5–2",
                "AntiStress-programmets",
                "GAD-7:s",
                "sov",
                "nen",
                "d’Or"
            ]
        );
        assert_eq!(words("pa\u{30a} gulvet").count(), 2);
        assert_eq!(letters("pa\u{30a}"), 2);
        assert_eq!(letters("GAD-7"), 3);
    }
}
