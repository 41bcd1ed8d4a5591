//! The trainers' guide: each module with its right answers, the trainers' notes beside it, and the handouts, on screen and on
//! paper.

use serde::Serialize;

use super::super::site::Site;
use super::super::site::view::{Part, shown};
use crate::emit::{File, Job, Sink, Stop};
use crate::model::Programme;
use crate::model::audience::Audiences;
use crate::model::course::{Course, Module};
use crate::model::lang::Language;
use crate::model::page::Page;
use crate::model::project::Project;
use crate::render::theme::Theme;

/// Writes `guide/`.
pub fn emit(job: &Job, theme: &Theme, course: &Course, sink: Sink) -> Result<(), Stop> {
    let programme = &called(job.programme, course);
    let inner = Job { programme, theme, sign: None, ..*job };
    let site = Site::of(&inner).navigable()?;
    let below = |file: File| sink(File { path: format!("guide/{}", file.path), ..file });
    site.pages(&below)?;
    for (at, row) in programme.project.languages.iter().enumerate() {
        let modules = programme.modules(at);
        let links: Vec<Link> = modules.iter().map(Link::to).collect();
        for module in &modules {
            let id = &module.page.id;
            let page = leaf(&site, programme, at, &links, module)?;
            below(File::new(format!("{}/guide-{id}.html", row.code), page))?;
        }
        below(File::new(format!("{}/index.html", row.code), contents(&site, at, &links)?))?;
    }
    site.media(&below)
}

/// Fills its templates and keeps nothing.
pub fn sample(job: &Job, theme: &Theme, course: &Course) -> Result<(), Stop> {
    let programme = &called(job.programme, course);
    let inner = Job { programme, theme, sign: None, ..*job };
    let site = Site::of(&inner).navigable()?;
    for at in 0..programme.project.languages.len() {
        contents(&site, at, &[])?;
        if let Some(module) = programme.modules(at).first() {
            leaf(&site, programme, at, &[], module)?;
        }
    }
    site.first().map(drop)
}

/// The programme under the course's name.
fn called(whole: &Programme, course: &Course) -> Programme {
    let title = |row: &Language| Some((row.code.clone(), course.title.get(&row.code)?.clone()));
    let project = Project {
        title: whole.project.languages.iter().filter_map(title).collect(),
        base_url: None,
        ..(*whole.project).clone()
    };
    whole.part(project, |_| true)
}

/// A module with what stands beside it and behind it: pages whose ids begin with its own.
fn leaf(site: &Site, programme: &Programme, at: usize, links: &[Link], module: &Module) -> Result<Vec<u8>, Stop> {
    let here = &module.page.id;
    let beside = |page: &&Page| page.id.strip_prefix(&**here).is_some_and(|rest| rest.starts_with('-'));
    let is_note = |page: &&Page| !page.facts.audience.meets(Audiences::all(["trainee"]));
    let pages = programme.pages.iter().map(|page| &**page).filter(beside);
    let (notes, handouts): (Vec<&Page>, Vec<&Page>) = pages.partition(is_note);
    let heading = &module.text.title.value;
    let text = site.with_key(at, &[module.page]);
    let (notes, handouts) = (site.with_key(at, &notes), site.with_key(at, &handouts));
    site.start(at, "guide.html", shown![heading, here, text, notes, handouts, links])
}

/// The list of all modules.
fn contents(site: &Site, at: usize, links: &[Link]) -> Result<Vec<u8>, Stop> {
    let (none, heading, here): (Vec<Part>, &str, &str) = (Vec::new(), "", "");
    let (text, notes, handouts) = (&none, &none, &none);
    site.start(at, "guide.html", shown![heading, here, text, notes, handouts, links])
}

#[derive(Serialize)]
struct Link<'a> {
    id: &'a str,
    title: &'a str,
    href: String,
}

impl<'a> Link<'a> {
    fn to(module: &'a Module) -> Link<'a> {
        let id = &module.page.id;
        Link { id, title: &module.text.title.value, href: format!("guide-{id}.html") }
    }
}
