//! `only`: text for one audience inside a shared page; `include`: a fragment's text. Neither leaves a trace in any output.

use super::exercise::reference;
use super::{Block, Form, Kind, Row};
use crate::model::audience::Audiences;
use crate::syntax::front::AUDIENCES;
use crate::syntax::shape::{Key, Shape};

pub const ROW: Row = Row {
    name: "only",
    form: Form::Container,
    attributes: &[Key::required("audience", Shape::OneOf(AUDIENCES), "Who reads it.")],
    id: false,
    lower: |lowering, written| {
        let audience = written.text("audience").map_or(Audiences::NONE, |name| Audiences::one(&name.value));
        Kind::Only(Only { audience, blocks: lowering.blocks(written.blocks) })
    },
};

pub const INCLUDE: Row = Row {
    name: "include",
    form: Form::Leaf,
    attributes: &[Key::required("ref", Shape::Id, "The id of a fragment.")],
    id: false,
    lower: |_, written| Kind::Include(reference(&written)),
};

#[derive(Clone, Debug)]
pub struct Only {
    pub audience: Audiences,
    pub blocks: Vec<Block>,
}
