//! What a name on the command line stands for: a bundle, a folder with a project, a released version or a git revision.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use zip::ZipArchive;

use crate::Kept;
use crate::emit::bundle::MANIFEST;
use crate::emit::bundle::promised::{self, Bundle};
use crate::host::cli::{Common, End};
use crate::host::project::{Project, read_lock};
use crate::host::{disk, git, history, make, release};
use crate::message;
use crate::model::project::{Edition, FILE};
use crate::release::lock::Lock;
use crate::source::Tree;

/// One of the two that are compared.
pub enum Side {
    Bundle(Bundle),
    /// The files of a project; without any, the project that the command was called for.
    Project(Option<Tree>),
    /// What the last release promised.
    Release(Lock),
}

/// What a name stands for. What looks like a file is looked for first, then a version, then a revision.
pub fn named(project: &Project, name: &str) -> Result<Side, End> {
    let place = Path::new(name);
    if place.join(FILE).is_file() {
        return Ok(Side::Project(Some(disk::read(place)?)));
    }
    if let Some(bundle) = bundle(place).or_else(|| bundle(&place.join("bundle"))).or_else(|| zip(place)) {
        return Ok(Side::Bundle(bundle));
    }
    let tag = release::tag(&project.programme.project.id, name);
    let tree = history::tree(&project.root, &tag).or_else(|| history::tree(&project.root, name));
    tree.map(|tree| Side::Project(Some(tree)))
        .ok_or_else(|| End::Other(project.say(&message!("diff-unknown", name = name))))
}

impl Side {
    /// The edition of a bundle.
    pub fn edition(&self) -> Option<&str> {
        match self {
            Side::Bundle(bundle) => Some(&bundle.manifest.edition),
            _ => None,
        }
    }

    /// What it promises, under the version that it was released as last.
    pub fn lock(&self, project: &Project) -> Result<Lock, End> {
        match self {
            Side::Bundle(bundle) => Ok(bundle.lock()),
            Side::Release(lock) => Ok(lock.clone()),
            Side::Project(None) => Ok(Lock::of(&project.programme, project.lock.as_deref(), "", "")),
            Side::Project(Some(tree)) => {
                let lock = read_lock(tree)?;
                let programme = crate::model::read(tree).value;
                let version = lock.as_ref().map_or("", Lock::last_version);
                let version = if version.is_empty() { &programme.project.version } else { version };
                Ok(Lock::of(&programme, lock.as_ref(), version, ""))
            }
        }
    }

    /// The bundle that it is, or that is made of it for an edition.
    pub fn bundle(
        self,
        common: &Common,
        project: &Project,
        edition: Option<&Edition>,
    ) -> Result<Bundle, End> {
        let unknown = || End::Other(project.say(&message!("diff-other-edition")));
        match self {
            Side::Bundle(bundle) => Ok(bundle),
            Side::Project(None) => make::bundle(project, edition.ok_or_else(unknown)?),
            Side::Project(Some(tree)) => {
                let other = common.examine(project.root.clone(), tree, git::today(), &mut Kept::default())?;
                make::bundle(&other, edition.ok_or_else(unknown)?)
            }
            Side::Release(lock) => {
                let tag = release::tag(&project.programme.project.id, lock.last_version());
                named(project, &tag)?.bundle(common, project, edition)
            }
        }
    }
}

/// A bundle's folder.
pub fn bundle(folder: &Path) -> Option<Bundle> {
    let read = |file: &promised::File| fs::read(folder.join("blobs").join(&file.sha256)).ok();
    Bundle::read(&fs::read(folder.join(MANIFEST)).ok()?, &read)
}

/// A bundle in one file.
fn zip(place: &Path) -> Option<Bundle> {
    let archive = std::cell::RefCell::new(ZipArchive::new(File::open(place).ok()?).ok()?);
    let read = |path: &str, most: u64| {
        let mut bytes = Vec::new();
        let mut archive = archive.borrow_mut();
        archive.by_name(path).ok()?.take(most).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    };
    Bundle::read(&read(MANIFEST, 1 << 28)?, &|file| read(&file.path, file.bytes))
}
