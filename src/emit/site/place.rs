//! Where a reader is in a version's folder, and how everything else is addressed from there.

use std::collections::BTreeMap;
use std::sync::Mutex;

use crate::model::page::Page;
use crate::render::html::{Address, among};
use crate::source::Media;

/// A page of the site, below its language's folder.
#[derive(Clone, Copy)]
pub enum Place<'a> {
    Home,
    Page(&'a Page),
    /// A page of the site's own, beside the programme's: `answers`, `search` and their like.
    Beside(&'static str),
}

impl<'a> Place<'a> {
    pub fn of(page: &'a Page) -> Place<'a> {
        if page.id == "home" { Place::Home } else { Place::Page(page) }
    }

    pub fn page(self) -> Option<&'a Page> {
        match self {
            Place::Page(page) => Some(page),
            Place::Home | Place::Beside(_) => None,
        }
    }

    /// Whether it is there in a language; a start page is in every one.
    pub fn is_in(self, language: usize) -> bool {
        self.page().is_none_or(|page| page.in_language(language).is_some())
    }

    /// Its file below its language's folder.
    pub fn file(self) -> String {
        match self {
            Place::Home => "index.html".into(),
            Place::Page(page) => format!("{}/index.html", page.id),
            Place::Beside(name) => format!("{name}.html"),
        }
    }

    /// Its address below its language's folder on a host that fills in `index.html`.
    pub fn clean(self) -> String {
        match self {
            Place::Home => String::new(),
            Place::Page(page) => format!("{}/", page.id),
            Place::Beside(name) => format!("{name}.html"),
        }
    }

    /// From its file to its language's folder.
    pub fn up(self) -> &'static str {
        match self {
            Place::Page(_) => "../",
            Place::Home | Place::Beside(_) => "",
        }
    }

    /// From its file to its version's folder.
    pub fn root(self) -> &'static str {
        match self {
            Place::Page(_) => "../../",
            Place::Home | Place::Beside(_) => "../",
        }
    }
}

/// The media that pages lead to, by their file.
pub type Used = Mutex<BTreeMap<String, Media>>;

/// Addresses as seen from a page: `up` leads to its language's folder.
pub struct SiteAddress<'a> {
    pub up: &'static str,
    pub used: &'a Used,
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

/// Addresses inside one document that holds every page.
pub struct WholeAddress<'a> {
    pub files: SiteAddress<'a>,
}

impl Address for WholeAddress<'_> {
    fn page(&self, id: &str, anchor: Option<&str>) -> String {
        match anchor {
            Some(anchor) => format!("#{}", among(id, anchor)),
            None => format!("#{id}"),
        }
    }

    fn part(&self, _: &str, id: &str) -> String {
        format!("#{id}")
    }

    fn file(&self, media: &Media) -> String {
        self.files.file(media)
    }
}
