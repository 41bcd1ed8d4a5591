//! The status page says how a programme stands, and stands in no edition that readers are given.

#![allow(clippy::disallowed_methods, reason = "a test reads its files")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use andrum::check::Beside;
use andrum::emit::{Body, File, Job, status};
use andrum::model::Programme;
use andrum::model::standing::Standing;
use andrum::model::words::Words;
use andrum::release::Stamp;
use andrum::source::Tree;
use common::edition_files;
use serde_json::{Value, json};

const PROGRAMME: &str = "\
id: prove
version: 0.1.0
title: { no: Prøve, sv: Prov }
languages: { no: { tag: nb }, sv: { tag: sv } }
editions:
  patient: { audiences: [patient] }
schedule: { unit: week, count: 2, load: { minutes_per_day: [5, 10], days_per_week: 5 } }
approvals: [clinical]
";

const PAGES: &[(&str, &str)] = &[
    (
        "content/no/uke.md",
        "---\nid: w01-start\nkind: theme\nunit: 1\nminutes: 60\ntitle: Begynn\nreview_by: 2026-01-01\n\
         approved: [{ role: clinical, by: Kari, date: 2025-12-01, at: \"m1-00000000\" }]\n---\nSe [[kladd]].\n\n\
         :::homework[Gå en tur]{#w01-walk every=day minutes=10 share=private}\nGå ut.\n:::\n",
    ),
    (
        "content/sv/vecka.md",
        "---\nid: w01-start\nkind: theme\nunit: 1\nminutes: 60\ntitle: Börja\nreview_by: 2026-01-01\n\
         translated: { from: no, at: \"m1-00000000\" }\n---\nSe [[kladd]].\n\n\
         :::homework[Ta en promenad]{#w01-walk every=day minutes=10 share=private}\nGå ut.\n:::\n",
    ),
    (
        "content/no/ny.md",
        "---\nid: ny\nkind: page\ntitle: Ny\napproved:\n\
         - { role: clinical, by: Ola, date: 2025-12-02, at: \"m1-0fed35a8\" }\n\
         - { role: clinical, by: Kari, date: 2026-02-01, at: \"m1-00000000\" }\n---\nTekst.\n",
    ),
    ("content/sv/ny.md", "---\nid: ny\nkind: page\ntitle: Ny\ntranslated: { from: no }\n---\nText.\n"),
    ("content/no/kladd.md", "---\nid: kladd\nkind: page\ntitle: Kladden\ndraft: true\n---\nTekst.\n"),
];

fn tree() -> Tree {
    let mut tree = Tree::default();
    tree.insert_text("programme.yaml", PROGRAMME);
    PAGES.iter().for_each(|(path, text)| tree.insert_text(path, text));
    tree.fall_back_on(andrum::builtin());
    tree
}

fn programme(tree: &Tree) -> Programme {
    andrum::compile(tree, &Beside::default()).value
}

/// The files of the status page, of a source of a day.
fn files(tree: &Tree, day: &str) -> BTreeMap<String, String> {
    let programme = programme(tree);
    let theme = andrum::theme(tree, &programme);
    let page = andrum::status_theme(tree, &programme, &theme.value);
    assert_eq!((theme.diagnostics, page.diagnostics), (vec![], vec![]), "the theme has no faults");
    let stamp = Stamp {
        version: "0.1.0-dev".into(),
        created: format!("{day}T00:00:00Z"),
        commit: None,
        dirty: false,
        updated: BTreeMap::new(),
    };
    let files = Mutex::new(BTreeMap::new());
    let (edition, read) = (status::edition(), &andrum::host::disk::media);
    let job = Job {
        programme: &programme,
        edition: &edition,
        theme: &theme.value,
        stamp: &stamp,
        lock: None,
        standing: &Standing::default(),
        read,
        sign: None,
    };
    let sink = |file: File| {
        if let Body::Bytes(bytes) = file.body {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            files.lock().expect("no thread panicked").insert(file.path, text);
        }
        Ok(())
    };
    status::emit(&job, &page.value, &sink).expect("the page is made");
    files.into_inner().expect("no thread panicked")
}

fn status(tree: &Tree, day: &str) -> Value {
    serde_json::from_str(&files(tree, day)["status.json"]).expect("JSON")
}

#[test]
fn a_small_programme_stands_as_it_stands() {
    let said = status(&tree(), "2026-11-20");
    let missing = json!({ "language": "sv", "state": "missing", "approvals": [] });
    assert_eq!(said["promised"], json!({ "minutes_per_day": [5, 10], "days_per_week": 5 }));
    assert_eq!(said["units"][0]["load"]["minutes_per_day"], 20);
    assert_eq!(
        said["units"][0]["load"]["contributors"][1],
        json!({
            "id": "w01-walk", "page": "w01-start", "minutes": 40,
            "title": { "no": "Gå en tur", "sv": "Ta en promenad" },
        })
    );
    assert_eq!(said["units"][1], json!({ "number": 2, "pages": 0 }));
    let [week, draft, new] = said["pages"].as_array().expect("a list").as_slice() else { panic!("{said}") };
    assert_eq!(week["review"], json!({ "by": "2026-01-01", "overdue": true }));
    assert_eq!(
        (&week["links_out"], &week["links_in"], &draft["links_in"]),
        (&json!(1), &json!(0), &json!(1))
    );
    assert_eq!(week["translations"][0]["state"], "source");
    assert_eq!(week["translations"][1]["state"], "stale");
    assert_eq!(
        week["translations"][0]["approvals"],
        json!([{ "role": "clinical", "given": "void", "by": "Kari", "date": "2025-12-01" }])
    );
    assert_eq!(week["translations"][1]["approvals"], json!([{ "role": "clinical", "given": "missing" }]));
    assert_eq!((&draft["translations"][0]["state"], &draft["translations"][1]), (&json!("draft"), &missing));
    assert_eq!(draft["translations"][0]["approvals"], json!([]), "a draft is not asked for yet");
    assert_eq!(new["translations"][0]["state"], "source");
    assert_eq!(new["translations"][1]["state"], "unaccepted");
    assert_eq!(
        new["translations"][0]["approvals"],
        json!([{ "role": "clinical", "given": "valid", "by": "Ola", "date": "2025-12-02" }]),
        "the one that holds counts, also where a later one is void"
    );
}

#[test]
fn dates_are_judged_by_the_source_and_not_by_a_clock() {
    let early = status(&tree(), "2026-01-01");
    assert_eq!(early["pages"][0]["review"], json!({ "by": "2026-01-01", "overdue": false }));
    assert_eq!(files(&tree(), "2026-11-20"), files(&tree(), "2026-11-20"));
}

#[test]
fn the_page_says_in_each_language_what_the_data_says() {
    let files = files(&tree(), "2026-11-20");
    for (page, words) in [
        (
            "no/index.html",
            [
                "lang=\"nb\"",
                ">Gå en tur</a>",
                "ikke bekreftet ennå</span>",
                "20 min om dagen, mer enn lovet",
                "1 utdatert",
                "Kladden",
                "kladd",
                "Kari",
            ],
        ),
        (
            "sv/index.html",
            [
                "lang=\"sv\"",
                ">Ta en promenad</a>",
                "inte bekräftad än</span>",
                "20 min om dagen, mer än utlovat",
                "1 inaktuell",
                "Kladden",
                "utkast",
                "Kari",
            ],
        ),
    ] {
        for words in words {
            assert!(files[page].contains(words), "{page} lacks {words}\n\n{}", files[page]);
        }
        assert!(!files[page].contains("<script") && !files[page].contains(" style="), "{page}");
    }
    // A title that there is in one language alone is said in that.
    assert!(files["sv/index.html"].contains("<span lang=\"nb\">Kladden</span>"));
}

#[test]
fn a_language_without_words_for_it_reads_the_page_in_english() {
    let mut tree = tree();
    tree.insert_text(
        "programme.yaml",
        &PROGRAMME.replace("sv: Prov", "fi: Koe").replace("sv: { tag: sv }", "fi: { tag: fi }"),
    );
    tree.insert_text("i18n/fi/site.ftl", &andrum::builtin().shown("i18n/en/site.ftl"));
    let page = &files(&tree, "2026-11-20")["fi/index.html"];
    assert!(page.contains("lang=\"en\" data-edition") && page.contains("How things stand"), "{page}");
}

#[test]
fn no_edition_holds_a_byte_of_it() {
    let tree = tree();
    let internal = files(&tree, "2026-11-20");
    let own: BTreeSet<&String> = internal.keys().filter(|path| path.contains("status")).collect();
    assert!(own.len() >= 3, "{own:?}");
    for (path, bytes) in edition_files(&tree, &programme(&tree), "patient") {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!path.contains("status"), "{path}");
        for word in ["Kladden", "Kari", "status.css", "andrum-status", "Slik står det til"] {
            assert!(!text.contains(word), "{path} holds {word}");
        }
    }
}

#[test]
fn an_edition_may_not_be_named_like_it() {
    let mut tree = tree();
    tree.insert_text("programme.yaml", &PROGRAMME.replace("  patient:", "  internal:"));
    let found = andrum::compile(&tree, &Beside::default()).diagnostics;
    assert!(found.iter().any(|found| found.message.key == "malformed-id-internal"), "{found:?}");
}

#[test]
fn its_words_are_the_same_in_every_language() {
    let tree = andrum::builtin();
    let words = |code| Words::load(tree, code, code, "status").value.places.into_keys().collect::<Vec<_>>();
    let sorted = |code| words(code).into_iter().collect::<BTreeSet<_>>();
    assert!(words("en").len() > 80);
    assert_eq!(sorted("en"), sorted("no"));
    assert_eq!(sorted("en"), sorted("sv"));
}
