//! The map of units by languages, and what waits for someone in each.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Listed, MANY, Title, View};
use crate::emit::status::Page;
use crate::model::translation::State;

#[derive(Serialize)]
pub struct MapRow<'a> {
    /// A unit's number, or a kind of page outside the units.
    unit: Option<u32>,
    kind: Option<&'a str>,
    title: Option<Title<'a>>,
    cells: Vec<Cell>,
}

#[derive(Serialize)]
pub struct Cell {
    /// One shape a page, in reading order.
    shapes: Vec<&'static str>,
    /// How many pages have no shape of their own.
    more: usize,
    counts: Vec<Count>,
}

#[derive(Serialize)]
pub struct Count {
    state: &'static str,
    count: usize,
}

#[derive(Serialize)]
pub struct Waiting<'a> {
    name: &'a str,
    tag: &'a str,
    rows: Vec<WaitingRow<'a>>,
    more: usize,
}

#[derive(Serialize)]
pub struct WaitingRow<'a> {
    page: Title<'a>,
    state: &'static str,
}

impl<'a> View<'a> {
    /// Units, then the kinds of page outside them, each with its pages in each language.
    pub fn map(&self) -> Vec<MapRow<'a>> {
        let mut units: BTreeMap<u32, Vec<&'a Page>> =
            self.status.units.iter().map(|unit| (unit.number, Vec::new())).collect();
        let mut kinds: Vec<(&'a str, Vec<&'a Page>)> = Vec::new();
        for page in &self.status.pages {
            match (page.unit, kinds.iter_mut().find(|(kind, _)| *kind == page.kind)) {
                (Some(unit), _) => units.entry(unit).or_default().push(page),
                (None, Some((_, pages))) => pages.push(page),
                (None, None) => kinds.push((page.kind, vec![page])),
            }
        }
        let theme = |pages: &[&'a Page]| {
            pages.iter().find(|page| page.kind == "theme").map(|page| self.title(&page.id))
        };
        let units = units.into_iter().map(|(unit, pages)| MapRow {
            unit: Some(unit),
            kind: None,
            title: theme(&pages),
            cells: self.cells(&pages),
        });
        let kinds = kinds.into_iter().map(|(kind, pages)| MapRow {
            unit: None,
            kind: Some(kind),
            title: None,
            cells: self.cells(&pages),
        });
        units.chain(kinds).collect()
    }

    pub fn cells(&self, pages: &[&'a Page]) -> Vec<Cell> {
        // A unit without pages says so once, not in each language.
        let cells = self.names.iter().enumerate().filter(|_| !pages.is_empty()).map(|(at, _)| {
            let states = || pages.iter().map(|page| page.translations[at].state);
            let count = |state| states().filter(|other| *other == state).count();
            let counts = State::ALL.map(|state| Count { state: state.name(), count: count(state) });
            Cell {
                shapes: states().take(MANY).map(State::name).collect(),
                more: pages.len().saturating_sub(MANY),
                counts: counts.into_iter().filter(|row| row.count > 0).collect(),
            }
        });
        cells.collect()
    }

    /// What waits for someone, in each language.
    pub fn waiting(&self) -> Vec<Waiting<'a>> {
        let languages = self.names.iter().enumerate().map(|(at, name)| {
            let waits = self.status.pages.iter().filter(|page| page.translations[at].state.waits());
            let rows = waits.map(|page| WaitingRow {
                page: self.title(&page.id),
                state: page.translations[at].state.name(),
            });
            let Listed { rows, more } = Listed::of(rows.collect(), MANY);
            Waiting { name: name.name, tag: name.tag, rows, more }
        });
        languages.filter(|language| !language.rows.is_empty()).collect()
    }
}
