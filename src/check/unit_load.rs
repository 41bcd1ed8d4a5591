//! `unit-load`: a unit that asks for more or less time a day than the schedule promises, at its theme's `minutes`, with
//! what takes the most of it.

use super::Beside;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::load::{UnitLoad, loads};
use crate::model::page::Page;
use crate::model::project::FILE;
use crate::source::{Path, Place};

/// How many parts of a load are shown.
const SHOWN: usize = 3;

pub fn check(programme: &Programme, _: &Beside, found: &mut Vec<Diagnostic>) {
    let broken = |load: &UnitLoad| load.whole && (load.too_much() || load.too_little());
    for load in loads(programme).into_iter().filter(broken) {
        let Some(place) = place(programme, load.number) else { continue };
        let (unit, minutes, day) = (load.number, load.minutes, load.per_day());
        let message = match (load.promised.least, load.promised.most) {
            (Some(least), _) if load.too_little() => {
                message!("unit-load-little", unit = unit, minutes = minutes, day = day, least = least)
            }
            (_, Some(most)) => message!("unit-load", unit = unit, minutes = minutes, day = day, most = most),
            _ => continue,
        };
        let fault = Diagnostic::new(Lint::UnitLoad, place, message);
        let fault = match promise(programme) {
            Some(place) => fault.related(place, message!("unit-load-promised")),
            None => fault,
        };
        let parts = load.parts.into_iter().take(SHOWN);
        found.push(parts.fold(fault, |fault, part| {
            let (id, minutes, repeats) = (part.id, part.minutes, part.repeats);
            let message = match repeats {
                0 => message!("unit-load-page", id = id, minutes = minutes),
                _ => message!("unit-load-repeats", id = id, minutes = minutes, repeats = repeats),
            };
            fault.related(part.place, message)
        }));
    }
}

/// What the schedule promises.
fn promise(programme: &Programme) -> Option<Place> {
    let load = programme.project.written.get("schedule")?.get("load")?;
    Some(load.span.within(&Path::new(FILE)))
}

/// The minutes of a unit's theme, or its title where it has none.
fn place(programme: &Programme, unit: u32) -> Option<Place> {
    let is_theme =
        |page: &&Page| page.facts.kind.name == "theme" && page.facts.unit == Some(unit) && !page.facts.draft;
    let text = programme.pages.iter().map(|page| &**page).find(is_theme)?.first()?;
    Some(text.place_of("minutes").unwrap_or(text.title.span).within(&text.path))
}
