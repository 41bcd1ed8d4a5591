//! A page as plain text, which a search looks through and an app reads aloud: a line for each thing that is said.

mod common;

use andrum::check::Beside;
use andrum::source::Tree;
use common::{edition_files, errors};

const PROGRAMME: &str = "\
id: prove
version: 0.1.0
title: { no: Prøve }
languages: { no: { tag: nb } }
editions: { patient: { audiences: [patient] } }
schedule: { unit: week, count: 1 }
";

/// The lines of a page with this text, as the site's search holds them.
fn lines(text: &str) -> Vec<String> {
    let mut tree = Tree::default();
    tree.insert_text("programme.yaml", PROGRAMME);
    tree.insert_text("content/no/side.md", &format!("---\nid: side\nkind: page\ntitle: Side\n---\n{text}"));
    tree.fall_back_on(andrum::builtin());
    let programme = andrum::compile(&tree, &Beside::default());
    assert!(errors(&programme.diagnostics).is_empty(), "{:?}", programme.diagnostics);
    let files = edition_files(&tree, &programme.value, "patient");
    let (_, script) = files.iter().find(|(path, _)| path.ends_with("no/search/0.js")).expect("a search");
    let script = String::from_utf8_lossy(script);
    let list = script.split_once(", ").and_then(|(_, rest)| rest.strip_suffix(");\n")).expect("a call");
    let pages: Vec<String> = serde_json::from_str(list).expect("a list");
    pages.concat().split('\n').map(String::from).collect()
}

#[test]
fn each_paragraph_heading_step_and_row_is_a_line() {
    let text = "## Pusten\n\nPust ut,\nrolig.\n\n1. Sett deg.\n2. Lytt.\n\n| Dag | Tid |\n|---|---|\n| mandag | 5 |\n\n> Bare kjenn.\n";
    assert_eq!(
        lines(text),
        ["Pusten", "Pust ut, rolig.", "Sett deg.", "Lytt.", "Dag · Tid", "mandag · 5", "Bare kjenn."]
    );
}

#[test]
fn space_around_words_and_lines_without_words_fall_away() {
    assert_eq!(
        lines("Først.[^1]\n\n&nbsp;Så stille&nbsp;\n\n&nbsp;\n\n[^1]: Noten.\n"),
        ["Først.", "Så stille"]
    );
}
