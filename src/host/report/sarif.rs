//! Diagnostics to SARIF 2.1.0, which code scanning services read.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Report, Sources, is_whole_file};
use crate::diag::{Diagnostic, Lint};
use crate::source::Place;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'a str,
    version: &'a str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    column_kind: &'a str,
    results: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
struct Driver<'a> {
    name: &'a str,
    version: &'a str,
    rules: Vec<Rule<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule<'a> {
    id: &'a str,
    short_description: Text,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding<'a> {
    rule_id: &'a str,
    rule_index: usize,
    level: &'a str,
    message: Text,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: Physical,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    /// Left out where the fault is the file's as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

pub fn draw(report: &Report, sources: &Sources, found: &[Diagnostic]) -> String {
    let lints: Vec<Lint> =
        found.iter().map(|fault| fault.lint).collect::<BTreeSet<_>>().into_iter().collect();
    let rule = |lint: &Lint| Rule {
        id: lint.name(),
        short_description: Text { text: report.why(*lint).unwrap_or_else(|| lint.name().into()) },
    };
    let finding = |fault: &Diagnostic| Finding {
        rule_id: fault.lint.name(),
        rule_index: lints.partition_point(|lint| *lint < fault.lint),
        level: report.level(fault.lint).name(),
        message: Text { text: report.say(&fault.message) },
        locations: [location(sources, &fault.place, None)],
        related_locations: fault
            .related
            .iter()
            .map(|label| location(sources, &label.place, Some(Text { text: report.say(&label.message) })))
            .collect(),
    };
    let driver = Driver {
        name: "andrum",
        version: env!("CARGO_PKG_VERSION"),
        rules: lints.iter().map(rule).collect(),
    };
    let run = Run {
        tool: Tool { driver },
        column_kind: "unicodeCodePoints",
        results: found.iter().map(finding).collect(),
    };
    let log = Log { schema: SCHEMA, version: "2.1.0", runs: [run] };
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}

fn location(sources: &Sources, place: &Place, message: Option<Text>) -> Location {
    let extent = sources.extent(place);
    let region = Region {
        start_line: extent.line,
        start_column: extent.column,
        end_line: extent.end_line,
        end_column: extent.end_column,
    };
    let artifact_location = Artifact { uri: uri(place.path.as_str()) };
    Location {
        physical_location: Physical { artifact_location, region: (!is_whole_file(place)).then_some(region) },
        message,
    }
}

/// A path as a relative URI reference (RFC 3986, 4.2): ASCII, with everything else in percent form.
fn uri(path: &str) -> String {
    use std::fmt::Write;
    path.bytes().fold(String::with_capacity(path.len()), |mut uri, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(byte as char)
            }
            _ => drop(write!(uri, "%{byte:02X}")),
        }
        uri
    })
}
