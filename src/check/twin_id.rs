//! `missing-id`, where a twin has an id in the same place: that is the one to write, and not the one that was minted when
//! the page was read alone.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Diagnostic, Lint};
use crate::model::Programme;
use crate::model::block::{Answer, Block, Kind, Task};
use crate::model::page::Translation;
use crate::source::{Path, Place, Spanned};

/// Puts the ids of twins into the fixes that write what is missing.
pub fn check(programme: &Programme, found: &mut [Diagnostic]) {
    let missing = found.iter().filter(|fault| fault.lint == Lint::MissingId);
    let paths: BTreeSet<Path> = missing.map(|fault| fault.place.path.clone()).collect();
    let mut meant: BTreeMap<Place, &str> = BTreeMap::new();
    for page in paths.iter().filter_map(|path| programme.page_at(path)) {
        for (_, text) in page.present().filter(|(_, text)| paths.contains(&text.path)) {
            page.present().for_each(|(_, twin)| meant.extend(given(text, twin)));
        }
    }
    for fault in found.iter_mut().filter(|fault| fault.lint == Lint::MissingId) {
        if let (Some(id), Some(fix)) = (meant.get(&fault.place), &mut fault.fix) {
            for (_, text) in &mut fix.edits {
                // What stands around the minted id stays.
                *text = text.replace(text.trim_matches([' ', '{', '#', '}']), id);
            }
        }
    }
}

/// The ids of a twin that `text` lacks, by their places in it; none where the two do not go together.
fn given<'a>(text: &Translation, twin: &'a Translation) -> Vec<(Place, &'a str)> {
    let (ours, theirs) = (slots(text), slots(twin));
    let pairs = || ours.iter().zip(&theirs);
    let together = ours.len() == theirs.len()
        && pairs().all(|((what, our), (other, their))| {
            what == other && (our.value.is_empty() || their.value.is_empty() || our.value == their.value)
        });
    pairs()
        .filter(|((_, our), (_, their))| together && our.value.is_empty() && !their.value.is_empty())
        .map(|((_, our), (_, their))| (our.span.within(&text.path), &*their.value))
        .collect()
}

/// Everything that carries an id, in reading order: what it is, and its id or where that would stand.
type Slots<'a> = Vec<(&'static str, &'a Spanned<String>)>;

fn slots(text: &Translation) -> Slots<'_> {
    let mut slots = Vec::new();
    Block::walk(&text.blocks, &mut |block| match &block.kind {
        Kind::Task(task) => in_task(task, &mut slots),
        Kind::Breathing(part) => slots.push(("breathing", &part.id)),
        Kind::Body(part) => slots.push(("body", &part.id)),
        _ => {}
    });
    slots
}

fn in_task<'a>(task: &'a Task, slots: &mut Slots<'a>) {
    slots.push((task.name, &task.id));
    match &task.answer {
        Answer::Text | Answer::Done | Answer::Number { .. } => {}
        Answer::Options { options, .. } => slots.extend(options.iter().map(|(id, _)| ("option", id))),
        Answer::Group { tasks, .. } => tasks.iter().for_each(|task| in_task(task, slots)),
        Answer::Rows { columns, .. } => slots.extend(columns.iter().map(|column| ("column", &column.id))),
        Answer::Quiz { questions, .. } => {
            for question in questions {
                slots.push(("question", &question.id));
                slots.extend(question.options.iter().map(|option| ("option", &option.id)));
            }
        }
    }
}
