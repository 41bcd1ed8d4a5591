//! `programme.yaml` to a [`Project`]: what the programme is, the same for every language.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Json};

use super::audience::Audiences;
use super::classifier::Classifier;
use super::course::{self, Course};
use super::lang::Language;
use super::term;
use crate::diag::{Diagnostic, Lint, Outcome};
use crate::message;
use crate::source::{Content, Path, Span, Spanned, Tree};
use crate::syntax::shape::{self, Checker};
use crate::syntax::yaml::{self, Value, Yaml};
use crate::syntax::{self, front, project};

/// The file that makes a folder a project.
pub const FILE: &str = "programme.yaml";

/// The folder of what is never published, which no edition may be named after.
pub const INTERNAL: &str = "internal";

#[derive(Clone, Debug, Default)]
pub struct Project {
    pub id: String,
    /// The version before the first release.
    pub version: String,
    /// By language.
    pub title: BTreeMap<String, String>,
    /// In the order written; the first stands first on the language page.
    pub languages: Vec<Language>,
    /// What tells its languages apart.
    pub classifier: Classifier,
    pub editions: Vec<Edition>,
    /// The schedule whole, handed on as it is.
    pub schedule: Json,
    /// `week`, `module`, `chapter` or `section`.
    pub unit: String,
    /// How many units the schedule has.
    pub count: i64,
    pub instruments: BTreeMap<String, Instrument>,
    /// A fact that differs by site stands here once for each of them, as `wait.fredrikstad`; without it stands what the
    /// first site says, or the site whose edition this is.
    pub facts: BTreeMap<String, String>,
    /// The facts that differ by site.
    pub differing: BTreeSet<String>,
    /// Where the programme runs, by id.
    pub sites: BTreeMap<String, Site>,
    /// By country; handed on as it is.
    pub emergency: Json,
    /// The numbers in it.
    pub emergency_numbers: Vec<EmergencyNumber>,
    pub course: Option<Course>,
    pub outputs: Vec<String>,
    pub base_url: Option<String>,
    /// A folder below `themes/`.
    pub theme: String,
    /// `programme.yaml` as it was meant, with its places: for checks that point into it.
    pub written: Yaml,
}

/// A place where the programme runs.
#[derive(Clone, Debug)]
pub struct Site {
    /// By language.
    pub title: BTreeMap<String, String>,
    pub country: Option<String>,
    pub care: Option<String>,
}

/// One output tree: the pages of some audiences.
#[derive(Clone, Debug)]
pub struct Edition {
    pub name: String,
    pub audiences: Audiences,
    /// Where its readers are; anywhere, where no site is named.
    pub site: Option<String>,
}

impl Edition {
    /// Whether its readers may be at one of some sites; no site named means all of them.
    pub fn is_at(&self, sites: &[String]) -> bool {
        sites.is_empty() || self.site.as_ref().is_none_or(|site| sites.contains(site))
    }
}

/// A number to call, and the countries where it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmergencyNumber {
    /// As `programme.yaml` has it: `116 117`.
    pub written: String,
    /// By two-letter code.
    pub countries: Vec<String>,
}

/// A licensed questionnaire, by reference.
#[derive(Clone, Debug)]
pub struct Instrument {
    pub name: String,
    pub rater: Option<String>,
}

/// Reads `programme.yaml`. The second value tells whether its YAML could be read at all.
pub fn read(tree: &Tree) -> Outcome<(Project, bool)> {
    let path = Path::new(FILE);
    let mut found = Vec::new();
    let Some(Content::Bytes(bytes)) = tree.get(&path) else {
        found.push(Diagnostic::new(
            Lint::MissingKey,
            Span::default().within(&path),
            message!("missing-key-programme"),
        ));
        return Outcome { value: (Project::default(), false), diagnostics: found };
    };
    let text = syntax::text(bytes);
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    match yaml::parse(&text[start..], start) {
        Ok(yaml) => {
            let first_line = Span::new(start, start + text[start..].lines().next().unwrap_or_default().len());
            Checker { path: &path, undecided: true, found: &mut found }.record(
                &yaml,
                project::KEYS,
                first_line,
            );
            let yaml = shape::as_meant(yaml, project::KEYS);
            let mut project = lower(&yaml);
            known_names(&yaml, &project, &path, &mut found);
            project.written = yaml;
            Outcome { value: (project, true), diagnostics: found }
        }
        Err(fault) => {
            found.push(syntax::syntax_fault(&fault, &path));
            Outcome { value: (Project::default(), false), diagnostics: found }
        }
    }
}

fn lower(yaml: &Yaml) -> Project {
    let text = |key: &str| yaml.get(key).and_then(Yaml::text).map(str::to_string);
    let pairs = |key: &str| {
        let pairs = yaml.get(key).map_or(&[][..], Yaml::pairs);
        // A name that stands twice is a fault of its own; the first holds.
        let first = |at: usize| pairs[..at].iter().all(|(earlier, _)| earlier.value != pairs[at].0.value);
        pairs.iter().enumerate().filter(move |(at, _)| first(*at)).map(|(_, pair)| pair)
    };
    let schedule = yaml.get("schedule");
    Project {
        id: text("id").unwrap_or_default(),
        version: text("version").unwrap_or_else(|| "0.1.0".into()),
        title: yaml.get("title").map(by_name).unwrap_or_default(),
        languages: pairs("languages")
            .map(|(code, value)| Language {
                code: code.value.clone(),
                tag: value.get("tag").and_then(Yaml::text).unwrap_or(&code.value).into(),
                direction: value.get("direction").and_then(Yaml::text).unwrap_or("ltr").into(),
                locale: Default::default(),
                terms: term::read(yaml, &code.value),
            })
            .collect(),
        classifier: Classifier::default(),
        editions: pairs("editions")
            .map(|(name, value)| {
                let audiences = value.get("audiences").map_or(&[][..], Yaml::many);
                Edition {
                    name: name.value.clone(),
                    audiences: Audiences::all(front::audiences(audiences)),
                    site: value.get("site").and_then(Yaml::text).map(str::to_string),
                }
            })
            .collect(),
        schedule: schedule.map_or(Json::Null, Yaml::json),
        unit: schedule.and_then(|map| map.get("unit")).and_then(Yaml::text).unwrap_or("week").into(),
        count: schedule
            .and_then(|map| map.get("count"))
            .and_then(Yaml::whole)
            .filter(|count| *count > 0)
            .unwrap_or(999),
        instruments: pairs("instruments")
            .map(|(id, value)| {
                let text = |key| value.get(key).and_then(Yaml::text).map(str::to_string);
                let name = text("name").unwrap_or_else(|| id.value.clone());
                (
                    id.value.clone(),
                    Instrument { name, rater: text("rater").filter(|rater| rater != "undecided") },
                )
            })
            .collect(),
        facts: facts(yaml),
        differing: by_site(yaml).map(|(name, _)| name.value.clone()).collect(),
        sites: pairs("sites").map(|(name, value)| (name.value.clone(), site(value))).collect(),
        emergency: yaml.get("emergency").map_or_else(|| Json::Object(Map::new()), Yaml::json),
        emergency_numbers: emergency_numbers(yaml.get("emergency")),
        course: yaml.get("course").filter(|course| !course.pairs().is_empty()).map(course::read),
        outputs: match yaml.get("outputs") {
            Some(list) => list.many().iter().filter_map(|name| name.text().map(str::to_string)).collect(),
            None => vec!["site".into(), "bundle".into()],
        },
        base_url: text("base_url").filter(|url| url != "undecided"),
        theme: text("theme").unwrap_or_else(|| "default".into()),
        written: Yaml::default(),
    }
}

fn emergency_numbers(emergency: Option<&Yaml>) -> Vec<EmergencyNumber> {
    let mut numbers: Vec<EmergencyNumber> = Vec::new();
    for (country, rows) in emergency.map_or(&[][..], Yaml::pairs) {
        for written in rows.many().iter().filter_map(|row| row.get("number")?.text()) {
            let written = written.trim();
            match numbers.iter_mut().find(|number| number.written == written) {
                Some(number) => number.countries.push(country.value.clone()),
                None => numbers.push(EmergencyNumber {
                    written: written.into(),
                    countries: vec![country.value.clone()],
                }),
            }
        }
    }
    numbers
}

impl Project {
    /// The programme as it runs at one of its sites: what that site says of facts, and the contacts that it has.
    pub fn at(&self, site: &str) -> Project {
        let mut project = self.clone();
        for name in &self.differing {
            if let Some(own) = self.facts.get(&format!("{name}.{site}")) {
                project.facts.insert(name.clone(), own.clone());
            }
        }
        if let Some(Json::Array(contacts)) = project.schedule.get_mut("contacts") {
            let is_here =
                |sites: &Json| sites.as_array().is_none_or(|sites| sites.iter().any(|own| own == site));
            contacts.retain(|contact| contact.get("sites").is_none_or(is_here));
        }
        project
    }
}

fn site(yaml: &Yaml) -> Site {
    let text = |key: &str| yaml.get(key).and_then(Yaml::text).map(str::to_string);
    Site {
        title: yaml.get("title").map(by_name).unwrap_or_default(),
        country: text("country"),
        care: text("care"),
    }
}

/// The facts that differ by site, and what each site says.
fn by_site(yaml: &Yaml) -> impl Iterator<Item = (&Spanned<String>, &[(Spanned<String>, Yaml)])> {
    let facts = yaml.get("facts").map_or(&[][..], Yaml::pairs);
    facts.iter().filter(|(_, value)| !value.pairs().is_empty()).map(|(name, value)| (name, value.pairs()))
}

fn facts(yaml: &Yaml) -> BTreeMap<String, String> {
    let mut facts = yaml.get("facts").map(by_name).unwrap_or_default();
    for (name, sites) in by_site(yaml) {
        for (site, value) in sites.iter().rev() {
            let value = value.text().unwrap_or_default();
            facts.insert(format!("{}.{}", name.value, site.value), value.into());
            facts.insert(name.value.clone(), value.into());
        }
    }
    facts
}

/// Texts by name.
pub(super) fn by_name(yaml: &Yaml) -> BTreeMap<String, String> {
    let pairs = yaml.pairs().iter();
    pairs.filter_map(|(name, value)| Some((name.value.clone(), value.text()?.to_string()))).collect()
}

/// Names that must be the project's own: languages, folder-safe names, instruments that measures ask for.
fn known_names(yaml: &Yaml, project: &Project, path: &Path, found: &mut Vec<Diagnostic>) {
    let codes: BTreeSet<&str> = project.languages.iter().map(|language| language.code.as_str()).collect();
    let title =
        yaml.get("title").into_iter().chain(yaml.get("course").and_then(|course| course.get("title")));
    for (name, _) in title.flat_map(Yaml::pairs) {
        if !codes.is_empty() && !codes.contains(name.value.as_str()) {
            let fault = Diagnostic::new(
                Lint::UnknownKey,
                name.span.within(path),
                message!("unknown-key", key = name.value),
            );
            found.push(fault.nearest(&name.value, codes.iter().copied(), false));
        }
    }
    if let Some(title) = yaml.get("title").filter(|title| matches!(title.value, Value::Map(_))) {
        for code in &codes {
            if title.get(code).is_none() {
                found.push(Diagnostic::new(
                    Lint::MissingKey,
                    title.span.within(path),
                    message!("missing-key", key = code),
                ));
            }
        }
    }
    for (name, _) in
        ["languages", "editions"].into_iter().filter_map(|key| yaml.get(key)).flat_map(Yaml::pairs)
    {
        if !shape::is_id(&name.value) {
            found.push(Diagnostic::new(
                Lint::MalformedId,
                name.span.within(path),
                message!("malformed-id", id = name.value),
            ));
        }
    }
    for (fact, said) in by_site(yaml) {
        let lacking = project.sites.keys().filter(|site| said.iter().all(|(name, _)| name.value != **site));
        for site in lacking {
            let message = message!("missing-key", key = site);
            found.push(Diagnostic::new(Lint::MissingKey, fact.span.within(path), message));
        }
    }
    let asked =
        yaml.get("outputs").map_or(&[][..], Yaml::many).iter().find(|name| name.text() == Some("course"));
    if let Some(asked) = asked.filter(|_| project.course.is_none()) {
        let message = message!("missing-key", key = "course");
        found.push(Diagnostic::new(Lint::MissingKey, asked.span.within(path), message));
    }
    let editions = yaml.get("editions").map_or(&[][..], Yaml::pairs);
    for (name, _) in editions.iter().filter(|(name, _)| name.value == INTERNAL) {
        let message = message!("malformed-id-internal", id = name.value);
        found.push(Diagnostic::new(Lint::MalformedId, name.span.within(path), message));
    }
    let measures =
        yaml.get("schedule").and_then(|schedule| schedule.get("measures")).map_or(&[][..], Yaml::many);
    for instrument in measures.iter().filter_map(|measure| measure.get("instruments")).flat_map(Yaml::many) {
        let Some(id) = instrument.text().filter(|id| *id != "undecided") else { continue };
        if !project.instruments.contains_key(id) {
            let place = instrument.span.within(path);
            let fault =
                Diagnostic::new(Lint::UnknownInstrument, place, message!("unknown-instrument", id = id));
            found.push(fault.nearest(id, project.instruments.keys().map(String::as_str), false));
        }
    }
}
