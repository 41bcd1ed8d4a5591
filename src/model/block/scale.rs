//! `scale`: a number from one end to the other; a bulleted list `- 0: words` anchors it.

use super::lower::{first_words, named, numbered};
use super::{Answer, EVERY, Form, Kind, Lowering, Row, SHARE, Written};
use crate::diag::Lint;
use crate::message;
use crate::syntax::shape::{Key, Shape};

pub const ROW: Row = Row {
    name: "scale",
    form: Form::Container,
    attributes: &[
        Key::optional("from", Shape::Whole(-1000, 1000), "The low end; 0 when left out."),
        Key::optional("to", Shape::Whole(-1000, 1000), "The high end; 10 when left out."),
        Key::optional("step", Shape::Whole(1, 1000), "From one number to the next; 1 when left out."),
        EVERY,
        SHARE,
    ],
    id: true,
    lower,
};

/// More steps than this can't be shown as something to choose from.
const MOST_STEPS: i64 = 100;

fn lower(lowering: &mut Lowering, mut written: Written) -> Kind {
    let (from, to) = (written.whole("from").unwrap_or(0), written.whole("to").unwrap_or(10));
    let step = written.whole("step").unwrap_or(1);
    if from >= to || (to - from) / step > MOST_STEPS {
        let place =
            written.attrs.get("to").or(written.attrs.get("from")).map_or(written.span, |value| value.span);
        lowering.say(Lint::OutOfRange, place, message!("out-of-range-scale", most = MOST_STEPS));
    }
    let mut anchors = Vec::new();
    for item in written.take_list(false).unwrap_or_default() {
        let (_, span) = named(&item);
        let (text, _) = first_words(item);
        match numbered(&text) {
            Some((number, words)) if (from..=to).contains(&number) || from >= to => {
                anchors.push((number, words))
            }
            Some((number, _)) => {
                let message = message!("out-of-range", value = number, from = from, to = to);
                lowering.say(Lint::OutOfRange, span, message);
            }
            None => lowering.say(Lint::WrongType, span, message!("wrong-type-anchor")),
        }
    }
    let blocks = written.rest(lowering);
    written.task(blocks, Answer::Number { from, to, step, anchors })
}
