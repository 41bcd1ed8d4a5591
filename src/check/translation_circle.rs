//! `translation-circle`: pages that are made from each other, from themselves, or from a language that is not there.

use super::Beside;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::page::{Page, Translation};
use crate::model::translation::circle;

pub fn check(programme: &Programme, _: &Beside, page: &Page, found: &mut Vec<Diagnostic>) {
    let codes: Vec<&str> =
        programme.project.languages.iter().map(|language| language.code.as_str()).collect();
    for (language, text) in page.present().filter(|(_, text)| text.whole) {
        let Some(from) = text.made_from().map(|made| made.from) else { continue };
        let fault = |message| Diagnostic::new(Lint::TranslationCircle, from.span.within(&text.path), message);
        match codes.iter().position(|code| *code == from.value) {
            None => {
                let fault = fault(message!("translation-circle-unknown", language = from.value));
                // `nb` for `no`: the tag in the place of the folder.
                let tagged = programme.project.languages.iter().find(|row| row.tag == from.value);
                found.push(match tagged {
                    Some(row) => fault.nearest(&row.code, [row.code.as_str()], true),
                    None => fault.nearest(&from.value, codes.iter().copied(), true),
                });
            }
            Some(source) if source == language => found.push(fault(message!("translation-circle-self"))),
            // A circle is one fault, told at its first language; a source that is gone is a missing translation.
            Some(_) => {
                let others = circle(programme, page, language);
                if others.iter().min() != Some(&language) {
                    continue;
                }
                let mut fault = fault(message!("translation-circle", id = page.id));
                for other in others.iter().skip(1).filter_map(|other| page.in_language(*other)) {
                    fault = fault.related(from_place(other), message!("circle-here"));
                }
                found.push(fault);
            }
        }
    }
}

fn from_place(text: &Translation) -> crate::source::Place {
    text.made_from().map_or(text.id.span, |made| made.from.span).within(&text.path)
}
