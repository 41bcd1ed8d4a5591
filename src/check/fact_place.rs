//! `unknown-fact`, of facts where none is filled in: titles, summaries, addresses. A reader would meet the braces, or a
//! telephone number that is none.

use super::Reading;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::passage::Kind;

/// What a fact begins with.
const OPENING: &str = "{{";

pub fn check(reading: &Reading, found: &mut Vec<Diagnostic>) {
    let plain = |kind: Kind| matches!(kind, Kind::Title | Kind::Summary | Kind::Label);
    for passage in reading.passages.iter().filter(|passage| plain(passage.kind)) {
        if let Some(at) = passage.text.find(OPENING) {
            let length = passage.text[at..].find("}}").map_or(OPENING.len(), |length| length + OPENING.len());
            let place = passage.place(at..at + length);
            found.push(reading.fault(Lint::UnknownFact, place, message!("unknown-fact-title")));
        }
    }
    for link in reading.text.mentions.links.iter().filter(|link| link.destination.contains(OPENING)) {
        found.push(reading.fault(Lint::UnknownFact, link.at, message!("unknown-fact-address")));
    }
}
