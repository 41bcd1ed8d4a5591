//! Exercises: `breathing` as a paced pattern, `body` in steps, an exercise page by reference, and a questionnaire by
//! reference. None of them saves an answer.

use super::{Block, Form, Kind, Lowering, MINUTES, Row, Written};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Item, Prose};
use crate::syntax::shape::{Key, Shape};

const SECONDS: Shape = Shape::Whole(0, 60);

pub const BREATHING: Row = Row {
    name: "breathing",
    form: Form::Container,
    attributes: &[
        Key::required("in", SECONDS, "Seconds breathing in."),
        Key::optional("hold", SECONDS, "Seconds holding after breathing in."),
        Key::required("out", SECONDS, "Seconds breathing out."),
        Key::optional("rest", SECONDS, "Seconds resting after breathing out."),
        Key::required("rounds", Shape::Whole(1, 500), "How many breaths."),
    ],
    id: true,
    lower: breathing,
};

pub const BODY: Row =
    Row { name: "body", form: Form::Container, attributes: &[MINUTES], id: true, lower: body };

pub const EXERCISE: Row = Row {
    name: "exercise",
    form: Form::Leaf,
    attributes: &[Key::required("ref", Shape::Id, "The id of an exercise page.")],
    id: false,
    lower: |_, written| Kind::Exercise(reference(&written)),
};

pub const INSTRUMENT: Row = Row {
    name: "instrument",
    form: Form::Leaf,
    attributes: &[Key::required("ref", Shape::Id, "The id of an instrument in programme.yaml.")],
    id: false,
    lower: |_, written| Kind::Instrument(reference(&written)),
};

/// A paced pattern; times in seconds.
#[derive(Clone, Debug)]
pub struct Breathing {
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub inhale: u32,
    pub hold: u32,
    pub exhale: u32,
    pub rest: u32,
    pub rounds: u32,
    /// Where its numbers stand, from the first to the last.
    pub pace: Span,
    pub steps: Vec<Vec<Prose>>,
    pub blocks: Vec<Block>,
}

/// A body exercise.
#[derive(Clone, Debug)]
pub struct Body {
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub minutes: Option<u32>,
    pub steps: Vec<Vec<Prose>>,
    pub blocks: Vec<Block>,
}

fn breathing(lowering: &mut Lowering, mut written: Written) -> Kind {
    let seconds = |written: &Written, key| written.count(key).unwrap_or(0);
    Kind::Breathing(Box::new(Breathing {
        inhale: seconds(&written, "in"),
        hold: seconds(&written, "hold"),
        exhale: seconds(&written, "out"),
        rest: seconds(&written, "rest"),
        rounds: written.count("rounds").unwrap_or(1),
        pace: pace(&written),
        steps: steps(&mut written),
        title: written.title,
        id: written.id,
        blocks: lowering.blocks(written.blocks),
    }))
}

fn pace(written: &Written) -> Span {
    let pairs =
        written.attrs.pairs.iter().filter_map(|pair| Some((pair.key.span, pair.value.as_ref()?.span)));
    let whole = pairs.reduce(|first, last| (first.0, last.1));
    whole.map_or(written.span, |(key, value)| Span { start: key.start, end: value.end })
}

impl Breathing {
    /// How long the whole pattern takes.
    pub fn seconds(&self) -> u32 {
        (self.inhale + self.hold + self.exhale + self.rest).saturating_mul(self.rounds)
    }
}

fn body(lowering: &mut Lowering, mut written: Written) -> Kind {
    Kind::Body(Box::new(Body {
        minutes: written.count("minutes"),
        steps: steps(&mut written),
        title: written.title,
        id: written.id,
        blocks: lowering.blocks(written.blocks),
    }))
}

/// The items of the numbered list, which are the steps.
fn steps(written: &mut Written) -> Vec<Vec<Prose>> {
    let items = written.take_list(true).unwrap_or_default();
    items.into_iter().map(|Item { blocks, .. }| blocks.into_vec()).collect()
}

/// What `ref` names.
pub fn reference(written: &Written) -> Spanned<String> {
    written.text("ref").cloned().unwrap_or_else(|| written.span.at(String::new()))
}
