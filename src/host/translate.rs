//! `andrum translate`: what translations lack, what has changed since they were made, and that they are up to date.

mod accept;
mod diff;
mod earlier;
mod status;

use clap::{Subcommand, ValueEnum};

use super::cli::{Common, End};
use super::project::Project;
use crate::diag::Message;
use crate::message;
use crate::model::page::Page;
use crate::model::words::{Arg, Words};

pub use diff::say_what_changed;

#[derive(Subcommand)]
pub enum Translate {
    /// Show every page in every language: current, stale, missing, and how many words there are to translate
    Status {
        /// How to write it
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Show what has changed in a page since its translation was made, paragraph by paragraph
    Diff {
        /// The page's id, or one of its files
        page: String,
        /// The language of the translation [default: all that were made from another]
        #[arg(long, value_name = "LANG")]
        lang: Option<String>,
    },
    /// Write into translations that they say what their source says now
    Accept {
        /// Ids of pages, or their files
        #[arg(required_unless_present = "all", conflicts_with = "all", value_name = "PAGE")]
        pages: Vec<String>,
        /// Every page
        #[arg(long)]
        all: bool,
        /// The language of the translations [default: all that were made from another]
        #[arg(long, value_name = "LANG")]
        lang: Option<String>,
        /// The language they were made from [default: what they say, or the only other one]
        #[arg(long, value_name = "LANG")]
        from: Option<String>,
    },
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    Text,
    Json,
}

/// Runs one of the commands.
pub fn run(common: &Common, command: &Translate) -> Result<(), End> {
    let project = common.compile()?;
    match command {
        Translate::Status { format } => status::run(common, &project, *format),
        Translate::Diff { page, lang } => diff::run(common, &project, page, lang.as_deref()),
        Translate::Accept { pages, all, lang, from } => {
            let pages = if *all { project.programme.everything().collect() } else { named(&project, pages)? };
            accept::run(common, &project, &pages, lang.as_deref(), from.as_deref())
        }
    }
}

/// The pages that arguments name, by their ids or by one of their files.
fn named<'a>(project: &'a Project, names: &[String]) -> Result<Vec<&'a Page>, End> {
    let programme = &project.programme;
    let page = |name: &String| {
        let file = crate::source::Path::new(name);
        let by_id = programme.page(name).or_else(|| programme.fragments.get(name).map(|page| &**page));
        let holds =
            |page: &&Page| page.present().any(|(_, text)| file.as_str().ends_with(text.path.as_str()));
        by_id.or_else(|| programme.everything().find(holds)).ok_or_else(|| {
            let unknown = say(&project.words, &message!("translate-unknown", name = name));
            let ids = programme.everything().map(|page| page.id.as_str());
            let nearest = crate::diag::nearest(name, ids);
            let hint = nearest.map(|id| say(&project.words, &message!("did-you-mean", nearest = id)));
            End::Other([Some(unknown), hint].into_iter().flatten().collect::<Vec<_>>().join(" "))
        })
    };
    names.iter().map(page).collect()
}

/// The number of a language by its code.
fn language(project: &Project, code: &str) -> Result<usize, End> {
    let languages = &project.programme.project.languages;
    languages.iter().position(|language| language.code == code).ok_or_else(|| {
        let codes: Vec<&str> = languages.iter().map(|language| language.code.as_str()).collect();
        let message = message!("translate-unknown-language", language = code, languages = codes.join(", "));
        End::Other(say(&project.words, &message))
    })
}

/// A message in words; arguments that are numbers choose the plural.
fn say(words: &Words, message: &Message) -> String {
    let args: Vec<(&str, Arg)> = message
        .args
        .iter()
        .map(|(name, value)| (*name, value.parse().map_or(Arg::Text(value), Arg::Number)))
        .collect();
    words.fill(message.key, &args).unwrap_or_else(|| message.key.into())
}
