//! `andrum diff`: what has changed for readers and for the answers that they saved, the version that it asks for, and what an
//! app fetches of it.
//!
//! Two projects are compared by what they promise. Where one side is a bundle, the other is made one too, of the same
//! edition, so that like is held against like.

mod html;
pub(super) mod side;

use clap::ValueEnum;
use serde::Serialize;

use super::cli::{Common, End, print};
use super::make;
use super::project::Project;
use crate::diag::{Level, Lint, Message};
use crate::emit::bundle::promised::{Bundle, Delta};
use crate::emit::status;
use crate::message;
use crate::release::diff::{Bump, Diff};
use crate::release::lock::Lock;
use side::Side;

/// What is compared.
#[derive(clap::Args)]
pub struct Compare {
    /// A released version, a git revision, a bundle or its ZIP, or a folder with a project [default: the last release]
    #[arg(value_name = "A")]
    before: Option<String>,
    /// The same [default: the project as it stands]
    #[arg(value_name = "B")]
    now: Option<String>,
    /// How to write it
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
pub enum Format {
    Text,
    Json,
    /// A page to read in a browser, with the words that have changed
    Html,
}

/// What is told of two sides.
struct Told {
    /// The version before.
    from: String,
    diff: Diff,
    /// By edition, where both sides have a bundle of it.
    deltas: Vec<Delta>,
    /// Both sides whole, where their words are asked for.
    words: Option<(Bundle, Bundle)>,
}

/// What an author is told of as an error, and what `diff` is there to explain.
const CONTRACT: &[Lint] = &[Lint::RemovedId, Lint::ChangedKind, Lint::ChangedAnswer, Lint::SharedLater];

impl Compare {
    pub fn run(&self, common: &Common) -> Result<(), End> {
        let mut project = common.compile()?;
        project.progress.end();
        let stops = |lint: Lint| lint.level(false) == Some(Level::Error) && !CONTRACT.contains(&lint);
        if self.now.is_none() && project.found.iter().any(|found| stops(found.lint)) {
            eprintln!("{}", project.say(&message!("diff-refused-errors")));
            return Err(End::Content);
        }
        let last = project.lock.as_deref().map(|lock| lock.last_version().to_string()).unwrap_or_default();
        let before = match &self.before {
            Some(name) => side::named(&project, name)?,
            None if last.is_empty() => {
                let first = message!("diff-first", version = project.programme.project.version);
                return print(&(project.say(&first) + "\n"));
            }
            None => Side::Release(project.lock.as_deref().cloned().unwrap_or_default()),
        };
        let now = self.now.as_ref().map(|name| side::named(&project, name)).transpose()?;
        let told = self.told(common, &project, before, now)?;
        print(&match self.format {
            Format::Text => text(&project, &told.from, &told.diff) + &deltas(&project, &told.deltas),
            Format::Json => json(&project, &told),
            Format::Html => html::page(&project, &told),
        })
    }

    fn told(&self, common: &Common, project: &Project, before: Side, now: Option<Side>) -> Result<Told, End> {
        let is_html = self.format == Format::Html;
        let edition = before.edition().or(now.as_ref().and_then(Side::edition)).map(String::from);
        if let Some(name) = edition {
            let editions = project.programme.project.editions.iter();
            let edition = editions.clone().find(|edition| edition.name == name).cloned();
            let before = before.bundle(common, project, edition.as_ref())?;
            let now = now.unwrap_or(Side::Project(None)).bundle(common, project, edition.as_ref())?;
            if (&before.manifest.programme.id, &before.manifest.edition)
                != (&now.manifest.programme.id, &now.manifest.edition)
            {
                return Err(End::Other(project.say(&message!("diff-other-edition"))));
            }
            return Ok(Told {
                from: before.manifest.programme.version.clone(),
                diff: Diff::between(&before.lock(), &now.lock()),
                deltas: vec![Delta::between(&before.manifest, &now.manifest)],
                words: is_html.then_some((before, now)),
            });
        }
        let was = before.lock(project)?;
        let is = now.as_ref().map_or_else(
            || Ok(Lock::of(&project.programme, project.lock.as_deref(), "", "")),
            |now| now.lock(project),
        )?;
        let deltas = match (&before, &now) {
            (Side::Release(lock), None) => released(common, project, lock.last_version())?,
            _ => Vec::new(),
        };
        let everyone = status::edition();
        let words = is_html.then(|| {
            let before = before.bundle(common, project, Some(&everyone))?;
            let now = now.unwrap_or(Side::Project(None)).bundle(common, project, Some(&everyone))?;
            Ok::<_, End>((before, now))
        });
        let from = was.last_version().to_string();
        Ok(Told { from, diff: Diff::between(&was, &is), deltas, words: words.transpose()? })
    }
}

/// What an app fetches that has a release which stands in the publish folder.
fn released(common: &Common, project: &Project, version: &str) -> Result<Vec<Delta>, End> {
    let out = common.out(&project.root);
    let mut deltas = Vec::new();
    for edition in &project.programme.project.editions {
        let folder = out.join(&edition.name).join(version).join("bundle");
        if let Some(was) = side::bundle(&folder) {
            let is = make::bundle(project, edition)?;
            deltas.push(Delta::between(&was.manifest, &is.manifest));
        }
    }
    Ok(deltas)
}

/// What has changed, the gravest first, and the version after `from` that it asks for.
pub fn text(project: &Project, from: &str, diff: &Diff) -> String {
    let mut text = project.say(&head(from, diff)) + "\n";
    for (bump, lines) in parts(diff) {
        text += &format!("\n{}\n", project.say(&message!("diff-part", bump = bump.name())));
        lines.iter().for_each(|line| text += &format!("  {}\n", project.say(line)));
    }
    text
}

fn head(from: &str, diff: &Diff) -> Message {
    let bump = diff.bump();
    let (to, bump) = (bump.after(from), bump.name());
    message!("diff-head", from = from, to = to, bump = bump, texts = diff.texts, tasks = diff.tasks)
}

/// The changes of each weight that there are any of, the gravest first.
fn parts(diff: &Diff) -> impl Iterator<Item = (Bump, Vec<&Message>)> {
    let of = |bump| {
        diff.changes.iter().filter(move |change| change.bump == bump).map(|change| &change.message).collect()
    };
    let parts = [Bump::Major, Bump::Minor, Bump::Patch].map(|bump| (bump, of(bump)));
    parts.into_iter().filter(|(_, lines): &(Bump, Vec<&Message>)| !lines.is_empty())
}

fn deltas(project: &Project, deltas: &[Delta]) -> String {
    let lines = deltas.iter().map(|delta| project.say(&delta_message(delta)) + "\n");
    let text: String = lines.collect();
    if text.is_empty() { text } else { format!("\n{text}") }
}

fn delta_message(delta: &Delta) -> Message {
    let kilobytes = |bytes: u64| bytes.div_ceil(1000);
    message!(
        "diff-delta",
        edition = delta.edition,
        files = delta.files,
        size = kilobytes(delta.bytes),
        whole = kilobytes(delta.whole)
    )
}

/// `--format json`.
#[derive(Serialize)]
struct Json<'a> {
    /// The version before, and the one that is asked for.
    from: &'a str,
    to: &'a str,
    bump: &'static str,
    texts: usize,
    tasks: usize,
    changes: Vec<JsonChange<'a>>,
    /// What apps fetch, by edition; sizes in bytes.
    deltas: &'a [Delta],
}

#[derive(Serialize)]
struct JsonChange<'a> {
    bump: &'static str,
    /// `task-gone`, `words` …
    what: &'a str,
    message: String,
    #[serde(flatten)]
    facts: serde_json::Map<String, serde_json::Value>,
}

fn json(project: &Project, told: &Told) -> String {
    let diff = &told.diff;
    let changes = diff.changes.iter().map(|change| JsonChange {
        bump: change.bump.name(),
        what: change.message.key.trim_start_matches("diff-"),
        message: project.say(&change.message),
        facts: change
            .message
            .args
            .iter()
            .map(|(name, value)| (name.to_string(), value.clone().into()))
            .collect(),
    });
    let (texts, tasks, bump) = (diff.texts, diff.tasks, diff.bump());
    let (from, to) = (&*told.from, &*bump.after(&told.from));
    let (changes, deltas, bump) = (changes.collect(), &*told.deltas, bump.name());
    let told = Json { from, to, bump, texts, tasks, changes, deltas };
    serde_json::to_string_pretty(&told).unwrap_or_default() + "\n"
}
