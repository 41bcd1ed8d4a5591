//! The course: packages that an LMS takes as they are, the record of what was taught, and the guide for its trainers.
//!
//! A package is the pages of the course in one language inside a window that speaks to the LMS (`themes/default/course/`). The
//! same pages make every package of a language, and are compressed once.

mod config;
mod guide;
mod manifest;
mod record;

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use super::site::Site;
use super::site::view::shown;
use super::zip::{Member, Pool};
use super::{Body, File, Job, Sink, Stop};
use crate::model::Programme;
use crate::model::audience::Audiences;
use crate::model::course::{Course, Module};
use crate::model::project::{Edition, Project};
use crate::model::words::Arg;
use crate::render::theme::Theme;
use manifest::{STANDARDS, Standard};

/// Files of the theme that only a site's own pages ask for.
const OF_THE_SITE: &[&str] = &["mine.js", "search.js", "stem.js"];

/// Writes what an edition's readers need of the course: packages and record where they take it, the guide where they lead it.
/// Where both read the same edition there are no packages: they would hold the trainers' notes.
pub fn emit(job: &Job, sink: Sink) -> Result<(), Stop> {
    let (Some(course), Some(theme)) = (&job.programme.project.course, &job.theme.course) else {
        return Ok(());
    };
    match Reader::of(job.edition) {
        Reader::Trainer => {
            paper("guide", theme, sink)?;
            guide::emit(job, theme, course, sink)
        }
        Reader::Trainee => {
            for at in 0..job.programme.project.languages.len() {
                Shelf::of(job, theme, course, at).packages(&Changed::ANY, sink)?;
            }
            paper("record", theme, sink)?;
            record::emit(job, theme, course, sink)
        }
        Reader::Other => Ok(()),
    }
}

/// Writes what pages wear that are read and printed, and need no script.
fn paper(folder: &str, theme: &Theme, sink: Sink) -> Result<(), Stop> {
    let is_of_paper = |name: &str| [".css", ".woff2", ".svg"].iter().any(|ending| name.ends_with(ending));
    for asset in theme.assets.iter().filter(|asset| is_of_paper(&asset.name)) {
        sink(File::new(format!("{folder}/assets/{}", asset.name), asset.bytes().to_vec()))?;
    }
    Ok(())
}

/// The packages of each language that hold only the modules of some ids, for those who were certified on an earlier version.
pub fn since(job: &Job, version: &str, modules: &[Vec<String>], sink: Sink) -> Result<(), Stop> {
    let (Some(course), Some(theme)) = (&job.programme.project.course, &job.theme.course) else {
        return Ok(());
    };
    if !matches!(Reader::of(job.edition), Reader::Trainee) {
        return Ok(());
    }
    for (at, ids) in modules.iter().enumerate().filter(|(_, ids)| !ids.is_empty()) {
        Shelf::of(job, theme, course, at).packages(&Changed { since: Some(version), modules: ids }, sink)?;
    }
    Ok(())
}

/// Fills every template once and keeps nothing: what `check` does to find faults in a theme.
pub fn sample(job: &Job) -> Result<(), Stop> {
    let (Some(course), Some(theme)) = (&job.programme.project.course, &job.theme.course) else {
        return Ok(());
    };
    match Reader::of(job.edition) {
        Reader::Trainer => guide::emit(job, theme, course, &|_| Ok(())),
        Reader::Trainee => {
            for at in 0..job.programme.project.languages.len() {
                Shelf::of(job, theme, course, at).sample()?;
            }
            record::emit(job, theme, course, &|_| Ok(()))
        }
        Reader::Other => Ok(()),
    }
}

/// Whom an edition is for, as the course sees it.
enum Reader {
    /// Whoever leads it, and those who take it from the same edition.
    Trainer,
    Trainee,
    Other,
}

impl Reader {
    fn of(edition: &Edition) -> Reader {
        let is_for = |audience| edition.audiences.meets(Audiences::all([audience]));
        match (is_for("trainer"), is_for("trainee")) {
            (true, _) => Reader::Trainer,
            (false, true) => Reader::Trainee,
            (false, false) => Reader::Other,
        }
    }
}

/// What a set of packages is about: all of the course, or what has changed in it since a version.
struct Changed<'a> {
    since: Option<&'a str>,
    modules: &'a [String],
}

impl Changed<'_> {
    const ANY: Changed<'static> = Changed { since: None, modules: &[] };
}

/// Everything that the packages of a language are made of.
struct Shelf<'a> {
    job: &'a Job<'a>,
    /// In this language alone, as the programme is.
    theme: Theme,
    course: &'a Course,
    /// The pages of the course and all that they lead to, in this language alone, under the course's name.
    programme: Programme,
}

/// A package for an LMS: all of the course, or a part of it.
struct Package<'a> {
    course: &'a Course,
    /// Unique in the course and the same in every version: `antistress-terapeut-no-m1`.
    id: String,
    title: &'a str,
    summary: Option<&'a str>,
    /// A module's id; empty for the course.
    part: &'a str,
    /// The beginning of its file's name.
    file: String,
    language: &'a str,
    tag: &'a str,
    version: &'a str,
    /// In percent.
    pass: Option<u32>,
    modules: Vec<&'a Module<'a>>,
    /// What stands for the package among all things in the world.
    iri: String,
    /// Its pages, by id.
    pages: BTreeSet<&'a str>,
    /// The media that they show.
    media: BTreeSet<String>,
}

impl<'a> Shelf<'a> {
    fn of(job: &'a Job<'a>, theme: &Theme, course: &'a Course, at: usize) -> Shelf<'a> {
        let code = &job.programme.project.languages[at].code;
        let alone = job.programme.in_language(code);
        let start: Vec<&str> = course.modules.iter().map(String::as_str).chain(["crisis"]).collect();
        let reached = alone.reached_from(0, &start);
        let title = course.title.get(code).cloned().unwrap_or_else(|| course.id.clone());
        let project = Project {
            title: [(code.clone(), title)].into(),
            // An LMS has no address that search engines may know.
            base_url: None,
            ..(*alone.project).clone()
        };
        let programme = alone.part(project, |page| reached.contains(&*page.id));
        Shelf { job, theme: theme.in_language(at), course, programme }
    }

    fn sample(&self) -> Result<(), Stop> {
        let inner = Job { programme: &self.programme, theme: &self.theme, sign: None, ..*self.job };
        let site = Site::of(&inner).navigable()?;
        let modules = self.programme.modules(0);
        let package = self.package("", modules.iter().collect(), None);
        self.own(&site, &package, &STANDARDS[0], &[])?;
        site.first().map(drop)
    }

    fn packages(&self, changed: &Changed, sink: Sink) -> Result<(), Stop> {
        let (job, programme) = (self.job, &self.programme);
        let inner = Job { programme, theme: &self.theme, sign: None, ..*job };
        let site = Site::of(&inner).navigable()?;
        let files = self.pages(&site)?;
        let pool = Pool::of(&files)?;
        let names: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        let modules = programme.modules(0);
        let is_in = |module: &&Module| changed.since.is_none() || changed.modules.contains(&module.page.id);
        let mut packages = vec![self.package("", modules.iter().filter(is_in).collect(), changed.since)];
        if changed.since.is_none() {
            packages.extend(modules.iter().map(|module| self.package(&module.page.id, vec![module], None)));
        }
        let jobs: Vec<(&Package, &Standard)> = packages
            .iter()
            .flat_map(|package| STANDARDS.iter().map(move |standard| (package, standard)))
            .collect();
        jobs.into_par_iter().try_for_each(|(package, standard)| {
            let wanted: Vec<&str> = names.iter().copied().filter(|name| package.holds(name)).collect();
            let own = self.own(&site, package, standard, &wanted)?;
            let folder = if package.part.is_empty() { "lms" } else { "lms/modules" };
            let path = format!("{folder}/{}.{}.zip", package.file, standard.name);
            Ok(sink(File::new(path, pool.pack(&own, &wanted)?))?)
        })
    }

    /// What some modules make: the course, or one of them as a `part` of it, or what has changed `since` a version.
    fn package<'p>(
        &'p self,
        part: &'p str,
        modules: Vec<&'p Module<'p>>,
        since: Option<&str>,
    ) -> Package<'p> {
        let project = &self.programme.project;
        let language = &project.languages[0];
        let start = modules.iter().map(|module| &*module.page.id).chain(["crisis"]);
        let pages = self.programme.reached_from(0, &start.collect::<Vec<_>>());
        let since = since.map(|version| format!("-since-{version}")).unwrap_or_default();
        let behind = if part.is_empty() { String::new() } else { format!("-{part}") };
        let id = format!("{}-{}{behind}{since}", self.course.id, language.code);
        let own = modules.first().filter(|_| !part.is_empty());
        let whole = project.title.get(&language.code).map_or("", String::as_str);
        Package {
            course: self.course,
            iri: iri(&self.job.programme.project, &id),
            id,
            title: own.map_or(whole, |module| &module.text.title.value),
            summary: own.and_then(|module| module.text.summary.as_deref()),
            part,
            file: format!("{}-{}-{}{behind}{since}", self.course.id, self.job.stamp.version, language.code),
            language: &language.code,
            tag: &language.tag,
            version: &self.job.stamp.version,
            // A module that asks for several marks is held to the highest.
            pass: own
                .and_then(|module| module.checks.iter().filter_map(|check| check.pass).max())
                .or(self.course.pass),
            modules,
            media: self.programme.media_of(0, &pages),
            pages,
        }
    }

    /// The files that packages share, in order.
    fn pages(&self, site: &Site) -> Result<Vec<Member>, Stop> {
        let kept = Mutex::new(Vec::new());
        let keep = |file: File| {
            if file.path.strip_prefix("assets/").is_some_and(|name| OF_THE_SITE.contains(&name)) {
                return Ok(());
            }
            let bytes = match file.body {
                Body::Bytes(bytes) => bytes,
                Body::Media(media) => Arc::new((self.job.read)(&media)?),
            };
            if let Ok(mut kept) = kept.lock() {
                kept.push((file.path, bytes));
            }
            Ok(())
        };
        site.pages(&keep)?;
        site.media(&keep)?;
        let mut files = kept.into_inner().unwrap_or_default();
        files.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok(files)
    }

    /// The files of one package alone: what it is to an LMS, the window, what the scripts know, and where a learner begins.
    fn own(
        &self,
        site: &Site,
        package: &Package,
        standard: &Standard,
        shared: &[&str],
    ) -> Result<Vec<Member>, Stop> {
        let words = self.theme.words(0);
        let rows: Vec<_> = package.modules.iter().map(|module| record::module_view(module)).collect();
        let facts = record::facts(package.course, package.pass, words);
        let more = shown![rows, facts];
        let window = {
            let (root, policy) = ("", POLICY);
            let mut more = more.clone();
            more.extend(shown![root, policy]);
            site.start(0, "frame.html", more)?
        };
        let start = site.start(0, "home.html", more)?;
        let mut files = vec![
            ("index.html".to_string(), window),
            ("course.js".to_string(), config::script(package, standard).into_bytes()),
            (format!("{}/index.html", package.language), start),
        ];
        let names =
            files.iter().map(|(path, _)| path.as_str()).chain(shared.iter().copied()).collect::<Vec<_>>();
        let manifest = (standard.manifest)(package, &names);
        files.insert(0, (standard.file.into(), manifest.into_bytes()));
        Ok(files.into_iter().map(|(path, bytes)| (path, Arc::new(bytes))).collect())
    }
}

impl Package<'_> {
    /// Whether a module's questions make the score. Where none of the modules that count is in the package, each counts.
    fn counts(&self, module: &Module) -> bool {
        module.counts || self.modules.iter().all(|module| !module.counts)
    }

    /// Whether a shared file belongs to it: a page, a medium that one of its pages shows, or what every page needs.
    fn holds(&self, path: &str) -> bool {
        let below = path.strip_prefix(self.language).and_then(|rest| rest.strip_prefix('/'));
        match below.and_then(|rest| rest.split_once('/')) {
            Some((id, _)) => self.pages.contains(id),
            None => !path.starts_with("media/") || self.media.contains(path),
        }
    }
}

/// What the window of a course may load and do. It speaks to the LMS that opened it, wherever that keeps what it is told.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; \
                      frame-src 'self'; connect-src 'self' https: http:; base-uri 'none'; form-action 'none'";

/// Where the programme stands on the net makes a name that nobody else has.
fn iri(project: &Project, id: &str) -> String {
    match project.base_url.as_deref() {
        Some(base) => format!("{}/course/{id}", base.trim_end_matches('/')),
        None => format!("urn:andrum:{}:{id}", project.id),
    }
}

/// A word with a number in its gap.
fn counted(words: &crate::model::words::Words, id: &str, number: i64) -> String {
    words.fill(id, &[("number", Arg::Number(number))]).unwrap_or_default()
}
