//! A kind of page and an id to the page's first files, one a language, or the reason why not.
//!
//! What they say stands in `i18n/<language>/new/<kind>.md`, a page with gaps: `{{id}}` is filled, `{{title|words}}` reads as
//! its words where there is no title, and a line with a gap that nothing fills is left out. A project's own files there
//! stand before the program's; a language that has none gets the English ones.

use super::Programme;
use super::lang;
use super::layout;
use super::page;
use crate::diag::{Message, nearest};
use crate::message;
use crate::source::{Path, Place, Tree};
use crate::syntax::front::{KINDS, Kind};
use crate::syntax::{self, shape, vocabulary, yaml};

/// What an author asks for.
#[derive(Clone, Debug, Default)]
pub struct Wish<'a> {
    pub kind: &'a str,
    pub id: &'a str,
    pub unit: Option<u32>,
    /// One language alone; all of the programme's where none is named.
    pub language: Option<&'a str>,
    /// In the first of those languages.
    pub title: Option<&'a str>,
}

/// Why there is no skeleton, what would mend it, and where that which stands in the way is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub message: Message,
    pub help: Option<Message>,
    pub place: Option<Place>,
}

impl Refusal {
    fn new(message: Message) -> Refusal {
        Refusal { message, help: None, place: None }
    }

    fn meant(self, nearest: Option<&str>) -> Refusal {
        Refusal { help: nearest.map(|nearest| message!("did-you-mean", nearest = nearest)), ..self }
    }

    fn at(self, place: Place) -> Refusal {
        Refusal { place: Some(place), ..self }
    }
}

/// The files to write, in the order of the languages. Nothing in `tree` stands at their paths or has their ids, and none of
/// the ids is `released`: an app may keep answers under it.
pub fn draw(
    tree: &Tree,
    programme: &Programme,
    wish: &Wish,
    released: &dyn Fn(&str) -> bool,
) -> Result<Vec<(Path, String)>, Refusal> {
    let kind = kind(wish.kind)?;
    well_formed(wish.id)?;
    let languages = languages(programme, wish.language)?;
    free(programme, wish.id, released)?;
    let unit = unit(programme, kind, wish)?;
    let contact = contact(programme, kind, unit)?;
    let folder = layout::folder(programme, kind, unit);
    let first = languages[0];
    let mut files = Vec::new();
    for language in &languages {
        let path = Path::new(&format!("content/{language}/{folder}/{}.md", wish.id));
        if tree.get(&path).is_some() {
            return Err(Refusal::new(message!("new-file", path = path)));
        }
        let original = *language == first;
        let gaps = [
            ("id", Some(wish.id.to_string())),
            ("title", wish.title.filter(|title| original && !title.trim().is_empty()).map(scalar)),
            ("unit", unit.map(|unit| unit.to_string())),
            ("contact", contact.clone()),
            ("from", (!original).then(|| first.to_string())),
        ];
        files.push((path, fill(&template(tree, language, kind), &gaps)));
    }
    if let Some((path, text)) = files.first() {
        let page = page::lower(path, syntax::read(path, text.as_bytes()).value).value;
        for id in page.iter().flat_map(|page| &page.mentions.ids) {
            well_formed(&id.value)?;
            free(programme, &id.value, released)?;
        }
    }
    Ok(files)
}

fn kind(name: &str) -> Result<&'static Kind, Refusal> {
    let names = KINDS.iter().map(|kind| kind.name);
    KINDS.iter().find(|kind| kind.name == name).ok_or_else(|| {
        let known = names.clone().collect::<Vec<_>>().join(", ");
        Refusal::new(message!("new-kind", kind = name, kinds = known)).meant(vocabulary::meant(name, names))
    })
}

fn well_formed(id: &str) -> Result<(), Refusal> {
    if shape::is_id(id) {
        return Ok(());
    }
    let tidied = lang::anchor(id);
    Err(Refusal::new(message!("new-id", id = id)).meant(Some(&*tidied).filter(|id| shape::is_id(id))))
}

fn languages<'a>(programme: &'a Programme, asked: Option<&str>) -> Result<Vec<&'a str>, Refusal> {
    let codes: Vec<&str> =
        programme.project.languages.iter().map(|language| language.code.as_str()).collect();
    match asked {
        None if codes.is_empty() => Err(Refusal::new(message!("new-no-language"))),
        None => Ok(codes),
        Some(asked) => match codes.iter().find(|code| **code == asked) {
            Some(code) => Ok(vec![code]),
            None => {
                let message = message!("new-language", language = asked, languages = codes.join(", "));
                let by_tag = programme.project.languages.iter().find(|language| language.tag == asked);
                let by_tag = by_tag.map(|language| language.code.as_str());
                Err(Refusal::new(message).meant(by_tag.or_else(|| nearest(asked, codes))))
            }
        },
    }
}

/// Refuses an id that a page, a fragment, a task or a release has.
fn free(programme: &Programme, id: &str, released: &dyn Fn(&str) -> bool) -> Result<(), Refusal> {
    for page in programme.everything() {
        for (_, text) in page.present() {
            let ids = std::iter::once(&text.id).chain(&text.mentions.ids);
            if let Some(taken) = ids.into_iter().find(|taken| taken.value == id) {
                let place = taken.span.within(&text.path);
                return Err(Refusal::new(message!("new-id-taken", id = id)).at(place));
            }
        }
    }
    match released(id) {
        true => Err(Refusal::new(message!("new-id-released", id = id))),
        false => Ok(()),
    }
}

/// The unit that is asked for, else the one that the id begins with: `w04-rest` is of week 4.
fn unit(programme: &Programme, kind: &Kind, wish: &Wish) -> Result<Option<u32>, Refusal> {
    let project = &programme.project;
    let by_id = || match kind.name {
        "theme" | "reflection" | "exercise" | "session" => {
            let digits = wish.id.split('-').next()?.strip_prefix(project.unit.chars().next()?)?;
            digits.parse().ok().filter(|unit| (1..=project.count).contains(&i64::from(*unit)))
        }
        _ => None,
    };
    let Some(unit) = wish.unit.or_else(by_id) else {
        return match kind.required.contains(&"unit") {
            true => Err(Refusal::new(message!("new-unit", kind = kind.name, count = project.count))),
            false => Ok(None),
        };
    };
    if !(1..=project.count).contains(&i64::from(unit)) {
        return Err(Refusal::new(message!("new-unit-outside", unit = unit, count = project.count)));
    }
    let theme = |page: &&page::Page| page.facts.kind.name == "theme" && page.facts.unit == Some(unit);
    if kind.name == "theme"
        && let Some(text) = programme.everything().find(theme).and_then(page::Page::first)
    {
        let place = text.place_of("unit").unwrap_or(text.id.span).within(&text.path);
        return Err(Refusal::new(message!("new-unit-taken", unit = unit)).at(place));
    }
    Ok(Some(unit))
}

/// The meeting that a session guide outside the units is for: the first of the schedule that has no guide.
fn contact(programme: &Programme, kind: &Kind, unit: Option<u32>) -> Result<Option<String>, Refusal> {
    if kind.name != "session" || unit.is_some() {
        return Ok(None);
    }
    let schedule = &programme.project.schedule["contacts"];
    let contacts: Vec<&str> =
        schedule.as_array().into_iter().flatten().filter_map(|contact| contact["id"].as_str()).collect();
    let guided = |contact: &str| {
        programme
            .everything()
            .any(|page| page.facts.kind.name == "session" && page.facts.contact.as_deref() == Some(contact))
    };
    match contacts.iter().find(|contact| !guided(contact)).or(contacts.last()) {
        Some(contact) => Ok(Some(contact.to_string())),
        None => Err(Refusal::new(message!("new-unit", kind = kind.name, count = programme.project.count))),
    }
}

fn template(tree: &Tree, language: &str, kind: &Kind) -> String {
    let path = |language: &str| format!("i18n/{language}/new/{}.md", kind.name);
    let own = path(language);
    let path = if tree.bytes(&own).is_some() { own } else { path("en") };
    tree.shown(&path).replace('\r', "")
}

/// A title as YAML reads it: as it is, or in quotes where it would be read as something else.
fn scalar(title: &str) -> String {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let read = yaml::parse(&format!("title: {title}"), 0);
    let kept = read.is_ok_and(|yaml| yaml.get("title").and_then(yaml::Yaml::text) == Some(title.as_str()));
    if kept { title } else { serde_json::to_string(&title).unwrap_or(title) }
}

fn fill(template: &str, gaps: &[(&str, Option<String>)]) -> String {
    template.split_inclusive('\n').filter_map(|line| fill_line(line, gaps)).collect()
}

/// A line with its gaps filled; `None` where there is nothing to fill one with. `{{facts.weeks}}` is the page's own.
fn fill_line(line: &str, gaps: &[(&str, Option<String>)]) -> Option<String> {
    let mut filled = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((gap, after)) = after.split_once("}}") else { break };
        let (name, words) = gap.split_once('|').map_or((gap, None), |(name, words)| (name, Some(words)));
        filled.push_str(before);
        match gaps.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => filled.push_str(value.as_deref().or(words)?),
            None => {
                filled.push_str("{{");
                filled.push_str(gap);
                filled.push_str("}}");
            }
        }
        rest = after;
    }
    filled.push_str(rest);
    Some(filled)
}
