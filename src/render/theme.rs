//! A theme: Tera templates and their files out of a tree, the templates' words, and what is wrong with either.
//!
//! Templates and style sheets are minified once, when the theme loads; what pages say is never minified.

mod fault;
mod minify;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;
use tera::{Context, Kwargs, State, Tera, Value};

use crate::diag::{Diagnostic, Lint, Outcome, nearest};
use crate::message;
use crate::model::project::Project;
use crate::model::words::{Arg, Words};
use crate::source::{Content, Path, Span, Tree};
use crate::syntax;

/// Templates, assets and the interface's words in every language of the programme.
pub struct Theme {
    /// By language, in the project's order.
    languages: Vec<Arc<Language>>,
    /// Name below `assets/` and bytes.
    pub assets: Vec<(String, Vec<u8>)>,
    /// `sw.js`, the service worker, which the list of what it keeps is put before.
    pub worker: String,
    /// `manifest.json`: the icons and colours of an installed site.
    pub manifest: serde_json::Value,
    /// What the course's packages wear, where the programme makes any.
    pub course: Option<Box<Theme>>,
    /// Words that its scripts ask for.
    script_words: BTreeSet<String>,
    written: Written,
}

/// Where the files of a theme stand: in its own folder, or in that of the default theme, which it builds on.
#[derive(Clone)]
struct Written {
    folder: String,
    paths: HashMap<String, Path>,
}

impl Written {
    /// The file of a name; one that is nowhere is missed in the theme's own folder.
    fn path(&self, name: &str) -> Path {
        let own = || Path::new(&format!("{}/{name}", self.folder));
        self.paths.get(name).cloned().unwrap_or_else(own)
    }
}

/// A part of a theme: its templates, and the words that they and the program ask for.
struct Part {
    /// `i18n/<language>/<words>.ftl`
    words: &'static str,
    /// The folder of its templates in the theme; assets there stand before those of the whole theme.
    folder: &'static str,
    /// Whether the templates and words of the whole theme are there beneath its own.
    layered: bool,
    /// The templates that it must have.
    templates: &'static [&'static str],
    asked: &'static [&'static str],
    /// How words begin whose names are put together.
    asked_by_name: &'static [&'static str],
    /// Whose words stand in for a language that has none of this part's.
    stand_in: Option<&'static str>,
}

impl Part {
    /// Whether it is the theme whole, and no part that wears it.
    fn is_whole(&self) -> bool {
        self.folder.is_empty()
    }
}

/// The pages that readers see.
const SITE: Part = Part {
    words: "site",
    folder: "",
    layered: false,
    templates: &[
        "page.html",
        "home.html",
        "answers.html",
        "search.html",
        "offline.html",
        "print.html",
        "choose.html",
        "versions.html",
        "moved.html",
        "not-found.html",
    ],
    asked: ASKED,
    asked_by_name: &["kind-"],
    stand_in: None,
};

/// The page that authors and the clinic see. A language that is added for readers need not have its words.
const STATUS: Part = Part {
    words: "status",
    folder: "status/",
    layered: false,
    templates: &["status.html"],
    asked: ASKED_FOR_STATUS,
    asked_by_name: &[],
    stand_in: Some("en"),
};

/// What an LMS shows: the site's pages in a frame of their own, and beside them the course's record and its trainers' guide.
const COURSE: Part = Part {
    words: "course",
    folder: "course/",
    layered: true,
    templates: &["frame.html", "record.html", "certificate.html", "guide.html"],
    asked: &[
        "course-hours",
        "course-pass",
        "course-tries",
        "course-valid-months",
        "course-valid-weeks",
        "course-valid-years",
    ],
    asked_by_name: &[],
    stand_in: None,
};

/// The templates of a language, which ask for words in it.
struct Language {
    /// BCP 47, of the words.
    tag: String,
    words: Arc<Words>,
    tera: Tera,
    /// The templates as the designer wrote them, which faults are placed in.
    written: Tera,
}

/// Words that the program itself asks for, beside those of the templates.
pub const ASKED: &[&str] = &[
    "answers",
    "breathe-hold",
    "breathe-in",
    "breathe-out",
    "breathe-rest",
    "breathe-rounds",
    "callout-caution",
    "callout-important",
    "callout-note",
    "callout-tip",
    "callout-warning",
    "captions",
    "checkin",
    "checklist",
    "choice",
    "choose-language",
    "choose-one",
    "choose-several",
    "done",
    "every-day",
    "every-days",
    "every-login",
    "every-months",
    "every-times-a-week",
    "every-week",
    "every-weeks",
    "exclusion",
    "exercise",
    "footnote-back",
    "footnotes",
    "homework",
    "inclusion",
    "instrument",
    "language-name",
    "minutes",
    "not-found",
    "not-found-more",
    "offline",
    "phase",
    "print",
    "quiz",
    "quiz-pass",
    "reflection",
    "right-answer",
    "scale",
    "search",
    "share-private",
    "share-therapist",
    "show-feedback",
    "table",
    "transcript",
    "undecided",
    "unit-chapter",
    "unit-module",
    "unit-section",
    "unit-week",
    "unread",
    "whats-new",
    "when-broken-off",
    "worksheet",
    "wrong-answer",
    "your-answer",
    "your-note",
];

/// Words of the status page whose names its templates put together.
const ASKED_FOR_STATUS: &[&str] = &[
    "approval-missing",
    "approval-valid",
    "approval-void",
    "count-current",
    "count-draft",
    "count-missing",
    "count-source",
    "count-stale",
    "count-unaccepted",
    "count-unmarked",
    "kind-exercise",
    "kind-fragment",
    "kind-module",
    "kind-page",
    "kind-pathway",
    "kind-plan",
    "kind-reflection",
    "kind-session",
    "kind-theme",
    "load-over",
    "load-under",
    "load-within",
    "meaning-current",
    "meaning-draft",
    "meaning-missing",
    "meaning-source",
    "meaning-stale",
    "meaning-unaccepted",
    "meaning-unmarked",
    "one-exercise",
    "one-fragment",
    "one-module",
    "one-page",
    "one-pathway",
    "one-plan",
    "one-reflection",
    "one-session",
    "one-theme",
    "state-current",
    "state-draft",
    "state-missing",
    "state-source",
    "state-stale",
    "state-unaccepted",
    "state-unmarked",
    "unit-chapter",
    "unit-module",
    "unit-section",
    "unit-week",
];

impl Theme {
    /// Loads the project's theme. Files that the theme lacks are taken from `themes/default`.
    pub fn load(tree: &Tree, project: &Project) -> Outcome<Theme> {
        let Outcome { value: mut theme, mut diagnostics } = Theme::part(tree, project, &SITE, &[]);
        if project.makes_course() {
            let course = Theme::part(tree, project, &COURSE, &theme.assets);
            theme.course = Some(Box::new(course.value));
            diagnostics.extend(
                course
                    .diagnostics
                    .into_iter()
                    .filter(|found| !diagnostics.contains(found))
                    .collect::<Vec<_>>(),
            );
        }
        Outcome { value: theme, diagnostics }
    }

    /// Loads what the status page wears.
    pub fn of_status(tree: &Tree, project: &Project) -> Outcome<Theme> {
        Theme::part(tree, project, &STATUS, &[])
    }

    /// `made` are the assets of the whole theme, of which a part that changes nothing in them makes none again.
    fn part(tree: &Tree, project: &Project, part: &Part, made: &[(String, Vec<u8>)]) -> Outcome<Theme> {
        let mut found = Vec::new();
        let words: Vec<(String, Arc<Words>)> = project
            .languages
            .iter()
            .map(|language| {
                let beneath = Some(SITE.words).filter(|_| part.layered);
                let own = Words::above(tree, &language.code, &language.tag, part.words, beneath);
                let (tag, words) = match part.stand_in.filter(|_| own.value.is_empty()) {
                    Some(other) => (other, Words::load(tree, other, other, part.words)),
                    None => (language.tag.as_str(), own),
                };
                found.extend(words.diagnostics);
                (tag.to_string(), Arc::new(words.value))
            })
            .collect();
        // No theme is named where `programme.yaml` can't be read, which is a fault of its own.
        let theme = if project.theme.is_empty() { "default" } else { &project.theme };
        let files = files(tree, theme, part);
        let speaks = part.is_whole() || part.layered;
        let scripts = files.iter().filter(|(name, _)| speaks && name.ends_with(".js"));
        let script_words: BTreeSet<String> = scripts
            .flat_map(|(_, (_, bytes))| script_words_asked(&syntax::text(bytes)).collect::<Vec<_>>())
            .collect();
        let mut asked: BTreeSet<String> = part.asked.iter().map(|id| id.to_string()).collect();
        asked.extend(script_words.iter().cloned());
        let mut templates = Vec::new();
        for (name, (_, bytes)) in files.iter().filter(|(name, _)| is_template(name)) {
            let text = syntax::text(bytes).replace('\r', "");
            asked.extend(words_asked(&text));
            templates.push((name.clone(), text));
        }
        let written = Written {
            folder: format!("themes/{theme}/{}", part.folder).trim_end_matches('/').to_string(),
            paths: files.iter().map(|(name, (path, _))| (name.clone(), (*path).clone())).collect(),
        };
        let (assets, compiled) = rayon::join(|| assets(&files, part, made), || compiled(&templates));
        let (tera, plain) = compiled.unwrap_or_else(|error| {
            found.extend(fault::of_all(&error, &templates, &written));
            Default::default()
        });
        for name in part.templates.iter().filter(|name| !files.contains_key(**name)) {
            let place = Span::default().within(&written.path(name));
            found.push(Diagnostic::new(Lint::Template, place, message!("template-missing", name = name)));
        }
        for (_, words) in &words {
            check_words(words, &asked, part.asked_by_name, &mut found);
        }
        if let Some(((_, first), others)) = words.split_first() {
            let own = |id: &str| !part.layered || first.places.contains_key(id);
            others.iter().for_each(|(_, words)| check_variables(first, words, own, &mut found));
        }
        let languages = words
            .into_iter()
            .map(|(tag, words)| Arc::new(Language::new(tag, words, &tera, &plain)))
            .collect();
        let own = |name: &str| files.get(name).map(|(_, bytes)| syntax::text(bytes)).unwrap_or_default();
        let worker = own("sw.js").into();
        let manifest = manifest(&own("manifest.json"), &written, &mut found);
        let theme = Theme { languages, assets, worker, manifest, course: None, script_words, written };
        Outcome { value: theme, diagnostics: found }
    }

    /// The theme in one of its languages alone.
    pub fn in_language(&self, language: usize) -> Theme {
        Theme {
            languages: vec![self.languages[language].clone()],
            assets: self.assets.clone(),
            worker: String::new(),
            manifest: serde_json::Value::Null,
            course: None,
            script_words: self.script_words.clone(),
            written: self.written.clone(),
        }
    }

    /// The words of a language, by its place in the project's list.
    pub fn words(&self, language: usize) -> &Words {
        &self.languages[language].words
    }

    /// The language that its words are in, in BCP 47.
    pub fn tag(&self, language: usize) -> &str {
        &self.languages[language].tag
    }

    /// The words that the theme's scripts ask for, in order.
    pub fn script_words(&self) -> impl Iterator<Item = &str> {
        self.script_words.iter().map(String::as_str)
    }

    /// Fills a template of a language with what it shows. A fault in the template is a diagnostic at the template's own
    /// line.
    pub fn fill(&self, template: &str, language: usize, shown: Shown) -> Result<Vec<u8>, Box<Diagnostic>> {
        let Language { tera, written, .. } = &*self.languages[language];
        let mut context = Context::new();
        for (name, value) in shown {
            context.insert_value(name, value);
        }
        let page = tera.render(template, &context).map_err(|error| {
            // The same fault in the template as written has the line that the designer sees.
            let error = written.render(template, &context).err().unwrap_or(error);
            Box::new(fault::of(&error, &self.written))
        })?;
        Ok(page.into_bytes())
    }
}

/// What a template shows, by name.
pub type Shown = Vec<(&'static str, Value)>;

fn is_template(name: &str) -> bool {
    name.ends_with(".html") && !name.starts_with("assets/")
}

/// The files below `assets/` as a browser asks for them: a folder whose name ends in `.js` or `.css` is one script or style
/// sheet, its files one after another in the order of their names.
fn assets(files: &Files, part: &Part, made: &[(String, Vec<u8>)]) -> Vec<(String, Vec<u8>)> {
    let mut whole: BTreeMap<String, (bool, Vec<u8>)> = BTreeMap::new();
    for (path, (place, bytes)) in files {
        let Some(name) = path.strip_prefix("assets/") else { continue };
        let is_one = |folder: &&str| folder.ends_with(".js") || folder.ends_with(".css");
        let asked = name.rsplit_once('/').map(|(folder, _)| folder).filter(is_one).unwrap_or(name);
        let (own, joined) = whole.entry(asked.into()).or_default();
        *own |= place.as_str().contains(&format!("/{}assets/", part.folder));
        joined.extend_from_slice(bytes);
    }
    let small = |(name, (own, bytes)): (String, (bool, Vec<u8>))| {
        let known = made.iter().find(|(other, _)| !own && *other == name);
        let bytes = known.map_or_else(|| minify::asset(&name, bytes), |(_, made)| made.clone());
        (name, bytes)
    };
    whole.into_par_iter().map(small).collect()
}

/// The templates minified and as written. One that the minifier spoils is used as written.
fn compiled(templates: &[(String, String)]) -> tera::TeraResult<(Tera, Tera)> {
    let mut plain = Tera::new();
    plain.register_function("word", |_: Kwargs, _: &State| Value::none());
    let mut small = plain.clone();
    plain.add_raw_templates(templates.iter().map(|(name, text)| (name, text)))?;
    let added = small.add_raw_templates(templates.iter().map(|(name, text)| (name, minify::template(text))));
    Ok((if added.is_ok() { small } else { plain.clone() }, plain))
}

impl Language {
    fn new(tag: String, words: Arc<Words>, tera: &Tera, written: &Tera) -> Language {
        let speaking = |tera: &Tera| {
            let mut tera = tera.clone();
            tera.register_function("word", word(words.clone()));
            tera
        };
        Language { tag, tera: speaking(tera), written: speaking(written), words }
    }
}

/// Files by their name in a theme's folder: where each stands, and its bytes.
type Files<'a> = BTreeMap<String, (&'a Path, &'a [u8])>;

/// The files of a part of the theme by their name in its folder, `themes/default` below it. What the whole theme wears,
/// each part wears.
fn files<'a>(tree: &'a Tree, theme: &str, part: &Part) -> Files<'a> {
    let mut files = Files::new();
    for folder in ["themes/default".to_string(), format!("themes/{theme}")] {
        for (path, content) in tree.below(&folder) {
            let Content::Bytes(bytes) = content else { continue };
            let name = &path.as_str()[folder.len() + 1..];
            let of_a_part = [&STATUS, &COURSE].iter().any(|part| name.starts_with(part.folder));
            match name.strip_prefix(part.folder) {
                Some(_) if part.is_whole() && of_a_part => {}
                Some(name) => drop(files.insert(name.to_string(), (path, &**bytes))),
                None if name.starts_with("assets/") || part.layered && !of_a_part => {
                    files.entry(name.to_string()).or_insert((path, &**bytes));
                }
                None => {}
            }
        }
    }
    files
}

/// The template function `word(id="…", gap=…)`.
fn word(words: Arc<Words>) -> impl Fn(Kwargs, &State) -> tera::TeraResult<Value> {
    let ready: HashMap<String, Value> =
        words.ready().map(|(id, word)| (id.to_string(), Value::from(word))).collect();
    move |args, _| {
        let id: &str = args.must_get("id")?;
        let gaps: Vec<(&str, Arg)> = args
            .iter()
            .filter(|(name, _)| name.as_str() != Some("id"))
            .filter_map(|(name, value)| {
                let number = value.as_i64().map(Arg::Number);
                Some((name.as_str()?, number.or_else(|| value.as_str().map(Arg::Text))?))
            })
            .collect();
        let word = match gaps[..] {
            [] => ready.get(id).cloned(),
            _ => words.fill(id, &gaps).map(Value::from),
        };
        word.ok_or_else(|| tera::Error::message(format!("no word `{id}` in {}", words.path)))
    }
}

/// The ids in `word("…")`, as scripts ask for words.
fn script_words_asked(script: &str) -> impl Iterator<Item = String> + '_ {
    script.match_indices("word(\"").filter_map(|(at, start)| {
        let rest = &script[at + start.len()..];
        Some(rest[..rest.find('"')?].to_string())
    })
}

/// What the theme says of an installed site; a fault in it is the theme's.
fn manifest(text: &str, written: &Written, found: &mut Vec<Diagnostic>) -> serde_json::Value {
    if text.is_empty() {
        return serde_json::Value::Null;
    }
    serde_json::from_str(text).unwrap_or_else(|error| {
        let place = Span::default().within(&written.path("manifest.json"));
        found.push(Diagnostic::new(Lint::Template, place, message!("template", reason = error)));
        serde_json::Value::Null
    })
}

/// The ids in `word(id="…")`.
fn words_asked(template: &str) -> impl Iterator<Item = String> + '_ {
    template.match_indices("word(id=\"").filter_map(|(at, start)| {
        let rest = &template[at + start.len()..];
        Some(rest[..rest.find('"')?].to_string())
    })
}

fn check_words(words: &Words, asked: &BTreeSet<String>, asked_by_name: &[&str], found: &mut Vec<Diagnostic>) {
    if words.is_empty() {
        let place = Span::default().within(&words.path);
        return found.push(Diagnostic::new(
            Lint::MissingWord,
            place,
            message!("missing-word-file", file = words.path),
        ));
    }
    let by_name = |id: &str| asked_by_name.iter().any(|start| id.starts_with(start));
    let places = words.places.iter().map(|(id, span)| (id.as_str(), *span));
    let mut unused: BTreeMap<&str, Span> =
        places.filter(|(id, _)| !asked.contains(*id) && !by_name(id)).collect();
    for id in asked.iter().filter(|id| !words.has(id)) {
        // A word that nothing asks for, under a name like this one, is the one that was meant.
        let meant = nearest(id, unused.keys().copied()).and_then(|meant| unused.remove_entry(meant));
        let (written, span) = meant.unwrap_or_default();
        let message = message!("missing-word", word = id);
        let fault = Diagnostic::new(Lint::MissingWord, span.within(&words.path), message);
        found.push(fault.nearest(written, [id.as_str()], false));
    }
    for (id, span) in unused {
        let message = message!("unused-word", word = id);
        let fault = Diagnostic::new(Lint::UnusedWord, span.within(&words.path), message);
        found.push(fault.nearest(id, asked.iter().map(String::as_str), false));
    }
}

/// Reports the words of a language that take other variables than in the first language. A word that is missing is a
/// fault of its own.
fn check_variables(first: &Words, words: &Words, own: impl Fn(&str) -> bool, found: &mut Vec<Diagnostic>) {
    let named = |gaps: &BTreeSet<String>| match gaps.is_empty() {
        true => "none".to_string(),
        false => gaps.iter().map(|gap| format!("${gap}")).collect::<Vec<_>>().join(", "),
    };
    for (id, here) in words.gaps.iter().filter(|(id, _)| own(id)) {
        let Some(there) = first.gaps.get(id).filter(|there| *there != here) else { continue };
        let place = |words: &Words| words.places.get(id).copied().unwrap_or_default().within(&words.path);
        let message = message!("word-variables", word = id, here = named(here), there = named(there));
        let fault = Diagnostic::new(Lint::WordVariables, place(words), message);
        found.push(fault.related(place(first), message!("twin-here")));
    }
}
