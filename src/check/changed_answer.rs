//! `changed-answer`: a released task whose saved answers would no longer be read as they were meant: another scale, an
//! option, column or question that is gone, one answer where there was a list of them, another right answer. Reported at
//! the task's id (a question's where it is the question), with its line in `programme.lock`.
//!
//! What makes a release major without touching what is saved (a pass mark, a breathing pattern, the schedule) is for
//! `andrum diff`. A task of another kind is `changed-kind`.

use std::collections::BTreeMap;

use super::Beside;
use crate::diag::{Diagnostic, Lint, Message};
use crate::message;
use crate::model::Programme;
use crate::model::block::{self, Task};
use crate::model::page::Page;
use crate::release::lock::LockedTask;
use crate::release::promise::{Answer, tasks};
use crate::source::Span;

pub fn check(_: &Programme, beside: &Beside, page: &Page, found: &mut Vec<Diagnostic>) {
    let Some(lock) = beside.lock.filter(|_| !page.is_fragment()) else { return };
    let Some(text) = page.first().filter(|text| text.sound) else { return };
    for (task, _) in tasks(text) {
        let id = &task.id.value;
        let Some(locked) = lock.tasks.get(id).filter(|locked| locked.promise.kind == task.name) else {
            continue;
        };
        for (span, message) in changes(task, locked) {
            let fault = Diagnostic::new(Lint::ChangedAnswer, span.within(&text.path), message);
            let line = lock.place_of(id).into_iter();
            found.push(line.fold(fault, |fault, line| fault.related(line, message!("released-here"))));
        }
    }
}

fn changes(task: &Task, locked: &LockedTask) -> Vec<(Span, Message)> {
    let (id, span) = (&task.id.value, task.id.span);
    let mut changes = Vec::new();
    let every = |every: &Option<String>| every.clone().unwrap_or("once".into());
    if locked.promise.every.is_some() != task.every.is_some() {
        let (was, is) = (every(&locked.promise.every), every(&task.every));
        changes.push((span, message!("changed-answer-every", id = id, was = was, is = is)));
    }
    match (&locked.promise.answer, Answer::of(task)) {
        (Answer::Number { from, to, step }, Answer::Number { from: first, to: last, step: by })
            if (*from, *to, *step) != (first, last, by) =>
        {
            let was = format!("from={from} to={to} step={step}");
            let is = format!("from={first} to={last} step={by}");
            changes.push((span, message!("changed-answer-scale", id = id, was = was, is = is)));
        }
        (Answer::Options { many, options }, Answer::Options { many: now, options: left }) => {
            if *many != now {
                let (was, is) = (many.to_string(), now.to_string());
                changes.push((span, message!("changed-answer-many", id = id, was = was, is = is)));
            }
            changes.extend(gone(options, &left).map(|part| (span, lost(id, "option", part))));
        }
        (Answer::Rows { columns, .. }, Answer::Rows { columns: left, .. }) => {
            changes.extend(gone(columns, &left).map(|part| (span, lost(id, "column", part))));
        }
        (Answer::Quiz { questions, .. }, Answer::Quiz { questions: left, .. }) => {
            let asked: Vec<String> = questions.keys().cloned().collect();
            let still: Vec<String> = left.keys().cloned().collect();
            changes.extend(gone(&asked, &still).map(|part| (span, lost(id, "question", part))));
            changes.extend(answers(task, questions, locked));
        }
        _ => {}
    }
    changes
}

/// What has changed in the questions that are still asked.
fn answers(task: &Task, before: &BTreeMap<String, Vec<String>>, locked: &LockedTask) -> Vec<(Span, Message)> {
    let block::Answer::Quiz { questions, .. } = &task.answer else { return Vec::new() };
    let mut changes = Vec::new();
    for question in questions {
        let (id, span) = (&question.id.value, question.id.span);
        let ids = |right: bool| -> Vec<String> {
            let options = question.options.iter().filter(|option| option.right || !right);
            options.map(|option| option.id.value.clone()).collect()
        };
        if let Some(options) = before.get(id) {
            changes.extend(gone(options, &ids(false)).map(|part| (span, lost(id, "option", part))));
        }
        let sorted = |mut ids: Vec<String>| {
            ids.sort();
            ids
        };
        if let Some(right) = locked.right.get(id).cloned().map(sorted)
            && right != sorted(ids(true))
        {
            changes.push((span, message!("changed-answer-right", id = id, was = right.join(", "))));
        }
    }
    changes
}

fn gone<'a>(before: &'a [String], now: &'a [String]) -> impl Iterator<Item = &'a String> {
    before.iter().filter(|part| !now.contains(part))
}

fn lost(id: &str, what: &str, part: &str) -> Message {
    message!("changed-answer-removed", id = id, what = what, part = part)
}
