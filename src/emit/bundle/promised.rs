//! A bundle to what it promises, as a lock, so that two bundles are compared as two releases are.
//!
//! It reads what it needs and no more: a bundle that a later andrum made is compared all the same.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value as Json;

use crate::release::lock::{Lock, LockedPage, LockedTask, Pattern, Release, Retired};
use crate::release::promise::Promise;
use crate::source::sha256;

/// A manifest and its page files.
#[derive(Clone, Debug, Default)]
pub struct Bundle {
    pub manifest: Manifest,
    pub pages: Vec<PageText>,
}

#[derive(Clone, Debug, Default, Deserialize)]
pub struct Manifest {
    pub programme: Programme,
    pub edition: String,
    languages: Vec<Language>,
    schedule: Json,
    pages: BTreeMap<String, Page>,
    tasks: BTreeMap<String, Promise>,
    retired: BTreeMap<String, Retired>,
    pub files: Vec<File>,
}

#[derive(Clone, Debug, Default, Deserialize)]
pub struct Programme {
    pub id: String,
    pub version: String,
}

#[derive(Clone, Debug, Deserialize)]
struct Language {
    code: String,
}

#[derive(Clone, Debug, Deserialize)]
struct Page {
    kind: String,
    #[serde(default)]
    unit: Option<u32>,
    audience: Vec<String>,
    since: String,
    meaning: BTreeMap<String, String>,
    files: BTreeMap<String, String>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct File {
    pub path: String,
    pub sha256: String,
    pub bytes: u64,
}

/// What of a page file is compared.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct PageText {
    pub id: String,
    /// The folder's name.
    pub language: String,
    /// BCP 47.
    pub tag: String,
    pub title: String,
    /// Its words, a blank line between blocks.
    pub text: String,
    blocks: Json,
}

impl Bundle {
    /// Reads a manifest and the page files that it names; `read` hands over a file of the bundle by its row. `None` where
    /// anything is not as a bundle has it.
    pub fn read(manifest: &[u8], read: &dyn Fn(&File) -> Option<Vec<u8>>) -> Option<Bundle> {
        let manifest: Manifest = serde_json::from_slice(manifest).ok()?;
        let by_path: BTreeMap<&str, &File> = manifest.files.iter().map(|file| (&*file.path, file)).collect();
        let paths = manifest.pages.values().flat_map(|page| page.files.values());
        let pages = paths.map(|path| serde_json::from_slice(&read(by_path.get(path.as_str())?)?).ok());
        let pages = pages.collect::<Option<Vec<PageText>>>()?;
        Some(Bundle { manifest, pages })
    }

    pub fn lock(&self) -> Lock {
        let manifest = &self.manifest;
        let mut lock = Lock::default();
        lock.languages = manifest.languages.iter().map(|language| language.code.clone()).collect();
        lock.schedule = manifest.schedule.clone();
        lock.retired = manifest.retired.clone();
        let version = manifest.programme.version.clone();
        lock.releases.push(Release { version, date: String::new(), digest: String::new() });
        for (id, page) in &manifest.pages {
            let Page { kind, unit, audience, since, meaning, .. } = page.clone();
            lock.pages.insert(id.clone(), LockedPage { kind, unit, audience, since, meaning });
        }
        for (id, promise) in &manifest.tasks {
            let task =
                LockedTask { promise: promise.clone(), right: BTreeMap::new(), words: BTreeMap::new() };
            lock.tasks.insert(id.clone(), task);
        }
        for page in &self.pages {
            promises(&page.blocks, page, &mut lock);
        }
        lock
    }
}

/// What only the words of a page tell: breathing patterns, right answers, what the points of a scale are called.
fn promises(value: &Json, page: &PageText, lock: &mut Lock) {
    let word = |value: &Json, key: &str| value[key].as_str().unwrap_or_default().to_string();
    match value {
        Json::Array(items) => items.iter().for_each(|item| promises(item, page, lock)),
        Json::Object(fields) => {
            if value["type"] == "breathing" {
                let number =
                    |key: &str| value[key].as_u64().and_then(|number| number.try_into().ok()).unwrap_or(0);
                let pattern = Pattern {
                    page: page.id.clone(),
                    inhale: number("in"),
                    hold: number("hold"),
                    exhale: number("out"),
                    rest: number("rest"),
                    rounds: number("rounds"),
                    since: String::new(),
                };
                lock.patterns.insert(word(value, "id"), pattern);
            } else if let Some(task) = lock.tasks.get_mut(&word(value, "task")) {
                if let Some(anchors) = fields.get("anchors") {
                    task.words.insert(page.language.clone(), sha256(anchors.to_string().as_bytes()));
                }
                for question in value["questions"].as_array().into_iter().flatten() {
                    let options = question["options"].as_array().into_iter().flatten();
                    let right =
                        options.filter(|option| option["right"] == true).map(|option| word(option, "id"));
                    task.right.insert(word(question, "id"), right.collect());
                }
            }
            fields.values().for_each(|field| promises(field, page, lock));
        }
        _ => {}
    }
}

/// What an app that has one bundle fetches to have another.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Delta {
    pub edition: String,
    /// Blobs that are new, and their bytes; the manifest is fetched besides.
    pub files: usize,
    pub bytes: u64,
    /// The bytes of all blobs, which an app fetches that has nothing.
    pub whole: u64,
}

impl Delta {
    pub fn between(was: &Manifest, is: &Manifest) -> Delta {
        let blobs = |manifest: &Manifest| -> BTreeMap<String, u64> {
            manifest.files.iter().map(|file| (file.sha256.clone(), file.bytes)).collect()
        };
        let (there, needed) = (blobs(was), blobs(is));
        let new: Vec<u64> =
            needed.iter().filter(|(hash, _)| !there.contains_key(*hash)).map(|(_, bytes)| *bytes).collect();
        Delta {
            edition: is.edition.clone(),
            files: new.len(),
            bytes: new.iter().sum(),
            whole: needed.values().sum(),
        }
    }
}
