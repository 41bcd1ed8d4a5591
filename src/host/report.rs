//! Diagnostics to text: for a person at a terminal, for other programs, for code scanning and for CI.

mod github;
mod json;
mod sarif;
mod text;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::disk;
use crate::diag::{Diagnostic, Level, Lint, Message};
use crate::model::skeleton::Refusal;
use crate::model::words::{Arg, Words};
use crate::source::{Content, Lines, Path, Place, Tree};
use crate::syntax;

/// How diagnostics are written down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Excerpts of the files with the words underlined.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
    /// SARIF 2.1.0, which code scanning services read.
    Sarif,
    /// Workflow commands, which GitHub shows beside the lines they are about.
    Github,
}

/// What it takes to word diagnostics and to find their lines.
pub struct Report<'a> {
    pub tree: &'a Tree,
    /// `check.ftl` in the author's language.
    pub words: &'a Words,
    /// Whether lints weigh what they weigh at a release.
    pub release: bool,
    pub format: Format,
    pub color: bool,
}

/// Arguments longer than this many characters are cut: a message is read, the source is not repeated in it.
const LONGEST_ARGUMENT: usize = 200;

impl Report<'_> {
    /// What a lint weighs here. What says nothing at this level is not handed to a report.
    fn level(&self, lint: Lint) -> Level {
        lint.level(self.release).unwrap_or(Level::Warning)
    }

    /// Every diagnostic in the order given, each ending its own line. SARIF is one document, also where nothing is found.
    pub fn draw(&self, found: &[Diagnostic]) -> String {
        let paths: BTreeSet<&Path> =
            places(found).filter(|place| !is_whole_file(place)).map(|place| &place.path).collect();
        let texts: Vec<(&Path, Cow<str>)> = paths
            .into_iter()
            .filter_map(|path| Some((path, masked(self.text(path)?, path, found))))
            .collect();
        let sources =
            texts.iter().map(|(path, text)| (*path, Source { text, lines: Lines::new(text) })).collect();
        let sources = Sources(sources);
        match self.format {
            Format::Text => text::draw(self, &sources, found),
            Format::Json => json::draw(self, &sources, found),
            Format::Sarif => sarif::draw(self, &sources, found),
            Format::Github => github::draw(self, &sources, found),
        }
    }

    /// Why a command was refused, the place that stands in its way, and what mends it.
    pub fn refused(&self, refusal: &Refusal) -> String {
        let mut said = self.say(&refusal.message);
        if let Some(place) = &refusal.place {
            let text = self.text(&place.path).unwrap_or_default();
            let (line, column) = Lines::new(&text).position(place.span.start);
            said += &format!("\n --> {}:{line}:{column}", place.path);
        }
        for help in self.help(&refusal.message, refusal.help.iter()) {
            said += &format!("\n  = {}: {help}", self.words.get("help"));
        }
        said
    }

    /// The text at a path; `None` where there is no such file to read.
    fn text(&self, path: &Path) -> Option<Cow<'_, str>> {
        match self.tree.get(path)? {
            Content::Bytes(bytes) => Some(syntax::text(bytes)),
            // Only a fault in an SVG points into a medium; it is read again just then.
            Content::Media(media) => Some(Cow::Owned(syntax::text(&disk::media(media).ok()?).into_owned())),
            Content::Outside => None,
        }
    }

    /// A message in the author's language; its name and arguments where the words lack it.
    pub fn say(&self, message: &Message) -> String {
        let shown: Vec<(&str, Cow<str>)> =
            message.args.iter().map(|(name, value)| (*name, shortened(value))).collect();
        self.words.fill(message.key, &arguments(&shown)).unwrap_or_else(|| {
            let pairs: Vec<String> = shown.iter().map(|(name, value)| format!("{name}={value}")).collect();
            format!("{} {}", message.key, pairs.join(" ")).trim_end().to_string()
        })
    }

    /// What mends a fault: what is known of this one first, then what can be said in general.
    pub fn helps(&self, fault: &Diagnostic) -> Vec<String> {
        self.help(&fault.message, fault.help.iter())
    }

    fn help<'m>(&self, message: &Message, known: impl Iterator<Item = &'m Message>) -> Vec<String> {
        let shown: Vec<(&str, Cow<str>)> =
            message.args.iter().map(|(name, value)| (*name, shortened(value))).collect();
        let general = self.words.attribute(message.key, "help", &arguments(&shown));
        known.map(|message| self.say(message)).chain(general).collect()
    }

    /// Why a lint matters, in a sentence.
    fn why(&self, lint: Lint) -> Option<String> {
        self.words.fill(&format!("why-{}", lint.name()), &[])
    }
}

fn arguments<'a>(shown: &'a [(&'a str, Cow<'a, str>)]) -> Vec<(&'a str, Arg<'a>)> {
    shown.iter().map(|(name, value)| (*name, Arg::Text(value))).collect()
}

fn shortened(value: &str) -> Cow<'_, str> {
    match value.char_indices().nth(LONGEST_ARGUMENT) {
        Some((end, _)) => Cow::Owned(format!("{}…", &value[..end])),
        None => Cow::Borrowed(value),
    }
}

/// A text whose personal numbers read as stars in every excerpt of it, whatever the excerpt is about.
fn masked<'a>(mut text: Cow<'a, str>, path: &Path, found: &[Diagnostic]) -> Cow<'a, str> {
    for fault in found.iter().filter(|fault| fault.lint == Lint::PersonalNumber && fault.place.path == *path)
    {
        let range = fault.place.span.range();
        if let Some(number) = text.get(range.clone()) {
            let stars = number.replace(|mark: char| mark.is_ascii_digit(), "*");
            text.to_mut().replace_range(range, &stars);
        }
    }
    text
}

/// A fault of a file's name or of the file as a whole stands at its first byte and has no words.
fn is_whole_file(place: &Place) -> bool {
    place.span.end == 0
}

fn places(found: &[Diagnostic]) -> impl Iterator<Item = &Place> {
    found.iter().flat_map(|fault| {
        let edits = fault.fix.iter().flat_map(|fix| fix.edits.iter().map(|(place, _)| place));
        std::iter::once(&fault.place).chain(fault.related.iter().map(|label| &label.place)).chain(edits)
    })
}

/// A text that diagnostics point into.
struct Source<'a> {
    text: &'a str,
    lines: Lines<'a>,
}

struct Sources<'a>(BTreeMap<&'a Path, Source<'a>>);

/// A place in lines and columns, all from one; columns count characters, and the end is the first one after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Extent {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl Sources<'_> {
    /// The text of a place; `None` where only its path can be shown.
    fn get(&self, place: &Place) -> Option<&Source<'_>> {
        self.0.get(&place.path).filter(|_| !is_whole_file(place))
    }

    /// The lines and columns of a place; the first of each where only its path is known.
    fn extent(&self, place: &Place) -> Extent {
        let Some(source) = self.get(place) else {
            return Extent { line: 1, column: 1, end_line: 1, end_column: 1 };
        };
        let (line, column) = source.lines.position(place.span.start);
        let (end_line, end_column) = source.lines.position(place.span.end.max(place.span.start));
        Extent { line, column, end_line, end_column }
    }
}

#[cfg(test)]
mod tests;
