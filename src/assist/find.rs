//! A name in a text to what it names, where that is said, and every place that names it.

use super::At;
use super::cursor::is_front;
use crate::model::Programme;
use crate::model::link::Target;
use crate::model::page::{Page, Referred, Translation};
use crate::model::project::FILE;
use crate::source::{Path, Place, Span, Spanned};
use crate::syntax::yaml::{Value, Yaml};

/// What a name may stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Thing {
    Page(String),
    /// A task, a question, a breathing or body exercise.
    Part(String),
    /// A heading of a page.
    Anchor(String, String),
    Fact(String),
    Instrument(String),
    File(Path),
}

/// What stands at a place, and where its name does.
pub fn thing(at: &At) -> Option<(Thing, Span)> {
    let text = at
        .programme
        .everything()
        .flat_map(Page::present)
        .map(|(_, text)| text)
        .find(|text| text.path == *at.path);
    if let Some(found) = text.and_then(|text| named(at, text)) {
        return Some(found);
    }
    // `programme.yaml` names modules and facts.
    let written = &at.programme.project.written;
    if at.path.as_str() != FILE || is_front(at.text, at.offset) {
        return None;
    }
    let holds = |span: Span| span.start as usize <= at.offset && at.offset <= span.end as usize;
    let module =
        modules(written).find(|id| holds(id.span)).map(|id| (Thing::Page(id.value.clone()), id.span));
    let facts = written.get("facts").map_or(&[][..], Yaml::pairs).iter();
    let fact = facts.map(|(name, _)| name).find(|name| holds(name.span));
    module.or_else(|| fact.map(|name| (Thing::Fact(name.value.clone()), name.span)))
}

fn named(at: &At, text: &Translation) -> Option<(Thing, Span)> {
    // What the editor has may be newer: a name counts where it still stands.
    let stands = |span: Span, words: &str| {
        (span.start as usize <= at.offset && at.offset <= span.end as usize)
            .then(|| span.of(at.text).contains(words))
    };
    let holds = |span: Span, words: &str| stands(span, words).unwrap_or(false);
    if holds(text.id.span, &text.id.value) {
        return Some((Thing::Page(text.id.value.clone()), text.id.span));
    }
    if let Some(id) = text.mentions.ids.iter().find(|id| holds(id.span, &id.value)) {
        return Some((Thing::Part(id.value.clone()), id.span));
    }
    if let Some(fact) = text.mentions.facts.iter().find(|fact| holds(fact.span, &fact.value)) {
        let name = fact.value.strip_prefix("facts.").unwrap_or(&fact.value);
        return Some((Thing::Fact(name.into()), fact.span));
    }
    if let Some(refers) =
        text.mentions.references.iter().find(|refers| holds(refers.id.span, &refers.id.value))
    {
        let id = refers.id.value.clone();
        let thing = if refers.to == Referred::Instrument { Thing::Instrument(id) } else { Thing::Page(id) };
        return Some((thing, refers.id.span));
    }
    if let Some(file) = text.mentions.files.iter().find(|file| holds(file.at, &file.source)) {
        let media = at.programme.media_path(&text.path, &file.source)?;
        return Some((Thing::File(media), file.at));
    }
    let link = text.mentions.links.iter().find(|link| holds(link.at, &link.destination))?;
    let thing = match at.programme.target(&text.path, link.form, &link.destination) {
        Target::Page(page, Some(anchor)) => named_on(page, anchor),
        Target::Page(page, None) => Thing::Page(page.id.clone()),
        Target::Part(_, id) => Thing::Part(id.into()),
        Target::Here(anchor) => named_on(at.programme.page(&text.id.value)?, anchor),
        Target::File(_) => Thing::File(at.programme.media_path(&text.path, &link.destination)?),
        Target::Url(_) | Target::Scheme(_) | Target::Nowhere => return None,
    };
    Some((thing, link.at))
}

/// What a page has under a name: a part, or else a heading.
fn named_on(page: &Page, name: &str) -> Thing {
    let has_part = page.present().any(|(_, text)| text.mentions.ids.iter().any(|id| id.value == name));
    if has_part { Thing::Part(name.into()) } else { Thing::Anchor(page.id.clone(), name.into()) }
}

/// Where a thing is said to be what it is: in `language` first, then in the others.
pub fn definitions(programme: &Programme, thing: &Thing, language: usize) -> Vec<Place> {
    let in_order = |page: &Page, place: &dyn Fn(&Translation) -> Option<Span>| -> Vec<Place> {
        let mut texts: Vec<(usize, &Translation)> = page.present().collect();
        texts.sort_by_key(|(at, _)| (*at != language, *at));
        texts.iter().filter_map(|(_, text)| Some(place(text)?.within(&text.path))).collect()
    };
    let page = |id: &str| programme.page(id).or_else(|| programme.fragments.get(id).map(|page| &**page));
    let written = &programme.project.written;
    let key = |of: &str, name: &str| {
        let name = name.split('.').next().unwrap_or_default();
        written.get(of)?.key(name).map(|span| span.within(&Path::new(FILE)))
    };
    match thing {
        Thing::Page(id) => page(id).map_or(Vec::new(), |page| in_order(page, &|text| Some(text.id.span))),
        Thing::Part(id) => programme.page_of_part(id).map_or(Vec::new(), |page| {
            in_order(page, &|text| Some(text.mentions.ids.iter().find(|part| part.value == *id)?.span))
        }),
        Thing::Anchor(id, name) => page(id).map_or(Vec::new(), |page| {
            in_order(page, &|text| {
                Some(text.mentions.anchors.iter().find(|anchor| anchor.value == *name)?.span)
            })
        }),
        Thing::Fact(name) => key("facts", name).into_iter().collect(),
        Thing::Instrument(id) => key("instruments", id).into_iter().collect(),
        Thing::File(path) => vec![Span::default().within(path)],
    }
}

/// Every place that names a thing, without those where it is said to be what it is.
pub fn references(programme: &Programme, thing: &Thing) -> Vec<Place> {
    let mut places = Vec::new();
    for (_, text) in programme.everything().flat_map(Page::present) {
        let mut put = |span: Span| places.push(span.within(&text.path));
        for link in &text.mentions.links {
            let names = match programme.target(&text.path, link.form, &link.destination) {
                Target::Page(page, None) => *thing == Thing::Page(page.id.clone()),
                Target::Page(page, Some(anchor)) => {
                    *thing == Thing::Page(page.id.clone()) || *thing == named_on(page, anchor)
                }
                Target::Part(_, id) => *thing == Thing::Part(id.into()),
                Target::Here(anchor) => {
                    programme.page(&text.id.value).is_some_and(|page| *thing == named_on(page, anchor))
                }
                _ => false,
            };
            if names {
                put(link.at);
            }
        }
        for refers in &text.mentions.references {
            let id = refers.id.value.clone();
            let names =
                if refers.to == Referred::Instrument { Thing::Instrument(id) } else { Thing::Page(id) };
            if names == *thing {
                put(refers.id.span);
            }
        }
        for fact in &text.mentions.facts {
            if *thing == Thing::Fact(fact.value.strip_prefix("facts.").unwrap_or(&fact.value).into()) {
                put(fact.span);
            }
        }
        for file in &text.mentions.files {
            if let Thing::File(path) = thing
                && programme.media_path(&text.path, &file.source).as_ref() == Some(path)
            {
                put(file.at);
            }
        }
    }
    if let Thing::Page(id) = thing {
        let named = modules(&programme.project.written).filter(|module| module.value == *id);
        places.extend(named.map(|module| module.span.within(&Path::new(FILE))));
    }
    places
}

/// The modules that `programme.yaml` names, in the course and in what counts.
fn modules(written: &Yaml) -> impl Iterator<Item = Spanned<String>> {
    let course = written.get("course");
    let lists = ["modules", "counts"].iter().filter_map(move |key| course?.get(key));
    lists.flat_map(Yaml::many).filter_map(|id| match &id.value {
        Value::Scalar { text, .. } => Some(id.span.at(text.clone())),
        _ => None,
    })
}
