//! `translation-unmarked`: twins of which none says that it was made from another, reported once for each page, so that
//! nobody can tell which is to follow when one changes.

use super::Beside;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::page::{Page, Translation};
use crate::model::translation::loose;

pub fn check(programme: &Programme, _: &Beside, page: &Page, found: &mut Vec<Diagnostic>) {
    let loose = loose(programme, page);
    let Some(first) = loose.first().and_then(|language| page.in_language(*language)) else { return };
    // Where a header can't be read, it may be marked all the same.
    if page.present().any(|(_, text)| !text.whole) {
        return;
    }
    let place = |text: &Translation| text.id.span.within(&text.path);
    let mut fault = Diagnostic::new(
        Lint::TranslationUnmarked,
        place(first),
        message!("translation-unmarked", id = page.id),
    );
    let others = page.present().filter(|(at, text)| *at != loose[0] && text.made_from().is_none());
    for (_, twin) in others {
        fault = fault.related(place(twin), message!("unmarked-twin"));
    }
    found.push(fault);
}
