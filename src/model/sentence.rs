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

/// A word: letters and digits, with the hyphens, apostrophes and stops inside them (`e-post`, `1,5`, `f.eks`).
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Its bytes in the text.
    pub start: u32,
    pub end: u32,
    /// How many letters it has.
    pub letters: u16,
    pub begins: Begins,
    /// Of its letters and marks in lower case, the same on every machine.
    pub hash: u64,
}

/// What a word begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begins {
    Digit,
    Capital,
    Small,
}

impl Word {
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Where each sentence stands. The end of the text ends the last one.
///
/// A stop ends a sentence where space follows and then something that can begin one, which a small letter can't. The
/// full stop of an abbreviation, an initial or an ordinal (`3. mai`) ends none.
pub fn sentences(text: &str, locale: &Locale) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let (mut start, mut done) = (0, 0);
    for (at, stop) in stops(text) {
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

/// Every stop. An ellipsis is looked for only where there is one.
fn stops(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let ascii = memchr::memchr3_iter(b'.', b'!', b'?', text.as_bytes());
    let mut ascii = ascii.map(|at| (at, &text[at..=at])).peekable();
    let mut ellipses = memchr::memmem::find_iter(text.as_bytes(), "…".as_bytes())
        .map(|at| (at, &text[at..at + '…'.len_utf8()]))
        .peekable();
    std::iter::from_fn(move || match (ascii.peek(), ellipses.peek()) {
        (Some((stop, _)), Some((ellipsis, _))) if ellipsis < stop => ellipses.next(),
        (Some(_), _) => ascii.next(),
        (None, _) => ellipses.next(),
    })
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
    locale.abbreviations.contains(&hash(word)) || (bare.split('.').all(letter) && named())
}

/// Every word of a text.
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 6 + 1);
    let mut at = 0;
    while let Some(first) = mark(text, at) {
        if !is_alphanumeric(first) {
            at += first.len_utf8();
            continue;
        }
        let mut word = Word { start: at as u32, end: 0, letters: 0, begins: begins(first), hash: 0 };
        let mut hash = Hash::default();
        let mut before = first;
        word.take(first, &mut hash);
        at += first.len_utf8();
        while let Some(next) = mark(text, at) {
            if let Some(lower) = ASCII[next as usize & 0x7f].filter(|_| next.is_ascii()) {
                word.letters = word.letters.wrapping_add(u16::from(lower >= b'a'));
                hash.push(lower);
                before = next;
                at += 1;
                continue;
            }
            let inside = is_alphanumeric(next)
                || joins(before, next, || mark(text, at + next.len_utf8()).unwrap_or(' '))
                || (!next.is_ascii() && is_combining_mark(next));
            if !inside {
                break;
            }
            word.take(next, &mut hash);
            before = next;
            at += next.len_utf8();
        }
        word.end = at as u32;
        word.hash = hash.end();
        words.push(word);
    }
    words
}

/// The mark at a byte; most are ASCII.
fn mark(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at)? {
        byte @ 0..0x80 => Some(char::from(*byte)),
        _ => text[at..].chars().next(),
    }
}

fn begins(first: char) -> Begins {
    match is_alphabetic(first) {
        false => Begins::Digit,
        true if first.is_uppercase() => Begins::Capital,
        true => Begins::Small,
    }
}

/// ASCII's letters and digits, in lower case.
const ASCII: [Option<u8>; 128] = {
    let mut table = [None; 128];
    let mut at = 0;
    while at < 128 {
        let byte = at as u8;
        if byte.is_ascii_alphanumeric() {
            table[at] = Some(byte.to_ascii_lowercase());
        }
        at += 1;
    }
    table
};

impl Word {
    fn take(&mut self, mark: char, hash: &mut Hash) {
        self.letters = self.letters.wrapping_add(u16::from(is_alphabetic(mark)));
        hash.take(mark);
    }
}

/// The hash of a word that stands alone, as [`Word::hash`] has it.
pub fn hash(word: &str) -> u64 {
    let mut hash = Hash::default();
    word.chars().for_each(|mark| hash.take(mark));
    hash.end()
}

/// A hash that grows mark by mark in lower case; eight bytes are mixed in at a time.
#[derive(Default)]
struct Hash {
    mixed: u64,
    bytes: u64,
    count: u32,
}

impl Hash {
    fn take(&mut self, mark: char) {
        let code = u32::from(small(mark));
        match u8::try_from(code) {
            Ok(byte) => self.push(byte),
            Err(_) => code.to_be_bytes().into_iter().for_each(|byte| self.push(byte)),
        }
    }

    fn push(&mut self, byte: u8) {
        self.bytes = self.bytes << 8 | u64::from(byte);
        self.count += 1;
        if self.count.is_multiple_of(8) {
            self.mix();
        }
    }

    fn mix(&mut self) {
        self.mixed = (self.mixed.rotate_left(23) ^ self.bytes).wrapping_mul(GOLDEN);
        self.bytes = 0;
    }

    fn end(mut self) -> u64 {
        self.mix();
        self.mixed ^ (self.mixed >> 32)
    }
}

/// Multiplicative hashing, after Knuth: 2⁶⁴ over the golden ratio.
pub const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

/// A letter in lower case. The table of Unicode is asked for what is neither ASCII nor a letter of Western Europe.
pub fn small(mark: char) -> char {
    match mark {
        '\0'..='\u{7f}' => mark.to_ascii_lowercase(),
        'À'..='Þ' if mark != '×' => char::from_u32(mark as u32 + 0x20).unwrap_or(mark),
        'ß'..='ÿ' => mark,
        _ => mark.to_lowercase().next().unwrap_or(mark),
    }
}

fn is_alphabetic(mark: char) -> bool {
    match mark {
        '\0'..='\u{7f}' => mark.is_ascii_alphabetic(),
        'À'..='ÿ' => mark != '×' && mark != '÷',
        _ => mark.is_alphabetic(),
    }
}

fn is_alphanumeric(mark: char) -> bool {
    is_alphabetic(mark) || mark.is_ascii_digit() || (!mark.is_ascii() && mark.is_numeric())
}

fn joins(before: char, mark: char, next: impl Fn() -> char) -> bool {
    let digits = || before.is_ascii_digit() && next().is_ascii_digit();
    match mark {
        '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' => is_alphanumeric(before) && is_alphanumeric(next()),
        '.' => digits() || next().is_lowercase() || (before.is_uppercase() && next().is_uppercase()),
        ',' | '–' => digits(),
        ':' => digits() || next().is_lowercase(),
        _ => false,
    }
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
        let found: Vec<&str> = words(text).iter().map(|word| &text[word.range()]).collect();
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
        assert_eq!(words("pa\u{30a} gulvet").len(), 2);
        assert_eq!(words("pa\u{30a}")[0].letters, 2);
        assert_eq!(words("GAD-7")[0].letters, 3);
        assert_eq!(words("ØVELSE")[0].hash, hash("øvelse"));
    }
}
