//! Runs every story in `tests/suite/`, in memory.
//!
//! A story is a text file. Its first paragraph says what it shows; each section `-- path --` that follows is a file of a
//! project. What the compiler must say stands in the files themselves, in notes about the nearest line above:
//!
//! ```text
//! A page written in Norwegian only is reported at its title.
//!
//! -- content/no/sovn.md --
//! ---
//! id: sovn
//! kind: page
//! title: Søvn
//! //~ warning[missing-translation] "Søvn"
//! ---
//! ```
//!
//! Notes are taken out before the project is compiled, and what is found must be exactly what they say: level, lint, the
//! words under the label, and behind them what was meant (`did you mean title`) or where a block should have closed
//! (`close after "the last line of it"`). `//~ see[lint] "words"` is a second place that a diagnostic shows.
//! `UPDATE=1 cargo test --test suite` writes the notes anew from what was found.
//!
//! A story whose first words are "At release" is judged as a release is. Today is 20 November 2026.
//!
//! A path may be followed by how the file is odd: `-- content/no/sovn.md (crlf, bom) --`, see [`story::Oddity`].

#![allow(clippy::disallowed_methods, reason = "a test reads its files")]

#[path = "common/story.rs"]
mod story;

use std::path::Path as File;
use std::sync::Arc;

use andrum::check::Beside;
use andrum::diag::{Diagnostic, Lint};
use andrum::release::lock::Lock;
use andrum::source::{Place, Tree};
use story::{Notes, Story, mended, words};

datatest_stable::harness! {
    { test = holds, root = "tests/suite", pattern = r"\.txt$" },
}

fn holds(file: &File) -> datatest_stable::Result<()> {
    let text = std::fs::read_to_string(file)?;
    let story = Story::read(&text, &Tree::default())?;
    let tree = tree(&story);
    let found = found(&story, &tree);
    if std::env::var_os("UPDATE").is_some() {
        let updated = story.with_notes(&found);
        if updated != text {
            std::fs::write(file, updated)?;
        }
        return Ok(());
    }
    let report = story.differences(&found) + &unmended(&tree);
    if report.is_empty() { Ok(()) } else { Err(Box::new(Failure(format!("{}{report}", story.title)))) }
}

/// What is wrong with nearly every story, since its project is small: a story that notes one of these is held to all of
/// them, and one that notes none is about something else.
const RARELY_MEANT: &[Lint] =
    &[Lint::MissingPage, Lint::TranslationUnmarked, Lint::Governance, Lint::UnwrittenUnit];

/// What is found on the day that stories are read on, beside the `programme.lock` that a story may hold.
fn compile(tree: &Tree) -> Vec<Diagnostic> {
    let lock = Lock::read(tree).expect("a lock that can be read").map(Arc::new);
    andrum::compile(tree, &Beside { lock: lock.as_ref(), today: Some("2026-11-20".into()) }).diagnostics
}

/// The story's files, and a `programme.yaml` where it brings none.
fn tree(story: &Story) -> Tree {
    let mut project = Tree::default();
    let swedish = story.sections.iter().any(|section| section.path.starts_with("content/sv/"));
    let lines = include_str!("suite/programme.yaml").split_inclusive('\n');
    let programme: String = lines.filter(|line| swedish || !line.starts_with("  sv:")).collect();
    project.insert_text("programme.yaml", &programme);
    story.laid_over(&project)
}

/// What is found, as notes.
fn found(story: &Story, tree: &Tree) -> Notes {
    let mut notes = Notes::new();
    let mut note = |place: &Place, level: &str, diagnostic: &Diagnostic| {
        let (place, note) = story.note(tree, place, level, diagnostic);
        notes.entry(place).or_default().push(note);
    };
    let release = story.title.starts_with("At release");
    for diagnostic in &compile(tree) {
        let Some(level) = diagnostic.lint.level(release) else { continue };
        if RARELY_MEANT.contains(&diagnostic.lint) && !notes_any(story, diagnostic.lint) {
            continue;
        }
        note(&diagnostic.place, level.name(), diagnostic);
        for label in &diagnostic.related {
            note(&label.place, "see", diagnostic);
        }
    }
    notes.values_mut().for_each(|notes| notes.sort());
    notes
}

fn notes_any(story: &Story, lint: Lint) -> bool {
    let named = format!("[{}]", lint.name());
    story.notes.values().flatten().any(|note| note.contains(&named))
}

/// Fixes that leave standing what they should mend, and minted ids that clash.
fn unmended(tree: &Tree) -> String {
    let mut report = String::new();
    let found = compile(tree);
    for diagnostic in found.iter().filter(|diagnostic| diagnostic.fix.is_some()) {
        let mended = mended(tree, &[diagnostic]);
        let start = |found: &Diagnostic| (found.lint, found.place.path.clone(), found.place.span.start);
        let same = |other: &Diagnostic| start(other) == start(diagnostic);
        if compile(&mended).iter().any(same) {
            let (line, words) = words(tree, &diagnostic.place);
            let (path, lint) = (&diagnostic.place.path, diagnostic.lint.name());
            report += &format!(
                "\nThe fix for {lint} \"{words}\" in {path}, line {line} without notes, mends nothing.\n"
            );
        }
    }
    let without_id: Vec<_> = found.iter().filter(|diagnostic| diagnostic.lint == Lint::MissingId).collect();
    let twice =
        |found: &[Diagnostic]| found.iter().filter(|diagnostic| diagnostic.lint == Lint::DuplicateId).count();
    if twice(&compile(&mended(tree, &without_id))) > twice(&found) {
        report += "\nThe ids that are minted clash.\n";
    }
    report
}

/// What a failing story shows; the runner prints the debug form of an error.
struct Failure(String);

impl std::fmt::Debug for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}
