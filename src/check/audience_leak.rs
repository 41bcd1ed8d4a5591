//! `audience-leak`: a page that links or refers to what its readers can't see. Every edition that shows the words must
//! also show what they lead to.

use std::collections::HashSet;

use super::Beside;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::audience::Readers;
use crate::model::link::Target;
use crate::model::page::{Page, Referred, Translation};
use crate::model::project::Edition;
use crate::source::Span;

/// The links of a page, but for a fragment's, whose readers are those of the pages that include it.
pub fn check(programme: &Programme, _: &Beside, page: &Page, found: &mut Vec<Diagnostic>) {
    if !page.is_fragment() {
        let editions = programme.project.editions.iter().filter(|edition| page.is_for(edition));
        leaks(programme, page, &editions.collect::<Vec<_>>(), found);
    }
}

/// The links of fragments, in the editions that they stand in.
pub fn check_fragments(programme: &Programme, _: &Beside, found: &mut Vec<Diagnostic>) {
    if programme.fragments.is_empty() {
        return;
    }
    let editions = programme.project.editions.iter();
    let editions: Vec<_> = editions.map(|edition| (edition, fragments(programme, edition))).collect();
    for page in programme.fragments.values() {
        let shows = |(edition, shown): &&(&Edition, HashSet<&str>)| {
            page.is_for(edition) && shown.contains(page.id.as_str())
        };
        let showing: Vec<&Edition> = editions.iter().filter(shows).map(|(edition, _)| *edition).collect();
        leaks(programme, page, &showing, found);
    }
}

/// Links of a page to what readers of some edition among these can't see.
fn leaks(programme: &Programme, page: &Page, editions: &[&Edition], found: &mut Vec<Diagnostic>) {
    for (_, from) in page.present() {
        let mut leak = |target: &Page, part: Option<&str>, at: Span, only: &[Readers]| {
            let seen = |edition: &Edition| {
                target.is_for(edition) && !part.is_some_and(|part| target.hides(part, edition))
            };
            let leaking = editions.iter().find(|edition| meets_all(only, edition) && !seen(edition));
            if let Some(edition) = leaking {
                found.push(fault(from, target, at, &edition.name));
            }
        };
        for link in &from.mentions.links {
            match programme.target(&from.path, link.form, &link.destination) {
                Target::Page(target, anchor) => leak(target, anchor, link.at, &link.only),
                Target::Part(target, id) => leak(target, Some(id), link.at, &link.only),
                Target::Here(anchor) => leak(page, Some(anchor), link.at, &link.only),
                _ => {}
            }
        }
        for reference in &from.mentions.references {
            let target = match reference.to {
                Referred::Exercise => programme.page(&reference.id.value),
                Referred::Fragment => programme.fragments.get(&reference.id.value).map(|page| &**page),
                Referred::Instrument => None,
            };
            if let Some(target) = target {
                leak(target, None, reference.id.span, &reference.only);
            }
        }
    }
}

impl Page {
    /// Whether a task or heading of the page stands inside an `only` that the edition does not show.
    fn hides(&self, part: &str, edition: &Edition) -> bool {
        let guarded = self.present().flat_map(|(_, text)| &text.mentions.guarded);
        { guarded }.any(|(name, only)| **name == *part && !meets_all(only, edition))
    }
}

fn meets_all(only: &[Readers], edition: &Edition) -> bool {
    only.iter().all(|readers| readers.meet(edition))
}

/// The ids of the fragments that stand somewhere in an edition, also by way of other fragments.
fn fragments<'a>(programme: &'a Programme, edition: &Edition) -> HashSet<&'a str> {
    let mut shown = HashSet::new();
    let mut rest: Vec<&Page> =
        programme.pages.iter().map(|page| &**page).filter(|page| page.is_for(edition)).collect();
    while let Some(page) = rest.pop() {
        let references = page.present().flat_map(|(_, text)| &text.mentions.references);
        for reference in references.filter(|reference| reference.to == Referred::Fragment) {
            if let Some(fragment) = programme.fragments.get(&reference.id.value)
                && meets_all(&reference.only, edition)
                && shown.insert(fragment.id.as_str())
            {
                rest.push(fragment);
            }
        }
    }
    shown
}

fn fault(from: &Translation, target: &Page, at: Span, edition: &str) -> Diagnostic {
    let readers = target.facts.audience.names().join(", ");
    let message = message!("audience-leak", target = target.id, edition = edition, readers = readers);
    let fault = Diagnostic::new(Lint::AudienceLeak, at.within(&from.path), message);
    match target.first() {
        Some(text) => {
            let place = text.place_of("audience").unwrap_or(text.id.span).within(&text.path);
            fault.related(place, message!("audience-here"))
        }
        None => fault,
    }
}
