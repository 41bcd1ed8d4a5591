//! `lix`: a page that is harder to read than its readers can be asked to bear.

use super::Reading;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::lix::{self, Lix};

/// How many sentences are shown.
const SHOWN: usize = 3;

pub fn check(reading: &Reading, found: &mut Vec<Diagnostic>) {
    if !reading.text.sound {
        return;
    }
    let lix = lix::of(&reading.passages);
    let aim = lix::aim(reading.page.facts.audience);
    if lix.tells() && lix.value() > f64::from(aim.limit) {
        found.push(fault(reading, lix, aim.target));
    }
}

fn fault(reading: &Reading, lix: Lix, target: u32) -> Diagnostic {
    // In tenths, rounded up, so that what is shown is above the limit too.
    let tenths = (lix.value() * 10.0).ceil() as u32;
    let (whole, tenth) = (tenths / 10, tenths % 10);
    let message = message!("lix", whole = whole, tenth = tenth, target = target);
    let mut fault = reading.fault(Lint::Lix, reading.text.title.span, message);
    let mut sentences: Vec<_> = lix::sentences(&reading.passages).collect();
    // The sort is stable: of sentences of one length, the first in the text.
    sentences.sort_by_key(|sentence| std::cmp::Reverse(sentence.words));
    for sentence in sentences.into_iter().take(SHOWN) {
        let place = sentence.passage.place(sentence.range).within(&reading.text.path);
        fault = fault.related(place, message!("lix-sentence", words = sentence.words));
    }
    fault
}
