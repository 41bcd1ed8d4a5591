//! `andrum build`: every edition that is asked for, written all or nothing.

use std::borrow::Cow;
use std::io::{self, IsTerminal};
use std::path::Path;

use rayon::prelude::*;

use super::cli::{Common, End, print};
use super::disk;
use super::project::Project;
use super::publish::{LanguageState, Release, Source, Stage};
use super::report::Format;
use crate::emit::site::door;
use crate::emit::{BACKENDS, Job, Stop, status};
use crate::model::Programme;
use crate::model::approval::is_approved;
use crate::model::project::{Edition, INTERNAL};
use crate::model::words::Arg;
use crate::release::{Stamp, Version};
use crate::render::theme::Theme;

/// Builds what is asked for; empty lists ask for everything.
pub fn run(common: &Common, only: &[String], editions: &[String], lang: Option<&str>) -> Result<(), End> {
    let mut project = common.compile()?;
    let outputs = outputs(&project.programme, only)?;
    known_editions(&project.programme, editions)?;
    if !internal(&outputs, editions) && !for_readers(&outputs, editions) {
        return Err(End::Other(format!(
            "--only and --edition leave nothing to make: {INTERNAL} holds the status page and nothing else"
        )));
    }
    if let Some(code) = lang {
        project.programme = in_language(&project.programme, code)?;
        project.theme = crate::theme(&project.tree, &project.programme).value;
    }
    let internal =
        internal(&outputs, editions).then(|| crate::status_theme(&project.tree, &project.programme));
    let internal = internal.map(|theme| {
        project.found.extend(theme.diagnostics);
        theme.value
    });
    let out = common.out.clone().unwrap_or_else(|| project.root.join("dist"));
    project.progress.step(project.words.get("progress-writing").into());
    let written = if project.has_errors(false) {
        Err(End::Content)
    } else {
        let stamp = project.stamp()?;
        match stage(&project, &stamp, &outputs, editions, internal.as_ref(), &out) {
            Ok(stages) => Ok(stages),
            Err(Stop::Machine(error)) => return Err(error.into()),
            Err(Stop::Fault(fault)) => {
                project.found.push(*fault);
                Err(End::Content)
            }
        }
    };
    project.progress.end();
    if written.is_err() || !common.quiet {
        eprint!("{}", project.report(Format::Text, false, common.colored(io::stderr().is_terminal())));
    }
    if let Ok(stages) = &written {
        for Staged { edition, pages, stage } in stages {
            let folder = stage.commit()?;
            if !common.quiet {
                let args = [("edition", Arg::Text(edition)), ("pages", Arg::Number(*pages as i64))];
                eprintln!("{}", project.words.fill("built", &args).unwrap_or_default());
            }
            print(&format!("{}\n", folder.display()))?;
        }
    }
    if written.is_err() || !common.quiet {
        eprintln!("{}", project.summary(false));
    }
    // The program ends here: taking ten thousand pages apart piece by piece would be work for nothing.
    let result = written.as_ref().map(drop).map_err(|_| End::Content);
    std::mem::forget((project, written));
    result
}

/// An edition that is written and waits to be put in its place.
struct Staged {
    edition: String,
    pages: usize,
    stage: Stage,
}

/// Writes every edition beside its place, all at once. A fault, in the theme or of the machine, takes all of them back.
/// `internal` is what the status page wears, where it is asked for.
fn stage(
    project: &Project,
    stamp: &Stamp,
    outputs: &[String],
    editions: &[String],
    internal: Option<&Theme>,
    out: &Path,
) -> Result<Vec<Staged>, Stop> {
    let is_asked = |edition: &&Edition| editions.is_empty() || editions.contains(&edition.name);
    let readers = project.programme.project.editions.iter().filter(|_| for_readers(outputs, editions));
    let readers = readers.filter(is_asked).map(|edition| (edition.clone(), None));
    let asked: Vec<(Edition, Option<&Theme>)> =
        readers.chain(internal.map(|theme| (status::edition(), Some(theme)))).collect();
    let staged: Vec<(Option<Staged>, Result<(), Stop>)> = asked
        .into_par_iter()
        .map(|(edition, internal)| {
            let programme = match internal {
                Some(_) => Cow::Borrowed(&project.programme),
                None => Cow::Owned(project.programme.seen_by(&edition)),
            };
            let (theme, lock, read) = (&project.theme, project.lock.as_ref(), &disk::media);
            let approved = is_approved(&project.programme, &programme);
            let job = Job { programme: &programme, edition: &edition, theme, stamp, lock, approved, read };
            let stage = match Stage::open(out, &edition.name, &stamp.version) {
                Ok(stage) => stage,
                Err(error) => return (None, Err(error.into())),
            };
            let sink = |file| {
                project.progress.count();
                stage.put(file)
            };
            let written = match internal {
                Some(theme) => status::emit(&job, theme, &sink),
                None => crate::emit(&job, outputs, &sink),
            };
            let made = outputs.iter().filter(|name| (*name == status::NAME) == internal.is_some()).cloned();
            let release = || release(&job, made.collect());
            let front = |versions: &[Version]| match internal {
                Some(_) => Ok(vec![("index.html".into(), door::index(&job, versions)?)]),
                None => door::front(&job, versions),
            };
            let written = written.and_then(|()| stage.seal(release(), stamp, front));
            (Some(Staged { edition: edition.name.clone(), pages: programme.pages.len(), stage }), written)
        })
        .collect();
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

/// The outputs to make: those asked for, else those the programme names and the status page.
fn outputs(programme: &Programme, only: &[String]) -> Result<Vec<String>, End> {
    let known: Vec<&str> = BACKENDS.iter().map(|backend| backend.name).chain([status::NAME]).collect();
    match only.iter().find(|name| !known.contains(&name.as_str())) {
        Some(name) => {
            Err(End::Other(format!("--only {name}: there is no such output; there are {}", known.join(", "))))
        }
        None if only.is_empty() => {
            let named = programme.project.outputs.iter().cloned();
            Ok(named.chain([status::NAME.into()]).collect())
        }
        None => Ok(only.to_vec()),
    }
}

/// Whether the status page is made: an edition of its own, which a build of other editions leaves alone.
fn internal(outputs: &[String], editions: &[String]) -> bool {
    outputs.iter().any(|name| name == status::NAME)
        && (editions.is_empty() || editions.iter().any(|name| name == INTERNAL))
}

/// Whether an edition for readers is made.
fn for_readers(outputs: &[String], editions: &[String]) -> bool {
    outputs.iter().any(|name| name != status::NAME)
        && (editions.is_empty() || editions.iter().any(|name| name != INTERNAL))
}

fn in_language(programme: &Programme, code: &str) -> Result<Programme, End> {
    let codes: Vec<&str> =
        programme.project.languages.iter().map(|language| language.code.as_str()).collect();
    if codes.contains(&code) {
        return Ok(programme.in_language(code));
    }
    Err(End::Other(format!("--lang {code}: the programme has {}", codes.join(", "))))
}

fn known_editions(programme: &Programme, names: &[String]) -> Result<(), End> {
    let own = programme.project.editions.iter().map(|edition| edition.name.as_str());
    let known: Vec<&str> = own.chain([INTERNAL]).collect();
    match names.iter().find(|name| !known.contains(&name.as_str())) {
        Some(name) => Err(End::Other(format!("--edition {name}: the programme has {}", known.join(", ")))),
        None => Ok(()),
    }
}

fn release(job: &Job, outputs: Vec<String>) -> Release {
    let project = &job.programme.project;
    let languages = project.languages.iter().enumerate().map(|(at, language)| {
        let (there, missing): (Vec<_>, Vec<_>) =
            job.programme.pages.iter().partition(|page| page.in_language(at).is_some());
        LanguageState {
            code: language.code.clone(),
            tag: language.tag.clone(),
            pages: there.len(),
            missing: missing.into_iter().map(|page| page.id.clone()).collect(),
        }
    });
    Release {
        programme: project.id.clone(),
        version: job.stamp.version.clone(),
        edition: job.edition.name.clone(),
        created: job.stamp.created.clone(),
        source: Source { commit: job.stamp.commit.clone(), dirty: job.stamp.dirty.then_some(true) },
        compiler: concat!("andrum ", env!("CARGO_PKG_VERSION")).into(),
        languages: languages.collect(),
        approvals: Vec::new(),
        approved: job.approved,
        outputs,
        files: Vec::new(),
    }
}
