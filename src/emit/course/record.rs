//! The course's record: what a release taught, and the certificate that names it. Proof for the day of certification and for
//! whoever asks years later: modules, hours, outcomes, the question that tests each of them, versions and hashes.

use serde::Serialize;

use super::counted;
use crate::emit::site::view::{Lang, shown};
use crate::emit::{File, Job, Sink, Stop};
use crate::model::course::{Course, Module};
use crate::model::prose::plain;
use crate::model::words::{Arg, Words};
use crate::release::lock::Lock;
use crate::render::theme::Theme;

/// What a course asks of a learner, in words.
#[derive(Clone, Default, Serialize)]
pub struct Facts {
    pub hours: Option<String>,
    pub pass: Option<String>,
    pub tries: Option<String>,
    pub valid: Option<String>,
}

pub fn facts(course: &Course, pass: Option<u32>, words: &Words) -> Facts {
    let say = |id: &'static str, number: Option<u32>| Some(counted(words, id, number?.into()));
    Facts {
        hours: say("course-hours", course.hours),
        pass: say("course-pass", pass),
        tries: say("course-tries", course.tries),
        valid: course.valid.as_deref().and_then(|valid| lasting(valid, words)),
    }
}

/// An ISO 8601 duration of one unit in words; a longer one as it is written.
fn lasting(duration: &str, words: &Words) -> Option<String> {
    let (number, unit) = duration.strip_prefix('P')?.split_at_checked(duration.len() - 2)?;
    let id = match unit {
        "Y" => "course-valid-years",
        "M" => "course-valid-months",
        "W" => "course-valid-weeks",
        _ => return Some(duration.into()),
    };
    Some(number.parse().map_or_else(|_| duration.into(), |number| counted(words, id, number)))
}

/// A module as lists and records show it.
#[derive(Serialize)]
pub struct ModuleView<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub summary: Option<&'a str>,
    pub minutes: Option<u32>,
    /// From the start page.
    pub href: String,
    pub questions: usize,
    pub outcomes: Vec<OutcomeView<'a>>,
    /// Hash of what it says in this language.
    pub meaning: String,
    pub counts: bool,
}

#[derive(Serialize)]
pub struct OutcomeView<'a> {
    pub id: &'a str,
    pub text: &'a str,
    /// The questions that test it.
    pub questions: Vec<String>,
}

pub fn module_view<'a>(module: &'a Module) -> ModuleView<'a> {
    let questions = || module.checks.iter().flat_map(|check| check.questions);
    let outcomes = module.text.outcomes.iter().map(|(id, text)| OutcomeView {
        id: &id.value,
        text,
        questions: questions()
            .filter(|question| question.outcome.as_ref().is_some_and(|outcome| outcome.value == id.value))
            .map(|question| plain(&question.text, &module.fill))
            .collect(),
    });
    ModuleView {
        id: &module.page.id,
        title: &module.text.title.value,
        summary: module.text.summary.as_deref(),
        minutes: module.page.facts.minutes,
        href: format!("{}/index.html", module.page.id),
        questions: questions().count(),
        outcomes: outcomes.collect(),
        meaning: module.fill.programme.meaning(module.fill.language, module.text),
        counts: module.counts,
    }
}

/// Writes the pages of `record/`: for each language what was taught, and the certificate.
pub fn emit(job: &Job, theme: &Theme, course: &Course, sink: Sink) -> Result<(), Stop> {
    let (project, stamp) = (&job.programme.project, job.stamp);
    for (at, row) in project.languages.iter().enumerate() {
        let words = theme.words(at);
        let modules = job.programme.modules(at);
        #[derive(Serialize)]
        struct Dated<'a> {
            #[serde(flatten)]
            view: ModuleView<'a>,
            /// The version in which it was first released.
            since: &'a str,
        }
        let dated = modules.iter().map(|module| Dated {
            view: module_view(module),
            since: Lock::since(job.lock, &module.page.id, stamp.coming()),
        });
        let rows: Vec<Dated> = dated.collect();
        let facts = facts(course, course.pass, words);
        let lang = Lang { code: &row.code, tag: &row.tag, direction: &row.direction };
        let title = course.title.get(&row.code).unwrap_or(&course.id);
        let programme = project.title.get(&row.code).unwrap_or(&project.id);
        let (version, commit, dirty) = (&stamp.version, &stamp.commit, stamp.dirty);
        let date = day(&stamp.created, words);
        let released = stamp.is_released();
        let unapproved = !job.standing.approved;
        let course = &course.id;
        for (template, file) in [("record.html", "index.html"), ("certificate.html", "certificate.html")] {
            #[rustfmt::skip]
            let shown = shown![
                lang, title, programme, course, version, date, commit, dirty, released, unapproved, facts, rows,
            ];
            sink(File::new(format!("record/{}/{file}", row.code), theme.fill(template, at, shown)?))?;
        }
    }
    Ok(())
}

/// The day of an instant, in words.
fn day(instant: &str, words: &Words) -> String {
    let date = instant.split('T').next().unwrap_or_default();
    let [year, month, day] = date.split('-').collect::<Vec<_>>()[..] else { return date.into() };
    let number = |digits: &str| Arg::Number(digits.parse().unwrap_or_default());
    let parts = [("day", number(day)), ("month", number(month)), ("year", Arg::Text(year))];
    words.fill("date", &parts).unwrap_or_else(|| date.into())
}
