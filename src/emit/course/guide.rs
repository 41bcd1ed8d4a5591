//! The trainers' guide: each module with its right answers, the trainers' notes beside it, and the handouts, on screen and on
//! paper.

use serde::Serialize;

use super::super::site::Site;
use super::super::site::view::{Part, shown};
use crate::emit::{File, Job, Sink, Stop};
use crate::model::audience::Audiences;
use crate::model::course::Course;
use crate::model::page::Page;
use crate::model::project::Project;
use crate::render::theme::Theme;

/// Writes `guide/`.
pub fn emit(job: &Job, theme: &Theme, course: &Course, sink: Sink) -> Result<(), Stop> {
    let whole = job.programme;
    let title = |code: &String| Some((code.clone(), course.title.get(code)?.clone()));
    let project = Project {
        title: whole.project.languages.iter().filter_map(|row| title(&row.code)).collect(),
        base_url: None,
        ..(*whole.project).clone()
    };
    let programme = &whole.part(project, |_| true);
    let inner = Job { programme, theme, sign: None, ..*job };
    let site = Site::of(&inner).navigable()?;
    let below = |file: File| sink(File { path: format!("guide/{}", file.path), ..file });
    site.pages(&below)?;
    for (at, row) in programme.project.languages.iter().enumerate() {
        let modules = programme.modules(at);
        let links: Vec<Link> = modules.iter().map(|module| Link::to(&module.page.id, &module.text.title.value)).collect();
        for module in &modules {
            let id = &module.page.id;
            let beside = |page: &&Page| page.id.strip_prefix(&**id).is_some_and(|rest| rest.starts_with('-'));
            let beside: Vec<&Page> = programme.pages.iter().map(|page| &**page).filter(beside).collect();
            let is_note = |page: &&Page| !page.facts.audience.meets(Audiences::all(["trainee"]));
            let (notes, handouts): (Vec<&Page>, Vec<&Page>) = beside.into_iter().partition(is_note);
            let text = site.with_key(at, &[module.page]);
            let (notes, handouts) = (site.with_key(at, &notes), site.with_key(at, &handouts));
            let (heading, here) = (&module.text.title.value, id);
            let links = &links;
            let page = site.start(at, "guide.html", shown![heading, here, text, notes, handouts, links])?;
            below(File::new(format!("{}/guide-{id}.html", row.code), page))?;
        }
        let (none, heading, here): (Vec<Part>, &str, &str) = (Vec::new(), "", "");
        let (text, notes, handouts, links) = (&none, &none, &none, &links);
        let page = site.start(at, "guide.html", shown![heading, here, text, notes, handouts, links])?;
        below(File::new(format!("{}/index.html", row.code), page))?;
    }
    site.media(&below)
}

#[derive(Serialize)]
struct Link<'a> {
    id: &'a str,
    title: &'a str,
    href: String,
}

impl<'a> Link<'a> {
    fn to(id: &'a str, title: &'a str) -> Link<'a> {
        Link { id, title, href: format!("guide-{id}.html") }
    }
}
