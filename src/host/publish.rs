//! Files into `dist/`, all or nothing.
//!
//! Everything is written beside its place first. A folder that is new is then renamed into place; into one that stands
//! only the files that changed are moved, by a list that is written before the first move, so that a move cut short is
//! finished at the next start. `versions.json` comes last: a folder that it does not list is not there for anyone.
//!
//! A released version is never written again. A release takes the working versions beside it away, so that what is copied to
//! a host holds nothing that was not meant to be read.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::emit::site::door::LATEST;
use crate::emit::{Body, File, Sign, Stop};
use crate::release::{Stamp, Version};
use crate::source::media::Stored;
use crate::source::sha256;

pub const VERSIONS: &str = "versions.json";
/// What proves where a list of versions comes from.
pub const SIGNATURE: &str = "versions.json.minisig";
const RELEASE: &str = "release.json";
/// The ending of what is not in its place yet.
const PARTIAL: &str = "partial";
/// The list of moves, in the folder of what is moved.
const MOVES: &str = "moves.json";

/// `release.json`: what a version is, and every file of it.
#[derive(Debug, Serialize, Deserialize)]
pub struct Release {
    pub programme: String,
    pub version: String,
    pub edition: String,
    pub created: String,
    pub source: Source,
    /// The compiler that made it.
    pub compiler: String,
    pub languages: Vec<LanguageState>,
    /// What each role that is asked has approved.
    pub approvals: Vec<Approvals>,
    /// Whether that is everything.
    pub approved: bool,
    pub outputs: Vec<String>,
    pub files: Vec<Listed>,
}

/// How many texts, a page in one language each, a role approved as they read, and when first and last.
#[derive(Debug, Serialize, Deserialize)]
pub struct Approvals {
    pub role: String,
    pub texts: usize,
    pub of: usize,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub first: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub last: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Source {
    pub commit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub dirty: Option<bool>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LanguageState {
    pub code: String,
    pub tag: String,
    pub pages: usize,
    /// Ids of pages that lack it.
    pub missing: Vec<String>,
    /// Ids of pages whose source has changed since they were translated.
    #[serde(default)]
    pub stale: Vec<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Listed {
    pub path: String,
    pub sha256: String,
    pub bytes: u64,
}

/// `versions.json`: the versions of an edition, newest first.
#[derive(Serialize, Deserialize)]
pub struct Versions {
    pub edition: String,
    pub versions: Vec<Version>,
}

/// What moves where, relative to the edition's folder.
#[derive(Serialize, Deserialize)]
pub struct Moves {
    pub version: String,
    /// The whole staged folder becomes the version.
    pub whole: bool,
    files: Vec<String>,
    gone: Vec<String>,
    pub versions: String,
    /// The signature of `versions`.
    #[serde(default)]
    pub signature: Option<String>,
    /// What stands at the root of the edition, by path.
    front: BTreeMap<String, String>,
    /// Working versions that go away.
    #[serde(default)]
    pub dropped: Vec<String>,
}

impl Moves {
    /// Moves the files that changed into a standing folder, and takes away those that are gone.
    fn carry_out(&self, staged: &Path, target: &Path) -> io::Result<()> {
        for path in &self.files {
            let from = staged.join(path);
            if from.exists() {
                let to = target.join(path);
                if let Some(parent) = to.parent() {
                    make(parent)?;
                }
                fs::rename(&from, &to).map_err(|error| at(&to, error))?;
            }
        }
        for path in &self.gone {
            let place = target.join(path);
            match fs::remove_file(&place) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(at(&place, error)),
                _ => {}
            }
            // A folder that held nothing else goes with it.
            let within = |parent: &&Path| parent.starts_with(target) && *parent != target;
            for parent in place.ancestors().skip(1).take_while(within) {
                if fs::remove_dir(parent).is_err() {
                    break;
                }
            }
        }
        Ok(())
    }

    /// The moves that are not done yet in an edition's folder: sealed beside it, or in the version's folder already.
    pub fn pending(folder: &Path) -> Vec<Moves> {
        let folders = fs::read_dir(folder).into_iter().flatten().flatten();
        folders.filter_map(|entry| read_json(&entry.path().join(MOVES))).collect()
    }
}

/// One version of one edition, being written.
pub struct Stage {
    folder: PathBuf,
    version: String,
    staged: PathBuf,
    /// Files of the standing folder by path.
    standing: Option<BTreeMap<String, Listed>>,
    listed: Mutex<BTreeMap<String, Listed>>,
    changed: Mutex<Vec<String>>,
    folders: Mutex<HashSet<PathBuf>>,
    moves: Option<Moves>,
}

impl Stage {
    /// Opens a stage in `out/<edition>`; what an earlier run left is finished or swept first.
    pub fn open(out: &Path, edition: &str, version: &str) -> io::Result<Stage> {
        let folder = out.join(edition);
        make(&folder)?;
        recover(&folder)?;
        let target = folder.join(version);
        let standing = read_release(&target)
            .map(|release| release.files.into_iter().map(|row| (row.path.clone(), row)).collect());
        if standing.is_none() && target.exists() {
            // Not listed, not readable as a release: the leavings of something else.
            remove(&target)?;
        }
        let staged = folder.join(format!(".{version}.{PARTIAL}"));
        make(&staged)?;
        Ok(Stage {
            folder,
            version: version.into(),
            staged,
            standing,
            listed: Mutex::new(BTreeMap::new()),
            changed: Mutex::new(Vec::new()),
            folders: Mutex::new(HashSet::new()),
            moves: None,
        })
    }

    /// Takes a file: lists it, and writes it where it is new or has changed.
    pub fn put(&self, file: File) -> io::Result<()> {
        let bytes = match &file.body {
            Body::Bytes(bytes) => bytes.len() as u64,
            Body::Media(media) => media.bytes,
        };
        let hash = match (file.sha256, &file.body) {
            (Some(hash), _) => hash,
            (None, Body::Bytes(bytes)) => sha256(bytes),
            (None, Body::Media(media)) => media.sha256.clone(),
        };
        let row = Listed { path: file.path.clone(), sha256: hash, bytes };
        let earlier = lock(&self.listed).insert(file.path.clone(), row.clone());
        if earlier.is_some() || self.stands(&row) {
            return Ok(());
        }
        let place = self.staged.join(&file.path);
        self.folder_of(&place)?;
        match &file.body {
            Body::Bytes(bytes) => fs::write(&place, bytes.as_slice()),
            Body::Media(media) => match &media.stored {
                Stored::Disk(from) => fs::copy(from, &place).map(drop),
                Stored::Memory(bytes) => fs::write(&place, bytes),
            },
        }
        .map_err(|error| at(&place, error))?;
        lock(&self.changed).push(file.path);
        Ok(())
    }

    fn stands(&self, row: &Listed) -> bool {
        let same = self.standing.as_ref().and_then(|standing| standing.get(&row.path));
        let place = self.folder.join(&self.version).join(&row.path);
        same.is_some_and(|old| old.sha256 == row.sha256)
            && fs::metadata(place).is_ok_and(|facts| facts.is_file() && facts.len() == row.bytes)
    }

    fn folder_of(&self, place: &Path) -> io::Result<()> {
        let Some(folder) = place.parent() else { return Ok(()) };
        if lock(&self.folders).contains(folder) {
            return Ok(());
        }
        make(folder)?;
        lock(&self.folders).insert(folder.to_path_buf());
        Ok(())
    }

    /// Writes `release.json`, and works out what moves where. `front` makes what stands at the root of the edition, of its
    /// versions and of the files that stand below `latest/`.
    pub fn complete(
        &mut self,
        mut release: Release,
        stamp: &Stamp,
        changes: BTreeMap<String, Vec<String>>,
        sign: Option<Sign>,
        front: impl FnOnce(&[Version], &[String]) -> Result<Vec<(String, Vec<u8>)>, Stop>,
    ) -> Result<(), Stop> {
        release.files = lock(&self.listed).values().cloned().collect();
        let json = pretty(&release)?;
        let row = Version {
            version: self.version.clone(),
            date: stamp.created[..10].into(),
            released: !self.version.ends_with("-dev"),
            languages: release.languages.iter().map(|language| language.code.clone()).collect(),
            changes,
            release: sha256(json.as_bytes()),
        };
        let standing = fs::read(self.folder.join(&self.version).join(RELEASE));
        if !standing.is_ok_and(|standing| standing == json.as_bytes()) {
            self.put(File::new(RELEASE, json))?;
        }
        let (versions, dropped) = self.versions(release.edition, row);
        let front = front(&versions.versions, &self.latest())?.into_iter();
        let front = front.map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned()));
        let listed = lock(&self.listed);
        let gone =
            self.standing.iter().flatten().map(|(path, _)| path).filter(|path| !listed.contains_key(*path));
        let whole = self.standing.is_none();
        let versions = pretty(&versions)?;
        let signature = sign.map(|sign| sign(VERSIONS, versions.as_bytes())).transpose()?;
        self.moves = Some(Moves {
            version: self.version.clone(),
            whole,
            files: if whole { Vec::new() } else { std::mem::take(&mut *lock(&self.changed)) },
            gone: gone.cloned().collect(),
            versions,
            signature,
            front: front.collect(),
            dropped,
        });
        Ok(())
    }

    /// The files that stand below `latest/`, by their path from there.
    fn latest(&self) -> Vec<String> {
        let folder = self.folder.join(LATEST);
        let files = walkdir::WalkDir::new(&folder).sort_by_file_name().into_iter().flatten();
        let files = files.filter(|entry| entry.file_type().is_file());
        let below = files.filter_map(|entry| Some(entry.path().strip_prefix(&folder).ok()?.to_path_buf()));
        let slashed = |path: PathBuf| {
            path.iter().map(|part| part.to_string_lossy().into_owned()).collect::<Vec<_>>().join("/")
        };
        below.map(slashed).collect()
    }

    /// Writes the list of moves: from here on the version will stand, now or at the next start.
    pub fn seal(&self) -> io::Result<()> {
        match &self.moves {
            Some(moves) => replace(&self.staged.join(MOVES), pretty(moves)?.as_bytes()),
            None => Ok(()),
        }
    }

    /// The versions of the edition with this one in its place, newest first, and those that a release takes away. A release
    /// stays in the list for good.
    fn versions(&self, edition: String, row: Version) -> (Versions, Vec<String>) {
        let mut rows = read_versions(&self.folder).map(|known| known.versions).unwrap_or_default();
        let stands = |known: &Version| self.folder.join(&known.version).join(RELEASE).is_file();
        rows.retain(|known| known.version != row.version && (known.released || stands(known)));
        let working = |known: &Version| row.released && !known.released;
        let dropped = rows.iter().filter(|known| working(known)).map(|known| known.version.clone()).collect();
        rows.retain(|known| !working(known));
        rows.push(row);
        rows.sort_by_key(|row| std::cmp::Reverse(order(&row.version)));
        (Versions { edition, versions: rows }, dropped)
    }

    /// Moves everything into place but the list of versions.
    pub fn place(&self) -> io::Result<Placed> {
        Placed::from(&self.folder, &self.staged)
    }

    /// The files of the version, by their paths.
    pub fn files(&self) -> Vec<Listed> {
        lock(&self.listed).values().cloned().collect()
    }

    /// Takes everything back; what stood before stands as it was.
    pub fn abandon(self) {
        // The reason to abandon is told already; leavings are swept at the next start.
        let _ = remove(&self.staged);
        // Folders that hold nothing else were made for this build.
        let _ = fs::remove_dir(&self.folder);
        let _ = self.folder.parent().map(fs::remove_dir);
    }
}

/// Whether an edition's folder has a version that was released.
pub fn lists(folder: &Path, version: &str) -> bool {
    let rows = read_versions(folder).into_iter().flat_map(|versions| versions.versions);
    rows.into_iter().any(|row| row.released && row.version == version)
}

/// Finishes what was sealed, and sweeps what was not and every version that `versions.json` does not list.
pub fn recover(folder: &Path) -> io::Result<()> {
    let entries = fs::read_dir(folder).map_err(|error| at(folder, error))?;
    let entries = entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<PathBuf>>>()?;
    let is_partial = |path: &PathBuf| path.extension().is_some_and(|ending| ending == PARTIAL);
    for path in entries.iter().filter(|path| path.is_dir()) {
        match (is_partial(path), path.join(MOVES).is_file()) {
            (_, true) => finish(folder, path)?,
            (true, false) => remove(path)?,
            (false, false) => {}
        }
    }
    for path in entries.iter().filter(|path| is_partial(path) && path.is_file()) {
        fs::remove_file(path).map_err(|error| at(path, error))?;
    }
    if let Some(versions) = read_versions(folder) {
        let listed = |path: &Path| versions.versions.iter().any(|row| path.ends_with(&row.version));
        for path in entries.iter().filter(|path| path.join(RELEASE).is_file() && !listed(path)) {
            remove(path)?;
        }
    }
    Ok(())
}

/// A version whose files are in their places, and that is not listed yet. Each step may be done again after it was cut short.
pub struct Placed {
    folder: PathBuf,
    moves: Moves,
    /// The folder that the list of moves lies in.
    holder: PathBuf,
}

impl Placed {
    /// Carries out the list of moves in `holder`, which is staged or renamed into place already.
    fn from(folder: &Path, holder: &Path) -> io::Result<Placed> {
        let list = holder.join(MOVES);
        let moves: Moves = serde_json::from_slice(&fs::read(&list).map_err(|error| at(&list, error))?)?;
        let target = folder.join(&moves.version);
        let mut placed = Placed { folder: folder.into(), moves, holder: holder.into() };
        if placed.moves.whole && !target.exists() {
            fs::rename(holder, &target).map_err(|error| at(&target, error))?;
            placed.holder = target;
        } else if holder != target {
            placed.moves.carry_out(holder, &target)?;
        }
        for (path, text) in &placed.moves.front {
            let place = folder.join(path);
            if let Some(parent) = place.parent() {
                make(parent)?;
            }
            replace(&place, text.as_bytes())?;
        }
        Ok(placed)
    }

    /// Lists the version: from here on it is there for everyone.
    pub fn list(&self) -> io::Result<()> {
        replace(&self.folder.join(VERSIONS), self.moves.versions.as_bytes())?;
        let signature = self.folder.join(SIGNATURE);
        match &self.moves.signature {
            Some(signed) => replace(&signature, signed.as_bytes()),
            // It was of another list.
            None if signature.exists() => fs::remove_file(&signature).map_err(|error| at(&signature, error)),
            None => Ok(()),
        }
    }

    /// Takes away what is no longer needed, the list of moves last. Returns the version's folder.
    pub fn tidy(&self) -> io::Result<PathBuf> {
        let dropped = self.moves.dropped.iter().map(|version| self.folder.join(version));
        dropped.filter(|place| place.exists()).try_for_each(|place| remove(&place))?;
        let target = self.folder.join(&self.moves.version);
        if self.holder == target {
            let list = target.join(MOVES);
            fs::remove_file(&list).map_err(|error| at(&list, error))?;
        } else {
            remove(&self.holder)?;
        }
        Ok(target)
    }
}

/// Carries out a list of moves to its end.
fn finish(folder: &Path, holder: &Path) -> io::Result<()> {
    let placed = Placed::from(folder, holder)?;
    placed.list()?;
    placed.tidy().map(drop)
}

pub fn read_versions(folder: &Path) -> Option<Versions> {
    read_json(&folder.join(VERSIONS))
}

fn read_release(folder: &Path) -> Option<Release> {
    read_json(&folder.join(RELEASE))
}

fn read_json<T: DeserializeOwned>(file: &Path) -> Option<T> {
    serde_json::from_slice(&fs::read(file).ok()?).ok()
}

/// Versions compare number by number; a `-dev` comes before its release.
pub fn order(version: &str) -> (Vec<u64>, bool) {
    let numbers = version.trim_end_matches("-dev").split('.').map(|part| part.parse().unwrap_or(0));
    (numbers.collect(), !version.ends_with("-dev"))
}

fn pretty(value: &impl Serialize) -> io::Result<String> {
    let mut text = serde_json::to_string_pretty(value)?;
    text.push('\n');
    Ok(text)
}

/// Writes a file beside its place and renames it, so that no one reads half of it.
fn replace(place: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::read(place).is_ok_and(|standing| standing == bytes) {
        return Ok(());
    }
    let beside = place.with_extension(PARTIAL);
    fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, place)).map_err(|error| at(place, error))
}

fn make(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder).map_err(|error| at(folder, error))
}

fn remove(folder: &Path) -> io::Result<()> {
    fs::remove_dir_all(folder).map_err(|error| at(folder, error))
}

fn at(place: &Path, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", place.display()))
}

/// A lock whose holder panicked still holds good rows: each is put in whole.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
