//! `undecided`: what `programme.yaml` leaves open, each at its place. The word may stand for any value until a release.

use super::Beside;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::project::FILE;
use crate::source::Path;
use crate::syntax::yaml::{Value, Yaml};

pub fn check(programme: &Programme, _: &Beside, found: &mut Vec<Diagnostic>) {
    walk(&programme.project.written, "", &Path::new(FILE), found);
}

/// `key` is what the value stands under: `governance.contact.email`.
fn walk(yaml: &Yaml, key: &str, path: &Path, found: &mut Vec<Diagnostic>) {
    match &yaml.value {
        Value::Scalar { text, .. } if text == "undecided" => {
            let message = message!("undecided", key = key);
            found.push(Diagnostic::new(Lint::Undecided, yaml.span.within(path), message));
        }
        Value::List(items) => items.iter().for_each(|item| walk(item, key, path, found)),
        Value::Map(pairs) => {
            for (name, value) in pairs {
                let key = if key.is_empty() { name.value.clone() } else { format!("{key}.{}", name.value) };
                walk(value, &key, path, found);
            }
        }
        Value::Null | Value::Scalar { .. } => {}
    }
}
