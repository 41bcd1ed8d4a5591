//! A table's events to its cells, and what is lost at its lines: `|` ends a cell even inside a link, and cells beyond the
//! last column are left out by CommonMark without a word.

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

use super::ast::{Align, Cell, ProseKind};
use super::markdown::Builder;
use crate::diag::{Diagnostic, Fix, Lint};
use crate::message;
use crate::source::Span;

impl Builder<'_> {
    /// The table that has just begun.
    pub(super) fn table(&mut self, align: &[Alignment]) -> ProseKind {
        let mut head = Box::default();
        let mut rows = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead) => head = self.row(range.into(), true),
                Event::Start(Tag::TableRow) => rows.push(self.row(range.into(), false)),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        ProseKind::Table { align: align.iter().map(aligned).collect(), head, rows: rows.into() }
    }

    fn row(&mut self, row: Span, head: bool) -> Box<[Cell]> {
        let mut cells = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => {
                    let mut words = self.gather();
                    let attrs = if head { words.take_attrs(self, "column", &[]) } else { None };
                    cells.push(Cell { span: self.trimmed(range.into()), attrs, text: words.finish(self) });
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        if !self.cut_links(row) {
            self.cells_beyond(row, &cells);
        }
        cells.into()
    }

    /// Reports links that a `|` of the table has cut in two. Says whether there are any.
    fn cut_links(&mut self, row: Span) -> bool {
        let line = row.of(self.text).trim_end();
        let (mut from, mut cut) = (0, false);
        while let Some(open) = line[from..].find("[[").map(|at| at + from) {
            from = open + 2;
            let rest = &line[from..];
            let end = rest.find("]]").filter(|end| !rest[..*end].contains("[["));
            let bar = match end {
                Some(end) => bars(&rest[..end]).next(),
                // Words in back-ticks may have brackets of their own.
                None if line[..open].contains('`') => None,
                None => bars(rest).next(),
            };
            let Some(bar) = bar.filter(|_| !line[..open].ends_with('\\')) else { continue };
            let last = end.map_or(from + rest[..bar].trim_end().len(), |end| from + end + 2);
            let span = |start, end| Span::new(start, end).moved(row.start as usize).within(self.path);
            let message = message!("broken-link-table", link = line[open..last]);
            let mut fault = Diagnostic::new(Lint::BrokenLink, span(open, last), message);
            fault.fix = end.map(|end| {
                let bars = bars(&rest[..end]).map(|bar| (span(from + bar, from + bar), "\\".to_string()));
                Fix { edits: bars.collect() }
            });
            self.found.push(fault);
            cut = true;
        }
        cut
    }

    /// Reports words in cells for which there is no column.
    fn cells_beyond(&mut self, row: Span, cells: &[Cell]) {
        let Some(last) = cells.last() else { return };
        let rest = Span { start: last.span.end, end: row.end };
        let Some(bar) = bars(rest.of(self.text)).next() else { return };
        let beyond = self.trimmed(Span { start: rest.start + bar as u32 + 1, end: row.end });
        let words = beyond.of(self.text);
        let words = words.strip_suffix('|').unwrap_or(words).trim_end();
        if words.is_empty() || words.chars().all(|mark| mark == '|' || mark.is_whitespace()) {
            return;
        }
        let place = Span::new(beyond.start as usize, beyond.start as usize + words.len()).within(self.path);
        let message = message!("wrong-type-row", columns = cells.len());
        self.found.push(Diagnostic::new(Lint::WrongType, place, message));
    }

    fn trimmed(&self, span: Span) -> Span {
        let words = span.of(self.text);
        let start = span.start as usize + (words.len() - words.trim_start().len());
        Span::new(start, start + words.trim().len())
    }
}

/// Where a `|` ends a cell: each that has no backslash before it.
fn bars(words: &str) -> impl Iterator<Item = usize> + '_ {
    words.match_indices('|').map(|(at, _)| at).filter(|at| !words[..*at].ends_with('\\'))
}

fn aligned(align: &Alignment) -> Align {
    match align {
        Alignment::None => Align::None,
        Alignment::Left => Align::Left,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::Right,
    }
}
