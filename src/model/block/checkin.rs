//! `checkin`: a few scales and choices asked together at a trigger.

use super::{Answer, Block, Form, Kind, Lowering, Row, SHARE, Task, Written};
use crate::diag::Lint;
use crate::message;
use crate::syntax::shape::{Key, Shape};

pub const ROW: Row = Row {
    name: "checkin",
    form: Form::Container,
    attributes: &[
        Key::optional(
            "when",
            Shape::Either(&[Shape::OneOf(&["login", "day", "unit"]), Shape::Duration]),
            "What triggers it: login, day, unit or a duration.",
        ),
        SHARE,
    ],
    id: true,
    lower,
};

fn lower(lowering: &mut Lowering, mut written: Written) -> Kind {
    let share = written.share();
    let (mut tasks, mut blocks) = (Vec::new(), Vec::new());
    let when = written.words("when");
    for block in written.rest(lowering) {
        match block {
            Block { kind: Kind::Task(task), span } => {
                if !matches!(task.answer, Answer::Number { .. } | Answer::Options { .. }) {
                    lowering.say(
                        Lint::UnknownBlock,
                        span,
                        message!("unknown-block-checkin", name = task.name),
                    );
                }
                tasks.push(Task { share, ..*task });
            }
            block => blocks.push(block),
        }
    }
    if tasks.is_empty() {
        lowering.say(Lint::WrongType, written.span, message!("wrong-type-checkin"));
    }
    written.task(blocks, Answer::Group { when, tasks })
}
