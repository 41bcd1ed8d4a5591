//! What works without a network: the service worker with the list of everything it keeps, and what an installed site is
//! called.

use std::collections::BTreeMap;
use std::sync::Mutex;

use serde_json::{Map, Value as Json, json};

use super::Language;
use super::place::Used;
use crate::emit::{Body, File, Job};
use crate::source::sha256;

/// How much of a hash tells two states of a file apart.
const DIGITS: usize = 16;

/// The files of the site as they pass, by path, each with its hash.
#[derive(Default)]
pub struct Kept(Mutex<BTreeMap<String, String>>);

impl Kept {
    /// Notes a file; its hash is reckoned here once for all who need it.
    pub fn note(&self, file: File) -> File {
        let hash = match (&file.sha256, &file.body) {
            (Some(hash), _) => hash.clone(),
            (None, Body::Bytes(bytes)) => sha256(bytes),
            (None, Body::Media(media)) => media.sha256.clone(),
        };
        if let Ok(mut rows) = self.0.lock() {
            rows.insert(file.path.clone(), hash[..DIGITS].into());
        }
        File { sha256: Some(hash), ..file }
    }

    /// `sw.js`: the theme's worker, behind the list of what it keeps. What belongs to one language is kept for its readers;
    /// sound and film only when they are asked for.
    pub fn worker(self, job: &Job, codes: &[&str], used: &[Used]) -> String {
        let rows = self.0.into_inner().unwrap_or_default();
        let below = |folder: &str| -> Map<String, Json> {
            let folder = format!("{folder}/");
            let own = rows.iter().filter(|(path, _)| path.starts_with(&folder));
            own.map(|(path, hash)| (path.clone(), hash.as_str().into())).collect()
        };
        let mut shared = below("assets");
        shared.extend(rows.get("index.html").map(|hash| ("index.html".into(), hash.as_str().into())));
        let languages: Map<String, Json> = codes
            .iter()
            .zip(used)
            .map(|(code, used)| {
                let mut files = below(code);
                let mut heavy = Map::new();
                for (path, media) in used.lock().iter().flat_map(|used| used.iter()) {
                    match media.media_type().split('/').next() {
                        Some("image") => files.insert(path.clone(), media.sha256[..DIGITS].into()),
                        _ => heavy.insert(path.clone(), media.bytes.into()),
                    };
                }
                ((*code).to_string(), json!({ "files": files, "media": heavy }))
            })
            .collect();
        // The same files make the same state.
        let state = sha256(json!([shared, languages]).to_string().as_bytes());
        let edition = json!({
            "state": state[..DIGITS],
            "name": format!("andrum {} {} {}", job.programme.project.id, job.edition.name, job.stamp.version),
            "shared": shared,
            "languages": languages,
        });
        format!("const EDITION = {edition};\n{}", job.theme.worker)
    }
}

/// `manifest.webmanifest` of a language: how the site is called and starts once it is installed. Icons and colours are the
/// theme's, `manifest.json`.
pub fn manifest(job: &Job, language: &Language) -> String {
    let project = &job.programme.project;
    let title = project.title.get(language.code).unwrap_or(&project.id);
    let mut manifest = json!({
        "id": format!("andrum-{}-{}", project.id, job.edition.name),
        "name": title,
        "short_name": title,
        "lang": language.tag,
        "dir": language.direction,
        "start_url": "index.html",
        "scope": "../",
        "display": "standalone",
    });
    if let (Some(manifest), Some(own)) = (manifest.as_object_mut(), job.theme.manifest.as_object()) {
        manifest.extend(own.clone());
    }
    format!("{manifest}\n")
}
