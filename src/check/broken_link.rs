//! `broken-link`, `broken-anchor`, `unsafe-scheme`: every link and reference leads somewhere that a reader can go.

use super::Beside;
use std::collections::HashSet;

use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::link::Target;
use crate::model::page::{LinkMention, Page, Referred, Translation};
use crate::syntax::ast::LinkForm;

pub fn check(programme: &Programme, _: &Beside, page: &Page, found: &mut Vec<Diagnostic>) {
    for (language, translation) in page.present() {
        for link in &translation.mentions.links {
            if let Some(fault) = link_fault(programme, page, language, translation, link) {
                found.push(fault);
            }
        }
        references(programme, page, translation, found);
    }
}

fn link_fault(
    programme: &Programme,
    page: &Page,
    language: usize,
    from: &Translation,
    link: &LinkMention,
) -> Option<Diagnostic> {
    let place = link.at.within(&from.path);
    match programme.target(&from.path, link.form, &link.destination) {
        Target::Page(target, Some(anchor)) => broken_anchor(target, language, anchor, link, from),
        Target::Here(anchor) => broken_anchor(page, language, anchor, link, from),
        Target::Scheme(scheme) => {
            Some(Diagnostic::new(Lint::UnsafeScheme, place, message!("unsafe-scheme", scheme = scheme)))
        }
        Target::Nowhere => {
            let fault =
                Diagnostic::new(Lint::BrokenLink, place, message!("broken-link", target = link.destination));
            let named = matches!(link.form, LinkForm::Bare | LinkForm::Named);
            Some(if named { fault.nearest(&link.destination, programme.names(), false) } else { fault })
        }
        _ => None,
    }
}

fn broken_anchor(
    target: &Page,
    language: usize,
    anchor: &str,
    link: &LinkMention,
    from: &Translation,
) -> Option<Diagnostic> {
    let names = &target.in_language(language)?.mentions;
    let known: HashSet<&str> =
        names.anchors.iter().chain(&names.ids).map(|name| name.value.as_str()).collect();
    if known.contains(anchor) {
        return None;
    }
    let message = message!("broken-anchor", anchor = anchor, id = target.id);
    let fault = Diagnostic::new(Lint::BrokenAnchor, link.at.within(&from.path), message);
    Some(fault.nearest(anchor, names.anchors.iter().map(|name| name.value.as_str()), false))
}

fn references(programme: &Programme, page: &Page, from: &Translation, found: &mut Vec<Diagnostic>) {
    for reference in &from.mentions.references {
        let id = reference.id.value.as_str();
        let place = reference.id.span.within(&from.path);
        let fault = match reference.to {
            Referred::Instrument => continue,
            Referred::Fragment if programme.fragments.contains_key(id) => {
                if !leads_to(programme, id, &page.id) {
                    continue;
                }
                Diagnostic::new(Lint::BrokenLink, place, message!("broken-link-circle", target = id))
            }
            Referred::Fragment => {
                let fault =
                    Diagnostic::new(Lint::BrokenLink, place, message!("broken-link-fragment", target = id));
                fault.nearest(id, programme.fragments.keys().map(String::as_str), false)
            }
            Referred::Exercise => match programme.page(id) {
                Some(page) if page.facts.kind.name == "exercise" => continue,
                Some(page) => {
                    let message = message!("broken-link-kind", target = id, kind = page.facts.kind.name);
                    Diagnostic::new(Lint::BrokenLink, place, message)
                }
                None => {
                    let exercises = programme.pages.iter().filter(|page| page.facts.kind.name == "exercise");
                    let fault =
                        Diagnostic::new(Lint::BrokenLink, place, message!("broken-link", target = id));
                    fault.nearest(id, exercises.map(|page| page.id.as_str()), false)
                }
            },
        };
        found.push(fault);
    }
}

/// Whether a fragment is another one, or includes it by way of others.
fn leads_to(programme: &Programme, fragment: &str, other: &str) -> bool {
    let mut met = HashSet::new();
    let mut rest = vec![fragment];
    while let Some(id) = rest.pop() {
        if id == other {
            return true;
        }
        let Some(page) = programme.fragments.get(id).filter(|_| met.insert(id)) else { continue };
        let references = page.present().flat_map(|(_, text)| &text.mentions.references);
        let fragments = references.filter(|reference| reference.to == Referred::Fragment);
        rest.extend(fragments.map(|reference| reference.id.value.as_str()));
    }
    false
}
