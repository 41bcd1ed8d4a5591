//! `homework`: something to do between sessions; what is kept is done or not, and a note.

use super::{Answer, EVERY, Form, Kind, Lowering, MINUTES, Row, SHARE, Written};

pub const ROW: Row =
    Row { name: "homework", form: Form::Container, attributes: &[EVERY, MINUTES, SHARE], id: true, lower };

fn lower(lowering: &mut Lowering, mut written: Written) -> Kind {
    let blocks = written.rest(lowering);
    written.task(blocks, Answer::Done)
}
