//! `untested-outcome`, `question-without-outcome`: what a module promises to teach and what its quiz asks are the same.
//!
//! Twins agree on both (`different-structure`), so the first language speaks for all.

use std::collections::HashSet;

use super::Beside;
use crate::diag::{Diagnostic, Lint, nearest};
use crate::message;
use crate::model::Programme;
use crate::model::block::{Answer, Block, Kind, Question};
use crate::model::page::Translation;

pub fn check(programme: &Programme, _: &Beside, found: &mut Vec<Diagnostic>) {
    for page in programme.pages.iter().filter(|page| page.facts.kind.name == "module") {
        let Some(text) = page.first().filter(|text| text.whole && text.sound) else { continue };
        let questions = questions(text);
        for question in &questions {
            found.extend(without_outcome(text, question));
        }
        if questions.is_empty() && !programme.project.modules().contains(&page.id) {
            continue;
        }
        // A misspelt one is meant, and has been reported.
        let known = || text.outcomes.iter().map(|(id, _)| id.value.as_str());
        let meant = questions.iter().filter_map(|question| question.outcome.as_ref());
        let tested: HashSet<&str> = meant.filter_map(|id| nearest(&id.value, known())).collect();
        for (id, _) in text.outcomes.iter().filter(|(id, _)| !tested.contains(id.value.as_str())) {
            let message = message!("untested-outcome", id = id.value);
            found.push(Diagnostic::new(Lint::UntestedOutcome, id.span.within(&text.path), message));
        }
    }
}

fn questions(text: &Translation) -> Vec<&Question> {
    let mut all = Vec::new();
    Block::walk(&text.blocks, &mut |block| {
        if let Kind::Task(task) = &block.kind
            && let Answer::Quiz { questions, .. } = &task.answer
        {
            all.extend(questions);
        }
    });
    all
}

fn without_outcome(text: &Translation, question: &Question) -> Option<Diagnostic> {
    let Some(outcome) = &question.outcome else {
        let place = question.place().within(&text.path);
        return Some(Diagnostic::new(
            Lint::QuestionWithoutOutcome,
            place,
            message!("question-without-outcome"),
        ));
    };
    let known = || text.outcomes.iter().map(|(id, _)| id.value.as_str());
    if known().any(|id| id == outcome.value) {
        return None;
    }
    let message = message!("question-without-outcome-unknown", id = outcome.value);
    let fault = Diagnostic::new(Lint::QuestionWithoutOutcome, outcome.span.within(&text.path), message);
    Some(fault.nearest(&outcome.value, known(), false))
}
