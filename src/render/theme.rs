//! A theme: Tera templates with their words, filled with what a page shows, and the files beside them.
//!
//! Templates are minified once, when the theme loads (`load`), style sheets when one is first asked for (`asset`); what pages
//! say is never minified.

mod asset;
mod fault;
mod load;
mod minify;
mod part;
mod words;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;
use tera::{Context, Kwargs, State, Tera, Value};

use crate::diag::Diagnostic;
use crate::model::words::{Arg, Words};
use crate::source::Path;
pub use asset::Asset;

/// Templates, assets and the interface's words in every language of the programme.
pub struct Theme {
    /// By language, in the project's order.
    languages: Vec<Arc<Language>>,
    pub assets: Vec<Arc<Asset>>,
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

/// The templates of a language, which ask for words in it.
struct Language {
    /// BCP 47, of the words.
    tag: String,
    words: Arc<Words>,
    tera: Tera,
    /// The templates as the designer wrote them, which faults are placed in.
    written: Tera,
}

impl Theme {
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

    /// Makes its style sheets small, the course's too, so that no page waits for one.
    pub fn make_small(&self) {
        let course = self.course.iter().flat_map(|course| &course.assets);
        let assets: Vec<&Arc<Asset>> = self.assets.iter().chain(course).collect();
        assets.into_par_iter().for_each(|asset| {
            asset.bytes();
        });
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
        let mut page = Vec::with_capacity(PAGE);
        tera.render_to(template, &context, &mut page).map_err(|error| {
            // The same fault in the template as written has the line that the designer sees.
            let error = written.render(template, &context).err().unwrap_or(error);
            Box::new(fault::of(&error, &self.written))
        })?;
        Ok(page)
    }
}

/// So many bytes most pages fill at most.
const PAGE: usize = 1 << 14;

/// Lists that few templates show. Each is there in all of them, empty where it is not shown.
pub const LISTS: [&str; 8] = ["path", "tools", "plans", "information", "guides", "modules", "every", "parts"];

/// What a template shows, by name.
pub type Shown = Vec<(&'static str, Value)>;

impl Language {
    fn new(tag: String, words: Arc<Words>, tera: &Tera, written: &Tera) -> Language {
        let speaking = |tera: &Tera| {
            let mut tera = tera.clone();
            tera.register_function("word", word(words.clone()));
            let global = tera.global_context();
            LISTS.iter().for_each(|name| global.insert_value(*name, Value::from(Vec::<Value>::new())));
            global.insert(words::READY, &words.ready().collect::<BTreeMap<_, _>>());
            tera
        };
        Language { tag, tera: speaking(tera), written: speaking(written), words }
    }
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
