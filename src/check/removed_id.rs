//! `removed-id`: a page, task or breathing pattern that has been released and is no longer there, nor written down as
//! retired. Reported at its line in `programme.lock`, with the page it stood on.

use super::Beside;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::project::FILE;
use crate::release::lock::Lock;
use crate::source::{Path, Place, Span};

pub fn check(programme: &Programme, beside: &Beside, found: &mut Vec<Diagnostic>) {
    let Some(lock) = beside.lock else { return };
    let there = |id: &str| programme.page(id).is_some() || programme.fragments.contains_key(id);
    for id in lock.pages.keys().filter(|id| !there(id)) {
        report(programme, lock, id, None, found);
    }
    for id in lock.retired.keys() {
        again(programme, id, found);
    }
    let tasks = lock.tasks.iter().map(|(id, task)| (id, &task.promise.page));
    let patterns = lock.patterns.iter().map(|(id, pattern)| (id, &pattern.page));
    for (id, page) in tasks.chain(patterns) {
        // What went with its page is told there; what can't be read may be there all the same.
        let Some(page) = programme.page(page).filter(|page| page.present().all(|(_, text)| text.sound))
        else {
            continue;
        };
        if programme.page_of_part(id).is_none() {
            let title = page.first().map(|text| text.title.span.within(&text.path));
            report(programme, lock, id, title, found);
        }
    }
}

/// Reports an id that was taken out of use and names something again: answers saved under it were to something else.
fn again(programme: &Programme, id: &str, found: &mut Vec<Diagnostic>) {
    let page = programme.page(id).or(programme.page_of_part(id));
    let texts = page.into_iter().flat_map(|page| page.present()).map(|(_, text)| text);
    for text in texts {
        let part = text.mentions.ids.iter().find(|part| part.value == id);
        let place = part.map_or(text.id.span, |part| part.span).within(&text.path);
        found.push(Diagnostic::new(Lint::RemovedId, place, message!("removed-id-again", id = id)));
    }
}

fn report(programme: &Programme, lock: &Lock, id: &str, stood: Option<Place>, found: &mut Vec<Diagnostic>) {
    let place = || lock.place_of(id).unwrap_or_else(|| Span::default().within(&Path::new(FILE)));
    let version = lock.last_version();
    let mut fault = match lock.retired.get(id) {
        None => Diagnostic::new(Lint::RemovedId, place(), message!("removed-id", id = id, version = version)),
        Some(retired) => {
            let Some(replacement) = retired.replaced_by.as_deref() else { return };
            let is_there = |id: &str| programme.page(id).or(programme.page_of_part(id)).is_some();
            if lock.replacements(id).any(is_there) {
                return;
            }
            let message = message!("removed-id-replacement", id = id, replacement = replacement);
            Diagnostic::new(Lint::RemovedId, place(), message).nearest(replacement, programme.names(), false)
        }
    };
    if let Some(stood) = stood {
        fault = fault.related(stood, message!("stood-here"));
    }
    found.push(fault);
}
