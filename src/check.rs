//! A whole programme to everything that is wrong with it: the tables of checks.
//!
//! What one file shows alone (its form) was found when the file was read. A check here joins what pages mention, or reads
//! one translation as its readers will.

mod approval_missing;
mod approval_void;
mod audience_leak;
mod avoided_term;
mod breathing_length;
mod broken_link;
mod captions;
mod cascade;
mod changed_answer;
mod changed_kind;
mod course_size;
mod different_structure;
mod duplicate_id;
mod emergency_country;
mod fact_place;
mod governance;
mod heading_jump;
mod instrument_rater;
mod link_to_draft;
mod lix;
mod media;
mod media_budget;
mod missing_page;
mod missing_translation;
mod names;
mod near_duplicate;
mod other_language;
mod outcomes;
mod personal_number;
mod phase_minutes;
mod removed_id;
mod review_overdue;
mod right_answer;
mod shared_later;
mod stale_translation;
mod translation_circle;
mod translation_unmarked;
mod twin_id;
mod typography;
mod undecided;
mod unit_load;
mod units;
mod unknown_name;
mod unshared_task;
mod vague_link;

use std::collections::HashMap;

use rayon::prelude::*;

use crate::diag::{Diagnostic, Lint, Outcome};
use crate::message;
use crate::model::Programme;
use crate::model::locale::Locale;
use crate::model::meaning::Filled;
use crate::model::page::{Page, Translation};
use crate::model::passage::{Passage, passages};
use crate::release::lock::Lock;
use crate::source::{Path, Span};
use near_duplicate::Print;

/// What stands beside a programme and has a say: the last release, and the day.
#[derive(Clone, Debug, Default)]
pub struct Beside<'a> {
    pub lock: Option<&'a Lock>,
    /// `2026-11-20`; checks that ask for it say nothing without.
    pub today: Option<String>,
}

/// A check of the whole programme, which joins its pages.
pub type Whole = fn(&Programme, &Beside, &mut Vec<Diagnostic>);

/// Every check of the whole, in the order of the manual.
pub const WHOLE: &[Whole] = &[
    names::check,
    unknown_name::check,
    duplicate_id::check,
    removed_id::check,
    changed_kind::check,
    changed_answer::check,
    shared_later::check,
    missing_translation::check,
    translation_unmarked::check,
    translation_circle::check,
    different_structure::check,
    broken_link::check,
    link_to_draft::check,
    audience_leak::check,
    media::check,
    media_budget::check,
    units::check,
    unit_load::check,
    breathing_length::check,
    phase_minutes::check,
    unshared_task::check,
    instrument_rater::check,
    missing_page::check,
    review_overdue::check,
    undecided::check,
    governance::check,
    outcomes::check,
    course_size::check,
    approval_missing::check,
];

/// A check of one page in one language.
pub type Each = fn(&Reading, &mut Vec<Diagnostic>);

/// Every check of each page, in the order of the manual.
pub const EACH: &[Each] = &[
    // Languages
    stale_translation::check,
    other_language::check,
    emergency_country::check,
    lix::check,
    vague_link::check,
    heading_jump::check,
    avoided_term::check,
    typography::check,
    personal_number::check,
    // Form
    fact_place::check,
    // Links and media
    captions::check,
    // Course
    right_answer::check,
    // Care
    approval_void::check,
];

/// One translation of one page, read once for every check of it.
pub struct Reading<'a> {
    pub programme: &'a Programme,
    pub page: &'a Page,
    pub language: usize,
    pub text: &'a Translation,
    /// What is read, in reading order.
    pub passages: Vec<Passage>,
}

impl<'a> Reading<'a> {
    pub fn of(
        programme: &'a Programme,
        page: &'a Page,
        language: usize,
        text: &'a Translation,
    ) -> Reading<'a> {
        let locale = &programme.project.languages[language].locale;
        let passages = passages(text, &Filled { programme, language, from: &text.path }, locale);
        Reading { programme, page, language, text, passages }
    }

    pub fn locale(&self) -> &'a Locale {
        &self.programme.project.languages[self.language].locale
    }

    /// A fault on this page.
    pub fn fault(&self, lint: Lint, span: Span, message: crate::diag::Message) -> Diagnostic {
        Diagnostic::new(lint, span.within(&self.text.path), message)
    }
}

/// Runs every check and adds what they find, in order of file and place. What authors have allowed is left
/// out, and so is what another fault explains.
pub fn run(programme: Outcome<Programme>, beside: &Beside) -> Outcome<Programme> {
    let Outcome { value, mut diagnostics } = programme;
    for check in WHOLE {
        check(&value, beside, &mut diagnostics);
    }
    let pages: Vec<&Page> = value.everything().collect();
    let read: Vec<(&Page, Vec<Diagnostic>, Vec<Print>)> = pages
        .into_par_iter()
        .map(|page| {
            let (mut found, mut prints) = (Vec::new(), Vec::new());
            for (language, text) in page.present() {
                let reading = Reading::of(&value, page, language, text);
                EACH.iter().for_each(|check| check(&reading, &mut found));
                prints.extend(near_duplicate::prints(&reading));
            }
            (page, found, prints)
        })
        .collect();
    let mut prints = Vec::with_capacity(read.len());
    for (page, found, print) in read {
        diagnostics.extend(found);
        prints.push((page, print));
    }
    near_duplicate::check(&value, &prints, &mut diagnostics);
    twin_id::check(&value, &mut diagnostics);
    allow(&value, &mut diagnostics);
    diagnostics.sort();
    diagnostics.dedup();
    cascade::check(&mut diagnostics);
    Outcome { value, diagnostics }
}

/// Takes out what authors have allowed, and reports what they allow for nothing.
fn allow(programme: &Programme, found: &mut Vec<Diagnostic>) {
    let texts = programme.everything().flat_map(|page| page.present().map(|(_, text)| text));
    let allowing: Vec<&Translation> = texts.filter(|text| !text.allows.is_empty()).collect();
    if allowing.is_empty() {
        return;
    }
    let mut used: HashMap<&Path, Vec<bool>> = HashMap::new();
    let by_path: HashMap<&Path, &Translation> = allowing.iter().map(|text| (&text.path, *text)).collect();
    found.retain(|fault| {
        let Some(text) = by_path.get(&fault.place.path) else { return true };
        let holds = |at: Span, scope: Span| scope.start <= at.start && at.start < scope.end.max(1);
        let allowed = text
            .allows
            .iter()
            .position(|allow| allow.lint.value == fault.lint && holds(fault.place.span, allow.scope));
        if let Some(at) = allowed {
            used.entry(&text.path).or_insert_with(|| vec![false; text.allows.len()])[at] = true;
        }
        allowed.is_none()
    });
    for text in allowing {
        for (at, allow) in text.allows.iter().enumerate() {
            if !used.get(&text.path).is_some_and(|used| used[at]) {
                let message = message!("unused-allow", name = allow.lint.value.name());
                found.push(Diagnostic::new(Lint::UnusedAllow, allow.lint.span.within(&text.path), message));
            }
        }
    }
}
