//! A page as plain text, a line for each paragraph, heading, row and step: what a search looks through and an app reads aloud.

use super::html::Sources;
use crate::model::block::{Block, Kind};
use crate::syntax::ast::{Prose, ProseKind};

/// The lines of some blocks, each in its plain form.
pub fn lines(sources: &Sources, blocks: &[Block]) -> Vec<String> {
    let mut lines = Vec::new();
    for block in blocks {
        match &block.kind {
            Kind::Prose(prose) => push(sources, std::slice::from_ref(prose), &mut lines),
            _ => push(sources, &block.plain(), &mut lines),
        }
    }
    lines
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
                words.push_str(&sources.plain(text));
                words.push('\n');
            }
        }
    }
    words
}

fn push(sources: &Sources, blocks: &[Prose], lines: &mut Vec<String>) {
    for prose in blocks {
        match &prose.kind {
            ProseKind::Paragraph(text) | ProseKind::Heading { text, .. } => {
                let words = sources.plain(text);
                match words.trim() {
                    "" => {}
                    trimmed if trimmed.len() == words.len() => lines.push(words),
                    trimmed => lines.push(trimmed.to_string()),
                }
            }
            ProseKind::List { items, .. } => {
                items.iter().for_each(|item| push(sources, &item.blocks, lines));
            }
            ProseKind::Table { head, rows, .. } => {
                for row in std::iter::once(head).chain(rows.iter()) {
                    let cells: Vec<String> = row.iter().map(|cell| sources.plain(&cell.text)).collect();
                    lines.push(cells.join(" · "));
                }
            }
            ProseKind::Quote(blocks) | ProseKind::Callout(_, blocks) => push(sources, blocks, lines),
            ProseKind::Code { text, .. } => lines.push(text.trim_end().to_string()),
            ProseKind::Rule => {}
        }
    }
}
