//! A story as text to a tree of files and the notes that stand in them, and what the compiler finds to notes of the same
//! form.
//!
//! Each section `-- path --` of a story is a file; the words before the first are its title. What must be found stands in
//! the files, in notes about the nearest line above: level, lint, the words under the label, and behind them what was
//! meant (`did you mean title`) or where a block should have closed (`close after "the last line of it"`).
//!
//! A path may be followed by how the file is odd, see [`Oddity`]: `-- content/no/sovn.md (crlf, bom) --`. Of a file that
//! is `(changed)` only the changes are shown, as in a diff: lines that begin with `-` are taken out of the file below,
//! lines with `+` put in, lines with a space stay. `...` on a line of its own parts two places; lines put in where none
//! is shown to stay come last in the file.

use std::collections::{BTreeMap, BTreeSet};

use andrum::diag::Diagnostic;
use andrum::source::media::Stored;
use andrum::source::{Content, Lines, Media, Path, Place, Span, Tree};
use unicode_normalization::UnicodeNormalization;

/// What a story says of one line of one file, and what the compiler says of it: the path, the line, the words of a note.
pub type Notes = BTreeMap<(String, usize), Vec<String>>;

pub struct Story {
    /// Everything before the first section.
    pub title: String,
    pub sections: Vec<Section>,
    /// By the lines that the story shows, the first of each section being 1.
    pub notes: Notes,
}

pub struct Section {
    /// The words between the dashes.
    head: String,
    pub path: String,
    oddities: Vec<Oddity>,
    /// The lines shown, notes taken out.
    pub lines: Vec<String>,
    /// The lines of the file itself, each with the line of the story that shows it, if any.
    file: Vec<(String, Option<usize>)>,
}

/// How a file differs from plain text with Unix line ends.
#[derive(Clone, Copy, PartialEq)]
pub enum Oddity {
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
    /// A file of the project below, but for the lines shown.
    Changed,
    /// As many thousand bytes as this: `(501 kB)`.
    Heavy(usize),
}

impl Oddity {
    fn named(name: &str) -> Result<Oddity, String> {
        let weight = name.strip_suffix(" kB").and_then(|number| number.parse().ok());
        Ok(match name {
            "crlf" => Oddity::Crlf,
            "bom" => Oddity::Bom,
            "bytes" => Oddity::Bytes,
            "nfd" => Oddity::Nfd,
            "outside" => Oddity::Outside,
            "missing" => Oddity::Missing,
            "changed" => Oddity::Changed,
            name => weight.map(Oddity::Heavy).ok_or(format!("a file can't be odd in this way: {name}"))?,
        })
    }
}

impl Story {
    /// Reads a story whose changed files are those of `below`.
    pub fn read(text: &str, below: &Tree) -> Result<Story, String> {
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
        for section in &mut story.sections {
            section.settle(below)?;
        }
        if story.sections.is_empty() { Err("a story needs a file".into()) } else { Ok(story) }
    }

    pub fn is_missing(&self, path: &str) -> bool {
        self.sections.iter().any(|section| section.path == path && section.is(Oddity::Missing))
    }

    /// The story's files in place of those of a project, and what is built in below them.
    pub fn laid_over(&self, project: &Tree) -> Tree {
        let mut tree = Tree::default();
        for (path, content) in project.iter().filter(|(path, _)| !self.is_missing(path.as_str())) {
            tree.insert(path.as_str(), content.clone());
        }
        for section in &self.sections {
            section.insert(&mut tree);
        }
        tree.fall_back_on(andrum::builtin());
        tree
    }

    /// A diagnostic of a tree as a note. A line that the story does not show is 0.
    pub fn note(
        &self,
        tree: &Tree,
        place: &Place,
        level: &str,
        diagnostic: &Diagnostic,
    ) -> ((String, usize), String) {
        let (line, words) = words(tree, place);
        let path = place.path.to_string();
        let behind = if level == "see" { String::new() } else { behind(tree, diagnostic) };
        let shown = match self.sections.iter().find(|section| section.path == path) {
            Some(section) => section.file.get(line - 1).map_or(Some(line), |(_, shown)| *shown),
            None => None,
        };
        let note = format!("{level}[{}] \"{words}\"{behind}", diagnostic.lint.name());
        ((path, shown.unwrap_or(0)), note)
    }

    /// What was found and not noted, and what was noted and not found, as lines to paste.
    pub fn differences(&self, found: &Notes) -> String {
        let mut report = String::new();
        let places: BTreeSet<_> = self.notes.keys().chain(found.keys()).collect();
        for place in places {
            let (noted, found) = (self.notes.get(place), found.get(place));
            if noted == found {
                continue;
            }
            let section = self.sections.iter().find(|section| section.path == place.0);
            let line = section.and_then(|section| section.lines.get(place.1.checked_sub(1)?));
            match place.1 {
                0 => report += &format!("\n-- {} --  a line that is not shown\n", place.0),
                number => {
                    let line = line.map_or("", String::as_str);
                    report += &format!("\n-- {} --  line {number} without notes\n  {line}\n", place.0);
                }
            }
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

    /// The story's text with these notes in place of its own.
    pub fn with_notes(&self, notes: &Notes) -> String {
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
        Ok(Section { head: head.into(), path: path.into(), oddities, lines: Vec::new(), file: Vec::new() })
    }

    fn is(&self, oddity: Oddity) -> bool {
        self.oddities.contains(&oddity)
    }

    /// Works out the lines of the file.
    fn settle(&mut self, below: &Tree) -> Result<(), String> {
        let shown = || (1..).zip(&self.lines);
        if !self.is(Oddity::Changed) {
            self.file = shown().map(|(number, line)| (line.clone(), Some(number))).collect();
            return Ok(());
        }
        let text = shown_text(below, &Path::new(&self.path));
        let mut file: Vec<_> = text.lines().map(|line| (line.to_string(), None)).collect();
        let lines: Vec<(usize, &String)> = shown().collect();
        for place in lines.split(|(_, line)| *line == "...") {
            change(&mut file, place).map_err(|why| format!("{}: {why}", self.path))?;
        }
        self.file = file;
        Ok(())
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
        let mut text: String = self.file.iter().flat_map(|(line, _)| [line, end]).collect();
        if self.is(Oddity::Bom) {
            text.insert(0, '\u{feff}');
        }
        for oddity in &self.oddities {
            if let Oddity::Heavy(kilobytes) = oddity {
                text.extend(std::iter::repeat_n(' ', kilobytes * 1000 - text.len()));
            }
        }
        if !self.is(Oddity::Bytes) {
            return text.into_bytes();
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

/// Makes the changes of one place in a file.
fn change(file: &mut Vec<(String, Option<usize>)>, place: &[(usize, &String)]) -> Result<(), String> {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for (number, line) in place {
        let (mark, words) = line.split_at_checked(1).unwrap_or((" ", ""));
        match mark {
            "-" => before.push(words),
            "+" => after.push((words.to_string(), Some(*number))),
            " " => {
                before.push(words);
                after.push((words.to_string(), Some(*number)));
            }
            _ => return Err(format!("a changed line begins with -, + or a space: {line}")),
        }
    }
    if before.is_empty() {
        file.extend(after);
        return Ok(());
    }
    let alike = |at: &usize| file[*at..].iter().zip(&before).all(|((line, _), words)| line == words);
    let last = (file.len() + 1).saturating_sub(before.len());
    let found: Vec<usize> = (0..last).filter(alike).collect();
    match found[..] {
        [at] => drop(file.splice(at..at + before.len(), after)),
        _ => return Err(format!("{} places hold these lines: {}", found.len(), before.join(" ⏎ "))),
    }
    Ok(())
}

/// The tree with the fixes of some diagnostics made.
pub fn mended(tree: &Tree, diagnostics: &[&Diagnostic]) -> Tree {
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
pub fn words(tree: &Tree, place: &Place) -> (usize, String) {
    let text = shown_text(tree, &place.path);
    let (line, _) = Lines::new(&text).position(place.span.start);
    (line, place.span.of(&text).replace("\r\n", "⏎").replace('\n', "⏎"))
}

/// The text of a file, every byte in its place.
fn shown_text(tree: &Tree, path: &Path) -> String {
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
            let text = shown_text(tree, &diagnostic.place.path);
            let last = Lines::new(&text).range(line - 1, line - 1);
            format!(" close after \"{}\"", Span::from(last).of(&text).trim())
        }
        (None, None) => String::new(),
    }
}
