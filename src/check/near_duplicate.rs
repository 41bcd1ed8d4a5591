//! `near-duplicate`: paragraphs of different pages that are nearly the same and should be one fragment.
//!
//! A paragraph is the set of its runs of three words. Two are nearly the same where they share half of these or more.
//! Each set is sampled by one hash in every band (MinHash with one permutation); only paragraphs that share samples are
//! compared, each with the first that had one, so that the work grows with the text and not with its square.

use std::collections::HashMap;

use rayon::prelude::*;

use super::Reading;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::page::Page;
use crate::model::passage::{Kind, Passage};
use crate::model::sentence::{ByHash, GOLDEN};
use crate::source::Place;

/// Shorter paragraphs may be alike.
const FEWEST: usize = 25;
/// Words in a run.
const RUN: usize = 3;
/// Samples of a paragraph.
const BANDS: usize = 16;
/// Those by which paragraphs find each other. Half alike, two share none of them once in sixteen times; nine tenths alike,
/// once in ten thousand.
const INDEXED: usize = 4;
/// Paragraphs that share fewer samples are not compared: a few are common turns of phrase. Half alike, two share fewer than
/// these one time in twenty-six.
const LEAST: usize = 5;

/// What is kept of a paragraph while the whole programme is read.
pub struct Print {
    language: usize,
    /// Its place among the page's passages.
    passage: usize,
    /// The lowest hash of its runs in each band.
    samples: [u32; BANDS],
}

/// The prints of a page's paragraphs.
pub fn prints(reading: &Reading) -> Vec<Print> {
    if !reading.text.sound {
        return Vec::new();
    }
    let paragraphs = reading.passages.iter().enumerate().filter(|(_, passage)| {
        !passage.quoted
            && matches!(passage.kind, Kind::Paragraph | Kind::Item)
            && passage.words.len() >= FEWEST
    });
    let print = |(at, passage)| {
        let mut samples = [u32::MAX; BANDS];
        for run in runs(passage) {
            let lowest = &mut samples[run as usize % BANDS];
            *lowest = run.min(*lowest);
        }
        Print { language: reading.language, passage: at, samples }
    };
    paragraphs.map(print).collect()
}

/// Holds paragraphs against those of their language that came before. Each page comes with its prints.
pub fn check(programme: &Programme, read: &[(&Page, &[Print])], found: &mut Vec<Diagnostic>) {
    // Fragments first: what says the same as one should include it.
    let is_fragment = |page: &Page| page.facts.kind.name == "fragment";
    let (fragments, pages): (Vec<_>, Vec<_>) = read.iter().partition(|(page, _)| is_fragment(page));
    let in_order: Vec<(&Page, &[Print])> = fragments.into_iter().chain(pages).collect();
    let languages = (0..programme.project.languages.len()).into_par_iter();
    found.par_extend(languages.flat_map_iter(|language| in_language(programme, language, &in_order)));
}

fn in_language(programme: &Programme, language: usize, read: &[(&Page, &[Print])]) -> Vec<Diagnostic> {
    let mut all: Vec<(&Page, &Print)> = Vec::new();
    for (page, prints) in read {
        all.extend(prints.iter().filter(|print| print.language == language).map(|print| (*page, print)));
    }
    let mut met_again = Again::among(all.len() * INDEXED);
    all.iter().flat_map(|(_, print)| print.keys()).for_each(|key| met_again.meet(key));
    let mut first: HashMap<u64, u32, ByHash> = HashMap::default();
    let mut found = Vec::new();
    for (at, (page, print)) in all.iter().enumerate() {
        let mut twin = None;
        for key in print.keys().filter(|key| met_again.may_hold(*key)) {
            let met = *first.entry(key).or_insert(at as u32);
            let (other, earlier) = all[met as usize];
            if twin.is_none() && other.id != page.id && shared(earlier, print) >= LEAST {
                twin = alike(programme, (other, earlier), (page, print));
            }
        }
        found.extend(twin);
    }
    found
}

impl Print {
    /// What paragraphs are looked up by that may be alike.
    fn keys(&self) -> impl Iterator<Item = u64> {
        let samples = self.samples[..INDEXED].iter().enumerate().filter(|(_, sample)| **sample != u32::MAX);
        samples.map(|(band, sample)| ((band as u64) << 32 | u64::from(*sample)).wrapping_mul(GOLDEN))
    }
}

/// Which keys have come more than once, a few others among them: nearly all come once, and a table of all would be large.
struct Again {
    once: Vec<u64>,
    again: Vec<u64>,
}

impl Again {
    /// Room for so many keys, eight bits for each.
    fn among(keys: usize) -> Again {
        let words = vec![0; (keys / 8).next_power_of_two()];
        Again { once: words.clone(), again: words }
    }

    fn place(&self, key: u64) -> (usize, u64) {
        ((key >> 38) as usize & (self.once.len() - 1), 1 << (key >> 32 & 63))
    }

    fn meet(&mut self, key: u64) {
        let (word, bit) = self.place(key);
        self.again[word] |= self.once[word] & bit;
        self.once[word] |= bit;
    }

    fn may_hold(&self, key: u64) -> bool {
        let (word, bit) = self.place(key);
        self.again[word] & bit != 0
    }
}

/// How many samples two paragraphs share.
fn shared(a: &Print, b: &Print) -> usize {
    a.samples.iter().zip(&b.samples).filter(|(a, b)| a == b && **a != u32::MAX).count()
}

/// The fault of a paragraph that is nearly the same as an earlier one. Both are read again, which few are.
fn alike(programme: &Programme, earlier: (&Page, &Print), later: (&Page, &Print)) -> Option<Diagnostic> {
    let paragraph = |(page, print): (&Page, &Print)| {
        let text = page.in_language(print.language)?;
        let reading = Reading::of(programme, page, print.language, text);
        let passage = reading.passages.get(print.passage)?;
        let mut runs: Vec<u32> = runs(passage).collect();
        runs.sort_unstable();
        runs.dedup();
        Some((runs, passage.place(0..passage.text.len()).within(&text.path)))
    };
    let ((first, place), (second, at)) = (paragraph(earlier)?, paragraph(later)?);
    are_alike(&first, &second).then(|| fault(at, earlier.0, place))
}

/// Hashes of a passage's runs of words.
fn runs(passage: &Passage) -> impl Iterator<Item = u32> {
    passage.words.windows(RUN).map(|words| {
        let join = |sum: u64, hash: u64| (sum ^ hash).wrapping_mul(GOLDEN).rotate_left(29);
        let sum = words.iter().fold(0, |sum, word| join(sum, word.hash));
        (sum ^ (sum >> 32)) as u32
    })
}

/// Whether two sets share half of what they hold together.
fn are_alike(a: &[u32], b: &[u32]) -> bool {
    let (mut left, mut right, mut shared) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(left), b.get(right)) {
        shared += usize::from(x == y);
        left += usize::from(x <= y);
        right += usize::from(y <= x);
    }
    2 * shared >= a.len() + b.len() - shared
}

fn fault(at: Place, twin: &Page, place: Place) -> Diagnostic {
    let message = match twin.facts.kind.name {
        "fragment" => message!("near-duplicate-fragment", id = twin.id),
        _ => message!("near-duplicate", id = twin.id),
    };
    Diagnostic::new(Lint::NearDuplicate, at, message).related(place, message!("first-here"))
}
