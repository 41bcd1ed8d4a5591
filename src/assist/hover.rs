//! What stands at a place to what there is to know of it, as Markdown in the author's language.

use super::At;
use super::cursor::Cursor;
use super::find::{Thing, references, thing};
use crate::model::block::{Answer, Block, Kind, ROWS, Task};
use crate::model::meaning::part_title;
use crate::model::page::Page;
use crate::model::translation::state;
use crate::model::words::{Arg, Words};
use crate::release::lock::Lock;
use crate::source::Span;
use crate::syntax::front;

/// What is told of a place, and what it is told of.
pub fn hover(at: &At, words: &Words) -> Option<(String, Span)> {
    if let Some((thing, span)) = thing(at) {
        return Some((about(at, &thing, words)?, span));
    }
    key(at)
}

/// A key of the front matter, an attribute or a block, by its row in the tables.
fn key(at: &At) -> Option<(String, Span)> {
    let is_part = |mark: char| mark.is_ascii_alphanumeric() || mark == '_' || mark == '-';
    let start = at.text.get(..at.offset)?.rfind(|mark| !is_part(mark)).map_or(0, |found| found + 1);
    let start = (start..=at.offset).find(|start| at.text.is_char_boundary(*start))?;
    let end =
        at.text[at.offset..].find(|mark| !is_part(mark)).map_or(at.text.len(), |length| at.offset + length);
    let (name, span) = (&at.text[start..end], Span::new(start, end));
    let about = match Cursor::of(at.text, end)? {
        Cursor::Key(_) => front::KEYS.iter().find(|key| key.name == name)?.about,
        Cursor::Value("kind", _) => front::KINDS.iter().find(|kind| kind.name == name)?.about,
        Cursor::Attribute(row, _) => row.attributes.iter().find(|key| key.name == name)?.about,
        Cursor::Block(_) => {
            return ROWS.iter().find(|row| row.name == name).map(|row| (attributes(row), span));
        }
        _ => return None,
    };
    Some((format!("`{name}`: {about}"), span))
}

fn attributes(row: &crate::model::block::Row) -> String {
    let mut lines = vec![format!("`{}`", row.name)];
    lines.extend(row.attributes.iter().map(|key| format!("- `{}`: {}", key.name, key.about)));
    lines.join("\n")
}

fn about(at: &At, thing: &Thing, words: &Words) -> Option<String> {
    let programme = at.programme;
    let page = |id: &str| programme.page(id).or_else(|| programme.fragments.get(id).map(|page| &**page));
    let mut lines = match thing {
        Thing::Page(id) => of_page(at, page(id)?, words),
        Thing::Part(id) => of_part(at, programme.page_of_part(id)?, id, words),
        Thing::Anchor(id, name) => vec![format!("`{id}#{name}`")],
        Thing::Fact(name) => {
            let facts = programme.project.facts.iter();
            let own = facts.filter(|(fact, _)| *fact == name || fact.starts_with(&format!("{name}.")));
            own.map(|(fact, value)| format!("- `facts.{fact}`: {value}")).collect()
        }
        Thing::Instrument(id) => {
            let row = programme.project.instruments.get(id)?;
            vec![format!("**{}** {}", row.name, row.rater.as_deref().unwrap_or_default())]
        }
        Thing::File(path) => {
            let media = programme.tree_media(path)?;
            vec![format!("`{path}` {} kB", media.bytes.div_ceil(1000))]
        }
    };
    let mut used: Vec<String> =
        references(programme, thing).iter().map(|place| format!("`{}`", place.path)).collect();
    used.dedup();
    let count = used.len();
    let more = if count > SHOWN { " …" } else { "" };
    let listed = used.into_iter().take(SHOWN).collect::<Vec<_>>().join(", ");
    let said = words.fill("hover-used", &[("count", Arg::Number(count as i64))]).unwrap_or_default();
    lines.push(String::new());
    lines.push(if count == 0 { said } else { format!("{said} {listed}{more}") });
    Some(lines.join("\n"))
}

/// More files than these are counted and not named.
const SHOWN: usize = 6;

/// Its title and state in each language.
fn of_page(at: &At, page: &Page, words: &Words) -> Vec<String> {
    let mut lines = vec![
        format!("`{}` · {}{}", page.id, page.facts.kind.name, since(at.lock, &page.id, words)),
        String::new(),
    ];
    for (number, row) in at.programme.project.languages.iter().enumerate() {
        let named = page.in_language(number).map_or("–", |text| text.title.value.as_str());
        let state = state(at.programme, page, number).name();
        lines.push(format!("- {}: {named} ({})", row.code, words.get(&format!("state-{state}"))));
    }
    lines
}

/// What a task or an exercise is, and its title in each language.
fn of_part(at: &At, page: &Page, id: &str, words: &Words) -> Vec<String> {
    let mut what = String::new();
    if let Some(text) = page.first() {
        Block::walk(&text.blocks, &mut |block| match &block.kind {
            Kind::Task(task) => task_line(task, id, &mut what),
            Kind::Breathing(part) if part.id.value == id => what = "breathing".into(),
            Kind::Body(part) if part.id.value == id => what = "body".into(),
            _ => {}
        });
    }
    let mut lines =
        vec![format!("`{id}` · {what}{} · `{}`", since(at.lock, id, words), page.id), String::new()];
    for (number, row) in at.programme.project.languages.iter().enumerate() {
        let named = part_title(page, id, number).unwrap_or_else(|| "–".into());
        let state = state(at.programme, page, number).name();
        lines.push(format!("- {}: {named} ({})", row.code, words.get(&format!("state-{state}"))));
    }
    lines
}

fn task_line(task: &Task, id: &str, what: &mut String) {
    if task.id.value == id {
        *what = format!("{} · share={}", task.name, task.share.name());
        if let Some(every) = &task.every {
            *what += &format!(" · every={every}");
        }
    }
    match &task.answer {
        Answer::Group { tasks, .. } => tasks.iter().for_each(|task| task_line(task, id, what)),
        Answer::Quiz { questions, .. } if questions.iter().any(|question| question.id.value == id) => {
            *what = format!("quiz `{}`", task.id.value);
        }
        _ => {}
    }
}

/// That an id has been released, and so stays.
fn since(lock: Option<&Lock>, id: &str, words: &Words) -> String {
    match lock.filter(|lock| lock.knows(id)) {
        Some(lock) => {
            let version = Lock::since(Some(lock), id, "");
            format!(
                " · {}",
                words.fill("hover-released", &[("version", Arg::Text(version))]).unwrap_or_default()
            )
        }
        None => String::new(),
    }
}
