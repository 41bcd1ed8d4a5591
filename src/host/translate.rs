//! `andrum translate`: what translations lack, what has changed since they were made, and that they are up to date.

mod accept;
mod diff;
mod earlier;
mod status;

use clap::{Subcommand, ValueEnum};

use super::cli::{Common, End};

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
    let mut project = common.compile()?;
    project.progress.end();
    match command {
        Translate::Status { format } => status::run(common, &project, *format),
        Translate::Diff { page, lang } => diff::run(common, &project, page, lang.as_deref()),
        Translate::Accept { pages, all, lang, from } => {
            let pages =
                if *all { project.programme.everything().collect() } else { project.pages_named(pages)? };
            accept::run(common, &project, &pages, lang.as_deref(), from.as_deref())
        }
    }
}
