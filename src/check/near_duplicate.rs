//! `near-duplicate`: paragraphs of different pages that are nearly the same and should be one fragment.
//!
//! A paragraph is the set of its runs of three words. Two are nearly the same where they share half of these or more.
//! Each set is sampled by one hash in every band (MinHash with one permutation); only paragraphs that share samples are
//! compared, each with the first that had one, so that the work grows with the text and not with its square.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::Reading;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::page::Page;
use crate::model::passage::{Kind, Passage};
use crate::model::sentence::{ByHash, GOLDEN};
use crate::source::Place;
use crate::source::memo::Same;

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
pub fn prints<'a>(reading: &'a Reading) -> impl Iterator<Item = Print> + 'a {
    let paragraphs = reading.passages.iter().enumerate().filter(|(_, passage)| {
        reading.text.sound
            && !passage.quoted
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
    paragraphs.map(print)
}

/// What was found the last time, and among which pages.
#[derive(Default)]
pub struct Kept {
    around: Option<Same<()>>,
    prints: Vec<Arc<[Print]>>,
    found: Vec<Diagnostic>,
}

/// A page with its prints, which stay the very same while it does.
pub type Printed<'a> = (&'a Page, &'a Arc<[Print]>);

/// Holds paragraphs against those of their language that came before. `around` is all that is seen of pages elsewhere, their names
/// and order among it. Where what has changed since the last time is like nothing else, what was found then still holds.
pub fn check(
    programme: &Programme,
    around: &Same<()>,
    read: &[Printed],
    kept: &mut Kept,
    found: &mut Vec<Diagnostic>,
) {
    if kept.around.as_ref() != Some(around) || !kept.holds(read) {
        kept.found = among(programme, read);
    }
    kept.around = Some(around.clone());
    kept.prints = read.iter().map(|(_, prints)| (*prints).clone()).collect();
    found.extend(kept.found.iter().cloned());
}

impl Kept {
    /// Whether no sample of a page that has changed makes two paragraphs of different pages be compared, nor did before. Those
    /// that other samples bring together are the same as they were.
    fn holds(&self, read: &[Printed]) -> bool {
        let pages = read.iter().zip(&self.prints).enumerate();
        let pages = pages.map(|(place, ((page, now), before))| Again { place, page, before, now });
        let (same, changed): (Vec<Again>, Vec<Again>) =
            pages.partition(|again| Arc::ptr_eq(again.before, again.now));
        let prints = changed.iter().flat_map(|again| again.before.iter().chain(&**again.now));
        let keys: HashSet<u64, ByHash> = prints.flat_map(Print::keys).collect();
        if keys.is_empty() {
            return true;
        }
        let is_asked = |key| keys.contains(&key);
        let asked = same.par_iter().flat_map_iter(|again| {
            Paragraph::all(again.place, again.page, again.now)
                .filter(|paragraph| paragraph.print.keys().any(is_asked))
        });
        let asked: Vec<Paragraph> = asked.collect();
        let is_alone = |prints: for<'p> fn(&Again<'p>) -> &'p [Print]| {
            let changed =
                changed.iter().flat_map(|again| Paragraph::all(again.place, again.page, prints(again)));
            let mut all: Vec<Paragraph> = asked.iter().copied().chain(changed).collect();
            all.sort_by_key(|paragraph| paragraph.order);
            brought_together(&all, is_asked).is_empty()
        };
        is_alone(|again| again.before) && is_alone(|again| again.now)
    }
}

/// A page as it was the last time and as it is now.
struct Again<'a> {
    place: usize,
    page: &'a Page,
    before: &'a Arc<[Print]>,
    now: &'a Arc<[Print]>,
}

/// Everything that is nearly the same.
fn among(programme: &Programme, read: &[Printed]) -> Vec<Diagnostic> {
    let places = read.iter().enumerate().map(|(place, (page, prints))| (place, *page, &***prints));
    let mut in_order: Vec<(usize, &Page, &[Print])> = places.collect();
    in_order.sort_by_key(|(place, page, _)| Paragraph::order(*place, page));
    let in_language = |language| {
        let all = in_order.iter().flat_map(|(place, page, prints)| Paragraph::all(*place, page, prints));
        let all: Vec<Paragraph> = all.filter(|paragraph| paragraph.print.language == language).collect();
        let mut twice = Twice::among(all.len() * INDEXED);
        all.iter().flat_map(|paragraph| paragraph.print.keys()).for_each(|key| twice.meet(key));
        let pairs = brought_together(&all, |key| twice.may_hold(key));
        let of_each = pairs.chunk_by(|(_, one), (_, other)| one == other);
        let twin = |(earlier, later): &(usize, usize)| alike(programme, &all[*earlier], &all[*later]);
        of_each.filter_map(|pairs| pairs.iter().find_map(twin)).collect::<Vec<Diagnostic>>()
    };
    let languages = (0..programme.project.languages.len()).into_par_iter();
    languages.flat_map_iter(in_language).collect()
}

/// A paragraph that is compared.
#[derive(Clone, Copy)]
struct Paragraph<'a> {
    /// Fragments come first: what says the same as one should include it. Then by the place of the page.
    order: (bool, usize),
    page: &'a Page,
    print: &'a Print,
}

impl<'a> Paragraph<'a> {
    fn all(place: usize, page: &'a Page, prints: &'a [Print]) -> impl Iterator<Item = Paragraph<'a>> {
        let order = Paragraph::order(place, page);
        prints.iter().map(move |print| Paragraph { order, page, print })
    }

    fn order(place: usize, page: &Page) -> (bool, usize) {
        (!page.is_fragment(), place)
    }
}

/// Pairs of paragraphs, by their place, that some key brings together and that share samples enough to be compared: each with
/// the first that has one of its keys.
fn brought_together(all: &[Paragraph], is_asked: impl Fn(u64) -> bool) -> Vec<(usize, usize)> {
    let mut first: HashMap<u64, u32, ByHash> = HashMap::default();
    let mut pairs = Vec::new();
    for (at, Paragraph { page, print, .. }) in all.iter().enumerate() {
        for key in print.keys().filter(|key| is_asked(*key)) {
            let met = *first.entry(key).or_insert(at as u32) as usize;
            if all[met].page.id != page.id && shared(all[met].print, print) >= LEAST {
                pairs.push((met, at));
            }
        }
    }
    pairs
}

impl Print {
    /// What paragraphs of a language are looked up by that may be alike.
    fn keys(&self) -> impl Iterator<Item = u64> {
        let samples = self.samples[..INDEXED].iter().enumerate().filter(|(_, sample)| **sample != u32::MAX);
        samples.map(|(band, sample)| {
            let kind = (self.language * INDEXED + band) as u64;
            (kind << 32 | u64::from(*sample)).wrapping_mul(GOLDEN)
        })
    }
}

/// Which keys have come twice or more, a few others among them: nearly all come once, and a table of all would be large.
struct Twice {
    once: Vec<u64>,
    twice: Vec<u64>,
}

impl Twice {
    /// Room for so many keys, eight bits for each.
    fn among(keys: usize) -> Twice {
        let words = vec![0; (keys / 8).next_power_of_two()];
        Twice { once: words.clone(), twice: words }
    }

    fn place(&self, key: u64) -> (usize, u64) {
        ((key >> 38) as usize & (self.once.len() - 1), 1 << (key >> 32 & 63))
    }

    fn meet(&mut self, key: u64) {
        let (word, bit) = self.place(key);
        self.twice[word] |= self.once[word] & bit;
        self.once[word] |= bit;
    }

    fn may_hold(&self, key: u64) -> bool {
        let (word, bit) = self.place(key);
        self.twice[word] & bit != 0
    }
}

/// How many samples two paragraphs share.
fn shared(a: &Print, b: &Print) -> usize {
    a.samples.iter().zip(&b.samples).filter(|(a, b)| a == b && **a != u32::MAX).count()
}

/// The fault of a paragraph that is nearly the same as an earlier one. Both are read again, which few are.
fn alike(programme: &Programme, earlier: &Paragraph, later: &Paragraph) -> Option<Diagnostic> {
    let read = |Paragraph { page, print, .. }: &Paragraph| {
        let text = page.in_language(print.language)?;
        let reading = Reading::of(programme, page, print.language, text);
        let passage = reading.passages.get(print.passage)?;
        let mut runs: Vec<u32> = runs(passage).collect();
        runs.sort_unstable();
        runs.dedup();
        Some((runs, passage.place(0..passage.text.len()).within(&text.path)))
    };
    let ((first, place), (second, at)) = (read(earlier)?, read(later)?);
    are_alike(&first, &second).then(|| fault(at, earlier.page, place))
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
