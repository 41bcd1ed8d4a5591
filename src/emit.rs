//! A programme to files, one by one: the table of backends.

pub mod bundle;
pub mod course;
pub mod site;
pub mod status;
mod zip;

use std::io;
use std::sync::Arc;

use crate::diag::Diagnostic;
use crate::model::Programme;
use crate::model::audience::Audiences;
use crate::model::project::Edition;
use crate::model::standing::Standing;
use crate::release::Stamp;
use crate::release::lock::Lock;
use crate::render::theme::Theme;
use crate::source::Media;

/// Everything a backend works from.
pub struct Job<'a> {
    /// As the edition's readers see it: it never held the rest.
    pub programme: &'a Programme,
    pub edition: &'a Edition,
    pub theme: &'a Theme,
    pub stamp: &'a Stamp,
    pub lock: Option<&'a Lock>,
    /// How its texts stand with reviewers and translators.
    pub standing: &'a Standing,
    /// Reads a medium's bytes where a backend must pack them.
    pub read: &'a (dyn Fn(&Media) -> io::Result<Vec<u8>> + Sync),
    /// Signs what proves where a release comes from; a working version is not signed.
    pub sign: Option<Sign<'a>>,
}

impl Job<'_> {
    /// Whether search engines may show it: only what is approved, and is for those whom the programme is for.
    pub fn is_public(&self) -> bool {
        let staff = Audiences::all(["therapist", "trainee", "trainer"]);
        self.standing.approved && !self.edition.audiences.meets(staff)
    }
}

/// A file of an output.
pub struct File {
    /// Below the version's folder.
    pub path: String,
    pub body: Body,
    /// SHA-256 of the body, where the backend knows it already.
    pub sha256: Option<String>,
}

pub enum Body {
    Bytes(Arc<Vec<u8>>),
    /// A medium, copied from where it is stored.
    Media(Media),
}

impl File {
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> File {
        File { path: path.into(), body: Body::Bytes(Arc::new(bytes.into())), sha256: None }
    }

    pub fn media(media: Media) -> File {
        File { path: media.file(), sha256: Some(media.sha256.clone()), body: Body::Media(media) }
    }
}

/// Bytes under the name of their file to a minisign signature.
pub type Sign<'a> = &'a (dyn Fn(&str, &[u8]) -> io::Result<String> + Sync);

/// Takes files as they are made, from several threads at once.
pub type Sink<'a> = &'a (dyn Fn(File) -> io::Result<()> + Sync);

/// Why a backend stopped.
#[derive(Debug)]
pub enum Stop {
    /// A fault in the content or the theme.
    Fault(Box<Diagnostic>),
    /// A fault of the machine.
    Machine(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Stop {
        Stop::Machine(error)
    }
}

impl From<Box<Diagnostic>> for Stop {
    fn from(fault: Box<Diagnostic>) -> Stop {
        Stop::Fault(fault)
    }
}

/// Fills every template once and keeps nothing: what `check` does to find faults in a theme.
pub fn sample(job: &Job) -> Result<(), Stop> {
    site::sample(job)?;
    course::sample(job)
}

/// A row of the table of backends.
pub struct Backend {
    /// The name in `outputs:` and `--only`.
    pub name: &'static str,
    pub emit: fn(&Job, Sink) -> Result<(), Stop>,
}

/// Every backend.
pub const BACKENDS: &[Backend] = &[
    Backend { name: "site", emit: site::emit },
    Backend { name: "bundle", emit: bundle::emit },
    Backend { name: "course", emit: course::emit },
];
