//! What may stand at a place: names and values out of the tables that check them, and ids out of the programme.

use super::At;
use super::cursor::{Cursor, is_front};
use crate::model::Programme;
use crate::model::block::{Form, ROWS, Row};
use crate::model::meaning::{part_title, title};
use crate::model::term::folded;
use crate::source::Span;
use crate::syntax::front;
use crate::syntax::shape::{Key, Shape};

/// Something that may stand at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What is shown, and what an author types to find it.
    pub label: String,
    pub sort: Sort,
    /// What it is, in few words.
    pub detail: String,
    /// What is put in the place of `span`; gaps to fill are written `${1:words}`.
    pub text: String,
    /// Whether `text` has gaps.
    pub has_gaps: bool,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Page,
    Part,
    Key,
    Value,
    Fact,
    /// A word of the programme's own.
    Term,
    Block,
    File,
}

/// Everything that may stand at a place, in a steady order.
pub fn offers(at: &At) -> Vec<Offer> {
    let Some(cursor) = Cursor::of(at.text, at.offset) else { return terms(at) };
    let programme = at.programme;
    match cursor {
        Cursor::Key(span) => {
            let is_there = |key: &&Key| at.text.contains(&format!("\n{}:", key.name));
            let keys = front::KEYS.iter().filter(|key| !is_there(key));
            keys.map(|key| plain(key.name, Sort::Key, key.about, span).put(format!("{}: ", key.name)))
                .collect()
        }
        Cursor::Value(key, span) => {
            let Some(key) = front::KEYS.iter().find(|row| row.name == key) else { return Vec::new() };
            values(programme, key, span)
        }
        Cursor::Link(span) => pages(at, span).into_iter().chain(parts(at, span)).collect(),
        Cursor::Anchor(id, span) => anchors(at, id, span),
        Cursor::Fact(span) => {
            let facts = programme.project.facts.iter();
            facts.map(|(name, value)| plain(&format!("facts.{name}"), Sort::Fact, value, span)).collect()
        }
        Cursor::Block(span) => {
            let colons =
                at.text[..span.start as usize].bytes().rev().take_while(|byte| *byte == b':').count();
            let form = if colons == 2 { Form::Leaf } else { Form::Container };
            ROWS.iter().filter(|row| row.form == form).map(|row| block(row, colons, span)).collect()
        }
        Cursor::Attribute(row, span) => {
            let line = at.text[..span.start as usize].rsplit('\n').next().unwrap_or_default();
            let is_there = |key: &&Key| line.contains(&format!("{}=", key.name));
            let keys = row.attributes.iter().filter(|key| !is_there(key));
            keys.map(|key| {
                let text =
                    if matches!(key.shape, Shape::Flag) { key.name.into() } else { format!("{}=", key.name) };
                plain(key.name, Sort::Key, key.about, span).put(text)
            })
            .collect()
        }
        Cursor::AttributeValue(row, key, span) => match (row.name, key) {
            ("include", "ref") | (_, "transcript") => ids_of(at, "fragment", span),
            ("exercise", "ref") => ids_of(at, "exercise", span),
            ("instrument", "ref") => {
                let rows = programme.project.instruments.iter();
                rows.map(|(id, row)| plain(id, Sort::Value, &row.name, span)).collect()
            }
            (_, "src" | "captions" | "poster") => files(at, span),
            _ => {
                let key = row.attributes.iter().find(|row| row.name == key);
                key.map_or(Vec::new(), |key| values(programme, key, span))
            }
        },
        Cursor::File(span) => files(at, span),
    }
}

fn plain(label: &str, sort: Sort, detail: &str, span: Span) -> Offer {
    Offer { label: label.into(), sort, detail: detail.into(), text: label.into(), has_gaps: false, span }
}

impl Offer {
    fn put(self, text: String) -> Offer {
        Offer { text, ..self }
    }
}

/// The values that a key may have, where they can be counted.
fn values(programme: &Programme, key: &Key, span: Span) -> Vec<Offer> {
    match key.name {
        "kind" => front::KINDS.iter().map(|kind| plain(kind.name, Sort::Value, kind.about, span)).collect(),
        "contact" => {
            let schedule = programme.project.written.get("schedule");
            let rows = schedule.and_then(|schedule| schedule.get("contacts"));
            let ids = rows.into_iter().flat_map(|rows| rows.many()).filter_map(|row| row.get("id")?.text());
            ids.map(|id| plain(id, Sort::Value, "", span)).collect()
        }
        "sites" => programme.project.sites.keys().map(|id| plain(id, Sort::Value, "", span)).collect(),
        _ => words(&key.shape).into_iter().map(|word| plain(word, Sort::Value, "", span)).collect(),
    }
}

fn words(shape: &Shape) -> Vec<&'static str> {
    match shape {
        Shape::OneOf(words) => words.to_vec(),
        Shape::Flag => vec!["true", "false"],
        Shape::Every => vec!["day", "week", "login"],
        Shape::Either(shapes) => shapes.iter().flat_map(words).collect(),
        Shape::OneOrMany(shape) | Shape::List(shape) => words(shape),
        _ => Vec::new(),
    }
}

fn pages(at: &At, span: Span) -> Vec<Offer> {
    let language = at.language();
    let pages = at.programme.pages.iter();
    pages
        .map(|page| {
            let named = title(page, language).or_else(|| page.first().map(|text| text.title.value.as_str()));
            let detail = format!("{} · {}", named.unwrap_or_default(), page.facts.kind.name);
            plain(&page.id, Sort::Page, &detail, span)
        })
        .collect()
}

/// Tasks and exercises, by the pages they stand on.
fn parts(at: &At, span: Span) -> Vec<Offer> {
    let language = at.language();
    let mut parts = Vec::new();
    for page in &at.programme.pages {
        let Some(text) = page.in_language(language).or_else(|| page.first()) else { continue };
        for id in &text.mentions.ids {
            let named = part_title(page, &id.value, language).unwrap_or_default();
            parts.push(plain(&id.value, Sort::Part, &format!("{named} · {}", page.id), span));
        }
    }
    parts
}

fn anchors(at: &At, id: &str, span: Span) -> Vec<Offer> {
    let Some(page) = at.programme.page(id) else { return Vec::new() };
    let Some(text) = page.in_language(at.language()).or_else(|| page.first()) else { return Vec::new() };
    let names = text.mentions.anchors.iter().chain(&text.mentions.ids);
    names.map(|name| plain(&name.value, Sort::Part, &text.title.value, span)).collect()
}

fn ids_of(at: &At, kind: &str, span: Span) -> Vec<Offer> {
    let pages = at.programme.everything().filter(|page| page.facts.kind.name == kind);
    pages
        .map(|page| {
            let named =
                title(page, at.language()).or_else(|| page.first().map(|text| text.title.value.as_str()));
            plain(&page.id, Sort::Page, named.unwrap_or_default(), span)
        })
        .collect()
}

/// So many letters of a word tell enough of it.
const LETTERS: usize = 3;

/// The words of the programme's own that a word being written begins, or begins what they stand for.
fn terms(at: &At) -> Vec<Offer> {
    let before = at.text.get(..at.offset).unwrap_or_default();
    let start = before
        .rfind(|mark: char| !mark.is_alphabetic())
        .map_or(0, |found| found + before[found..].chars().next().map_or(1, char::len_utf8));
    let typed = folded(&before[start..]);
    let Some(language) = at.programme.project.languages.get(at.language()) else { return Vec::new() };
    if typed.chars().count() < LETTERS || is_front(at.text, start) {
        return Vec::new();
    }
    let mut offers: Vec<Offer> = Vec::new();
    for term in &language.terms {
        let begins = folded(&term.instead).starts_with(&typed) || term.words[0].starts_with(&typed);
        if begins && !offers.iter().any(|offer| offer.label == term.instead) {
            let span = Span::new(start, at.offset);
            offers.push(plain(&term.instead, Sort::Term, &term.words.join(" "), span));
        }
    }
    offers
}

/// Media, as seen from the page: those beside it by a way from there, all others by `media/`.
fn files(at: &At, span: Span) -> Vec<Offer> {
    let mut paths: Vec<_> = at.programme.all_media().collect();
    paths.sort_by_key(|(path, _)| *path);
    let depth = at.path.folder().split('/').count().saturating_sub(1);
    let shown = paths.into_iter().map(|(path, media)| {
        let below = path.as_str().strip_prefix("content/").unwrap_or(path.as_str());
        let address = if below.starts_with("media/") {
            below.into()
        } else {
            format!("{}{below}", "../".repeat(depth))
        };
        plain(&address, Sort::File, media.media_type(), span)
    });
    shown.collect()
}

/// A block as it is begun: its title, its id and what it can't do without, each a gap.
fn block(row: &'static Row, colons: usize, span: Span) -> Offer {
    let mut gap = 0;
    let mut next = |words: &str| {
        gap += 1;
        format!("${{{gap}:{words}}}")
    };
    let mut text = row.name.to_string();
    let titled = row.form == Form::Container && !["only"].contains(&row.name);
    if titled {
        text += &format!("[{}]", next("…"));
    }
    let mut attributes: Vec<String> = if row.id { vec![format!("#{}", next("id"))] } else { Vec::new() };
    for key in row.attributes.iter().filter(|key| key.required) {
        let value = words(&key.shape);
        let value = next(value.first().unwrap_or(&"…"));
        attributes.push(format!("{}={value}", key.name));
    }
    if !attributes.is_empty() {
        text += &format!("{{{}}}", attributes.join(" "));
    }
    if row.form == Form::Container {
        text += &format!("\n{}\n{}", next("…"), ":".repeat(colons));
    }
    Offer { label: row.name.into(), sort: Sort::Block, detail: String::new(), text, has_gaps: true, span }
}
