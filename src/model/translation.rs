//! A page's languages to what is known of each: which one was written first, which were made from it, and which of these
//! have fallen behind.

use super::page::{Page, Translation};
use super::{Programme, meaning};
use crate::source::Spanned;
use crate::syntax::yaml::Yaml;

/// How a page stands in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Others are made from it, or it stands alone.
    Source,
    /// Its source says what it said when this was made.
    Current,
    /// Its source has changed since.
    Stale,
    /// It says what it was made from, but nobody has said that it is finished: there is no `at` to hold it to.
    Unaccepted,
    /// Neither it nor a twin says which was made from which, or what they say can't be.
    Unmarked,
    /// Not published yet.
    Draft,
    /// The page is not in this language.
    Missing,
}

impl State {
    /// Every state, in the order that they are told.
    pub const ALL: [State; 7] = [
        State::Source,
        State::Current,
        State::Stale,
        State::Unaccepted,
        State::Unmarked,
        State::Draft,
        State::Missing,
    ];

    /// Whether someone has work to do.
    pub fn waits(self) -> bool {
        !matches!(self, State::Source | State::Current)
    }

    /// The name in what other programs read, and in messages.
    pub fn name(self) -> &'static str {
        match self {
            State::Source => "source",
            State::Current => "current",
            State::Stale => "stale",
            State::Unaccepted => "unaccepted",
            State::Unmarked => "unmarked",
            State::Draft => "draft",
            State::Missing => "missing",
        }
    }
}

/// What `translated` says.
pub struct MadeFrom {
    /// The language folder.
    pub from: Spanned<String>,
    /// The hash of the source's meaning, see [`meaning::raw`].
    pub at: Option<Spanned<String>>,
}

impl Translation {
    /// What it was made from, where it says so.
    pub fn made_from(&self) -> Option<MadeFrom> {
        let translated = self.front.get("translated")?;
        let words = |key: &str| translated.get(key).and_then(Yaml::words);
        Some(MadeFrom { from: words("from")?, at: words("at") })
    }
}

/// How `page` stands in `language`.
pub fn state(programme: &Programme, page: &Page, language: usize) -> State {
    let Some(text) = page.in_language(language) else { return State::Missing };
    if text.facts.draft {
        return State::Draft;
    }
    let Some(made) = text.made_from() else {
        return if loose(programme, page).contains(&language) { State::Unmarked } else { State::Source };
    };
    match (source(programme, page, language), made.at) {
        (None, _) => State::Unmarked,
        (Some(_), None) => State::Unaccepted,
        (Some(source), Some(at)) if meaning::raw(programme, source) == at.value => State::Current,
        _ => State::Stale,
    }
}

/// The translation that a page in `language` was made from; none where it says nothing, names itself or what is not there,
/// or where its source was made from it in turn.
pub fn source<'a>(programme: &Programme, page: &'a Page, language: usize) -> Option<&'a Translation> {
    let from = from(programme, page, language)?;
    if circle(programme, page, language).is_empty() { page.in_language(from) } else { None }
}

/// The languages of the circle that `language` is part of: each made from the next, and the last from the first. Empty
/// where there is none.
pub fn circle(programme: &Programme, page: &Page, language: usize) -> Vec<usize> {
    let mut chain = vec![language];
    while let Some(next) = from(programme, page, chain[chain.len() - 1]) {
        if next == language {
            return chain;
        }
        if chain.contains(&next) {
            break;
        }
        chain.push(next);
    }
    Vec::new()
}

/// The languages of a page that say nothing of where they come from and that nothing comes from, where more than one says
/// nothing: any of them may have been written first.
pub fn loose(programme: &Programme, page: &Page) -> Vec<usize> {
    let unmarked: Vec<usize> =
        page.present().filter(|(_, text)| text.made_from().is_none()).map(|(language, _)| language).collect();
    if unmarked.len() < 2 {
        return Vec::new();
    }
    let led: Vec<usize> =
        page.present().filter_map(|(language, _)| from(programme, page, language)).collect();
    unmarked.into_iter().filter(|language| !led.contains(language)).collect()
}

/// The number of the language that `translated.from` names, where the page has it.
fn from(programme: &Programme, page: &Page, language: usize) -> Option<usize> {
    let made = page.in_language(language)?.made_from()?;
    let named = programme.project.languages.iter().position(|row| row.code == made.from.value)?;
    page.in_language(named).map(|_| named)
}
