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
use std::sync::Arc;

use rayon::prelude::*;

use crate::diag::{Diagnostic, Lint, Outcome};
use crate::message;
use crate::model::locale::Locale;
use crate::model::meaning::Filled;
use crate::model::page::{Page, Translation};
use crate::model::passage::{Passage, passages};
use crate::model::{Names, Programme};
use crate::release::lock::Lock;
use crate::source::memo::{Memo, Same};
use crate::source::{Path, Span};
use near_duplicate::Print;

/// What stands beside a programme and has a say: the last release, and the day.
#[derive(Clone, Debug, Default)]
pub struct Beside<'a> {
    pub lock: Option<&'a Arc<Lock>>,
    /// `2026-11-20`; checks that ask for it say nothing without.
    pub today: Option<String>,
}

/// A check of the whole programme, which joins its pages.
pub type Whole = fn(&Programme, &Beside, &mut Vec<Diagnostic>);

/// Every check of the whole, in the order of the manual.
pub const WHOLE: &[Whole] = &[
    unknown_name::check,
    duplicate_id::check,
    removed_id::check,
    audience_leak::check_fragments,
    media::check_safety,
    media_budget::check,
    units::check,
    unit_load::check,
    unshared_task::check,
    instrument_rater::check,
    missing_page::check,
    undecided::check,
    governance::check,
    outcomes::check,
    course_size::check,
    approval_missing::check,
];

/// A check of one page in all its languages, which follows what it names. Of other pages it sees what
/// [`crate::model::surroundings`] lists, and nothing else: a page is not checked again where none of that has changed, nor what
/// stands beside the programme.
pub type Paired = fn(&Programme, &Beside, &Page, &mut Vec<Diagnostic>);

/// Every check of a page's languages together, in the order of the manual.
pub const PAIRED: &[Paired] = &[
    names::check,
    unknown_name::check_page,
    duplicate_id::check_headings,
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
    breathing_length::check,
    phase_minutes::check,
    review_overdue::check,
];

/// A check of one page in one language, which sees as little of other pages.
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

/// What checking keeps for the next time.
#[derive(Default)]
pub struct Kept {
    around: Memo<(), Around, Arc<()>>,
    /// What was found on each page, by its id.
    pages: Memo<String, (Same<()>, Same<Page>), Arc<Read>>,
    near_duplicate: near_duplicate::Kept,
}

/// What a page's checks see beside it: what pages show each other, the lock and the day.
type Around = (Same<Names>, Option<Same<Lock>>, Option<String>);

/// What the checks of each page make of one.
struct Read {
    found: Vec<Diagnostic>,
    prints: Arc<[Print]>,
}

/// Runs every check and adds what they find, in order of file and place. What authors have allowed is left
/// out, and so is what another fault explains.
pub fn run(programme: Outcome<Programme>, beside: &Beside) -> Outcome<Programme> {
    run_again(programme, beside, &mut Kept::default())
}

/// As [`run`]. A page that has not changed is not read again, where nothing has that it can see.
pub fn run_again(programme: Outcome<Programme>, beside: &Beside, kept: &mut Kept) -> Outcome<Programme> {
    let Outcome { value, mut diagnostics } = programme;
    let joined = WHOLE.par_iter().map(|check| {
        let mut found = Vec::new();
        check(&value, beside, &mut found);
        found
    });
    diagnostics.par_extend(joined.flatten_iter());
    let asked = (value.around(), beside.lock.cloned().map(Same), beside.today.clone());
    let around = Same(kept.around.one(asked, |_| Arc::new(())));
    let pages: Vec<&Arc<Page>> = value.shared().collect();
    let asked = pages.iter().map(|page| (page.id.as_str(), (around.clone(), Same((*page).clone()))));
    let read =
        kept.pages.each(asked.collect(), |_, (_, Same(page))| Arc::new(Read::of(&value, beside, page)));
    diagnostics.extend(read.iter().flat_map(|read| &read.found).cloned());
    let prints = pages.iter().zip(&read).map(|(page, read)| (&***page, &read.prints));
    near_duplicate::check(
        &value,
        &around,
        &prints.collect::<Vec<_>>(),
        &mut kept.near_duplicate,
        &mut diagnostics,
    );
    twin_id::check(&value, &mut diagnostics);
    allow(&value, &mut diagnostics);
    diagnostics.sort();
    diagnostics.dedup();
    cascade::check(&mut diagnostics);
    Outcome { value, diagnostics }
}

impl Read {
    fn of(programme: &Programme, beside: &Beside, page: &Page) -> Read {
        let (mut found, mut prints) = (Vec::new(), Vec::new());
        PAIRED.iter().for_each(|check| check(programme, beside, page, &mut found));
        for (language, text) in page.present() {
            let reading = Reading::of(programme, page, language, text);
            EACH.iter().for_each(|check| check(&reading, &mut found));
            prints.extend(near_duplicate::prints(&reading));
        }
        Read { found, prints: prints.into() }
    }
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
