//! A tree to a [`Programme`]: every file read by itself, then paired with its twins. What is the same as the last time is not
//! read again.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::classifier::Classifier;
use super::lang::Language;
use super::meaning::{Meanings, unasked};
use super::names::{Arranged, Names};
use super::page::{self, Page, Translation};
use super::project::{self, FILE, Project};
use super::surroundings::Surroundings;
use super::{Programme, link, locale};
use crate::diag::{Diagnostic, Lint, Outcome};
use crate::message;
use crate::source::memo::{Memo, Same};
use crate::source::{Content, Path, Span, Tree};
use crate::syntax;

/// What reading keeps for the next time.
#[derive(Default)]
pub struct Kept {
    project: Memo<(), Vec<(Path, Bytes)>, Arc<Outcome<ReadProject>>>,
    /// What a file says.
    files: Memo<Path, Bytes, Arc<Outcome<Option<Arc<Translation>>>>>,
    /// By id.
    pages: Memo<String, Texts, Option<Arc<Page>>>,
    arranged: Memo<(), Surroundings, Arranged>,
    meanings: Memo<String, (Same<Names>, Same<Page>), Meanings>,
}

type Bytes = Arc<[u8]>;

/// A project, and whether its YAML could be read at all.
type ReadProject = (Arc<Project>, bool);

/// A page's translations, by language.
type Texts = Vec<Option<Same<Translation>>>;

/// Reads a tree as a programme.
pub fn read(tree: &Tree) -> Outcome<Programme> {
    read_again(tree, &mut Kept::default())
}

/// As [`read`]. Pages that say what they said the last time are the same pages, by their `Arc`s too.
pub fn read_again(tree: &Tree, kept: &mut Kept) -> Outcome<Programme> {
    let read = kept.project.one(asked_of_project(tree), |_| Arc::new(project(tree)));
    let ((project, readable), mut found) = (read.value.clone(), read.diagnostics.clone());
    for path in tree.decomposed() {
        let message = message!("path-not-nfc", path = path);
        found.push(Diagnostic::new(Lint::PathNotNfc, Span::default().within(path), message));
    }
    if !readable {
        return Outcome { value: Programme::default(), diagnostics: found };
    }
    let outside = link::outside(tree);
    for path in &outside {
        let message = message!("external-resource-link", path = path);
        found.push(Diagnostic::new(Lint::ExternalResource, Span::default().within(path), message));
    }
    let (languages, files): (Vec<usize>, Vec<(&Path, Bytes)>) = files(tree, &project).unzip();
    let texts = kept.files.each(files, |path, bytes| {
        let sheet = syntax::read(path, bytes);
        let mut text = page::lower(path, sheet.value);
        text.diagnostics.splice(0..0, sheet.diagnostics);
        Arc::new(text)
    });
    let mut programme = Programme {
        media: Arc::new(link::media_files(tree)),
        outside: Arc::new(outside),
        project,
        ..Programme::default()
    };
    let mut pairs = Pairs::default();
    for (language, text) in languages.into_iter().zip(&texts) {
        found.extend(text.diagnostics.iter().cloned());
        match &text.value {
            Some(text) => found.extend(pairs.add(programme.project.languages.len(), language, text)),
            None => drop(programme.nameless.insert(language)),
        }
    }
    let pages = kept.pages.each(pairs.pages, |id, texts| Page::of(id, texts).map(Arc::new));
    let (fragments, pages): (Vec<_>, Vec<_>) =
        pages.into_iter().flatten().partition(|page| page.is_fragment());
    programme.fragments = fragments.into_iter().map(|page| (page.id.clone(), page)).collect();
    programme.pages = pages;
    programme.put(&kept.arranged.one(Surroundings::of(&programme), |_| programme.arranged()));
    let asked = programme.pages.iter().map(|page| (&*page.id, (programme.around(), Same(page.clone()))));
    programme.meanings = kept.meanings.each(asked.collect(), |_, (_, Same(page))| unasked(page));
    Outcome { value: programme, diagnostics: found }
}

/// All that `programme.yaml` and its languages are read from.
fn asked_of_project(tree: &Tree) -> Vec<(Path, Bytes)> {
    let programme = Path::new(FILE);
    let own = tree.get(&programme).and_then(|content| match content {
        Content::Bytes(bytes) => Some((programme.clone(), bytes.clone())),
        _ => None,
    });
    own.into_iter().chain(tree.texts_below("i18n")).collect()
}

fn project(tree: &Tree) -> Outcome<ReadProject> {
    let Outcome { value: (mut project, readable), diagnostics: mut found } = project::read(tree);
    let locale = |language: &mut Language| {
        let mut found = Vec::new();
        language.locale = Arc::new(locale::read(tree, &language.code, &mut found));
        found
    };
    found.extend(project.languages.par_iter_mut().flat_map_iter(locale).collect::<Vec<_>>());
    project.classifier = Classifier::learn(&project.languages);
    Outcome { value: (Arc::new(project), readable), diagnostics: found }
}

/// The page files of every language, in order of language and path.
fn files<'a>(tree: &'a Tree, project: &'a Project) -> impl Iterator<Item = (usize, (&'a Path, Bytes))> {
    project.languages.iter().enumerate().flat_map(|(language, row)| {
        let there = tree.below(&format!("content/{}", row.code));
        there.filter_map(move |(path, content)| match content {
            Content::Bytes(bytes) if path.ends_in("md") => Some((language, (path, bytes.clone()))),
            _ => None,
        })
    })
}

/// Texts beside their twins.
#[derive(Default)]
struct Pairs<'a> {
    pages: Vec<(&'a str, Texts)>,
    /// Where among them an id stands.
    places: FxHashMap<&'a str, usize>,
}

impl<'a> Pairs<'a> {
    /// Puts a text beside its twins. Where its page is in that language already, it is told.
    fn add(&mut self, languages: usize, language: usize, text: &'a Arc<Translation>) -> Option<Diagnostic> {
        let place = *self.places.entry(&text.id.value).or_insert_with(|| {
            self.pages.push((&text.id.value, vec![None; languages]));
            self.pages.len() - 1
        });
        match &mut self.pages[place].1[language] {
            none @ None => {
                *none = Some(Same(text.clone()));
                None
            }
            Some(Same(first)) => {
                let message = message!("duplicate-id", id = text.id.value);
                let fault = Diagnostic::new(Lint::DuplicateId, text.id.span.within(&text.path), message);
                Some(fault.related(first.id.span.within(&first.path), message!("first-here")))
            }
        }
    }
}

impl Page {
    /// What the first whole translation says of a page holds; where none is whole, the first. Without any there is no page.
    fn of(id: &str, texts: &Texts) -> Option<Page> {
        let present = || texts.iter().flatten().map(|Same(text)| text);
        let first = present().find(|text| text.whole).or_else(|| present().next())?;
        let translations = texts.iter().map(|text| text.as_ref().map(|Same(text)| text.clone())).collect();
        Some(Page { id: id.into(), facts: first.facts.clone(), translations })
    }
}
