//! `andrum build`: every edition that is asked for, written all or nothing.

use std::io::{self, IsTerminal};

use super::cli::{Common, End};
use super::make::{self, Wish};
use super::report::Format;
use crate::emit::{BACKENDS, Stop, status};
use crate::message;
use crate::model::Programme;
use crate::model::project::INTERNAL;

/// Builds what is asked for; empty lists ask for everything.
pub fn run(common: &Common, only: &[String], editions: &[String], lang: Option<&str>) -> Result<(), End> {
    let mut project = common.compile()?;
    let outputs = outputs(&project.programme, only)?;
    known_editions(&project.programme, editions)?;
    if let Some(code) = lang {
        project.programme = in_language(&project.programme, code)?;
        project.theme = crate::theme(&project.tree, &project.programme).value.into();
    }
    if outputs.iter().any(|name| name == "course") {
        if project.programme.project.course.is_none() {
            return Err(End::Other(project.say(&message!("course-none"))));
        }
        project.with_course();
    }
    let stamp = project.stamp()?;
    let out = common.out(&project.root);
    let (sign, news) = (None, &|_: &Programme| Default::default());
    let wish = Wish { outputs: &outputs, editions, stamp: &stamp, out: &out, sign, news };
    if !wish.is_internal() && !wish.is_for_readers() {
        return Err(End::Other(format!(
            "--only and --edition leave nothing to make: {INTERNAL} holds the status page and nothing else"
        )));
    }
    let internal =
        wish.is_internal().then(|| crate::status_theme(&project.tree, &project.programme, &project.theme));
    let internal = internal.map(|theme| {
        project.found.extend(theme.diagnostics);
        theme.value
    });
    project.progress.step(project.words.get("progress-writing").into());
    let written = if project.has_errors(false) {
        Err(End::Content)
    } else {
        match make::stage(&project, &wish, internal.as_ref()) {
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
        make::put_in_place(common, &project, stages)?;
    }
    if written.is_err() || !common.quiet {
        eprintln!("{}", project.summary(false));
    }
    // The program ends here: taking ten thousand pages apart piece by piece would be work for nothing.
    let result = written.as_ref().map(drop).map_err(|_| End::Content);
    std::mem::forget((project, written));
    result
}

/// The outputs to make: those asked for, else those the programme names and the status page.
pub fn outputs(programme: &Programme, only: &[String]) -> Result<Vec<String>, End> {
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
