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
pub fn check_headings(_: &Programme, _: &Beside, page: &Page, found: &mut Vec<Diagnostic>) {
    page.present().for_each(|(_, text)| anchors(&text.mentions.anchors, &text.path, found));
}

/// The names that pages share with each other.
pub fn check(programme: &Programme, _: &Beside, found: &mut Vec<Diagnostic>) {
    found.extend(programme.given_twice().map(|(id, here, first)| {
        let fault = Diagnostic::new(Lint::DuplicateId, here, message!("duplicate-id", id = id));
        fault.related(first, message!("first-here"))
    }));
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
