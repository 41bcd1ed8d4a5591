//! A programme to the load of its units: the minutes that a participant is asked for in each, repeats included, beside
//! what the schedule promises.
//!
//! A page's `minutes` hold everything on it once: its tasks, and the exercises that it shows. To these come the repeats
//! that a task's `every` asks for. A unit counts as one week. What has no `minutes` counts as none, so a check-in adds
//! nothing, whatever triggers it.

use std::collections::{BTreeMap, BTreeSet};

use super::Programme;
use super::audience::{Audiences, Readers};
use super::block::{Block, Kind, Task};
use super::page::{Page, Referred, Translation};
use crate::source::Place;
use crate::syntax::yaml::Yaml;

/// What one unit asks of a participant.
#[derive(Clone, Debug)]
pub struct UnitLoad {
    pub number: u32,
    /// In the whole unit, repeats included.
    pub minutes: u32,
    pub days: u32,
    pub promised: Promised,
    /// What the minutes are made of, the biggest part first.
    pub parts: Vec<Part>,
    /// Whether every page of the unit is written and could be read without faults, so that the sum can be relied on.
    pub whole: bool,
}

/// Minutes a day that the schedule promises; what it leaves open is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Promised {
    /// Nothing where each reader keeps a pace of their own.
    pub least: Option<u32>,
    pub most: Option<u32>,
}

/// A page, or the repeats of a task beyond the once that its page includes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub id: String,
    /// In the whole unit.
    pub minutes: u32,
    /// How many times a task is repeated; 0 for a page.
    pub repeats: u32,
    pub place: Place,
}

impl UnitLoad {
    /// Minutes a day, in whole minutes on the far side of a promise that is broken.
    pub fn per_day(&self) -> u32 {
        if self.too_little() { self.minutes / self.days } else { self.minutes.div_ceil(self.days) }
    }

    pub fn too_little(&self) -> bool {
        self.promised.least.is_some_and(|least| self.minutes < least.saturating_mul(self.days))
    }

    pub fn too_much(&self) -> bool {
        self.promised.most.is_some_and(|most| self.minutes > most.saturating_mul(self.days))
    }
}

/// The load of every unit that has a page, in order.
pub fn loads(programme: &Programme) -> Vec<UnitLoad> {
    let schedule = programme.project.written.get("schedule");
    let (days, promised) = schedule.map_or((WEEK, Promised::default()), terms);
    let mut units: BTreeMap<u32, Vec<&Page>> = BTreeMap::new();
    for page in programme.pages.iter().filter(|page| page.facts.audience.meets(Audiences::one("patient"))) {
        if let Some(number) = page.facts.unit.filter(|number| i64::from(*number) <= programme.project.count) {
            units.entry(number).or_default().push(page);
        }
    }
    let unit = |(number, mut pages): (u32, Vec<&Page>)| {
        let readable = |page: &Page| page.first().is_some_and(|text| text.whole && text.sound);
        let whole = pages.iter().all(|page| readable(page) && !page.facts.draft);
        pages.retain(|page| !page.facts.draft);
        let parts = parts(programme, &pages, days);
        UnitLoad {
            number,
            minutes: parts.iter().map(|part| part.minutes).sum(),
            days,
            promised,
            parts,
            whole,
        }
    };
    units.into_iter().map(unit).collect()
}

/// Days in a week, where the schedule does not say how many of them it asks for.
const WEEK: u32 = 7;

/// Days a week, and minutes a day.
fn terms(schedule: &Yaml) -> (u32, Promised) {
    let load = schedule.get("load");
    let number = |yaml: &Yaml| yaml.whole().and_then(|number| u32::try_from(number).ok());
    let days = load.and_then(|load| load.get("days_per_week")).and_then(number);
    let mut promised = Promised::default();
    if let Some([least, most]) = load.and_then(|load| load.get("minutes_per_day")).map(Yaml::many) {
        let own = schedule.get("pacing").and_then(Yaml::text) == Some("own");
        promised = Promised { least: number(least).filter(|_| !own), most: number(most) };
    }
    (days.filter(|days| (1..=WEEK).contains(days)).unwrap_or(WEEK), promised)
}

fn parts(programme: &Programme, pages: &[&Page], days: u32) -> Vec<Part> {
    let exercises: BTreeSet<&str> = pages.iter().flat_map(|page| exercises(page)).collect();
    let mut parts = Vec::new();
    for page in pages {
        // An exercise that another page of the unit shows is among that page's minutes.
        if !exercises.contains(page.id.as_str()) {
            parts.extend(once(page));
        }
        repeats(page, days, &mut parts);
    }
    // An exercise off the tool shelf may hold a task that repeats.
    let shelf = exercises.into_iter().filter_map(|id| programme.page(id));
    for page in shelf.filter(|page| !pages.iter().any(|other| other.id == page.id)) {
        repeats(page, days, &mut parts);
    }
    parts.sort_by(|a, b| b.minutes.cmp(&a.minutes).then_with(|| a.id.cmp(&b.id)));
    parts
}

/// The exercises that a page shows.
fn exercises(page: &Page) -> impl Iterator<Item = &str> {
    let references = page.first().into_iter().flat_map(|text| &text.mentions.references);
    let shown = |only: &[Readers]| only.iter().all(|readers| readers.hold(Audiences::one("patient")));
    references
        .filter(move |refers| refers.to == Referred::Exercise && shown(&refers.only))
        .map(|refers| refers.id.value.as_str())
        .filter(|id| *id != page.id)
}

fn once(page: &Page) -> Option<Part> {
    let text = page.first()?;
    let minutes = page.facts.minutes.filter(|minutes| *minutes > 0)?;
    let span = text.place_of("minutes").unwrap_or(text.id.span);
    Some(Part { id: page.id.clone(), minutes, repeats: 0, place: span.within(&text.path) })
}

fn repeats(page: &Page, days: u32, parts: &mut Vec<Part>) {
    if let Some(text) = page.first() {
        repeats_among(&text.blocks, text, days, parts);
    }
}

fn repeats_among(blocks: &[Block], text: &Translation, days: u32, parts: &mut Vec<Part>) {
    for block in blocks {
        match &block.kind {
            Kind::Only(only) if !only.readers.hold(Audiences::one("patient")) => continue,
            Kind::Task(task) => parts.extend(repeated(task, text, days)),
            _ => {}
        }
        block.children().into_iter().for_each(|blocks| repeats_among(blocks, text, days, parts));
    }
}

fn repeated(task: &Task, text: &Translation, days: u32) -> Option<Part> {
    let repeats = times(task.every.as_deref()?, days).saturating_sub(1);
    let minutes = task.minutes?.saturating_mul(repeats);
    let place = task.id.span.within(&text.path);
    (minutes > 0).then(|| Part { id: task.id.value.clone(), minutes, repeats, place })
}

/// How many times a week something comes that comes `every` so often. Its days are those that the schedule asks for; a
/// participant is taken to log in on each of them.
fn times(every: &str, days: u32) -> u32 {
    match every {
        "day" | "login" => days,
        "week" => 1,
        _ => match every.strip_suffix("/week") {
            Some(times) => times.parse().unwrap_or(1),
            // Every other day of five is the first, the third and the fifth.
            None => days.div_ceil(interval(every).clamp(1, WEEK)),
        },
    }
}

/// The days in an ISO 8601 duration; one that is longer than a week need not be exact.
fn interval(duration: &str) -> u32 {
    let mut days = 0_u32;
    let mut number = 0_u32;
    for sign in duration.chars() {
        let unit = match sign {
            'D' => 1,
            'W' => WEEK,
            'M' => 30,
            'Y' => 365,
            digit => {
                number = number.saturating_mul(10).saturating_add(digit.to_digit(10).unwrap_or(0));
                continue;
            }
        };
        days = days.saturating_add(std::mem::take(&mut number).saturating_mul(unit));
    }
    days
}

#[cfg(test)]
mod tests {
    use super::times;

    #[test]
    fn every_way_to_say_how_often_is_a_number_of_times_a_week() {
        let cases = [
            ("day", 5, 5),
            ("login", 5, 5),
            ("week", 5, 1),
            ("3/week", 5, 3),
            ("P1D", 5, 5),
            ("P2D", 5, 3),
            ("P2D", 7, 4),
            ("P3D", 5, 2),
            ("P1W", 5, 1),
            ("P7D", 7, 1),
            ("P14D", 7, 1),
            ("P1M", 7, 1),
            ("P0D", 5, 5),
        ];
        for (every, days, expected) in cases {
            assert_eq!(times(every, days), expected, "{every} in a week of {days} days");
        }
    }
}
