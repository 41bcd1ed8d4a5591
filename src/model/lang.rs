//! The programme's languages, and what an address can be made of in any of them.

use std::sync::Arc;

use super::locale::Locale;
use super::term::Term;

/// A language of the programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// The folder's name, used in paths, keys and addresses: `no`.
    pub code: String,
    /// BCP 47, used in everything that names a language to others: `nb`.
    pub tag: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    pub locale: Arc<Locale>,
    /// What it avoids saying.
    pub terms: Vec<Term>,
}

/// The anchor of a heading: å ä become a, ö ø o, æ ae, é e; the rest ASCII letters and digits joined by hyphens.
///
/// Accents on other letters fall away, and a word that has no Latin letters leaves nothing.
pub fn anchor(words: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;

    let mut anchor = String::with_capacity(words.len());
    let mut push = |mark: char| {
        if mark != '-' || !(anchor.is_empty() || anchor.ends_with('-')) {
            anchor.push(mark);
        }
    };
    for mark in words.chars() {
        if mark.is_ascii() {
            push(if mark.is_ascii_alphanumeric() { mark.to_ascii_lowercase() } else { '-' });
            continue;
        }
        for mark in mark.to_lowercase() {
            match mark {
                'å' | 'ä' => push('a'),
                'ö' | 'ø' => push('o'),
                'é' => push('e'),
                'æ' => ['a', 'e'].into_iter().for_each(&mut push),
                'ß' => ['s', 's'].into_iter().for_each(&mut push),
                '\u{ad}' => {}
                mark => {
                    for part in std::iter::once(mark).nfd().filter(|part| !is_combining_mark(*part)) {
                        push(if part.is_ascii_alphanumeric() { part } else { '-' });
                    }
                }
            }
        }
    }
    anchor.truncate(anchor.trim_end_matches('-').len());
    anchor
}
