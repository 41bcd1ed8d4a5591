//! What stands under `approved` to what a role says of a page as it reads now: who is asked, and what they answered.
//!
//! An approval hangs on [`super::meaning::of`] in the whole programme: a fact or a fragment that changes voids it, as does every
//! word in `only`, for each of its readers.

use super::Programme;
use super::page::{Page, Translation};
use crate::source::{Span, Spanned};
use crate::syntax::yaml::Yaml;

/// What a role says of a page in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Approval<'a> {
    /// It approved what the page says now.
    Valid(Said<'a>),
    /// It approved other words than those that stand, these last.
    Void(Said<'a>),
    /// It has approved nothing here.
    Missing,
}

impl<'a> Approval<'a> {
    /// The name in what other programs read.
    pub fn name(self) -> &'static str {
        match self {
            Approval::Valid(_) => "valid",
            Approval::Void(_) => "void",
            Approval::Missing => "missing",
        }
    }

    /// What it hangs on.
    pub fn said(self) -> Option<Said<'a>> {
        match self {
            Approval::Valid(said) | Approval::Void(said) => Some(said),
            Approval::Missing => None,
        }
    }
}

/// A row of `approved`. What is left out is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said<'a> {
    pub role: &'a str,
    pub by: &'a str,
    pub date: &'a str,
    /// The hash that was approved, and where it stands.
    pub at: &'a str,
    pub span: Span,
}

/// What each of `roles` says of a text, in their order.
pub fn approvals<'a, 'r>(
    programme: &Programme,
    language: usize,
    text: &'a Translation,
    roles: impl IntoIterator<Item = &'r str>,
) -> Vec<Approval<'a>> {
    // Where nothing was said there is nothing to hold to the hash.
    let now = said(text).next().map(|_| programme.meaning(language, text));
    roles.into_iter().map(|role| approval(text, role, now.as_deref().unwrap_or_default())).collect()
}

/// What a role says of a text whose meaning is `now`. Of several rows that say the same, the newest counts: the latest date,
/// and the last of a day.
fn approval<'a>(text: &'a Translation, role: &str, now: &str) -> Approval<'a> {
    let newest = |holds: fn(&str, &str) -> bool| {
        // Dates in ISO 8601 sort as words do.
        said(text).filter(|said| said.role == role && holds(said.at, now)).max_by_key(|said| said.date)
    };
    let valid = newest(|at, now| at == now).map(Approval::Valid);
    valid.or_else(|| newest(|_, _| true).map(Approval::Void)).unwrap_or(Approval::Missing)
}

/// Whether a role has approved nothing of a text, neither what it says now nor what it said.
pub fn is_missing(text: &Translation, role: &str) -> bool {
    !said(text).any(|said| said.role == role)
}

/// Everything that was ever said of a text, as it stands.
pub fn said(text: &Translation) -> impl Iterator<Item = Said<'_>> {
    text.front.get("approved").map_or(&[][..], Yaml::many).iter().map(|row| {
        let word = |key: &str| row.get(key).and_then(Yaml::text).unwrap_or_default();
        let span = row.get("at").map_or(row.span, |at| at.span);
        Said { role: word("role"), by: word("by"), date: word("date"), at: word("at"), span }
    })
}

/// The roles that every page needs an approval of, with their places in `programme.yaml`.
pub fn roles(programme: &Programme) -> impl Iterator<Item = Spanned<String>> {
    let roles = programme.project.written.get("approvals").map_or(&[][..], Yaml::many);
    roles.iter().filter_map(Yaml::words).filter(|role| role.value != "undecided")
}

/// Whether a page is to be approved. A draft waits, and a fragment is approved where it is read.
pub fn is_asked(page: &Page) -> bool {
    !page.facts.draft && !page.is_fragment()
}
