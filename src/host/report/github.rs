//! Diagnostics to GitHub's workflow commands, which become notes beside the lines they are about.

use std::fmt::Write;

use super::{Report, Sources};
use crate::diag::Diagnostic;

pub fn draw(report: &Report, sources: &Sources, found: &[Diagnostic]) -> String {
    let mut drawn = String::new();
    for fault in found {
        let place = sources.extent(&fault.place);
        let mut text = report.say(&fault.message);
        for help in report.helps(fault) {
            text.push('\n');
            text.push_str(&help);
        }
        let _ = writeln!(
            drawn,
            "::{} file={},line={},col={},endLine={},endColumn={},title={}::{}",
            report.level(fault.lint).name(),
            property(fault.place.path.as_str()),
            place.line,
            place.column,
            place.end_line,
            place.end_column,
            property(fault.lint.name()),
            data(&text),
        );
    }
    drawn
}

/// What follows the last `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A value before it, where a comma or a colon would end it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
