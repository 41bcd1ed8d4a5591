//! `quiz`: `### question {#id outcome=o1}` with a task list of options; `[x]` is right, a quote under one is its feedback.

use super::lower::{first_words, named};
use super::plain::{items, paragraph, titled};
use super::{Answer, Block, Form, Kind, Lowering, Row, Written};
use crate::diag::Lint;
use crate::message;
use crate::source::{Span, Spanned};
use crate::syntax::ast::{self, Inlines, Item, Prose, ProseKind};
use crate::syntax::attrs::Attrs;
use crate::syntax::shape::{Key, Shape};

pub const ROW: Row = Row {
    name: "quiz",
    form: Form::Container,
    attributes: &[Key::optional("pass", Shape::Whole(0, 100), "The pass mark in percent.")],
    id: true,
    lower,
};

#[derive(Clone, Debug)]
pub struct Question {
    pub id: Spanned<String>,
    /// The outcome of the module that it tests.
    pub outcome: Option<Spanned<String>>,
    pub text: Inlines,
    pub blocks: Vec<Block>,
    pub options: Vec<QuizOption>,
}

#[derive(Clone, Debug)]
pub struct QuizOption {
    pub id: Spanned<String>,
    pub text: Inlines,
    pub right: bool,
    pub feedback: Vec<Prose>,
}

impl Question {
    /// Whether several options are right.
    pub fn many(&self) -> bool {
        self.options.iter().filter(|option| option.right).count() > 1
    }

    /// Whether no option is right, though there are some.
    pub fn is_unanswerable(&self) -> bool {
        !self.options.is_empty() && self.options.iter().all(|option| !option.right)
    }

    /// Where the question itself stands.
    pub fn place(&self) -> Span {
        match (self.text.first(), self.text.last()) {
            (Some(first), Some(last)) => Span { start: first.span.start, end: last.span.end },
            _ => self.id.span,
        }
    }

    pub fn plain(&self, span: Span) -> Vec<Prose> {
        let mut prose = vec![paragraph(span, self.text.clone())];
        let options: Vec<Vec<Prose>> = self
            .options
            .iter()
            .map(|option| {
                let mut blocks = vec![paragraph(span, option.text.clone())];
                blocks.extend(option.feedback.iter().cloned());
                blocks
            })
            .collect();
        prose.extend(titled(span, "", &self.blocks, items(&options)));
        prose
    }
}

fn lower(lowering: &mut Lowering, mut written: Written) -> Kind {
    let mut questions: Vec<Question> = Vec::new();
    let mut blocks = Vec::new();
    let pass = written.count("pass");
    for block in std::mem::take(&mut written.blocks) {
        match (block, questions.last_mut()) {
            (ast::Block::Prose(Prose { kind: ProseKind::Heading { attrs, text, .. }, span }), _) => {
                questions.push(question(lowering, attrs.as_deref(), text, span));
            }
            (ast::Block::Prose(Prose { kind: ProseKind::List { items, .. }, .. }), Some(question))
                if items.iter().any(|item| item.checked.is_some()) =>
            {
                let ids = lowering.part_ids("option", items.iter().map(named));
                question.options.extend(ids.into_iter().zip(items).map(|(id, item)| option(id, item)));
            }
            (block, Some(question)) => question.blocks.extend(lowering.blocks(vec![block])),
            (block, None) => blocks.extend(lowering.blocks(vec![block])),
        }
    }
    if questions.is_empty() {
        lowering.say(Lint::WrongType, written.span, message!("wrong-type-quiz"));
    }
    for question in &questions {
        if question.options.is_empty() {
            lowering.say(Lint::WrongType, question.id.span, message!("wrong-type-question"));
        }
        lowering.distinct(question.options.iter().map(|option| &option.id));
    }
    written.task(blocks, Answer::Quiz { pass, questions })
}

fn question(lowering: &mut Lowering, attrs: Option<&Attrs>, text: Inlines, span: Span) -> Question {
    Question {
        id: lowering.question_id(attrs, span),
        outcome: attrs.and_then(|attrs| attrs.get("outcome").cloned()),
        text,
        blocks: Vec::new(),
        options: Vec::new(),
    }
}

fn option(id: Spanned<String>, item: Item) -> QuizOption {
    let right = item.checked == Some(true);
    let (text, below) = first_words(item);
    let feedback = below.into_iter().flat_map(|prose| match prose.kind {
        ProseKind::Quote(blocks) => blocks.into_vec(),
        _ => vec![prose],
    });
    QuizOption { id, text, right, feedback: feedback.collect() }
}
