//! `homework`: something to do between sessions; what is kept is done or not, and a note.

use super::{Answer, EVERY, Form, Kind, Lowering, MINUTES, Row, SHARE, Task, Written};

pub const ROW: Row =
    Row { name: "homework", form: Form::Container, attributes: &[EVERY, MINUTES, SHARE], id: true, lower };

fn lower(lowering: &mut Lowering, written: Written) -> Kind {
    Kind::Task(Task {
        share: written.share(),
        every: written.words("every"),
        minutes: written.count("minutes"),
        name: ROW.name,
        title: written.title,
        id: written.id,
        blocks: lowering.blocks(written.blocks),
        answer: Answer::Done,
    })
}
