//! `instrument-rater`: MADRS, which a clinician rates, and MADRS-S, which the participant fills in, under one another's
//! rater. The two are scored differently, and a wrong one cannot be compared with what came before.

use super::Beside;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::project::FILE;
use crate::source::Path;
use crate::syntax::yaml::Yaml;

pub fn check(programme: &Programme, _: &Beside, found: &mut Vec<Diagnostic>) {
    let path = Path::new(FILE);
    let instruments = programme.project.written.get("instruments").map_or(&[][..], Yaml::pairs);
    for (id, instrument) in instruments {
        let name = instrument.get("name");
        let words = name.and_then(Yaml::text).unwrap_or(&id.value);
        let Some(rater) = instrument.get("rater") else { continue };
        match (expected(words), rater.text()) {
            (Some(expected), Some(written @ ("self" | "clinician"))) if written != expected => {
                let message = message!("instrument-rater", name = words, rater = expected);
                let fault = Diagnostic::new(Lint::InstrumentRater, rater.span.within(&path), message);
                let place = name.map_or(id.span, |name| name.span).within(&path);
                found.push(fault.related(place, message!("instrument-rater-here")));
            }
            _ => {}
        }
    }
}

/// Who rates the scale of that name: `MADRS`, or `MADRS-S` however it is spelt, with or without an explanation behind.
fn expected(name: &str) -> Option<&'static str> {
    let mut words = name.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.next()?.to_ascii_uppercase();
    let second = words.next().unwrap_or_default().to_ascii_uppercase();
    match (first.as_str(), second.as_str()) {
        ("MADRS", "S" | "SR" | "SELF") | ("MADRSS", _) => Some("self"),
        ("MADRS", _) => Some("clinician"),
        _ => None,
    }
}
