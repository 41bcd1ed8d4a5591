//! Holds the guides in `docs/no/` and `docs/sv/` to the program: every example compiles, every message that is shown is
//! what `andrum check` says of the example above it, every picture was made of the example as it stands.
//!
//! An example is a fence whose first word is `markdown`. The examples of a section make one project, together with the
//! pages of `tests/guides/`. A whole page has its header; other examples stand on a page about rest. Words behind
//! `markdown` say more:
//!
//! - a path (`content/no/tools/window.md`) is where a page lies; else it lies at `content/<language>/<id>.md`;
//! - the name of another language, for a twin;
//! - another word is the name of the example's picture: `docs/pictures/<language>/<word>.png`.
//!
//! A fence `text` that opens with a level and a lint is what `check` says of the examples before it. Those after it mend
//! the fault. `UPDATE=1 cargo test --test guides` writes such fences anew.

#![allow(clippy::disallowed_methods, reason = "a test reads the documents it is about")]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use andrum::check::Beside;
use andrum::diag::{Diagnostic, Level, Lint};
use andrum::host::disk;
use andrum::host::report::{Format, Report};
use andrum::model::words::Words;
use andrum::source::{Tree, sha256};

const LANGUAGES: &[&str] = &["no", "sv"];

#[test]
fn examples_compile_and_messages_are_what_check_says() {
    let mut faults = Vec::new();
    let (mut examples, mut messages) = (0, 0);
    let base = base();
    for (language, path, text) in guides() {
        let mut written = text.clone();
        for section in sections(&text) {
            let judged = section.judge(language, base.clone());
            examples += section.fences.iter().filter(|fence| fence.is_example()).count();
            messages += section.message().is_some() as usize;
            faults.extend(judged.faults.into_iter().map(|fault| format!("{}: {fault}", path.display())));
            if let (Some(shown), Some(said)) = (section.message(), judged.said)
                && shown.text != said
            {
                written = written.replace(&shown.text, &said);
                faults.push(format!("{}: check says\n{said}and the guide\n{}", path.display(), shown.text));
            }
        }
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, written).expect("a guide to write");
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(examples >= 80 && messages >= 20, "only {examples} examples and {messages} messages were found");
}

/// `tests/browser/pictures.mjs` notes what each picture was made of.
#[test]
fn pictures_are_of_the_examples() {
    let pictures = root().join("docs/pictures");
    let made_of = fs::read_to_string(pictures.join("made-of.txt")).unwrap_or_default();
    let mut faults = Vec::new();
    let mut wanted = BTreeSet::new();
    for (language, path, text) in guides() {
        for fence in sections(&text).iter().flat_map(|section| &section.fences) {
            let Some(name) = fence.picture() else { continue };
            let name = format!("{language}/{name}.png");
            let line = format!("{name} {}", &sha256(fence.text.as_bytes())[..16]);
            if !made_of.lines().any(|made| made == line) || !pictures.join(&name).exists() {
                faults.push(format!("{name} is older than its example: node tests/browser/pictures.mjs"));
            }
            if !text.contains(&format!("](../pictures/{name})")) {
                faults.push(format!("{} does not show {name}", path.display()));
            }
            wanted.insert(name);
        }
    }
    let there = LANGUAGES.iter().flat_map(|language| {
        let folder = fs::read_dir(pictures.join(language)).into_iter().flatten().flatten();
        folder.map(move |entry| format!("{language}/{}", entry.file_name().to_string_lossy()))
    });
    faults.extend(
        there.filter(|name| !wanted.contains(name)).map(|name| format!("no example is shown by {name}")),
    );
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What may be allowed at one place, as `docs/writing.md` lists it.
#[test]
fn writing_names_every_lint_that_may_be_allowed() {
    let text = fs::read_to_string(root().join("docs/writing.md")).expect("a document");
    let (_, after) = text.split_once("These can be allowed:").expect("the list is introduced");
    let list = after.split("\n\n").next().unwrap_or_default();
    let named: BTreeSet<&str> = list.split('`').skip(1).step_by(2).collect();
    let lints = Lint::ALL.iter().filter(|lint| lint.may_be_allowed());
    assert_eq!(named, lints.map(|lint| lint.name()).collect::<BTreeSet<_>>());
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every guide with its language.
fn guides() -> Vec<(&'static str, PathBuf, String)> {
    let mut guides = Vec::new();
    for language in LANGUAGES {
        for entry in fs::read_dir(root().join("docs").join(language)).expect("a folder of guides") {
            let path = entry.expect("an entry").path();
            let text = fs::read_to_string(&path).expect("a guide");
            guides.push((*language, path, text));
        }
    }
    guides.sort();
    guides
}

/// What stands from one heading to the next.
struct Section {
    heading: String,
    fences: Vec<Fence>,
}

struct Fence {
    /// The words behind the three back-ticks.
    info: Vec<String>,
    text: String,
}

fn sections(text: &str) -> Vec<Section> {
    let mut sections = vec![Section { heading: "the beginning".into(), fences: Vec::new() }];
    let mut open: Option<Fence> = None;
    for line in text.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (Some(_), Some(_)) => {
                let fence = open.take();
                sections.last_mut().expect("a section").fences.extend(fence);
            }
            (Some(fence), None) => fence.text.extend([line, "\n"]),
            (None, Some(info)) => {
                let info = info.split_whitespace().map(String::from).collect();
                open = Some(Fence { info, text: String::new() });
            }
            (None, None) if line.starts_with('#') => {
                sections.push(Section { heading: line.into(), fences: Vec::new() });
            }
            (None, None) => {}
        }
    }
    sections
}

impl Fence {
    fn is_example(&self) -> bool {
        self.info.first().is_some_and(|word| word == "markdown")
    }

    /// The lint that this fence shows the message of.
    fn lint(&self) -> Option<Lint> {
        let (_, rest) = self.text.lines().next().filter(|_| self.info == ["text"])?.split_once('[')?;
        Lint::named(rest.split_once("]: ")?.0)
    }

    /// The name of the picture that shows it.
    fn picture(&self) -> Option<&str> {
        let words = self.info.iter().skip(1).filter(|_| self.is_example());
        words.map(String::as_str).find(|word| !word.contains('/') && !LANGUAGES.contains(word))
    }

    /// Where the example lies as a file, and its whole text.
    fn file(&self, language: &str) -> (String, String) {
        let named = |word: &&String| LANGUAGES.contains(&word.as_str());
        let language = self.info.iter().find(named).map_or(language, String::as_str);
        let path = self.info.iter().find(|word| word.contains('/'));
        if !self.text.starts_with("---\n") {
            let head = "---\nid: w04-rest\nkind: page\ntitle: Ro\n---\n\n";
            let path = path.cloned().unwrap_or(format!("content/{language}/w04-rest.md"));
            return (path, format!("{head}{}", self.text));
        }
        let id = self.text.lines().find_map(|line| line.strip_prefix("id: ")).unwrap_or("window");
        (path.cloned().unwrap_or(format!("content/{language}/{id}.md")), self.text.clone())
    }
}

/// What is wrong with a section, and what `check` says of the fault it shows.
#[derive(Default)]
struct Judged {
    faults: Vec<String>,
    said: Option<String>,
}

impl Section {
    fn message(&self) -> Option<&Fence> {
        self.fences.iter().find(|fence| fence.lint().is_some())
    }

    fn judge(&self, language: &str, mut tree: Tree) -> Judged {
        let mut judged = Judged::default();
        let mut pages = BTreeSet::new();
        let mut lint = None;
        for fence in &self.fences {
            if fence.is_example() {
                let (path, text) = fence.file(language);
                tree.insert_text(&path, &text);
                if !pages.insert(path.clone()) && lint.is_none() {
                    judged.faults.push(format!("{}: two examples at {path}", self.heading));
                }
            } else if let Some(shown) = fence.lint() {
                let found = found(&tree, &pages);
                let found: Vec<_> = found.into_iter().filter(|fault| fault.lint == shown).collect();
                judged.said = Some(draw(&tree, language, &found));
                lint = Some(shown);
            }
        }
        let mended = self.fences.last().is_some_and(Fence::is_example);
        for fault in found(&tree, &pages) {
            let error = fault.lint.level(false) == Some(Level::Error);
            if (error && (lint.is_none() || mended)) || (mended && Some(fault.lint) == lint) {
                judged.faults.push(format!("{}\n{}", self.heading, draw(&tree, language, &[fault])));
            }
        }
        judged
    }
}

/// The project that every example is put in.
fn base() -> Tree {
    let mut tree = disk::read(&root().join("tests/guides")).expect("the project of the guides");
    for (path, content) in disk::read(&root()).expect("the repository").below("content/media") {
        tree.insert(path.as_str(), content.clone());
    }
    tree
}

/// What is found on these pages.
fn found(tree: &Tree, pages: &BTreeSet<String>) -> Vec<Diagnostic> {
    let found = andrum::compile(tree, &Beside::default()).diagnostics;
    found.into_iter().filter(|fault| pages.contains(fault.place.path.as_str())).collect()
}

fn draw(tree: &Tree, language: &str, found: &[Diagnostic]) -> String {
    let words = Words::load(andrum::builtin(), language, language, "check").value;
    let report = Report { tree, words: &words, release: false, format: Format::Text, color: false };
    report.draw(found).trim_end().to_string() + "\n"
}
