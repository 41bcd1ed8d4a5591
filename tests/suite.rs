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
//! A path may be followed by how the file is odd: `-- content/no/sovn.md (crlf, bom) --`, see [`Oddity`].

#![allow(clippy::disallowed_methods, reason = "a test reads its files")]

use std::collections::BTreeMap;
use std::path::Path as File;

use andrum::check::Beside;
use andrum::diag::{Diagnostic, Lint};
use andrum::release::lock::Lock;
use andrum::source::media::Stored;
use andrum::source::{Content, Lines, Media, Path, Place, Span, Tree};
use unicode_normalization::UnicodeNormalization;

datatest_stable::harness! {
    { test = story, root = "tests/suite", pattern = r"\.txt$" },
}

fn story(file: &File) -> datatest_stable::Result<()> {
    let text = std::fs::read_to_string(file)?;
    let story = Story::read(&text)?;
    let found = story.found();
    if std::env::var_os("UPDATE").is_some() {
        let updated = story.with_notes(&found);
        if updated != text {
            std::fs::write(file, updated)?;
        }
        return Ok(());
    }
    let report = story.differences(&found) + &story.unmended();
    if report.is_empty() { Ok(()) } else { Err(Box::new(Failure(format!("{}{report}", story.title)))) }
}

/// What is wrong with nearly every story, since its project is small: a story that notes one of these is held to all of
/// them, and one that notes none is about something else.
const RARELY_MEANT: &[Lint] =
    &[Lint::MissingPage, Lint::TranslationUnmarked, Lint::Governance, Lint::UnwrittenUnit];

/// What is found on the day that stories are read on, beside the `programme.lock` that a story may hold.
fn compile(tree: &Tree) -> Vec<Diagnostic> {
    let lock = Lock::read(tree).expect("a lock that can be read");
    andrum::compile(tree, &Beside { lock: lock.as_ref(), today: Some("2026-11-20".into()) }).diagnostics
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

/// What a story says of one line of one file, and what the compiler says of it: the path, the line, the words of a note.
type Notes = BTreeMap<(String, usize), Vec<String>>;

struct Story {
    /// Everything before the first section.
    title: String,
    sections: Vec<Section>,
    notes: Notes,
}

struct Section {
    /// The words between the dashes.
    head: String,
    path: String,
    oddities: Vec<Oddity>,
    /// The file's lines, notes taken out.
    lines: Vec<String>,
}

/// How a file differs from plain text with Unix line ends.
#[derive(Clone, Copy, PartialEq)]
enum Oddity {
    /// Windows line ends.
    Crlf,
    /// A byte order mark.
    Bom,
    /// `\xE6` in it is a byte.
    Bytes,
    /// Its name is in Unicode's decomposed form, as macOS writes it.
    Nfd,
    /// A symbolic link that leads out of the project.
    Outside,
    /// No file at all; what is said of its absence is noted here.
    Missing,
    /// As many thousand bytes as this: `(501 kB)`.
    Heavy(usize),
}

impl Oddity {
    fn named(name: &str) -> Result<Oddity, String> {
        Ok(match name {
            "crlf" => Oddity::Crlf,
            "bom" => Oddity::Bom,
            "bytes" => Oddity::Bytes,
            "nfd" => Oddity::Nfd,
            "outside" => Oddity::Outside,
            "missing" => Oddity::Missing,
            name => match name.strip_suffix(" kB").and_then(|size| size.parse().ok()) {
                Some(size) => Oddity::Heavy(size),
                None => return Err(format!("a file can't be odd in this way: {name}")),
            },
        })
    }
}

impl Story {
    fn read(text: &str) -> Result<Story, String> {
        let mut story = Story { title: String::new(), sections: Vec::new(), notes: Notes::new() };
        for line in text.lines() {
            if let Some(head) = line.strip_prefix("-- ").and_then(|rest| rest.strip_suffix(" --")) {
                story.sections.push(Section::read(head)?);
                continue;
            }
            match (story.sections.last_mut(), line.strip_prefix("//~ ")) {
                (None, _) => story.title.extend([line, "\n"]),
                (Some(section), None) => section.lines.push(line.into()),
                (Some(section), Some(note)) => {
                    let place = (section.path.clone(), section.lines.len().max(1));
                    story.notes.entry(place).or_default().push(note.into());
                }
            }
        }
        story.notes.values_mut().for_each(|notes| notes.sort());
        if story.sections.is_empty() { Err("a story needs a file".into()) } else { Ok(story) }
    }

    fn tree(&self) -> Tree {
        let mut tree = Tree::default();
        if !self
            .sections
            .iter()
            .any(|section| section.path == "programme.yaml" && section.is(Oddity::Missing))
        {
            tree.insert_text("programme.yaml", &self.programme());
        }
        for section in &self.sections {
            section.insert(&mut tree);
        }
        tree.fall_back_on(&andrum::builtin());
        tree
    }

    fn programme(&self) -> String {
        let swedish = self.sections.iter().any(|section| section.path.starts_with("content/sv/"));
        let lines = include_str!("suite/programme.yaml").split_inclusive('\n');
        lines.filter(|line| swedish || !line.starts_with("  sv:")).collect()
    }

    /// Compiles the story and words what is found as notes.
    fn found(&self) -> Notes {
        let tree = self.tree();
        let mut notes = Notes::new();
        let mut note = |place: &Place, level: &str, diagnostic: &Diagnostic, behind: String| {
            let (line, words) = words(&tree, place);
            let note = format!("{level}[{}] \"{words}\"{behind}", diagnostic.lint.name());
            notes.entry((place.path.to_string(), line)).or_default().push(note);
        };
        let release = self.title.starts_with("At release");
        for diagnostic in &compile(&tree) {
            let Some(level) = diagnostic.lint.level(release) else { continue };
            if RARELY_MEANT.contains(&diagnostic.lint) && !self.notes_any(diagnostic.lint) {
                continue;
            }
            let level = level.name();
            note(&diagnostic.place, level, diagnostic, behind(&tree, diagnostic));
            for label in &diagnostic.related {
                note(&label.place, "see", diagnostic, String::new());
            }
        }
        notes.values_mut().for_each(|notes| notes.sort());
        notes
    }

    fn notes_any(&self, lint: Lint) -> bool {
        let named = format!("[{}]", lint.name());
        self.notes.values().flatten().any(|note| note.contains(&named))
    }

    /// What was found and not noted, and what was noted and not found, as lines to paste.
    fn differences(&self, found: &Notes) -> String {
        let mut report = String::new();
        let places: std::collections::BTreeSet<_> = self.notes.keys().chain(found.keys()).collect();
        for place in places {
            let (noted, found) = (self.notes.get(place), found.get(place));
            if noted == found {
                continue;
            }
            let lines =
                self.sections.iter().find(|section| section.path == place.0).map(|section| &section.lines);
            let line = lines.and_then(|lines| lines.get(place.1 - 1)).map_or("", String::as_str);
            report += &format!("\n-- {} --  line {} without notes\n  {line}\n", place.0, place.1);
            for note in noted.into_iter().flatten() {
                let mark = if found.is_some_and(|found| found.contains(note)) { "also" } else { "missing" };
                report += &format!("//~ {note}    <- {mark}\n");
            }
            for note in
                found.into_iter().flatten().filter(|note| !noted.is_some_and(|noted| noted.contains(note)))
            {
                report += &format!("//~ {note}    <- unexpected\n");
            }
        }
        report
    }

    /// Fixes that leave standing what they should mend, and minted ids that clash.
    fn unmended(&self) -> String {
        let tree = self.tree();
        let mut report = String::new();
        let found = compile(&tree);
        for diagnostic in found.iter().filter(|diagnostic| diagnostic.fix.is_some()) {
            let mended = mended(&tree, &[diagnostic]);
            let start = |found: &Diagnostic| (found.lint, found.place.path.clone(), found.place.span.start);
            let same = |other: &Diagnostic| start(other) == start(diagnostic);
            if compile(&mended).iter().any(same) {
                let (line, words) = words(&tree, &diagnostic.place);
                let (path, lint) = (&diagnostic.place.path, diagnostic.lint.name());
                report += &format!(
                    "\nThe fix for {lint} \"{words}\" in {path}, line {line} without notes, mends nothing.\n"
                );
            }
        }
        let without_id: Vec<_> =
            found.iter().filter(|diagnostic| diagnostic.lint == Lint::MissingId).collect();
        let twice = |found: &[Diagnostic]| {
            found.iter().filter(|diagnostic| diagnostic.lint == Lint::DuplicateId).count()
        };
        if twice(&compile(&mended(&tree, &without_id))) > twice(&found) {
            report += "\nThe ids that are minted clash.\n";
        }
        report
    }

    /// The story's text with these notes in place of its own.
    fn with_notes(&self, notes: &Notes) -> String {
        let mut text = self.title.clone();
        for section in &self.sections {
            text += &format!("-- {} --\n", section.head);
            for number in 1..=section.lines.len().max(1) {
                if let Some(line) = section.lines.get(number - 1) {
                    text += &format!("{line}\n");
                }
                for note in notes.get(&(section.path.clone(), number)).into_iter().flatten() {
                    text += &format!("//~ {note}\n");
                }
            }
        }
        text
    }
}

impl Section {
    fn read(head: &str) -> Result<Section, String> {
        let (path, oddities) = match head.strip_suffix(')').and_then(|head| head.split_once(" (")) {
            Some((path, oddities)) => {
                (path, oddities.split(", ").map(Oddity::named).collect::<Result<_, _>>()?)
            }
            None => (head, Vec::new()),
        };
        Ok(Section { head: head.into(), path: path.into(), oddities, lines: Vec::new() })
    }

    fn is(&self, oddity: Oddity) -> bool {
        self.oddities.contains(&oddity)
    }

    fn insert(&self, tree: &mut Tree) {
        if self.is(Oddity::Missing) {
            return;
        }
        let path = if self.is(Oddity::Nfd) { self.path.nfd().collect() } else { self.path.clone() };
        let clean = Path::new(&self.path);
        let content = match self.bytes() {
            _ if self.is(Oddity::Outside) => Content::Outside,
            bytes if path.starts_with("content/") && clean.extension() != "md" => {
                Content::Media(Media::read(&clean, &bytes, Stored::Memory(bytes.clone().into())))
            }
            bytes => Content::Bytes(bytes.into()),
        };
        tree.insert(&path, content);
    }

    fn bytes(&self) -> Vec<u8> {
        let end = if self.is(Oddity::Crlf) { "\r\n" } else { "\n" };
        let mut text: String = self.lines.iter().flat_map(|line| [line, end]).collect();
        if self.is(Oddity::Bom) {
            text.insert(0, '\u{feff}');
        }
        if !self.is(Oddity::Bytes) {
            let mut bytes = text.into_bytes();
            for oddity in &self.oddities {
                if let Oddity::Heavy(size) = oddity {
                    bytes.resize(size * 1000, b' ');
                }
            }
            return bytes;
        }
        let mut parts = text.split("\\x");
        let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
        for part in parts {
            bytes.push(u8::from_str_radix(&part[..2], 16).expect("two digits after \\x"));
            bytes.extend(part[2..].bytes());
        }
        bytes
    }
}

/// The tree with the fixes of some diagnostics made.
fn mended(tree: &Tree, diagnostics: &[&Diagnostic]) -> Tree {
    let mut mended = tree.clone();
    let mut edits: Vec<_> =
        diagnostics.iter().filter_map(|found| found.fix.as_ref()).flat_map(|fix| &fix.edits).collect();
    // From the end, so that places before an edit hold.
    edits.sort_by(|a, b| b.cmp(a));
    for (place, replacement) in edits {
        let mut bytes = mended.bytes(place.path.as_str()).unwrap_or_default().to_vec();
        bytes.splice(place.span.range(), replacement.bytes());
        mended.insert(place.path.as_str(), Content::Bytes(bytes.into()));
    }
    mended
}

/// The line of a place, from one, and its words; a line end among them is written `⏎`.
fn words(tree: &Tree, place: &Place) -> (usize, String) {
    let text = shown(tree, &place.path);
    let (line, _) = Lines::new(&text).position(place.span.start);
    (line, place.span.of(&text).replace("\r\n", "⏎").replace('\n', "⏎"))
}

/// The text of a file, every byte in its place.
fn shown(tree: &Tree, path: &Path) -> String {
    let bytes = match tree.get(path) {
        Some(Content::Bytes(bytes)) => bytes,
        Some(Content::Media(Media { stored: Stored::Memory(bytes), .. })) => &bytes[..],
        _ => &[],
    };
    andrum::syntax::text(bytes).into_owned()
}

/// What stands behind the words of a note.
fn behind(tree: &Tree, diagnostic: &Diagnostic) -> String {
    let meant = diagnostic.help.iter().flat_map(|help| &help.args).find(|(name, _)| *name == "nearest");
    let line = diagnostic.message.args.iter().find(|(name, _)| *name == "line");
    match (meant, line.and_then(|(_, line)| line.parse::<usize>().ok())) {
        (Some((_, meant)), _) => format!(" did you mean {meant}"),
        (None, Some(line)) => {
            let text = shown(tree, &diagnostic.place.path);
            let last = Lines::new(&text).range(line - 1, line - 1);
            format!(" close after \"{}\"", Span::from(last).of(&text).trim())
        }
        (None, None) => String::new(),
    }
}
