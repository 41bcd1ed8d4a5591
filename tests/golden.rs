//! One week in both languages, from its Markdown to the files that apps rely on, held against files written by hand from
//! the format's description.

#![allow(clippy::disallowed_methods, reason = "a test reads its files")]

mod common;

use andrum::check::Beside;
use andrum::model::Programme;
use andrum::release::lock::Lock;
use andrum::source::{Tree, sha256};
use common::{edition_files, errors};
use serde_json::Value;

/// The golden project as a tree, the built-in theme below it.
fn tree() -> Tree {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/project");
    andrum::host::disk::read(&root).expect("the golden project can be read")
}

fn compiled() -> (Programme, Tree) {
    let tree = tree();
    let programme = andrum::compile(&tree, &Beside::default());
    assert!(errors(&programme.diagnostics).is_empty(), "the golden project has no faults");
    (programme.value, tree)
}

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).expect("JSON")
}

/// A value without the keys that hold hashes; each is checked to be there and handed over.
fn without(mut value: Value, keys: &[&str]) -> (Value, Vec<Value>) {
    let taken = keys
        .iter()
        .map(|key| value.as_object_mut().and_then(|map| map.remove(*key)).expect("the key is there"));
    let taken = taken.collect();
    (value, taken)
}

#[test]
fn a_week_becomes_the_page_file_that_the_format_describes() {
    let (programme, tree) = compiled();
    let files = edition_files(&tree, &programme, "patient");
    let manifest = json(&files["bundle/manifest.json"]);
    for (path, want) in [
        ("no/w03-limits.json", include_str!("golden/want/no-w03-limits.json")),
        ("sv/long-exhale.json", include_str!("golden/want/sv-long-exhale.json")),
    ] {
        let row = manifest["files"].as_array().expect("a list").iter().find(|row| row["path"] == path);
        let hash = row.expect("listed")["sha256"].as_str().expect("a hash");
        let (page, rest) = without(json(&files[&format!("bundle/blobs/{hash}")]), &["html", "text"]);
        assert_eq!(page, json(want.as_bytes()), "{path}");
        assert!(rest.iter().all(|words| words.as_str().is_some_and(|words| !words.is_empty())));
    }
}

#[test]
fn the_manifest_states_ids_and_structure_once() {
    let (programme, tree) = compiled();
    let files = edition_files(&tree, &programme, "patient");
    let (mut manifest, listed) = without(json(&files["bundle/manifest.json"]), &["files"]);
    for page in manifest["pages"].as_object_mut().expect("a map").values_mut() {
        let meaning = page.as_object_mut().expect("a map").remove("meaning").expect("a meaning by language");
        for hash in meaning.as_object().expect("a map").values() {
            let digits = hash.as_str().and_then(|hash| hash.strip_prefix("m1-")).expect("m1");
            assert!(digits.len() == 8 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        }
    }
    assert_eq!(manifest, json(include_bytes!("golden/want/manifest.json")));
    for row in listed[0].as_array().expect("a list") {
        let blob = &files[&format!("bundle/blobs/{}", row["sha256"].as_str().expect("a hash"))];
        assert_eq!(row["sha256"], sha256(blob).as_str());
        assert_eq!(row["bytes"], blob.len());
    }
}

#[test]
fn the_lock_remembers_what_was_promised() {
    let (programme, _) = compiled();
    let lock = serde_json::to_value(Lock::of(&programme, None, "1.4.0", "2026-11-20")).expect("JSON");
    let (mut lock, releases) = without(lock, &["releases"]);
    assert_eq!(releases[0][0]["version"], "1.4.0");
    assert_eq!(releases[0][0]["digest"].as_str().map(str::len), Some(64));
    for page in lock["pages"].as_object_mut().expect("a map").values_mut() {
        assert!(page.as_object_mut().expect("a map").remove("meaning").is_some());
    }
    let words = lock["tasks"]["w03-tension"].as_object_mut().expect("a map").remove("words");
    let words = words.expect("what the points of the scale are called");
    assert_eq!(words.as_object().expect("a map").keys().collect::<Vec<_>>(), ["no", "sv"]);
    let want: Value = serde_yaml::from_str(include_str!("golden/want/programme.lock")).expect("YAML");
    assert_eq!(lock, want);
}

#[test]
fn a_week_becomes_a_page_of_the_site() {
    let (programme, tree) = compiled();
    let files = edition_files(&tree, &programme, "patient");
    let page = String::from_utf8(files["no/w03-limits/index.html"].clone()).expect("UTF-8");
    for part in [
        "lang=\"nb\"",
        "<h1>Når det blir for mye</h1>",
        "<p>Ofte har <strong>kroppen</strong> sagt fra\ni 10 uker. Prøv <a href=\"../long-exhale/index.html\">øvelsen</a> fra \
         <span lang=\"sv\">Hållbar Hälsa</span>.",
        "<h2 id=\"tre-steder\">Tre steder å lete</h2>",
        "<section class=\"block task task-reflection\" data-block=\"reflection\" data-task=\"w03-early-sign\"",
        "<textarea id=\"w03-early-sign-answer\" name=\"w03-early-sign\" rows=\"5\"></textarea>",
        "<input type=\"radio\" name=\"w03-tension\" value=\"10\">",
        "<input type=\"checkbox\" name=\"w03-where\" value=\"jaw\">",
        "href=\"../../sv/w03-limits/index.html\"",
    ] {
        assert!(page.contains(part), "the page lacks {part}\n\n{page}");
    }
}
