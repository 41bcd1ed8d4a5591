//! `no-right-answer`: a quiz question that nobody can answer rightly. One without options has been reported as such.

use super::Reading;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::block::{Answer, Block, Kind};

pub fn check(reading: &Reading, found: &mut Vec<Diagnostic>) {
    Block::walk(&reading.text.blocks, &mut |block| {
        if let Kind::Task(task) = &block.kind
            && let Answer::Quiz { questions, .. } = &task.answer
        {
            let faults = questions.iter().filter(|question| question.is_unanswerable()).map(|question| {
                reading.fault(Lint::NoRightAnswer, question.place(), message!("no-right-answer"))
            });
            found.extend(faults);
        }
    });
}
