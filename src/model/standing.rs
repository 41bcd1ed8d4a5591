//! How an edition's texts stand with those who answer for them: what was approved by whom and when, and which translations
//! are behind their source.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::Programme;
use super::approval::{Approval, approvals, roles};
use crate::diag::{Diagnostic, Lint};
use crate::source::Path;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Whether every role that is asked has approved every text as it reads now. Where no role is asked nobody has.
    pub approved: bool,
    /// In the order of `approvals` in programme.yaml.
    pub roles: Vec<Approved>,
    /// The files whose source has changed since they were translated.
    pub stale: BTreeSet<Path>,
}

/// What a role has approved of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approved {
    pub role: String,
    /// Texts, a page in one language each, that it approved as they read now.
    pub texts: usize,
    /// Of so many.
    pub of: usize,
    /// The dates of its first and last approval that counts, `2026-11-20`.
    pub dates: Option<(String, String)>,
}

impl Standing {
    /// `whole` is the programme that `edition` was made from, which approvals and translations hang on; `found` is what the
    /// checks found in it.
    pub fn of(whole: &Programme, edition: &Programme, found: &[Diagnostic]) -> Standing {
        let stale = found.iter().filter(|found| found.lint == Lint::StaleTranslation);
        let asked: Vec<String> = roles(whole).map(|role| role.value).collect();
        let mut rows: Vec<Approved> =
            asked.iter().map(|role| Approved { role: role.clone(), texts: 0, of: 0, dates: None }).collect();
        let pages = if asked.is_empty() { &[][..] } else { &edition.pages };
        let said: Vec<Vec<Approval>> = pages
            .par_iter()
            .flat_map_iter(|page| {
                let whole_page = whole.page(&page.id);
                let texts = page
                    .present()
                    .filter_map(move |(language, _)| Some((language, whole_page?.in_language(language)?)));
                texts.map(|(language, text)| {
                    approvals(whole, language, text, asked.iter().map(String::as_str))
                })
            })
            .collect();
        for said in said {
            for (row, approval) in rows.iter_mut().zip(said) {
                row.of += 1;
                if let Approval::Valid(said) = approval {
                    row.texts += 1;
                    row.count(said.date);
                }
            }
        }
        Standing {
            approved: !rows.is_empty() && rows.iter().all(|row| row.texts == row.of),
            roles: rows,
            stale: stale.map(|found| found.place.path.clone()).collect(),
        }
    }
}

impl Approved {
    fn count(&mut self, date: &str) {
        // Dates in ISO 8601 sort as words do.
        let dates = self.dates.get_or_insert_with(|| (date.into(), date.into()));
        if date < dates.0.as_str() {
            dates.0 = date.into();
        } else if date > dates.1.as_str() {
            dates.1 = date.into();
        }
    }
}
