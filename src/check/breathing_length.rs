//! `breathing-length`: an exercise whose breathing takes much longer, or much shorter, than the page's `minutes` say.
//!
//! Twins agree on their numbers (`different-structure`), so the first language speaks for all.

use super::Beside;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::block::{Block, Kind};
use crate::model::page::Page;

pub fn check(_: &Programme, _: &Beside, page: &Page, found: &mut Vec<Diagnostic>) {
    let (Some(text), Some(minutes)) = (page.first(), page.facts.minutes) else { return };
    if page.facts.kind.name != "exercise" {
        return;
    }
    let parts = Parts::of(&text.blocks);
    let Some(pace) = parts.pace.filter(|_| text.sound && parts.is_off(minutes)) else { return };
    let (whole, rest) = (parts.seconds / 60, parts.seconds % 60);
    let message =
        message!("breathing-length", minutes = whole, seconds = format!("{rest:02}"), page = minutes);
    let fault = Diagnostic::new(Lint::BreathingLength, pace.within(&text.path), message);
    found.push(match text.place_of("minutes") {
        Some(span) => {
            fault.related(span.within(&text.path), message!("page-minutes-here", minutes = minutes))
        }
        None => fault,
    });
}

/// What an exercise is made of, by the time it takes.
#[derive(Default)]
struct Parts {
    /// The numbers of the first breathing pattern.
    pace: Option<crate::source::Span>,
    /// Of the breathing patterns together.
    seconds: u32,
    /// Of the other parts, as far as they say.
    minutes: u32,
    /// Whether some part does not say how long it takes.
    open: bool,
}

impl Parts {
    fn of(blocks: &[Block]) -> Parts {
        let mut parts = Parts::default();
        Block::walk(blocks, &mut |block| match &block.kind {
            Kind::Breathing(breathing) => {
                parts.pace = parts.pace.or(Some(breathing.pace));
                parts.seconds += breathing.seconds();
            }
            Kind::Body(body) => parts.other(body.minutes),
            Kind::Task(task) => parts.other(task.minutes),
            Kind::Checklist(list) => parts.minutes += list.minutes.unwrap_or(0),
            Kind::Exercise(_) | Kind::Include(_) | Kind::Only(_) => parts.open = true,
            _ => {}
        });
        parts
    }

    fn other(&mut self, minutes: Option<u32>) {
        self.minutes += minutes.unwrap_or(0);
        self.open |= minutes.is_none();
    }

    /// Whether the parts take more than a minute and more than a third of the page's time too much or too little. A page
    /// takes a moment to read, and a breath is not measured to the second.
    fn is_off(&self, page: u32) -> bool {
        let (parts, page) = (self.seconds + self.minutes * 60, page * 60);
        let off = parts.abs_diff(page);
        off > 60 && off * 3 > page && (parts > page || !self.open)
    }
}
