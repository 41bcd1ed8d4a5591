//! andrum's blocks: the table of their rows, and how a container or leaf by name becomes a block of its kind.
//!
//! A block is one row here, one file beside this one, and a story. The row says which attributes it takes and whether it
//! carries an id; the file says what its Markdown means. Every block has a plain form ([`Block::plain`]), so that it
//! works in every backend the day it is written.

mod checkin;
mod choice;
mod criteria;
mod exercise;
mod homework;
mod lower;
mod media;
mod only;
mod phase;
mod plain;
mod quiz;
mod reflection;
mod scale;
mod worksheet;

use crate::source::{Span, Spanned};
use crate::syntax::ast::{Inlines, Prose};
use crate::syntax::shape::{Key, Shape};

pub use criteria::{Checklist, Criteria};
pub use exercise::{Body, Breathing};
pub use lower::{Lowering, Written, lower};
pub use media::{Audio, Video};
pub use only::Only;
pub use phase::Phase;
pub use quiz::{Question, QuizOption};
pub use worksheet::Column;

/// A piece of a page.
#[derive(Clone, Debug)]
pub struct Block {
    pub span: Span,
    pub kind: Kind,
}

#[derive(Clone, Debug)]
pub enum Kind {
    Prose(Prose),
    Task(Box<Task>),
    Breathing(Box<Breathing>),
    Body(Box<Body>),
    Phase(Box<Phase>),
    Checklist(Box<Checklist>),
    Criteria(Box<Criteria>),
    Only(Box<Only>),
    /// A fragment's text, by its id.
    Include(Spanned<String>),
    /// An exercise page, by its id.
    Exercise(Spanned<String>),
    /// A questionnaire, by its id in `programme.yaml`.
    Instrument(Spanned<String>),
    Audio(Box<Audio>),
    Video(Box<Video>),
}

/// A block that saves an answer. One task is one answer, also where it holds several prompts.
#[derive(Clone, Debug)]
pub struct Task {
    /// Empty where the author has not given one, which is a fault.
    pub id: Spanned<String>,
    /// The block's name: `reflection`, `scale` …
    pub name: &'static str,
    pub title: Spanned<String>,
    /// Who sees the answer; inside a check-in what the check-in says.
    pub share: Share,
    /// Where that is said; the id where it is not.
    pub share_at: Span,
    pub every: Option<String>,
    /// How long it takes once.
    pub minutes: Option<u32>,
    /// What stands around the answer's own parts.
    pub blocks: Vec<Block>,
    pub answer: Answer,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    Private,
    Therapist,
}

impl Share {
    pub fn name(self) -> &'static str {
        match self {
            Share::Private => "private",
            Share::Therapist => "therapist",
        }
    }
}

/// What an app stores, and the words around it.
#[derive(Clone, Debug)]
pub enum Answer {
    Text,
    Number {
        from: i64,
        to: i64,
        step: i64,
        anchors: Vec<(i64, Inlines)>,
    },
    Options {
        many: bool,
        options: Vec<(Spanned<String>, Inlines)>,
    },
    /// The tasks of a check-in, and when it is asked.
    Group {
        when: Option<String>,
        tasks: Vec<Task>,
    },
    Done,
    Rows {
        columns: Vec<Column>,
        rows: u32,
        examples: Vec<Vec<Inlines>>,
    },
    Quiz {
        pass: Option<u32>,
        questions: Vec<Question>,
    },
}

/// A row of the table of blocks.
pub struct Row {
    pub name: &'static str,
    pub form: Form,
    pub attributes: &'static [Key],
    /// Whether it must carry `#id`.
    pub id: bool,
    /// Makes the block of what was written.
    pub lower: fn(&mut Lowering, Written) -> Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `:::name` to `:::`
    Container,
    /// `::name`
    Leaf,
}

/// Every block.
pub const ROWS: &[Row] = &[
    reflection::ROW,
    scale::ROW,
    choice::ROW,
    checkin::ROW,
    homework::ROW,
    worksheet::ROW,
    exercise::BREATHING,
    exercise::BODY,
    quiz::ROW,
    phase::ROW,
    criteria::CHECKLIST,
    criteria::INCLUSION,
    criteria::EXCLUSION,
    only::ROW,
    only::INCLUDE,
    exercise::EXERCISE,
    exercise::INSTRUMENT,
    media::AUDIO,
    media::VIDEO,
];

// Attributes that several blocks share.
const SHARE: Key = Key::optional("share", Shape::OneOf(&["therapist", "private"]), "Who sees the answer.");
const EVERY: Key =
    Key::optional("every", Shape::Every, "How often; what is stored is then a list of dated answers.");
const MINUTES: Key = Key::optional("minutes", Shape::Whole(0, 1440), "How long it takes once.");

impl Block {
    /// Every list of blocks that stands inside this one, those of a check-in's tasks and a quiz's questions included.
    pub fn children(&self) -> Vec<&[Block]> {
        match &self.kind {
            Kind::Task(task) => task.children(),
            Kind::Breathing(breathing) => vec![&breathing.blocks],
            Kind::Body(body) => vec![&body.blocks],
            Kind::Phase(phase) => vec![&phase.blocks],
            Kind::Checklist(list) => vec![&list.blocks],
            Kind::Criteria(list) => vec![&list.blocks],
            Kind::Only(only) => vec![&only.blocks],
            _ => Vec::new(),
        }
    }

    /// Every block of some lists, an outer one before those inside it.
    pub fn walk<'a>(blocks: &'a [Block], see: &mut dyn FnMut(&'a Block)) {
        for block in blocks {
            see(block);
            block.children().into_iter().for_each(|blocks| Block::walk(blocks, see));
        }
    }

    /// The same lists, to be changed.
    pub fn children_mut(&mut self) -> Vec<&mut Vec<Block>> {
        match &mut self.kind {
            Kind::Task(task) => task.children_mut(),
            Kind::Breathing(breathing) => vec![&mut breathing.blocks],
            Kind::Body(body) => vec![&mut body.blocks],
            Kind::Phase(phase) => vec![&mut phase.blocks],
            Kind::Checklist(list) => vec![&mut list.blocks],
            Kind::Criteria(list) => vec![&mut list.blocks],
            Kind::Only(only) => vec![&mut only.blocks],
            _ => Vec::new(),
        }
    }
}

impl Task {
    fn children(&self) -> Vec<&[Block]> {
        let mut lists: Vec<&[Block]> = vec![&self.blocks];
        match &self.answer {
            Answer::Group { tasks, .. } => lists.extend(tasks.iter().flat_map(Task::children)),
            Answer::Quiz { questions, .. } => {
                lists.extend(questions.iter().map(|question| &*question.blocks))
            }
            _ => {}
        }
        lists
    }

    fn children_mut(&mut self) -> Vec<&mut Vec<Block>> {
        let mut lists = vec![&mut self.blocks];
        match &mut self.answer {
            Answer::Group { tasks, .. } => lists.extend(tasks.iter_mut().flat_map(Task::children_mut)),
            Answer::Quiz { questions, .. } => {
                lists.extend(questions.iter_mut().map(|question| &mut question.blocks));
            }
            _ => {}
        }
        lists
    }
}
