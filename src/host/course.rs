//! `andrum course since`: packages for those who were certified on an earlier version, with what has changed in meaning since
//! and nothing else.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::cli::{Common, End, print};
use super::commit::Repository;
use super::diff::side;
use super::project::Project;
use super::report::Format;
use super::{make, release};
use crate::emit::{self, Body, File, Stop};
use crate::message;
use crate::model::project::Edition;
use crate::release::lock::Lock;

/// The folder below `dist/` that these packages are written to. It is no edition: nothing sweeps it.
const FOLDER: &str = "recertification";

#[derive(Subcommand)]
pub enum Course {
    /// Packages for those certified on an earlier version: only the modules that have changed in meaning since
    Since {
        /// The version that they were certified on; a git revision, a bundle or a project's folder will do
        version: String,
    },
}

impl Course {
    pub fn run(&self, common: &Common) -> Result<(), End> {
        let Course::Since { version } = self;
        let mut project = common.compile()?;
        if project.programme.project.course.is_none() {
            return Err(End::Other(project.say(&message!("course-none"))));
        }
        project.with_course();
        if project.has_errors(false) {
            eprint!("{}", project.report(Format::Text, false, common.colored(false)));
            return Err(End::Content);
        }
        let mut stamp = project.stamp()?;
        if let Some(released) = released(&project, stamp.dirty, stamp.commit.as_deref()) {
            stamp.version = released;
        }
        let before = side::named(&project, version)?;
        // It names files, and what an LMS knows the package by.
        let label =
            version.replace(|sign: char| !(sign.is_ascii_alphanumeric() || "._-".contains(sign)), "-");
        let mut written = 0;
        for edition in project.programme.project.editions.clone() {
            let changed = changed(common, &project, &edition, version, &before)?;
            let place = common.out(&project.root).join(FOLDER).join(&edition.name);
            let place = place.join(format!("{}-since-{label}", stamp.version));
            let folder = Folder::beside(&place)?;
            let put = |file| folder.put(file);
            let made = make::with_job(&project, &edition, false, &stamp, None, |job| {
                emit::course::since(job, &label, &changed, &put)
            });
            match made {
                Ok(()) => {}
                Err(Stop::Machine(error)) => return Err(error.into()),
                Err(Stop::Fault(fault)) => {
                    project.found.push(*fault);
                    eprint!("{}", project.report(Format::Text, false, common.colored(false)));
                    return Err(End::Content);
                }
            }
            if folder.put_in_place(&place)? {
                written += 1;
                print(&format!("{}\n", place.display()))?;
                if !common.quiet {
                    for (row, ids) in project.programme.project.languages.iter().zip(&changed) {
                        eprintln!(
                            "{}",
                            project.say(&message!(
                                "course-since",
                                language = row.code,
                                modules = ids.join(", ")
                            ))
                        );
                    }
                }
            }
        }
        if written == 0 && !common.quiet {
            eprintln!("{}", project.say(&message!("course-since-none", version = version)));
        }
        Ok(())
    }
}

/// The version that the project stands at, where it is exactly that release.
fn released(project: &Project, dirty: bool, commit: Option<&str>) -> Option<String> {
    let last = project.lock.as_deref()?.last_version();
    let tag = release::tag(&project.programme.project.id, last);
    let tagged = Repository::of(&project.root)?.commit(&tag)?;
    (!dirty && commit == Some(tagged.as_str())).then(|| last.to_string())
}

/// By language, the modules whose meaning is another than it was.
fn changed(
    common: &Common,
    project: &Project,
    edition: &Edition,
    name: &str,
    before: &side::Side,
) -> Result<Vec<Vec<String>>, End> {
    // A bundle knows what its own edition's readers saw, a project what stands in its files: like is held against like.
    let (was, is) = match before.edition() {
        Some(_) => {
            let was = side::named(project, name)?.bundle(common, project, Some(edition))?.lock();
            (was, make::bundle(project, edition)?.lock())
        }
        None => (before.lock(project)?, Lock::of(&project.programme, project.lock.as_deref(), "", "")),
    };
    let programme = &project.programme.project;
    let of = |lock: &Lock, id: &str, code: &str| lock.pages.get(id)?.meaning.get(code).cloned();
    let in_language = |code: &str| {
        let modules = programme.modules().iter();
        modules
            .filter(|id| of(&is, id, code).is_some() && of(&is, id, code) != of(&was, id, code))
            .cloned()
            .collect()
    };
    Ok(programme.languages.iter().map(|row| in_language(&row.code)).collect())
}

/// A folder that is written beside its place.
struct Folder(PathBuf);

impl Folder {
    fn beside(place: &Path) -> io::Result<Folder> {
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        let staged = place.with_file_name(format!(".{name}.partial"));
        if staged.exists() {
            fs::remove_dir_all(&staged)?;
        }
        Ok(Folder(staged))
    }

    fn put(&self, file: File) -> io::Result<()> {
        // Packages hold everything themselves.
        let Body::Bytes(bytes) = file.body else { return Ok(()) };
        let place = self.0.join(file.path.trim_start_matches("lms/"));
        fs::create_dir_all(place.parent().unwrap_or(&self.0))?;
        fs::write(place, &*bytes)
    }

    /// Whether there was anything to put; what stood there before is gone.
    fn put_in_place(self, place: &Path) -> io::Result<bool> {
        if !self.0.exists() {
            return Ok(false);
        }
        if place.exists() {
            fs::remove_dir_all(place)?;
        }
        fs::rename(&self.0, place)?;
        Ok(true)
    }
}
