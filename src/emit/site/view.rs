//! What the theme's templates see: the contract with designers. Every key is always there; what is absent is null or empty.

use serde::Serialize;

use crate::render::theme::Shown;

/// Values under the names that they have here.
macro_rules! shown {
    ($($name:ident),* $(,)?) => { vec![$((stringify!($name), tera::Value::from_serializable(&$name))),*] };
}
pub(in crate::emit) use shown;

/// What a page's template sees, beside what its language's pages share.
pub struct View<'a> {
    /// From the page to the version's folder.
    pub root: &'static str,
    /// From the page to its language's folder.
    pub up: &'static str,
    pub home: String,
    pub languages: Vec<Switch<'a>>,
    pub alternates: Vec<Alternate<'a>>,
    pub canonical: Option<String>,
    pub crisis: Option<Row<'a>>,
    pub page: PageView<'a>,
    pub unit: Option<UnitView<'a>>,
    pub previous: Option<Row<'a>>,
    pub next: Option<Row<'a>>,
    // From here on the theme's `LISTS`.
    pub path: Vec<UnitView<'a>>,
    pub tools: Vec<Row<'a>>,
    pub plans: Vec<Row<'a>>,
    pub information: Vec<Row<'a>>,
    pub guides: Vec<Row<'a>>,
    pub modules: Vec<Row<'a>>,
    /// Every page, in the list below the search.
    pub every: Vec<Row<'a>>,
    /// Every page, where all of them stand in one document.
    pub parts: Vec<Part<'a>>,
}

impl View<'_> {
    pub fn shown(self) -> Shown {
        #[rustfmt::skip]
        let View {
            root, up, home, languages, alternates, canonical, crisis, page, unit, previous, next, path, tools, plans,
            information, guides, modules, every, parts,
        } = self;
        #[rustfmt::skip]
        let mut shown = shown![root, up, home, languages, alternates, canonical, crisis, page, unit, previous, next];
        let lists = [
            list("path", &path),
            list("tools", &tools),
            list("plans", &plans),
            list("information", &information),
            list("guides", &guides),
            list("modules", &modules),
            list("every", &every),
            list("parts", &parts),
        ];
        shown.extend(lists.into_iter().flatten());
        shown
    }
}

/// One of the theme's `LISTS`, if there is anything in it.
fn list<T: Serialize>(name: &'static str, rows: &[T]) -> Option<(&'static str, tera::Value)> {
    (!rows.is_empty()).then(|| (name, tera::Value::from_serializable(&rows)))
}

#[derive(Serialize)]
pub struct Lang<'a> {
    pub code: &'a str,
    pub tag: &'a str,
    pub direction: &'a str,
}

#[derive(Serialize)]
pub struct Switch<'a> {
    pub code: &'a str,
    pub tag: &'a str,
    pub name: &'a str,
    pub href: String,
    pub current: bool,
    pub here: bool,
    pub title: &'a str,
    pub choose: &'a str,
}

#[derive(Serialize)]
pub struct Alternate<'a> {
    pub tag: &'a str,
    pub href: String,
}

#[derive(Serialize)]
pub struct ProgrammeView<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub version: &'a str,
    pub edition: &'a str,
    /// What the site is called whose readers the edition is for.
    pub site: Option<&'a str>,
    pub unapproved: bool,
    /// Whether it is also given as one document to print.
    pub printed: bool,
    pub noindex: bool,
}

#[derive(Serialize)]
pub struct UnitLink<'a> {
    pub number: u32,
    pub label: &'a str,
    pub title: Option<&'a str>,
    pub href: Option<String>,
    pub current: bool,
}

#[derive(Serialize)]
pub struct UnitView<'a> {
    pub number: u32,
    pub label: &'a str,
    pub title: Option<&'a str>,
    pub href: Option<String>,
    pub summary: Option<&'a str>,
    pub minutes: u32,
    pub tasks: usize,
    pub pages: Vec<Row<'a>>,
}

/// A page in a list.
#[derive(Serialize)]
pub struct Row<'a> {
    pub title: &'a str,
    pub href: String,
    pub kind: &'static str,
    pub summary: Option<&'a str>,
    pub minutes: Option<u32>,
    pub current: bool,
}

#[derive(Serialize)]
pub struct PageView<'a> {
    pub id: &'a str,
    pub kind: &'static str,
    pub title: &'a str,
    pub summary: Option<&'a str>,
    pub minutes: Option<u32>,
    pub tasks: usize,
    pub asks: Vec<Ask<'a>>,
    /// What it needs scripts for: `task`, `quiz`, `breathing`.
    pub needs: Vec<&'static str>,
    pub html: String,
    pub contents: Vec<Heading>,
    pub outcomes: Vec<&'a str>,
    pub sources: Vec<&'a str>,
    pub updated: Option<&'a str>,
}

#[derive(Serialize)]
pub struct Heading {
    pub level: u8,
    pub id: String,
    pub text: String,
}

impl<'a> PageView<'a> {
    /// A page of the site's own, which holds no text of the programme's.
    pub fn empty(id: &'a str, title: &'a str) -> PageView<'a> {
        PageView {
            id,
            kind: "page",
            title,
            summary: None,
            minutes: None,
            tasks: 0,
            asks: Vec::new(),
            needs: Vec::new(),
            html: String::new(),
            contents: Vec::new(),
            outcomes: Vec::new(),
            sources: Vec::new(),
            updated: None,
        }
    }
}

/// A task that a page asks for.
#[derive(Serialize)]
pub struct Ask<'a> {
    pub id: &'a str,
    /// The block's name: `reflection`, `scale` …
    pub kind: &'static str,
    pub title: &'a str,
    pub minutes: Option<u32>,
}

/// A page among all the others in one document.
#[derive(Serialize)]
pub struct Part<'a> {
    pub id: &'a str,
    pub kind: &'static str,
    pub title: &'a str,
    pub summary: Option<&'a str>,
    /// What its unit is called.
    pub unit: Option<&'a str>,
    pub html: String,
}
