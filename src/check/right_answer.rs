//! `no-right-answer`: a quiz question that nobody can answer rightly.

use super::Beside;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::block::{Answer, Block, Kind};

pub fn check(programme: &Programme, _: &Beside, found: &mut Vec<Diagnostic>) {
    for page in &programme.pages {
        for (_, text) in page.present() {
            Block::walk(&text.blocks, &mut |block| {
                let Kind::Task(task) = &block.kind else { return };
                let Answer::Quiz { questions, .. } = &task.answer else { return };
                // A question without options has been reported as such.
                let unanswerable = questions.iter().filter(|question| {
                    !question.options.is_empty() && question.options.iter().all(|option| !option.right)
                });
                found.extend(unanswerable.map(|question| {
                    let place = question.place().within(&text.path);
                    Diagnostic::new(Lint::NoRightAnswer, place, message!("no-right-answer"))
                }));
            });
        }
    }
}
