//! `reflection`: free text, with prompts that stay in its prose.

use super::{Answer, EVERY, Form, Kind, Lowering, MINUTES, Row, Written};
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

fn lower(lowering: &mut Lowering, mut written: Written) -> Kind {
    let blocks = written.rest(lowering);
    written.task(blocks, Answer::Text)
}
