//! A text to its outline: headings and the blocks that have names, and what an editor may fold.

use crate::model::block::{Block, Kind};
use crate::model::page::Translation;
use crate::source::Span;
use crate::syntax::ast::ProseKind;

/// A row of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    pub name: String,
    /// The block's name, or `heading`.
    pub sort: &'static str,
    pub span: Span,
}

/// Headings and named blocks, in reading order, the page itself first.
pub fn symbols(text: &Translation) -> Vec<Symbol> {
    let mut symbols = vec![Symbol { name: text.title.value.clone(), sort: "page", span: text.title.span }];
    Block::walk(&text.blocks, &mut |block| {
        let (name, sort) = match &block.kind {
            Kind::Prose(prose) => match &prose.kind {
                ProseKind::Heading { text: words, .. } => {
                    (crate::model::prose::plain(words, &crate::model::prose::Names), "heading")
                }
                _ => return,
            },
            Kind::Task(task) => (titled(&task.title.value, &task.id.value), task.name),
            Kind::Breathing(part) => (titled(&part.title.value, &part.id.value), "breathing"),
            Kind::Body(part) => (titled(&part.title.value, &part.id.value), "body"),
            Kind::Phase(part) => (part.title.value.clone(), "phase"),
            _ => return,
        };
        symbols.push(Symbol { name, sort, span: block.span });
    });
    symbols
}

fn titled(title: &str, id: &str) -> String {
    if title.is_empty() { format!("#{id}") } else { format!("{title} #{id}") }
}

/// Lines from and to, from nought, of what may be folded: the front matter, blocks, and what stands under a heading.
pub fn folds(text: &str) -> Vec<(usize, usize)> {
    let mut folds = Vec::new();
    // The line of each that is open, and its colons or level.
    let mut fences: Vec<(usize, usize)> = Vec::new();
    let mut headings: Vec<(usize, usize)> = Vec::new();
    let mut front = None;
    let mut last = 0;
    let mut code = false;
    let close =
        |open: &mut Vec<(usize, usize)>, level: usize, end: usize, folds: &mut Vec<(usize, usize)>| {
            while open.last().is_some_and(|(_, other)| *other >= level) {
                if let Some((from, _)) = open.pop()
                    && end > from
                {
                    folds.push((from, end));
                }
            }
        };
    for (number, line) in text.lines().enumerate() {
        last = number;
        let line = line.trim_end();
        if line == "---" && (number == 0 || front.is_some_and(|from: usize| from == 0)) {
            match front {
                None => front = Some(0),
                Some(from) => {
                    folds.push((from, number));
                    front = Some(usize::MAX);
                }
            }
            continue;
        }
        if line.starts_with("```") || line.starts_with("~~~") {
            code = !code;
        }
        if code || front == Some(0) {
            continue;
        }
        let colons = line.len() - line.trim_start_matches(':').len();
        let marks = line.len() - line.trim_start_matches('#').len();
        if colons >= 3 && line.len() > colons {
            fences.push((number, colons));
        } else if colons >= 3 {
            if let Some((from, _)) = fences.pop() {
                folds.push((from, number));
            }
        } else if (1..=6).contains(&marks) && line[marks..].starts_with(' ') {
            close(&mut headings, marks, number.saturating_sub(1), &mut folds);
            headings.push((number, marks));
        }
    }
    close(&mut headings, 0, last, &mut folds);
    folds.sort_unstable();
    folds
}
