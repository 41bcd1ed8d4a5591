//! `andrum release`: a version that is never touched again. In this order, so that a run that is cut short leaves what was
//! there before or what was to come:
//!
//! 1. everything that stands against it is told, all at once, and nothing is written;
//! 2. a commit is prepared, which nothing points at yet: `version`, the lock, the changelogs;
//! 3. every edition is built from that commit, signed, beside its place;
//! 4. the branch and a tag come to point at the commit, both or neither;
//! 5. each edition is moved into its place; its `versions.json` comes last;
//! 6. what then stands is verified.
//!
//! A run that was cut short after the fourth step is finished by the next one, which builds from the tag what is not there.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::thread;

use clap::ValueEnum;

use super::cli::{Common, End, print};
use super::commit::Repository;
use super::key::{self, Pinned, Signer};
use super::make::{self, Staged, Wish};
use super::project::{Project, read_lock};
use super::report::Format;
use super::{build, diff, git, publish, verify};
use crate::diag::{Diagnostic, Level, Lint};
use crate::emit::Stop;
use crate::message;
use crate::model::Programme;
use crate::model::project::{FILE, INTERNAL};
use crate::model::words::{Arg, Words};
use crate::release::Stamp;
use crate::release::changelog;
use crate::release::diff::{Bump, Diff};
use crate::release::lock::{self, Lock};
use crate::source::{Span, Tree};

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
        let last = project.lock.as_ref().map(|lock| lock.last_version().to_string()).unwrap_or_default();
        let tagged = repository.commit(&tag(&id, &last)).filter(|_| !last.is_empty());
        let making = Making { common, repository: &repository, root: &root, out: &out, signer: &signer };
        if let Some(commit) = tagged
            && repository.is_same(&commit, "HEAD")
            && repository.changed(&[])?.is_empty()
        {
            return making.finish(&commit, &last);
        }
        let plan = self.plan(common, &project, &repository, &signer, &out)?;
        let say = message!("release-commit", id = id, version = plan.version);
        let message = words.say(&say);
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

    /// What a release writes into the project, or everything that stands against it.
    fn plan(
        &self,
        common: &Common,
        project: &Project,
        repository: &Repository,
        signer: &Signer,
        out: &Path,
    ) -> Result<Plan, End> {
        let programme = &project.programme;
        let mut against = Vec::new();
        let changelogs = changelogs(programme);
        let changed =
            repository.changed(&changelogs.iter().map(|(_, path)| path.clone()).collect::<Vec<_>>())?;
        if !changed.is_empty() {
            against.push(message!("release-dirty", files = changed.join(", ")));
        }
        let errors: Vec<Diagnostic> =
            project.found.iter().filter(|found| self.stops(found)).cloned().collect();
        if !errors.is_empty() {
            let color = common.colored(io::stderr().is_terminal());
            eprint!("{}", project.report_of(&errors, Format::Text, true, color));
            against.push(message!("release-errors", count = errors.len()));
        }
        let before = project.lock.as_ref().filter(|lock| !lock.releases.is_empty());
        let date = git::committer_date(&project.root).unwrap_or_else(git::today);
        let coming = |version: &str| Lock::of(programme, project.lock.as_ref(), version, &date);
        let diff = before.map(|before| Diff::between(before, &coming("")));
        let version = match (before, &diff) {
            (Some(before), Some(diff)) => {
                let asked = self.bump.map(Bump::from);
                if let Some(asked) = asked.filter(|asked| *asked < diff.bump()) {
                    let needed = diff.bump().name();
                    against.push(message!("release-too-small", asked = asked.name(), needed = needed));
                    eprintln!("{}", diff::text(project, before.last_version(), diff));
                }
                asked.unwrap_or(diff.bump()).after(before.last_version())
            }
            _ => {
                if self.bump.is_some() {
                    against.push(message!("release-first-part", version = programme.project.version));
                }
                programme.project.version.clone()
            }
        };
        let tag = tag(&programme.project.id, &version);
        if repository.commit(&tag).is_some() {
            against.push(message!("release-tag", tag = tag));
        }
        for edition in editions(programme) {
            if publish::lists(&out.join(&edition), &version) {
                let folder = out.join(&edition);
                against.push(message!("release-stands", version = version, folder = folder.display()));
            }
        }
        let pinned = before.and_then(|lock| lock.key.as_ref());
        if let Some(pinned) = pinned.filter(|pinned| **pinned != signer.public) {
            against.push(message!("release-other-key", key = signer.public, pinned = pinned));
        }
        if !against.is_empty() {
            against.iter().for_each(|message| eprintln!("{}", project.say(message)));
            return Err(End::Content);
        }
        let told = match (before, &diff) {
            (Some(before), Some(diff)) => diff::text(project, before.last_version(), diff),
            _ => String::new(),
        };
        let mut lock = coming(&version);
        lock.key = Some(signer.public.clone());
        let mut files = vec![(lock::FILE.to_string(), lock.text())];
        files.extend(versioned(project, &version).map(|text| (FILE.to_string(), text)));
        for (language, path) in changelogs {
            let words = reader_words(&project.tree, programme, language);
            let entries = changelog::entries(diff.as_ref(), programme, language, &words);
            let file = std::fs::read_to_string(project.root.join(&path)).ok();
            files.push((path, changelog::with(file.as_deref(), &version, &date, &entries, &words)));
        }
        Ok(Plan { version, files, told })
    }

    /// Whether a fault stands against a release.
    fn stops(&self, found: &Diagnostic) -> bool {
        let approval = matches!(found.lint, Lint::ApprovalMissing | Lint::ApprovalVoid);
        found.lint.level(true) == Some(Level::Error) && !(self.unapproved && approval)
    }
}

/// A release that nothing stands against.
struct Plan {
    version: String,
    /// By path in the project.
    files: Vec<(String, String)>,
    /// What has changed.
    told: String,
}

/// Where releases are built from, and where to.
struct Making<'a> {
    common: &'a Common,
    repository: &'a Repository,
    root: &'a Path,
    out: &'a Path,
    signer: &'a Signer,
}

impl Making<'_> {
    /// Builds a release that git knows already for those editions that lack it.
    fn finish(&self, commit: &str, version: &str) -> Result<(), End> {
        let made = self.publish(commit, || Ok(()))?;
        let words = self.common.words();
        let said = match made {
            0 => message!("release-nothing", version = version),
            _ => message!("release-finished", version = version),
        };
        if !self.common.quiet {
            eprintln!("{}", words.say(&said));
        }
        Ok(())
    }

    /// Builds what lacks the release of a commit, calls `point`, moves everything into place and verifies it. Says how many
    /// editions were made.
    fn publish(&self, commit: &str, point: impl FnOnce() -> io::Result<()>) -> Result<usize, End> {
        let Making { common, repository, root, out, signer } = *self;
        let folder = repository.check_out(commit)?;
        let stamp = git::stamp_of(root, commit, None);
        let date = stamp.created[..10].to_string();
        let of_commit = stamp.clone();
        let mut project = common.read(folder, thread::spawn(move || of_commit), date)?;
        let Some(lock) = project.lock.clone() else {
            return Err(End::Other(format!("{commit} is no release: it has no {}", lock::FILE)));
        };
        let stamp = Stamp { version: lock.last_version().into(), ..stamp };
        let before = repository.file(&format!("{commit}^"), lock::FILE).map(|text| {
            let mut tree = Tree::default();
            tree.insert_text(lock::FILE, &text);
            read_lock(&tree)
        });
        let before = before.transpose()?.flatten().filter(|lock| !lock.releases.is_empty());
        let diff = before.map(|before| Diff::between(&before, &lock));
        let languages = project.programme.project.languages.iter().enumerate();
        let words: BTreeMap<String, Words> = languages
            .map(|(at, row)| (row.code.clone(), reader_words(&project.tree, &project.programme, at)))
            .collect();
        let news = |programme: &Programme| {
            let languages = programme.project.languages.iter().enumerate();
            let lines = languages.filter_map(|(at, row)| {
                Some((
                    row.code.clone(),
                    changelog::entries(diff.as_ref(), programme, at, words.get(&row.code)?),
                ))
            });
            lines.collect()
        };
        let lacking: Vec<String> = editions(&project.programme)
            .filter_map(|edition| {
                let folder = out.join(&edition);
                match publish::recover(&folder) {
                    Err(error) if error.kind() != io::ErrorKind::NotFound => Some(Err(error)),
                    _ => (!publish::lists(&folder, &stamp.version)).then_some(Ok(edition)),
                }
            })
            .collect::<io::Result<_>>()?;
        if !lacking.is_empty() {
            let outputs = build::outputs(&project.programme, &[])?;
            let sign = |name: &str, bytes: &[u8]| signer.sign(name, bytes);
            let (stamp, news) = (&stamp, &news);
            let wish = Wish { outputs: &outputs, editions: &lacking, stamp, out, sign: Some(&sign), news };
            let internal = crate::status_theme(&project.tree, &project.programme).value;
            project.progress.step(project.words.get("progress-writing").into());
            let stages = match make::stage(&project, &wish, Some(&internal)) {
                Ok(stages) => stages,
                Err(Stop::Machine(error)) => return Err(error.into()),
                Err(Stop::Fault(fault)) => {
                    project.progress.end();
                    let color = common.colored(io::stderr().is_terminal());
                    eprint!("{}", project.report_of(&[*fault], Format::Text, true, color));
                    return Err(End::Content);
                }
            };
            project.progress.end();
            if let Err(error) = point() {
                stages.into_iter().for_each(|staged| staged.stage.abandon());
                return Err(error.into());
            }
            stages.iter().try_for_each(|staged| staged.stage.seal())?;
            for Staged { edition, pages, stage } in &stages {
                let folder = stage.commit()?;
                if !common.quiet {
                    let args = [("edition", Arg::Text(edition)), ("pages", Arg::Number(*pages as i64))];
                    eprintln!("{}", project.words.fill("built", &args).unwrap_or_default());
                }
                print(&format!("{}\n", folder.display()))?;
            }
        }
        project.progress.end();
        repository.recover()?;
        let key = Pinned::read(&signer.public, &project.words)?;
        for edition in editions(&project.programme) {
            verify::holds(&out.join(edition), Some(&key), common)?;
        }
        Ok(lacking.len())
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

/// The changelog of each language, by its place in the project.
fn changelogs(programme: &Programme) -> Vec<(usize, String)> {
    let languages = programme.project.languages.iter().enumerate();
    languages.map(|(at, language)| (at, format!("changelog/{}.md", language.code))).collect()
}

/// What readers are told changes in; in English where nobody has translated the words.
fn reader_words(tree: &Tree, programme: &Programme, language: usize) -> Words {
    let row = &programme.project.languages[language];
    let own = Words::load(tree, &row.code, &row.tag, "changes").value;
    if own.is_empty() { Words::load(tree, "en", "en", "changes").value } else { own }
}

/// `programme.yaml` with another version, and everything else as it is written.
fn versioned(project: &Project, version: &str) -> Option<String> {
    let text = crate::syntax::text(project.tree.bytes(FILE)?).into_owned();
    let span: Span = project.programme.project.written.get("version")?.span;
    Some(super::fix::edited(text, &[(span, version)]))
}
