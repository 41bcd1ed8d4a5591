//! `andrum verify`: whether what was made is as it was made: every hash and size, nothing missing, nothing besides. It reads
//! a bundle, its ZIP, a version's folder, an edition's or all of `dist/`, and writes nothing.
//!
//! Hashes prove that a set is whole, and a signature whose it is: of a bundle's manifest, and of an edition's list of versions,
//! on which everything else in it hangs.

mod bundle;
mod rebuild;
mod release;

use std::collections::{BTreeSet, HashMap};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::cli::{Common, End, print};
use super::key::Pinned;
use super::publish::Release;
use crate::diag::Message;
use crate::message;
use crate::source::{self, hex};

/// What is verified.
#[derive(clap::Args)]
pub struct Verify {
    /// Bundles or their ZIPs, folders of versions or editions, or dist/
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    /// The public key that it was signed with: the key itself, or its file
    #[arg(long, value_name = "KEY")]
    key: Option<String>,
    /// Build each version again from the commit that it names, and compare: needs the project it was made from
    #[arg(long)]
    rebuild: bool,
}

impl Verify {
    /// Prints what is wrong, a line each.
    pub fn run(&self, common: &Common) -> Result<(), End> {
        let key = self.key.as_ref().map(|key| Pinned::read(key, &common.words())).transpose()?;
        let mut seen = Seen::of(&self.paths, key.as_ref())?;
        if self.rebuild {
            rebuild::all(&mut seen, common)?;
        }
        seen.tell(common)?;
        if let [first, ..] = &seen.strange[..] {
            let what = message!("verify-nothing", path = first.display());
            return Err(End::Other(common.words().say(&what)));
        }
        let files = seen.hashes.len();
        let summary = match (seen.faults.len(), &key) {
            (0, None) => message!("verify-good", files = files),
            (0, Some(_)) => message!("verify-proven", files = files),
            (faults, _) => message!("verify-bad", files = files, faults = faults),
        };
        if !common.quiet || !seen.faults.is_empty() {
            eprintln!("{}", common.words().say(&summary));
        }
        if seen.faults.is_empty() { Ok(()) } else { Err(End::Content) }
    }
}

/// Verifies what stands at a path, and tells what is wrong with it. With a key its origin counts too.
pub fn holds(path: &Path, key: Option<&Pinned>, common: &Common) -> Result<(), End> {
    let seen = Seen::of(&[path.into()], key)?;
    seen.tell(common)?;
    if seen.faults.is_empty() { Ok(()) } else { Err(End::Content) }
}

/// What was looked at, and what was wrong with it.
#[derive(Default)]
struct Seen<'a> {
    key: Option<&'a Pinned>,
    faults: Vec<(PathBuf, Message)>,
    /// What is worth a word and no fault.
    notes: Vec<(PathBuf, Message)>,
    /// What is nothing that andrum makes.
    strange: Vec<PathBuf>,
    /// The hash and size of each file that was read.
    hashes: HashMap<PathBuf, (String, u64)>,
    /// The version that lists a file, by its path and hash.
    listed: HashMap<(String, String), String>,
    /// Each version's folder, with what it says of itself.
    releases: Vec<(PathBuf, Release)>,
}

/// A file that another one lists.
struct Row {
    path: String,
    sha256: String,
    bytes: u64,
}

impl<'a> Seen<'a> {
    fn of(paths: &[PathBuf], key: Option<&'a Pinned>) -> io::Result<Seen<'a>> {
        let mut seen = Seen { key, ..Seen::default() };
        for path in paths {
            if !seen.anything(path)? {
                seen.strange.push(path.clone());
            }
        }
        Ok(seen)
    }

    /// Prints what is wrong, a line each.
    fn tell(&self, common: &Common) -> Result<(), End> {
        let words = common.words();
        for (place, fault) in &self.faults {
            print(&format!("{}: {}\n", place.display(), words.say(fault)))?;
        }
        for place in self.strange.iter().skip(1) {
            eprintln!("{}", words.say(&message!("verify-nothing", path = place.display())));
        }
        for (place, note) in self.notes.iter().filter(|_| !common.quiet) {
            eprintln!("{}: {}", place.display(), words.say(note));
        }
        Ok(())
    }

    /// Looks at whatever stands at a path; `false` where it is nothing that andrum makes.
    fn anything(&mut self, path: &Path) -> io::Result<bool> {
        let holds = |name: &str| path.join(name).is_file();
        if path.is_file() {
            return Ok(path.extension().is_some_and(|ending| ending == "zip") && self.zip(path, None)?);
        } else if holds("release.json") {
            self.release(path)?;
            self.origin(path)?;
        } else if holds("manifest.json") {
            self.bundle(path, None)?;
        } else if holds("versions.json") {
            self.edition(path)?;
        } else {
            let folders = entries(path)?.into_iter().filter(|entry| entry.join("versions.json").is_file());
            let folders: Vec<PathBuf> = folders.collect();
            for folder in &folders {
                self.edition(folder)?;
            }
            return Ok(!folders.is_empty());
        }
        Ok(true)
    }

    fn fault(&mut self, place: impl Into<PathBuf>, fault: Message) {
        self.faults.push((place.into(), fault));
    }

    /// Holds a list to the files below `folder`: each has a path of its own that stays there, the size and the hash.
    /// `at` tells where below the folder a row's file lies.
    fn rows(&mut self, folder: &Path, rows: &[Row], at: impl Fn(&Row) -> String) -> io::Result<()> {
        let mut paths = BTreeSet::new();
        for row in rows {
            if !is_inside(&row.path) || !is_inside(&at(row)) {
                self.fault(folder, message!("verify-path", path = row.path));
            } else if !paths.insert(&row.path) {
                self.fault(folder, message!("verify-twice", path = row.path));
            } else {
                self.file(&folder.join(at(row)), row)?;
            }
        }
        Ok(())
    }

    fn file(&mut self, place: &Path, row: &Row) -> io::Result<()> {
        if !fs::symlink_metadata(place).is_ok_and(|facts| facts.is_file()) {
            self.fault(place, message!("verify-missing"));
            return Ok(());
        }
        let (sha256, bytes) = self.hash(place)?;
        let other = || self.listed.get(&(row.path.clone(), sha256.clone()));
        let fault = match (bytes == row.bytes, sha256 == row.sha256) {
            (_, true) => return Ok(()),
            _ if let Some(version) = other() => message!("verify-mixed", version = version),
            (false, _) if bytes < row.bytes => message!("verify-cut-off", was = row.bytes, is = bytes),
            (false, _) => message!("verify-size", was = row.bytes, is = bytes),
            (true, _) => message!("verify-hash"),
        };
        self.fault(place, fault);
        Ok(())
    }

    /// Holds a file to its signature, where there is a key to hold it to.
    fn signed(&mut self, place: &Path, bytes: &[u8], signature: Option<&str>) {
        let Some(key) = self.key else { return };
        match signature.map(|signature| key.holds(bytes, signature)) {
            None => self.fault(place, message!("verify-unsigned")),
            Some(Err(fault)) => self.fault(place, fault),
            Some(Ok(())) => {}
        }
    }

    /// The hash and size of a file, which is read once.
    fn hash(&mut self, place: &Path) -> io::Result<(String, u64)> {
        if let Some(known) = self.hashes.get(place) {
            return Ok(known.clone());
        }
        let hashed = hashed(File::open(place)?)?;
        self.hashes.insert(place.into(), hashed.clone());
        Ok(hashed)
    }

    /// Every file below a folder that `known` does not name, by its path from there.
    fn besides(&mut self, folder: &Path, known: &BTreeSet<String>) {
        let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().flatten();
        for file in files.filter(|entry| !entry.file_type().is_dir()) {
            let below = file.path().strip_prefix(folder).unwrap_or(file.path());
            let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            if !known.contains(&parts.join("/")) {
                self.fault(file.path(), message!("verify-besides"));
            }
        }
    }
}

/// Whether a path stays in its folder and is written in one way alone.
fn is_inside(path: &str) -> bool {
    let parts = || path.split('/');
    source::Path::new(path).as_str() == path
        && !path.contains([':', '\0'])
        && parts().all(|part| !matches!(part, "" | "." | ".."))
}

fn hashed(mut file: impl Read) -> io::Result<(String, u64)> {
    let mut hash = Sha256::new();
    let bytes = io::copy(&mut file, &mut hash)?;
    Ok((hex(&hash.finalize()), bytes))
}

/// What stands in a folder, in the order of names.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).and_then(|entries| {
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()
    });
    let mut entries =
        entries.map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", folder.display())))?;
    entries.sort();
    Ok(entries)
}
