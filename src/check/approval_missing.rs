//! `approval-missing`: a role that has not approved a page in some language, reported once for each page and role at its
//! title; where a role has approved nothing at all, once for the programme at the role itself.

use super::Beside;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::approval::{is_asked, is_missing, roles};
use crate::model::page::{Page, Translation};
use crate::model::project::FILE;
use crate::source::{Path, Spanned};

/// Up to so many pages are named one by one, also where a role has approved none.
const FEW: usize = 5;

pub fn check(programme: &Programme, _: &Beside, found: &mut Vec<Diagnostic>) {
    let roles: Vec<Spanned<String>> = roles(programme).collect();
    if roles.is_empty() {
        return;
    }
    let pages: Vec<&Page> = programme.everything().filter(|page| is_asked(page)).collect();
    for role in roles {
        let approved = |page: &Page| page.present().any(|(_, text)| !is_missing(text, &role.value));
        if pages.len() > FEW && !pages.iter().any(|page| approved(page)) {
            let message = message!("approval-missing-all", role = role.value, count = pages.len());
            found.push(Diagnostic::new(Lint::ApprovalMissing, role.span.within(&Path::new(FILE)), message));
            continue;
        }
        for page in &pages {
            let lacking = lacking(page, &role.value);
            let Some((first, others)) = lacking.split_first() else { continue };
            let place = |text: &Translation| text.title.span.within(&text.path);
            let message = message!("approval-missing", id = page.id, role = role.value);
            let fault = Diagnostic::new(Lint::ApprovalMissing, place(first), message);
            let twins = others.iter();
            found.push(
                twins.fold(fault, |fault, text| fault.related(place(text), message!("unapproved-twin"))),
            );
        }
    }
}

/// The languages of a page that a role has not approved.
fn lacking<'a>(page: &'a Page, role: &str) -> Vec<&'a Translation> {
    page.present().map(|(_, text)| text).filter(|text| text.whole && is_missing(text, role)).collect()
}
