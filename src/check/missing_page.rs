//! `missing-page`: patients read an edition that has no page for a crisis, for privacy or for accessibility. The ids of
//! these pages are kept for them. Or the course names a module that is not written.

use super::Beside;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::audience::Audiences;
use crate::model::page::Page;
use crate::model::project::FILE;
use crate::source::{Path, Place};
use crate::syntax::yaml::Yaml;

const NEEDED: &[&str] = &["crisis", "privacy", "accessibility"];

pub fn check(programme: &Programme, _: &Beside, found: &mut Vec<Diagnostic>) {
    modules(programme, found);
    let patient = Audiences::one("patient");
    let Some(edition) = programme.project.editions.iter().find(|edition| edition.audiences.meets(patient))
    else {
        return;
    };
    let editions = programme.project.written.get("editions");
    let Some(key) = editions.and_then(|editions| editions.key(&edition.name)) else { return };
    let place = key.within(&Path::new(FILE));
    for id in NEEDED {
        match programme.page(id) {
            None => {
                found.push(Diagnostic::new(
                    Lint::MissingPage,
                    place.clone(),
                    message!("missing-page", id = id),
                ));
            }
            Some(page) if page.facts.draft || !page.facts.audience.meets(patient) => {
                let message = message!("missing-page-hidden", id = id);
                let fault = Diagnostic::new(Lint::MissingPage, place.clone(), message);
                found.push(match why_hidden(page) {
                    Some(why) => fault.related(why, message!("missing-page-here")),
                    None => fault,
                });
            }
            Some(_) => {}
        }
    }
}

/// The modules that the course names and nobody has written yet.
fn modules(programme: &Programme, found: &mut Vec<Diagnostic>) {
    let named = programme.project.written.get("course").and_then(|course| course.get("modules"));
    for name in named.map_or(&[][..], Yaml::many) {
        let Some(id) = name.text().filter(|id| *id != "undecided" && programme.page(id).is_none()) else {
            continue;
        };
        let place = name.span.within(&Path::new(FILE));
        found.push(Diagnostic::new(Lint::MissingPage, place, message!("missing-page-module", id = id)));
    }
}

fn why_hidden(page: &Page) -> Option<Place> {
    let text = page.first()?;
    let key = if page.facts.draft { "draft" } else { "audience" };
    Some(text.place_of(key).or(text.place_of("kind"))?.within(&text.path))
}
