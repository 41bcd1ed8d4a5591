//! A project's editions to what is written of them: all of them beside their places, or nothing.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::cli::{Common, End, print};
use super::disk;
use super::project::Project;
use super::publish::{Approvals, LanguageState, Release, Source, Stage};
use crate::emit::bundle::promised::{self, Bundle};
use crate::emit::site::door;
use crate::emit::{self, Body, File, Job, Sign, Stop, status};
use crate::model::Programme;
use crate::model::project::{Edition, INTERNAL};
use crate::model::standing::Standing;
use crate::model::words::Arg;
use crate::release::{Stamp, Version, working_version};
use crate::render::theme::Theme;

/// What is made, and where.
pub struct Wish<'a> {
    pub outputs: &'a [String],
    /// Empty for all of them.
    pub editions: &'a [String],
    pub stamp: &'a Stamp,
    pub out: &'a Path,
    pub sign: Option<Sign<'a>>,
    /// What is new for an edition's readers, by language.
    pub news: &'a (dyn Fn(&Programme) -> BTreeMap<String, Vec<String>> + Sync),
}

impl Wish<'_> {
    /// Whether the status page is made: an edition of its own, which a build of other editions leaves alone.
    pub fn is_internal(&self) -> bool {
        let is_asked = self.editions.is_empty() || self.editions.iter().any(|name| name == INTERNAL);
        self.outputs.iter().any(|name| name == status::NAME) && is_asked
    }

    /// Whether an edition for readers is made.
    pub fn is_for_readers(&self) -> bool {
        let is_asked = self.editions.is_empty() || self.editions.iter().any(|name| name != INTERNAL);
        self.outputs.iter().any(|name| name != status::NAME) && is_asked
    }

    /// Whether anything that is made wears a theme, which the bundle does not.
    fn wears_a_theme(&self) -> bool {
        self.outputs.iter().any(|name| name != "bundle")
    }

    /// The editions that are made of a programme; the status page's wears a theme of its own.
    fn editions<'t>(
        &self,
        programme: &Programme,
        internal: Option<&'t Theme>,
    ) -> Vec<(Edition, Option<&'t Theme>)> {
        let is_asked = |edition: &&Edition| self.editions.is_empty() || self.editions.contains(&edition.name);
        let readers = programme.project.editions.iter().filter(|_| self.is_for_readers()).filter(is_asked);
        let internal = internal.filter(|_| self.is_internal()).map(|theme| (status::edition(), Some(theme)));
        readers.map(|edition| (edition.clone(), None)).chain(internal).collect()
    }
}

/// An edition that is written and waits to be put in its place.
pub struct Staged {
    pub edition: String,
    pub pages: usize,
    pub stage: Stage,
}

/// Writes every edition beside its place, all at once. A fault, in the theme or of the machine, takes all of them back.
/// `internal` is what the status page wears.
pub fn stage(project: &Project, wish: &Wish, internal: Option<&Theme>) -> Result<Vec<Staged>, Stop> {
    let editions = wish.editions(&project.programme, internal);
    let one = |(edition, internal): (Edition, Option<&Theme>)| one(project, wish, &edition, internal);
    // The last begins first: one core is long at the status page.
    let write =
        || editions.into_par_iter().rev().map(one).collect::<Vec<(Option<Staged>, Result<(), Stop>)>>();
    let make_small = || wish.wears_a_theme().then(|| project.theme.make_small());
    let (mut staged, _) = rayon::join(write, make_small);
    staged.reverse();
    let mut stages = Vec::new();
    let mut first_fault = Ok(());
    for (stage, written) in staged {
        stages.extend(stage);
        first_fault = first_fault.and(written);
    }
    match first_fault {
        Ok(()) => Ok(stages),
        Err(stop) => {
            stages.into_iter().for_each(|staged| staged.stage.abandon());
            Err(stop)
        }
    }
}

fn one(
    project: &Project,
    wish: &Wish,
    edition: &Edition,
    internal: Option<&Theme>,
) -> (Option<Staged>, Result<(), Stop>) {
    let mut stage = match Stage::open(wish.out, &edition.name, &wish.stamp.version) {
        Ok(stage) => stage,
        Err(error) => return (None, Err(error.into())),
    };
    let pages = |job: &Job| job.programme.pages.len();
    let written = with_job(project, edition, internal.is_some(), wish.stamp, wish.sign, |job| {
        let sink = |file| {
            project.progress.count();
            stage.put(file)
        };
        match internal {
            Some(theme) => status::emit(job, theme, &sink)?,
            None => crate::emit(job, wish.outputs, &sink)?,
        }
        let is_made = |name: &&String| (*name == status::NAME) == internal.is_some();
        let release = release(job, wish.outputs.iter().filter(is_made).cloned().collect());
        let news = if internal.is_some() { BTreeMap::new() } else { (wish.news)(job.programme) };
        stage.complete(
            release,
            wish.stamp,
            news,
            wish.sign,
            |versions: &[Version], standing: &[String]| match internal {
                Some(_) => Ok(vec![("index.html".into(), door::index(job, versions)?)]),
                None => door::front(job, versions, standing),
            },
        )?;
        Ok(pages(job))
    });
    let (pages, written) = match written {
        Ok(pages) => (pages, Ok(())),
        Err(stop) => (0, Err(stop)),
    };
    (Some(Staged { edition: edition.name.clone(), pages, stage }), written)
}

/// Puts every edition in its place, and tells of each. Each step is taken for all of them before the next, so that one edition
/// is never new for long while another is old; a run that is cut short after the first is finished by the next run.
pub fn put_in_place(common: &Common, project: &Project, stages: &[Staged]) -> Result<(), End> {
    stages.iter().try_for_each(|staged| staged.stage.seal())?;
    let placed = stages.iter().map(|staged| staged.stage.place()).collect::<io::Result<Vec<_>>>()?;
    placed.iter().try_for_each(|placed| placed.list())?;
    for (Staged { edition, pages, .. }, placed) in stages.iter().zip(placed) {
        let folder = placed.tidy()?;
        if !common.quiet {
            let args = [("edition", Arg::Text(edition)), ("pages", Arg::Number(*pages as i64))];
            eprintln!("{}", project.words.fill("built", &args).unwrap_or_default());
        }
        print(&format!("{}\n", folder.display()))?;
    }
    Ok(())
}

/// Does something with everything that an edition is made from; `whole` hands over the programme that nothing was taken from.
pub fn with_job<T>(
    project: &Project,
    edition: &Edition,
    whole: bool,
    stamp: &Stamp,
    sign: Option<Sign>,
    work: impl FnOnce(&Job) -> T,
) -> T {
    let seen = match whole {
        true => Cow::Borrowed(&project.programme),
        false => Cow::Owned(project.programme.seen_by(edition)),
    };
    let standing = &Standing::of(&project.programme, &seen, &project.found);
    let (programme, theme, lock, read) = (&*seen, &project.theme, project.lock.as_deref(), &disk::media);
    work(&Job { programme, edition, theme, stamp, lock, standing, read, sign })
}

/// An edition's bundle as it would be built.
pub fn bundle(project: &Project, edition: &Edition) -> Result<Bundle, End> {
    let version = working_version(&project.programme, project.lock.as_deref());
    let created = "1980-01-01T00:00:00Z".into();
    let stamp = Stamp { version, created, commit: None, dirty: false, updated: BTreeMap::new() };
    let files = Mutex::new(BTreeMap::new());
    let sink = |file: File| {
        // Media are known by their rows, and compared by them.
        if let Body::Bytes(bytes) = file.body
            && !file.path.ends_with(".zip")
        {
            files.lock().unwrap_or_else(PoisonError::into_inner).insert(file.path, bytes);
        }
        Ok(())
    };
    with_job(project, edition, false, &stamp, None, |job| emit::bundle::emit(job, &sink)).map_err(
        |stop| match stop {
            Stop::Machine(error) => error.into(),
            Stop::Fault(_) => End::Content,
        },
    )?;
    let files = files.into_inner().unwrap_or_else(PoisonError::into_inner);
    let read = |file: &promised::File| {
        files.get(&format!("bundle/blobs/{}", file.sha256)).map(|bytes| bytes.to_vec())
    };
    let manifest = files.get("bundle/manifest.json").map(|bytes| bytes.to_vec()).unwrap_or_default();
    Bundle::read(&manifest, &read).ok_or_else(|| End::Other("the bundle that was made can't be read".into()))
}

fn release(job: &Job, outputs: Vec<String>) -> Release {
    let project = &job.programme.project;
    let standing = job.standing;
    let languages = project.languages.iter().enumerate().map(|(at, language)| {
        let (there, missing): (Vec<_>, Vec<_>) =
            job.programme.pages.iter().partition(|page| page.in_language(at).is_some());
        let is_stale = |path| standing.stale.contains(path);
        let stale = there.iter().filter(|page| page.in_language(at).is_some_and(|text| is_stale(&text.path)));
        LanguageState {
            code: language.code.clone(),
            tag: language.tag.clone(),
            pages: there.len(),
            missing: missing.iter().map(|page| page.id.clone()).collect(),
            stale: stale.map(|page| page.id.clone()).collect(),
        }
    });
    let approvals = standing.roles.iter().map(|row| Approvals {
        role: row.role.clone(),
        texts: row.texts,
        of: row.of,
        first: row.dates.as_ref().map(|(first, _)| first.clone()),
        last: row.dates.as_ref().map(|(_, last)| last.clone()),
    });
    Release {
        programme: project.id.clone(),
        version: job.stamp.version.clone(),
        edition: job.edition.name.clone(),
        created: job.stamp.created.clone(),
        source: Source { commit: job.stamp.commit.clone(), dirty: job.stamp.dirty.then_some(true) },
        compiler: concat!("andrum ", env!("CARGO_PKG_VERSION")).into(),
        languages: languages.collect(),
        approvals: approvals.collect(),
        approved: standing.approved,
        outputs,
        files: Vec::new(),
    }
}
