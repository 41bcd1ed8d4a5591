//! Holds the catalogue of lints to its word: every fault that an author is likely to make is found, where it is made, and
//! nothing is said of pages that are right.
//!
//! `tests/corpus/base/` is a small programme without a fault. `faulty/<lint>.txt` holds slips that authors make, and
//! `good/` pages that look wrong and are not. A snippet begins with a line that says what happened, and shows the files that
//! differ from the programme below it, in the form of `common/story.rs`:
//!
//! ```text
//! === The page was renamed, and this link was forgotten
//! -- content/no/calm-breath.md (changed) --
//! -Blir du svimmel, så slipp tellingen. Prøv heller [[feel-feet]].
//! +Blir du svimmel, så slipp tellingen. Prøv heller [[foot-feel]].
//! //~ error[broken-link] "foot-feel" did you mean feel-feet
//! ```
//!
//! A faulty snippet has one fault, its file's, and one note. Where the compiler has a fix, the fix must leave a programme
//! without faults. A snippet that begins with "At release" is judged as a release is; one that begins with "Once
//! released", beside the lock of the programme below. Today is 20 November 2026. What the compiler does not say rightly
//! yet is marked `=== (awaits) …`: it is shown, and fails nothing until it is right and the mark is to go.
//!
//! `UPDATE=1 cargo test --test corpus` fills in the notes of snippets that have none; read each.

#![allow(clippy::disallowed_methods, reason = "a test reads its files")]

#[path = "common/story.rs"]
mod story;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use andrum::check::Beside;
use andrum::diag::{Diagnostic, Lint};
use andrum::release::lock::Lock;
use andrum::source::media::Stored;
use andrum::source::{Content, Tree};
use rayon::prelude::*;
use story::{Notes, Story, mended, words};

/// Fewer snippets, fewer of one lint, or fewer good ones, are a hole in the corpus.
const FAULTY: usize = 150;
const OF_EACH: usize = 2;
const GOOD: usize = 30;

/// Faults too large to be written down: a test beside the lint makes them.
const MADE: &[Lint] = &[Lint::CourseSize];

#[test]
fn the_programme_below_has_no_fault() {
    for release in [false, true] {
        assert_eq!(Judge { release, released: true, theme: true }.faults(&BASE), "", "release: {release}");
    }
}

#[test]
fn every_fault_is_found_where_it_is_and_no_other() {
    let snippets = Snippet::all("faulty");
    if std::env::var_os("UPDATE").is_some() {
        return update("faulty", &snippets);
    }
    let wrong = judge("faulty", &snippets, Snippet::why_not_faulty);
    let written = Lint::ALL.iter().filter(|lint| !MADE.contains(lint));
    let mut of_each: BTreeMap<&str, usize> = written.map(|lint| (lint.name(), 0)).collect();
    snippets.iter().for_each(|snippet| *of_each.entry(&snippet.file).or_default() += 1);
    of_each.retain(|name, count| *count < OF_EACH || Lint::named(name).is_none());
    assert_eq!(wrong, 0, "snippets that are not judged as they should");
    assert!(of_each.is_empty(), "lints with too few snippets, or no lints: {of_each:?}");
    let judged = snippets.iter().filter(|snippet| !snippet.awaits).count();
    assert!(judged >= FAULTY, "{judged} snippets of {FAULTY}");
}

#[test]
fn nothing_is_said_of_what_is_right() {
    let snippets = Snippet::all("good");
    assert_eq!(
        judge("good", &snippets, Snippet::why_not_good),
        0,
        "good snippets that are not met with silence"
    );
    assert!(snippets.len() >= GOOD, "{} snippets of {GOOD}", snippets.len());
}

/// Judges every snippet of a folder, shows what is wrong, and counts it. A snippet that awaits its lint may be wrong, and
/// must be.
fn judge(folder: &str, snippets: &[Snippet], why: fn(&Snippet) -> String) -> usize {
    let reports: Vec<String> = snippets.par_iter().map(why).collect();
    let mut wrong = 0;
    for (snippet, report) in snippets.iter().zip(reports) {
        let report = match (snippet.awaits, report.is_empty()) {
            (false, true) => continue,
            (true, true) => "It awaits nothing any more: take the mark away.\n".to_string(),
            (_, false) => report,
        };
        wrong += usize::from(!snippet.awaits || report.starts_with("It awaits"));
        tell(&format!("\n{folder}/{}.txt {}{report}", snippet.file, snippet.story.title));
    }
    let lints: BTreeSet<&str> = snippets.iter().map(|snippet| &*snippet.file).collect();
    let waiting = snippets.iter().filter(|snippet| snippet.awaits).count();
    let (count, files) = (snippets.len(), lints.len());
    tell(&format!("{count} {folder} snippets in {files} files, {waiting} of them awaiting their lint"));
    wrong
}

/// The programme that snippets are laid over, its media in memory, and what it promised when it was released.
static BASE: LazyLock<Tree> = LazyLock::new(|| {
    let read =
        andrum::host::disk::read(Path::new("tests/corpus/base")).expect("the programme below can be read");
    let mut base = Tree::default();
    for (path, content) in read.iter() {
        let mut content = content.clone();
        if let Content::Media(media) = &mut content
            && let Stored::Disk(place) = &media.stored
        {
            media.stored = Stored::Memory(std::fs::read(place).expect("a file that was just read").into());
        }
        base.insert(path.as_str(), content);
    }
    let programme = andrum::compile(&base, &Beside::default()).value;
    let lock = Lock::of(&programme, None, "1.0.0", "2026-10-01");
    base.insert_text("programme.lock", &serde_json::to_string_pretty(&lock).expect("a lock can be written"));
    base
});

/// How a snippet is judged.
#[derive(Clone, Copy)]
struct Judge {
    release: bool,
    /// Whether it has been released before.
    released: bool,
    /// Whether the theme and its words are read, which takes longer than all the rest.
    theme: bool,
}

impl Judge {
    fn diagnostics(self, tree: &Tree) -> Vec<Diagnostic> {
        let lock = Lock::read(tree).expect("a lock that can be read").filter(|_| self.released).map(Arc::new);
        let beside = Beside { lock: lock.as_ref(), today: Some("2026-11-20".into()) };
        let compiled = andrum::compile(tree, &beside);
        let mut found = compiled.diagnostics;
        if self.theme {
            found.extend(andrum::theme(tree, &compiled.value).diagnostics);
        }
        found.retain(|diagnostic| diagnostic.lint.level(self.release).is_some());
        found
    }

    /// The faults of a tree, a line each.
    fn faults(self, tree: &Tree) -> String {
        let line = |diagnostic: &Diagnostic| {
            let (line, words) = words(tree, &diagnostic.place);
            let (path, lint) = (&diagnostic.place.path, diagnostic.lint.name());
            format!("{path}:{line}: {lint} \"{words}\", {:?}\n", diagnostic.message)
        };
        self.diagnostics(tree).iter().map(line).collect()
    }
}

struct Snippet {
    /// The name of its file, without the ending.
    file: String,
    awaits: bool,
    judge: Judge,
    story: Story,
}

impl Snippet {
    fn all(folder: &str) -> Vec<Snippet> {
        // Made before snippets are judged on all cores: what is made by all cores can't be waited for by all of them.
        LazyLock::force(&BASE);
        let below = {
            let mut below = BASE.clone();
            below.fall_back_on(andrum::builtin());
            below
        };
        let mut snippets = Vec::new();
        for path in files(folder) {
            let file = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&path).expect("UTF-8");
            for text in text.split_inclusive('\n').fold(Vec::<String>::new(), by_snippet) {
                let story = Story::read(&text, &below)
                    .unwrap_or_else(|why| panic!("{}: {why}\n{text}", path.display()));
                snippets.push(Snippet::of(file.clone(), story));
            }
        }
        snippets
    }

    fn of(file: String, story: Story) -> Snippet {
        let title = story.title.trim_start_matches("=== ");
        let awaits = title.starts_with("(awaits) ");
        let title = title.trim_start_matches("(awaits) ");
        let judge = Judge {
            release: title.starts_with("At release"),
            released: title.starts_with("Once released"),
            theme: story.sections.iter().any(|section| !section.path.ends_with(".md")),
        };
        Snippet { file, awaits, judge, story }
    }

    fn notes(&self, tree: &Tree, found: &[Diagnostic]) -> Notes {
        let mut notes = Notes::new();
        for diagnostic in found {
            let level = diagnostic.lint.level(self.judge.release).map_or("", |level| level.name());
            let (place, note) = self.story.note(tree, &diagnostic.place, level, diagnostic);
            notes.entry(place).or_default().push(note);
        }
        notes.values_mut().for_each(|notes| notes.sort());
        notes
    }

    fn why_not_faulty(&self) -> String {
        let tree = self.story.laid_over(&BASE);
        let found = self.judge.diagnostics(&tree);
        let mut report = self.story.differences(&self.notes(&tree, &found));
        let notes: Vec<_> = self.story.notes.values().flatten().collect();
        if notes.len() != 1 || !notes[0].contains(&format!("[{}]", self.file)) {
            report += "\nOne note of the file's lint is expected.\n";
        }
        for diagnostic in found.iter().filter(|diagnostic| diagnostic.fix.is_some()) {
            let left = self.judge.faults(&mended(&tree, &[diagnostic]));
            if !left.is_empty() {
                report += &format!("\nThe fix leaves this:\n{left}");
            }
        }
        report
    }

    fn why_not_good(&self) -> String {
        assert!(self.story.notes.is_empty(), "a good snippet has no notes");
        let tree = self.story.laid_over(&BASE);
        self.judge.faults(&tree)
    }
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new("tests/corpus").join(folder);
    let entries = std::fs::read_dir(&folder).expect("a folder");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

/// Gathers lines to snippets.
fn by_snippet(mut snippets: Vec<String>, line: &str) -> Vec<String> {
    if line.starts_with("=== ") {
        snippets.push(String::new());
    }
    let last = snippets.last_mut().expect("a file begins with ===");
    last.push_str(line);
    snippets
}

/// Fills in the notes of snippets that have none.
fn update(folder: &str, snippets: &[Snippet]) {
    let texts = snippets.par_iter().map(|snippet| {
        if !snippet.story.notes.is_empty() {
            return snippet.story.with_notes(&snippet.story.notes);
        }
        let tree = snippet.story.laid_over(&BASE);
        let found = snippet.notes(&tree, &snippet.judge.diagnostics(&tree));
        for (place, notes) in found.iter().filter(|(place, _)| place.1 == 0) {
            tell(&format!(
                "{folder}/{}.txt {}not shown: {place:?} {notes:?}",
                snippet.file, snippet.story.title
            ));
        }
        snippet.story.with_notes(&found)
    });
    let mut files: BTreeMap<&str, String> = BTreeMap::new();
    for (snippet, text) in snippets.iter().zip(texts.collect::<Vec<_>>()) {
        files.entry(&snippet.file).or_default().push_str(&text);
    }
    for (file, text) in files {
        let path = Path::new("tests/corpus").join(folder).join(format!("{file}.txt"));
        std::fs::write(path, text).expect("the file can be written");
    }
}

/// Shown also when a test passes.
fn tell(words: &str) {
    let _ = writeln!(std::io::stderr(), "{words}");
}
