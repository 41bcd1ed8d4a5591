//! Where a page of a kind lies below its language's folder: beside its like, else where the sample programme has it.

use std::collections::BTreeMap;

use super::Programme;
use super::page::Page;
use crate::syntax::front::Kind;

/// The folder for a new page, without slashes around it. Where pages of a unit share a folder with its number (`weeks/03`),
/// a new unit gets its own (`weeks/04`).
pub fn folder(programme: &Programme, kind: &Kind, unit: Option<u32>) -> String {
    let in_unit = |page: &Page| page.facts.unit.is_some() == unit.is_some();
    let alike = |page: &Page| page.facts.kind.name == kind.name && in_unit(page);
    let of_units = |page: &Page| page.facts.kind.name == "theme" && in_unit(page);
    let usual = usual(programme, alike).or_else(|| match kind.name {
        "reflection" | "exercise" => usual(programme, of_units),
        _ => None,
    });
    match (usual, unit) {
        (Some(Pattern { folder, digits: Some(digits) }), Some(unit)) => {
            format!("{folder}{unit:0width$}", width = digits)
        }
        (Some(Pattern { folder, .. }), _) => folder,
        (None, Some(unit)) if matches!(kind.name, "theme" | "reflection" | "exercise") => {
            format!("{}s/{unit:02}", programme.project.unit)
        }
        (None, _) => match kind.name {
            "exercise" => "tools",
            "session" | "pathway" => "guides",
            "module" => "course",
            "plan" => "plans",
            "fragment" => "fragments",
            _ => "information",
        }
        .into(),
    }
}

/// A folder, or all before the unit's number at its end and how many digits that is written with.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Pattern {
    folder: String,
    digits: Option<usize>,
}

/// The pattern that most of the pages follow; of several, the first in the alphabet.
fn usual(programme: &Programme, like: impl Fn(&Page) -> bool) -> Option<Pattern> {
    let mut counts: BTreeMap<Pattern, usize> = BTreeMap::new();
    for page in programme.everything().filter(|page| like(page)) {
        if let Some(pattern) = pattern(programme, page) {
            *counts.entry(pattern).or_default() += 1;
        }
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(pattern, _)| pattern)
}

fn pattern(programme: &Programme, page: &Page) -> Option<Pattern> {
    let (language, text) = page.present().next()?;
    let home = format!("content/{}", programme.project.languages[language].code);
    let folder = text.path.folder().strip_prefix(&home)?.trim_start_matches('/');
    let stem = folder.trim_end_matches(|mark: char| mark.is_ascii_digit());
    let number = &folder[stem.len()..];
    match page.facts.unit {
        Some(unit) if number.parse() == Ok(unit) => {
            Some(Pattern { folder: stem.into(), digits: Some(number.len()) })
        }
        _ => Some(Pattern { folder: folder.into(), digits: None }),
    }
}
