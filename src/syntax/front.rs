//! Front matter: the keys a page may have, and which of them each kind of page must have.

use serde_json::{Value as Json, json};

use super::shape::{Checker, Key, Shape, as_meant, record_schema};
use super::vocabulary;
use super::yaml::Yaml;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::source::{Path, Span};

/// The seven audiences, a closed set.
pub const AUDIENCES: &[&str] =
    &["patient", "relative", "physician", "employer", "therapist", "trainee", "trainer"];

/// A kind of page: its name, the keys it must have beside `id`, `kind` and `title`, and who reads it by default.
#[derive(Debug, PartialEq)]
pub struct Kind {
    pub name: &'static str,
    /// What it is, for editors, in English.
    pub about: &'static str,
    pub required: &'static [&'static str],
    pub audience: Option<&'static str>,
}

/// Every kind of page.
pub const KINDS: &[Kind] = &[
    Kind {
        name: "theme",
        about: "The page of a unit, such as the theme of a week.",
        required: &["unit"],
        audience: Some("patient"),
    },
    Kind {
        name: "reflection",
        about: "Reflection tasks on a page of their own.",
        required: &["unit"],
        audience: Some("patient"),
    },
    Kind {
        name: "exercise",
        about: "Something to do, which other pages and the app's tool shelf lead to.",
        required: &["minutes"],
        audience: Some("patient"),
    },
    Kind {
        name: "session",
        about: "A therapist's guide to one meeting.",
        required: &["minutes"],
        audience: Some("therapist"),
    },
    Kind {
        name: "module",
        about: "A piece of the therapists' course, with outcomes.",
        required: &["minutes", "outcomes"],
        audience: Some("trainee"),
    },
    Kind {
        name: "page",
        about: "Information for one audience or several.",
        required: &[],
        audience: Some("patient"),
    },
    Kind { name: "pathway", about: "A care pathway in phases.", required: &[], audience: Some("therapist") },
    Kind {
        name: "plan",
        about: "A relapse or action plan, always within reach.",
        required: &[],
        audience: Some("patient"),
    },
    Kind {
        name: "fragment",
        about: "Text that other pages include; it has no address of its own.",
        required: &[],
        audience: None,
    },
];

const KIND_NAMES: &[&str] =
    &["theme", "reflection", "exercise", "session", "module", "page", "pathway", "plan", "fragment"];

const TRANSLATED: &[Key] = &[
    Key::required("from", Shape::Text, "The language folder this page was made from."),
    Key::optional("at", Shape::Text, "The hash of meaning of the source page when it was translated."),
];

const APPROVED: &[Key] = &[
    Key::required("role", Shape::Text, "The role that approved."),
    Key::required("by", Shape::Text, "Who approved."),
    Key::required("date", Shape::Date, "When."),
    Key::required("at", Shape::Text, "The hash of meaning that was approved."),
];

const OUTCOME: &[Key] = &[
    Key::required("id", Shape::Id, "What quiz questions point at."),
    Key::required("text", Shape::Text, "What the learner can do afterwards."),
];

/// Every key of a page's front matter.
pub const KEYS: &[Key] = &[
    Key::required("id", Shape::Id, "The page's address and name in every language, never reused."),
    Key::required("kind", Shape::OneOf(KIND_NAMES), "What sort of page this is."),
    Key::required("title", Shape::Text, "The page's heading."),
    Key::optional("unit", Shape::Whole(1, 999), "The week, module, chapter or section it belongs to."),
    Key::optional(
        "order",
        Shape::Whole(-9999, 9999),
        "Its place among the pages of its unit; low numbers first.",
    ),
    Key::optional("summary", Shape::Text, "One sentence on what the reader does here."),
    Key::optional("audience", Shape::OneOrMany(&Shape::OneOf(AUDIENCES)), "Who may read it."),
    Key::optional("minutes", Shape::Whole(0, 1440), "How long it takes, its tasks included once."),
    Key::optional("contact", Shape::Id, "The contact of the schedule that a session guide is for."),
    Key::optional("always_available", Shape::Flag, "Whether it stands on the app's tool shelf."),
    Key::optional("outcomes", Shape::List(&Shape::Record(OUTCOME)), "What a module teaches."),
    Key::optional("sources", Shape::List(&Shape::Text), "Where its claims come from."),
    Key::optional("review_by", Shape::Date, "The day by which it must be read again."),
    Key::optional("draft", Shape::Flag, "A draft is shown while writing only."),
    Key::optional("sites", Shape::List(&Shape::Id), "The sites it is for; all when left out."),
    Key::optional(
        "translated",
        Shape::Record(TRANSLATED),
        "Set by the tool on a page made from another language.",
    ),
    Key::optional(
        "approved",
        Shape::List(&Shape::Record(APPROVED)),
        "Set by the tool when a role approves the page.",
    ),
];

/// Reports what is wrong with a page's front matter and returns it [`as_meant`]. `opening` is the line that opens it.
pub fn check(yaml: Yaml, opening: Span, path: &Path, found: &mut Vec<Diagnostic>) -> Yaml {
    let mut checker = Checker { path, undecided: false, found };
    checker.record(&yaml, KEYS, opening);
    let yaml = as_meant(yaml, KEYS);
    if let Some(kind) = kind(&yaml) {
        for key in kind.required.iter().filter(|key| yaml.get(key).is_none()) {
            let message = message!("missing-key-kind", key = key, kind = kind.name);
            found.push(Diagnostic::new(Lint::MissingKey, opening.within(path), message));
        }
        if kind.name == "session" && yaml.get("contact").is_none() && yaml.get("unit").is_none() {
            found.push(Diagnostic::new(
                Lint::MissingKey,
                opening.within(path),
                message!("missing-key-session"),
            ));
        }
    }
    yaml
}

/// The kind of page that front matter names, rightly or wrongly spelt.
pub fn kind(yaml: &Yaml) -> Option<&'static Kind> {
    let name = vocabulary::meant(yaml.get("kind")?.text()?, KIND_NAMES.iter().copied())?;
    KINDS.iter().find(|row| row.name == name)
}

/// The audiences among `names`, rightly or wrongly spelt.
pub fn audiences<'a>(names: impl IntoIterator<Item = &'a Yaml>) -> impl Iterator<Item = &'static str> {
    names.into_iter().filter_map(|name| vocabulary::meant(name.text()?, AUDIENCES.iter().copied()))
}

/// Front matter as JSON Schema, for editors. Draft 7 is what the validators for Markdown headers read.
pub fn schema() -> Json {
    let mut schema = record_schema(KEYS, false);
    schema["$schema"] = "http://json-schema.org/draft-07/schema#".into();
    schema["title"] = "andrum page".into();
    schema["description"] = "The header of a page, between its lines of three hyphens.".into();
    schema["allOf"] = KINDS.iter().map(rule).collect();
    schema
}

/// What holds for one kind of page. The kind must be there for its rule to hold.
fn rule(kind: &Kind) -> Json {
    let mut then = json!({ "properties": { "kind": { "description": kind.about } } });
    if let Some(audience) = kind.audience {
        then["properties"]["audience"] = json!({ "default": audience });
    }
    if !kind.required.is_empty() {
        then["required"] = json!(kind.required);
    }
    if kind.name == "session" {
        then["anyOf"] = json!([{ "required": ["contact"] }, { "required": ["unit"] }]);
    }
    json!({ "if": { "required": ["kind"], "properties": { "kind": { "const": kind.name } } }, "then": then })
}
