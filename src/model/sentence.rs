//! A passage's text to its sentences and its words, as a reader of Norwegian or Swedish counts them.

use std::hash::{BuildHasherDefault, Hasher};
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

/// A sentence of a text.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Its bytes in the text, without the space before and behind it.
    pub range: Range<usize>,
    /// Which of the text's words are its own.
    pub words: Range<usize>,
}

/// The words and the sentences of a text. The end of the text ends the last sentence.
///
/// A stop ends a sentence where space follows and then something that can begin one, which a small letter can't. The
/// full stop of an abbreviation, an initial or an ordinal (`3. mai`) ends none.
pub fn read(text: &str, locale: &Locale) -> (Vec<Word>, Vec<Sentence>) {
    let mut sentences = Vec::with_capacity(text.len() / 64 + 1);
    let (mut start, mut first, mut done) = (0, 0, 0);
    let words = scan(text, |words, at, stop| {
        if at < done {
            return;
        }
        let behind = text[at + stop.len_utf8()..].trim_start_matches(STOPS).trim_start_matches(CLOSERS);
        done = text.len() - behind.len();
        let next = behind.trim_start();
        let spaced = next.len() < behind.len();
        let begins = next.chars().take(MARKS_BEFORE).find(|mark| is_alphanumeric(*mark));
        let ends = spaced && begins.is_some_and(|first| !first.is_lowercase());
        if ends && !(stop == '.' && keeps_going(text, start..at, words, next, locale)) {
            sentences.push(Sentence { range: start..done, words: first..words.len() });
            (start, first) = (text.len() - next.len(), words.len());
        }
    });
    if start < text.len() {
        sentences.push(Sentence { range: start..text.len(), words: first..words.len() });
    }
    (words, sentences)
}

/// The words of a text.
pub fn words(text: &str) -> Vec<Word> {
    scan(text, |_, _, _| {})
}

/// Whether the full stop behind a stretch of the text belongs to the last of the words so far, with `next` behind it.
fn keeps_going(text: &str, stretch: Range<usize>, words: &[Word], next: &str, locale: &Locale) -> bool {
    let Some((word, before)) = words.split_last().filter(|(word, _)| word.range().end == stretch.end) else {
        return false;
    };
    let before = before.last().filter(|before| before.range().start >= stretch.start);
    if before
        .is_some_and(|before| !text[before.range().end..word.range().start].contains(char::is_whitespace))
    {
        return false;
    }
    let written = &text[word.range()];
    match word.begins {
        Begins::Digit if written.bytes().all(|byte| byte.is_ascii_digit()) => {
            let follower = next.split(|mark: char| !is_alphanumeric(mark)).next().unwrap_or_default();
            follower.starts_with(|mark: char| mark.is_ascii_digit())
                || locale.months.contains(&follower.to_lowercase())
        }
        // `A. Berg`, `Kari A. Berg` and `H.C. Andersen`, but not `plan B. Du`.
        Begins::Capital if is_initials(written) => {
            written.contains('.') || before.is_none_or(|before| before.begins == Begins::Capital)
        }
        _ => locale.abbreviations.contains(&word.hash),
    }
}

/// Whether a word is capitals with stops between them: `A`, `H.C`.
fn is_initials(word: &str) -> bool {
    let mut marks = word.chars();
    loop {
        if !marks.next().is_some_and(char::is_uppercase) {
            return false;
        }
        match marks.next() {
            None => return true,
            Some('.') => {}
            Some(_) => return false,
        }
    }
}

/// The words of a text. Shows `stop` every mark between them that may end a sentence, with the words so far.
fn scan(text: &str, mut stop: impl FnMut(&[Word], usize, char)) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 6 + 1);
    let mut at = 0;
    while let Some(&byte) = text.as_bytes().get(at) {
        let begins = match CLASSES[byte as usize] {
            Class::Letter if byte.is_ascii_uppercase() => Begins::Capital,
            Class::Letter => Begins::Small,
            Class::Digit => Begins::Digit,
            Class::Mark | Class::Joint => {
                at += 1;
                continue;
            }
            Class::Stop => {
                stop(&words, at, char::from(byte));
                at += 1;
                continue;
            }
            Class::Wide => {
                let first = mark(text, at);
                if !is_alphanumeric(first) {
                    if first == '…' {
                        stop(&words, at, first);
                    }
                    at += first.len_utf8();
                    continue;
                }
                begins(first)
            }
        };
        let word = word(text, at, begins);
        at = word.end as usize;
        words.push(word);
    }
    words
}

/// The word that begins at a byte.
fn word(text: &str, start: usize, begins: Begins) -> Word {
    let bytes = text.as_bytes();
    let (mut at, mut letters, mut plain) = (start, 0_u16, true);
    loop {
        let run = letter_run(&bytes[at..]);
        letters = letters.wrapping_add(run as u16);
        at += run;
        let Some(&byte) = bytes.get(at) else { break };
        match CLASSES[byte as usize] {
            Class::Letter => (at, letters) = (at + 1, letters.wrapping_add(1)),
            Class::Digit => at += 1,
            Class::Mark => break,
            Class::Joint | Class::Stop if joins(text, at, char::from(byte)) => at += 1,
            Class::Joint | Class::Stop => break,
            Class::Wide => {
                let next = mark(text, at);
                let letter = is_alphabetic(next);
                if !letter && !next.is_numeric() && !joins(text, at, next) && !is_combining_mark(next) {
                    break;
                }
                letters = letters.wrapping_add(u16::from(letter));
                plain &= byte == LATIN || !letter;
                at += next.len_utf8();
            }
        }
    }
    let hash = if plain { mix(&bytes[start..at], FOLD) } else { hash(&text[start..at]) };
    Word { start: start as u32, end: at as u32, letters, begins, hash }
}

/// What a byte of a text is a part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    /// What may hold a word together.
    Joint,
    /// What may end a sentence.
    Stop,
    /// White space, and the rest of ASCII.
    Mark,
    /// A mark beyond ASCII.
    Wide,
}

const CLASSES: [Class; 256] = {
    let mut table = [Class::Wide; 256];
    let mut at = 0;
    while at < 128 {
        let byte = at as u8;
        table[at] = match byte {
            _ if byte.is_ascii_alphabetic() => Class::Letter,
            _ if byte.is_ascii_digit() => Class::Digit,
            b'-' | b'\'' | b',' | b':' => Class::Joint,
            b'.' | b'!' | b'?' => Class::Stop,
            _ => Class::Mark,
        };
        at += 1;
    }
    table
};

/// How many of the first bytes are letters of ASCII. It looks at no more than eight where it can look at them as one number.
fn letter_run(bytes: &[u8]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = ONES << 7;
    let Some(eight) = bytes.first_chunk() else {
        return bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    };
    let small = u64::from_le_bytes(*eight) | FOLD;
    // Each byte by itself, since none carries over: its high bit is set from `a` on, and from behind `z` on.
    let low = small & !HIGH;
    let (from_a, behind_z) = (low + (0x80 - b'a' as u64) * ONES, low + (0x7F - b'z' as u64) * ONES);
    let others = !(from_a & !behind_z & !small) & HIGH;
    (others.trailing_zeros() / u8::BITS) as usize
}

/// The mark that begins at a byte.
fn mark(text: &str, at: usize) -> char {
    match text.as_bytes()[at..] {
        [LATIN, low, ..] => char::from(LATIN_BEGINS | (low & 0x3F)),
        _ => text[at..].chars().next().unwrap_or_default(),
    }
}

/// Where the letters and digits end that stand together from a byte on, or, where `parts` is false, what is neither.
#[inline]
pub fn run_end(text: &str, mut at: usize, parts: bool) -> usize {
    let bytes = text.as_bytes();
    loop {
        at += if parts { letter_run(&bytes[at..]) } else { 0 };
        let Some(&byte) = bytes.get(at) else { return at };
        let (goes_on, length) = match CLASSES[byte as usize] {
            Class::Letter | Class::Digit => (parts, 1),
            Class::Joint | Class::Stop | Class::Mark => (!parts, 1),
            Class::Wide => {
                let mark = mark(text, at);
                (is_alphanumeric(mark) == parts, mark.len_utf8())
            }
        };
        if !goes_on {
            return at;
        }
        at += length;
    }
}

fn begins(first: char) -> Begins {
    match is_alphabetic(first) {
        false => Begins::Digit,
        true if first.is_uppercase() => Begins::Capital,
        true => Begins::Small,
    }
}

/// The first byte, in UTF-8, of the letters of Western Europe: `À` to `ÿ`.
const LATIN: u8 = 0xC3;
/// `À`; the byte behind [`LATIN`] counts from it.
const LATIN_BEGINS: u8 = 0xC0;
/// The bit that makes small letters of capitals, in ASCII and behind [`LATIN`]; digits have it.
const FOLD: u64 = 0x2020_2020_2020_2020;

/// The hash of a word that stands alone, as [`Word::hash`] has it.
pub fn hash(word: &str) -> u64 {
    let plain = |mark: char| mark <= 'ÿ' || !is_alphabetic(mark);
    match word.chars().all(plain) {
        true => mix(word.as_bytes(), FOLD),
        false => mix(word.to_lowercase().as_bytes(), 0),
    }
}

/// The hash of a word as it is written, capitals and all.
pub fn hash_as_written(word: &str) -> u64 {
    mix(word.as_bytes(), 0)
}

/// Eight bytes at a time, each with the bits of `fold`.
fn mix(bytes: &[u8], fold: u64) -> u64 {
    let mix = |mixed: u64, bytes: u64| (mixed.rotate_left(23) ^ (bytes | fold)).wrapping_mul(GOLDEN);
    let (eights, rest) = bytes.as_chunks::<8>();
    let mixed = eights.iter().fold(bytes.len() as u64, |mixed, eight| mix(mixed, u64::from_le_bytes(*eight)));
    let last = match (rest.first_chunk::<4>(), rest.last_chunk::<4>()) {
        (Some(first), Some(last)) => {
            u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last))
        }
        _ => rest.iter().fold(0, |bytes, byte| bytes << 8 | u64::from(*byte)),
    };
    let mixed = mix(mixed, last);
    mixed ^ (mixed >> 32)
}

/// Hashes by what has been hashed already.
#[derive(Clone, Debug, Default)]
pub struct Hashed(u64);

impl Hasher for Hashed {
    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0 = self.0.rotate_left(8) ^ u64::from(*byte));
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// What [`Hashed`] makes maps and sets of.
pub type ByHash = BuildHasherDefault<Hashed>;

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

/// Whether a mark at a byte holds together what stands on either side of it.
fn joins(text: &str, at: usize, mark: char) -> bool {
    if !matches!(mark, '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' | '.' | ',' | '–' | ':') {
        return false;
    }
    let next = text[at + mark.len_utf8()..].chars().next().unwrap_or(' ');
    let before = text[..at].chars().next_back().unwrap_or(' ');
    let digits = before.is_ascii_digit() && next.is_ascii_digit();
    match mark {
        '.' => digits || next.is_lowercase() || (before.is_uppercase() && next.is_uppercase()),
        ',' | '–' => digits,
        ':' => digits || next.is_lowercase(),
        _ => is_alphanumeric(before) && is_alphanumeric(next),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(language: &str) -> Locale {
        super::super::locale::read(crate::builtin(), language, &mut Vec::new())
    }

    fn split<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
        read(text, &locale(language)).1.into_iter().map(|sentence| &text[sentence.range]).collect()
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
    fn a_word_ends_behind_its_last_letter_however_long_it_is() {
        let ends = |text: &str| words(text).iter().map(|word| word.end as usize).collect::<Vec<_>>();
        for length in 1..=20 {
            let word: String = "azAZ".chars().cycle().take(length).collect();
            assert_eq!(ends(&word), [length]);
            for mark in ('\0'..='\u{7f}').filter(|mark| !mark.is_ascii_alphanumeric()) {
                assert_eq!(ends(&format!("{word}{mark}")), [length], "{word}{mark:?}");
                assert_eq!(run_end(&format!("{word}{mark}{word}"), 0, true), length, "{word}{mark:?}");
            }
            for letter in ["ø", "7"] {
                let whole = format!("{word}{letter}{word}");
                assert_eq!(ends(&whole), [whole.len()]);
                assert_eq!(run_end(&whole, 0, true), whole.len());
            }
        }
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
