//! A page as plain text, a line for each paragraph, heading, row and step: what a search looks through and an app reads aloud.

use super::html::Sources;
use crate::model::block::{Block, Kind};
use crate::model::prose::push_plain;
use crate::syntax::ast::{Inline, Prose, ProseKind};

/// Some blocks in their plain form, with `between` between their lines.
pub fn text(sources: &Sources, blocks: &[Block], between: &str) -> String {
    let mut lines = Lines { sources, between, text: String::new(), begun: false };
    for block in blocks {
        match &block.kind {
            Kind::Prose(prose) => lines.prose(std::slice::from_ref(prose)),
            _ => lines.prose(&block.plain()),
        }
    }
    lines.text
}

/// The words of every heading, also inside blocks, and of the blocks' own titles, a line each.
pub fn headings(sources: &Sources, blocks: &[Block]) -> String {
    let mut words = String::new();
    for block in blocks {
        let plain;
        let prose = match &block.kind {
            Kind::Prose(prose) => std::slice::from_ref(prose),
            _ => {
                plain = block.plain();
                &plain
            }
        };
        for prose in prose {
            if let ProseKind::Heading { text, .. } = &prose.kind {
                push_plain(&mut words, text, sources);
                words.push('\n');
            }
        }
    }
    words
}

struct Lines<'a> {
    sources: &'a Sources<'a>,
    between: &'a str,
    text: String,
    begun: bool,
}

impl Lines<'_> {
    fn prose(&mut self, blocks: &[Prose]) {
        for prose in blocks {
            match &prose.kind {
                ProseKind::Paragraph(text) | ProseKind::Heading { text, .. } => self.words(text),
                ProseKind::List { items, .. } => items.iter().for_each(|item| self.prose(&item.blocks)),
                ProseKind::Table { head, rows, .. } => {
                    for row in std::iter::once(head).chain(rows) {
                        self.begin();
                        for (at, cell) in row.iter().enumerate() {
                            self.text.push_str(if at > 0 { " · " } else { "" });
                            push_plain(&mut self.text, &cell.text, self.sources);
                        }
                    }
                }
                ProseKind::Quote(blocks) | ProseKind::Callout(_, blocks) => self.prose(blocks),
                ProseKind::Code { text, .. } => {
                    self.begin();
                    self.text.push_str(text.trim_end());
                }
                ProseKind::Rule => {}
            }
        }
    }

    /// A line of words without space around them; none where there are no words.
    fn words(&mut self, text: &[Inline]) {
        let (before, begun) = (self.text.len(), self.begun);
        self.begin();
        let start = self.text.len();
        push_plain(&mut self.text, text, self.sources);
        self.text.truncate(self.text.trim_end().len().max(start));
        let space = self.text[start..].len() - self.text[start..].trim_start().len();
        self.text.replace_range(start..start + space, "");
        if self.text.len() == start {
            self.text.truncate(before);
            self.begun = begun;
        }
    }

    fn begin(&mut self) {
        if self.begun {
            self.text.push_str(self.between);
        }
        self.begun = true;
    }
}
