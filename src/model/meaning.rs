//! The hash of meaning: the same for a page however its lines are broken, its words marked or its links written; another
//! when a word, an attribute, a link's target or a picture changes.
//!
//! There are two. An approval hangs on what a reader meets, [`of`]: facts and fragments filled in. A translation hangs on
//! what its source page says itself, [`raw`]: facts and fragments by their names, so that a number that changes for all makes
//! nobody translate this page again. In both a bare link counts by its id: a title is its own page's.
//!
//! `m1` names the algorithm: SHA-256 over the canonical form below, its first eight hexadecimal digits.

mod canonical;

use std::sync::{Arc, OnceLock};

use super::Programme;
use super::block::{Answer, Block, Kind, Task};
use super::link::Target;
use super::page::{Page, Translation};
use super::prose::{Fill, plain};
use crate::source::{Path, Span, sha256};
use canonical::Canonical;

/// The hash that approvals, the lock and apps go by: the page as the programme given shows it, facts and fragments filled
/// in. Where the programme is not an edition's, what stands in `only` counts with its audience.
pub fn of(programme: &Programme, language: usize, translation: &Translation) -> String {
    let fill = Filled { programme, language, from: &translation.path };
    name(&Canonical::of(programme, translation, Some(fill)).text)
}

/// The hash that a translation remembers of its source, in `translated.at`.
pub fn raw(programme: &Programme, translation: &Translation) -> String {
    name(&Canonical::of(programme, translation, None).text)
}

/// What [`of`] makes of a page in each language, hashed when it is first asked for.
pub(super) type Meanings = Arc<[OnceLock<String>]>;

/// Those of a page before anyone has asked.
pub(super) fn unasked(page: &Page) -> Meanings {
    page.translations.iter().map(|_| OnceLock::new()).collect()
}

impl Programme {
    /// As [`of`], hashed once for all who ask, and not again while neither the text nor anything around it changes.
    pub fn meaning(&self, language: usize, text: &Translation) -> String {
        let kept = || {
            let at = self.place_at(&text.path)?;
            let is_own = std::ptr::eq(self.pages[at].in_language(language)?, text);
            self.meanings.get(at)?.get(language).filter(|_| is_own)
        };
        match kept() {
            Some(kept) => kept.get_or_init(|| of(self, language, text)).clone(),
            None => of(self, language, text),
        }
    }
}

/// A key, a paragraph, a row, the head of a block: the least that is said to have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is, alike in every language: `title`, `p`, `h2`, `option jaw`.
    pub what: String,
    /// Where its words stand; empty where a key is left out.
    pub span: Span,
    pub hash: String,
}

/// What [`raw`] is the hash of, piece by piece in reading order.
pub fn pieces(programme: &Programme, translation: &Translation) -> Vec<Piece> {
    let Canonical { text, marks, .. } = Canonical::in_pieces(programme, translation);
    let marks = marks.unwrap_or_default();
    let ends = marks.iter().skip(1).map(|mark| mark.at).chain([text.len()]);
    let slices = marks.iter().zip(ends).map(|(mark, end)| &text[mark.at..end]);
    slices
        .zip(&marks)
        .map(|(slice, mark)| Piece { what: mark.what.clone(), span: mark.span, hash: name(slice) })
        .collect()
}

/// The hash of what the points of a scale are called in a language; none where it has no words.
pub fn anchors(
    programme: &Programme,
    language: usize,
    translation: &Translation,
    task: &Task,
) -> Option<String> {
    let Answer::Number { anchors, .. } = &task.answer else { return None };
    let fill = Filled { programme, language, from: &translation.path };
    let rows = anchors.iter().map(|(at, words)| format!("{at} {}\n", plain(words, &fill)));
    (!anchors.is_empty()).then(|| name(&rows.collect::<String>()))
}

fn name(canonical: &str) -> String {
    format!("m1-{}", &sha256(canonical.as_bytes())[..8])
}

/// The words of facts and of bare links, as a programme knows them.
pub struct Filled<'a> {
    pub programme: &'a Programme,
    pub language: usize,
    pub from: &'a Path,
}

impl Fill for Filled<'_> {
    fn fact(&self, name: &str) -> String {
        self.programme.fact_in(self.from, name).unwrap_or(name).into()
    }

    fn title(&self, destination: &str) -> String {
        let target = self.programme.target(self.from, crate::syntax::ast::LinkForm::Bare, destination);
        match target {
            Target::Page(page, _) => title(page, self.language).unwrap_or(destination).into(),
            Target::Part(page, id) => {
                part_title(page, id, self.language).unwrap_or_else(|| destination.into())
            }
            _ => destination.into(),
        }
    }
}

/// A page's title in a language.
pub fn title(page: &Page, language: usize) -> Option<&str> {
    page.in_language(language).map(|translation| translation.title.value.as_str())
}

/// The title of a task or exercise on a page; the page's own where it has none.
pub fn part_title(page: &Page, id: &str, language: usize) -> Option<String> {
    fn find(blocks: &[Block], id: &str) -> Option<String> {
        blocks.iter().find_map(|block| {
            let own = match &block.kind {
                Kind::Task(task) => task_title(task, id),
                Kind::Breathing(part) if part.id.value == id => Some(part.title.value.clone()),
                Kind::Body(part) if part.id.value == id => Some(part.title.value.clone()),
                _ => None,
            };
            own.or_else(|| block.children().into_iter().find_map(|blocks| find(blocks, id)))
        })
    }
    fn task_title(task: &Task, id: &str) -> Option<String> {
        if task.id.value == id {
            return Some(task.title.value.clone());
        }
        match &task.answer {
            Answer::Group { tasks, .. } => tasks.iter().find_map(|task| task_title(task, id)),
            _ => None,
        }
    }
    let translation = page.in_language(language)?;
    find(&translation.blocks, id)
        .filter(|title| !title.is_empty())
        .or_else(|| Some(translation.title.value.clone()))
}

impl Programme {
    /// The words of `facts.weeks` where the page at `path` says it: one for a single site says what is so there.
    pub fn fact_in(&self, path: &Path, name: &str) -> Option<&str> {
        let name = name.strip_prefix("facts.")?;
        let site = || match &self.page_at(path)?.facts.sites[..] {
            [site] => self.project.facts.get(&format!("{name}.{site}")),
            _ => None,
        };
        let own = if self.project.differing.contains(name) { site() } else { None };
        own.or_else(|| self.project.facts.get(name)).map(String::as_str)
    }
}
