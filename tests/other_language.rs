//! How well `other-language` tells Norwegian from Swedish, on sentences that no list of words was made from: nearly every
//! sentence planted in the other language's page is found, and next to none that belongs there is blamed.
//!
//! `tests/near/no.txt` and `sv.txt` were written before the lists, and the lists are not mended by them. `odd-no.txt` and
//! `odd-sv.txt` are right where they stand, but full of the neighbour's names and titles; `both.txt` reads the same in
//! both, or is in neither.

#![allow(clippy::disallowed_methods, reason = "a test reads its files")]

use std::path::{Path as File, PathBuf};

use andrum::check::{Beside, Reading};
use andrum::diag::{Diagnostic, Lint};
use andrum::model::Programme;
use andrum::source::{Content, Tree};

const FEWEST_WORDS: usize = 6;

#[test]
fn planted_sentences_are_found() {
    for (home, other) in [("no", "sv"), ("sv", "no")] {
        let around = long_lines(home);
        let planted = long_lines(other);
        assert!(planted.len() >= 200, "{} sentences", planted.len());
        // A page for every ten, each sentence in the middle of a paragraph.
        let mut tree = project();
        for (page, sentences) in planted.chunks(10).enumerate() {
            let paragraphs = sentences.iter().enumerate().map(|(at, sentence)| {
                let pick = |step: usize| &around[(page * 37 + at * 2 + step) % around.len()];
                format!("{} {sentence} {}\n\n", pick(0), pick(1))
            });
            add(&mut tree, home, &format!("planted-{page}"), &paragraphs.collect::<String>());
        }
        let blamed = blamed(&tree);
        let missed: Vec<&String> = planted.iter().filter(|sentence| !blamed.contains(*sentence)).collect();
        let strays: Vec<&String> = blamed.iter().filter(|words| !planted.contains(*words)).collect();
        let share = 100.0 * (planted.len() - missed.len()) as f64 / planted.len() as f64;
        println!("{other} in {home}: {share:.1} % of {} found; missed {missed:#?}", planted.len());
        assert!(share >= 95.0, "{other} in {home}: only {share:.1} % found");
        assert!(strays.is_empty(), "blamed more than what was planted: {strays:#?}");
    }
}

#[test]
fn next_to_no_sentence_is_blamed_where_it_belongs() {
    for language in ["no", "sv"] {
        let mut tree = project();
        for name in [language, &format!("odd-{language}"), "both"] {
            add(&mut tree, language, &format!("lines-{name}"), &lines(name).join("\n\n"));
        }
        for folder in
            [root().join("content").join(language), root().join("i18n").join(language).join("lints")]
        {
            for (at, file) in markdown(&folder).iter().enumerate() {
                let text = std::fs::read_to_string(file).expect("a page");
                let body = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
                let folder = folder.file_name().expect("a name").to_string_lossy();
                add(&mut tree, language, &format!("{folder}-{at}"), body.map_or(&text, |(_, body)| body));
            }
        }
        let programme = compile(&tree).0;
        let sentences: usize = programme.everything().map(|page| count(&programme, page)).sum();
        let alarms = blamed(&tree);
        println!("{language}: {} false alarms in {sentences} sentences {alarms:#?}", alarms.len());
        assert!(sentences >= 1000, "{language}: {sentences} sentences are too few to tell");
        assert!(alarms.len() * 1000 <= sentences, "{language}: {alarms:#?} in {sentences} sentences");
    }
}

/// Roughly how many sentences of a page are long enough to be judged.
fn count(programme: &Programme, page: &andrum::model::page::Page) -> usize {
    let long = |sentence: &&str| sentence.split_whitespace().count() >= FEWEST_WORDS;
    let count_in = |words: &str| words.split_inclusive(['.', '!', '?']).filter(long).count();
    let readings = page.present().map(|(at, text)| Reading::of(programme, page, at, text));
    readings.flat_map(|reading| reading.passages).map(|passage| count_in(&passage.text)).sum()
}

/// The words under each alarm.
fn blamed(tree: &Tree) -> Vec<String> {
    let words = |fault: &Diagnostic| {
        let text = String::from_utf8_lossy(tree.bytes(fault.place.path.as_str()).expect("a page"));
        text[fault.place.span.start as usize..fault.place.span.end as usize].replace('\n', " ")
    };
    compile(tree).1.iter().filter(|fault| fault.lint == Lint::OtherLanguage).map(words).collect()
}

fn compile(tree: &Tree) -> (Programme, Vec<Diagnostic>) {
    let outcome = andrum::compile(tree, &Beside::default());
    (outcome.value, outcome.diagnostics)
}

fn project() -> Tree {
    let mut tree = Tree::default();
    tree.fall_back_on(andrum::builtin());
    let programme = std::fs::read(root().join("tests/suite/programme.yaml")).expect("programme.yaml");
    tree.insert("programme.yaml", Content::Bytes(programme.into()));
    tree
}

fn add(tree: &mut Tree, language: &str, id: &str, body: &str) {
    let page = format!("---\nid: {id}\nkind: page\ntitle: Test\n---\n\n{body}\n");
    tree.insert(&format!("content/{language}/{id}.md"), Content::Bytes(page.into_bytes().into()));
}

fn long_lines(name: &str) -> Vec<String> {
    let long = |line: &String| line.split_whitespace().count() >= FEWEST_WORDS;
    lines(name).into_iter().filter(long).collect()
}

fn lines(name: &str) -> Vec<String> {
    let file = root().join(format!("tests/near/{name}.txt"));
    std::fs::read_to_string(file).expect("sentences").lines().map(str::to_string).collect()
}

fn markdown(folder: &File) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        match entry.path() {
            path if path.is_dir() => files.extend(markdown(&path)),
            path if path.extension().is_some_and(|ending| ending == "md") => files.push(path),
            _ => {}
        }
    }
    files.sort();
    files
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
