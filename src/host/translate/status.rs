//! Every page in every language as a table: how it stands, how many words there are to translate, and how far each unit
//! has come.

use std::collections::BTreeMap;
use std::io::IsTerminal;

use rayon::prelude::*;
use serde::Serialize;

use super::Format;
use super::earlier::{self, Earlier};
use crate::host::cli::{Common, End, print};
use crate::host::project::Project;
use crate::message;
use crate::model::locale::Locale;
use crate::model::page::{Page, Translation};
use crate::model::passage::passages;
use crate::model::prose::Names;
use crate::model::sentence;
use crate::model::translation::{State, source, state};

pub fn run(common: &Common, project: &Project, format: Format) -> Result<(), End> {
    let table = table(project);
    match format {
        Format::Json => print(&(serde_json::to_string_pretty(&table).unwrap_or_default() + "\n")),
        Format::Text => print(&table.text(project, common.colored(std::io::stdout().is_terminal()))),
    }
}

#[derive(Serialize)]
struct Table {
    languages: Vec<String>,
    units: Vec<Unit>,
}

#[derive(Serialize)]
struct Unit {
    /// None for what stands outside the units.
    unit: Option<u32>,
    /// How much of the words is up to date, by language.
    percent: BTreeMap<String, u64>,
    pages: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    id: String,
    title: String,
    kind: &'static str,
    languages: BTreeMap<String, Cell>,
}

#[derive(Serialize)]
struct Cell {
    state: &'static str,
    #[serde(skip)]
    known: State,
    file: Option<String>,
    from: Option<String>,
    /// The words of its source, or its own.
    words: u64,
    /// How many of them wait to be translated.
    to_translate: u64,
}

fn table(project: &Project) -> Table {
    let programme = &project.programme;
    let pages: Vec<&Page> = programme.everything().collect();
    let rows: Vec<Row> = pages.par_iter().map(|page| row(project, page)).collect();
    let mut units: BTreeMap<(bool, Option<u32>), Vec<Row>> = BTreeMap::new();
    for (page, row) in pages.iter().zip(rows) {
        let unit = page.facts.unit;
        units.entry((unit.is_none(), unit)).or_default().push(row);
    }
    let languages: Vec<String> =
        programme.project.languages.iter().map(|language| language.code.clone()).collect();
    let units = units.into_iter().map(|((_, unit), pages)| {
        let percent = languages.iter().map(|code| (code.clone(), percent(&pages, code))).collect();
        Unit { unit, percent, pages }
    });
    Table { units: units.collect(), languages }
}

fn row(project: &Project, page: &Page) -> Row {
    let programme = &project.programme;
    let languages = &programme.project.languages;
    let states: Vec<State> = (0..languages.len()).map(|at| state(programme, page, at)).collect();
    let lead = states.iter().position(|state| *state == State::Source).and_then(|at| page.in_language(at));
    let cell = |at: usize| {
        let own = page.in_language(at);
        let source = source(programme, page, at);
        let words = source.or(own).or(lead).or(page.first()).map_or(0, words);
        let to_translate = match (states[at], source) {
            (State::Missing, _) if page.facts.draft => 0,
            (State::Missing, _) => words,
            (State::Stale, Some(source)) => changed_words(project, own, source).unwrap_or(words),
            _ => 0,
        };
        Cell {
            state: states[at].name(),
            known: states[at],
            file: own.map(|text| text.path.to_string()),
            from: own.and_then(Translation::made_from).map(|made| made.from.value),
            words,
            to_translate,
        }
    };
    Row {
        id: page.id.clone(),
        title: page.first().map_or(String::new(), |text| text.title.value.clone()),
        kind: page.facts.kind.name,
        languages: languages.iter().enumerate().map(|(at, row)| (row.code.clone(), cell(at))).collect(),
    }
}

fn words(text: &Translation) -> u64 {
    passages(text, &Names, &Locale::default()).iter().map(|passage| passage.words.len() as u64).sum()
}

/// The words of the paragraphs that have changed, where git knows what they were.
fn changed_words(project: &Project, own: Option<&Translation>, source: &Translation) -> Option<u64> {
    let own = own?;
    let at = own.made_from()?.at?;
    let bytes = project.tree.bytes(source.path.as_str())?;
    let Earlier::Found(earlier) =
        earlier::find(&project.root, &project.programme, (source, bytes), own, &at.value)
    else {
        return None;
    };
    let lines =
        earlier.changes.iter().filter_map(|change| change.is).map(|at| earlier.is.version().lines(at));
    Some(lines.map(|line| sentence::words(line).len() as u64).sum())
}

/// Of what is to be published in a language, how much is up to date.
fn percent(pages: &[Row], code: &str) -> u64 {
    let (mut done, mut all) = (0, 0);
    for cell in
        pages.iter().filter_map(|row| row.languages.get(code)).filter(|cell| cell.known != State::Draft)
    {
        all += cell.words;
        done += match cell.known {
            State::Source | State::Current => cell.words,
            State::Stale => cell.words.saturating_sub(cell.to_translate),
            _ => 0,
        };
    }
    // A hundred only when nothing is left.
    (done * 100).checked_div(all).unwrap_or(100)
}

impl Table {
    fn text(&self, project: &Project, color: bool) -> String {
        let say = |message| project.say(&message);
        let mut lines: Vec<(Vec<String>, Vec<Option<State>>)> = Vec::new();
        let head = std::iter::once(String::new()).chain(self.languages.iter().cloned()).collect();
        lines.push((head, Vec::new()));
        for unit in &self.units {
            let name = match unit.unit {
                Some(number) => {
                    say(message!("translate-unit", unit = project.programme.project.unit, number = number))
                }
                None => say(message!("translate-outside")),
            };
            let percents = self.languages.iter().map(|code| format!("{} %", unit.percent[code]));
            lines.push((std::iter::once(name).chain(percents).collect(), Vec::new()));
            for row in &unit.pages {
                let cells = self.languages.iter().map(|code| &row.languages[code]);
                let words = cells.clone().map(|cell| match cell.to_translate {
                    0 => say(message!("translate-cell", state = cell.state)),
                    words => say(message!("translate-cell-words", state = cell.state, words = words)),
                });
                let states = std::iter::once(None).chain(cells.map(|cell| Some(cell.known))).collect();
                lines.push((std::iter::once(format!("  {}", row.id)).chain(words).collect(), states));
            }
        }
        let width =
            |column: usize| lines.iter().map(|(cells, _)| cells[column].chars().count()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..=self.languages.len()).map(width).collect();
        let mut text = String::new();
        for (cells, states) in &lines {
            let mut line = String::new();
            for (column, cell) in cells.iter().enumerate() {
                let paint = states.get(column).copied().flatten().map_or("", paint).to_string();
                let gap = " ".repeat(widths[column] + 2 - cell.chars().count());
                line += &match color && !paint.is_empty() {
                    true => format!("{paint}{cell}\u{1b}[0m{gap}"),
                    false => format!("{cell}{gap}"),
                };
            }
            text += line.trim_end();
            text.push('\n');
        }
        text
    }
}

fn paint(state: State) -> &'static str {
    match state {
        State::Source => "",
        State::Current => "\u{1b}[32m",
        State::Stale | State::Missing => "\u{1b}[31m",
        State::Unaccepted | State::Unmarked => "\u{1b}[33m",
        State::Draft => "\u{1b}[2m",
    }
}
