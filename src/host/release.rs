//! `andrum release`: a version that is never touched again. In this order, so that a run that is cut short leaves what was
//! there before or what was to come:
//!
//! 1. everything that stands against it is told, all at once, and nothing is written;
//! 2. a commit is prepared, which nothing points at yet: `version`, the lock, the changelogs;
//! 3. every edition is built from that commit, signed, beside its place;
//! 4. the branch and a tag come to point at the commit, both or neither;
//! 5. every edition is moved into its place, then every `versions.json` is written;
//! 6. what then stands is verified.
//!
//! A run that was cut short after the fourth step is finished by the next one, which builds from the tag what is not there.

mod making;
mod plan;

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::ValueEnum;

use super::cli::{Common, End};
use super::commit::Repository;
use super::key::{self, Signer};
use crate::message;
use crate::model::Programme;
use crate::model::project::INTERNAL;
use crate::model::words::Words;
use crate::release::diff::Bump;
use crate::source::Tree;
use making::Making;
use plan::Draft;

/// What is released, and how.
#[derive(clap::Args)]
pub struct Command {
    /// The part of the version that grows, where it should be more than what has changed asks for
    bump: Option<Part>,
    /// Release what not everyone has approved who is asked; every page says so
    #[arg(long)]
    unapproved: bool,
    /// The secret key that signs [default: $ANDRUM_KEY, else ~/.andrum/<programme>.key]
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Part {
    Patch,
    Minor,
    Major,
}

impl From<Part> for Bump {
    fn from(part: Part) -> Bump {
        match part {
            Part::Patch => Bump::Patch,
            Part::Minor => Bump::Minor,
            Part::Major => Bump::Major,
        }
    }
}

impl Command {
    pub fn run(&self, common: &Common) -> Result<(), End> {
        let root = common.find_root()?;
        let words = common.words();
        let repository = Repository::of(&root)
            .ok_or_else(|| End::Other(words.say(&message!("release-no-git", folder = root.display()))))?;
        repository.recover()?;
        let mut project = common.compile()?;
        let id = project.programme.project.id.clone();
        let file = match (&self.key, std::env::var_os("ANDRUM_KEY")) {
            (Some(file), _) => file.clone(),
            (None, Some(file)) => file.into(),
            (None, None) => key::usual(&id)?,
        };
        project.progress.end();
        let signer = Signer::load(&file, &words)?;
        let out = common.out(&root);
        let last = project.lock.as_deref().map(|lock| lock.last_version().to_string()).unwrap_or_default();
        let tagged = repository.commit(&tag(&id, &last)).filter(|_| !last.is_empty());
        let making = Making { common, repository: &repository, root: &root, out: &out, signer: &signer };
        if let Some(commit) = tagged
            && repository.is_same(&commit, "HEAD")
            && repository.changed(&[])?.is_empty()
        {
            return making.finish(&commit, &last);
        }
        let draft = Draft { common, project: &project, repository: &repository, signer: &signer, out: &out };
        let plan = draft.plan(self)?;
        let message = words.say(&message!("release-commit", id = id, version = plan.version));
        if !common.quiet {
            eprint!("{}", plan.told);
        }
        let commit = repository.prepare(&plan.files, &message)?;
        let pointed = || repository.point(&commit, &tag(&id, &plan.version), &message);
        making.publish(&commit, pointed)?;
        if !common.quiet {
            let tag = tag(&id, &plan.version);
            eprintln!("{}", words.say(&message!("released", version = plan.version, tag = tag)));
        }
        Ok(())
    }
}

/// What a release is called in git. A repository may hold several programmes, and the tags of other things.
pub fn tag(programme: &str, version: &str) -> String {
    format!("{programme}-{version}")
}

/// Every edition that a release makes, and the folder of the status page.
fn editions(programme: &Programme) -> impl Iterator<Item = String> {
    let names: BTreeSet<String> =
        programme.project.editions.iter().map(|edition| edition.name.clone()).collect();
    names.into_iter().chain([INTERNAL.into()])
}

/// What readers are told changes in; in English where nobody has translated the words.
fn reader_words(tree: &Tree, programme: &Programme, language: usize) -> Words {
    let row = &programme.project.languages[language];
    let own = Words::load(tree, &row.code, &row.tag, "changes").value;
    if own.is_empty() { Words::load(tree, "en", "en", "changes").value } else { own }
}
