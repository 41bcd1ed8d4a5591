//! Tera's errors as diagnostics at the template's own words, where the error has a place.

use tera::ErrorKind;

use super::Written;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::source::Span;

/// What keeps some templates, by name and text, from being used: names that stand for nothing are found all at once.
pub fn of_all(error: &tera::Error, templates: &[(String, String)], written: &Written) -> Vec<Diagnostic> {
    if let ErrorKind::Msg(reports) = error.kind() {
        let placed = |report| placed(report, templates);
        if let Some(placed) = reports.split("\n\n").map(placed).collect::<Option<Vec<_>>>() {
            return placed
                .into_iter()
                .map(|(file, span, reason)| fault(written, file, span, reason))
                .collect();
        }
    }
    vec![of(error, written)]
}

/// A template's fault.
pub fn of(error: &tera::Error, written: &Written) -> Diagnostic {
    let kind = error.kind();
    match kind {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            fault(written, report.filename(), report.span().range.clone().into(), report.message())
        }
        ErrorKind::MissingParent { current: file, .. }
        | ErrorKind::CircularExtend { tpl: file, .. }
        | ErrorKind::CircularInclude { tpl: file, .. } => {
            fault(written, file, Span::default(), &kind.to_string())
        }
        _ => fault(written, "", Span::default(), &kind.to_string()),
    }
}

fn fault(written: &Written, file: &str, span: Span, reason: &str) -> Diagnostic {
    let path = written.path(file);
    Diagnostic::new(Lint::Template, span.within(&path), message!("template", reason = reason.trim()))
}

/// The file, place and reason of a report that Tera has drawn, which is all it hands out where templates are joined:
///
/// ```text
/// error: Unknown filter `shout`
///  --> page.html:1:11
///   |
/// 1 | {{ name | shout }}
///   |           ^^^^^
/// ```
fn placed<'a>(report: &'a str, templates: &[(String, String)]) -> Option<(&'a str, Span, &'a str)> {
    let mut lines = report.lines();
    let reason = lines.next()?.strip_prefix("error: ")?;
    let mut place = lines.next()?.trim_start().strip_prefix("--> ")?.rsplitn(3, ':');
    let mut number = || place.next()?.parse::<usize>().ok()?.checked_sub(1);
    let (column, row) = (number()?, number()?);
    let file = place.next()?;
    let width = lines.next_back()?.matches('^').count();
    let (_, text) = templates.iter().find(|(name, _)| name == file)?;
    let line = text.split_inclusive('\n').nth(row)?;
    let above: usize = text.split_inclusive('\n').take(row).map(str::len).sum();
    let byte = |column| line.char_indices().nth(column).map_or(line.len(), |(at, _)| at);
    Some((file, Span::new(above + byte(column), above + byte(column + width)), reason))
}
