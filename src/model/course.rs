//! The certification course: its modules in order, their knowledge checks, and what an LMS must be able to keep of a learner.
//!
//! Short keys stand for modules and knowledge checks in what is kept. A key holds across versions as long as what it stands
//! for means the same, so that a learner who comes back to a newer version keeps exactly what is unchanged.

use std::collections::BTreeMap;

use ct_codecs::{Base64UrlSafeNoPadding, Encoder};

use super::Programme;
use super::block::{Answer, Block, Kind, Question, Task};
use super::meaning::Filled;
use super::page::{Page, Translation};
use super::project::{Project, by_name};
use super::prose::plain;
use crate::source::sha256;
use crate::syntax::yaml::Yaml;

/// `course` in `programme.yaml`.
#[derive(Clone, Debug, Default)]
pub struct Course {
    pub id: String,
    /// By language.
    pub title: BTreeMap<String, String>,
    /// Ids of pages, in order.
    pub modules: Vec<String>,
    /// In percent. Without it a course is done when everything is read and every check handed in.
    pub pass: Option<u32>,
    /// The modules whose questions make the score; all of them when empty.
    pub counts: Vec<String>,
    /// How many times a knowledge check may be taken; any number without it.
    pub tries: Option<u32>,
    pub hours: Option<u32>,
    /// How long a certificate holds, as an ISO 8601 duration.
    pub valid: Option<String>,
}

/// Reads `course`; what is `undecided` is as if it were left out.
pub fn read(yaml: &Yaml) -> Course {
    let text = |key: &str| yaml.get(key)?.text().filter(|text| *text != "undecided").map(str::to_string);
    let number = |key: &str| u32::try_from(yaml.get(key)?.whole()?).ok();
    let ids = |key: &str| {
        let ids = yaml.get(key).map_or(&[][..], Yaml::many).iter().filter_map(Yaml::text);
        ids.filter(|id| *id != "undecided").map(str::to_string).collect()
    };
    Course {
        id: text("id").unwrap_or_default(),
        title: yaml.get("title").map(by_name).unwrap_or_default(),
        modules: ids("modules"),
        pass: number("pass"),
        counts: ids("counts"),
        tries: number("tries"),
        hours: number("hours"),
        valid: text("valid"),
    }
}

/// A module in one language.
pub struct Module<'a> {
    pub page: &'a Page,
    pub text: &'a Translation,
    /// Stands for its id.
    pub key: String,
    /// Stands for what it means in this language.
    pub mark: String,
    pub checks: Vec<Check<'a>>,
    /// The words of its facts and links.
    pub fill: Filled<'a>,
    /// Whether its questions make the course's score.
    pub counts: bool,
}

/// A knowledge check.
pub struct Check<'a> {
    pub task: &'a Task,
    /// Stands for its questions, their options and which of them are right.
    pub key: String,
    pub pass: Option<u32>,
    pub questions: &'a [Question],
}

impl Project {
    /// The course's modules in order.
    pub fn modules(&self) -> &[String] {
        self.course.as_ref().map_or(&[], |course| &course.modules)
    }

    /// Whether a build makes what belongs to the course.
    pub fn makes_course(&self) -> bool {
        self.course.is_some() && self.outputs.iter().any(|output| output == "course")
    }
}

impl Programme {
    /// The course's modules that are written in a language, in order.
    pub fn modules(&self, language: usize) -> Vec<Module<'_>> {
        let Some(course) = &self.project.course else { return Vec::new() };
        let module = |id: &String| {
            let page = self.page(id)?;
            Some(self.module(course, language, page, page.in_language(language)?))
        };
        course.modules.iter().filter_map(module).collect()
    }

    fn module<'a>(&'a self, course: &Course, at: usize, page: &'a Page, text: &'a Translation) -> Module<'a> {
        let fill = Filled { programme: self, language: at, from: &text.path };
        let mut checks = Vec::new();
        Block::walk(&text.blocks, &mut |block| {
            if let Kind::Task(task) = &block.kind
                && let Answer::Quiz { pass, questions } = &task.answer
            {
                checks.push(Check { task, key: key(&asked(task, questions, &fill)), pass: *pass, questions });
            }
        });
        Module {
            page,
            text,
            key: key(&page.id),
            mark: key(&self.meaning(at, text)),
            checks,
            counts: course.counts.is_empty() || course.counts.contains(&page.id),
            fill,
        }
    }
}

/// What a knowledge check asks, in canonical form. What is said of an answer afterwards is no part of it.
fn asked(task: &Task, questions: &[Question], fill: &Filled) -> String {
    let mut text = format!("{}\n", task.id.value);
    for question in questions {
        text += &format!("{} {}\n", question.id.value, plain(&question.text, fill));
        for option in &question.options {
            let mark = if option.right { 'x' } else { ' ' };
            text += &format!("[{mark}] {} {}\n", option.id.value, plain(&option.text, fill));
        }
    }
    text
}

/// Four characters that stand for a text: 24 bits of its SHA-256 in URL-safe base64.
fn key(text: &str) -> String {
    let bytes = u32::from_str_radix(&sha256(text.as_bytes())[..6], 16).unwrap_or_default().to_be_bytes();
    Base64UrlSafeNoPadding::encode_to_string(&bytes[1..]).unwrap_or_default()
}

/// The characters that SCORM 1.2 gives a course to keep what it must know of a learner.
pub const SUSPENDED: usize = 4096;

/// The most characters that these modules take there: `themes/default/course/assets/lms.js/1-learner.js` has the form.
pub fn suspended(modules: &[Module]) -> usize {
    // The form, a count, two versions of three numbers.
    const HEAD: usize = 2 + 8 + 2 * 16;
    let answers = |question: &Question| question.options.len().div_ceil(6);
    let check = |check: &Check| ",kkkkbbt~".len() + check.questions.iter().map(answers).sum::<usize>();
    let module = |module: &Module| ".kkkkmmmm".len() + module.checks.iter().map(check).sum::<usize>();
    HEAD + modules.iter().map(module).sum::<usize>()
}
