//! The trainers' guide: each module with its right answers, the trainers' notes beside it, and the handouts, on screen and on
//! paper. It stands beside the site of the same edition, and leads to its pages.

use serde::Serialize;
use tera::Value;

use crate::emit::site::Site;
use crate::emit::site::view::{Lang, Part, shown};
use crate::emit::{File, Job, Sink, Stop};
use crate::model::audience::Audiences;
use crate::model::course::{Course, Module};
use crate::model::page::Page;
use crate::render::html::{Address, among};
use crate::render::theme::Theme;
use crate::source::Media;

/// Writes the pages of `guide/`.
pub fn emit(job: &Job, theme: &Theme, course: &Course, sink: Sink) -> Result<(), Stop> {
    let inner = Job { theme, sign: None, ..*job };
    let site = Site::of(&inner);
    for at in 0..job.programme.project.languages.len() {
        let guide = Guide { job, theme, course, site: &site, at, modules: &job.programme.modules(at) };
        let code = &job.programme.project.languages[at].code;
        for module in guide.modules {
            sink(File::new(format!("guide/{code}/{}.html", module.page.id), guide.of(Some(module))?))?;
        }
        sink(File::new(format!("guide/{code}/index.html"), guide.of(None)?))?;
    }
    Ok(())
}

/// The guide in one language.
struct Guide<'a> {
    job: &'a Job<'a>,
    theme: &'a Theme,
    course: &'a Course,
    site: &'a Site<'a>,
    at: usize,
    modules: &'a [Module<'a>],
}

#[derive(Serialize)]
struct Link<'a> {
    title: &'a str,
    href: String,
    current: bool,
}

impl Guide<'_> {
    /// A module with what stands beside it and behind it, pages whose ids begin with its own; without one, the list of all.
    fn of(&self, module: Option<&Module>) -> Result<Vec<u8>, Stop> {
        let project = &self.job.programme.project;
        let row = &project.languages[self.at];
        let (mut text, mut notes, mut handouts) = (Vec::new(), Vec::new(), Vec::new());
        if let Some(module) = module {
            let is_module = |page: &Page| self.modules.iter().any(|module| module.page.id == page.id);
            let beside = |page: &&Page| self.belongs(page, module) && !is_module(page);
            let is_note = |page: &&Page| !page.facts.audience.meets(Audiences::all(["trainee"]));
            let pages = self.job.programme.pages.iter().map(|page| &**page).filter(beside);
            (notes, handouts) = pages.partition(is_note);
            text.push(module.page);
        }
        let address = Beside { code: &row.code, modules: self.modules };
        let parts = |pages: &[&Page]| -> Value {
            let parts: Vec<Part> = self.site.parts(self.at, pages, &address, true);
            Value::from_serializable(&parts)
        };
        let (text, notes, handouts) = (parts(&text), parts(&notes), parts(&handouts));
        let links = self.modules.iter().map(|each| Link {
            title: &each.text.title.value,
            href: format!("{}.html", each.page.id),
            current: module.is_some_and(|module| module.page.id == each.page.id),
        });
        let links: Vec<Link> = links.collect();
        let heading = module.map(|module| &module.text.title.value);
        let lang = Lang { code: &row.code, tag: &row.tag, direction: &row.direction };
        let title = self.course.title.get(&row.code).unwrap_or(&self.course.id);
        let version = &self.job.stamp.version;
        let unapproved = !self.job.standing.approved;
        let shown = shown![lang, title, version, unapproved, heading, text, notes, handouts, links];
        Ok(self.theme.fill("guide.html", self.at, shown)?)
    }
}

impl Guide<'_> {
    /// Whether a page belongs to a module: to the one whose id is the longest beginning of its own.
    fn belongs(&self, page: &Page, module: &Module) -> bool {
        let begins = |id: &&str| page.id.strip_prefix(id).is_some_and(|rest| rest.starts_with('-'));
        let ids = self.modules.iter().map(|module| module.page.id.as_str());
        ids.filter(begins).max_by_key(|id| id.len()) == Some(module.page.id.as_str())
    }
}

/// Addresses as seen from the guide: other modules stand in it too, everything else in the site.
struct Beside<'a> {
    code: &'a str,
    modules: &'a [Module<'a>],
}

impl Address for Beside<'_> {
    fn page(&self, id: &str, anchor: Option<&str>) -> String {
        let is_here = self.modules.iter().any(|module| module.page.id == id);
        match (is_here, anchor) {
            (true, None) => format!("{id}.html"),
            (true, Some(anchor)) => format!("{id}.html#{}", among(id, anchor)),
            (false, _) => {
                let page = if id == "home" { String::new() } else { format!("{id}/") };
                let anchor = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
                format!("../../{}/{page}index.html{anchor}", self.code)
            }
        }
    }

    fn part(&self, page: &str, id: &str) -> String {
        let page = self.page(page, None);
        format!("{page}#{id}")
    }

    fn file(&self, media: &Media) -> String {
        format!("../../{}", media.file())
    }
}
