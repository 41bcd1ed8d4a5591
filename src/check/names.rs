//! `unknown-fact`, `unknown-instrument`, and `out-of-range` for units: names and numbers that `programme.yaml` decides.

use super::Beside;
use crate::diag::{Diagnostic, Lint, nearest};
use crate::message;
use crate::model::Programme;
use crate::model::page::{Page, Referred};
use crate::model::project::Edition;

pub fn check(programme: &Programme, _: &Beside, page: &Page, found: &mut Vec<Diagnostic>) {
    let project = &programme.project;
    for (_, translation) in page.present() {
        let path = &translation.path;
        for fact in &translation.mentions.facts {
            let name = fact.value.strip_prefix("facts.").unwrap_or(&fact.value);
            let siteless = |edition: &&Edition| edition.site.is_none() && page.is_for(edition);
            if project.differing.contains(name)
                && page.facts.sites.len() != 1
                && let Some(edition) = project.editions.iter().find(siteless)
            {
                let message = message!("unknown-fact-site", fact = fact.value, edition = edition.name);
                found.push(Diagnostic::new(Lint::UnknownFact, fact.span.within(path), message));
            } else if programme.fact_in(path, &fact.value).is_none() {
                let message = message!("unknown-fact", fact = fact.value);
                let fault = Diagnostic::new(Lint::UnknownFact, fact.span.within(path), message);
                found.push(match nearest(name, project.facts.keys().map(String::as_str)) {
                    Some(name) => fault.help(message!("did-you-mean", nearest = format!("facts.{name}"))),
                    None => fault,
                });
            }
        }
        let instruments =
            translation.mentions.references.iter().filter(|refers| refers.to == Referred::Instrument);
        for reference in
            instruments.filter(|reference| !project.instruments.contains_key(&reference.id.value))
        {
            let message = message!("unknown-instrument", id = reference.id.value);
            let fault = Diagnostic::new(Lint::UnknownInstrument, reference.id.span.within(path), message);
            found.push(fault.nearest(
                &reference.id.value,
                project.instruments.keys().map(String::as_str),
                true,
            ));
        }
        if let (Some(unit), Some(span)) = (translation.facts.unit, translation.place_of("unit"))
            && i64::from(unit) > project.count
        {
            let message = message!("out-of-range", value = unit, from = 1, to = project.count);
            found.push(Diagnostic::new(Lint::OutOfRange, span.within(path), message));
        }
    }
}
