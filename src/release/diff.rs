//! What a release changes for readers and for the answers that they saved, and the version that it therefore needs.
//!
//! Two locks say it all: what was promised, and what would be. A person in the sixth week goes on with the answers of the
//! first, so what would orphan one, or read it as something it was not, is a major change; what only adds is a minor one; words are
//! a patch. A version of 0.x gets no exceptions.

use std::collections::{BTreeMap, BTreeSet};

use super::lock::{Lock, LockedPage, LockedTask};
use super::promise::Answer;
use crate::diag::Message;
use crate::message;

/// The part of a version that has to grow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bump {
    Patch,
    Minor,
    Major,
}

impl Bump {
    pub fn name(self) -> &'static str {
        match self {
            Bump::Patch => "patch",
            Bump::Minor => "minor",
            Bump::Major => "major",
        }
    }

    /// The version after `version`, which is three numbers; what is none counts as 0.
    pub fn after(self, version: &str) -> String {
        let mut numbers = version.split('.').map(|number| number.parse::<u64>().unwrap_or(0));
        let mut next = || numbers.next().unwrap_or(0);
        let (major, minor, patch) = (next(), next(), next());
        match self {
            Bump::Patch => format!("{major}.{minor}.{}", patch + 1),
            Bump::Minor => format!("{major}.{}.0", minor + 1),
            Bump::Major => format!("{}.0.0", major + 1),
        }
    }
}

/// One thing that is otherwise than it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub bump: Bump,
    /// What is said of it: `diff-task-gone` …
    pub message: Message,
}

/// What a release would change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    /// The gravest first; those of one weight in the order of whole, pages, tasks, patterns, and of ids.
    pub changes: Vec<Change>,
    /// Texts, a page in one language each, whose words have changed or are new.
    pub texts: usize,
    /// Tasks of which anything but words has changed.
    pub tasks: usize,
}

impl Diff {
    /// What a programme that promised `before` changes by promising `now`. An id that is gone is
    /// excused by a row under `retired` in `now` that names another of the same sort in its place.
    pub fn between(before: &Lock, now: &Lock) -> Diff {
        let mut found = Found { before, now, diff: Diff::default() };
        found.whole();
        found.pages();
        found.tasks();
        found.patterns();
        found.diff.changes.sort_by_key(|change| std::cmp::Reverse(change.bump));
        found.diff
    }

    /// The part of the version that must grow; a release that changes no promise is a patch.
    pub fn bump(&self) -> Bump {
        self.changes.iter().map(|change| change.bump).max().unwrap_or(Bump::Patch)
    }
}

struct Found<'a> {
    before: &'a Lock,
    now: &'a Lock,
    diff: Diff,
}

impl Found<'_> {
    fn add(&mut self, bump: Bump, message: Message) {
        self.diff.changes.push(Change { bump, message });
    }

    fn whole(&mut self) {
        let (before, now) = (self.before, self.now);
        if before.schedule != now.schedule {
            self.add(Bump::Major, message!("diff-schedule"));
        }
        let (gone, new) = apart(&before.languages, &now.languages);
        gone.for_each(|code| self.add(Bump::Major, message!("diff-language-gone", language = code)));
        new.for_each(|code| self.add(Bump::Minor, message!("diff-language-added", language = code)));
        // Locks that were written before editions were have none.
        if !before.editions.is_empty() {
            let (gone, new) = apart(&before.editions, &now.editions);
            gone.for_each(|name| self.add(Bump::Major, message!("diff-edition-gone", edition = name)));
            new.for_each(|name| self.add(Bump::Minor, message!("diff-edition-added", edition = name)));
        }
    }

    fn pages(&mut self) {
        let (before, now) = (self.before, self.now);
        for (id, was) in &before.pages {
            match now.pages.get(id) {
                Some(is) => self.page(id, was, is),
                None => match now.replacements(id).find(|by| now.pages.contains_key(*by)) {
                    Some(by) => self.add(Bump::Minor, message!("diff-page-replaced", id = id, by = by)),
                    None => self.add(Bump::Major, message!("diff-page-gone", id = id)),
                },
            }
        }
        for (id, page) in now.pages.iter().filter(|(id, _)| !before.pages.contains_key(*id)) {
            self.diff.texts += page.meaning.len();
            self.add(Bump::Minor, message!("diff-page-added", id = id, kind = page.kind));
        }
    }

    fn page(&mut self, id: &str, was: &LockedPage, is: &LockedPage) {
        if was.kind != is.kind {
            self.add(Bump::Major, message!("diff-page-kind", id = id, was = was.kind, is = is.kind));
        }
        let (lost, won) = apart(&was.audience, &is.audience);
        let (lost, won) = (lost.collect::<Vec<_>>().join(", "), won.collect::<Vec<_>>().join(", "));
        if !lost.is_empty() {
            self.add(Bump::Major, message!("diff-audience-narrowed", id = id, audience = lost));
        }
        if !won.is_empty() {
            self.add(Bump::Minor, message!("diff-audience-widened", id = id, audience = won));
        }
        if was.unit != is.unit {
            let unit = |unit: Option<u32>| unit.map_or("none".into(), |unit| unit.to_string());
            let message = message!("diff-page-unit", id = id, was = unit(was.unit), is = unit(is.unit));
            self.add(Bump::Patch, message);
        }
        let reworded: Vec<&str> = languages_apart(&was.meaning, &is.meaning);
        if !reworded.is_empty() {
            self.diff.texts += reworded.len();
            self.add(Bump::Patch, message!("diff-words", id = id, languages = reworded.join(", ")));
        }
    }

    fn tasks(&mut self) {
        let (before, now) = (self.before, self.now);
        for (id, was) in &before.tasks {
            let changes = self.diff.changes.len();
            match now.tasks.get(id) {
                Some(is) => self.task(id, was, is),
                None => {
                    let alike = |by: &&str| {
                        now.tasks.get(*by).is_some_and(|is| is_alike(&was.promise.answer, &is.promise.answer))
                    };
                    match now.replacements(id).find(alike) {
                        Some(by) => self.add(Bump::Minor, message!("diff-task-replaced", id = id, by = by)),
                        None => self.add(Bump::Major, message!("diff-task-gone", id = id)),
                    }
                }
            }
            self.diff.tasks += usize::from(self.diff.changes.len() > changes);
        }
        for (id, task) in now.tasks.iter().filter(|(id, _)| !before.tasks.contains_key(*id)) {
            self.diff.tasks += 1;
            let added =
                message!("diff-task-added", id = id, kind = task.promise.kind, page = task.promise.page);
            self.add(Bump::Minor, added);
        }
    }

    fn task(&mut self, id: &str, was: &LockedTask, is: &LockedTask) {
        let (before, now) = (&was.promise, &is.promise);
        if before.kind != now.kind {
            self.add(Bump::Major, message!("diff-task-kind", id = id, was = before.kind, is = now.kind));
            return;
        }
        if before.page != now.page {
            self.add(Bump::Minor, message!("diff-task-moved", id = id, was = before.page, is = now.page));
        }
        match (before.share.as_str(), now.share.as_str()) {
            (was, is) if was == is => {}
            (_, "private") => self.add(Bump::Minor, message!("diff-task-private", id = id)),
            _ => self.add(Bump::Major, message!("diff-task-shared", id = id)),
        }
        let said = |words: &Option<String>| words.clone().unwrap_or("once".into());
        if before.every != now.every {
            // With `every` what is saved is a list of dated answers, without it one answer.
            let grave = before.every.is_some() != now.every.is_some();
            let bump = if grave { Bump::Major } else { Bump::Minor };
            let (was, is) = (said(&before.every), said(&now.every));
            self.add(bump, message!("diff-task-every", id = id, was = was, is = is));
        }
        if before.when != now.when {
            self.add(Bump::Minor, message!("diff-task-when", id = id, is = said(&now.when)));
        }
        if before.minutes != now.minutes {
            self.add(Bump::Patch, message!("diff-task-minutes", id = id));
        }
        self.answer(id, &before.answer, &now.answer);
        for (question, right) in &was.right {
            // A question that is gone is told as such.
            if is.right.get(question).is_some_and(|is| !is_same(right, is)) {
                self.add(Bump::Major, message!("diff-right", id = id, question = question));
            }
        }
        let reworded = languages_apart(&was.words, &is.words);
        if !reworded.is_empty() {
            self.add(Bump::Minor, message!("diff-anchors", id = id, languages = reworded.join(", ")));
        }
    }

    fn answer(&mut self, id: &str, was: &Answer, is: &Answer) {
        match (was, is) {
            (Answer::Number { from, to, step }, Answer::Number { from: first, to: last, step: by })
                if (from, to, step) != (first, last, by) =>
            {
                let (was, is) = (format!("{from}–{to}/{step}"), format!("{first}–{last}/{by}"));
                self.add(Bump::Major, message!("diff-scale", id = id, was = was, is = is));
            }
            (Answer::Options { many, options }, Answer::Options { many: now, options: left }) => {
                if many != now {
                    self.add(Bump::Major, message!("diff-many", id = id));
                }
                self.parts(id, "option", options, left);
            }
            (Answer::Rows { columns, rows }, Answer::Rows { columns: left, rows: now }) => {
                if rows != now {
                    self.add(Bump::Minor, message!("diff-rows", id = id, was = rows, is = now));
                }
                self.parts(id, "column", columns, left);
            }
            (Answer::Quiz { questions, pass }, Answer::Quiz { questions: left, pass: now }) => {
                if pass != now {
                    let percent = |pass: &Option<u32>| pass.map_or("none".into(), |pass| pass.to_string());
                    let (was, is) = (percent(pass), percent(now));
                    self.add(Bump::Major, message!("diff-pass", id = id, was = was, is = is));
                }
                let ids = |questions: &BTreeMap<String, _>| questions.keys().cloned().collect::<Vec<_>>();
                self.parts(id, "question", &ids(questions), &ids(left));
                for (question, options) in questions {
                    if let Some(left) = left.get(question) {
                        self.parts(question, "option", options, left);
                    }
                }
            }
            // The tasks of a check-in are told one by one.
            _ => {}
        }
    }

    /// Options, columns or questions that are gone or new. Their order is not promised.
    fn parts(&mut self, id: &str, sort: &str, was: &[String], is: &[String]) {
        let (gone, new) = apart(was, is);
        gone.for_each(|part| {
            self.add(Bump::Major, message!("diff-part-gone", id = id, sort = sort, part = part))
        });
        new.for_each(|part| {
            self.add(Bump::Minor, message!("diff-part-added", id = id, sort = sort, part = part))
        });
    }

    fn patterns(&mut self) {
        let (before, now) = (self.before, self.now);
        for (id, was) in &before.patterns {
            let Some(is) = now.patterns.get(id) else {
                match now.replacements(id).find(|by| now.patterns.contains_key(*by)) {
                    Some(by) => self.add(Bump::Minor, message!("diff-pattern-replaced", id = id, by = by)),
                    None => self.add(Bump::Major, message!("diff-pattern-gone", id = id)),
                }
                continue;
            };
            let said = |it: &super::lock::Pattern| {
                format!("{}–{}–{}–{} × {}", it.inhale, it.hold, it.exhale, it.rest, it.rounds)
            };
            if said(was) != said(is) {
                self.add(Bump::Major, message!("diff-pattern", id = id, was = said(was), is = said(is)));
            }
            if was.page != is.page {
                self.add(Bump::Minor, message!("diff-pattern-moved", id = id, was = was.page, is = is.page));
            }
        }
        for id in now.patterns.keys().filter(|id| !before.patterns.contains_key(*id)) {
            self.add(Bump::Minor, message!("diff-pattern-added", id = id));
        }
    }
}

/// What the first list alone has, and what the second alone has, each in its own order.
fn apart<'a>(
    was: &'a [String],
    is: &'a [String],
) -> (impl Iterator<Item = &'a str>, impl Iterator<Item = &'a str>) {
    let only = |these: &'a [String], others: &'a [String]| {
        let others: BTreeSet<&String> = others.iter().collect();
        these.iter().filter(move |part| !others.contains(part)).map(String::as_str)
    };
    (only(was, is), only(is, was))
}

/// The languages whose hash is new or another; one that is gone is told of the whole.
fn languages_apart<'a>(was: &BTreeMap<String, String>, is: &'a BTreeMap<String, String>) -> Vec<&'a str> {
    is.iter().filter(|(code, hash)| was.get(*code) != Some(*hash)).map(|(code, _)| code.as_str()).collect()
}

/// Whether two lists hold the same, in any order.
fn is_same(one: &[String], other: &[String]) -> bool {
    let (mut gone, mut new) = apart(one, other);
    gone.next().is_none() && new.next().is_none()
}

/// Whether two answers are of one type.
fn is_alike(one: &Answer, other: &Answer) -> bool {
    std::mem::discriminant(one) == std::mem::discriminant(other)
}
