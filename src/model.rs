//! Sheets to a [`Programme`]: pages paired over their languages, every name in one namespace, blocks typed.

pub mod approval;
pub mod audience;
pub mod block;
pub mod changes;
pub mod classifier;
pub mod course;
pub mod edition;
pub mod lang;
pub mod layout;
pub mod link;
pub mod lix;
pub mod load;
pub mod locale;
pub mod meaning;
pub mod page;
pub mod passage;
pub mod project;
pub mod prose;
mod read;
pub mod sentence;
pub mod skeleton;
pub mod standing;
pub mod stem;
pub mod surroundings;
pub mod term;
pub mod translation;
pub mod words;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::source::{Media, Path};
use audience::Audiences;
use page::{Page, Translation};
use project::Project;
pub use read::{Kept, read, read_again};

/// A whole treatment programme, in all its languages.
#[derive(Clone, Debug, Default)]
pub struct Programme {
    pub project: Arc<Project>,
    /// In reading order. Fragments stand apart.
    pub pages: Vec<Arc<Page>>,
    pub fragments: BTreeMap<String, Arc<Page>>,
    /// Languages that have a page whose id can't be read, which may be the twin that another page seems to lack.
    pub nameless: BTreeSet<usize>,
    media: Arc<HashMap<Path, Media>>,
    /// Links that lead out of the project.
    outside: Arc<BTreeSet<Path>>,
    names: Arc<Names>,
}

/// Where each name stands among the pages.
#[derive(Debug, Default)]
struct Names {
    by_id: FxHashMap<String, usize>,
    by_path: FxHashMap<Path, usize>,
    /// The page of each task, question and exercise.
    parts: FxHashMap<String, usize>,
}

/// Pages that are read together, in the order in which they come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    Home,
    Units,
    Tools,
    Plans,
    Information,
    /// Guides that belong to no unit, and pathways.
    Guides,
    /// Modules, and what only those who take or lead the course read.
    Course,
}

impl Page {
    /// The translations there are, each with the number of its language.
    pub fn present(&self) -> impl Iterator<Item = (usize, &Translation)> {
        self.translations
            .iter()
            .enumerate()
            .filter_map(|(at, translation)| Some((at, translation.as_deref()?)))
    }

    /// The first translation there is; a page has at least one.
    pub fn first(&self) -> Option<&Translation> {
        self.present().next().map(|(_, translation)| translation)
    }

    pub fn in_language(&self, language: usize) -> Option<&Translation> {
        self.translations.get(language)?.as_deref()
    }
}

impl Programme {
    pub fn page(&self, id: &str) -> Option<&Page> {
        self.names.by_id.get(id).map(|at| &*self.pages[*at])
    }

    pub fn page_at(&self, path: &Path) -> Option<&Page> {
        self.names.by_path.get(path).map(|at| &*self.pages[*at])
    }

    pub fn page_of_part(&self, id: &str) -> Option<&Page> {
        self.names.parts.get(id).map(|at| &*self.pages[*at])
    }

    pub fn tree_media(&self, path: &Path) -> Option<&Media> {
        self.media.get(path)
    }

    /// Whether a link that leads out of the project stands at `path`.
    pub fn is_outside(&self, path: &Path) -> bool {
        self.outside.contains(path)
    }

    pub fn all_media(&self) -> impl Iterator<Item = (&Path, &Media)> {
        self.media.iter()
    }

    /// Every id that a link or a leaf may name, for suggestions.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.pages.iter().map(|page| page.id.as_str()).chain(self.names.parts.keys().map(String::as_str))
    }

    /// Every page and fragment.
    pub fn everything(&self) -> impl Iterator<Item = &Page> {
        self.shared().map(|page| &**page)
    }

    /// As [`Programme::everything`], to keep.
    pub fn shared(&self) -> impl Iterator<Item = &Arc<Page>> {
        self.pages.iter().chain(self.fragments.values())
    }

    /// Puts pages in reading order and notes where each name stands.
    fn arrange(&mut self, mut pages: Vec<Arc<Page>>) {
        pages.sort_by_cached_key(|page| self.reading_place(page));
        let mut names = Names {
            by_id: pages.iter().enumerate().map(|(at, page)| (page.id.clone(), at)).collect(),
            ..Names::default()
        };
        for (at, page) in pages.iter().enumerate() {
            for (_, translation) in page.present() {
                names.by_path.insert(translation.path.clone(), at);
                names.parts.extend(translation.mentions.ids.iter().map(|id| (id.value.clone(), at)));
            }
        }
        self.names = Arc::new(names);
        self.pages = pages;
    }

    /// Group by group; in the units and the course by their order.
    fn reading_place(&self, page: &Page) -> (Group, u32, i64, u8, String) {
        let rank = match page.facts.kind.name {
            "theme" | "module" => 0,
            "reflection" => 1,
            "exercise" => 2,
            "session" => 4,
            _ => 3,
        };
        let group = self.group(page);
        let step = match group {
            Group::Units => page.facts.unit.unwrap_or(0),
            Group::Course => self.module_of(&page.id).map_or(u32::MAX, |at| at as u32),
            _ => 0,
        };
        (group, step, page.facts.order, rank, page.id.clone())
    }

    /// What a page is read together with.
    pub fn group(&self, page: &Page) -> Group {
        let beyond = Audiences::all(["patient", "relative", "physician", "employer", "therapist"]);
        let audience = page.facts.audience;
        match (page.facts.kind.name, page.facts.unit) {
            _ if page.id == "home" => Group::Home,
            ("module", _) => Group::Course,
            (_, Some(_)) => Group::Units,
            ("exercise", _) => Group::Tools,
            ("plan", _) => Group::Plans,
            ("session" | "pathway", _) => Group::Guides,
            _ if !audience.is_empty() && !audience.meets(beyond) => Group::Course,
            _ => Group::Information,
        }
    }

    /// The place of the module that a page is or, by the beginning of its id, belongs to: `m1-handout` to `m1`.
    fn module_of(&self, id: &str) -> Option<usize> {
        let belongs = |module: &String| {
            id.strip_prefix(module.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        };
        self.project.modules().iter().position(belongs)
    }

    /// The programme in one of its languages alone.
    pub fn in_language(&self, code: &str) -> Programme {
        let Some(at) = self.project.languages.iter().position(|language| language.code == code) else {
            return Programme::default();
        };
        let alone = |page: &Arc<Page>| {
            let translations = vec![page.translations[at].clone()];
            Arc::new(Page { translations, ..(**page).clone() })
        };
        let project =
            Project { languages: vec![self.project.languages[at].clone()], ..(*self.project).clone() };
        let mut programme = Programme {
            project: Arc::new(project),
            fragments: self.fragments.iter().map(|(id, page)| (id.clone(), alone(page))).collect(),
            media: self.media.clone(),
            ..Programme::default()
        };
        programme.arrange(self.pages.iter().map(alone).filter(|page| page.first().is_some()).collect());
        programme
    }

    /// Some of its pages alone, as another project.
    pub fn part(&self, project: Project, is_in: impl Fn(&Page) -> bool) -> Programme {
        let mut programme = Programme {
            project: Arc::new(project),
            fragments: self.fragments.clone(),
            media: self.media.clone(),
            ..Programme::default()
        };
        programme.arrange(self.pages.iter().filter(|page| is_in(page)).cloned().collect());
        programme
    }
}
