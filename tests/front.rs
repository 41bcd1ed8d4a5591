//! The ways into a site: what stands at an edition's root, and what search engines may see.

mod common;

use std::collections::BTreeMap;

use andrum::emit::site::door;
use andrum::emit::{Body, File, Job};
use andrum::model::standing::Standing;
use andrum::model::{Programme, meaning};
use andrum::release::lock::{Lock, Retired};
use andrum::release::{Stamp, Version};
use andrum::source::Tree;

const PROGRAMME: &str = "\
id: prove
version: 1.0.0
title: { no: Prøve, sv: Prov }
languages: { no: { tag: nb }, sv: { tag: sv } }
editions:
  patient: { audiences: [patient] }
  therapist: { audiences: [patient, therapist] }
schedule: { unit: week, count: 1 }
approvals: [clinical]
base_url: https://example.org/kurs/
";

/// A page for patients in each language, and one for therapists in Norwegian. `approved` is in the header of each.
fn programme(approved: &dyn Fn(&str) -> String) -> Programme {
    let mut tree = Tree::default();
    tree.insert_text("programme.yaml", PROGRAMME);
    let rows = [
        ("no", "pause", "patient", "En pause"),
        ("sv", "pause", "patient", "En paus"),
        ("no", "guide", "therapist", "Veileder"),
    ];
    for (language, id, audience, title) in rows {
        let path = format!("content/{language}/{id}.md");
        let approved = approved(&path);
        let page = format!(
            "---\nid: {id}\nkind: page\ntitle: {title}\naudience: [{audience}]\n{approved}---\n\nPust.\n"
        );
        tree.insert_text(&path, &page);
    }
    tree.fall_back_on(andrum::builtin());
    andrum::model::read(&tree).value
}

/// The programme when a role has said of every page that it may be used.
fn approved() -> Programme {
    let bare = programme(&|_| String::new());
    let hashes: BTreeMap<String, String> = bare
        .pages
        .iter()
        .flat_map(|page| page.present())
        .map(|(language, text)| (text.path.as_str().to_string(), meaning::of(&bare, language, text)))
        .collect();
    programme(&|path| {
        format!("approved: [{{ role: clinical, by: Kari, date: 2026-01-01, at: {} }}]\n", hashes[path])
    })
}

/// Pages below `latest/` that an earlier release left: one that is gone, and one whose place another took.
const STANDING: [&str; 2] = ["no/gone/index.html", "no/earlier/index.html"];

/// What an edition's site is made of at a version, and what stands at the edition's root.
fn edition(whole: &Programme, name: &str, version: &str, there: &[Version]) -> BTreeMap<String, String> {
    let mut tree = Tree::default();
    tree.fall_back_on(andrum::builtin());
    let theme = andrum::theme(&tree, whole);
    let edition = whole.project.editions.iter().find(|row| row.name == name).expect("an edition");
    let seen = whole.seen_by(edition);
    let stamp = Stamp {
        version: version.into(),
        created: "2026-01-01T00:00:00Z".into(),
        commit: None,
        dirty: false,
        updated: BTreeMap::new(),
    };
    let row = Retired { replaced_by: Some("pause".into()), ..Retired::default() };
    let mut lock = Lock::default();
    lock.retired.insert("earlier".into(), row);
    let job = Job {
        programme: &seen,
        edition,
        theme: &theme.value,
        stamp: &stamp,
        lock: Some(&lock),
        standing: &Standing::of(whole, &seen, &[]),
        read: &andrum::host::disk::media,
        sign: None,
    };
    let files = std::sync::Mutex::new(BTreeMap::new());
    let sink = |file: File| {
        if let Body::Bytes(bytes) = &file.body {
            let text = unquoted(bytes);
            files.lock().expect("no thread panicked").insert(file.path, text);
        }
        Ok(())
    };
    andrum::emit(&job, &["site".into()], &sink).expect("the site is made");
    let mut files = files.into_inner().expect("no thread panicked");
    for (path, bytes) in door::front(&job, there, &STANDING.map(String::from)).expect("the front is made") {
        files.insert(format!("/{path}"), unquoted(&bytes));
    }
    files
}

/// A file's text; quotes around a page's attributes are the minifier's business.
fn unquoted(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    if text.starts_with("<!doctype") { text.replace('"', "") } else { text.into_owned() }
}

fn version(number: &str, released: bool) -> Version {
    Version {
        version: number.into(),
        date: "2026-01-01".into(),
        released,
        languages: vec!["no".into(), "sv".into()],
        changes: BTreeMap::from([("no".into(), vec!["Ny side: «Søvn»".into()])]),
        release: String::new(),
    }
}

const NOINDEX: &str = "content=noindex";

#[test]
fn search_engines_see_what_is_approved_and_for_patients() {
    let page = |programme: &Programme, name: &str| {
        edition(programme, name, "1.0.0-dev", &[])["no/pause/index.html"].clone()
    };
    let (bare, approved) = (programme(&|_| String::new()), approved());
    assert!(page(&bare, "patient").contains(NOINDEX), "nobody approved it");
    assert!(page(&bare, "patient").contains("Ikke klinisk godkjent"));
    assert!(!page(&approved, "patient").contains(NOINDEX));
    assert!(!page(&approved, "patient").contains("Ikke klinisk godkjent"));
    assert!(page(&approved, "therapist").contains(NOINDEX), "it is not for those the programme is for");
}

#[test]
fn an_approval_of_other_words_approves_nothing() {
    let other = programme(&|_| {
        "approved: [{ role: clinical, by: Kari, date: 2026-01-01, at: m1-000000000000 }]\n".into()
    });
    assert!(edition(&other, "patient", "1.0.0-dev", &[])["no/pause/index.html"].contains(NOINDEX));
}

#[test]
fn search_engines_are_told_the_address_that_stays() {
    let files = edition(&approved(), "patient", "1.0.0", &[]);
    let page = &files["no/pause/index.html"];
    let stays = "https://example.org/kurs/patient/latest";
    assert!(page.contains(&format!("href={stays}/no/pause/ rel=canonical")), "{page}");
    for (tag, code) in [("nb", "no"), ("sv", "sv"), ("x-default", "no")] {
        assert!(page.contains(&format!("href={stays}/{code}/pause/ hreflang={tag}")), "{tag}: {page}");
    }
    // The reader's answers are for nobody else.
    assert!(!files["no/answers.html"].contains("canonical"));
}

#[test]
fn a_release_is_what_the_addresses_that_stay_lead_to() {
    let files = edition(&approved(), "patient", "1.1.0", &[version("1.1.0", true), version("1.0.0", true)]);
    assert!(files["/latest/sv/pause/index.html"].contains("url=../../../1.1.0/sv/pause/index.html"));
    assert!(files["/latest/no/index.html"].contains("url=../../1.1.0/no/index.html"));
    let map = &files["/sitemap.xml"];
    assert!(map.contains("<loc>https://example.org/kurs/patient/latest/no/pause/</loc>"), "{map}");
    assert!(!map.contains("answers"), "{map}");
}

#[test]
fn an_address_of_a_page_that_is_gone_leads_to_what_took_its_place_or_to_the_first_page() {
    let files = edition(&approved(), "patient", "1.1.0", &[version("1.1.0", true), version("1.0.0", true)]);
    assert!(files["/latest/no/earlier/index.html"].contains("url=../../../1.1.0/no/pause/index.html"));
    assert!(files["/latest/no/gone/index.html"].contains("url=../../../1.1.0/no/index.html"));
}

#[test]
fn each_version_says_what_is_new_in_the_language_it_is_told_in() {
    let files = edition(&approved(), "patient", "1.1.0", &[version("1.1.0", true)]);
    let index = &files["/index.html"];
    assert!(index.contains("<details lang=nb><summary>Nytt i denne versjonen</summary>"), "{index}");
    assert!(index.contains("<li>Ny side: «Søvn»") && !index.contains("Nytt i den här"), "{index}");
}

#[test]
fn what_is_no_release_moves_no_address() {
    let coming =
        edition(&approved(), "patient", "1.1.0-dev", &[version("1.1.0-dev", false), version("1.0.0", true)]);
    let older = edition(&approved(), "patient", "1.0.0", &[version("1.1.0", true), version("1.0.0", true)]);
    for files in [coming, older] {
        assert!(
            !files.keys().any(|path| path.starts_with("/latest") || path == "/sitemap.xml"),
            "{:?}",
            files.keys()
        );
    }
}

#[test]
fn an_address_that_leads_nowhere_is_answered_in_every_language() {
    let page = &edition(&approved(), "patient", "1.0.0", &[])["/404.html"];
    assert!(page.contains("Siden finnes ikke") && page.contains("Sidan finns inte"), "{page}");
    // It may be shown at any depth, so it leads from the host's root.
    assert!(page.contains("href=/kurs/patient/1.0.0/sv/index.html"), "{page}");
}

#[test]
fn a_worker_keeps_each_language_whole() {
    let files = edition(&approved(), "patient", "1.0.0", &[]);
    let worker = &files["sw.js"];
    let list =
        worker.strip_prefix("const EDITION = ").and_then(|rest| rest.split_once(";\n")).expect("a list").0;
    let list: serde_json::Value = serde_json::from_str(list).expect("JSON");
    let kept = list["languages"]["no"]["files"].as_object().expect("files");
    let there: Vec<&String> = files.keys().filter(|path| path.starts_with("no/")).collect();
    assert_eq!(kept.keys().collect::<Vec<_>>(), there);
    assert!(list["shared"]["assets/style.css"].is_string() && list["shared"]["index.html"].is_string());
}

#[test]
fn the_whole_programme_stands_in_one_document_to_print() {
    let whole = &edition(&approved(), "therapist", "1.0.0", &[])["no/print.html"];
    for id in ["guide", "pause"] {
        assert!(whole.contains(&format!(" id={id}>")) && whole.contains(&format!("href=#{id}")), "{whole}");
    }
}
