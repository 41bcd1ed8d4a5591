//! A state of the content to what is shown of it: an edition's files as a build would write them, each made when it is asked
//! for. Where the content has errors, pages stay as they last were without, and what is wrong is shown over them.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use serde::Serialize;

use super::bar::{self, Bar};
use crate::diag::{Diagnostic, Lint};
use crate::emit::{Body, Job, Stop, site, status};
use crate::host::disk;
use crate::host::project::Project;
use crate::message;
use crate::model::Programme;
use crate::model::project::{Edition, INTERNAL};
use crate::model::standing::Standing;
use crate::model::words::Words;
use crate::release::Stamp;
use crate::source::media::Stored;
use crate::source::{Media, Path, Span, sha256};

/// What is shown between one change and the next.
pub struct Preview {
    /// Tells this state from every other, also of another run of the program.
    pub at: String,
    /// Whether pages are as they were before the newest change.
    pub is_held: bool,
    /// The project's folder.
    pub root: PathBuf,
    /// What came of the newest change that could be read; none before there was one.
    pub newest: Option<Arc<Project>>,
    /// What could not be read at all.
    pub trouble: Option<Trouble>,
    /// The newest state without errors; none before there was one.
    pub good: Option<Arc<Good>>,
    /// The words of the preview itself, in the author's language.
    pub words: Arc<Words>,
    /// What a link to a line leads to.
    pub editor: String,
}

/// A fault of the machine, or a file that is none of the programme's own forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    pub file: Path,
    /// Counted from 1.
    pub line: usize,
    /// In English, as on the command line.
    pub reason: String,
}

/// A state of the content that a build would take.
pub struct Good {
    pub project: Arc<Project>,
    pub stamp: Stamp,
    editions: Vec<(Edition, OnceLock<Seen>)>,
    internal: OnceLock<Files>,
    /// Tells the theme's pictures and fonts from others.
    pictures: OnceLock<String>,
    /// Files that were made already.
    made: Mutex<HashMap<String, Arc<Made>>>,
}

/// An edition as its readers see it.
struct Seen {
    programme: Programme,
    standing: Standing,
}

type Files = BTreeMap<String, Arc<Vec<u8>>>;

/// A file that was made.
pub struct Made {
    pub bytes: Vec<u8>,
    /// Tells this file from every other, a page with the scripts that it runs and the pictures of its theme.
    pub tag: String,
    /// Tells the style sheets that a page wears from every other; empty where it wears none.
    pub styles: String,
}

/// What stands at an address.
pub enum Answer {
    Made(Arc<Made>),
    Media(Media, PathBuf),
    /// A fault in the theme, which comes out when a page is made.
    Fault(Box<Diagnostic>),
    Nothing,
}

impl Preview {
    /// What stands at a path, `patient/no/w01-rest/index.html`.
    pub fn answer(&self, path: &str) -> Answer {
        self.good.as_ref().map_or(Answer::Nothing, |good| good.answer(path))
    }

    /// What the preview's own script is told of a page, where there is one.
    pub fn bar<'a>(&'a self, path: &str, made: Option<&'a Made>) -> Bar<'a> {
        bar::of(self, path, made)
    }

    /// The first page of the first edition, in the author's language where it is there.
    pub fn start(&self) -> Option<String> {
        let good = self.good.as_ref()?;
        let languages = &good.project.programme.project.languages;
        let own = languages.iter().find(|row| row.code == self.words.get("language-code"));
        let language = own.or(languages.first())?;
        Some(format!("/{}/{}/index.html", good.editions.first()?.0.name, language.code))
    }
}

impl Good {
    pub fn of(project: Arc<Project>, stamp: Stamp) -> Good {
        let editions = project.programme.project.editions.iter().cloned();
        let editions = editions.map(|edition| (edition, OnceLock::new())).collect();
        let (internal, pictures) = (OnceLock::new(), OnceLock::new());
        Good { project, stamp, editions, internal, pictures, made: Mutex::default() }
    }

    /// The editions, in the order of `programme.yaml`.
    pub fn editions(&self) -> impl Iterator<Item = &Edition> {
        self.editions.iter().map(|(edition, _)| edition)
    }

    /// An edition's programme as its readers see it, drafts included.
    pub fn programme(&self, edition: &str) -> Option<&Programme> {
        let (edition, seen) = self.editions.iter().find(|(row, _)| row.name == edition)?;
        Some(&self.seen(edition, seen).programme)
    }

    fn seen<'a>(&'a self, edition: &Edition, seen: &'a OnceLock<Seen>) -> &'a Seen {
        seen.get_or_init(|| {
            let programme = self.project.programme.foreseen_by(edition);
            let standing = Standing::of(&self.project.programme, &programme, &self.project.found);
            Seen { programme, standing }
        })
    }

    fn answer(&self, path: &str) -> Answer {
        let Some((edition, file)) = path.split_once('/') else { return Answer::Nothing };
        if let Some(name) = file.strip_prefix("media/") {
            return self.media(name);
        }
        let made = |made: &HashMap<String, Arc<Made>>| made.get(path).cloned();
        if let Some(made) = made(&self.made.lock().unwrap_or_else(PoisonError::into_inner)) {
            return Answer::Made(made);
        }
        match self.make(edition, file) {
            Ok(Some(bytes)) => {
                let made = Arc::new(self.tagged(path, bytes));
                let mut all = self.made.lock().unwrap_or_else(PoisonError::into_inner);
                all.insert(path.into(), made.clone());
                Answer::Made(made)
            }
            Ok(None) => Answer::Nothing,
            Err(fault) => Answer::Fault(fault),
        }
    }

    /// A file with what tells it from others. What a page runs, shows and wears may change while its own bytes stay.
    fn tagged(&self, path: &str, bytes: Vec<u8>) -> Made {
        let own = sha256(&bytes);
        if !path.ends_with(".html") {
            return Made { bytes, tag: own, styles: String::new() };
        }
        let html = String::from_utf8_lossy(&bytes);
        let tags = |element: &str, attribute: &str, ending: &str| -> String {
            let places = html.split(element).skip(1).filter_map(|rest| {
                let place = Path::new(path).sibling(attribute_of(rest, attribute)?)?;
                Some(place).filter(|place| place.ends_in(ending))
            });
            let made = places.filter_map(|place| match self.answer(place.as_str()) {
                Answer::Made(made) => Some(made.tag.clone()),
                _ => None,
            });
            made.collect()
        };
        let (scripts, styles) = (tags("<script", "src=", "js"), tags("<link", "href=", "css"));
        let tag = format!("{own}{scripts}{}", self.pictures());
        Made { tag: sha256(tag.as_bytes()), styles: sha256(styles.as_bytes()), bytes }
    }

    fn pictures(&self) -> &str {
        self.pictures.get_or_init(|| {
            let is_picture = |name: &str| !name.ends_with(".js") && !name.ends_with(".css");
            let pictures = self.project.theme.assets.iter().filter(|asset| is_picture(&asset.name));
            pictures.map(|asset| format!("{} {}\n", asset.name, sha256(asset.bytes()))).collect()
        })
    }

    fn media(&self, name: &str) -> Answer {
        let found =
            self.project.programme.all_media().find(|(_, media)| media.file().ends_with(&format!("/{name}")));
        match found {
            Some((_, media)) => match &media.stored {
                Stored::Disk(path) => Answer::Media(media.clone(), path.clone()),
                Stored::Memory(_) => Answer::Nothing,
            },
            None => Answer::Nothing,
        }
    }

    fn make(&self, edition: &str, file: &str) -> Result<Option<Vec<u8>>, Box<Diagnostic>> {
        if edition == INTERNAL {
            return Ok(self.internal()?.get(file).map(|bytes| bytes.to_vec()));
        }
        let Some((edition, seen)) = self.editions.iter().find(|(row, _)| row.name == edition) else {
            return Ok(None);
        };
        let seen = self.seen(edition, seen);
        let job = self.job(&seen.programme, edition, &seen.standing);
        site::one(&job, file).map_err(fault)
    }

    fn job<'a>(&'a self, programme: &'a Programme, edition: &'a Edition, standing: &'a Standing) -> Job<'a> {
        let (theme, stamp, lock) = (&*self.project.theme, &self.stamp, self.project.lock.as_deref());
        Job { programme, edition, theme, stamp, lock, standing, read: &disk::media, sign: None }
    }

    /// The status page and what belongs to it, made whole when it is first asked for.
    fn internal(&self) -> Result<&Files, Box<Diagnostic>> {
        if let Some(files) = self.internal.get() {
            return Ok(files);
        }
        let (programme, edition) = (&self.project.programme, status::edition());
        let standing = Standing::of(programme, programme, &self.project.found);
        let theme = crate::status_theme(&self.project.tree, programme, &self.project.theme).value;
        let files = Mutex::new(Files::new());
        status::emit(&self.job(programme, &edition, &standing), &theme, &|file| {
            if let Body::Bytes(bytes) = file.body {
                files.lock().unwrap_or_else(PoisonError::into_inner).insert(file.path, bytes);
            }
            Ok(())
        })
        .map_err(fault)?;
        Ok(self.internal.get_or_init(|| files.into_inner().unwrap_or_else(PoisonError::into_inner)))
    }
}

/// The value of an attribute in what follows an element's name.
fn attribute_of<'a>(rest: &'a str, attribute: &str) -> Option<&'a str> {
    let inside = &rest[..rest.find('>')?];
    let value = &inside[inside.find(attribute)? + attribute.len()..];
    match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => value.split_ascii_whitespace().next(),
    }
}

/// A backend that hands its files to memory meets no fault of the machine.
fn fault(stop: Stop) -> Box<Diagnostic> {
    match stop {
        Stop::Fault(fault) => fault,
        Stop::Machine(error) => {
            let place = Span::default().within(&Path::new("themes"));
            Box::new(Diagnostic::new(Lint::Template, place, message!("template", reason = error)))
        }
    }
}

/// What `GET /_andrum/events` tells.
#[derive(Serialize)]
pub struct News<'a> {
    pub at: &'a str,
}
