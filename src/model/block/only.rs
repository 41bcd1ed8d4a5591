//! `only`: text for one audience or one site inside a shared page; `include`: a fragment's text. Neither leaves a trace in any output.

use super::exercise::reference;
use super::{Block, Form, Kind, Row};
use crate::diag::Lint;
use crate::message;
use crate::model::audience::{Audiences, Readers};
use crate::source::Spanned;
use crate::syntax::front::AUDIENCES;
use crate::syntax::shape::{Key, Shape};

pub const ROW: Row = Row {
    name: "only",
    form: Form::Container,
    attributes: &[
        Key::optional("audience", Shape::OneOf(AUDIENCES), "Who reads it."),
        Key::optional("site", Shape::Id, "The site whose readers read it."),
    ],
    id: false,
    lower: |lowering, written| {
        let audience = written.text("audience").map(|name| Audiences::one(&name.value));
        let site = written.text("site").cloned();
        if written.attrs.pairs.is_empty() {
            lowering.say(Lint::MissingKey, written.span, message!("missing-key-only"));
        }
        let readers = Readers { audience, sites: site.iter().map(|site| site.value.clone()).collect() };
        let blocks = lowering.blocks(written.blocks);
        Kind::Only(Box::new(Only { readers, site, blocks }))
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
    pub readers: Readers,
    /// The site as it is written.
    pub site: Option<Spanned<String>>,
    pub blocks: Vec<Block>,
}
