//! What a build is stamped with: the version, the date and the commit it was made from, and what was promised before.

pub mod diff;
pub mod lock;
pub mod promise;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

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
    /// SHA-256 of its `release.json`.
    pub release: String,
}

/// The version that a working tree builds: the first as `programme.yaml` says, later ones above the last release.
pub fn next_version(first: &str, lock: Option<&lock::Lock>) -> String {
    let last = lock.and_then(|lock| lock.releases.last()).map(|release| release.version.as_str());
    match last {
        None => format!("{first}-dev"),
        Some(last) => {
            let (head, patch) = last.rsplit_once('.').unwrap_or((last, "0"));
            format!("{head}.{}-dev", patch.parse::<u64>().unwrap_or(0) + 1)
        }
    }
}
