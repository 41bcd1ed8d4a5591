//! A theme's files to a [`Theme`], and what is wrong with them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;
use tera::{Kwargs, State, Tera, Value};

use super::part::{COURSE, Part, SITE, STATUS};
use super::{Asset, Language, Theme, Written, fault, minify, words};
use crate::diag::{Diagnostic, Lint, Outcome};
use crate::message;
use crate::model::lang;
use crate::model::project::Project;
use crate::model::words::Words;
use crate::source::{Content, Path, Span, Tree};
use crate::syntax;

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

    /// Loads what the status page wears, beside the theme of the readers' pages.
    pub fn of_status(tree: &Tree, project: &Project, whole: &Theme) -> Outcome<Theme> {
        Theme::part(tree, project, &STATUS, &whole.assets)
    }

    /// `whole` are the assets of the whole theme, which a part shares where it changes nothing in them.
    fn part(tree: &Tree, project: &Project, part: &Part, whole: &[Arc<Asset>]) -> Outcome<Theme> {
        let words = |language: &lang::Language| {
            let beneath = Some(SITE.words).filter(|_| part.layered);
            let own = Words::above(tree, &language.code, &language.tag, part.words, beneath);
            let (tag, said) = match part.stand_in.filter(|_| own.value.is_empty()) {
                Some(other) => (other, Words::load(tree, other, other, part.words)),
                None => (language.tag.as_str(), own),
            };
            ((tag.to_string(), Arc::new(said.value)), said.diagnostics)
        };
        let (said, faults): (Vec<(String, Arc<Words>)>, Vec<_>) =
            project.languages.par_iter().map(words).unzip();
        let mut found: Vec<Diagnostic> = faults.into_iter().flatten().collect();
        // No theme is named where `programme.yaml` can't be read, which is a fault of its own.
        let theme = if project.theme.is_empty() { "default" } else { &project.theme };
        let files = files(tree, theme, part);
        let speaks = part.is_whole() || part.layered;
        let scripts = files.iter().filter(|(name, _)| speaks && name.ends_with(".js"));
        let script_words: BTreeSet<String> = scripts
            .flat_map(|(_, (_, bytes))| words::asked_by_script(&syntax::text(bytes)).collect::<Vec<_>>())
            .collect();
        let mut asked: BTreeSet<String> = part.asked.iter().map(|id| id.to_string()).collect();
        asked.extend(script_words.iter().cloned());
        let mut templates = Vec::new();
        for (name, (_, bytes)) in files.iter().filter(|(name, _)| is_template(name)) {
            let text = syntax::text(bytes).replace('\r', "");
            asked.extend(words::asked_by_template(&text));
            templates.push((name.clone(), text));
        }
        let written = Written {
            folder: format!("themes/{theme}/{}", part.folder).trim_end_matches('/').to_string(),
            paths: files.iter().map(|(name, (path, _))| (name.clone(), (*path).clone())).collect(),
        };
        let assets = assets(&files, part, whole);
        let (tera, plain) = compiled(&templates).unwrap_or_else(|error| {
            found.extend(fault::of_all(&error, &templates, &written));
            Default::default()
        });
        for name in part.templates.iter().filter(|name| !files.contains_key(**name)) {
            let place = Span::default().within(&written.path(name));
            found.push(Diagnostic::new(Lint::Template, place, message!("template-missing", name = name)));
        }
        for (_, said) in &said {
            words::check(said, &asked, part.asked_by_name, &mut found);
        }
        if let Some(((_, first), others)) = said.split_first() {
            let own = |id: &str| !part.layered || first.places.contains_key(id);
            others.iter().for_each(|(_, said)| words::check_variables(first, said, own, &mut found));
        }
        let language = |(tag, said): (String, _)| Arc::new(Language::new(tag, said, &tera, &plain));
        let languages = said.into_par_iter().map(language).collect();
        let own = |name: &str| files.get(name).map(|(_, bytes)| syntax::text(bytes)).unwrap_or_default();
        let worker = own("sw.js").into();
        let manifest = manifest(&own("manifest.json"), &written, &mut found);
        let theme = Theme { languages, assets, worker, manifest, course: None, script_words, written };
        Outcome { value: theme, diagnostics: found }
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

fn is_template(name: &str) -> bool {
    name.ends_with(".html") && !name.starts_with("assets/")
}

/// The files below `assets/` as a browser asks for them: a folder whose name ends in `.js` or `.css` is one script or style
/// sheet, its files one after another in the order of their names.
fn assets(files: &Files, part: &Part, whole: &[Arc<Asset>]) -> Vec<Arc<Asset>> {
    let mut found: BTreeMap<String, (bool, Vec<u8>)> = BTreeMap::new();
    for (path, (place, bytes)) in files {
        let Some(name) = path.strip_prefix("assets/") else { continue };
        let is_one = |folder: &&str| folder.ends_with(".js") || folder.ends_with(".css");
        let asked = name.rsplit_once('/').map(|(folder, _)| folder).filter(is_one).unwrap_or(name);
        let (own, joined) = found.entry(asked.into()).or_default();
        *own |= place.as_str().contains(&format!("/{}assets/", part.folder));
        joined.extend_from_slice(bytes);
    }
    let asset = |(name, (own, bytes)): (String, (bool, Vec<u8>))| {
        let shared = whole.iter().find(|other| !own && other.name == name);
        shared.cloned().unwrap_or_else(|| Arc::new(Asset::new(name, bytes)))
    };
    found.into_iter().map(asset).collect()
}

/// The templates made small and quick, and as written. All are used as written where that spoils one.
fn compiled(templates: &[(String, String)]) -> tera::TeraResult<(Tera, Tera)> {
    let mut plain = Tera::new();
    plain.register_function("word", |_: Kwargs, _: &State| Value::none());
    let mut small = plain.clone();
    plain.add_raw_templates(templates.iter().map(|(name, text)| (name, text)))?;
    let quick = |(name, text): &(String, String)| (name.clone(), words::looked_up(&minify::template(text)));
    let added = small.add_raw_templates(templates.par_iter().map(quick).collect::<Vec<_>>());
    Ok((if added.is_ok() { small } else { plain.clone() }, plain))
}

/// What the theme says of an installed site; a fault in it is the theme's.
fn manifest(text: &str, written: &Written, found: &mut Vec<Diagnostic>) -> serde_json::Value {
    if text.is_empty() {
        return serde_json::Value::Null;
    }
    serde_json::from_slice(text.as_bytes()).unwrap_or_else(|error| {
        let place = Span::default().within(&written.path("manifest.json"));
        found.push(Diagnostic::new(Lint::Template, place, message!("template", reason = error)));
        serde_json::Value::Null
    })
}
