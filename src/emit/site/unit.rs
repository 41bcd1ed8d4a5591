//! The units of a programme in one language, as the path through it shows them.

use std::collections::BTreeMap;

use super::view::Ask;
use crate::emit::Job;
use crate::model::block::{Answer, Block, Kind};
use crate::model::page::Page;
use crate::model::words::{Arg, Words};

/// A unit in one language.
pub struct Unit<'a> {
    pub number: u32,
    pub label: String,
    pub theme: Option<&'a Page>,
    pub pages: Vec<&'a Page>,
    pub minutes: u32,
    pub tasks: usize,
}

/// Every unit, in order.
pub fn units<'a>(job: &Job<'a>, language: usize) -> Vec<Unit<'a>> {
    let project = &job.programme.project;
    let word = format!("unit-{}", project.unit);
    let words = job.theme.words(language);
    let mut units: BTreeMap<u32, Unit> = BTreeMap::new();
    let unit = |number: u32| Unit {
        number,
        label: words
            .fill(&word, &[("number", Arg::Number(number.into()))])
            .unwrap_or_else(|| number.to_string()),
        theme: None,
        pages: Vec::new(),
        minutes: 0,
        tasks: 0,
    };
    for page in &job.programme.pages {
        let (Some(number), Some(text)) = (page.facts.unit, page.in_language(language)) else { continue };
        let unit = units.entry(number).or_insert_with(|| unit(number));
        if page.facts.kind.name == "theme" && unit.theme.is_none() {
            unit.theme = Some(page);
        }
        unit.pages.push(page);
        unit.minutes += page.facts.minutes.unwrap_or(0);
        unit.tasks += tasks(&text.blocks);
    }
    // A programme with weeks shows all of them; one that is only a course shows none.
    if !units.is_empty() && project.count < 100 {
        for number in 1..=u32::try_from(project.count).unwrap_or(0) {
            units.entry(number).or_insert_with(|| unit(number));
        }
    }
    units.into_values().collect()
}

/// How many tasks stand in some blocks; a check-in is one.
fn tasks(blocks: &[Block]) -> usize {
    let mut count = 0;
    Block::walk(blocks, &mut |block| count += usize::from(matches!(block.kind, Kind::Task(_))));
    count
}

/// What a page asks its reader to do, in reading order.
pub fn asks<'a>(blocks: &'a [Block], words: &'a Words) -> Vec<Ask<'a>> {
    let mut asks = Vec::new();
    Block::walk(blocks, &mut |block| {
        if let Kind::Task(task) = &block.kind {
            let title = Some(task.title.value.as_str()).filter(|title| !title.is_empty());
            asks.push(Ask {
                id: &task.id.value,
                kind: task.name,
                title: title.unwrap_or_else(|| words.get(task.name)),
                minutes: task.minutes,
            });
        }
    });
    asks
}

/// What a page's scripts are needed for.
pub fn needs(blocks: &[Block]) -> Vec<&'static str> {
    let mut needs = Vec::new();
    Block::walk(blocks, &mut |block| {
        let need = match &block.kind {
            Kind::Task(task) if matches!(task.answer, Answer::Quiz { .. }) => "quiz",
            Kind::Task(_) => "task",
            Kind::Breathing(_) => "breathing",
            _ => return,
        };
        if !needs.contains(&need) {
            needs.push(need);
        }
    });
    needs
}
