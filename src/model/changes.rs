//! Two versions of a page to what has changed between them: piece by piece, and word by word within a piece.

use std::collections::HashMap;
use std::ops::Range;

use similar::DiffOp;
use similar::algorithms::{Capture, Compact, Replace, myers};

use super::meaning::Piece;

/// A piece that says something else, is new, or is gone; the numbers count pieces of the earlier and the later version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    pub was: Option<usize>,
    pub is: Option<usize>,
    /// How many pieces of each version stand before it.
    pub behind: (usize, usize),
}

/// A version of a page: its pieces and the text they stand in.
#[derive(Clone, Copy)]
pub struct Version<'a> {
    pub pieces: &'a [Piece],
    pub text: &'a str,
}

impl<'a> Version<'a> {
    /// The lines of a piece, as they are written; nothing where a key is left out.
    pub fn lines(&self, piece: usize) -> &'a str {
        let Some(span) = self.pieces.get(piece).map(|piece| piece.span) else { return "" };
        let (Some(before), Some(behind)) =
            (self.text.get(..span.start as usize), self.text.get(span.end as usize..))
        else {
            return "";
        };
        if span.start == span.end {
            return "";
        }
        // The span of a list or a table ends with its line.
        let whole = span.of(self.text).ends_with('\n');
        let end = if whole { 0 } else { behind.find('\n').unwrap_or(behind.len()) };
        self.text[before.rfind('\n').map_or(0, |at| at + 1)..span.end as usize + end].trim_end()
    }
}

/// What has changed, in the order of the later version.
pub fn changes(was: Version, is: Version) -> Vec<Change> {
    fn hashes<'a>(version: Version<'a>) -> Vec<&'a str> {
        version.pieces.iter().map(|piece| piece.hash.as_str()).collect()
    }
    let mut changes = Vec::new();
    for op in steps(&hashes(was), &hashes(is)) {
        if !matches!(op, DiffOp::Equal { .. }) {
            pair(was, op.old_range(), is, op.new_range(), &mut changes);
        }
    }
    changes
}

/// The fewest steps from one list to another, as Myers finds them.
pub fn steps(was: &[&str], is: &[&str]) -> Vec<DiffOp> {
    let mut steps = Compact::new(Replace::new(Capture::new()), was, is);
    let Ok(()) = myers::diff(&mut steps, was, 0..was.len(), is, 0..is.len());
    steps.into_inner().into_inner().into_ops()
}

/// Above this many pairs to weigh, a stretch is a new one.
const WEIGHED: usize = 2_500;

/// Pairs the pieces of two stretches that are most alike, in order. What has no pair is gone or new.
fn pair(was: Version, olds: Range<usize>, is: Version, news: Range<usize>, changes: &mut Vec<Change>) {
    let (rows, columns) = (olds.len(), news.len());
    if rows * columns > WEIGHED {
        let (first, last) = (news.start, olds.end);
        changes.extend(olds.map(|old| Change { was: Some(old), is: None, behind: (old, first) }));
        changes.extend(news.map(|new| Change { was: None, is: Some(new), behind: (last, new) }));
        return;
    }
    let alone = rows == 1 && columns == 1;
    let likeness = |row: usize, column: usize| {
        let (old, new) = (olds.start + row, news.start + column);
        let like = alike(was.lines(old), is.lines(new));
        let same = was.pieces[old].what == is.pieces[new].what;
        if same && (alone || like > 0.25) { like + 0.01 } else { 0.0 }
    };
    // The best sum of likenesses of what stands from each row and column on.
    let mut best = vec![vec![0.0_f64; columns + 1]; rows + 1];
    let mut likenesses = vec![vec![0.0; columns]; rows];
    for row in (0..rows).rev() {
        for column in (0..columns).rev() {
            let like = likeness(row, column);
            likenesses[row][column] = like;
            let pair = if like > 0.0 { like + best[row + 1][column + 1] } else { 0.0 };
            best[row][column] = pair.max(best[row + 1][column]).max(best[row][column + 1]);
        }
    }
    let (mut row, mut column) = (0, 0);
    while row < rows || column < columns {
        let (old, new) = (olds.start + row, news.start + column);
        let behind = (old, new);
        let paired = row < rows && column < columns && {
            let like = likenesses[row][column];
            like > 0.0 && like + best[row + 1][column + 1] >= best[row][column]
        };
        if paired {
            changes.push(Change { was: Some(old), is: Some(new), behind });
            (row, column) = (row + 1, column + 1);
        } else if row < rows && (column == columns || best[row + 1][column] >= best[row][column + 1]) {
            changes.push(Change { was: Some(old), is: None, behind });
            row += 1;
        } else {
            changes.push(Change { was: None, is: Some(new), behind });
            column += 1;
        }
    }
}

/// How many of their words two texts share, from 0 to 1.
fn alike(a: &str, b: &str) -> f64 {
    let mut counts: HashMap<&str, i32> = HashMap::new();
    let (mut total, mut shared) = (0, 0);
    for word in a.split_whitespace() {
        *counts.entry(word).or_default() += 1;
        total += 1;
    }
    for word in b.split_whitespace() {
        total += 1;
        if let Some(count) = counts.get_mut(word).filter(|count| **count > 0) {
            *count -= 1;
            shared += 2;
        }
    }
    f64::from(shared) / f64::from(total.max(1))
}

/// Words that stand in both versions of a text, in the earlier alone, or in the later alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    Same(String),
    Gone(String),
    New(String),
}

/// The words of two versions of a piece, in order; how lines are broken says nothing.
pub fn words(was: &str, is: &str) -> Vec<Words> {
    let (was, is): (Vec<&str>, Vec<&str>) =
        (was.split_whitespace().collect(), is.split_whitespace().collect());
    let mut words = Vec::new();
    for op in steps(&was, &is) {
        let (old, new) = (was[op.old_range()].join(" "), is[op.new_range()].join(" "));
        match op {
            DiffOp::Equal { .. } => words.push(Words::Same(old)),
            DiffOp::Delete { .. } => words.push(Words::Gone(old)),
            DiffOp::Insert { .. } => words.push(Words::New(new)),
            DiffOp::Replace { .. } => words.extend([Words::Gone(old), Words::New(new)]),
        }
    }
    words
}

/// For each piece of a page, the piece of its twin that stands in its place; none where the twin lacks it.
pub fn twins(page: &[Piece], twin: &[Piece]) -> Vec<Option<usize>> {
    fn whats(pieces: &[Piece]) -> Vec<&str> {
        pieces.iter().map(|piece| &*piece.what).collect()
    }
    let mut pairs = vec![None; page.len()];
    for op in steps(&whats(page), &whats(twin)) {
        if let DiffOp::Equal { .. } = op {
            op.old_range().zip(op.new_range()).for_each(|(ours, theirs)| pairs[ours] = Some(theirs));
        }
    }
    pairs
}
