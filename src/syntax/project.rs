//! The keys of `programme.yaml`: what the programme is, the same for every language.

use super::front::AUDIENCES;
use super::shape::{Key, Shape, record_schema};

const BY_LANGUAGE: Shape = Shape::ByName(&Shape::Text);

const LANGUAGE: &[Key] = &[
    Key::required("tag", Shape::Text, "The BCP 47 tag: nb, sv, nn."),
    Key::optional("direction", Shape::OneOf(&["ltr", "rtl"]), "The direction of writing."),
];

const EDITION: &[Key] = &[
    Key::required(
        "audiences",
        Shape::List(&Shape::OneOf(AUDIENCES)),
        "Pages for any of these stand in the edition.",
    ),
    Key::optional("site", Shape::Id, "The site whose readers it is for; those of all when left out."),
];

const SITE: &[Key] = &[
    Key::optional("title", BY_LANGUAGE, "What it is called, by language."),
    Key::required("country", Shape::Text, "Two letters, lower case: no, se."),
    Key::optional("care", Shape::OneOf(&["primary", "specialist"]), "The level of care."),
];

const CONTACT: &[Key] = &[
    Key::required("id", Shape::Id, "What session guides name."),
    Key::optional(
        "at",
        Shape::Either(&[Shape::Duration, Shape::OneOf(&["before-start"])]),
        "When, from day 0 or from the contact that `after` names; or before-start.",
    ),
    Key::optional("latest", Shape::Duration, "At the latest, where it is held between `at` and this."),
    Key::optional("after", Shape::Id, "The contact that it is counted from; day 0 when left out."),
    Key::optional("every", Shape::Duration, "How often, for a contact that repeats."),
    Key::optional("times", Shape::Whole(1, 500), "How many times it repeats."),
    Key::optional(
        "form",
        Shape::OneOf(&["in-person", "video", "phone", "chat", "message"]),
        "How it is held.",
    ),
    Key::optional("sites", Shape::List(&Shape::Id), "The sites that have it; all when left out."),
];

const MEASURE: &[Key] = &[
    Key::required(
        "at",
        Shape::OneOrMany(&Shape::Either(&[Shape::Duration, Shape::OneOf(&["before-start"]), Shape::Id])),
        "When: durations from day 0, before-start, or contact ids.",
    ),
    Key::required("instruments", Shape::List(&Shape::Id), "Ids of the instruments below."),
];

const LOAD: &[Key] = &[
    Key::optional("minutes_per_day", Shape::Between, "Least and most minutes a day."),
    Key::optional("days_per_week", Shape::Whole(1, 7), "Days a week."),
];

const ACCESS: &[Key] = &[
    Key::optional("read", Shape::Duration, "How long a participant may read."),
    Key::optional("from", Shape::Id, "The contact it is counted from."),
    Key::optional("by", Shape::OneOf(&["login", "code"]), "How a participant comes in."),
];

const SCHEDULE: &[Key] = &[
    Key::required(
        "unit",
        Shape::OneOf(&["week", "module", "chapter", "section"]),
        "The word shown for a unit.",
    ),
    Key::required("count", Shape::Whole(1, 999), "How many units there are."),
    Key::optional("pacing", Shape::OneOf(&["weekly", "own", "gated"]), "Handed on to front-ends."),
    Key::optional("load", Shape::Record(LOAD), "What a participant is asked for."),
    Key::optional("contacts", Shape::List(&Shape::Record(CONTACT)), "Meetings with the therapist."),
    Key::optional("measures", Shape::List(&Shape::Record(MEASURE)), "When questionnaires are filled in."),
    Key::optional("access", Shape::Record(ACCESS), "Handed on to front-ends."),
];

const INSTRUMENT: &[Key] = &[
    Key::required("name", Shape::Text, "The name as its owners write it."),
    Key::optional("rater", Shape::OneOf(&["self", "clinician"]), "Who fills it in."),
    Key::optional("licence", Shape::Text, "Who owns it, and that its items are not here."),
];

const PERSON: &[Key] = &[
    Key::required("name", Shape::Text, "Whom to ask."),
    Key::optional("email", Shape::Text, "Where to write."),
    Key::optional("phone", Shape::Text, "Where to call."),
];

const MANY_TEXTS: Shape = Shape::OneOrMany(&Shape::Text);

const GOVERNANCE: &[Key] = &[
    Key::optional("publisher", Shape::Text, "Who publishes."),
    Key::optional("owner", Shape::Text, "Who owns."),
    Key::optional("content_manager", Shape::Text, "Who answers for the content."),
    Key::optional("contact", Shape::Record(PERSON), "Whom to write to."),
    Key::optional("designer", Shape::Text, "Who designed the programme."),
    Key::optional("start", Shape::Text, "In use since."),
    Key::optional("used_by", MANY_TEXTS, "Where it is used."),
    Key::optional("required_training", MANY_TEXTS, "What a therapist must have learned."),
    Key::optional("evidence", MANY_TEXTS, "What is known of its effect."),
];

const TERM: &[Key] = &[
    Key::required("use", Shape::Text, "The preferred word."),
    Key::required("not", MANY_TEXTS, "Words to avoid."),
];

const EMERGENCY: &[Key] = &[
    Key::required("number", Shape::Text, "The number to call."),
    Key::required("for", BY_LANGUAGE, "When to call it, by language."),
];

const COURSE: &[Key] = &[
    Key::required("id", Shape::Id, "The course's id."),
    Key::required("title", BY_LANGUAGE, "Its title by language."),
    Key::required("modules", Shape::List(&Shape::Id), "Its modules in order."),
    Key::optional(
        "pass",
        Shape::Whole(0, 100),
        "The pass mark in percent; without it the course is done when it is read.",
    ),
    Key::optional(
        "counts",
        Shape::List(&Shape::Id),
        "The modules whose questions make the score; all when left out.",
    ),
    Key::optional(
        "tries",
        Shape::Whole(1, 60),
        "How many times a knowledge check may be taken; any number when left out.",
    ),
    Key::optional("hours", Shape::Whole(0, 10_000), "Hours of study."),
    Key::optional("valid", Shape::Duration, "How long a certificate holds."),
];

/// Every key of `programme.yaml`.
pub const KEYS: &[Key] = &[
    Key::required("id", Shape::Id, "The programme's id; apps keep answers under it."),
    Key::required("version", Shape::Version, "The first version; later ones are computed."),
    Key::required("title", BY_LANGUAGE, "The programme's name by language."),
    Key::required("languages", Shape::ByName(&Shape::Record(LANGUAGE)), "One content folder each."),
    Key::required("editions", Shape::ByName(&Shape::Record(EDITION)), "One output tree and one bundle each."),
    Key::optional("sites", Shape::ByName(&Shape::Record(SITE)), "Where the programme runs."),
    Key::required("schedule", Shape::Record(SCHEDULE), "Units, contacts, measures; offsets from day 0."),
    Key::optional(
        "instruments",
        Shape::ByName(&Shape::Record(INSTRUMENT)),
        "Questionnaires, by reference only.",
    ),
    Key::optional("governance", Shape::Record(GOVERNANCE), "What a catalogue page asks for."),
    Key::optional(
        "facts",
        Shape::Table(&Shape::Either(&[Shape::Text, Shape::Table(&Shape::Text)])),
        "Numbers said in many places, said once; one for each site where they differ.",
    ),
    Key::optional("terms", Shape::ByName(&Shape::List(&Shape::Record(TERM))), "Preferred words by language."),
    Key::optional("emergency", Shape::ByName(&Shape::List(&Shape::Record(EMERGENCY))), "Numbers by country."),
    Key::optional("approvals", Shape::List(&Shape::Text), "Roles that every page needs at release."),
    Key::optional("course", Shape::Record(COURSE), "The certification course."),
    Key::optional(
        "outputs",
        Shape::List(&Shape::OneOf(&["site", "bundle", "course"])),
        "What a build makes.",
    ),
    Key::optional("base_url", Shape::Text, "Where the site will stand, for metadata alone."),
    Key::optional("theme", Shape::Text, "A folder below themes/; default when left out."),
];

/// `programme.yaml` as JSON Schema, for editors. `undecided` may stand for any value.
pub fn schema() -> serde_json::Value {
    let mut schema = record_schema(KEYS, true);
    schema["$schema"] = "http://json-schema.org/draft-07/schema#".into();
    schema["title"] = "andrum programme".into();
    schema["description"] = "What a programme is, the same for every language.".into();
    schema
}
