//! `governance`: what a catalogue page asks for and `programme.yaml` does not say. What it leaves open is `undecided`.

use super::Beside;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::project::FILE;
use crate::source::Path;
use crate::syntax::yaml::{Value, Yaml};

const FIELDS: &[&str] = &[
    "publisher",
    "owner",
    "content_manager",
    "contact",
    "designer",
    "start",
    "used_by",
    "required_training",
    "evidence",
];

pub fn check(programme: &Programme, _: &Beside, found: &mut Vec<Diagnostic>) {
    let written = &programme.project.written;
    let governance = written.get("governance");
    if governance.and_then(Yaml::text) == Some("undecided") {
        return;
    }
    let said = |field: &&&str| governance.and_then(|governance| governance.get(field)).is_some_and(is_said);
    let mut missing: Vec<&str> = FIELDS.iter().filter(|field| !said(field)).copied().collect();
    let contact = governance.and_then(|governance| governance.get("contact"));
    let reachable =
        |contact: &Yaml| ["email", "phone"].iter().any(|way| contact.get(way).is_some_and(is_said));
    if contact.is_some_and(|contact| matches!(contact.value, Value::Map(_)) && !reachable(contact)) {
        missing.push("contact.email");
    }
    let place = written.key("governance").or(written.key("id"));
    if let Some(span) = place.filter(|_| !missing.is_empty()) {
        let message = message!("governance", fields = missing.join(", "), count = missing.len());
        found.push(Diagnostic::new(Lint::Governance, span.within(&Path::new(FILE)), message));
    }
}

fn is_said(yaml: &Yaml) -> bool {
    match &yaml.value {
        Value::Null => false,
        Value::Scalar { text, .. } => !text.trim().is_empty(),
        Value::List(items) => items.iter().any(is_said),
        Value::Map(pairs) => !pairs.is_empty(),
    }
}
