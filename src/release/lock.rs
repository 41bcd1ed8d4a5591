//! `programme.lock`: every id ever released and what was promised of it. The tool writes it; people review it.
//!
//! [`Lock::of`] says what a programme promises as it stands; a release writes that down.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use crate::model::Programme;
use crate::model::block::{Answer, Block, Kind, Task};
use crate::model::meaning;
use crate::release::promise::{self, Answer as Promised, Promise};
use crate::source::{Lines, Path, Place, Span, Tree, sha256};
use crate::syntax::yaml::{self, Yaml};

/// The file's name.
pub const FILE: &str = "programme.lock";

/// Why a lock can't be read. Its line is counted from 1.
#[derive(Clone, Debug)]
pub struct Unreadable {
    pub line: usize,
    reason: String,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{FILE} can't be read: {}", self.reason)
    }
}

/// The lines above everything else in the file.
const HEAD: &str = "\
# What was released, and what saved answers hang on. `andrum release` writes this; review it like any change.
# An id that is taken out of use is written under `retired`, with the one that stands in its place: docs/versions.md.
";

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Lock {
    pub lock: u32,
    /// The public key of what signs releases, as minisign writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    pub languages: Vec<String>,
    pub editions: Vec<String>,
    pub schedule: Json,
    pub releases: Vec<Release>,
    pub pages: BTreeMap<String, LockedPage>,
    pub tasks: BTreeMap<String, LockedTask>,
    pub patterns: BTreeMap<String, Pattern>,
    pub retired: BTreeMap<String, Retired>,
    /// Where each id stands in the file it was read from.
    #[serde(skip)]
    places: BTreeMap<String, Span>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Release {
    pub version: String,
    pub date: String,
    pub digest: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LockedPage {
    pub kind: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub unit: Option<u32>,
    pub audience: Vec<String>,
    pub since: String,
    #[serde(default)]
    pub meaning: BTreeMap<String, String>,
}

/// A task as it was promised, a quiz's right answers, and by language the hash of what the points of a scale are called.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LockedTask {
    #[serde(flatten)]
    pub promise: Promise,
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub right: BTreeMap<String, Vec<String>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub words: BTreeMap<String, String>,
}

/// An id that was taken out of use. A person writes at most `replaced_by`; a release adds what the id had promised.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Retired {
    /// The kind of page or task, or `breathing`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<Promised>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// The first version without it.
    #[serde(rename = "in", skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<String>,
}

/// A breathing pattern; times in seconds.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Pattern {
    pub page: String,
    #[serde(rename = "in")]
    pub inhale: u32,
    pub hold: u32,
    #[serde(rename = "out")]
    pub exhale: u32,
    pub rest: u32,
    pub rounds: u32,
    pub since: String,
}

impl Lock {
    /// Reads the lock of a project; `None` before the first release.
    pub fn read(tree: &Tree) -> Result<Option<Lock>, Unreadable> {
        let Some(bytes) = tree.bytes(FILE) else { return Ok(None) };
        let text = crate::syntax::text(bytes);
        let yaml = yaml::parse_written(&text).map_err(|fault| {
            let line = Lines::new(&text).line(fault.span.start);
            Unreadable { line, reason: format!("line {line} is no YAML that andrum writes") }
        })?;
        let whole = |reason: String| Unreadable { line: 1, reason };
        let lock: Lock = serde_json::from_value(yaml.json()).map_err(|error| whole(error.to_string()))?;
        if lock.lock > 1 {
            return Err(whole("it was written by a newer andrum".into()));
        }
        let maps = ["pages", "tasks", "patterns"].into_iter().filter_map(|key| yaml.get(key));
        let ids = maps.flat_map(Yaml::pairs).map(|(id, _)| (id.value.clone(), id.span));
        Ok(Some(Lock { places: ids.collect(), ..lock }))
    }

    /// The file's text, an id a line, so that a review sees what changed.
    pub fn text(&self) -> String {
        let mut text = HEAD.to_string();
        for (key, value) in serde_json::to_value(self).unwrap_or_default().as_object().into_iter().flatten() {
            match value {
                Json::Object(rows) if key != "schedule" && !rows.is_empty() => {
                    text += &format!("{key}:\n");
                    for (id, row) in rows {
                        text += &format!("  {}: {}\n", yaml::word(id), yaml::flow(row));
                    }
                }
                Json::Array(rows) if key == "releases" && !rows.is_empty() => {
                    text += &format!("{key}:\n");
                    rows.iter().for_each(|row| text += &format!("  - {}\n", yaml::flow(row)));
                }
                _ => text += &format!("{key}: {}\n", yaml::flow(value)),
            }
        }
        text
    }

    /// Where an id that has been released stands in `programme.lock`.
    pub fn place_of(&self, id: &str) -> Option<Place> {
        self.places.get(id).map(|span| span.within(&Path::new(FILE)))
    }

    /// The version released last.
    pub fn last_version(&self) -> &str {
        self.releases.last().map_or("", |release| &release.version)
    }

    /// Whether readers have met an id in any release.
    pub fn knows(&self, id: &str) -> bool {
        self.pages.contains_key(id)
            || self.tasks.contains_key(id)
            || self.patterns.contains_key(id)
            || self.retired.contains_key(id)
    }

    /// What stands in the place of an id that was taken out of use, and what in the place of that, as long as there is more.
    pub fn replacements<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a str> {
        let next = |id: &&'a str| self.retired.get(*id)?.replaced_by.as_deref();
        // A circle leads nowhere, and has no more links than there are rows.
        std::iter::successors(next(&id), next).take(self.retired.len())
    }

    /// The version an id was first released in; the coming one for a new id.
    pub fn since<'a>(lock: Option<&'a Lock>, id: &str, coming: &'a str) -> &'a str {
        let page = lock.and_then(|lock| lock.pages.get(id)).map(|page| page.since.as_str());
        let task = lock.and_then(|lock| lock.tasks.get(id)).map(|task| task.promise.since.as_str());
        let pattern = lock.and_then(|lock| lock.patterns.get(id)).map(|pattern| pattern.since.as_str());
        page.or(task).or(pattern).unwrap_or(coming)
    }

    /// What `programme` promises when it is released as `version` on `date`.
    pub fn of(programme: &Programme, before: Option<&Lock>, version: &str, date: &str) -> Lock {
        let since = |id: &str| Lock::since(before, id, version).to_string();
        let languages = &programme.project.languages;
        let mut lock = Lock {
            lock: 1,
            key: before.and_then(|lock| lock.key.clone()),
            languages: languages.iter().map(|language| language.code.clone()).collect(),
            editions: programme.project.editions.iter().map(|edition| edition.name.clone()).collect(),
            schedule: programme.project.schedule.clone(),
            releases: before.map(|lock| lock.releases.clone()).unwrap_or_default(),
            retired: before.map(|lock| lock.retired.clone()).unwrap_or_default(),
            ..Lock::default()
        };
        for page in &programme.pages {
            let meaning = page
                .present()
                .map(|(at, text)| (languages[at].code.clone(), programme.meaning(at, text)))
                .collect();
            let locked = LockedPage {
                kind: page.facts.kind.name.into(),
                unit: page.facts.unit,
                audience: page.facts.audience.names().into_iter().map(String::from).collect(),
                since: since(&page.id),
                meaning,
            };
            lock.pages.insert(page.id.clone(), locked);
            if let Some(first) = page.first() {
                lock.promises(&first.blocks, &page.id, &since);
            }
            for (at, text) in page.present() {
                for (task, _) in promise::tasks(text) {
                    let words = meaning::anchors(programme, at, text, task);
                    if let Some((words, locked)) = words.zip(lock.tasks.get_mut(&task.id.value)) {
                        locked.words.insert(languages[at].code.clone(), words);
                    }
                }
            }
        }
        before.into_iter().for_each(|before| lock.retire(before, version));
        let promised = json!([lock.pages, lock.tasks, lock.retired, lock.schedule]);
        let release = Release {
            version: version.into(),
            date: date.into(),
            digest: sha256(promised.to_string().as_bytes()),
        };
        lock.releases.push(release);
        lock
    }

    /// Writes down what `before` promised and is gone, with the version that it went in.
    fn retire(&mut self, before: &Lock, version: &str) {
        let pages = before.pages.iter().map(|(id, page)| (id, &page.kind[..], None, &page.since));
        let tasks = before.tasks.iter().map(|(id, LockedTask { promise, .. })| {
            (id, &promise.kind[..], Some(&promise.answer), &promise.since)
        });
        let patterns = before.patterns.iter().map(|(id, pattern)| (id, "breathing", None, &pattern.since));
        for (id, kind, answer, since) in pages.chain(tasks).chain(patterns) {
            if self.pages.contains_key(id) || self.tasks.contains_key(id) || self.patterns.contains_key(id) {
                continue;
            }
            let row = self.retired.entry(id.clone()).or_default();
            row.kind = Some(kind.into());
            row.answer = answer.cloned();
            row.since = Some(since.clone());
            row.version = Some(version.into());
        }
    }

    fn promises(&mut self, blocks: &[Block], page: &str, since: &dyn Fn(&str) -> String) {
        for block in blocks {
            match &block.kind {
                Kind::Task(task) => self.promise(task, page, since),
                Kind::Breathing(part) => {
                    let id = &part.id.value;
                    let pattern = Pattern {
                        page: page.into(),
                        inhale: part.inhale,
                        hold: part.hold,
                        exhale: part.exhale,
                        rest: part.rest,
                        rounds: part.rounds,
                        since: since(id),
                    };
                    self.patterns.insert(id.clone(), pattern);
                }
                _ => {}
            }
            block.children().into_iter().for_each(|blocks| self.promises(blocks, page, since));
        }
    }

    fn promise(&mut self, task: &Task, page: &str, since: &dyn Fn(&str) -> String) {
        let mut right = BTreeMap::new();
        if let Answer::Quiz { questions, .. } = &task.answer {
            for question in questions {
                let options = question.options.iter().filter(|option| option.right);
                right.insert(
                    question.id.value.clone(),
                    options.map(|option| option.id.value.clone()).collect(),
                );
            }
        }
        if let Answer::Group { tasks, .. } = &task.answer {
            tasks.iter().for_each(|task| self.promise(task, page, since));
        }
        let promise = Promise::of(task, page, None, since(&task.id.value));
        let words = BTreeMap::new();
        self.tasks.insert(task.id.value.clone(), LockedTask { promise, right, words });
    }
}
