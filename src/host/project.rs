//! A project read and checked: what every command that looks at content begins with.

use std::path::PathBuf;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use rayon::prelude::*;

use super::cli::{Common, End};
use super::progress::Progress;
use super::report::{Format, Report};
use super::{disk, git, make};
use crate::Kept;
use crate::check::Beside;
use crate::diag::{Diagnostic, Level, Message, nearest};
use crate::emit::{self, Stop};
use crate::message;
use crate::model::Programme;
use crate::model::page::Page;
use crate::model::words::{Arg, Words};
use crate::release::lock::Lock;
use crate::release::{Stamp, working_version};
use crate::render::theme::Theme;
use crate::source::{Path, Tree};

/// A project that has been read and checked.
pub struct Project {
    pub root: PathBuf,
    pub tree: Tree,
    pub lock: Option<Arc<Lock>>,
    pub programme: Programme,
    pub theme: Arc<Theme>,
    pub words: Arc<Words>,
    pub found: Vec<Diagnostic>,
    began: Instant,
    pub progress: Progress,
    /// Git is asked while the project is read; not again where its answer is known.
    git: Option<JoinHandle<Stamp>>,
}

impl Common {
    /// Reads and checks the project.
    pub fn compile(&self) -> Result<Project, End> {
        let root = self.find_root()?;
        let git = thread::spawn({
            let root = root.clone();
            let epoch = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
            move || git::stamp(&root, epoch)
        });
        self.read(root, git, git::today())
    }

    /// Reads and checks the project in `root`, as on the day `today`; `git` knows the commit it is of.
    pub fn read(&self, root: PathBuf, git: JoinHandle<Stamp>, today: String) -> Result<Project, End> {
        let began = Instant::now();
        let mut progress = Progress::new(self.quiet);
        progress.step(self.words().get("progress-reading").into());
        let tree = disk::read(&root)?;
        progress.end();
        let project = self.examine(root, tree, today, &mut Kept::default())?;
        Ok(Project { began, git: Some(git), ..project })
    }

    /// Checks a project whose files are known already, with what is kept from the last time.
    pub fn examine(&self, root: PathBuf, tree: Tree, today: String, kept: &mut Kept) -> Result<Project, End> {
        let began = Instant::now();
        let words = self.words();
        let progress = Progress::new(self.quiet);
        progress.step(words.get("progress-checking").into());
        let lock = crate::lock_again(&tree, kept)?;
        let beside = Beside { lock: lock.as_ref(), today: Some(today) };
        let programme = crate::compile_again(&tree, &beside, kept);
        let theme = crate::theme_again(&tree, &programme.value, kept);
        let mut found = programme.diagnostics;
        found.extend(theme.diagnostics);
        let (programme, theme) = (programme.value, theme.value);
        Ok(Project { root, tree, lock, programme, theme, words, found, began, progress, git: None })
    }
}

impl Project {
    pub fn has_errors(&self, release: bool) -> bool {
        self.found.iter().any(|found| found.lint.level(release) == Some(Level::Error))
    }

    /// What a working version is stamped with.
    pub fn stamp(&mut self) -> Result<Stamp, End> {
        let stamp = self.git.take().and_then(|git| git.join().ok());
        let stamp = stamp.ok_or_else(|| End::Other("git could not be asked".into()))?;
        Ok(self.stamped(stamp))
    }

    /// What git knows, with the version that the working tree is on its way to.
    pub fn stamped(&self, git: Stamp) -> Stamp {
        Stamp { version: working_version(&self.programme, self.lock.as_deref()), ..git }
    }

    /// Fills each template once, so that a fault in one comes out without a build.
    pub fn try_theme(&mut self, stamp: &Stamp) -> Result<(), End> {
        let editions = &self.programme.project.editions;
        let sample = |edition| make::with_job(self, edition, false, stamp, None, emit::sample);
        let (status, samples) = rayon::join(
            || crate::status_theme(&self.tree, &self.programme, &self.theme).diagnostics,
            || editions.par_iter().map(sample).collect::<Vec<_>>(),
        );
        self.found.extend(status);
        for sample in samples {
            match sample {
                Ok(()) => {}
                Err(Stop::Fault(fault)) => {
                    self.found.push(*fault);
                    return Ok(());
                }
                Err(Stop::Machine(error)) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// Makes what belongs to the course too, whether or not the programme's outputs name it.
    pub fn with_course(&mut self) {
        if self.theme.course.is_none() && self.programme.project.course.is_some() {
            let mut project = (*self.programme.project).clone();
            project.outputs.push("course".into());
            self.programme.project = project.into();
            let theme = crate::theme(&self.tree, &self.programme);
            self.found.extend(theme.diagnostics);
            self.theme = theme.value.into();
        }
    }

    /// The pages that arguments name, by their ids or by one of their files.
    pub fn pages_named(&self, names: &[String]) -> Result<Vec<&Page>, End> {
        let programme = &self.programme;
        let page = |name: &String| {
            let file = Path::new(name);
            let by_id = programme.page(name).or_else(|| programme.fragments.get(name).map(|page| &**page));
            let holds =
                |page: &&Page| page.present().any(|(_, text)| file.as_str().ends_with(text.path.as_str()));
            by_id.or_else(|| programme.everything().find(holds)).ok_or_else(|| {
                let ids = programme.everything().map(|page| page.id.as_str());
                self.unknown(&message!("unknown-page", name = name), name, ids)
            })
        };
        names.iter().map(page).collect()
    }

    /// The number of a language by its code.
    pub fn language_named(&self, code: &str) -> Result<usize, End> {
        let codes = || self.programme.project.languages.iter().map(|language| language.code.as_str());
        codes().position(|known| known == code).ok_or_else(|| {
            let languages = codes().collect::<Vec<_>>().join(", ");
            let unknown = message!("unknown-language", language = code, languages = languages);
            self.unknown(&unknown, code, codes())
        })
    }

    /// That an argument names nothing, and what was meant.
    pub fn unknown<'a>(&self, said: &Message, name: &str, known: impl Iterator<Item = &'a str>) -> End {
        let hint = nearest(name, known).map(|meant| self.say(&message!("did-you-mean", nearest = meant)));
        End::Other([Some(self.say(said)), hint].into_iter().flatten().collect::<Vec<_>>().join(" "))
    }

    /// A message in the author's language.
    pub fn say(&self, message: &Message) -> String {
        self.words.say(message)
    }

    /// Whether a file has faults that stop a build.
    pub fn is_faulty(&self, file: &Path) -> bool {
        let error = |fault: &&Diagnostic| fault.lint.level(false) == Some(Level::Error);
        self.found.iter().filter(error).any(|fault| fault.place.path == *file)
    }

    pub fn report(&self, format: Format, release: bool, color: bool) -> String {
        let says = |found: &&Diagnostic| found.lint.level(release).is_some();
        self.report_of(&self.found.iter().filter(says).cloned().collect::<Vec<_>>(), format, release, color)
    }

    pub fn report_of(&self, found: &[Diagnostic], format: Format, release: bool, color: bool) -> String {
        Report { tree: &self.tree, words: &self.words, release, format, color }.draw(found)
    }

    /// The last line: how many faults, how many pages, how long.
    pub fn summary(&self, release: bool) -> String {
        let count =
            |level| self.found.iter().filter(|found| found.lint.level(release) == Some(level)).count() as i64;
        let (errors, warnings) = (count(Level::Error), count(Level::Warning));
        let pages = self.programme.everything().map(|page| page.present().count()).sum::<usize>() as i64;
        let time = seconds(self.began.elapsed());
        let args = [
            ("errors", Arg::Number(errors)),
            ("warnings", Arg::Number(warnings)),
            ("pages", Arg::Number(pages)),
            ("time", Arg::Text(&time)),
        ];
        let id = if errors + warnings == 0 { "summary-clean" } else { "summary" };
        self.words.fill(id, &args).unwrap_or_default()
    }
}

/// The lock of a project; none before the first release.
pub fn read_lock(tree: &Tree) -> Result<Option<Lock>, End> {
    Ok(Lock::read(tree)?)
}

fn seconds(time: Duration) -> String {
    match time.as_millis() {
        short @ 0..1000 => format!("{short} ms"),
        _ => format!("{:.1} s", time.as_secs_f64()),
    }
}
