//! A thing and a new name to every edit that it takes, or why it can't be: answers hang on ids that have been released.

use super::At;
use super::find::{Thing, definitions, references, thing};
use crate::diag::Message;
use crate::message;
use crate::source::{Place, Span, Tree};
use crate::syntax;
use crate::syntax::shape::is_id;

/// What may be renamed at a place: its name, and where that stands.
pub fn prepare(at: &At) -> Result<(Thing, Span, String), Message> {
    let Some((thing, span)) = thing(at) else { return Err(message!("rename-nothing")) };
    let (Thing::Page(id) | Thing::Part(id)) = &thing else { return Err(message!("rename-nothing")) };
    if at.lock.is_some_and(|lock| lock.knows(id)) {
        return Err(message!("rename-released", id = id));
    }
    // In a link the id is a part of what stands there.
    let start = span.of(at.text).find(id.as_str()).ok_or_else(|| message!("rename-nothing"))?;
    let from = span.start as usize + start;
    let name = id.clone();
    Ok((thing, Span::new(from, from + name.len()), name))
}

/// Every edit that calls what stands at a place `new`, in all languages. Texts are those of `tree`.
pub fn edits(at: &At, tree: &Tree, new: &str) -> Result<Vec<(Place, String)>, Message> {
    let (thing, _, old) = prepare(at)?;
    if !is_id(new) {
        return Err(message!("new-id", id = new));
    }
    let programme = at.programme;
    let is_taken = programme.page(new).is_some()
        || programme.page_of_part(new).is_some()
        || programme.fragments.contains_key(new)
        || at.lock.is_some_and(|lock| lock.knows(new));
    if is_taken && new != old {
        return Err(message!("new-id-taken", id = new));
    }
    let mut places = definitions(programme, &thing, 0);
    places.extend(references(programme, &thing));
    places.sort();
    places.dedup();
    let edit = |place: Place| {
        let bytes = tree.bytes(place.path.as_str())?;
        let text = syntax::text(bytes);
        let start = name_in(place.span.of(&text), &old)?;
        let from = place.span.start as usize + start;
        Some((Span::new(from, from + old.len()).within(&place.path), new.to_string()))
    };
    Ok(places.into_iter().filter_map(edit).collect())
}

/// Where an id stands in what names it, whole: `rest` in `rest#steps` and not in `rest-more`.
fn name_in(words: &str, id: &str) -> Option<usize> {
    let is_part = |mark: Option<char>| mark.is_some_and(|mark| mark.is_ascii_alphanumeric() || mark == '-');
    words.match_indices(id).map(|(at, _)| at).find(|at| {
        !is_part(words[..*at].chars().next_back()) && !is_part(words[at + id.len()..].chars().next())
    })
}
