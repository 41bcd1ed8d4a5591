//! The status page: how a whole programme stands, for those who write it and answer for it. Never published.
//!
//! `gather` makes a [`Status`] of the programme; everything else is made of that. It says who approved what and shows
//! drafts, so it is an edition of its own, [`EDITION`], in a folder of its own: a reader's edition holds nothing of it.

mod draw;
mod gather;
mod view;

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::{File, Job, Sink, Stop, site};
use crate::model::audience::Audiences;
use crate::model::project::{Edition, INTERNAL};
use crate::model::translation::State;
use crate::render::theme::Theme;
use crate::syntax::front::AUDIENCES;

pub use gather::{gather, translation};

/// The name of this output in `--only`.
pub const NAME: &str = "status";

/// How a programme stands, as plain values: what `status.json` says. A number that is not known is left out.
#[derive(Debug, Serialize)]
pub struct Status {
    pub format: &'static str,
    pub programme: String,
    /// By language.
    pub title: BTreeMap<String, String>,
    pub version: String,
    /// The day that review dates are judged by: the source commit's, so that the same source says the same.
    pub judged: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commit: Option<String>,
    pub languages: Vec<Language>,
    /// What the units are called: `week`.
    pub unit: String,
    /// What the schedule promises of a day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub promised: Option<Promised>,
    /// The roles that each page needs an approval of.
    pub roles: Vec<String>,
    pub units: Vec<Unit>,
    /// In reading order, fragments last.
    pub pages: Vec<Page>,
    /// Every medium that a page shows, once.
    pub media_bytes: u64,
}

#[derive(Debug, Serialize)]
pub struct Language {
    pub code: String,
    pub tag: String,
    /// `ltr` or `rtl`.
    pub direction: String,
}

#[derive(Clone, Copy, Debug, Serialize)]
pub struct Promised {
    /// From and to.
    pub minutes_per_day: [u32; 2],
    pub days_per_week: u32,
}

#[derive(Debug, Serialize)]
pub struct Unit {
    pub number: u32,
    /// How many pages stand in it.
    pub pages: usize,
    /// In minutes, repeats included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub load: Option<Load>,
}

#[derive(Debug, Serialize)]
pub struct Load {
    pub minutes: u32,
    pub minutes_per_day: u32,
    /// What takes most time first.
    pub contributors: Vec<Contributor>,
}

/// What takes time in a unit: a page, or a task on it.
#[derive(Debug, Serialize)]
pub struct Contributor {
    pub id: String,
    /// The page it stands on.
    pub page: String,
    /// What a task is called, by language; a page's title stands with the page.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub title: BTreeMap<String, String>,
    pub minutes: u32,
}

#[derive(Debug, Serialize)]
pub struct Page {
    pub id: String,
    pub kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<u32>,
    pub audience: Vec<&'static str>,
    pub draft: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<Review>,
    /// Other pages that lead here, and that this page leads to.
    pub links_in: usize,
    pub links_out: usize,
    /// Pictures, sound and film of every language, each once.
    pub media_bytes: u64,
    /// What its readers can be asked to read, and where a warning begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lix: Option<Target>,
    /// One for each language, in the programme's order.
    pub translations: Vec<Translation>,
}

#[derive(Debug, Serialize)]
pub struct Review {
    pub by: String,
    pub overdue: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Target {
    pub target: u32,
    pub limit: u32,
}

/// A page in one language; its words are left out where it is missing.
#[derive(Debug, Serialize)]
pub struct Translation {
    pub language: String,
    #[serde(serialize_with = "by_name")]
    pub state: State,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lix: Option<f64>,
    /// Of each role that is asked for, in that order.
    pub approvals: Vec<Approval>,
}

#[derive(Debug, Serialize)]
pub struct Approval {
    pub role: String,
    /// `valid` for the page as it reads now, `void` for another wording, or `missing`.
    pub given: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

/// The edition that the status page is: it sees everything, and no programme may name one of its own like it.
pub fn edition() -> Edition {
    Edition { name: INTERNAL.into(), audiences: Audiences::all(AUDIENCES.iter().copied()), site: None }
}

/// Writes the status page in each language. `job` holds the whole programme, `theme` is [`Theme::of_status`].
pub fn emit(job: &Job, theme: &Theme, sink: Sink) -> Result<(), Stop> {
    let status = gather(job.programme, job.stamp);
    sink(File::new("index.html", site::door::languages(job)?))?;
    sink(File::new("headers.json", site::headers()))?;
    sink(File::new("status.json", json(&status)?))?;
    for asset in &theme.assets {
        sink(File::new(format!("assets/{}", asset.name), asset.bytes().to_vec()))?;
    }
    for (at, language) in status.languages.iter().enumerate() {
        let page = view::page(&status, theme, job.theme, at);
        sink(File::new(format!("{}/index.html", language.code), theme.fill("status.html", at, page)?))?;
    }
    Ok(())
}

fn by_name<S: Serializer>(state: &State, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(state.name())
}

fn json(status: &Status) -> Result<String, std::io::Error> {
    let mut text = serde_json::to_string_pretty(status)?;
    text.push('\n');
    Ok(text)
}
