//! What a build is stamped with: the version, the date and the commit it was made from, and what was promised before.

pub mod changelog;
pub mod diff;
pub mod lock;
pub mod promise;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use self::diff::Diff;
use self::lock::Lock;
use crate::model::Programme;
use crate::source::Path;

/// When and from what a build is made. The same stamp and the same tree give the same bytes.
#[derive(Clone, Debug)]
pub struct Stamp {
    /// `0.1.0-dev` until a release.
    pub version: String,
    /// ISO 8601, UTC, seconds: of the source commit, or 1980 where there is none.
    pub created: String,
    /// HEAD of the repository that holds the project.
    pub commit: Option<String>,
    /// Whether files differ from that commit.
    pub dirty: bool,
    /// The date (UTC) of the newest commit that touched a file, by its path.
    pub updated: BTreeMap<Path, String>,
}

impl Stamp {
    /// Whether it is a release, and no working version.
    pub fn is_released(&self) -> bool {
        !self.version.ends_with("-dev")
    }

    /// The version that is coming, which promises begin with.
    pub fn coming(&self) -> &str {
        self.version.strip_suffix("-dev").unwrap_or(&self.version)
    }

    /// The newest date of some files.
    pub fn updated<'a>(&self, paths: impl Iterator<Item = &'a Path>) -> Option<&str> {
        paths.filter_map(|path| self.updated.get(path)).max().map(String::as_str)
    }
}

/// A row of `versions.json`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Version {
    pub version: String,
    pub date: String,
    pub released: bool,
    /// Language folders.
    pub languages: Vec<String>,
    /// What is new for the edition's readers since the release before, by language.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub changes: BTreeMap<String, Vec<String>>,
    /// SHA-256 of its `release.json`.
    pub release: String,
}

/// The version that a working tree builds: the first as `programme.yaml` says, later ones as far above the last release as
/// what has changed asks for.
pub fn working_version(programme: &Programme, lock: Option<&Lock>) -> String {
    let coming = match lock.filter(|lock| !lock.releases.is_empty()) {
        None => programme.project.version.clone(),
        Some(lock) => {
            let bump = Diff::between(lock, &Lock::of(programme, Some(lock), "", "")).bump();
            bump.after(lock.last_version())
        }
    };
    format!("{coming}-dev")
}
