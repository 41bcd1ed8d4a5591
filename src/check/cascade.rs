//! All faults to those that stand on their own: what another fault explains is told once that one is mended.

use crate::diag::{Diagnostic, Level, Lint};

/// Faults that may follow from others in the places that they point at, and from which.
const FOLLOWS: &[(Lint, Explains)] = &[
    (Lint::DifferentStructure, |cause| is_error(cause) || cause.lint == Lint::MissingCaptions),
    // A leaf with a colon too many opens what nothing closes.
    (Lint::UnclosedBlock, |cause| cause.message.key == "unknown-block-leaf"),
    (Lint::UnitLoad, is_error),
];

type Explains = fn(&Diagnostic) -> bool;

/// Takes out what another fault explains. The faults come, and stay, in order of place.
pub fn check(found: &mut Vec<Diagnostic>) {
    let explained: Vec<bool> = found.iter().map(|fault| is_explained(fault, found)).collect();
    let mut explained = explained.into_iter();
    found.retain(|_| !explained.next().unwrap_or(false));
}

/// Whether one of the faults that `fault` may follow from stands within a place that it points at.
fn is_explained(fault: &Diagnostic, found: &[Diagnostic]) -> bool {
    let Some((_, explains)) = FOLLOWS.iter().find(|(lint, _)| *lint == fault.lint) else { return false };
    let mut places = fault.related.iter().map(|label| &label.place).chain([&fault.place]);
    places.any(|place| {
        let begins = (&place.path, place.span.start);
        let first = found.partition_point(|other| (&other.place.path, other.place.span.start) < begins);
        found[first..]
            .iter()
            .take_while(|other| other.place.path == place.path && other.place.span.start <= place.span.end)
            .any(|other| {
                other.lint != fault.lint && other.place.span.end <= place.span.end && explains(other)
            })
    })
}

fn is_error(fault: &Diagnostic) -> bool {
    fault.lint.level(false) == Some(Level::Error)
}
