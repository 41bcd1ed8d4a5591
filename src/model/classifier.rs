//! The words of a sentence to the language they seem to be in, among the programme's languages.
//!
//! All it knows are the languages' lists of common words (`i18n/<language>/words.txt`). A word that stands in one list only
//! speaks for that language. A word that stands in none is judged by its letters: every three in a row are more or less
//! common in each list. That is naive Bayes over words and trigrams, held back: no word counts for much, so that it takes
//! more than one to say anything.

use std::collections::{BTreeSet, HashMap};

use super::lang::Language;
use super::sentence::{ByHash, GOLDEN, Word, hash, small};

/// Natural logarithm of the odds that a word of one list only may give its language.
const WORD: f32 = 4.0;
/// The same for the letters of a word in no list.
const LETTERS: f32 = 3.0;
/// What it takes to believe that a sentence is in another language: more than a word.
const MARGIN: f32 = 5.0;
/// How many of a sentence's words the language must know, one in so many: else it may be in neither.
const KNOWN: u32 = 3;

/// No more are told apart: a bit stands for each.
const LANGUAGES: usize = 32;

/// Trigrams share so many counters; there are some 3 000 in a list.
const COUNTERS: usize = 1 << 15;
/// What a trigram that was never seen counts as.
const UNSEEN: f32 = 0.5;

/// Tells the programme's languages apart. A language without words is never named, and nothing in it is judged.
#[derive(Clone, Debug, Default)]
pub struct Classifier {
    /// The lists a word stands in, a bit for each language. Of a word only its hash is kept; that two
    /// of them meet in 64 bits is not to be expected.
    words: HashMap<u64, u32, ByHash>,
    /// For each language, the logarithm of how common a trigram is; empty where it has no words.
    trigrams: Vec<Vec<f32>>,
    /// The letters beyond ASCII in each language's words.
    letters_of: Vec<BTreeSet<char>>,
}

impl Classifier {
    pub fn learn(languages: &[Language]) -> Classifier {
        let mut words: HashMap<u64, u32, ByHash> = HashMap::default();
        for (at, language) in languages.iter().enumerate().take(LANGUAGES) {
            for word in &language.locale.words {
                *words.entry(hash(word)).or_default() |= 1 << at;
            }
        }
        let lists = languages.iter().take(LANGUAGES).map(|language| &language.locale.words);
        let beyond_ascii = |letter: &char| !letter.is_ascii();
        let trigrams = lists.clone().map(|list| frequencies(list.iter().map(String::as_str))).collect();
        let letters_of =
            lists.map(|list| list.iter().flat_map(|word| word.chars()).filter(beyond_ascii).collect());
        Classifier { words, trigrams, letters_of: letters_of.collect() }
    }

    /// Whether it has words of a language, and of another one to tell it from.
    pub fn may_judge(&self, language: usize) -> bool {
        let known = |table: &&Vec<f32>| !table.is_empty();
        self.trigrams.get(language).as_ref().is_some_and(known)
            && self.trigrams.iter().filter(known).count() > 1
    }

    /// The other language that words of a text, which should be in `home`, seem to be in, where they clearly do.
    pub fn other(&self, home: usize, text: &str, words: &[Word]) -> Option<usize> {
        let languages = self.trigrams.len();
        let mut known = [0_u32; LANGUAGES];
        for word in words {
            let mut lists = self.lists(word.hash);
            while lists != 0 {
                known[lists.trailing_zeros() as usize] += 1;
                lists &= lists - 1;
            }
        }
        // A word in both lists says nothing, so that what each knows alone can be told from the sums.
        let odds = |at: usize| WORD * (known[at] as f32 - known[home] as f32);
        let count = words.len() as u32;
        let unknown = (count - known[home]) as f32;
        let is_known = |at: usize| at != home && !self.trigrams[at].is_empty() && known[at] * KNOWN >= count;
        // Letters are read only where they can still decide: most sentences are at home.
        if !(0..languages).any(|at| is_known(at) && odds(at) + LETTERS * unknown >= MARGIN) {
            return None;
        }
        let mut tally: Vec<Tally> = (0..languages).map(|at| Tally { odds: odds(at), letters: 0.0 }).collect();
        for word in words {
            let lists = self.lists(word.hash);
            if lists & (1 << home) != 0 {
                continue;
            }
            self.letters(&text[word.range()], &mut tally);
            let at_home = tally[home].letters;
            for (_, tally) in
                tally.iter_mut().enumerate().filter(|(at, _)| *at != home && lists & (1 << at) == 0)
            {
                tally.odds += (tally.letters - at_home).clamp(-LETTERS, LETTERS);
            }
        }
        // Letters alone accuse nobody: some word must be the other language's own.
        let own = |at: usize| {
            words
                .iter()
                .map(|word| self.lists(word.hash))
                .any(|lists| lists & (1 << at) != 0 && lists & (1 << home) == 0)
        };
        let candidates =
            tally.iter().enumerate().filter(|(at, tally)| is_known(*at) && tally.odds >= MARGIN && own(*at));
        candidates.max_by(|a, b| a.1.odds.total_cmp(&b.1.odds)).map(|(at, _)| at)
    }

    /// The other language whose letters some words of a text have, where `home` never writes them: `ä` and `ö` in Norwegian.
    /// One such word may be a name; two are none, unless one beside them is known at home alone.
    pub fn other_by_letters(&self, home: usize, text: &str, words: &[Word]) -> Option<usize> {
        let known_at_home = |word: &Word| self.lists(word.hash) == 1 << home;
        if words.iter().any(known_at_home) {
            return None;
        }
        let strange = |at: usize, word: &Word| {
            let of = |language: usize, letter: char| self.letters_of[language].contains(&letter);
            text[word.range()].chars().map(small).any(|letter| of(at, letter) && !of(home, letter))
        };
        let others = (0..self.letters_of.len()).filter(|at| *at != home && !self.letters_of[home].is_empty());
        { others }.find(|at| words.iter().filter(|word| strange(*at, word)).count() > 1)
    }

    /// The lists a word stands in, a bit for each language.
    fn lists(&self, hash: u64) -> u32 {
        self.words.get(&hash).copied().unwrap_or_default()
    }

    /// How likely the letters of a word are in each language.
    fn letters(&self, word: &str, tally: &mut [Tally]) {
        tally.iter_mut().for_each(|tally| tally.letters = 0.0);
        for counter in trigrams(word) {
            for (tally, table) in tally.iter_mut().zip(&self.trigrams) {
                tally.letters += table.get(counter).copied().unwrap_or_default();
            }
        }
    }
}

/// What speaks for a language in a sentence.
#[derive(Clone, Default)]
struct Tally {
    odds: f32,
    /// The likelihood of the letters of the word at hand.
    letters: f32,
}

fn frequencies<'w>(words: impl Iterator<Item = &'w str>) -> Vec<f32> {
    let mut seen = vec![0_f32; COUNTERS];
    let mut total = 0.0;
    let mut kinds = 0.0;
    for counter in words.flat_map(trigrams) {
        total += 1.0;
        kinds += f32::from(u8::from(seen[counter] == 0.0));
        seen[counter] += 1.0;
    }
    if total == 0.0 {
        return Vec::new();
    }
    // Roughly as many kinds again are never seen.
    let sum: f32 = total + UNSEEN * 2.0 * kinds;
    let unseen = (UNSEEN / sum).ln();
    let likelihood = |count: f32| if count == 0.0 { unseen } else { ((count + UNSEEN) / sum).ln() };
    seen.into_iter().map(likelihood).collect()
}

/// The counters of a word's trigrams, its edges among them.
fn trigrams(word: &str) -> impl Iterator<Item = usize> {
    let mut letters = letters(word).chain([0]);
    let (mut first, mut second) = (0, letters.next().unwrap_or_default());
    letters.map(move |third| {
        let key = first << 42 | second << 21 | third;
        (first, second) = (second, third);
        // The high bits are the well mixed ones.
        (key.wrapping_mul(GOLDEN) >> (u64::BITS - COUNTERS.trailing_zeros())) as usize
    })
}

fn letters(word: &str) -> impl Iterator<Item = u64> {
    word.chars().map(|letter| small(letter).into())
}
