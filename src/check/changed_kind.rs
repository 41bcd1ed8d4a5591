//! `changed-kind`: a released page or task that has become one of another kind, reported where its kind is now said, with
//! its line in `programme.lock`.

use super::Beside;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::page::Page;
use crate::release::lock::Lock;
use crate::release::promise::tasks;
use crate::source::Place;

pub fn check(_: &Programme, beside: &Beside, page: &Page, found: &mut Vec<Diagnostic>) {
    let Some(lock) = beside.lock else { return };
    let Some(text) = page.first().filter(|text| text.whole) else { return };
    let place = text.place_of("kind").unwrap_or(text.id.span).within(&text.path);
    if let Some(locked) = lock.pages.get(&page.id) {
        compare(lock, &page.id, (&locked.kind, page.facts.kind.name), place, found);
    }
    for (task, _) in tasks(text) {
        if let Some(locked) = lock.tasks.get(&task.id.value) {
            let place = task.id.span.within(&text.path);
            compare(lock, &task.id.value, (&locked.promise.kind, task.name), place, found);
        }
    }
}

fn compare(lock: &Lock, id: &str, (was, is): (&str, &str), place: Place, found: &mut Vec<Diagnostic>) {
    if was == is {
        return;
    }
    let version = lock.last_version();
    let message = message!("changed-kind", id = id, was = was, is = is, version = version);
    let fault = Diagnostic::new(Lint::ChangedKind, place, message);
    found.push(
        lock.place_of(id)
            .into_iter()
            .fold(fault, |fault, line| fault.related(line, message!("released-here"))),
    );
}
