//! `choice`: one or several of a bulleted list's options, each with an id of its own.

use super::lower::{first_words, named};
use super::{Answer, EVERY, Form, Kind, Lowering, Row, SHARE, Written};
use crate::diag::Lint;
use crate::message;
use crate::syntax::shape::{Key, Shape};

pub const ROW: Row = Row {
    name: "choice",
    form: Form::Container,
    attributes: &[Key::optional("many", Shape::Flag, "Whether several may be chosen."), EVERY, SHARE],
    id: true,
    lower,
};

fn lower(lowering: &mut Lowering, mut written: Written) -> Kind {
    let items = written.take_list(false).unwrap_or_default();
    if items.is_empty() {
        lowering.say(Lint::WrongType, written.span, message!("wrong-type-options", block = ROW.name));
    }
    let ids = lowering.part_ids("option", items.iter().map(named));
    let options: Vec<_> = ids.into_iter().zip(items.into_iter().map(|item| first_words(item).0)).collect();
    lowering.distinct(options.iter().map(|(id, _)| id));
    let (many, blocks) = (written.flag("many"), written.rest(lowering));
    written.task(blocks, Answer::Options { many, options })
}
