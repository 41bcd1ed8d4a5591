//! Every block as plain prose: what a backend shows that knows no richer form, and what the hash of meaning and the plain
//! text are made of.

use super::{Answer, Block, Kind, Task};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{self, Inline, InlineKind, Inlines, Item, Prose, ProseKind};

impl Block {
    /// The block's title, its words, its steps, options or columns as a list.
    pub fn plain(&self) -> Vec<Prose> {
        let span = self.span;
        match &self.kind {
            Kind::Prose(prose) => vec![prose.clone()],
            Kind::Task(task) => task.plain(span),
            Kind::Breathing(breathing) => {
                titled(span, &breathing.title.value, &breathing.blocks, items(&breathing.steps))
            }
            Kind::Body(body) => titled(span, &body.title.value, &body.blocks, items(&body.steps)),
            Kind::Phase(phase) => titled(span, &phase.title.value, &phase.blocks, Vec::new()),
            Kind::Checklist(list) => titled(span, &list.title.value, &list.blocks, items(&list.items)),
            Kind::Criteria(list) => titled(span, &list.title.value, &list.blocks, items(&list.items)),
            Kind::Only(only) => only.blocks.iter().flat_map(Block::plain).collect(),
            Kind::Audio(_) | Kind::Video(_) | Kind::Instrument(_) | Kind::Include(_) => Vec::new(),
            Kind::Exercise(reference) => vec![paragraph(span, link(reference))],
        }
    }
}

impl Task {
    fn plain(&self, span: Span) -> Vec<Prose> {
        let line = |text: &Inlines| vec![paragraph(span, text.clone())];
        let parts: Vec<Vec<Prose>> = match &self.answer {
            Answer::Text | Answer::Done => Vec::new(),
            Answer::Number { anchors, .. } => anchors
                .iter()
                .map(|(number, words)| {
                    let number = Inline { span, kind: InlineKind::Text(format!("{number}: ").into()) };
                    vec![paragraph(span, std::iter::once(number).chain(words.iter().cloned()).collect())]
                })
                .collect(),
            Answer::Options { options, .. } => options.iter().map(|(_, text)| line(text)).collect(),
            Answer::Group { tasks, .. } => tasks.iter().map(|task| task.plain(span)).collect(),
            Answer::Rows { columns, .. } => columns.iter().map(|column| line(&column.text)).collect(),
            Answer::Quiz { questions, .. } => questions.iter().map(|question| question.plain(span)).collect(),
        };
        titled(span, &self.title.value, &self.blocks, parts)
    }
}

pub(super) fn titled(span: Span, title: &str, blocks: &[Block], items: Vec<Vec<Prose>>) -> Vec<Prose> {
    let mut prose = Vec::new();
    if !title.is_empty() {
        let words: Inlines = Box::new([Inline { span, kind: InlineKind::Text(title.into()) }]);
        prose.push(paragraph(span, Box::new([Inline { span, kind: InlineKind::Strong(words) }])));
    }
    prose.extend(blocks.iter().flat_map(Block::plain));
    if !items.is_empty() {
        let item = |blocks: Vec<Prose>| Item {
            span,
            checked: None,
            tight: true,
            attrs: None,
            blocks: blocks.into(),
        };
        prose.push(Prose {
            span,
            kind: ProseKind::List { start: None, items: items.into_iter().map(item).collect() },
        });
    }
    prose
}

pub(super) fn items(items: &[Vec<Prose>]) -> Vec<Vec<Prose>> {
    items.to_vec()
}

pub(super) fn paragraph(span: Span, text: Inlines) -> Prose {
    Prose { span, kind: ProseKind::Paragraph(text) }
}

fn link(reference: &Spanned<String>) -> Inlines {
    let link = ast::Link {
        destination: reference.value.as_str().into(),
        at: reference.span,
        title: Box::default(),
        form: ast::LinkForm::Bare,
        text: Box::default(),
    };
    Box::new([Inline { span: reference.span, kind: InlineKind::Link(Box::new(link)) }])
}
