//! The offline bundle `andrum-bundle/1`: a manifest, page files and media, as a ZIP and as a folder of blobs for deltas.

mod page;
pub mod promised;
pub mod typescript;
pub mod v1;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock, Mutex};

use rayon::prelude::*;

use super::{Body, File, Job, Sink, Stop};
use crate::model::block::{Answer, Block, Kind, Task};
use crate::model::page::Page;
use crate::model::project::Site;
use crate::release::lock::Lock;
use crate::release::promise::{self, Promise};
use crate::source::{Media, sha256};

/// Where the schema travels in the bundle.
const SCHEMA: &str = "schema/andrum-bundle-1.schema.json";

/// A file of the bundle with its row in the manifest.
struct Entry {
    row: v1::File,
    body: Body,
}

/// The file that everything hangs on, and what a signature is called after it.
pub const MANIFEST: &str = "manifest.json";
pub const SIGNATURE: &str = "manifest.json.minisig";

/// Writes `bundle/`: the manifest with its signature, every other file as a blob under its hash, and all of it as one ZIP.
pub fn emit(job: &Job, sink: Sink) -> Result<(), Stop> {
    let programme = job.programme;
    static SCHEMA_TEXT: LazyLock<Vec<u8>> = LazyLock::new(|| pretty(&schema()));
    let mut entries = vec![entry(SCHEMA.into(), SCHEMA_TEXT.clone(), "core", None)];
    let used = Mutex::new(BTreeMap::new());
    let languages = programme.project.languages.iter().enumerate();
    for (language, row) in languages {
        let pages: Vec<Option<(&Page, String)>> = programme
            .pages
            .par_iter()
            .map(|page| {
                let file = page::file(job, page, language, &used)?;
                Some((&**page, serde_json::to_string(&file).unwrap_or_default()))
            })
            .collect();
        for (page, json) in pages.into_iter().flatten() {
            entries.push(entry(page_path(&row.code, &page.id), json.into_bytes(), "core", Some(&row.code)));
        }
    }
    let media: BTreeMap<String, Media> = used.into_inner().unwrap_or_default();
    for (path, medium) in media {
        let row = v1::File {
            path,
            sha256: medium.sha256.clone(),
            bytes: medium.bytes,
            media_type: medium.media_type().into(),
            pack: "media".into(),
            language: None,
        };
        entries.push(Entry { row, body: Body::Media(medium) });
    }
    entries.sort_by(|a, b| a.row.path.cmp(&b.row.path));
    let manifest = manifest(job, &entries);
    write(job, pretty(&manifest), entries, sink)
}

fn write(job: &Job, manifest: Vec<u8>, entries: Vec<Entry>, sink: Sink) -> Result<(), Stop> {
    let signature = job.sign.map(|sign| sign(MANIFEST, &manifest)).transpose()?;
    let mut packed: Vec<(String, Arc<Vec<u8>>)> = vec![(MANIFEST.into(), Arc::new(manifest))];
    packed.extend(signature.map(|signature| (SIGNATURE.into(), Arc::new(signature.into_bytes()))));
    for (path, bytes) in &packed {
        sink(File { path: format!("bundle/{path}"), body: Body::Bytes(bytes.clone()), sha256: None })?;
    }
    let mut written = BTreeSet::new();
    for Entry { row, body } in entries {
        let bytes = match &body {
            Body::Bytes(bytes) => bytes.clone(),
            Body::Media(media) => Arc::new((job.read)(media)?),
        };
        if written.insert(row.sha256.clone()) {
            sink(File { path: format!("bundle/blobs/{}", row.sha256), body, sha256: Some(row.sha256) })?;
        }
        packed.push((row.path, bytes));
    }
    let project = &job.programme.project;
    let name = format!("bundle/{}-{}-{}.zip", project.id, job.stamp.version, job.edition.name);
    sink(File::new(name, super::zip::pack(&packed)?))?;
    Ok(())
}

fn entry(path: String, bytes: Vec<u8>, pack: &str, language: Option<&str>) -> Entry {
    let row = v1::File {
        sha256: sha256(&bytes),
        bytes: bytes.len() as u64,
        media_type: "application/json".into(),
        pack: pack.into(),
        language: language.map(String::from),
        path,
    };
    Entry { row, body: Body::Bytes(Arc::new(bytes)) }
}

fn page_path(language: &str, id: &str) -> String {
    format!("{language}/{id}.json")
}

/// The JSON Schema of both files of the format, made from the types that write them.
pub fn schema() -> serde_json::Value {
    // As written: a key that is left out where it has no value is not required.
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<v1::BundleFile>().to_value()
}

fn pretty(value: &impl serde::Serialize) -> Vec<u8> {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text.into_bytes()
}

fn manifest(job: &Job, entries: &[Entry]) -> v1::Manifest {
    let (programme, stamp) = (job.programme, job.stamp);
    let project = &programme.project;
    let codes: Vec<&str> = project.languages.iter().map(|language| language.code.as_str()).collect();
    let mut tasks = BTreeMap::new();
    for page in &programme.pages {
        if let Some(first) = page.first() {
            promises(job, &first.blocks, &page.id, &mut tasks);
        }
    }
    v1::Manifest {
        format: v1::FORMAT.into(),
        reader: v1::READER,
        programme: v1::Programme {
            id: project.id.clone(),
            version: stamp.version.clone(),
            title: project.title.iter().filter(|(code, _)| codes.contains(&code.as_str())).map(own).collect(),
        },
        edition: job.edition.name.clone(),
        site: job.edition.site.as_ref().and_then(|id| Some(site(id, project.sites.get(id)?))),
        created: stamp.created.clone(),
        source: v1::Source { commit: stamp.commit.clone(), dirty: stamp.dirty.then_some(true) },
        languages: (0..codes.len()).map(|language| self::language(job, language)).collect(),
        schedule: project.schedule.clone(),
        instruments: project
            .instruments
            .iter()
            .map(|(id, row)| {
                (id.clone(), v1::Instrument { name: row.name.clone(), rater: row.rater.clone() })
            })
            .collect(),
        page_order: programme.pages.iter().map(|page| page.id.clone()).collect(),
        units: units(job),
        pages: programme.pages.iter().map(|page| (page.id.clone(), self::page(job, page, &codes))).collect(),
        retired: retired(job),
        tasks,
        always_available: programme
            .pages
            .iter()
            .filter(|page| is_at_hand(page))
            .map(|page| page.id.clone())
            .collect(),
        emergency: serde_json::from_value(project.emergency.clone()).unwrap_or_default(),
        files: entries
            .iter()
            .map(|entry| v1::File {
                path: entry.row.path.clone(),
                sha256: entry.row.sha256.clone(),
                bytes: entry.row.bytes,
                media_type: entry.row.media_type.clone(),
                pack: entry.row.pack.clone(),
                language: entry.row.language.clone(),
            })
            .collect(),
    }
}

fn language(job: &Job, at: usize) -> v1::Language {
    let programme = job.programme;
    let languages = &programme.project.languages;
    let (there, lacking): (Vec<&Page>, Vec<&Page>) =
        programme.pages.iter().map(|page| &**page).partition(|page| page.in_language(at).is_some());
    let is_stale =
        |page: &&&Page| page.in_language(at).is_some_and(|text| job.standing.stale.contains(&text.path));
    // Words that a reader has to act on, or in a crisis must grasp at once, are in their own language or not there.
    let is_shown =
        |page: &&&Page| !is_at_hand(page) && page.first().is_some_and(|text| promise::tasks(text).is_empty());
    let instead = |page: &&Page| {
        let first = (0..languages.len()).find(|language| page.in_language(*language).is_some())?;
        Some((page.id.clone(), languages[first].code.clone()))
    };
    let ids = |pages: &mut dyn Iterator<Item = &&Page>| pages.map(|page| page.id.clone()).collect();
    v1::Language {
        code: languages[at].code.clone(),
        tag: languages[at].tag.clone(),
        complete: lacking.is_empty(),
        missing: ids(&mut lacking.iter()),
        stale: ids(&mut there.iter().filter(is_stale)),
        fallback: lacking.iter().filter(is_shown).filter_map(instead).collect(),
    }
}

/// Whether an app keeps a page at hand, wherever its reader is.
fn is_at_hand(page: &Page) -> bool {
    page.facts.always_available || page.facts.kind.name == "plan" || page.id == "crisis"
}

/// Ids that are gone and in whose place, at the end of a chain of replacements, this edition has another. A row of the lock
/// does not say who could see it, so an id without a replacement here stays out: it may have been another reader's.
fn retired(job: &Job) -> BTreeMap<String, v1::Retired> {
    let Some(lock) = job.lock else { return BTreeMap::new() };
    let is_here = |id: &str| job.programme.page(id).or(job.programme.page_of_part(id)).is_some();
    let rows = lock.retired.iter().filter_map(|(id, gone)| {
        let replaced_by = lock.replacements(id).find(|id| is_here(id))?.to_string();
        let version = gone.version.clone().unwrap_or_else(|| job.stamp.coming().into());
        Some((id.clone(), v1::Retired { version, replaced_by: Some(replaced_by) }))
    });
    rows.collect()
}

fn own((key, value): (&String, &String)) -> (String, String) {
    (key.clone(), value.clone())
}

fn page(job: &Job, page: &Page, codes: &[&str]) -> v1::Page {
    let paths = page.present().map(|(_, text)| &text.path);
    v1::Page {
        kind: page.facts.kind.name.into(),
        unit: page.facts.unit,
        audience: page.facts.audience.names().into_iter().map(String::from).collect(),
        updated: job.stamp.updated(paths).map(String::from),
        since: Lock::since(job.lock, &page.id, job.stamp.coming()).into(),
        meaning: page
            .present()
            .map(|(at, text)| (codes[at].to_string(), job.programme.meaning(at, text)))
            .collect(),
        files: page
            .present()
            .map(|(at, _)| (codes[at].to_string(), page_path(codes[at], &page.id)))
            .collect(),
    }
}

fn promises(job: &Job, blocks: &[Block], page: &str, tasks: &mut BTreeMap<String, Promise>) {
    for block in blocks {
        if let Kind::Task(task) = &block.kind {
            promise(job, task, page, None, tasks);
        }
        block.children().into_iter().for_each(|blocks| promises(job, blocks, page, tasks));
    }
}

fn promise(job: &Job, task: &Task, page: &str, group: Option<&str>, tasks: &mut BTreeMap<String, Promise>) {
    let id = &task.id.value;
    let since = Lock::since(job.lock, id, job.stamp.coming()).to_string();
    tasks.insert(id.clone(), Promise::of(task, page, group, since));
    if let Answer::Group { tasks: parts, .. } = &task.answer {
        parts.iter().for_each(|part| promise(job, part, page, Some(id), tasks));
    }
}

/// The ids of the tasks on a page in reading order, those inside a check-in behind it.
fn task_ids(blocks: &[Block], ids: &mut Vec<String>) {
    for block in blocks {
        if let Kind::Task(task) = &block.kind {
            ids.push(task.id.value.clone());
            if let Answer::Group { tasks, .. } = &task.answer {
                ids.extend(tasks.iter().map(|task| task.id.value.clone()));
            }
        }
        block.children().into_iter().for_each(|blocks| task_ids(blocks, ids));
    }
}

fn site(id: &str, site: &Site) -> v1::Site {
    let Site { title, country, care } = site.clone();
    v1::Site { id: id.into(), title, country, care }
}

fn units(job: &Job) -> Vec<v1::Unit> {
    let mut units: BTreeMap<u32, v1::Unit> = BTreeMap::new();
    for page in &job.programme.pages {
        let Some(number) = page.facts.unit else { continue };
        let unit = units.entry(number).or_insert_with(|| v1::Unit {
            number,
            theme: None,
            pages: Vec::new(),
            tasks: Vec::new(),
            minutes: 0,
        });
        if page.facts.kind.name == "theme" && unit.theme.is_none() {
            unit.theme = Some(page.id.clone());
        }
        unit.pages.push(page.id.clone());
        unit.minutes += page.facts.minutes.unwrap_or(0);
        if let Some(first) = page.first() {
            task_ids(&first.blocks, &mut unit.tasks);
        }
    }
    units.into_values().collect()
}
