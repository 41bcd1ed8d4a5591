//! `terms` of `programme.yaml` to the words that a language avoids, and what it says instead.

use super::sentence;
use crate::source::Span;
use crate::syntax::yaml::Yaml;

/// A word, or several, to avoid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// In small letters; at least one.
    pub words: Vec<String>,
    pub instead: String,
    /// Where `programme.yaml` says so.
    pub at: Span,
}

/// The terms of a language. `programme` is `programme.yaml`.
pub fn read(programme: &Yaml, language: &str) -> Vec<Term> {
    let rows = programme.get("terms").and_then(|terms| terms.get(language));
    let mut terms = Vec::new();
    for row in rows.map_or(&[][..], Yaml::many) {
        let Some(instead) = row.get("use").and_then(Yaml::text) else { continue };
        for avoided in row.get("not").map_or(&[][..], Yaml::many) {
            let text = avoided.text().unwrap_or_default();
            let words: Vec<String> =
                sentence::words(text).iter().map(|word| folded(&text[word.range()])).collect();
            if !words.is_empty() {
                terms.push(Term { words, instead: instead.into(), at: avoided.span });
            }
        }
    }
    terms
}

/// A word in small letters, composed.
pub fn folded(word: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    if word.is_ascii() { word.to_ascii_lowercase() } else { word.to_lowercase().nfc().collect() }
}
