//! Diagnostics to JSON, one object a line, for editors and other programs. The names are a promise and stay.

use serde::Serialize;

use super::{Report, Sources};
use crate::diag::Diagnostic;
use crate::source::Place;

#[derive(Serialize)]
struct Fault<'a> {
    lint: &'a str,
    level: &'a str,
    message: String,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    help: Vec<String>,
    fix: Option<Fix<'a>>,
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Fix<'a> {
    edits: Vec<Edit<'a>>,
}

#[derive(Serialize)]
struct Edit<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct Related<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: String,
}

pub fn draw(report: &Report, sources: &Sources, found: &[Diagnostic]) -> String {
    let mut drawn = String::new();
    for fault in found {
        drawn.push_str(&serde_json::to_string(&lowered(report, sources, fault)).unwrap_or_default());
        drawn.push('\n');
    }
    drawn
}

fn lowered<'a>(report: &Report, sources: &Sources, fault: &'a Diagnostic) -> Fault<'a> {
    let place = sources.extent(&fault.place);
    let edit = |(at, text): &'a (Place, String)| {
        let place = sources.extent(at);
        Edit {
            file: at.path.as_str(),
            line: place.line,
            column: place.column,
            end_line: place.end_line,
            end_column: place.end_column,
            text,
        }
    };
    let related = fault.related.iter().map(|label| {
        let place = sources.extent(&label.place);
        Related {
            file: label.place.path.as_str(),
            line: place.line,
            column: place.column,
            end_line: place.end_line,
            end_column: place.end_column,
            message: report.say(&label.message),
        }
    });
    Fault {
        lint: fault.lint.name(),
        level: report.level(fault.lint).name(),
        message: report.say(&fault.message),
        file: fault.place.path.as_str(),
        line: place.line,
        column: place.column,
        end_line: place.end_line,
        end_column: place.end_column,
        help: report.helps(fault),
        fix: fault.fix.as_ref().map(|fix| Fix { edits: fix.edits.iter().map(edit).collect() }),
        related: related.collect(),
    }
}
