//! What apps rely on in a task: one shape for the lock, which remembers it, and the bundle's manifest, which states it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::block::{self, Block, Kind, Task};
use crate::model::page::Translation;

/// Every task that a page promises, those of a check-in behind it, each with the check-in that it is part of.
pub fn tasks(page: &Translation) -> Vec<(&Task, Option<&Task>)> {
    fn walk<'a>(blocks: &'a [Block], tasks: &mut Vec<(&'a Task, Option<&'a Task>)>) {
        for block in blocks {
            if let Kind::Task(task) = &block.kind {
                tasks.push((task, None));
                if let block::Answer::Group { tasks: inner, .. } = &task.answer {
                    tasks.extend(inner.iter().map(|part| (part, Some(&**task))));
                }
            }
            block.children().into_iter().for_each(|blocks| walk(blocks, tasks));
        }
    }
    let mut tasks = Vec::new();
    walk(&page.blocks, &mut tasks);
    tasks
}

/// A task's structure, the same in every language.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "TaskPromise")]
pub struct Promise {
    /// `reflection`, `scale`, `choice`, `checkin`, `homework`, `worksheet` or `quiz`.
    pub kind: String,
    /// The page that holds it.
    pub page: String,
    /// The check-in that it is a part of.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub group: Option<String>,
    /// How often it is asked: `login`, `day`, `week`, `5/week` or an ISO 8601 duration. What is stored is then a list of
    /// dated answers.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub every: Option<String>,
    /// `therapist` or `private`.
    pub share: String,
    /// How long it takes once.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub minutes: Option<u32>,
    /// What triggers a check-in: `login`, `day`, `unit` or an ISO 8601 duration.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub when: Option<String>,
    /// What an app stores for it.
    pub answer: Answer,
    /// The version it was first released in; the coming one for a new task.
    pub since: String,
}

/// What an app stores.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Answer {
    /// Text.
    Text {},
    /// A number.
    Number {
        /// The least.
        from: i64,
        /// The most.
        to: i64,
        /// Between one and the next.
        step: i64,
    },
    /// Ids of options; one unless `many`.
    Options {
        /// Whether several may be chosen.
        many: bool,
        /// Ids in reading order, named within the task.
        options: Vec<String>,
    },
    /// The answers of its tasks.
    Group {
        /// Ids in reading order.
        tasks: Vec<String>,
    },
    /// Done or not, and a note.
    Done {},
    /// Rows of texts by column id.
    Rows {
        /// Ids in reading order, named within the task.
        columns: Vec<String>,
        /// How many empty rows it begins with.
        rows: u32,
    },
    /// Option ids by question, and a score.
    Quiz {
        /// The ids of each question's options in reading order.
        questions: BTreeMap<String, Vec<String>>,
        /// The pass mark in percent.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        pass: Option<u32>,
    },
}

impl Promise {
    pub fn of(task: &Task, page: &str, group: Option<&str>, since: String) -> Promise {
        let when = match &task.answer {
            block::Answer::Group { when, .. } => when.clone(),
            _ => None,
        };
        Promise {
            kind: task.name.into(),
            page: page.into(),
            group: group.map(String::from),
            every: task.every.clone(),
            share: task.share.name().into(),
            minutes: task.minutes,
            when,
            answer: Answer::of(task),
            since,
        }
    }
}

impl Answer {
    pub fn of(task: &Task) -> Answer {
        match &task.answer {
            block::Answer::Text => Answer::Text {},
            block::Answer::Number { from, to, step, .. } => {
                Answer::Number { from: *from, to: *to, step: *step }
            }
            block::Answer::Options { many, options } => Answer::Options {
                many: *many,
                options: options.iter().map(|(id, _)| id.value.clone()).collect(),
            },
            block::Answer::Group { tasks, .. } => {
                Answer::Group { tasks: tasks.iter().map(|task| task.id.value.clone()).collect() }
            }
            block::Answer::Done => Answer::Done {},
            block::Answer::Rows { columns, rows, .. } => Answer::Rows {
                columns: columns.iter().map(|column| column.id.value.clone()).collect(),
                rows: *rows,
            },
            block::Answer::Quiz { pass, questions } => Answer::Quiz {
                questions: questions
                    .iter()
                    .map(|question| {
                        let options = question.options.iter().map(|option| option.id.value.clone());
                        (question.id.value.clone(), options.collect())
                    })
                    .collect(),
                pass: *pass,
            },
        }
    }
}
