//! `stale-translation`: a page whose source says something else than when it was made from it, reported at the hash it
//! remembers. What changed is for `andrum translate diff` to tell, and for `check` where there is git.

use super::Reading;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::translation::{State, source, state};

pub fn check(reading: &Reading, found: &mut Vec<Diagnostic>) {
    let Reading { programme, page, language, text, .. } = *reading;
    let Some(made) = text.made_from() else { return };
    let (Some(at), Some(source)) = (made.at, source(programme, page, language)) else { return };
    // What a source that can't be read says is not known.
    if !source.whole || !source.sound || state(programme, page, language) != State::Stale {
        return;
    }
    let message = message!("stale-translation", id = page.id, language = made.from.value);
    let fault = reading.fault(Lint::StaleTranslation, at.span, message);
    found.push(fault.related(source.title.span.within(&source.path), message!("source-here")));
}
