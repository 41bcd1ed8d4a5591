//! `reflection`: free text, with prompts that stay in its prose.

use super::{Answer, EVERY, Form, Kind, Lowering, MINUTES, Row, Task, Written};
use crate::syntax::shape::{Key, Shape};

pub const ROW: Row = Row {
    name: "reflection",
    form: Form::Container,
    attributes: &[
        MINUTES,
        Key::required(
            "share",
            Shape::OneOf(&["therapist", "private"]),
            "Who sees the answer; the author decides.",
        ),
        EVERY,
    ],
    id: true,
    lower,
};

fn lower(lowering: &mut Lowering, written: Written) -> Kind {
    Kind::Task(Task {
        share: written.share(),
        every: written.words("every"),
        minutes: written.count("minutes"),
        name: ROW.name,
        title: written.title,
        id: written.id,
        blocks: lowering.blocks(written.blocks),
        answer: Answer::Text,
    })
}
