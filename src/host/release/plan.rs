//! A project to the release that would be made of it: its version and the files that it writes anew, or everything that
//! stands against it, all at once.

use std::io::{self, IsTerminal};
use std::path::Path;

use super::{Command, editions, reader_words, tag};
use crate::diag::{Diagnostic, Level, Lint, Message};
use crate::host::cli::{Common, End};
use crate::host::commit::Repository;
use crate::host::key::Signer;
use crate::host::project::Project;
use crate::host::report::Format;
use crate::host::{diff, fix, git, publish};
use crate::message;
use crate::model::Programme;
use crate::model::project::FILE;
use crate::release::changelog;
use crate::release::diff::{Bump, Diff};
use crate::release::lock::{self, Lock};
use crate::source::Span;

/// A release that nothing stands against.
pub struct Plan {
    pub version: String,
    /// What it writes into the project, by path.
    pub files: Vec<(String, String)>,
    /// What has changed, in words.
    pub told: String,
}

/// A release that is considered.
pub struct Draft<'a> {
    pub common: &'a Common,
    pub project: &'a Project,
    pub repository: &'a Repository,
    pub signer: &'a Signer,
    /// The publish folder.
    pub out: &'a Path,
}

impl Draft<'_> {
    /// What the release writes; what stands against it is told, and is the end of it.
    pub fn plan(&self, command: &Command) -> Result<Plan, End> {
        let Draft { project, signer, .. } = *self;
        let programme = &project.programme;
        let before = project.lock.as_deref().filter(|lock| !lock.releases.is_empty());
        let date = git::committer_date(&project.root).unwrap_or_else(git::today);
        let coming = |version: &str| Lock::of(programme, project.lock.as_deref(), version, &date);
        let diff = before.map(|before| (before, Diff::between(before, &coming(""))));
        let told = diff.as_ref().map(|(before, diff)| diff::text(project, before.last_version(), diff));
        let asked = command.bump.map(Bump::from);
        let version = match &diff {
            Some((before, diff)) => asked.unwrap_or(diff.bump()).after(before.last_version()),
            None => programme.project.version.clone(),
        };
        let mut against = self.uncommitted()?;
        against.extend(self.faults(command));
        match &diff {
            Some((_, diff)) => {
                if let Some(asked) = asked.filter(|asked| *asked < diff.bump()) {
                    let needed = diff.bump().name();
                    against.push(message!("release-too-small", asked = asked.name(), needed = needed));
                    eprintln!("{}", told.as_deref().unwrap_or_default());
                }
            }
            None if asked.is_some() => against.push(message!("release-first-part", version = version)),
            None => {}
        }
        against.extend(self.there_already(&version));
        let pinned = before.and_then(|lock| lock.key.as_ref());
        if let Some(pinned) = pinned.filter(|pinned| **pinned != signer.public) {
            against.push(message!("release-other-key", key = signer.public, pinned = pinned));
        }
        if !against.is_empty() {
            against.iter().for_each(|message| eprintln!("{}", project.say(message)));
            return Err(End::Content);
        }
        let mut lock = coming(&version);
        lock.key = Some(signer.public.clone());
        let mut files = vec![(lock::FILE.to_string(), lock.text())];
        files.extend(versioned(project, &version).map(|text| (FILE.to_string(), text)));
        for (language, path) in changelogs(programme) {
            let words = reader_words(&project.tree, programme, language);
            let entries =
                changelog::entries(diff.as_ref().map(|(_, diff)| diff), programme, language, &words);
            let file = std::fs::read_to_string(project.root.join(&path)).ok();
            files.push((path, changelog::with(file.as_deref(), &version, &date, &entries, &words)));
        }
        Ok(Plan { version, files, told: told.unwrap_or_default() })
    }

    /// Files that are not as in the last commit.
    fn uncommitted(&self) -> io::Result<Vec<Message>> {
        let changelogs = changelogs(&self.project.programme).into_iter().map(|(_, path)| path);
        let changed = self.repository.changed(&changelogs.collect::<Vec<_>>())?;
        let told = (!changed.is_empty()).then(|| message!("release-dirty", files = changed.join(", ")));
        Ok(told.into_iter().collect())
    }

    /// The faults of the content, which are drawn here and counted in what is said.
    fn faults(&self, command: &Command) -> Option<Message> {
        let stops = |found: &&Diagnostic| {
            let approval = matches!(found.lint, Lint::ApprovalMissing | Lint::ApprovalVoid);
            found.lint.level(true) == Some(Level::Error) && !(command.unapproved && approval)
        };
        let faults: Vec<Diagnostic> = self.project.found.iter().filter(stops).cloned().collect();
        if faults.is_empty() {
            return None;
        }
        let color = self.common.colored(io::stderr().is_terminal());
        eprint!("{}", self.project.report_of(&faults, Format::Text, true, color));
        Some(message!("release-errors", count = faults.len()))
    }

    /// Where the version stands already, in git or in the publish folder.
    fn there_already(&self, version: &str) -> Vec<Message> {
        let programme = &self.project.programme;
        let tag = tag(&programme.project.id, version);
        let tagged = self.repository.commit(&tag).map(|_| message!("release-tag", tag = tag));
        let folders = editions(programme).map(|edition| self.out.join(edition));
        let standing = folders.filter(|folder| publish::lists(folder, version));
        let told = |folder: std::path::PathBuf| {
            message!("release-stands", version = version, folder = folder.display())
        };
        tagged.into_iter().chain(standing.map(told)).collect()
    }
}

/// The changelog of each language, by its place in the project.
fn changelogs(programme: &Programme) -> Vec<(usize, String)> {
    let languages = programme.project.languages.iter().enumerate();
    languages.map(|(at, language)| (at, format!("changelog/{}.md", language.code))).collect()
}

/// `programme.yaml` with another version, and everything else as it is written.
fn versioned(project: &Project, version: &str) -> Option<String> {
    let text = crate::syntax::text(project.tree.bytes(FILE)?).into_owned();
    let span: Span = project.programme.project.written.get("version")?.span;
    Some(fix::edited(text, &[(span, version)]))
}
