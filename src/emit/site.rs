//! The static site: every page of an edition in every language at `<lang>/<id>/`, navigation by schedule, and pages of the
//! site's own beside them. Links are relative and name `index.html`, so that the folder also works on a memory stick.

pub mod door;
mod offline;
mod page;
mod pieces;
mod place;
mod policy;
mod script;
mod search;
mod unit;
pub(super) mod view;

use std::collections::HashMap;
use std::sync::Mutex;

use tera::Value;

use super::{Body, File, Job, Sink, Stop};
use crate::model::meaning;
use crate::model::page::Page;
use crate::render::html::Address;
use crate::render::theme::Shown;
use offline::Kept;
use pieces::Piece;
use place::{Place, SiteAddress, Used};
pub use policy::{POLICY, headers};
use unit::{Unit, units};
use view::{Alternate, Lang, PageView, ProgrammeView, Row, Switch, UnitLink, UnitView, View, shown};

/// Pages of the site's own in every language, each after its template: the reader's answers, the search, and what is shown when
/// a page is not there without a network.
const BESIDE: &[&str] = &["answers", SEARCH, "offline"];

/// The page of the search.
const SEARCH: &str = "search";

/// So many pages are also given as one document to print. More than these no one prints.
const PRINTED: usize = 500;

/// Writes the site of an edition's version.
pub fn emit(job: &Job, sink: Sink) -> Result<(), Stop> {
    let site = Site::of(job).navigable()?;
    let kept = Kept::default();
    site.make_all(&site.pieces(), &|file| sink(kept.note(file)))?;
    site.media(sink)?;
    sink(File::new("headers.json", headers()))?;
    let codes: Vec<&str> = site.languages.iter().map(|language| language.code).collect();
    sink(File::new("sw.js", kept.worker(job, &codes, &site.used)))?;
    Ok(())
}

/// Makes the one file that stands at a path of the site; none where none does. Media, headers and the service worker are not
/// among them.
pub fn one(job: &Job, path: &str) -> Result<Option<Vec<u8>>, Stop> {
    let site = Site::of(job);
    let Some((at, piece)) = site.piece_of(path) else { return Ok(None) };
    let site = if matches!(piece, Piece::Asset(_)) { site } else { site.navigable()? };
    let made = Mutex::new(None);
    site.make(&at, piece, &|file| {
        if let (true, Body::Bytes(bytes), Ok(mut made)) = (file.path == path, file.body, made.lock()) {
            *made = Some(bytes.to_vec());
        }
        Ok(())
    })?;
    Ok(made.into_inner().unwrap_or_default())
}

/// Fills every template once and keeps nothing: what `check` does to find faults in a theme.
pub fn sample(job: &Job) -> Result<(), Stop> {
    let site = Site::of(job).navigable()?;
    door::languages(job)?;
    door::front(job, &[], &[])?;
    door::leads_on(&site, 0, "index.html", Place::Home, &job.stamp.version)?;
    for language in 0..site.languages.len() {
        site.home(language, None)?;
        for name in BESIDE.iter().chain(&["print"]) {
            site.beside(language, name)?;
        }
        if !site.order[language].is_empty() {
            site.page(language, 0)?;
        }
    }
    Ok(())
}

/// What every page of the site needs to know.
pub(super) struct Site<'a> {
    job: &'a Job<'a>,
    languages: Vec<Language<'a>>,
    /// The pages of each language in reading order.
    order: Vec<Vec<&'a Page>>,
    /// The units of each language.
    units: Vec<Vec<Unit<'a>>>,
    /// What the pages of a language share.
    shared: Vec<Shared>,
    /// The navigation of each language by where its reader is.
    navigation: Vec<HashMap<Whereabouts, Value>>,
    /// The media that the pages of each language lead to.
    used: Vec<Used>,
}

struct Language<'a> {
    code: &'a str,
    tag: &'a str,
    direction: &'a str,
}

/// Values that many pages of a language show, made once: a page's template only points at them.
struct Shared {
    lang: Value,
    programme: Value,
    policy: Value,
}

impl Shared {
    fn shown(&self) -> Shown {
        let shared = [("lang", &self.lang), ("programme", &self.programme), ("csp", &self.policy)];
        shared.map(|(name, value)| (name, value.clone())).into()
    }
}

/// Where a reader of a page is among the units: in none, at the theme of one, or at another of its pages.
type Whereabouts = Option<(u32, bool)>;

fn whereabouts(page: &Page) -> Whereabouts {
    Some((page.facts.unit?, page.facts.kind.name == "theme"))
}

impl<'a> Site<'a> {
    /// Hands over every page but the start pages, with what pages need beside them: the theme's files and the scripts' words.
    pub(super) fn pages(&self, sink: Sink) -> Result<(), Stop> {
        let mut pieces = self.pieces();
        pieces.retain(|(_, piece)| piece.is_behind_the_start());
        self.make_all(&pieces, sink)
    }

    /// The first page of the first language, so that its template is seen to work.
    pub(super) fn first(&self) -> Result<Vec<u8>, Stop> {
        if self.order.first().is_none_or(Vec::is_empty) { Ok(Vec::new()) } else { self.page(0, 0) }
    }

    /// The media that the pages handed over so far lead to.
    pub(super) fn media(&self, sink: Sink) -> Result<(), Stop> {
        let used = self.used.iter().flat_map(|used| used.lock().map(|used| used.clone()).unwrap_or_default());
        Ok(used.into_iter().try_for_each(|(_, media)| sink(File::media(media)))?)
    }

    pub(super) fn of(job: &'a Job<'a>) -> Site<'a> {
        let programme = job.programme;
        let count = programme.project.languages.len();
        let mut site = Site {
            job,
            languages: programme
                .project
                .languages
                .iter()
                .map(|row| Language { code: &row.code, tag: &row.tag, direction: &row.direction })
                .collect(),
            order: (0..count)
                .map(|at| {
                    let there = programme.pages.iter().filter(|page| page.in_language(at).is_some());
                    there.map(|page| &**page).collect()
                })
                .collect(),
            units: (0..count).map(|at| units(job, at)).collect(),
            shared: Vec::new(),
            navigation: Vec::new(),
            used: (0..count).map(|_| Used::default()).collect(),
        };
        site.shared = (0..count).map(|at| site.shared(at)).collect();
        site
    }

    fn shared(&self, language: usize) -> Shared {
        let row = &self.languages[language];
        Shared {
            lang: Value::from_serializable(&Lang { code: row.code, tag: row.tag, direction: row.direction }),
            programme: Value::from_serializable(&self.programme(language)),
            policy: Value::from_serializable(POLICY),
        }
    }

    /// With the navigation that its pages show: made once for all who are at the same place.
    pub(super) fn navigable(mut self) -> Result<Site<'a>, Stop> {
        let places = |language: usize| {
            let units = self.units[language].iter().map(|unit| unit.number);
            let units = units.flat_map(|number| [Some((number, true)), Some((number, false))]);
            let places = std::iter::once(None).chain(units);
            places.map(|place| Ok((place, self.navigation(language, place)?))).collect()
        };
        self.navigation = (0..self.languages.len()).map(places).collect::<Result<_, Stop>>()?;
        Ok(self)
    }

    fn navigation(&self, language: usize, reader: Whereabouts) -> Result<Value, Stop> {
        let address = SiteAddress { up: "../", used: &self.used[language] };
        let links = self.units[language].iter().map(|unit| UnitLink {
            number: unit.number,
            label: &unit.label,
            title: unit.theme.and_then(|theme| meaning::title(theme, language)),
            href: unit.theme.map(|theme| address.page(&theme.id, None)),
            current: reader.is_some_and(|(number, _)| number == unit.number),
        });
        let units: Vec<UnitLink> = links.collect();
        let (home, at_theme) = (address.page("home", None), reader.is_some_and(|(_, at_theme)| at_theme));
        let mut shown = self.shared[language].shown();
        shown.extend(shown![units, home, at_theme]);
        let html = self.job.theme.fill("units.html", language, shown)?;
        Ok(Value::from(String::from_utf8_lossy(&html).as_ref()))
    }

    /// What every page's template sees.
    fn view<'s>(&'s self, language: usize, place: Place<'a>, content: PageView<'s>) -> View<'s> {
        let job = self.job;
        let address = self.address(language, place);
        let crisis = job.programme.page("crisis").and_then(|page| self.row(language, page, &address, None));
        View {
            root: place.root(),
            up: place.up(),
            home: address.page("home", None),
            languages: self.switches(language, place),
            alternates: self.alternates(place),
            canonical: self.absolute(language, place),
            crisis: crisis.map(|row| Row { current: content.id == "crisis", ..row }),
            page: content,
            unit: None,
            previous: None,
            next: None,
            path: Vec::new(),
            tools: Vec::new(),
            plans: Vec::new(),
            information: Vec::new(),
            guides: Vec::new(),
            modules: Vec::new(),
            every: Vec::new(),
            parts: Vec::new(),
        }
    }

    fn address(&self, language: usize, place: Place) -> SiteAddress<'_> {
        SiteAddress { up: place.up(), used: &self.used[language] }
    }

    fn programme(&self, language: usize) -> ProgrammeView<'a> {
        let (project, job) = (&self.job.programme.project, self.job);
        let code = self.languages[language].code;
        ProgrammeView {
            id: &project.id,
            title: project.title.get(code).map_or(&project.id, String::as_str),
            version: &job.stamp.version,
            edition: &job.edition.name,
            site: job.edition.site.as_ref().map(|site| {
                let title = project.sites.get(site).and_then(|row| row.title.get(code));
                title.unwrap_or(site).as_str()
            }),
            unapproved: !job.standing.approved,
            printed: self.order.get(language).is_some_and(|order| order.len() <= PRINTED),
            noindex: !job.is_public(),
        }
    }

    /// The same page in every language; where it is missing, that language's start page.
    fn switches(&self, language: usize, place: Place) -> Vec<Switch<'a>> {
        let rows = self.languages.iter().enumerate().map(|(at, row)| {
            let here = place.is_in(at);
            let file = if here { place } else { Place::Home }.file();
            Switch {
                code: row.code,
                tag: row.tag,
                name: self.job.theme.words(at).get("language-name"),
                href: format!("{}{}/{file}", place.root(), row.code),
                current: at == language,
                here,
                title: self.programme(at).title,
                choose: self.job.theme.words(at).get("choose-language"),
            }
        });
        rows.collect()
    }

    /// Where the newest version of a page stands: the address that search engines are told. Pages of the site's own are for
    /// no search engine.
    fn absolute(&self, language: usize, place: Place) -> Option<String> {
        if matches!(place, Place::Beside(_)) {
            return None;
        }
        let latest = door::latest(self.job)?;
        Some(format!("{latest}/{}/{}", self.languages[language].code, place.clean()))
    }

    /// The page in every language that has it, and what to show a reader of none of them.
    fn alternates(&self, place: Place) -> Vec<Alternate<'a>> {
        let there = (0..self.languages.len()).filter(|at| place.is_in(*at));
        let mut rows: Vec<Alternate> = there
            .filter_map(|at| Some(Alternate { tag: self.languages[at].tag, href: self.absolute(at, place)? }))
            .collect();
        if let Some(href) = rows.first().map(|row| row.href.clone()) {
            rows.push(Alternate { tag: "x-default", href });
        }
        rows
    }

    fn row(
        &self,
        language: usize,
        page: &'a Page,
        address: &SiteAddress,
        current: Option<&Page>,
    ) -> Option<Row<'a>> {
        let text = page.in_language(language)?;
        Some(Row {
            title: &text.title.value,
            href: address.page(&page.id, None),
            kind: page.facts.kind.name,
            summary: text.summary.as_deref(),
            minutes: page.facts.minutes,
            current: current.is_some_and(|current| current.id == page.id),
        })
    }

    /// A unit with its pages; on a page of its own only the theme lists them, so that lists grow with the pages and not
    /// with their square.
    fn unit<'s>(
        &self,
        language: usize,
        unit: &'s Unit<'a>,
        address: &SiteAddress,
        from: Option<&Page>,
    ) -> UnitView<'s> {
        let lists = from.is_none_or(|from| from.facts.kind.name == "theme");
        let pages = unit.pages.iter().filter(|_| lists);
        let theme = unit.theme.and_then(|theme| theme.in_language(language));
        UnitView {
            number: unit.number,
            label: &unit.label,
            title: theme.map(|text| text.title.value.as_str()),
            href: unit.theme.map(|theme| address.page(&theme.id, None)),
            summary: theme.and_then(|text| text.summary.as_deref()),
            minutes: unit.minutes,
            tasks: unit.tasks,
            pages: pages.filter_map(|page| self.row(language, page, address, from)).collect(),
        }
    }
}
