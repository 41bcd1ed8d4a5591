//! What whole-pipeline tests share: an edition's files, made in memory.

#![allow(dead_code, reason = "each test that shares this uses a part of it")]

use std::collections::BTreeMap;
use std::sync::Mutex;

use andrum::diag::{Diagnostic, Level};
use andrum::emit::{Body, File, Job};
use andrum::model::Programme;
use andrum::model::standing::Standing;
use andrum::release::Stamp;
use andrum::source::Tree;

/// What stops a build. A small project lacks much that a whole programme has, and is only warned of it.
pub fn errors(found: &[Diagnostic]) -> Vec<&Diagnostic> {
    found.iter().filter(|found| found.lint.level(false) == Some(Level::Error)).collect()
}

/// Every file of an edition but its media, by path.
pub fn edition_files(tree: &Tree, programme: &Programme, edition: &str) -> BTreeMap<String, Vec<u8>> {
    let theme = andrum::theme(tree, programme);
    assert_eq!(theme.diagnostics, [], "the theme has no faults");
    let editions = &programme.project.editions;
    let edition = editions.iter().find(|row| row.name == edition).expect("the edition is in programme.yaml");
    let seen = programme.seen_by(edition);
    let stamp = stamp(programme);
    let files = Mutex::new(BTreeMap::new());
    let read = &andrum::host::disk::media;
    let job = Job {
        programme: &seen,
        edition,
        theme: &theme.value,
        stamp: &stamp,
        lock: None,
        standing: &Standing::default(),
        read,
        sign: None,
    };
    let sink = |file: File| {
        if let Body::Bytes(bytes) = file.body {
            files.lock().expect("no thread panicked").insert(file.path, bytes.to_vec());
        }
        Ok(())
    };
    andrum::emit(&job, &["site".into(), "bundle".into()], &sink).expect("the edition is made");
    files.into_inner().expect("no thread panicked")
}

/// What a working version outside git is stamped with.
pub fn stamp(programme: &Programme) -> Stamp {
    Stamp {
        version: format!("{}-dev", programme.project.version),
        created: "1980-01-01T00:00:00Z".into(),
        commit: None,
        dirty: false,
        updated: BTreeMap::new(),
    }
}
