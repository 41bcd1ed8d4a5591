//! `worksheet`: a table to fill in, on paper too. Head cells name the columns; rows below the head are examples.

use super::{Answer, EVERY, Form, Kind, Lowering, MINUTES, Row, SHARE, Written};
use crate::diag::Lint;
use crate::message;
use crate::source::Spanned;
use crate::syntax::ast::{self, Inlines, Prose, ProseKind};
use crate::syntax::shape::{Key, Shape};

pub const ROW: Row = Row {
    name: "worksheet",
    form: Form::Container,
    attributes: &[
        Key::optional("rows", Shape::Whole(1, 100), "Empty rows to begin with; 5 when left out."),
        EVERY,
        MINUTES,
        SHARE,
    ],
    id: true,
    lower,
};

/// A column to fill in.
#[derive(Clone, Debug)]
pub struct Column {
    pub id: Spanned<String>,
    pub text: Inlines,
}

fn lower(lowering: &mut Lowering, mut written: Written) -> Kind {
    let table = written
        .blocks
        .iter()
        .position(|block| matches!(block, ast::Block::Prose(Prose { kind: ProseKind::Table { .. }, .. })));
    let (mut columns, mut examples) = (Vec::new(), Vec::new());
    match table.map(|at| written.blocks.remove(at)) {
        Some(ast::Block::Prose(Prose { kind: ProseKind::Table { head, rows, .. }, .. })) => {
            let ids = lowering.part_ids("column", head.iter().map(|cell| (cell.attrs.as_deref(), cell.span)));
            columns.extend(ids.into_iter().zip(head).map(|(id, cell)| Column { id, text: cell.text }));
            examples.extend(
                rows.into_iter().map(|row| row.into_iter().map(|cell| cell.text).collect::<Vec<_>>()),
            );
            examples.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        }
        _ => lowering.say(Lint::WrongType, written.span, message!("wrong-type-worksheet")),
    }
    lowering.distinct(columns.iter().map(|column| &column.id));
    let rows = written.count("rows").unwrap_or(5);
    let blocks = written.rest(lowering);
    written.task(blocks, Answer::Rows { columns, rows, examples })
}
