//! The wiring for editors in `.vscode/`: its schemas are those that the program prints, every block has a snippet in both
//! languages, and what a snippet writes passes every check. `UPDATE=1 cargo test --test editor` writes the schemas anew.

#![allow(clippy::disallowed_methods, reason = "a test reads the files it is about")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use andrum::check::Beside;
use andrum::diag::Level;
use andrum::host::disk;
use andrum::model::block::ROWS;
use andrum::syntax::front::{self, KINDS};
use andrum::syntax::project;
use serde_json::Value;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(".vscode")
}

fn json(name: &str) -> Value {
    let text = std::fs::read_to_string(folder().join(name)).expect("a file");
    serde_json::from_str(&text).unwrap_or_else(|fault| panic!("{name}: {fault}"))
}

#[test]
fn schemas_are_those_that_the_program_prints() {
    for (name, schema) in [("page", front::schema()), ("programme", project::schema())] {
        let path = folder().join(format!("schemas/{name}.schema.json"));
        let printed = serde_json::to_string_pretty(&schema).expect("JSON") + "\n";
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &printed).expect("a schema can be written");
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == printed, "{name}: write it anew with UPDATE=1 cargo test --test editor");
    }
}

#[test]
fn settings_name_files_that_are_there() {
    let settings = json("settings.json");
    let schemas = settings["yaml.schemas"].as_object().expect("schemas");
    for (schema, file) in schemas {
        let root = folder().join("..");
        assert!(
            root.join(schema).is_file() && root.join(file.as_str().expect("a file")).is_file(),
            "{schema}"
        );
    }
    assert!(json("extensions.json")["recommendations"].is_array());
}

#[test]
fn tasks_offer_every_kind_of_page() {
    let kinds: Vec<&str> = KINDS.iter().map(|kind| kind.name).collect();
    assert_eq!(json("tasks.json")["inputs"][0]["options"], Value::from(kinds));
}

#[test]
fn every_block_has_a_snippet_in_both_languages() {
    let snippets = snippets();
    for row in ROWS {
        for language in ["no", "sv"] {
            let snippet = &snippets.get(&format!("{} ({language})", row.name)).expect(row.name);
            assert!(snippet.prefixes.iter().any(|prefix| prefix == row.name), "{} by its name", row.name);
        }
    }
    assert_eq!(snippets.len(), 2 * (ROWS.len() + 1), "a snippet of no block");
}

/// All the snippets of a language make one page, and the two pages are twins, in the repository's own programme.
#[test]
fn what_snippets_write_passes_every_check() {
    let mut tree = disk::read(&folder().join("..")).expect("the repository");
    for language in ["no", "sv"] {
        let ours = |name: &str| name.ends_with(&format!("({language})"));
        let snippets: BTreeMap<_, _> = snippets().into_iter().filter(|(name, _)| ours(name)).collect();
        let header = &snippets[&format!("header ({language})")];
        tree.insert_text(&format!("content/{language}/head.md"), &header.written("head"));
        let mut page = String::from(
            "---\nid: all\nkind: module\ntitle: T\nminutes: 60\noutcomes: [ { id: o1, text: T } ]\n---\n\n## H\n",
        );
        for (_, snippet) in snippets.iter().filter(|(name, _)| !name.starts_with("header")) {
            page += "\n";
            page += &snippet.written("all");
        }
        assert!(!page.contains('$'), "{page}");
        tree.insert_text(&format!("content/{language}/all.md"), &page);
    }
    let found = andrum::compile(&tree, &Beside::default()).diagnostics;
    let errors = found.iter().filter(|found| found.lint.level(false) == Some(Level::Error));
    assert_eq!(errors.collect::<Vec<_>>(), Vec::<&andrum::diag::Diagnostic>::new());
}

struct Snippet {
    prefixes: Vec<String>,
    body: String,
}

fn snippets() -> BTreeMap<String, Snippet> {
    let all = json("markdown.code-snippets");
    let texts = |value: &Value| -> Vec<String> {
        let list = value.as_array().expect("a list");
        list.iter().map(|text| text.as_str().expect("a text").to_string()).collect()
    };
    let rows = all.as_object().expect("snippets").iter();
    rows.map(|(name, row)| {
        assert_eq!(row["scope"], "markdown", "{name}");
        assert!(!row["description"].as_str().expect(name).is_empty());
        (
            name.clone(),
            Snippet { prefixes: texts(&row["prefix"]), body: texts(&row["body"]).join("\n") + "\n" },
        )
    })
    .collect()
}

impl Snippet {
    /// What an author has who accepts every suggestion in a file called `base`.
    fn written(&self, base: &str) -> String {
        let mut known = BTreeMap::new();
        fill(&self.body.replace("${TM_FILENAME_BASE}", base), &mut known)
    }
}

/// Fills `${1:words}`, `${1|first,second|}`, `$1` and `$0`.
fn fill(text: &str, known: &mut BTreeMap<String, String>) -> String {
    let Some((before, after)) = text.split_once('$') else { return text.into() };
    let (value, rest) = match after.strip_prefix('{') {
        Some(inside) => {
            let (inside, rest) = inside.split_once('}').expect("a placeholder that is closed");
            let (number, words) = inside.split_once([':', '|']).expect("words to begin with");
            let first = match inside.ends_with('|') {
                true => words.split([',', '|']).next().unwrap_or_default(),
                false => words,
            };
            known.insert(number.into(), first.into());
            (first.to_string(), rest)
        }
        None => {
            let digits = after.bytes().take_while(u8::is_ascii_digit).count();
            let (number, rest) = after.split_at(digits);
            (known.get(number).cloned().unwrap_or_default(), rest)
        }
    };
    format!("{before}{value}{}", fill(rest, known))
}
