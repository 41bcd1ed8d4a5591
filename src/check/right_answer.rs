//! `no-right-answer`: a quiz question that nobody can answer rightly.

use super::Reading;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::block::{Answer, Block, Kind, Question};

pub fn check(reading: &Reading, found: &mut Vec<Diagnostic>) {
    Block::walk(&reading.text.blocks, &mut |block| {
        if let Kind::Task(task) = &block.kind
            && let Answer::Quiz { questions, .. } = &task.answer
        {
            let faults = questions.iter().filter(|question| is_unanswerable(question)).map(|question| {
                reading.fault(Lint::NoRightAnswer, question.place(), message!("no-right-answer"))
            });
            found.extend(faults);
        }
    });
}

/// A question without options has been reported as such.
fn is_unanswerable(question: &Question) -> bool {
    !question.options.is_empty() && question.options.iter().all(|option| !option.right)
}
