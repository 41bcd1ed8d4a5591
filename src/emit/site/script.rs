//! What the theme's scripts know: the interface's words in a language, and what its tasks are called.

use serde_json::{Map, Value as Json, json};

use crate::emit::Job;
use crate::model::block::{Answer, Block, Kind, Task};
use crate::model::page::Page;
use crate::model::words::{Arg, Words};
use crate::render::html::Sources;
use crate::syntax::ast::Inlines;

/// `words.js`, the first script of a page: every word that a script asks for, a gap as its name in braces.
pub fn words(job: &Job, language: usize) -> String {
    let words = job.theme.words(language);
    let rows = job.theme.script_words().map(|id| (id.to_string(), Json::from(with_named_gaps(words, id))));
    format!("globalThis.andrum = {};\n", json!({ "words": Json::Object(rows.collect()) }))
}

fn with_named_gaps(words: &Words, id: &str) -> String {
    let names: Vec<(&str, String)> =
        words.gaps.get(id).into_iter().flatten().map(|name| (name.as_str(), format!("{{{name}}}"))).collect();
    let gaps: Vec<(&str, Arg)> = names.iter().map(|(name, shown)| (*name, Arg::Text(shown))).collect();
    words.fill(id, &gaps).unwrap_or_else(|| id.into())
}

/// `tasks.js`: what the tasks of a language are called and where they stand, so that answers can be read anywhere.
pub fn tasks<'a>(
    job: &Job,
    language: usize,
    pages: impl Iterator<Item = (&'a Page, Option<&'a str>, Sources<'a>)>,
) -> String {
    let (mut shown, mut tasks) = (Map::new(), Map::new());
    for (page, unit, sources) in pages {
        let Some(text) = page.in_language(language) else { continue };
        let before = tasks.len();
        Block::walk(&text.blocks, &mut |block| {
            if let Kind::Task(task) = &block.kind {
                put(&mut tasks, task, None, page, &sources, job.theme.words(language));
            }
        });
        if tasks.len() > before {
            shown.insert(page.id.clone(), json!({ "title": text.title.value, "unit": unit }));
        }
    }
    format!("andrum.tasks = {};\n", json!({ "pages": shown, "tasks": tasks }))
}

fn put(
    tasks: &mut Map<String, Json>,
    task: &Task,
    of: Option<&Task>,
    page: &Page,
    sources: &Sources,
    words: &Words,
) {
    let mut labels = Map::new();
    let mut label = |id: &str, text: &Inlines| drop(labels.insert(id.into(), sources.plain(text).into()));
    match &task.answer {
        Answer::Options { options, .. } => options.iter().for_each(|(id, text)| label(&id.value, text)),
        Answer::Rows { columns, .. } => {
            columns.iter().for_each(|column| label(&column.id.value, &column.text))
        }
        Answer::Number { anchors, .. } => anchors.iter().for_each(|(at, text)| label(&at.to_string(), text)),
        Answer::Quiz { questions, .. } => {
            for question in questions {
                label(&question.id.value, &question.text);
                // Options are named within their question.
                let id = |option: &str| format!("{}.{option}", question.id.value);
                question.options.iter().for_each(|option| label(&id(&option.id.value), &option.text));
            }
        }
        Answer::Text | Answer::Group { .. } | Answer::Done => {}
    }
    let title = Some(task.title.value.as_str()).filter(|title| !title.is_empty());
    let mut row = json!({
        "title": title.unwrap_or_else(|| words.get(task.name)),
        "kind": task.name,
        "page": page.id,
        "share": task.share.name(),
        "every": of.unwrap_or(task).every,
        "labels": labels,
    });
    if let Some(of) = of {
        row["of"] = of.id.value.as_str().into();
    }
    tasks.insert(task.id.value.clone(), row);
    if let Answer::Group { tasks: parts, .. } = &task.answer {
        parts.iter().for_each(|part| put(tasks, part, Some(task), page, sources, words));
    }
}
