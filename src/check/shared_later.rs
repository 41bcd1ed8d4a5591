//! `shared-later`: a task that was released as private and is now shared with the therapist, reported where it is shared.
//! What was written in private would be read.

use super::Beside;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::block::{Share, Task};
use crate::model::page::Page;
use crate::release::promise::tasks;

pub fn check(_: &Programme, beside: &Beside, page: &Page, found: &mut Vec<Diagnostic>) {
    let Some(lock) = beside.lock.filter(|_| !page.is_fragment()) else { return };
    let was_private = |task: &Task| {
        task.share == Share::Therapist
            && lock
                .tasks
                .get(&task.id.value)
                .is_some_and(|locked| locked.promise.share == Share::Private.name())
    };
    // Each language says for itself who reads the answer, and one of them is enough to give it away.
    for (_, text) in page.present() {
        for (task, group) in tasks(text) {
            // A check-in decides for its tasks, and is told once.
            if !was_private(task) || group.is_some_and(was_private) {
                continue;
            }
            let id = &task.id.value;
            let place = group.unwrap_or(task).share_at.within(&text.path);
            let message = message!("shared-later", id = id, version = lock.last_version());
            let fault = Diagnostic::new(Lint::SharedLater, place, message);
            let line = lock.place_of(id).into_iter();
            found.push(line.fold(fault, |fault, line| fault.related(line, message!("released-here"))));
        }
    }
}
