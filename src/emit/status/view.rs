//! A [`Status`] to what its template sees in one language: names, counts and pictures. Every sentence is the template's.

mod answers;
mod map;
mod numbers;
mod pages;

use std::collections::HashMap;

use serde::Serialize;

use super::{Page, Status};
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
        code: &here.code,
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
    /// The language it is shown in.
    code: &'a str,
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
            valid: approvals().filter(|approval| approval.given == "valid").count(),
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
}
