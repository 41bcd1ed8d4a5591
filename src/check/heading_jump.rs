//! `heading-jump`: a heading that skips a level below the one it stands under.
//!
//! The page's title is the first level. A block's title is a heading too, one level below what the block stands under,
//! and what comes inside the block ends with it. A fragment's first heading may have any level: what includes it decides.

use super::Reading;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::block::{Block, Kind};
use crate::source::Span;
use crate::syntax::ast::{Prose, ProseKind};

pub fn check(reading: &Reading, found: &mut Vec<Diagnostic>) {
    if reading.text.sound {
        let level = if reading.page.facts.kind.name == "fragment" { 6 } else { 1 };
        Outline { reading, level, found }.blocks(&reading.text.blocks);
    }
}

struct Outline<'a, 'r> {
    reading: &'a Reading<'r>,
    /// The level of the last heading.
    level: u8,
    found: &'a mut Vec<Diagnostic>,
}

impl Outline<'_, '_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                Kind::Prose(prose) => self.prose(prose),
                Kind::Only(only) => self.blocks(&only.blocks),
                _ => {
                    let outer = self.level;
                    for blocks in block.children() {
                        self.level = (outer + 1).min(6);
                        self.blocks(blocks);
                    }
                    self.level = outer;
                }
            }
        }
    }

    fn prose(&mut self, prose: &Prose) {
        match &prose.kind {
            ProseKind::Heading { level, text, .. } => {
                let words = match (text.first(), text.last()) {
                    (Some(first), Some(last)) => Span { start: first.span.start, end: last.span.end },
                    _ => prose.span,
                };
                if *level == 1 {
                    let message = message!("heading-jump-title");
                    self.found.push(self.reading.fault(Lint::HeadingJump, words, message));
                } else if *level > self.level + 1 {
                    let marks = |level: u8| "#".repeat(level.into());
                    let message =
                        message!("heading-jump", level = marks(*level), expected = marks(self.level + 1));
                    self.found.push(self.reading.fault(Lint::HeadingJump, words, message));
                }
                // What stands under a first level that should be a second jumps no further.
                self.level = (*level).max(2);
            }
            ProseKind::List { items, .. } => {
                items.iter().flat_map(|item| &item.blocks).for_each(|block| self.prose(block));
            }
            ProseKind::Callout(_, blocks) => blocks.iter().for_each(|block| self.prose(block)),
            // What is quoted has an order of its own.
            ProseKind::Quote(_) => {}
            _ => {}
        }
    }
}
