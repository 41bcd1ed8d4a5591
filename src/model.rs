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
mod names;
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

use crate::source::{Media, Path};
use meaning::Meanings;
pub use names::Names;
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
    /// Beside `pages`.
    meanings: Vec<Meanings>,
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

    /// Whether it is put into other pages, and is none that is read by itself.
    pub fn is_fragment(&self) -> bool {
        self.facts.kind.name == "fragment"
    }
}

impl Programme {
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

    /// Every page and fragment.
    pub fn everything(&self) -> impl Iterator<Item = &Page> {
        self.shared().map(|page| &**page)
    }

    /// As [`Programme::everything`], to keep.
    pub fn shared(&self) -> impl Iterator<Item = &Arc<Page>> {
        self.pages.iter().chain(self.fragments.values())
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
