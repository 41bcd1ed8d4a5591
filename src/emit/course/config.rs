//! What a package's scripts know of its course: `course.js`. Right answers are in it; a package that runs in a browser can't
//! keep them secret.

use serde_json::{Value as Json, json};

use super::Package;
use super::manifest::Standard;
use crate::model::block::Question;
use crate::model::course::{Check, Module};
use crate::model::prose::plain;

pub fn script(package: &Package, standard: &Standard) -> String {
    let mut course = json!({
        "id": package.id,
        "standard": standard.name,
        "language": package.language,
        "version": package.version,
        "title": package.title,
        "modules": package.modules.iter().map(|each| module(each, package)).collect::<Vec<_>>(),
        "pages": package.pages,
    });
    // What the course does not say is not there.
    for (key, value) in [("pass", package.pass), ("tries", package.course.tries)] {
        if let Some(value) = value {
            course[key] = value.into();
        }
    }
    format!("andrum.course = {course};\n")
}

fn module(module: &Module, package: &Package) -> Json {
    json!({
        "id": module.page.id,
        "key": module.key,
        "mark": module.mark,
        "title": module.text.title.value,
        "minutes": module.page.facts.minutes,
        "counts": package.counts(module),
        "checks": module.checks.iter().map(|each| check(each, module)).collect::<Vec<_>>(),
    })
}

fn check(check: &Check, module: &Module) -> Json {
    let mut row = json!({
        "id": check.task.id.value,
        "key": check.key,
        "questions": check.questions.iter().map(|each| question(each, module)).collect::<Vec<_>>(),
    });
    if let Some(pass) = check.pass {
        row["pass"] = pass.into();
    }
    row
}

fn question(question: &Question, module: &Module) -> Json {
    let ids = |right: bool| {
        let options = question.options.iter().filter(move |option| !right || option.right);
        options.map(|option| option.id.value.as_str()).collect::<Vec<_>>()
    };
    let words = |text| plain(text, &module.fill);
    let mut row = json!({
        "id": question.id.value,
        "text": words(&question.text),
        "options": ids(false),
        "right": ids(true),
        "words": question.options.iter().map(|option| words(&option.text)).collect::<Vec<_>>(),
    });
    if let Some(outcome) = &question.outcome {
        // Outcomes are named within their module.
        row["outcome"] = format!("{}-{}", module.page.id, outcome.value).into();
    }
    row
}
