//! Fences: the lines that open and close andrum's blocks, found before Markdown is parsed and paired after.
//!
//! CommonMark has no containers and swallows a `:::` line into the paragraph above it. So every line that may be a fence
//! is overwritten, byte for byte, with a processing instruction, which interrupts any block; where the parser hands it
//! back as HTML it was a fence, and elsewhere (in code, in a comment) the line gets its bytes back.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::ast::{Block, Container, Leaf, ProseKind};
use super::attrs::{self, Attrs};
use crate::diag::{Diagnostic, Fix, Lint};
use crate::message;
use crate::source::{Lines, Path, Span, Spanned};

/// How deep blocks may stand in one another.
const LEVELS: usize = 3;
/// The colons of the innermost container.
const FEWEST: usize = 3;

/// The lines that may be fences: where `:::` or `::name` begins, to the line's end.
pub fn candidates(text: &str, from: usize) -> Vec<Span> {
    let mut found = Vec::new();
    if !text[from..].contains("::") {
        return found;
    }
    let mut start = from;
    for line in text[from..].split_inclusive('\n') {
        if line.contains("::") {
            let rest = line.trim_start_matches(|mark: char| {
                matches!(mark, ' ' | '\t' | '>' | '-' | '*' | '+' | '.' | ')') || mark.is_ascii_digit()
            });
            let end = start + line.trim_end_matches(['\n', '\r']).len();
            if is_fence(rest) {
                found.push(Span::new(start + line.len() - rest.len(), end));
            }
        }
        start += line.len();
    }
    found
}

fn is_fence(rest: &str) -> bool {
    let Some(name) = rest.strip_prefix("::") else { return false };
    if name.starts_with(':') {
        return true;
    }
    let length = name.find(['{', '[']).unwrap_or(0);
    length > 0 && name[..length].chars().all(|mark| mark.is_alphanumeric() || mark == '-')
}

/// The text with what stands before byte `from` made blank, and with each candidate overwritten by a processing
/// instruction of its own length.
pub fn mask(text: &str, from: usize, candidates: &[Span]) -> String {
    let mut masked = String::with_capacity(text.len());
    masked.extend(std::iter::repeat_n('\n', from));
    let mut at = from;
    for candidate in candidates {
        masked.push_str(&text[at..candidate.start as usize]);
        let length = (candidate.end - candidate.start) as usize;
        if length == 3 {
            masked.push_str("<?>");
        } else {
            masked.push_str("<?");
            masked.extend(std::iter::repeat_n('x', length - 4));
            masked.push_str("?>");
        }
        at = candidate.end as usize;
    }
    masked.push_str(&text[at..]);
    masked
}

/// What a fence line says.
enum Fence {
    Open {
        colons: usize,
        container: Container,
    },
    Close {
        colons: usize,
    },
    /// A leaf has no title; one that has is a fault.
    Leaf {
        leaf: Leaf,
        title: Option<Spanned<String>>,
    },
}

fn read(text: &str, line: Span, path: &Path, found: &mut Vec<Diagnostic>) -> Fence {
    let start = line.start as usize;
    let end = start + line.of(text).trim_end().len();
    let words = &text[start..end];
    let colons = words.bytes().take_while(|byte| *byte == b':').count();
    let after = &words[colons..];
    if after.trim().is_empty() {
        return Fence::Close { colons };
    }
    let mut at = start + colons + (after.len() - after.trim_start().len());
    let length = text[at..end]
        .find(|mark: char| matches!(mark, '[' | '{') || mark.is_whitespace())
        .unwrap_or(end - at);
    let name = Span::new(at, at + length).at(text[at..at + length].to_string());
    at += length;
    at = skip_blanks(text, at, end);
    let mut title = None;
    if text[at..end].starts_with('[') {
        let close = closing_bracket(&text[at..end]).map(|length| at + length);
        // A title that is not closed ends where the attributes begin, so that they are read all the same.
        let bracketed = at + 1..close.unwrap_or_else(|| next_brace(text, at, end));
        let words = trimmed(text, bracketed.start, bracketed.end);
        title = Some(words.at(unescaped(words.of(text))));
        if close.is_none() {
            let place = trimmed(text, at, bracketed.end).within(path);
            found.push(Diagnostic::new(Lint::UnknownAttribute, place, message!("unknown-attribute-bracket")));
        }
        at = close.map_or(bracketed.end, |close| close + 1);
    }
    at = stray_words(text, at, next_brace(text, at, end), path, found);
    let mut attributes = Attrs::default();
    if at < end {
        (attributes, at) = attrs::parse(&text[..end], at, path, found);
    }
    stray_words(text, at, end, path, found);
    let span = Span::new(start, end);
    match colons {
        2 => Fence::Leaf { leaf: Leaf { name, attrs: attributes, span }, title },
        _ => Fence::Open {
            colons,
            container: Container { name, title, attrs: attributes, blocks: Vec::new(), span },
        },
    }
}

fn skip_blanks(text: &str, at: usize, end: usize) -> usize {
    end - text[at..end].trim_start().len()
}

/// The byte of the next `{`, or the end where there is none.
fn next_brace(text: &str, at: usize, end: usize) -> usize {
    text[at..end].find('{').map_or(end, |length| at + length)
}

/// The part from byte `at` to byte `end` without white space around it.
fn trimmed(text: &str, at: usize, end: usize) -> Span {
    let at = skip_blanks(text, at, end);
    Span::new(at, at + text[at..end].trim_end().len())
}

/// Reports words between a block's name, title and attributes, and returns `end`.
fn stray_words(text: &str, at: usize, end: usize, path: &Path, found: &mut Vec<Diagnostic>) -> usize {
    let words = trimmed(text, at, end);
    if !words.of(text).is_empty() {
        let place = words.within(path);
        found.push(Diagnostic::new(Lint::UnknownAttribute, place, message!("unknown-attribute-after")));
    }
    end
}

/// The byte of the `]` that closes the `[` at the start.
fn closing_bracket(text: &str) -> Option<usize> {
    let mut depth = 0;
    let mut escaped = false;
    for (at, mark) in text.char_indices() {
        match mark {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => depth += 1,
            ']' if depth == 1 => return Some(at),
            ']' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Without the backslashes before punctuation.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut marks = text.chars().peekable();
    while let Some(mark) = marks.next() {
        match marks.peek() {
            Some(next) if mark == '\\' && next.is_ascii_punctuation() => plain.extend(marks.next()),
            _ => plain.push(mark),
        }
    }
    plain
}

/// The blocks of a page as they gather, with the containers that stand open.
pub struct Stack<'a> {
    text: &'a str,
    path: &'a Path,
    blocks: Vec<Block>,
    open: Vec<Open>,
    /// How many blocks of each colon count were closed by a sibling's opening; their own closing line may still come.
    forgiven: HashMap<usize, usize>,
    /// Made when the first fault needs it.
    lines: OnceCell<Lines<'a>>,
}

struct Open {
    colons: usize,
    container: Container,
}

impl<'a> Stack<'a> {
    pub fn new(text: &'a str, path: &'a Path) -> Stack<'a> {
        Stack {
            text,
            path,
            blocks: Vec::new(),
            open: Vec::new(),
            forgiven: HashMap::new(),
            lines: OnceCell::new(),
        }
    }

    pub fn push(&mut self, block: Block) {
        match self.open.last_mut() {
            Some(open) => open.container.blocks.push(block),
            None => self.blocks.push(block),
        }
    }

    /// Takes in the fence at `line`.
    pub fn fence(&mut self, line: Span, found: &mut Vec<Diagnostic>) {
        match read(self.text, line, self.path, found) {
            Fence::Leaf { leaf, title } => self.leaf(leaf, title, found),
            Fence::Open { colons, container } => self.open(colons, container, found),
            Fence::Close { colons } => self.close(colons, line, found),
        }
    }

    /// Reports a fence where no block can stand. Closing lines there say nothing new.
    pub fn misplaced(&self, line: Span, found: &mut Vec<Diagnostic>) {
        if !matches!(read(self.text, line, self.path, &mut Vec::new()), Fence::Close { .. }) {
            let line =
                Span::new(line.start as usize, line.start as usize + line.of(self.text).trim_end().len());
            found.push(Diagnostic::new(
                Lint::BlockInQuote,
                line.within(self.path),
                message!("block-in-quote"),
            ));
        }
    }

    /// Takes in a leaf, or a container that has a colon too few: one with a title, which is closed further down.
    fn leaf(&mut self, leaf: Leaf, title: Option<Spanned<String>>, found: &mut Vec<Diagnostic>) {
        let Some(title) = title else { return self.push(Block::Leaf(leaf)) };
        if self.is_closed_below(leaf.span) {
            let start = leaf.span.start as usize;
            let message = message!("unknown-block-container", name = leaf.name.value);
            let mut fault = Diagnostic::new(Lint::UnknownBlock, leaf.name.span.within(self.path), message);
            fault.fix = Some(Fix { edits: vec![(Span::new(start, start).within(self.path), ":".into())] });
            found.push(fault);
            let Leaf { name, attrs, span } = leaf;
            let container = Container { name, title: Some(title), attrs, blocks: Vec::new(), span };
            return self.open(FEWEST, container, found);
        }
        let place = title.span.within(self.path);
        found.push(Diagnostic::new(Lint::UnknownAttribute, place, message!("unknown-attribute-after")));
        self.push(Block::Leaf(leaf));
    }

    /// Whether the next fence below a line closes a block that nothing above has opened.
    fn is_closed_below(&self, line: Span) -> bool {
        let mut below = self.text[line.end as usize..].lines().map(str::trim);
        let fence = below.find(|line| line.starts_with("::"));
        fence.is_some_and(|fence| fence.len() == FEWEST && fence.bytes().all(|mark| mark == b':'))
            && self.open.iter().all(|open| open.colons != FEWEST)
    }

    fn open(&mut self, colons: usize, container: Container, found: &mut Vec<Diagnostic>) {
        while let Some(outer) = self.open.last().filter(|outer| outer.colons <= colons) {
            *self.forgiven.entry(outer.colons).or_default() += 1;
            self.unclosed(container.span.start, found);
        }
        if self.open.len() == LEVELS {
            let place = container.span.within(self.path);
            found.push(Diagnostic::new(
                Lint::BlockInQuote,
                place,
                message!("block-in-quote-depth", levels = LEVELS),
            ));
        }
        self.open.push(Open { colons, container });
    }

    fn close(&mut self, colons: usize, line: Span, found: &mut Vec<Diagnostic>) {
        match self.open.iter().rposition(|open| open.colons == colons) {
            Some(meant) => {
                while self.open.len() > meant + 1 {
                    self.unclosed(line.start, found);
                }
                self.pop();
            }
            None => {
                if let Some(forgiven) = self.forgiven.get_mut(&colons).filter(|count| **count > 0) {
                    *forgiven -= 1;
                    return;
                }
                let place = Span::new(line.start as usize, line.start as usize + colons).within(self.path);
                let mut fault = Diagnostic::new(Lint::UnclosedBlock, place, message!("unclosed-block-stray"));
                if let Some(open) = self.open.last() {
                    let message = message!("unclosed-block-opener", colons = ":".repeat(open.colons));
                    fault = fault.related(open.container.span.within(self.path), message);
                }
                found.push(fault);
                self.pop();
            }
        }
    }

    /// Reports the innermost open block, which should have closed before byte `before`, and closes it there, or before
    /// the first heading in it.
    fn unclosed(&mut self, before: u32, found: &mut Vec<Diagnostic>) {
        let Some(open) = self.open.last_mut() else { return };
        let blocks = &mut open.container.blocks;
        let heading = blocks.iter().position(|block| match block {
            Block::Prose(prose) => {
                matches!(prose.kind, ProseKind::Heading { .. }) && open.container.name.value != "quiz"
            }
            _ => false,
        });
        let after = blocks.split_off(heading.unwrap_or(blocks.len()));
        let end = match after.first() {
            Some(Block::Prose(heading)) => heading.span.start,
            _ => before,
        } as usize;
        let last = self.text[..end].trim_end().len() as u32;
        let line = self.lines.get_or_init(|| Lines::new(self.text)).line(last) + 1;
        let message = message!(
            "unclosed-block",
            name = open.container.name.value,
            colons = ":".repeat(open.colons),
            line = line
        );
        found.push(Diagnostic::new(Lint::UnclosedBlock, open.container.span.within(self.path), message));
        self.pop();
        after.into_iter().for_each(|block| self.push(block));
    }

    fn pop(&mut self) {
        let Some(Open { container, .. }) = self.open.pop() else { return };
        if self.open.len() < LEVELS {
            self.push(Block::Container(container));
        } else {
            container.blocks.into_iter().for_each(|block| self.push(block));
        }
    }

    /// The page's blocks; what still stands open is reported.
    pub fn finish(mut self, found: &mut Vec<Diagnostic>) -> Vec<Block> {
        let end = self.text.len() as u32;
        while !self.open.is_empty() {
            if self.open.len() > LEVELS {
                self.pop();
            } else {
                self.unclosed(end, found);
            }
        }
        self.blocks
    }
}
