//! Lists with a meaning: `checklist`, and the typed criteria `inclusion` and `exclusion`.

use super::{Block, Form, Kind, Lowering, MINUTES, Row, Written};
use crate::diag::Lint;
use crate::message;
use crate::source::Spanned;
use crate::syntax::ast::{Item, Prose};
use crate::syntax::shape::{Key, Shape};

pub const CHECKLIST: Row = Row {
    name: "checklist",
    form: Form::Container,
    attributes: &[MINUTES, Key::optional("when", Shape::OneOf(&["broken-off"]), "The branch it belongs to.")],
    id: false,
    lower: |lowering, mut written| {
        let items = list(lowering, &mut written);
        let (minutes, when) = (written.count("minutes"), written.words("when"));
        Kind::Checklist(Box::new(Checklist {
            title: written.title,
            minutes,
            when,
            items,
            blocks: lowering.blocks(written.blocks),
        }))
    },
};

pub const INCLUSION: Row = Row {
    name: "inclusion",
    form: Form::Container,
    attributes: &[],
    id: false,
    lower: |lowering, written| criteria(lowering, written, "inclusion"),
};

pub const EXCLUSION: Row = Row {
    name: "exclusion",
    form: Form::Container,
    attributes: &[],
    id: false,
    lower: |lowering, written| criteria(lowering, written, "exclusion"),
};

#[derive(Clone, Debug)]
pub struct Checklist {
    pub title: Spanned<String>,
    pub minutes: Option<u32>,
    pub when: Option<String>,
    pub items: Vec<Vec<Prose>>,
    pub blocks: Vec<Block>,
}

/// What speaks for or against taking part.
#[derive(Clone, Debug)]
pub struct Criteria {
    /// `inclusion` or `exclusion`.
    pub of: &'static str,
    pub title: Spanned<String>,
    pub items: Vec<Vec<Prose>>,
    pub blocks: Vec<Block>,
}

fn criteria(lowering: &mut Lowering, mut written: Written, of: &'static str) -> Kind {
    let items = list(lowering, &mut written);
    Kind::Criteria(Box::new(Criteria {
        of,
        title: written.title,
        items,
        blocks: lowering.blocks(written.blocks),
    }))
}

/// The items of the block's list, bulleted or numbered.
fn list(lowering: &mut Lowering, written: &mut Written) -> Vec<Vec<Prose>> {
    let items = written.take_list(false).or_else(|| written.take_list(true)).unwrap_or_default();
    if items.is_empty() {
        lowering.say(Lint::WrongType, written.span, message!("wrong-type-options", block = written.row.name));
    }
    items.into_iter().map(|Item { blocks, .. }| blocks.into_vec()).collect()
}
