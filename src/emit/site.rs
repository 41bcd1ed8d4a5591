//! The static site: every page of an edition in every language at `<lang>/<id>/`, navigation by schedule, and the language
//! page. Links are relative and name `index.html`, so that the folder also works on a memory stick.

pub(super) mod view;

use std::collections::{BTreeMap, HashMap};
use std::sync::Mutex;

use rayon::prelude::*;
use serde_json::json;
use tera::Value;

use super::{File, Job, Sink, Stop};
use crate::model::Group;
use crate::model::block::{Answer, Block, Kind};
use crate::model::meaning;
use crate::model::page::{Page, Translation};
use crate::model::words::Arg;
use crate::release::Version;
use crate::render::html::{Address, Html, Sources};
use crate::render::theme::Shown;
use crate::source::Media;
use view::{Alternate, Heading, Lang, PageView, ProgrammeView, Row, Switch, UnitLink, UnitView, View, shown};

/// What a page may load: its own folder and nothing else.
pub const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; media-src 'self'; \
                      font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// Pages rendered together before they are written: enough to keep every core busy, few enough to hold.
const CHUNK: usize = 256;

/// Writes the site of an edition's version.
pub fn emit(job: &Job, sink: Sink) -> Result<(), Stop> {
    let site = Site::of(job).navigable()?;
    sink(File::new("index.html", job.theme.fill("choose.html", 0, site.choose())?))?;
    for (name, bytes) in &job.theme.assets {
        sink(File::new(format!("assets/{name}"), bytes.clone()))?;
    }
    sink(File::new("headers.json", headers()))?;
    for language in 0..site.languages.len() {
        let home = job.programme.page("home").and_then(|page| Some((page, page.in_language(language)?)));
        let (path, html) =
            (format!("{}/index.html", site.languages[language].code), site.home(language, home)?);
        sink(File::new(path, html))?;
    }
    let visits: Vec<(usize, usize)> = (0..site.languages.len())
        .flat_map(|language| (0..site.order[language].len()).map(move |at| (language, at)))
        .collect();
    for chunk in visits.chunks(CHUNK) {
        chunk.par_iter().try_for_each(|(language, at)| -> Result<(), Stop> {
            let page = site.order[*language][*at];
            if page.id == "home" {
                return Ok(());
            }
            let path = format!("{}/{}/index.html", site.languages[*language].code, page.id);
            sink(File::new(path, site.page(*language, *at)?))?;
            Ok(())
        })?;
    }
    for media in site.used.into_inner().unwrap_or_default().into_values() {
        sink(File::media(media))?;
    }
    Ok(())
}

/// Fills every template once and keeps nothing: what `check` does to find faults in a theme.
pub fn sample(job: &Job) -> Result<(), Stop> {
    let site = Site::of(job).navigable()?;
    job.theme.fill("choose.html", 0, site.choose())?;
    versions(job, &[])?;
    for language in 0..site.languages.len() {
        site.home(language, None)?;
        if !site.order[language].is_empty() {
            site.page(language, 0)?;
        }
    }
    Ok(())
}

/// The edition's first page, which leads to each version in each language.
pub fn versions(job: &Job, versions: &[Version]) -> Result<Vec<u8>, Stop> {
    let site = Site::of(job);
    let newest = versions.first().map_or(&job.stamp.version, |row| &row.version);
    let versions: Vec<_> = versions
        .iter()
        .map(|row| {
            let there = site.languages.iter().enumerate().filter(|(_, language)| {
                row.languages.iter().any(|code| code == language.code)
            });
            let languages: Vec<_> = there
                .map(|(at, language)| {
                    json!({
                        "name": job.theme.words(at).get("language-name"),
                        "tag": language.tag,
                        "href": format!("{}/{}/index.html", row.version, language.code),
                    })
                })
                .collect();
            json!({ "version": row.version, "date": row.date, "released": row.released, "languages": languages })
        })
        .collect();
    let root = format!("{newest}/");
    let mut shown = site.shared[0].shown();
    shown.extend(shown![root, versions]);
    Ok(job.theme.fill("versions.html", 0, shown)?)
}

/// The version's first page, where one chooses a language.
pub fn door(job: &Job) -> Result<Vec<u8>, Stop> {
    Ok(job.theme.fill("choose.html", 0, Site::of(job).choose())?)
}

/// The HTTP headers that a host should send with every file of the folder.
pub fn headers() -> String {
    let headers = json!({
        "/*": {
            "Content-Security-Policy": format!("{POLICY}; frame-ancestors 'none'"),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
            "Cross-Origin-Opener-Policy": "same-origin"
        }
    });
    let mut text = serde_json::to_string_pretty(&headers).unwrap_or_default();
    text.push('\n');
    text
}

/// What every page of the site needs to know.
struct Site<'a> {
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
    used: Mutex<BTreeMap<String, Media>>,
}

struct Language<'a> {
    code: &'a str,
    tag: &'a str,
    direction: &'a str,
}

/// A unit in one language.
struct Unit<'a> {
    number: u32,
    label: String,
    theme: Option<&'a Page>,
    pages: Vec<&'a Page>,
    minutes: u32,
    tasks: usize,
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

/// Addresses as seen from a page: `up` leads to the language's folder.
struct SiteAddress<'a> {
    up: &'static str,
    used: &'a Mutex<BTreeMap<String, Media>>,
}

impl Address for SiteAddress<'_> {
    fn page(&self, id: &str, anchor: Option<&str>) -> String {
        let mut href = String::with_capacity(self.up.len() + id.len() + "/index.html".len());
        href.push_str(self.up);
        if id != "home" {
            href.extend([id, "/"]);
        }
        href.push_str("index.html");
        href.extend(anchor.into_iter().flat_map(|anchor| ["#", anchor]));
        href
    }

    fn file(&self, media: &Media) -> String {
        let file = media.file();
        if let Ok(mut used) = self.used.lock() {
            used.entry(file.clone()).or_insert_with(|| media.clone());
        }
        format!("{}../{file}", self.up)
    }
}

impl<'a> Site<'a> {
    fn of(job: &'a Job<'a>) -> Site<'a> {
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
            used: Mutex::new(BTreeMap::new()),
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
    fn navigable(mut self) -> Result<Site<'a>, Stop> {
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
        let address = SiteAddress { up: "../", used: &self.used };
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

    /// What every page's template sees; `up` leads from the page to the language's folder.
    fn view<'s>(
        &'s self,
        language: usize,
        page: Option<&'a Page>,
        up: &'static str,
        content: PageView<'s>,
    ) -> View<'s> {
        let job = self.job;
        let address = SiteAddress { up, used: &self.used };
        let crisis = job.programme.page("crisis").and_then(|page| self.row(language, page, &address, None));
        View {
            root: if up.is_empty() { "../" } else { "../../" },
            home: address.page("home", None),
            languages: self.switches(language, page, up),
            alternates: self.alternates(page),
            canonical: self.absolute(language, page),
            crisis: crisis.map(|row| Row { current: page.is_some_and(|page| page.id == "crisis"), ..row }),
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
        }
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
            // Approvals are written by `andrum approve` and counted at release; until then nothing is approved.
            unapproved: true,
            noindex: true,
        }
    }

    /// The same page in every language; where it is missing, that language's start page.
    fn switches(&self, language: usize, page: Option<&Page>, up: &'static str) -> Vec<Switch<'a>> {
        let rows = self.languages.iter().enumerate().map(|(at, row)| {
            let here = page.is_none_or(|page| page.in_language(at).is_some());
            let folder = page
                .filter(|page| here && page.id != "home")
                .map_or(String::new(), |page| format!("{}/", page.id));
            Switch {
                code: row.code,
                tag: row.tag,
                name: self.job.theme.words(at).get("language-name"),
                href: format!("{up}../{}/{folder}index.html", row.code),
                current: at == language,
                here,
                title: self.programme(at).title,
                choose: self.job.theme.words(at).get("choose-language"),
            }
        });
        rows.collect()
    }

    fn absolute(&self, language: usize, page: Option<&Page>) -> Option<String> {
        let base = self.job.programme.project.base_url.as_deref()?.trim_end_matches('/');
        let folder =
            page.filter(|page| page.id != "home").map_or(String::new(), |page| format!("{}/", page.id));
        let (edition, version) = (&self.job.edition.name, &self.job.stamp.version);
        Some(format!("{base}/{edition}/{version}/{}/{folder}", self.languages[language].code))
    }

    /// The page in every language that has it, and what to show a reader of none of them.
    fn alternates(&self, page: Option<&Page>) -> Vec<Alternate<'a>> {
        let there = |at: &usize| page.is_none_or(|page| page.in_language(*at).is_some());
        let mut rows: Vec<Alternate> = (0..self.languages.len())
            .filter(there)
            .filter_map(|at| Some(Alternate { tag: self.languages[at].tag, href: self.absolute(at, page)? }))
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

    fn content(
        &self,
        language: usize,
        page: &'a Page,
        text: &'a Translation,
        address: &SiteAddress,
    ) -> PageView<'a> {
        let sources = Sources {
            programme: self.job.programme,
            language,
            from: &text.path,
            words: self.job.theme.words(language),
            address,
        };
        let mut html = Html::new(&sources);
        html.blocks(&text.blocks);
        html.footnotes(&text.footnotes);
        let (out, contents) = (html.out, html.contents);
        PageView {
            id: &page.id,
            kind: page.facts.kind.name,
            title: &text.title.value,
            summary: text.summary.as_deref(),
            minutes: page.facts.minutes,
            tasks: tasks(&text.blocks),
            html: out,
            contents: contents.into_iter().map(|(level, id, text)| Heading { level, id, text }).collect(),
            outcomes: text.outcomes.iter().map(|(_, words)| words.as_str()).collect(),
            sources: text.sources.iter().map(String::as_str).collect(),
            updated: self.job.stamp.updated(page.present().map(|(_, text)| &text.path)),
        }
    }

    fn page(&self, language: usize, at: usize) -> Result<Vec<u8>, Stop> {
        let order = &self.order[language];
        let page = order[at];
        let address = SiteAddress { up: "../", used: &self.used };
        let Some(text) = page.in_language(language) else { return Ok(Vec::new()) };
        let content = self.content(language, page, text, &address);
        let mut view = self.view(language, Some(page), "../", content);
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

    /// The language's start page: the units as a path, and every page outside them by its kind.
    fn home(&self, language: usize, written: Option<(&'a Page, &'a Translation)>) -> Result<Vec<u8>, Stop> {
        let address = SiteAddress { up: "", used: &self.used };
        let content = match written {
            Some((page, text)) => self.content(language, page, text, &address),
            None => PageView {
                id: "home",
                kind: "page",
                title: self.programme(language).title,
                summary: None,
                minutes: None,
                tasks: 0,
                html: String::new(),
                contents: Vec::new(),
                outcomes: Vec::new(),
                sources: Vec::new(),
                updated: None,
            },
        };
        let mut view = self.view(language, written.map(|(page, _)| page), "", content);
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

    /// The version's first page: choose a language.
    fn choose(&self) -> Shown {
        let languages: Vec<Switch> = self
            .switches(usize::MAX, None, "")
            .into_iter()
            .map(|row| Switch { href: format!("{}/index.html", row.code), ..row })
            .collect();
        let (root, home) = ("", "index.html");
        let mut shown = self.shared[0].shown();
        shown.extend(shown![root, home, languages]);
        shown
    }
}

fn units<'a>(job: &'a Job<'a>, language: usize) -> Vec<Unit<'a>> {
    let project = &job.programme.project;
    let word = format!("unit-{}", project.unit);
    let words = job.theme.words(language);
    let mut units: BTreeMap<u32, Unit> = BTreeMap::new();
    let unit = |number: u32| Unit {
        number,
        label: words
            .fill(&word, &[("number", Arg::Number(number.into()))])
            .unwrap_or_else(|| number.to_string()),
        theme: None,
        pages: Vec::new(),
        minutes: 0,
        tasks: 0,
    };
    for page in &job.programme.pages {
        let (Some(number), Some(text)) = (page.facts.unit, page.in_language(language)) else { continue };
        let unit = units.entry(number).or_insert_with(|| unit(number));
        if page.facts.kind.name == "theme" && unit.theme.is_none() {
            unit.theme = Some(page);
        }
        unit.pages.push(page);
        unit.minutes += page.facts.minutes.unwrap_or(0);
        unit.tasks += tasks(&text.blocks);
    }
    // A programme with weeks shows all of them; one that is only a course shows none.
    if !units.is_empty() && project.count < 100 {
        for number in 1..=u32::try_from(project.count).unwrap_or(0) {
            units.entry(number).or_insert_with(|| unit(number));
        }
    }
    units.into_values().collect()
}

/// How many tasks stand in some blocks; a check-in is one.
fn tasks(blocks: &[Block]) -> usize {
    let own = |block: &Block| {
        usize::from(matches!(&block.kind, Kind::Task(task) if !matches!(task.answer, Answer::Quiz { .. })))
    };
    blocks.iter().map(|block| own(block) + block.children().into_iter().map(tasks).sum::<usize>()).sum()
}
