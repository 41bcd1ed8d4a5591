//! `near-duplicate`: paragraphs of different pages that are nearly the same and should be one fragment.
//!
//! A paragraph is the set of its runs of three words. Two are nearly the same where they share half of these or more.
//! Each set is sampled by one hash in every band (MinHash with one permutation); only paragraphs that share a sample are
//! compared, each with the first that had it, so that the work grows with the text and not with its square.

use std::collections::HashMap;

use rayon::prelude::*;

use super::Beside;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::meaning::Filled;
use crate::model::page::Page;
use crate::model::passage::{Kind, passages};
use crate::model::sentence;
use crate::source::Place;

/// Shorter paragraphs may be alike.
const FEWEST: usize = 25;
/// Words in a run.
const RUN: usize = 3;
/// Samples of a paragraph. Half alike, two share none of them once in 256 times.
const BANDS: usize = 8;

struct Paragraph<'a> {
    page: &'a Page,
    language: usize,
    place: Place,
    /// Hashes of its runs, sorted.
    runs: Vec<u32>,
}

pub fn check(programme: &Programme, _: &Beside, found: &mut Vec<Diagnostic>) {
    // Fragments first: what says the same as one should include it.
    let pages: Vec<&Page> =
        programme.fragments.values().chain(&programme.pages).map(|page| &**page).collect();
    let paragraphs: Vec<Paragraph> =
        pages.into_par_iter().flat_map_iter(|page| paragraphs(programme, page)).collect();
    let mut first: HashMap<(usize, usize, u32), usize> = HashMap::new();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let mut twin = None;
        for (band, sample) in samples(&paragraph.runs) {
            let met = *first.entry((paragraph.language, band, sample)).or_insert(at);
            let other = &paragraphs[met];
            if twin.is_none() && other.page.id != paragraph.page.id && are_alike(&other.runs, &paragraph.runs)
            {
                twin = Some(other);
            }
        }
        found.extend(twin.map(|twin| fault(paragraph, twin)));
    }
}

fn paragraphs<'a>(programme: &'a Programme, page: &'a Page) -> Vec<Paragraph<'a>> {
    let mut paragraphs = Vec::new();
    for (language, text) in page.present().filter(|(_, text)| text.sound) {
        for passage in passages(text, &Filled { programme, language, from: &text.path }) {
            if passage.quoted || !matches!(passage.kind, Kind::Paragraph | Kind::Item) {
                continue;
            }
            let words: Vec<u32> =
                sentence::words(&passage.words).map(|word| hash(&passage.words[word])).collect();
            if words.len() >= FEWEST {
                let mut runs: Vec<u32> = words.windows(RUN).map(joined).collect();
                runs.sort_unstable();
                runs.dedup();
                let place = passage.place(0..passage.words.len()).within(&text.path);
                paragraphs.push(Paragraph { page, language, place, runs });
            }
        }
    }
    paragraphs
}

/// FNV-1a of a word in small letters: the same on every machine.
fn hash(word: &str) -> u32 {
    let letters = word.chars().flat_map(char::to_lowercase);
    letters.fold(0x811c_9dc5, |hash, letter| (hash ^ letter as u32).wrapping_mul(0x0100_0193))
}

fn joined(words: &[u32]) -> u32 {
    let sum = words.iter().fold(0u32, |sum, word| (sum ^ word).wrapping_mul(0x9e37_79b1).rotate_left(13));
    (sum ^ (sum >> 16)).wrapping_mul(0x85eb_ca6b)
}

/// The lowest hash of each band.
fn samples(runs: &[u32]) -> impl Iterator<Item = (usize, u32)> {
    let mut lowest = [None; BANDS];
    for run in runs {
        // Sorted: the first that falls into a band is its lowest.
        lowest[*run as usize % BANDS].get_or_insert(*run);
    }
    lowest.into_iter().enumerate().filter_map(|(band, run)| Some((band, run?)))
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

fn fault(paragraph: &Paragraph, twin: &Paragraph) -> Diagnostic {
    let message = match twin.page.facts.kind.name {
        "fragment" => message!("near-duplicate-fragment", id = twin.page.id),
        _ => message!("near-duplicate", id = twin.page.id),
    };
    Diagnostic::new(Lint::NearDuplicate, paragraph.place.clone(), message)
        .related(twin.place.clone(), message!("first-here"))
}
