//! A theme: Tera templates and their files out of a tree, the templates' words, and what is wrong with either.
//!
//! Templates and style sheets are minified once, when the theme loads; what pages say is never minified.

mod minify;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, ErrorKind, Kwargs, State, Tera, Value};

use crate::diag::{Diagnostic, Lint, Outcome};
use crate::message;
use crate::model::project::Project;
use crate::model::words::{Arg, Words};
use crate::source::{Content, Path, Span, Tree};
use crate::syntax;

/// Templates, assets and the interface's words in every language of the programme.
pub struct Theme {
    tera: Tera,
    /// The templates as the designer wrote them, which faults are placed in.
    written: Tera,
    /// Name below `assets/` and bytes.
    pub assets: Vec<(String, Vec<u8>)>,
    /// By language, in the project's order.
    words: Vec<Arc<Words>>,
    folder: String,
}

/// Words that the program itself asks for, beside those of the templates.
pub const ASKED: &[&str] = &[
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
    "phase",
    "quiz",
    "quiz-pass",
    "reflection",
    "right-answer",
    "scale",
    "share-private",
    "share-therapist",
    "show-feedback",
    "table",
    "transcript",
    "unit-chapter",
    "unit-module",
    "unit-section",
    "unit-week",
    "when-broken-off",
    "worksheet",
    "wrong-answer",
    "your-answer",
    "your-note",
];

/// Words whose names are put together from a page's kind.
const ASKED_BY_KIND: &str = "kind-";

/// The templates that a theme must have.
const TEMPLATES: &[&str] = &["page.html", "home.html", "choose.html", "versions.html"];

impl Theme {
    /// Loads the project's theme. Files that the theme lacks are taken from `themes/default`.
    pub fn load(tree: &Tree, project: &Project) -> Outcome<Theme> {
        let mut found = Vec::new();
        let words: Vec<Arc<Words>> = project
            .languages
            .iter()
            .map(|language| {
                let words = Words::load(tree, &language.code, &language.tag, "site");
                found.extend(words.diagnostics);
                Arc::new(words.value)
            })
            .collect();
        let files = files(tree, &project.theme);
        let mut tera = Tera::new();
        tera.register_function("word", word(project, &words));
        let mut asked: BTreeSet<String> = ASKED.iter().map(|id| id.to_string()).collect();
        let mut assets = Vec::new();
        let mut templates = Vec::new();
        for (name, bytes) in &files {
            if let Some(name) = name.strip_prefix("assets/") {
                assets.push((name.to_string(), minify::asset(name, bytes)));
            } else if name.ends_with(".html") {
                let text = syntax::text(bytes).replace('\r', "");
                asked.extend(words_asked(&text));
                templates.push((name.clone(), text));
            }
        }
        let folder = format!("themes/{}", project.theme);
        let mut written = tera.clone();
        let added =
            written.add_raw_templates(templates.iter().map(|(name, text)| (name.as_str(), text.as_str())));
        let small: Vec<_> =
            templates.iter().map(|(name, text)| (name.clone(), minify::template(text))).collect();
        match added {
            Err(error) => found.push(template_fault(&error, &folder)),
            Ok(()) => {
                // A template that the minifier spoils is used as written.
                if tera
                    .add_raw_templates(small.iter().map(|(name, text)| (name.as_str(), text.as_str())))
                    .is_err()
                {
                    tera = written.clone();
                }
            }
        }
        for name in TEMPLATES.iter().filter(|name| !files.contains_key(**name)) {
            let place = Span::default().within(&Path::new(&format!("{folder}/{name}")));
            found.push(Diagnostic::new(Lint::Template, place, message!("template-missing", name = name)));
        }
        for words in &words {
            check_words(words, &asked, &mut found);
        }
        Outcome { value: Theme { tera, written, assets, words, folder }, diagnostics: found }
    }

    /// The words of a language, by its place in the project's list.
    pub fn words(&self, language: usize) -> &Words {
        &self.words[language]
    }

    /// Fills a template with what it shows: `view`, and beside it what many pages `shared`, which is made once. A fault in
    /// the template is a diagnostic at the template's own line.
    pub fn fill(
        &self,
        template: &str,
        view: &impl Serialize,
        shared: &[(&'static str, &Value)],
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let fault = |error| Box::new(template_fault(&error, &self.folder));
        let mut context = Context::from_serialize(view).map_err(fault)?;
        for (name, value) in shared {
            context.insert_value(*name, (*value).clone());
        }
        let mut page = Vec::with_capacity(1 << 15);
        self.tera.render_to(template, &context, &mut page).map_err(|error| {
            // The same fault in the template as written has the line that the designer sees.
            fault(self.written.render(template, &context).err().unwrap_or(error))
        })?;
        Ok(page)
    }
}

/// The theme's files by their name in its folder, `themes/default` below it.
fn files<'a>(tree: &'a Tree, theme: &str) -> BTreeMap<String, &'a [u8]> {
    let mut files = BTreeMap::new();
    for folder in ["themes/default".to_string(), format!("themes/{theme}")] {
        for (path, content) in tree.below(&folder) {
            if let Content::Bytes(bytes) = content {
                files.insert(path.as_str()[folder.len() + 1..].to_string(), &**bytes);
            }
        }
    }
    files
}

/// The template function `word(id="…", gap=…)`, in the language that the context names as `lang.code`.
fn word(
    project: &Project,
    words: &[Arc<Words>],
) -> impl Fn(Kwargs, &State) -> tera::TeraResult<String> + use<> {
    let codes: Vec<String> = project.languages.iter().map(|language| language.code.clone()).collect();
    let words = words.to_vec();
    move |args, state| {
        let lang: Option<Value> = state.get("lang")?;
        let code = lang.as_ref().and_then(|lang| lang.get_from_path("code")).and_then(Value::as_str);
        let at = codes.iter().position(|known| Some(known.as_str()) == code).unwrap_or(0);
        let id: &str = args.must_get("id")?;
        let mut gaps = Vec::new();
        for (name, value) in args.iter() {
            let Some(name) = name.as_str().filter(|name| *name != "id") else { continue };
            let gap = match (value.as_i64(), value.as_str()) {
                (Some(number), _) => Arg::Number(number),
                (_, Some(text)) => Arg::Text(text),
                _ => continue,
            };
            gaps.push((name, gap));
        }
        let word = words.get(at).and_then(|words| words.fill(id, &gaps));
        word.ok_or_else(|| tera::Error::message(format!("no word `{id}` in i18n/{}", codes[at])))
    }
}

/// The ids in `word(id="…")`.
fn words_asked(template: &str) -> impl Iterator<Item = String> + '_ {
    template.match_indices("word(id=\"").filter_map(|(at, start)| {
        let rest = &template[at + start.len()..];
        Some(rest[..rest.find('"')?].to_string())
    })
}

fn check_words(words: &Words, asked: &BTreeSet<String>, found: &mut Vec<Diagnostic>) {
    if words.places.is_empty() {
        let place = Span::default().within(&words.path);
        return found.push(Diagnostic::new(
            Lint::MissingWord,
            place,
            message!("missing-word-file", file = words.path),
        ));
    }
    for id in asked.iter().filter(|id| !words.places.contains_key(*id)) {
        let place = Span::default().within(&words.path);
        let fault = Diagnostic::new(Lint::MissingWord, place, message!("missing-word", word = id));
        found.push(fault.nearest(
            id,
            words.places.keys().map(String::as_str).filter(|id| !asked.contains(*id)),
            false,
        ));
    }
    for (id, span) in
        words.places.iter().filter(|(id, _)| !asked.contains(*id) && !id.starts_with(ASKED_BY_KIND))
    {
        let message = message!("unused-word", word = id);
        found.push(Diagnostic::new(Lint::UnusedWord, span.within(&words.path), message));
    }
}

/// A template's fault as a diagnostic at its own words.
fn template_fault(error: &tera::Error, folder: &str) -> Diagnostic {
    let (file, span, reason) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => (
            report.filename().to_string(),
            Span::from(report.span().range.clone()),
            report.message().to_string(),
        ),
        kind => (String::new(), Span::default(), kind.to_string()),
    };
    let path = Path::new(&format!("{folder}/{file}"));
    Diagnostic::new(Lint::Template, span.within(&path), message!("template", reason = reason.trim()))
}
