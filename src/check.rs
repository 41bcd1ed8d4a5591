//! A whole programme to everything that is wrong with it: the table of checks over all pages.
//!
//! What one file shows alone (its form) was found when the file was read. A check here joins what pages mention.

mod audience_leak;
mod broken_link;
mod different_structure;
mod duplicate_id;
mod media;
mod missing_translation;
mod names;

use crate::diag::{Diagnostic, Outcome};
use crate::model::Programme;

/// A check: it looks at the whole programme and says what it finds.
pub type Check = fn(&Programme, &mut Vec<Diagnostic>);

/// Every check, in the order of the manual.
pub const CHECKS: &[Check] = &[
    names::check,
    duplicate_id::check,
    missing_translation::check,
    different_structure::check,
    broken_link::check,
    audience_leak::check,
    media::check,
];

/// Runs every check and adds what they find, in order of file and place.
pub fn run(programme: Outcome<Programme>) -> Outcome<Programme> {
    let Outcome { value, mut diagnostics } = programme;
    for check in CHECKS {
        check(&value, &mut diagnostics);
    }
    diagnostics.sort();
    diagnostics.dedup();
    Outcome { value, diagnostics }
}
