//! A commit that is a release to its editions in the publish folder.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal};
use std::path::Path;
use std::thread;

use super::{editions, reader_words};
use crate::emit::Stop;
use crate::host::cli::{Common, End};
use crate::host::commit::Repository;
use crate::host::key::{Pinned, Signer};
use crate::host::make::{self, Staged, Wish};
use crate::host::project::{Project, read_lock};
use crate::host::report::Format;
use crate::host::{build, git, publish, verify};
use crate::message;
use crate::model::Programme;
use crate::model::words::Words;
use crate::release::diff::Diff;
use crate::release::lock::{self, Lock};
use crate::release::{Stamp, changelog};
use crate::source::Tree;

/// Where releases are built from, and where to.
pub struct Making<'a> {
    pub common: &'a Common,
    pub repository: &'a Repository,
    pub root: &'a Path,
    pub out: &'a Path,
    pub signer: &'a Signer,
}

/// A commit that is a release.
struct Committed {
    project: Project,
    stamp: Stamp,
    /// What it changed; `None` for the first release.
    diff: Option<Diff>,
}

impl Making<'_> {
    /// Builds a release that git knows already for those editions that lack it.
    pub fn finish(&self, commit: &str, version: &str) -> Result<(), End> {
        let said = match self.publish(commit, || Ok(()))? {
            0 => message!("release-nothing", version = version),
            _ => message!("release-finished", version = version),
        };
        if !self.common.quiet {
            eprintln!("{}", self.common.words().say(&said));
        }
        Ok(())
    }

    /// Builds what lacks the release of a commit, calls `point`, moves everything into place and verifies it. Says how many
    /// editions were made.
    pub fn publish(&self, commit: &str, point: impl FnOnce() -> io::Result<()>) -> Result<usize, End> {
        let mut release = self.read(commit)?;
        let lacking = self.lacking(&release)?;
        if !lacking.is_empty() {
            let stages = self.build(&mut release, &lacking)?;
            if let Err(error) = point() {
                stages.into_iter().for_each(|staged| staged.stage.abandon());
                return Err(error.into());
            }
            make::put_in_place(self.common, &release.project, &stages)?;
        }
        release.project.progress.end();
        self.repository.recover()?;
        let key = Pinned::read(&self.signer.public, &release.project.words)?;
        for edition in editions(&release.project.programme) {
            verify::holds(&self.out.join(edition), Some(&key), self.common)?;
        }
        Ok(lacking.len())
    }

    fn read(&self, commit: &str) -> Result<Committed, End> {
        let stamp = git::stamp_of(self.root, commit, None);
        let (of_commit, date) = (stamp.clone(), stamp.created[..10].to_string());
        let folder = self.repository.check_out(commit)?;
        let project = self.common.read(folder, thread::spawn(move || of_commit), date)?;
        let none = || End::Other(format!("{commit} is no release: it has no {}", lock::FILE));
        let lock = project.lock.as_deref().ok_or_else(none)?;
        let before = self.repository.file(&format!("{commit}^"), lock::FILE).map(|text| {
            let mut tree = Tree::default();
            tree.insert_text(lock::FILE, &text);
            read_lock(&tree)
        });
        let before: Option<Lock> = before.transpose()?.flatten().filter(|lock| !lock.releases.is_empty());
        let diff = before.map(|before| Diff::between(&before, lock));
        let stamp = Stamp { version: lock.last_version().into(), ..stamp };
        Ok(Committed { project, stamp, diff })
    }

    /// The editions that do not have the release, after what an earlier run left has been finished or swept.
    fn lacking(&self, release: &Committed) -> io::Result<Vec<String>> {
        let mut lacking = Vec::new();
        for edition in editions(&release.project.programme) {
            let folder = self.out.join(&edition);
            if folder.is_dir() {
                publish::recover(&folder)?;
            }
            if !publish::lists(&folder, &release.stamp.version) {
                lacking.push(edition);
            }
        }
        Ok(lacking)
    }

    /// Writes editions beside their places, signed.
    fn build(&self, release: &mut Committed, editions: &[String]) -> Result<Vec<Staged>, End> {
        let Committed { project, stamp, diff } = release;
        let outputs = build::outputs(&project.programme, &[])?;
        let sign = |name: &str, bytes: &[u8]| self.signer.sign(name, bytes);
        let languages = project.programme.project.languages.iter().enumerate();
        let words: Vec<Words> =
            languages.map(|(at, _)| reader_words(&project.tree, &project.programme, at)).collect();
        let news = |programme: &Programme| -> BTreeMap<String, Vec<String>> {
            let languages = programme.project.languages.iter().zip(&words).enumerate();
            let told = languages.map(|(at, (row, words))| {
                (row.code.clone(), changelog::entries(diff.as_ref(), programme, at, words))
            });
            told.collect()
        };
        let (stamp, out) = (&*stamp, self.out);
        let wish = Wish { outputs: &outputs, editions, stamp, out, sign: Some(&sign), news: &news };
        let internal = crate::status_theme(&project.tree, &project.programme, &project.theme).value;
        project.progress.step(project.words.get("progress-writing").into());
        let made = make::stage(project, &wish, Some(&internal));
        project.progress.end();
        made.map_err(|stop| match stop {
            Stop::Machine(error) => error.into(),
            Stop::Fault(fault) => {
                let color = self.common.colored(io::stderr().is_terminal());
                eprint!("{}", project.report_of(&[*fault], Format::Text, true, color));
                End::Content
            }
        })
    }
}
