//! The order in which a programme is read, and where each name stands in it: pages, their files, and the tasks, questions and
//! exercises that links lead to.

use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;

use super::audience::Audiences;
use super::meaning::unasked;
use super::page::Page;
use super::{Group, Programme};
use crate::source::memo::Same;
use crate::source::{Path, Place};

/// Where each name stands among the pages.
#[derive(Debug, Default)]
pub struct Names {
    by_id: FxHashMap<String, usize>,
    by_path: FxHashMap<Path, usize>,
    /// The page of each task, question and exercise.
    parts: FxHashMap<String, usize>,
    /// Looked for when it is first asked for.
    twice: OnceLock<Vec<Twice>>,
}

/// Pages in reading order, by their place in another, and where their names stand in it.
#[derive(Clone)]
pub(super) struct Arranged {
    order: Arc<Vec<usize>>,
    names: Arc<Names>,
}

/// A name that a text gives though it is taken in its language.
#[derive(Debug)]
struct Twice {
    language: usize,
    here: Holder,
    first: Holder,
}

/// Who has a name: a page, by its place in [`Programme::everything`], or a part of it.
#[derive(Clone, Copy, Debug)]
struct Holder {
    page: usize,
    part: Option<usize>,
}

impl Programme {
    pub fn page(&self, id: &str) -> Option<&Page> {
        self.names.by_id.get(id).map(|at| &*self.pages[*at])
    }

    pub fn page_at(&self, path: &Path) -> Option<&Page> {
        self.place_at(path).map(|at| &*self.pages[at])
    }

    /// The place among its pages of the one that a file is of.
    pub(super) fn place_at(&self, path: &Path) -> Option<usize> {
        self.names.by_path.get(path).copied()
    }

    pub fn page_of_part(&self, id: &str) -> Option<&Page> {
        self.names.parts.get(id).map(|at| &*self.pages[*at])
    }

    /// Every id that a link or a leaf may name, for suggestions.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.pages.iter().map(|page| page.id.as_str()).chain(self.names.parts.keys().map(String::as_str))
    }

    /// Stands for all that pages show each other, [`super::surroundings`]: programmes that are read one after the other have the
    /// same while none of it changes. An edition's own surroundings are not told apart by it.
    pub fn around(&self) -> Same<Names> {
        Same(self.names.clone())
    }

    /// The names of parts that are taken in their language: the name, where it is given again, and where first. Of a programme as
    /// it was read; an edition holds other fragments.
    pub fn given_twice(&self) -> impl Iterator<Item = (&str, Place, Place)> {
        self.names.twice.get_or_init(|| self.twice()).iter().filter_map(|twice| {
            let (id, here) = self.held(twice.language, twice.here)?;
            let (_, first) = self.held(twice.language, twice.first)?;
            Some((id, here, first))
        })
    }

    fn held(&self, language: usize, holder: Holder) -> Option<(&str, Place)> {
        let text = self.everything().nth(holder.page)?.in_language(language)?;
        let id = match holder.part {
            Some(part) => text.mentions.ids.get(part)?,
            None => &text.id,
        };
        Some((&id.value, id.span.within(&text.path)))
    }

    fn twice(&self) -> Vec<Twice> {
        let mut found = Vec::new();
        for language in 0..self.project.languages.len() {
            let texts = || {
                self.everything().enumerate().filter_map(|(at, page)| Some((at, page.in_language(language)?)))
            };
            let mut holders: FxHashMap<&str, Holder> =
                texts().map(|(page, text)| (text.id.value.as_str(), Holder { page, part: None })).collect();
            for (page, text) in texts() {
                for (part, id) in text.mentions.ids.iter().enumerate() {
                    let here = Holder { page, part: Some(part) };
                    match holders.get(id.value.as_str()) {
                        Some(first) => found.push(Twice { language, here, first: *first }),
                        None => drop(holders.insert(&id.value, here)),
                    }
                }
            }
        }
        found
    }

    /// Puts pages in reading order and notes where each name stands.
    pub(super) fn arrange(&mut self, pages: Vec<Arc<Page>>) {
        self.pages = pages;
        self.put(&self.arranged());
        self.meanings = self.pages.iter().map(|page| unasked(page)).collect();
    }

    /// The order in which its pages are to be read, and the names in it.
    pub(super) fn arranged(&self) -> Arranged {
        let places: Vec<_> = self.pages.iter().map(|page| self.reading_place(page)).collect();
        let mut order: Vec<usize> = (0..places.len()).collect();
        order.sort_unstable_by(|a, b| {
            places[*a].cmp(&places[*b]).then_with(|| self.pages[*a].id.cmp(&self.pages[*b].id))
        });
        let mut names = Names::default();
        for (at, place) in order.iter().enumerate() {
            let page = &self.pages[*place];
            names.by_id.insert(page.id.clone(), at);
            for (_, text) in page.present() {
                names.by_path.insert(text.path.clone(), at);
                names.parts.extend(text.mentions.ids.iter().map(|id| (id.value.clone(), at)));
            }
        }
        Arranged { order: Arc::new(order), names: Arc::new(names) }
    }

    /// Puts its pages in an order.
    pub(super) fn put(&mut self, arranged: &Arranged) {
        self.pages = arranged.order.iter().map(|place| self.pages[*place].clone()).collect();
        self.names = arranged.names.clone();
    }

    /// Group by group; in the units and the course by their order. Pages at one place follow their ids.
    fn reading_place(&self, page: &Page) -> (Group, u32, i64, u8) {
        let rank = match page.facts.kind.name {
            "theme" | "module" => 0,
            "reflection" => 1,
            "exercise" => 2,
            "session" => 4,
            _ => 3,
        };
        let group = self.group(page);
        let step = match group {
            Group::Units => page.facts.unit.unwrap_or(0),
            Group::Course => self.module_of(&page.id).map_or(u32::MAX, |at| at as u32),
            _ => 0,
        };
        (group, step, page.facts.order, rank)
    }

    /// What a page is read together with.
    pub fn group(&self, page: &Page) -> Group {
        let beyond = Audiences::all(["patient", "relative", "physician", "employer", "therapist"]);
        let audience = page.facts.audience;
        match (page.facts.kind.name, page.facts.unit) {
            _ if page.id == "home" => Group::Home,
            ("module", _) => Group::Course,
            (_, Some(_)) => Group::Units,
            ("exercise", _) => Group::Tools,
            ("plan", _) => Group::Plans,
            ("session" | "pathway", _) => Group::Guides,
            _ if !audience.is_empty() && !audience.meets(beyond) => Group::Course,
            _ => Group::Information,
        }
    }

    /// The place of the module that a page is or, by the beginning of its id, belongs to: `m1-handout` to `m1`.
    fn module_of(&self, id: &str) -> Option<usize> {
        let belongs = |module: &String| {
            id.strip_prefix(module.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        };
        self.project.modules().iter().position(belongs)
    }
}
