//! `phase-minutes`: a session whose phases do not add up to the session's own `minutes`.
//!
//! Phases for a course that is broken off take the place of others. A phase without minutes may take what is left.

use super::Beside;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::block::{Block, Kind, Phase};
use crate::model::page::{Page, Translation};
use crate::source::Span;

pub fn check(programme: &Programme, _: &Beside, page: &Page, found: &mut Vec<Diagnostic>) {
    let (Some(text), Some(minutes)) = (page.first(), page.facts.minutes) else { return };
    if page.facts.kind.name != "session" {
        return;
    }
    let phases = phases(&text.blocks);
    let sum: u32 = phases.iter().filter_map(|(phase, _)| phase.minutes).sum();
    let open = phases.iter().any(|(phase, _)| phase.minutes.is_none()) || shares_phases(programme, text);
    let adds_up = sum == minutes || (sum < minutes && open);
    if !text.sound || phases.is_empty() || adds_up {
        return;
    }
    let Some(span) = text.place_of("minutes") else { return };
    let message = message!("phase-minutes", sum = sum, minutes = minutes);
    let fault = Diagnostic::new(Lint::PhaseMinutes, span.within(&text.path), message);
    found.push(phases.into_iter().fold(fault, |fault, (phase, span)| match phase.minutes {
        Some(minutes) => {
            fault.related(span.within(&text.path), message!("phase-minutes-here", minutes = minutes))
        }
        None => fault,
    }));
}

/// Whether a fragment brings phases of its own.
fn shares_phases(programme: &Programme, text: &Translation) -> bool {
    let fragments =
        text.mentions.references.iter().filter_map(|refers| programme.fragments.get(&refers.id.value));
    { fragments }.filter_map(|page| page.first()).any(|fragment| !phases(&fragment.blocks).is_empty())
}

/// The outer phases of the usual course, with the lines that open them.
fn phases(blocks: &[Block]) -> Vec<(&Phase, Span)> {
    let mut phases = Vec::new();
    for block in blocks {
        match &block.kind {
            Kind::Phase(phase) if phase.when.is_none() => phases.push((&**phase, block.span)),
            Kind::Phase(_) => {}
            _ => phases.extend(block.children().into_iter().flat_map(self::phases)),
        }
    }
    phases
}
