//! `missing-unit`, `unwritten-unit`, `duplicate-unit`: each unit that the schedule promises has one theme, the page that
//! a participant begins it at.
//!
//! A programme without a single theme is not made of units, or not begun.

use std::collections::{BTreeMap, BTreeSet};

use super::Beside;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::page::Page;
use crate::model::project::FILE;
use crate::source::{Path, Place};
use crate::syntax::yaml::Yaml;

pub fn check(programme: &Programme, _: &Beside, found: &mut Vec<Diagnostic>) {
    let themes = themes(programme);
    if themes.is_empty() {
        return;
    }
    let missing = missing(programme, &themes, found);
    unwritten(programme, &themes, &missing, found);
    duplicate(programme, &themes, found);
}

/// The themes of each unit, drafts among them.
type Themes<'a> = BTreeMap<u32, Vec<&'a Page>>;

fn themes(programme: &Programme) -> Themes<'_> {
    let mut themes = Themes::new();
    for page in programme.pages.iter().filter(|page| page.facts.kind.name == "theme") {
        if let Some(unit) = page.facts.unit {
            themes.entry(unit).or_default().push(page);
        }
    }
    themes
}

/// Reports a unit with pages and no theme at the first of them; gives back those units.
fn missing(programme: &Programme, themes: &Themes, found: &mut Vec<Diagnostic>) -> BTreeSet<u32> {
    let mut missing = BTreeSet::new();
    for page in programme.pages.iter().filter(|page| !page.facts.draft) {
        let Some(unit) = page.facts.unit.filter(|unit| within(programme, *unit)) else { continue };
        if !themes.contains_key(&unit)
            && let Some(place) = unit_place(page)
            && missing.insert(unit)
        {
            found.push(Diagnostic::new(Lint::MissingUnit, place, message!("missing-unit", unit = unit)));
        }
    }
    missing
}

/// Reports the units that nobody has written, together, where their number is promised.
fn unwritten(programme: &Programme, themes: &Themes, missing: &BTreeSet<u32>, found: &mut Vec<Diagnostic>) {
    let count = programme.project.written.get("schedule").and_then(|schedule| schedule.get("count"));
    let Some(promised) = count.and_then(Yaml::whole).and_then(|count| u32::try_from(count).ok()) else {
        return;
    };
    let written =
        |unit: &u32| themes.get(unit).is_some_and(|pages| pages.iter().any(|page| !page.facts.draft));
    let units: Vec<u32> =
        (1..=promised.min(MOST)).filter(|unit| !written(unit) && !missing.contains(unit)).collect();
    if let Some(span) = count.map(|count| count.span).filter(|_| !units.is_empty()) {
        let message = message!("unwritten-unit", units = ranges(&units), count = units.len());
        found.push(Diagnostic::new(Lint::UnwrittenUnit, span.within(&Path::new(FILE)), message));
    }
}

/// More units than this are a fault of their own.
const MOST: u32 = 999;

/// Reports every theme after the first that the readers of one edition would meet in the same unit.
fn duplicate(programme: &Programme, themes: &Themes, found: &mut Vec<Diagnostic>) {
    for (unit, pages) in themes {
        let published: Vec<&Page> = pages.iter().copied().filter(|page| !page.facts.draft).collect();
        for (at, page) in published.iter().enumerate() {
            let first = published[..at].iter().find(|other| meet(programme, other, page));
            if let (Some(there), Some(here)) = (first.and_then(|first| unit_place(first)), unit_place(page)) {
                let fault =
                    Diagnostic::new(Lint::DuplicateUnit, here, message!("duplicate-unit", unit = unit));
                found.push(fault.related(there, message!("first-here")));
            }
        }
    }
}

/// Whether some reader gets both pages: one of an edition that has both, at a site that has both.
fn meet(programme: &Programme, one: &Page, other: &Page) -> bool {
    let (here, there) = (&one.facts.sites, &other.facts.sites);
    let elsewhere = !here.is_empty() && !there.is_empty() && here.iter().all(|site| !there.contains(site));
    let editions = &programme.project.editions;
    !elsewhere && editions.iter().any(|edition| one.is_for(edition) && other.is_for(edition))
}

fn within(programme: &Programme, unit: u32) -> bool {
    i64::from(unit) <= programme.project.count
}

fn unit_place(page: &Page) -> Option<Place> {
    let (_, text) = page.present().find(|(_, text)| text.whole)?;
    Some(text.place_of("unit")?.within(&text.path))
}

/// `4–7, 9` for units in rising order.
fn ranges(units: &[u32]) -> String {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for unit in units {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == *unit => *last = *unit,
            _ => ranges.push((*unit, *unit)),
        }
    }
    let worded = ranges.into_iter().map(|(first, last)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first}–{last}"),
    });
    worded.collect::<Vec<_>>().join(", ")
}
