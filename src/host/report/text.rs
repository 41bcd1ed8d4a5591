//! Diagnostics to excerpts of the files with the words underlined, as rustc draws them.

use std::ops::Range;

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str,
};

use super::{Report, Source, Sources};
use crate::diag::{self, Diagnostic};
use crate::source::Place;

/// Two places of one file that stand at most this many lines apart share an excerpt.
const NEAR: usize = 30;
/// A line with more bytes than this is cropped, so that a file of one long line is drawn as fast as any other.
const LONG: usize = 400;
/// Bytes of a cropped line before the words it is about.
const BEFORE: usize = 160;
/// The most bytes that are underlined.
const UNDERLINED: usize = 100;
/// Stands between a place as it is in the file and as the renderer sees it in a cropped line; cut out afterwards.
const SEAM: char = '\u{ffff}';

pub fn draw(report: &Report, sources: &Sources, found: &[Diagnostic]) -> String {
    let renderer = if report.color { Renderer::styled() } else { Renderer::plain() };
    let mut drawn = String::new();
    for fault in found {
        let group = group(report, sources, fault);
        drawn.push_str(&without_seams(&renderer.render(&[group])));
        drawn.push_str("\n\n");
    }
    drawn
}

/// A fault with its excerpts, its reason and what mends it.
fn group<'a>(report: &'a Report, sources: &Sources, fault: &'a Diagnostic) -> Group<'a> {
    let words = |id| report.words.get(id);
    let level = match report.level(fault.lint) {
        diag::Level::Error => Level::ERROR.with_name(words("level-error")),
        diag::Level::Warning => Level::WARNING.with_name(words("level-warning")),
    };
    let mut group = Group::with_title(level.primary_title(report.say(&fault.message)).id(fault.lint.name()));
    if sources.get(&fault.place).is_none() {
        group = group.element(Origin::path(fault.place.path.as_str()));
    }
    let (marks, pathless) = marks(report, sources, fault);
    for marks in gathered(marks) {
        group = group.element(snippet(&marks));
    }
    let note = |level: Level<'a>, name, text: String| {
        level.with_name(words(name)).message(normalize_untrusted_str(&text))
    };
    for text in pathless {
        group = group.element(note(Level::NOTE, "note", text));
    }
    if let Some(why) = report.why(fault.lint) {
        group = group.element(note(Level::NOTE, "why", why));
    }
    let mended = fault.fix.as_ref().map(|_| words("fixable").to_string());
    for text in report.helps(fault).into_iter().chain(mended) {
        group = group.element(note(Level::HELP, "help", text));
    }
    group
}

/// Words to underline.
struct Mark<'a> {
    source: &'a Source<'a>,
    place: &'a Place,
    line: usize,
    column: usize,
    kind: AnnotationKind,
    label: Option<String>,
}

/// The marks of a fault, its own first, and notes for related places that have no text to show.
fn marks<'a>(report: &Report, sources: &'a Sources, fault: &'a Diagnostic) -> (Vec<Mark<'a>>, Vec<String>) {
    let (mut marks, mut notes) = (Vec::new(), Vec::new());
    let mark = |place: &'a Place, kind, label| {
        let extent = sources.extent(place);
        let (line, column) = (extent.line, extent.column);
        sources.get(place).map(|source| Mark { source, place, line, column, kind, label })
    };
    marks.extend(mark(&fault.place, AnnotationKind::Primary, None));
    for label in &fault.related {
        let words = report.say(&label.message);
        match mark(&label.place, AnnotationKind::Context, Some(words.clone())) {
            Some(mark) => marks.push(mark),
            None => notes.push(format!("{}: {words}", label.place.path)),
        }
    }
    (marks, notes)
}

/// Marks by the excerpt that shows them: those of one file that stand near the first share one.
fn gathered(marks: Vec<Mark>) -> Vec<Vec<Mark>> {
    let mut groups: Vec<Vec<Mark>> = Vec::new();
    for mark in marks {
        let shares = |first: &Mark| {
            let near = first.place.path == mark.place.path && first.line.abs_diff(mark.line) <= NEAR;
            near && !is_long(first) && !is_long(&mark)
        };
        match groups.first_mut() {
            Some(group) if shares(&group[0]) => group.push(mark),
            _ => groups.push(vec![mark]),
        }
    }
    groups
}

fn is_long(mark: &Mark) -> bool {
    line(mark.source, mark.line).len() > LONG
}

/// The lines from the first mark to the last, cropped where they are long.
fn snippet<'a>(marks: &[Mark]) -> Snippet<'a, Annotation<'a>> {
    let first = &marks[0];
    let lines = || marks.iter().map(|mark| mark.line);
    let (from, to) = (lines().min().unwrap_or(first.line), lines().max().unwrap_or(first.line));
    let mut text = String::new();
    let mut annotations = Vec::new();
    for number in from..=to {
        let here = || marks.iter().filter(|mark| mark.line == number);
        let whole = line(first.source, number);
        let shown = cropped(first.source.text, whole.clone(), here().next().map_or(whole.start, start));
        for mark in here() {
            let start = start(mark).clamp(shown.start, shown.end);
            let end = (mark.place.span.end as usize).min(start + UNDERLINED).clamp(start, shown.end);
            let end = char_boundary(first.source.text, end);
            let span = start - shown.start + text.len()..end - shown.start + text.len();
            annotations.push(mark.kind.span(span).label(mark.label.clone()));
        }
        text.push_str(&first.source.text[shown.clone()]);
        if shown.is_empty() {
            // The renderer sees no line where there is nothing between two ends.
            text.push(' ');
        }
        if number < to {
            text.push('\n');
        }
    }
    let path = format!("{}:{}:{}{SEAM}", first.place.path, first.line, first.column);
    Snippet::source(text).path(path).line_start(from).annotations(annotations)
}

fn start(mark: &Mark) -> usize {
    char_boundary(mark.source.text, mark.place.span.start as usize)
}

/// The bytes of a line, without its end.
fn line(source: &Source, number: usize) -> Range<usize> {
    let range = source.lines.range(number, number);
    range.start..range.start + source.text[range].trim_end_matches('\r').len()
}

/// The part of a line around byte `at` that is drawn.
fn cropped(text: &str, line: Range<usize>, at: usize) -> Range<usize> {
    if line.len() <= LONG {
        return line;
    }
    let start = at.saturating_sub(BEFORE).max(line.start);
    char_boundary(text, start)..char_boundary(text, (start + LONG).min(line.end))
}

/// The byte itself, or the first byte of the character it is part of.
fn char_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The renderer writes the line and column of what it was given behind every path; the true ones stand there already.
fn without_seams(drawn: &str) -> String {
    let mut parts = drawn.split(SEAM);
    let mut whole = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let rest = part.trim_start_matches(|mark: char| mark == ':' || mark.is_ascii_digit());
        whole.push_str(rest);
    }
    whole
}
