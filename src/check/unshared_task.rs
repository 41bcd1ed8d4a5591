//! `unshared-task`: a therapist's guide that leads to a task whose answer is the participant's own.

use super::Beside;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::block::{Answer, Block, Kind, Share, Task};
use crate::model::link::Target;
use crate::model::page::{Page, Translation};

pub fn check(programme: &Programme, _: &Beside, found: &mut Vec<Diagnostic>) {
    let is_guide = |page: &&Page| matches!(page.facts.kind.name, "session" | "pathway");
    for guide in programme.pages.iter().map(|page| &**page).filter(is_guide) {
        for (language, from) in guide.present() {
            for link in &from.mentions.links {
                let (page, id) = match programme.target(&from.path, link.form, &link.destination) {
                    Target::Part(page, id) | Target::Page(page, Some(id)) => (page, id),
                    _ => continue,
                };
                let Some(text) = page.in_language(language).or(page.first()) else { continue };
                if let Some(task) = private(text, id) {
                    let message = message!("unshared-task", task = id);
                    let fault = Diagnostic::new(Lint::UnsharedTask, link.at.within(&from.path), message);
                    let place = task.id.span.within(&text.path);
                    found.push(fault.related(place, message!("unshared-task-here")));
                }
            }
        }
    }
}

/// The task of that id, where only the participant sees its answer. A quiz is for whoever takes the course.
fn private<'a>(text: &'a Translation, id: &str) -> Option<&'a Task> {
    let mut found = None;
    Block::walk(&text.blocks, &mut |block| {
        let Kind::Task(task) = &block.kind else { return };
        let inner = match &task.answer {
            Answer::Group { tasks, .. } => &tasks[..],
            _ => &[],
        };
        let named = std::iter::once(&**task).chain(inner).find(|task| task.id.value == id);
        found = found.or(named);
    });
    found.filter(|task| task.share == Share::Private && task.name != "quiz")
}
