//! `unknown-name`: a site or a contact that `programme.yaml` has not got, wherever it is named.
//!
//! A part of a page for a site that is misspelt would reach nobody, and a guide to a contact that is none no therapist.

use super::Beside;
use crate::diag::{Diagnostic, Lint, Message};
use crate::message;
use crate::model::Programme;
use crate::model::page::Page;
use crate::model::project::FILE;
use crate::source::{Path, Spanned};
use crate::syntax::shape::{is_duration, is_id};
use crate::syntax::yaml::Yaml;

/// The names in `programme.yaml`.
pub fn check(programme: &Programme, _: &Beside, found: &mut Vec<Diagnostic>) {
    let (file, written) = (Path::new(FILE), &programme.project.written);
    let known = Known::of(programme);
    written_sites(written).for_each(|name| known.hold_site(name, &file, found));
    written_contacts(written).for_each(|name| known.hold_contact(name, &file, found));
}

/// The names on a page.
pub fn check_page(programme: &Programme, _: &Beside, page: &Page, found: &mut Vec<Diagnostic>) {
    let known = Known::of(programme);
    for (_, text) in page.present() {
        let sites = text.front.get("sites").map_or(&[][..], Yaml::many).iter().filter_map(Yaml::words);
        let sites = sites.chain(text.mentions.sites.iter().cloned());
        sites.for_each(|name| known.hold_site(name, &text.path, found));
        if let Some(name) = text.front.get("contact").and_then(Yaml::words) {
            known.hold_contact(name, &text.path, found);
        }
    }
}

/// What `programme.yaml` gives names to.
struct Known<'a> {
    sites: Vec<&'a str>,
    contacts: Vec<&'a str>,
}

impl<'a> Known<'a> {
    fn of(programme: &'a Programme) -> Known<'a> {
        let project = &programme.project;
        Known {
            sites: project.sites.keys().map(String::as_str).collect(),
            contacts: contacts(&project.written).filter_map(|row| row.get("id")?.text()).collect(),
        }
    }

    fn hold_site(&self, name: Spanned<String>, path: &Path, found: &mut Vec<Diagnostic>) {
        found.extend(unknown(&self.sites, name, path, site));
    }

    fn hold_contact(&self, name: Spanned<String>, path: &Path, found: &mut Vec<Diagnostic>) {
        found.extend(unknown(&self.contacts, name, path, contact));
    }
}

fn unknown(
    known: &[&str],
    name: Spanned<String>,
    path: &Path,
    say: fn(&str) -> Message,
) -> Option<Diagnostic> {
    // What is no id at all has been told where it was read.
    let is_name = is_id(&name.value) && name.value != "undecided";
    (is_name && !known.contains(&name.value.as_str())).then(|| {
        let fault = Diagnostic::new(Lint::UnknownName, name.span.within(path), say(&name.value));
        fault.nearest(&name.value, known.iter().copied(), true)
    })
}

fn site(name: &str) -> Message {
    message!("unknown-name-site", name = name)
}

fn contact(name: &str) -> Message {
    message!("unknown-name-contact", name = name)
}

fn contacts(programme: &Yaml) -> impl Iterator<Item = &Yaml> {
    let contacts = programme.get("schedule").and_then(|schedule| schedule.get("contacts"));
    contacts.map_or(&[][..], Yaml::many).iter()
}

/// The sites that editions, contacts and facts name.
fn written_sites(programme: &Yaml) -> impl Iterator<Item = Spanned<String>> {
    let rows = |key: &str| programme.get(key).map_or(&[][..], Yaml::pairs).iter().map(|(_, value)| value);
    let editions = rows("editions").filter_map(|edition| edition.get("site")?.words());
    let facts = rows("facts").flat_map(Yaml::pairs).map(|(site, _)| site.clone());
    let contacts = contacts(programme).filter_map(|contact| contact.get("sites")).flat_map(Yaml::many);
    editions.chain(facts).chain(contacts.filter_map(Yaml::words))
}

/// The contacts from which time is counted.
fn written_contacts(programme: &Yaml) -> impl Iterator<Item = Spanned<String>> {
    let schedule = programme.get("schedule");
    let measures = schedule.and_then(|schedule| schedule.get("measures")).map_or(&[][..], Yaml::many);
    let at = measures.iter().filter_map(|measure| measure.get("at")).flat_map(Yaml::many);
    let from = schedule.and_then(|schedule| schedule.get("access")?.get("from"));
    let after = contacts(programme).filter_map(|contact| contact.get("after"));
    let names = at.chain(from).chain(after).filter_map(Yaml::words);
    names.filter(|name| name.value != "before-start" && !is_duration(&name.value))
}
