//! `phase`: a part of a session or a pathway.

use super::{Block, Form, Kind, Lowering, MINUTES, Row, Written};
use crate::source::Spanned;
use crate::syntax::shape::{Key, Shape};

pub const ROW: Row = Row {
    name: "phase",
    form: Form::Container,
    attributes: &[MINUTES, Key::optional("when", Shape::OneOf(&["broken-off"]), "The branch it belongs to.")],
    id: false,
    lower,
};

#[derive(Clone, Debug)]
pub struct Phase {
    pub title: Spanned<String>,
    pub minutes: Option<u32>,
    /// `broken-off` for what happens when a course is not completed.
    pub when: Option<String>,
    pub blocks: Vec<Block>,
}

fn lower(lowering: &mut Lowering, written: Written) -> Kind {
    Kind::Phase(Box::new(Phase {
        minutes: written.count("minutes"),
        when: written.words("when"),
        title: written.title,
        blocks: lowering.blocks(written.blocks),
    }))
}
