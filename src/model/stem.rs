//! Words as a search finds them: cut to their stems as Snowball does today, apart from the forms that a language lists.
//!
//! The browser cuts the reader's words alike: `themes/default/assets/stem.js` is held to Snowball's answers as this is.

use std::collections::HashMap;

use rustc_hash::FxHashMap;

use pagefind_stem::{Algorithm, Stemmer};

use super::sentence::{ByHash, hash_as_written, run_end};

/// How a language's words are found: what `search` says in `i18n/<language>/language.yaml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// `norwegian` or `swedish`; words of other languages are found as they stand.
    pub stemmer: Option<String>,
    /// What two forms of one word may differ by at their ends, beyond what the stemmer cuts.
    pub endings: Vec<String>,
    /// Words in forms that no rule joins, the first of each standing for all: `[uke, uka, ukene]`.
    pub forms: Vec<Vec<String>>,
}

/// The names that `stemmer` may have.
pub const STEMMERS: &[&str] = &["norwegian", "swedish"];

/// Cuts words, and numbers their stems in the order in which they come.
pub struct Stems<'a> {
    stemmer: Option<Stemmer>,
    forms: FxHashMap<&'a str, &'a str>,
    /// The number of the stem of each word that has been cut, by its hash as it was written: that two words of a programme meet
    /// in 64 bits is not to be expected.
    known: HashMap<u64, usize, ByHash>,
    numbers: FxHashMap<Box<str>, usize>,
}

impl<'a> Stems<'a> {
    pub fn new(ways: &'a Ways) -> Stems<'a> {
        let algorithm = match ways.stemmer.as_deref() {
            Some("norwegian") => Some(Algorithm::Norwegian),
            Some("swedish") => Some(Algorithm::Swedish),
            _ => None,
        };
        let forms = ways.forms.iter().filter_map(|forms| forms.split_first());
        let forms =
            forms.flat_map(|(first, others)| others.iter().map(|other| (other.as_str(), first.as_str())));
        let (known, numbers) = (HashMap::default(), FxHashMap::default());
        Stems { stemmer: algorithm.map(Stemmer::create), forms: forms.collect(), known, numbers }
    }

    /// The number of the stem of a word, counted from 0.
    pub fn number(&mut self, word: &str) -> usize {
        let written = hash_as_written(word);
        if let Some(number) = self.known.get(&written) {
            return *number;
        }
        let lower = word.to_lowercase();
        let form = self.forms.get(lower.as_str()).copied().unwrap_or(&lower);
        let stem = self.stemmer.as_ref().map_or(form.into(), |stemmer| stemmer.stem(form));
        let next = self.numbers.len();
        let number = *self.numbers.entry(stem.into()).or_insert(next);
        self.known.insert(written, number);
        number
    }

    /// Every stem with its number, in no order.
    pub fn into_stems(self) -> impl Iterator<Item = (Box<str>, usize)> {
        self.numbers.into_iter()
    }
}

/// The words of a text: what letters and digits stand together.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = run_end(text, at, false);
        at = run_end(text, start, true);
        (start < at).then(|| &text[start..at])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ways(stemmer: &str, forms: &[&[&str]]) -> Ways {
        let forms = forms.iter().map(|row| row.iter().map(|word| word.to_string()).collect()).collect();
        Ways { stemmer: Some(stemmer.into()), endings: Vec::new(), forms }
    }

    fn stems(ways: &Ways, words: &str) -> Vec<String> {
        let mut stems = Stems::new(ways);
        let numbers: Vec<usize> = words.split(' ').map(|word| stems.number(word)).collect();
        let all: FxHashMap<usize, Box<str>> =
            stems.into_stems().map(|(stem, number)| (number, stem)).collect();
        numbers.iter().map(|number| all[number].to_string()).collect()
    }

    #[test]
    fn forms_of_a_word_have_one_stem() {
        let norwegian = ways("norwegian", &[]);
        assert_eq!(stems(&norwegian, "oppgave oppgaven oppgavene oppgaver"), vec!["oppgav"; 4]);
        let swedish = ways("swedish", &[]);
        assert_eq!(stems(&swedish, "övning övningar övningarna"), vec!["övning"; 3]);
    }

    #[test]
    fn forms_that_no_rule_joins_are_listed() {
        let bare = stems(&ways("norwegian", &[]), "uke uka");
        assert_ne!(bare[0], bare[1], "the rule does not find them");
        let listed = ways("norwegian", &[&["uke", "uka", "uken", "ukene"]]);
        assert_eq!(stems(&listed, "uke uka uken ukene"), vec!["uke"; 4]);
    }

    #[test]
    fn a_language_without_a_stemmer_keeps_its_words() {
        assert_eq!(stems(&Ways::default(), "running"), ["running"]);
    }

    #[test]
    fn words_are_found_however_they_are_written() {
        let norwegian = ways("norwegian", &[&["åtte", "åttende"]]);
        assert_eq!(stems(&norwegian, "Øvelser ØVELSEN Åttende"), stems(&norwegian, "øvelser øvelsen åtte"));
    }

    #[test]
    fn words_are_letters_and_digits_that_stand_together() {
        let text = "«pust ut» – 4–6 ganger, e-post: a@b.no";
        assert_eq!(
            words(text).collect::<Vec<_>>(),
            ["pust", "ut", "4", "6", "ganger", "e", "post", "a", "b", "no"]
        );
    }
}
