//! `link-to-draft`: a page that links to, shows or includes one that is still a draft and reaches no reader.

use super::Beside;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::link::Target;
use crate::model::page::{Page, Referred, Translation};
use crate::source::Span;

pub fn check(programme: &Programme, _: &Beside, page: &Page, found: &mut Vec<Diagnostic>) {
    if page.facts.draft {
        return;
    }
    for (_, from) in page.present() {
        for link in &from.mentions.links {
            match programme.target(&from.path, link.form, &link.destination) {
                Target::Page(target, _) | Target::Part(target, _) if target.facts.draft => {
                    found.push(fault(from, link.at, target));
                }
                _ => {}
            }
        }
        for reference in &from.mentions.references {
            let id = &reference.id;
            let target = match reference.to {
                Referred::Exercise => programme.page(&id.value),
                Referred::Fragment => programme.fragments.get(&id.value).map(|page| &**page),
                Referred::Instrument => None,
            };
            if let Some(target) = target.filter(|target| target.facts.draft) {
                found.push(fault(from, id.span, target));
            }
        }
    }
}

fn fault(from: &Translation, at: Span, target: &Page) -> Diagnostic {
    let message = message!("link-to-draft", target = target.id);
    let fault = Diagnostic::new(Lint::LinkToDraft, at.within(&from.path), message);
    let draft = target.first().and_then(|text| Some(text.place_of("draft")?.within(&text.path)));
    match draft {
        Some(place) => fault.related(place, message!("link-to-draft-here")),
        None => fault,
    }
}
