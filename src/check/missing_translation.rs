//! `missing-translation`: a page that lacks one of the programme's languages, reported at the title it has. A language
//! with a page whose id can't be read may have it all the same, so that nothing is missed there.

use super::Beside;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::page::Page;

pub fn check(programme: &Programme, _: &Beside, page: &Page, found: &mut Vec<Diagnostic>) {
    let Some(written) = page.first() else { return };
    for (at, language) in programme.project.languages.iter().enumerate() {
        if page.in_language(at).is_none() && !programme.nameless.contains(&at) {
            let place = written.title.span.within(&written.path);
            let message = message!("missing-translation", id = page.id, language = language.code);
            found.push(Diagnostic::new(Lint::MissingTranslation, place, message));
        }
    }
}
