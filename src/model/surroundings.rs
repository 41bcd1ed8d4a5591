//! What a page shows to the rest of its programme: its names and titles, and what its front matter says. Nothing else of it is
//! seen from another page's text, but for fragments, which are read whole where they are included.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::Programme;
use super::audience::Readers;
use super::meaning::part_title;
use super::page::{Facts, Page};
use super::project::Project;
use crate::source::{Media, Path, Span};

/// Everything that a text's meaning may hang on beside the text, and with it where names stand and in which order pages are read.
pub struct Surroundings {
    project: Arc<Project>,
    pages: Vec<Arc<Page>>,
    fragments: Vec<Arc<Page>>,
    media: Arc<HashMap<Path, Media>>,
    outside: Arc<BTreeSet<Path>>,
    nameless: BTreeSet<usize>,
}

impl Surroundings {
    pub fn of(programme: &Programme) -> Surroundings {
        Surroundings {
            project: programme.project.clone(),
            pages: programme.pages.clone(),
            fragments: programme.fragments.values().cloned().collect(),
            media: programme.media.clone(),
            outside: programme.outside.clone(),
            nameless: programme.nameless.clone(),
        }
    }
}

impl PartialEq for Surroundings {
    /// Whether a text that is the same means the same in both. Pages that were not read anew are known by their `Arc`s.
    fn eq(&self, other: &Surroundings) -> bool {
        let all = |a: &[Arc<Page>], b: &[Arc<Page>], alike: fn(&Arc<Page>, &Arc<Page>) -> bool| {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| Arc::ptr_eq(a, b) || alike(a, b))
        };
        Arc::ptr_eq(&self.project, &other.project)
            && all(&self.fragments, &other.fragments, |_, _| false)
            && all(&self.pages, &other.pages, |a, b| Face::of(a) == Face::of(b))
            && self.outside == other.outside
            && self.nameless == other.nameless
            && self.media == other.media
    }
}

/// What is seen of a page from elsewhere.
#[derive(PartialEq)]
struct Face<'a> {
    id: &'a str,
    facts: &'a Facts,
    texts: Vec<Option<TextFace<'a>>>,
}

/// What is seen of it in one language.
#[derive(PartialEq)]
struct TextFace<'a> {
    path: &'a Path,
    title: &'a str,
    facts: &'a Facts,
    /// Ids of tasks, questions and exercises, each with the title that a link to it reads as.
    parts: Vec<(&'a str, Option<String>)>,
    anchors: Vec<&'a str>,
    /// Names that only some readers see.
    guarded: &'a [(Box<str>, Box<[Readers]>)],
    /// What messages about other pages point at.
    places: [Option<Span>; 3],
}

impl Face<'_> {
    fn of(page: &Page) -> Face<'_> {
        let text = |language| {
            let text = page.in_language(language)?;
            let part = |id: &'_ str| part_title(page, id, language);
            Some(TextFace {
                path: &text.path,
                title: &text.title.value,
                facts: &text.facts,
                parts: text.mentions.ids.iter().map(|id| (id.value.as_str(), part(&id.value))).collect(),
                anchors: text.mentions.anchors.iter().map(|anchor| anchor.value.as_str()).collect(),
                guarded: &text.mentions.guarded,
                places: [Some(text.id.span), text.place_of("draft"), text.place_of("audience")],
            })
        };
        Face { id: &page.id, facts: &page.facts, texts: (0..page.translations.len()).map(text).collect() }
    }
}
