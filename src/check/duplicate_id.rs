//! `duplicate-id`: pages, tasks, questions and exercises share one namespace; headings are named within their page.
//!
//! Two files with one id in one language are found when pages are paired.

use rustc_hash::FxHashMap;

use super::Beside;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::page::Page;
use crate::source::{Path, Span, Spanned};

/// The names of a page's headings.
pub fn check_headings(_: &Programme, page: &Page, found: &mut Vec<Diagnostic>) {
    page.present().for_each(|(_, text)| anchors(&text.mentions.anchors, &text.path, found));
}

/// The names that pages share with each other.
pub fn check(programme: &Programme, _: &Beside, found: &mut Vec<Diagnostic>) {
    for language in 0..programme.project.languages.len() {
        let mut holders: FxHashMap<&str, (&Path, Span)> =
            FxHashMap::with_capacity_and_hasher(programme.pages.len(), Default::default());
        let pages = || programme.everything().filter_map(|page| page.in_language(language));
        for translation in pages() {
            holders.insert(&translation.id.value, (&translation.path, translation.id.span));
        }
        for translation in pages() {
            for id in &translation.mentions.ids {
                match holders.get(id.value.as_str()) {
                    Some((path, span)) => found.push(twice(id, &translation.path, path, *span)),
                    None => drop(holders.insert(&id.value, (&translation.path, id.span))),
                }
            }
        }
    }
}

fn twice(id: &Spanned<String>, path: &Path, first: &Path, span: Span) -> Diagnostic {
    let message = message!("duplicate-id", id = id.value);
    Diagnostic::new(Lint::DuplicateId, id.span.within(path), message)
        .related(span.within(first), message!("first-here"))
}

fn anchors(anchors: &[Spanned<String>], path: &Path, found: &mut Vec<Diagnostic>) {
    let mut seen: FxHashMap<&str, Span> = FxHashMap::default();
    for anchor in anchors {
        match seen.get(anchor.value.as_str()) {
            Some(first) => {
                let message = message!("duplicate-id-anchor", anchor = anchor.value);
                let fault = Diagnostic::new(Lint::DuplicateId, anchor.span.within(path), message);
                found.push(fault.related(first.within(path), message!("first-here")));
            }
            None => drop(seen.insert(&anchor.value, anchor.span)),
        }
    }
}
