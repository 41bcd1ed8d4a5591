//! A [`Status`] to what its template sees in one language: names, counts and pictures. Every sentence is the template's.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::draw::{self, Dots, Stretch};
use super::{Approval, Given, Page, State, Status};
use crate::emit::site::POLICY;
use crate::emit::site::view::shown;
use crate::render::theme::{Shown, Theme};

/// As many rows as someone reads; the rest are counted.
const MANY: usize = 40;
const FEW: usize = 10;

/// What `status.html` sees in a language. `theme` is the page's own, `site` knows what the languages are called.
pub fn page(status: &Status, theme: &Theme, site: &Theme, language: usize) -> Shown {
    let here = &status.languages[language];
    let names: Vec<Name> = (0..status.languages.len())
        .map(|at| Name {
            name: site.words(at).get("language-name"),
            tag: &status.languages[at].tag,
            href: format!("../{}/index.html", status.languages[at].code),
            current: at == language,
        })
        .collect();
    let view = View {
        status,
        titles: status.pages.iter().map(|page| (page.id.as_str(), title(status, page, language))).collect(),
        names: &names,
    };
    let direction = if theme.tag(language) == here.tag { &here.direction } else { "ltr" };
    let lang = Lang { tag: theme.tag(language), direction };
    let (csp, root) = (POLICY, "../");
    let title = status.title.get(&here.code).unwrap_or(&status.programme);
    let (version, judged, unit) = (&status.version, &status.judged, &status.unit);
    // Without a history the stamp is the first day that a ZIP can say.
    let known = status.judged.as_str() > "1980-01-01";
    let (figures, map, waiting, load) = (view.figures(), view.map(), view.waiting(), view.load());
    let (lix, hard, roles, reviews) = (view.lix(), view.hard(), view.roles(), view.reviews());
    let (links, media, pages) = (view.links(), view.media(), view.pages());
    let languages = &names;
    shown![
        lang, csp, root, title, version, judged, known, unit, languages, figures, map, waiting, load, lix,
        hard, roles, reviews, links, media, pages,
    ]
}

struct View<'a> {
    status: &'a Status,
    titles: HashMap<&'a str, Title<'a>>,
    names: &'a [Name<'a>],
}

#[derive(Serialize)]
struct Lang<'a> {
    tag: &'a str,
    direction: &'a str,
}

#[derive(Serialize)]
struct Name<'a> {
    name: &'a str,
    tag: &'a str,
    href: String,
    current: bool,
}

/// What a page is called: in this language, or in one that has it.
#[derive(Clone, Copy, Serialize)]
struct Title<'a> {
    id: &'a str,
    text: &'a str,
    /// The language it is in, where that is another.
    tag: Option<&'a str>,
}

fn title<'a>(status: &'a Status, page: &'a Page, language: usize) -> Title<'a> {
    let own = page.translations[language].title.as_deref().map(|text| (text, None));
    let other = || {
        let there = page.translations.iter().zip(&status.languages);
        there.filter_map(|(text, row)| Some((text.title.as_deref()?, Some(row.tag.as_str())))).next()
    };
    let (text, tag) = own.or_else(other).unwrap_or((&page.id, None));
    Title { id: &page.id, text, tag }
}

#[derive(Serialize)]
struct Figures {
    pages: usize,
    /// Those that have a load.
    units: usize,
    waiting: usize,
    /// Approvals that hold, of all that are asked for.
    valid: usize,
    asked: usize,
    overdue: usize,
    /// Pages in a language that are harder than their readers can be asked to read.
    hard: usize,
    /// Units outside what is promised.
    outside: usize,
}

#[derive(Serialize)]
struct MapRow<'a> {
    /// A unit's number, or a kind of page outside the units.
    unit: Option<u32>,
    kind: Option<&'a str>,
    title: Option<Title<'a>>,
    cells: Vec<Cell>,
}

#[derive(Serialize)]
struct Cell {
    /// One shape a page, in reading order.
    shapes: Vec<&'static str>,
    /// How many pages have no shape of their own.
    more: usize,
    counts: Vec<Count>,
}

#[derive(Serialize)]
struct Count {
    state: &'static str,
    count: usize,
}

#[derive(Serialize)]
struct Waiting<'a> {
    name: &'a str,
    tag: &'a str,
    rows: Vec<WaitingRow<'a>>,
    more: usize,
}

#[derive(Serialize)]
struct WaitingRow<'a> {
    page: Title<'a>,
    state: &'static str,
}

#[derive(Serialize)]
struct LoadView<'a> {
    from: Option<u32>,
    to: Option<u32>,
    days: Option<u32>,
    rows: Vec<LoadRow<'a>>,
}

#[derive(Serialize)]
struct LoadRow<'a> {
    unit: u32,
    minutes: u32,
    week: u32,
    /// `within`, `over`, `under`, or `none` where nothing is promised.
    judged: &'static str,
    bar: Stretch,
    band: Option<Stretch>,
    most: Vec<Part<'a>>,
}

#[derive(Serialize)]
struct Part<'a> {
    page: Title<'a>,
    minutes: u32,
}

#[derive(Serialize)]
struct Strip<'a> {
    name: &'a str,
    tag: &'a str,
    patients: bool,
    count: usize,
    low: i64,
    high: i64,
    over: usize,
    limit: u32,
    target: u32,
    drawn: Dots,
    band: String,
    /// The target and the limit, once where they are one.
    lines: Vec<Tick>,
    ticks: Vec<Tick>,
}

#[derive(Serialize)]
struct Tick {
    x: String,
    label: u32,
}

#[derive(Serialize)]
struct Hard<'a> {
    page: Title<'a>,
    name: &'a str,
    tag: &'a str,
    lix: i64,
    limit: u32,
}

#[derive(Serialize)]
struct Listed<T> {
    rows: Vec<T>,
    more: usize,
}

impl<T> Listed<T> {
    /// The first rows; the rest are counted.
    fn of(mut rows: Vec<T>, most: usize) -> Listed<T> {
        let more = rows.len().saturating_sub(most);
        rows.truncate(most);
        Listed { rows, more }
    }
}

#[derive(Serialize)]
struct Role<'a> {
    role: &'a str,
    asked: usize,
    parts: Vec<RolePart>,
}

#[derive(Serialize)]
struct RolePart {
    given: &'static str,
    count: usize,
    bar: Stretch,
}

#[derive(Serialize)]
struct Reviews<'a> {
    overdue: Listed<Due<'a>>,
    coming: Listed<Due<'a>>,
    undated: usize,
}

#[derive(Serialize)]
struct Due<'a> {
    page: Title<'a>,
    by: &'a str,
}

#[derive(Serialize)]
struct Links<'a> {
    orphans: Listed<Title<'a>>,
    most: Vec<Weighed<'a>>,
}

#[derive(Serialize)]
struct Media<'a> {
    total: u64,
    most: Vec<Weighed<'a>>,
}

/// A page by a number, with the number as a bar.
#[derive(Serialize)]
struct Weighed<'a> {
    page: Title<'a>,
    number: u64,
    bar: Stretch,
}

#[derive(Serialize)]
struct PageRow<'a> {
    page: Title<'a>,
    kind: &'a str,
    unit: Option<u32>,
    minutes: Option<u32>,
    links_in: usize,
    links_out: usize,
    kilobytes: u64,
    review: Option<&'a str>,
    overdue: bool,
    translations: Vec<TranslationRow<'a>>,
}

#[derive(Serialize)]
struct TranslationRow<'a> {
    name: &'a str,
    tag: &'a str,
    state: &'static str,
    path: Option<&'a str>,
    words: Option<usize>,
    lix: Option<i64>,
    over: bool,
    approvals: Vec<ApprovalRow<'a>>,
}

#[derive(Serialize)]
struct ApprovalRow<'a> {
    role: &'a str,
    given: &'static str,
    by: Option<&'a str>,
    date: Option<&'a str>,
}

/// Each text of a page, with its page and the number of its language.
fn texts(status: &Status) -> impl Iterator<Item = (&Page, usize, &super::Translation)> {
    status
        .pages
        .iter()
        .flat_map(|page| page.translations.iter().enumerate().map(move |(at, text)| (page, at, text)))
}

fn is_over(page: &Page, lix: f64) -> bool {
    page.lix.is_some_and(|asked| lix > f64::from(asked.limit))
}

impl<'a> View<'a> {
    fn title(&self, id: &'a str) -> Title<'a> {
        self.titles.get(id).copied().unwrap_or(Title { id, text: id, tag: None })
    }

    fn figures(&self) -> Figures {
        let status = self.status;
        let approvals = || texts(status).flat_map(|(_, _, text)| &text.approvals);
        Figures {
            pages: status.pages.len(),
            units: status.units.iter().filter(|unit| unit.load.is_some()).count(),
            waiting: texts(status).filter(|(_, _, text)| text.state.waits()).count(),
            valid: approvals().filter(|approval| approval.given == Given::Valid).count(),
            asked: approvals().count(),
            overdue: status
                .pages
                .iter()
                .filter_map(|page| page.review.as_ref())
                .filter(|it| it.overdue)
                .count(),
            hard: texts(status)
                .filter(|(page, _, text)| text.lix.is_some_and(|lix| is_over(page, lix)))
                .count(),
            outside: status.units.iter().filter(|unit| matches!(self.judge(unit), "over" | "under")).count(),
        }
    }

    /// Units, then the kinds of page outside them, each with its pages in each language.
    fn map(&self) -> Vec<MapRow<'a>> {
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

    fn cells(&self, pages: &[&'a Page]) -> Vec<Cell> {
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
    fn waiting(&self) -> Vec<Waiting<'a>> {
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

    fn judge(&self, unit: &super::Unit) -> &'static str {
        let (Some(load), Some(promised)) = (&unit.load, self.status.promised) else { return "none" };
        match (load.minutes_per_day, promised.minutes_per_day) {
            (minutes, [from, _]) if minutes < from => "under",
            (minutes, [_, to]) if minutes > to => "over",
            _ => "within",
        }
    }

    fn load(&self) -> LoadView<'a> {
        let promised = self.status.promised;
        let band = promised.map(|promised| promised.minutes_per_day.map(f64::from));
        let loads = self.status.units.iter().filter_map(|unit| Some((unit, unit.load.as_ref()?)));
        let longest = loads.clone().map(|(_, load)| load.minutes_per_day).max().unwrap_or(0);
        let whole = band.map_or(0.0, |[_, to]| to).max(f64::from(longest)) * 1.1;
        let rows = loads.map(|(unit, load)| LoadRow {
            unit: unit.number,
            minutes: load.minutes_per_day,
            week: load.minutes,
            judged: self.judge(unit),
            bar: draw::stretch(0.0, load.minutes_per_day.into(), whole),
            band: band.map(|[from, to]| draw::stretch(from, to, whole)),
            most: load
                .contributors
                .iter()
                .take(3)
                .map(|part| Part { page: self.title(&part.page), minutes: part.minutes })
                .collect(),
        });
        LoadView {
            from: promised.map(|promised| promised.minutes_per_day[0]),
            to: promised.map(|promised| promised.minutes_per_day[1]),
            days: promised.map(|promised| promised.days_per_week),
            rows: rows.collect(),
        }
    }

    /// A strip of dots for each language and each sort of reader.
    fn lix(&self) -> Vec<Strip<'a>> {
        let mut strips = Vec::new();
        let mut asked: Vec<_> = self.status.pages.iter().filter_map(|page| page.lix).collect();
        asked.sort_by_key(|asked| (asked.limit, asked.target));
        asked.dedup();
        for (asked, (at, name)) in
            asked.iter().flat_map(|asked| self.names.iter().enumerate().map(move |name| (asked, name)))
        {
            let pages = self.status.pages.iter().filter(|page| page.lix == Some(*asked));
            let values: Vec<f64> = pages.filter_map(|page| page.translations[at].lix).collect();
            if values.is_empty() {
                continue;
            }
            let (target, limit) = (asked.target, asked.limit);
            let tick = |label: u32| Tick { x: draw::along(label.into()), label };
            let mut lines = vec![tick(target), tick(limit)];
            lines.dedup_by_key(|line| line.label);
            strips.push(Strip {
                name: name.name,
                tag: name.tag,
                patients: limit < 50,
                count: values.len(),
                low: values.iter().copied().fold(f64::INFINITY, f64::min).round() as i64,
                high: values.iter().copied().fold(0.0, f64::max).round() as i64,
                over: values.iter().filter(|lix| **lix > f64::from(limit)).count(),
                target,
                limit,
                drawn: draw::dots(&values, limit.into()),
                band: draw::along(limit.into()),
                lines,
                ticks: [20, 30, 40, 50, 60].map(tick).into(),
            });
        }
        strips
    }

    /// The texts above their limit, the hardest first.
    fn hard(&self) -> Listed<Hard<'a>> {
        let over = texts(self.status).filter_map(|(page, at, text)| Some((page, at, text.lix?)));
        let mut over: Vec<_> = over.filter(|(page, _, lix)| is_over(page, *lix)).collect();
        over.sort_by(|one, other| other.2.total_cmp(&one.2));
        let rows = over.into_iter().map(|(page, at, lix)| Hard {
            page: self.title(&page.id),
            name: self.names[at].name,
            tag: self.names[at].tag,
            // A value just above its limit is not rounded down to it.
            lix: lix.ceil() as i64,
            limit: page.lix.map_or(0, |asked| asked.limit),
        });
        Listed::of(rows.collect(), MANY)
    }

    fn roles(&self) -> Vec<Role<'a>> {
        let roles = self.status.roles.iter().map(|role| {
            let of_role = |approval: &&Approval| approval.role == *role;
            let given: Vec<Given> = texts(self.status)
                .flat_map(|(_, _, text)| text.approvals.iter().filter(of_role))
                .map(|approval| approval.given)
                .collect();
            let mut from = 0;
            let parts = [Given::Valid, Given::Void, Given::Missing].map(|kind| {
                let count = given.iter().filter(|given| **given == kind).count();
                from += count;
                let bar = draw::stretch((from - count) as f64, from as f64, given.len() as f64);
                RolePart { given: kind.name(), count, bar }
            });
            let parts = parts.into_iter().filter(|part| part.count > 0).collect();
            Role { role, asked: given.len(), parts }
        });
        roles.collect()
    }

    fn reviews(&self) -> Reviews<'a> {
        let mut dated: Vec<_> =
            self.status.pages.iter().filter_map(|page| Some((page, page.review.as_ref()?))).collect();
        dated.sort_by_key(|(_, review)| &review.by);
        let undated = self.status.pages.len() - dated.len();
        let (overdue, coming): (Vec<_>, Vec<_>) = dated.into_iter().partition(|(_, review)| review.overdue);
        let rows = |dated: Vec<(&'a Page, &'a super::Review)>| {
            dated
                .into_iter()
                .map(|(page, review)| Due { page: self.title(&page.id), by: &review.by })
                .collect()
        };
        Reviews { overdue: Listed::of(rows(overdue), MANY), coming: Listed::of(rows(coming), FEW), undated }
    }

    fn links(&self) -> Links<'a> {
        let pages = &self.status.pages;
        let orphans = pages.iter().filter(|page| page.links_in == 0 && page.id != "home");
        let orphans = orphans.map(|page| self.title(&page.id)).collect();
        Links { orphans: Listed::of(orphans, MANY), most: self.most(|page| page.links_in as u64) }
    }

    fn media(&self) -> Media<'a> {
        Media {
            total: kilobytes(self.status.media_bytes),
            most: self.most(|page| kilobytes(page.media_bytes)),
        }
    }

    /// The pages of which there is most, with a bar for each.
    fn most(&self, number: impl Fn(&Page) -> u64) -> Vec<Weighed<'a>> {
        let mut pages: Vec<_> = self.status.pages.iter().map(|page| (page, number(page))).collect();
        pages.retain(|(_, number)| *number > 0);
        pages.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
        let whole = pages.first().map_or(0, |(_, number)| *number) as f64;
        let rows = pages.into_iter().take(FEW).map(|(page, number)| Weighed {
            page: self.title(&page.id),
            number,
            bar: draw::stretch(0.0, number as f64, whole),
        });
        rows.collect()
    }

    fn pages(&self) -> Vec<PageRow<'a>> {
        let rows = self.status.pages.iter().map(|page| PageRow {
            page: self.title(&page.id),
            kind: page.kind,
            unit: page.unit,
            minutes: page.minutes,
            links_in: page.links_in,
            links_out: page.links_out,
            kilobytes: kilobytes(page.media_bytes),
            review: page.review.as_ref().map(|review| review.by.as_str()),
            overdue: page.review.as_ref().is_some_and(|review| review.overdue),
            translations: self.translations(page),
        });
        rows.collect()
    }

    fn translations(&self, page: &'a Page) -> Vec<TranslationRow<'a>> {
        let rows = page.translations.iter().zip(self.names).map(|(text, name)| TranslationRow {
            name: name.name,
            tag: name.tag,
            state: text.state.name(),
            path: text.path.as_deref(),
            words: text.words,
            lix: text.lix.map(|lix| if is_over(page, lix) { lix.ceil() } else { lix.round() } as i64),
            over: text.lix.is_some_and(|lix| is_over(page, lix)),
            approvals: text
                .approvals
                .iter()
                .map(|approval| ApprovalRow {
                    role: &approval.role,
                    given: approval.given.name(),
                    by: approval.by.as_deref(),
                    date: approval.date.as_deref(),
                })
                .collect(),
        });
        rows.collect()
    }
}

fn kilobytes(bytes: u64) -> u64 {
    bytes.div_ceil(1000)
}
