//! A page's template filled: the programme's pages, the start page, and pages of the site's own.

use tera::Value;

use super::place::{Place, WholeAddress};
use super::unit::{asks, needs};
use super::view::{Heading, PageView, Part};
use super::{SEARCH, Site, script, whereabouts};
use crate::emit::Stop;
use crate::model::Group;
use crate::model::page::{Page, Translation};
use crate::render::html::{Address, Html, Sources};
use crate::render::theme::Shown;

impl<'a> Site<'a> {
    pub fn sources<'s>(
        &'s self,
        language: usize,
        text: &'s Translation,
        address: &'s dyn Address,
    ) -> Sources<'s> {
        Sources {
            programme: self.job.programme,
            language,
            from: &text.path,
            words: self.job.theme.words(language),
            address,
            among: None,
            on_device: true,
            with_key: false,
        }
    }

    fn content<'s>(
        &'s self,
        language: usize,
        page: &'a Page,
        text: &'a Translation,
        place: Place,
    ) -> PageView<'s> {
        let address = self.address(language, place);
        let sources = self.sources(language, text, &address);
        let mut html = Html::new(&sources);
        html.blocks(&text.blocks);
        html.footnotes(&text.footnotes);
        let (out, contents) = (html.out, html.contents);
        let asks = asks(&text.blocks, self.job.theme.words(language));
        PageView {
            id: &page.id,
            kind: page.facts.kind.name,
            title: &text.title.value,
            summary: text.summary.as_deref(),
            minutes: page.facts.minutes,
            tasks: asks.len(),
            asks,
            needs: needs(&text.blocks),
            html: out,
            contents: contents.into_iter().map(|(level, id, text)| Heading { level, id, text }).collect(),
            outcomes: text.outcomes.iter().map(|(_, words)| words.as_str()).collect(),
            sources: text.sources.iter().map(String::as_str).collect(),
            updated: self.job.stamp.updated(page.present().map(|(_, text)| &text.path)),
        }
    }

    pub fn page(&self, language: usize, at: usize) -> Result<Vec<u8>, Stop> {
        let order = &self.order[language];
        let page = order[at];
        let Some(text) = page.in_language(language) else { return Ok(Vec::new()) };
        let place = Place::of(page);
        let address = self.address(language, place);
        let mut view = self.view(language, place, self.content(language, page, text, place));
        // Where a group of pages ends, so does the way from one to the next; the first of all leads back to the start page.
        let programme = self.job.programme;
        let together =
            |other: &&&Page| [Group::Home, programme.group(page)].contains(&programme.group(other));
        let neighbour = |at: Option<usize>| {
            let other = order.get(at?).filter(together)?;
            self.row(language, other, &address, None)
        };
        view.previous = neighbour(at.checked_sub(1));
        view.next = neighbour(Some(at + 1));
        let unit =
            page.facts.unit.and_then(|number| self.units[language].iter().find(|unit| unit.number == number));
        view.unit = unit.map(|unit| self.unit(language, unit, &address, Some(page)));
        let navigation = self.navigation[language].get(&whereabouts(page)).cloned();
        let mut shown = self.shared[language].shown();
        shown.push(("navigation", navigation.unwrap_or_else(Value::none)));
        shown.extend(view.shown());
        Ok(self.job.theme.fill("page.html", language, shown)?)
    }

    /// The language's start page: the units as a path, and every page outside them by its kind.
    pub fn home(
        &self,
        language: usize,
        written: Option<(&'a Page, &'a Translation)>,
    ) -> Result<Vec<u8>, Stop> {
        let address = self.address(language, Place::Home);
        let content = match written {
            Some((page, text)) => self.content(language, page, text, Place::Home),
            None => PageView::empty("home", self.programme(language).title),
        };
        let mut view = self.view(language, Place::Home, content);
        view.path =
            self.units[language].iter().map(|unit| self.unit(language, unit, &address, None)).collect();
        let order = &self.order[language];
        view.next = order
            .iter()
            .find(|page| page.id != "home")
            .and_then(|page| self.row(language, page, &address, None));
        for page in order.iter().filter(|page| page.id != "home") {
            let Some(row) = self.row(language, page, &address, None) else { continue };
            match self.job.programme.group(page) {
                Group::Home | Group::Units => {}
                Group::Tools => view.tools.push(row),
                Group::Plans => view.plans.push(row),
                Group::Information => view.information.push(row),
                Group::Guides => view.guides.push(row),
                Group::Course => view.modules.push(row),
            }
        }
        let mut shown = self.shared[language].shown();
        shown.extend(view.shown());
        Ok(self.job.theme.fill("home.html", language, shown)?)
    }

    /// A page of the site's own, after the template of its name.
    pub fn beside(&self, language: usize, name: &'static str) -> Result<Vec<u8>, Stop> {
        self.filled(language, name, Vec::new())
    }

    fn filled(&self, language: usize, name: &'static str, parts: Vec<Part>) -> Result<Vec<u8>, Stop> {
        let content = PageView::empty(name, self.job.theme.words(language).get(name));
        let place = Place::Beside(name);
        let mut view = self.view(language, place, content);
        if name == SEARCH {
            let address = self.address(language, place);
            let rows =
                self.order[language].iter().filter_map(|page| self.row(language, page, &address, None));
            view.every = rows.collect();
        }
        view.parts = parts;
        let mut shown = self.shared[language].shown();
        shown.extend(view.shown());
        Ok(self.job.theme.fill(&Place::Beside(name).file(), language, shown)?)
    }

    /// A template that sees what the start page sees, and more.
    pub fn start(&self, language: usize, template: &str, more: Shown) -> Result<Vec<u8>, Stop> {
        let content = PageView::empty("home", self.programme(language).title);
        let mut shown = self.shared[language].shown();
        shown.extend(self.view(language, Place::Home, content).shown());
        shown.extend(more);
        Ok(self.job.theme.fill(template, language, shown)?)
    }

    /// Some of its pages as parts of one document; `with_key` opens the right answers to their questions.
    pub fn parts<'s>(
        &'s self,
        language: usize,
        pages: &[&'s Page],
        address: &dyn Address,
        with_key: bool,
    ) -> Vec<Part<'s>> {
        let there = pages.iter().filter_map(|page| Some((*page, page.in_language(language)?)));
        let part = |(page, text): (&'s Page, &'s Translation)| {
            let sources =
                Sources { among: Some(&page.id), with_key, ..self.sources(language, text, address) };
            let mut html = Html::new(&sources);
            html.blocks(&text.blocks);
            html.footnotes(&text.footnotes);
            Part {
                id: &page.id,
                kind: page.facts.kind.name,
                title: &text.title.value,
                summary: text.summary.as_deref(),
                unit: self.label(language, page),
                html: html.out,
            }
        };
        there.map(part).collect()
    }

    /// Every page of a language in one document, to print.
    pub fn whole(&self, language: usize) -> Result<Vec<u8>, Stop> {
        let place = Place::Beside("print");
        let address = WholeAddress { files: self.address(language, place) };
        let parts = self.parts(language, &self.order[language], &address, false);
        self.filled(language, "print", parts)
    }

    /// `tasks.js` of a language.
    pub fn tasks(&self, language: usize) -> String {
        let address = self.address(language, Place::Home);
        let pages = self.order[language].iter().filter_map(|page| {
            let text = page.in_language(language)?;
            Some((*page, self.label(language, page), self.sources(language, text, &address)))
        });
        script::tasks(self.job, language, pages)
    }

    /// What the unit of a page is called.
    pub fn label(&self, language: usize, page: &Page) -> Option<&str> {
        let unit = self.units[language].iter().find(|unit| Some(unit.number) == page.facts.unit)?;
        Some(&unit.label)
    }
}
