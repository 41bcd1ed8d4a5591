//! `andrum diff`: what has changed for readers and for the answers that they saved, and the version that it asks for.

use std::path::Path;

use clap::ValueEnum;
use serde::Serialize;

use super::cli::{Common, End, print};
use super::project::{Project, read_lock};
use super::{disk, history};
use crate::diag::Message;
use crate::message;
use crate::model::project::FILE;
use crate::release::diff::{Bump, Diff};
use crate::release::lock::Lock;
use crate::source::Tree;

/// What is compared.
#[derive(clap::Args)]
pub struct Compare {
    /// A git revision or a folder with a project [default: the last release]
    #[arg(value_name = "A")]
    before: Option<String>,
    /// A git revision or a folder with a project [default: the project as it stands]
    #[arg(value_name = "B")]
    now: Option<String>,
    /// How to write it
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    Text,
    Json,
}

/// `--format json`.
#[derive(Serialize)]
struct Told<'a> {
    /// The version before, and the one that is asked for.
    from: &'a str,
    to: &'a str,
    bump: &'static str,
    texts: usize,
    tasks: usize,
    changes: Vec<ToldChange<'a>>,
}

#[derive(Serialize)]
struct ToldChange<'a> {
    bump: &'static str,
    /// `task-gone`, `words` …
    what: &'a str,
    message: String,
    #[serde(flatten)]
    facts: serde_json::Map<String, serde_json::Value>,
}

impl Compare {
    pub fn run(&self, common: &Common) -> Result<(), End> {
        let mut project = common.compile()?;
        project.progress.end();
        if self.now.is_none() && project.has_errors(false) {
            eprintln!("{}", project.say(&message!("diff-refused-errors")));
            return Err(End::Content);
        }
        let Some(before) = self.before(&project)? else {
            let first = message!("diff-first", version = project.programme.project.version);
            return print(&(project.say(&first) + "\n"));
        };
        let now = match &self.now {
            Some(name) => lock_of(&tree(&project, name)?)?,
            None => Lock::of(&project.programme, project.lock.as_ref(), "", ""),
        };
        let diff = Diff::between(&before, &now);
        let to = diff.bump().after(before.last_version());
        let told = match self.format {
            Format::Text => text(&project, before.last_version(), &diff),
            Format::Json => json(&project, before.last_version(), &to, &diff),
        };
        print(&told)
    }

    /// What was promised; `None` where nothing was ever released and nothing else is named.
    fn before(&self, project: &Project) -> Result<Option<Lock>, End> {
        match &self.before {
            Some(name) => Ok(Some(lock_of(&tree(project, name)?)?)),
            None => Ok(project.lock.clone().filter(|lock| !lock.releases.is_empty())),
        }
    }
}

/// The files of a project that a name stands for.
fn tree(project: &Project, name: &str) -> Result<Tree, End> {
    let folder = Path::new(name);
    if folder.join(FILE).is_file() {
        return Ok(disk::read(folder)?);
    }
    history::tree(&project.root, name)
        .ok_or_else(|| End::Other(project.say(&message!("diff-unknown", name = name))))
}

/// What a project promises, under the version that it was released as last.
fn lock_of(tree: &Tree) -> Result<Lock, End> {
    let lock = read_lock(tree)?;
    let programme = crate::model::read(tree).value;
    let version = lock.as_ref().map_or("", Lock::last_version);
    let version = if version.is_empty() { &programme.project.version } else { version };
    Ok(Lock::of(&programme, lock.as_ref(), version, ""))
}

/// What has changed, the gravest first, and the version after `from` that it asks for.
pub fn text(project: &Project, from: &str, diff: &Diff) -> String {
    let bump = diff.bump();
    let to = bump.after(from);
    let head = message!(
        "diff-head",
        from = from,
        to = to,
        bump = bump.name(),
        texts = diff.texts,
        tasks = diff.tasks
    );
    let mut text = project.say(&head) + "\n";
    for bump in [Bump::Major, Bump::Minor, Bump::Patch] {
        let lines: Vec<&Message> =
            diff.changes.iter().filter(|change| change.bump == bump).map(|change| &change.message).collect();
        if lines.is_empty() {
            continue;
        }
        text += &format!("\n{}\n", project.say(&message!("diff-part", bump = bump.name())));
        lines.iter().for_each(|line| text += &format!("  {}\n", project.say(line)));
    }
    text
}

fn json(project: &Project, from: &str, to: &str, diff: &Diff) -> String {
    let changes = diff.changes.iter().map(|change| ToldChange {
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
    let (texts, tasks, bump) = (diff.texts, diff.tasks, diff.bump().name());
    let told = Told { from, to, bump, texts, tasks, changes: changes.collect() };
    serde_json::to_string_pretty(&told).unwrap_or_default() + "\n"
}
