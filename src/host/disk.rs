//! A project's folder to a tree.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::model::project::FILE;
use crate::release::lock;
use crate::source::media::Stored;
use crate::source::{self, Content, Media, Tree};

/// The files and folders that a project's input lies in.
pub const INPUTS: &[&str] = &[FILE, lock::FILE, "content", "themes", "i18n"];

/// Files above this are refused: offsets are 32 bits, and no page, picture or film comes near it.
const LARGEST: u64 = u32::MAX as u64;

/// The nearest folder from `start` upward that holds `programme.yaml`.
pub fn find_root(start: &Path) -> Option<PathBuf> {
    start.ancestors().find(|folder| folder.join(FILE).is_file()).map(Path::to_path_buf)
}

/// Reads everything a build may need below `root`. Files are read on all cores.
pub fn read(root: &Path) -> io::Result<Tree> {
    let mut tree = read_own(root)?;
    tree.fall_back_on(crate::builtin());
    Ok(tree)
}

/// Reads a project's own files, without those of the program beneath.
pub fn read_own(root: &Path) -> io::Result<Tree> {
    let mut tree = Tree::default();
    let inputs = INPUTS.iter().map(|name| root.join(name)).filter(|input| input.exists());
    for (path, content) in read_at(root, inputs)? {
        tree.insert(&path, content);
    }
    Ok(tree)
}

/// Reads anew what stands at some places below `root`, files or folders, into a tree of the project's own files. Gives back
/// the paths where something else stands now, or nothing.
pub fn reread(root: &Path, tree: &mut Tree, places: &BTreeSet<PathBuf>) -> io::Result<Vec<source::Path>> {
    let is_asked = |place: &&PathBuf| {
        let name = name(root, place);
        let first = name.split('/').next().unwrap_or_default();
        place.starts_with(root) && is_input(&name) && INPUTS.contains(&first)
    };
    let asked: Vec<&PathBuf> = places.iter().filter(is_asked).collect();
    let there = asked.iter().filter(|place| fs::symlink_metadata(place).is_ok());
    let mut read: BTreeMap<source::Path, (String, Content)> =
        read_at(root, there.map(|place| place.to_path_buf()))?
            .into_iter()
            .map(|(name, content)| (source::Path::new(&name), (name, content)))
            .collect();
    let mut changed = Vec::new();
    for place in asked {
        let place = source::Path::new(&name(root, place));
        let below: Vec<source::Path> = tree.below(place.as_str()).map(|(path, _)| path.clone()).collect();
        for path in below.into_iter().chain([place]).filter(|path| !read.contains_key(path)) {
            if tree.get(&path).is_some() {
                tree.remove(&path);
                changed.push(path);
            }
        }
    }
    read.retain(|path, (name, content)| {
        let spelled_alike = tree.decomposed().contains(path) == (path.as_str() != name);
        !(spelled_alike && tree.get(path).is_some_and(|standing| standing.says_the_same(content)))
    });
    for (path, (name, content)) in read {
        tree.remove(&path);
        tree.insert(&name, content);
        changed.push(path);
    }
    Ok(changed)
}

/// The files at some places, by their names as they are spelled. What goes away while it is read is not there.
fn read_at(root: &Path, places: impl Iterator<Item = PathBuf>) -> io::Result<Vec<(String, Content)>> {
    let gone = |error: &io::Error| error.kind() == io::ErrorKind::NotFound;
    let mut paths = Vec::new();
    for place in places {
        for entry in WalkDir::new(&place).sort_by_file_name().into_iter().filter_entry(is_kept) {
            match entry.map_err(io::Error::from) {
                Ok(entry) if !entry.file_type().is_dir() => paths.push(entry.into_path()),
                Err(error) if !gone(&error) => return Err(error),
                _ => {}
            }
        }
    }
    let inside = fs::canonicalize(root)?;
    let read = |path: PathBuf| match content(root, &inside, path.clone()) {
        Ok(content) => Some(Ok((name(root, &path), content))),
        Err(error) if gone(&error) => None,
        Err(error) => Some(Err(error)),
    };
    paths.into_par_iter().filter_map(read).collect()
}

fn is_kept(entry: &DirEntry) -> bool {
    is_input(&entry.file_name().to_string_lossy())
}

/// Whether a file or folder is input, by its path or name. Hidden files and editors' leavings are not.
pub fn is_input(path: &str) -> bool {
    let leavings = |name: &str| name.starts_with(['.', '#']) || name.ends_with('~') || name.ends_with(".swp");
    !path.split('/').any(leavings)
}

fn name(root: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect::<Vec<_>>().join("/")
}

fn content(root: &Path, inside: &Path, path: PathBuf) -> io::Result<Content> {
    let told = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
    let facts = fs::symlink_metadata(&path).map_err(told)?;
    if facts.file_type().is_symlink() {
        match fs::canonicalize(&path) {
            Ok(target) if target.starts_with(inside) && target.is_file() => {}
            _ => return Ok(Content::Outside),
        }
    }
    if facts.len() > LARGEST {
        return Err(told(io::Error::new(io::ErrorKind::FileTooLarge, "larger than 4 GiB")));
    }
    let bytes = fs::read(&path).map_err(told)?;
    if is_text(&name(root, &path)) {
        return Ok(Content::Bytes(bytes.into()));
    }
    let clean = crate::source::Path::new(&name(root, &path));
    let media = Media::read(&clean, &bytes, Stored::Disk(path));
    Ok(Content::Media(media))
}

/// Whether a file is held as bytes, by its path: pages, and all of a theme and its words. All else is media.
pub fn is_text(path: &str) -> bool {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending);
    !path.starts_with("content/") || ending.is_some_and(|ending| ending.eq_ignore_ascii_case("md"))
}

/// Whether a place below `root` is a link that leads out of the project.
pub fn leads_out(root: &Path, place: &Path) -> bool {
    match (fs::canonicalize(root), fs::canonicalize(place)) {
        (Ok(inside), Ok(target)) => !target.starts_with(inside),
        _ => true,
    }
}

/// A medium's bytes, from where they are stored.
pub fn media(media: &Media) -> io::Result<Vec<u8>> {
    match &media.stored {
        Stored::Disk(path) => fs::read(path)
            .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display()))),
        Stored::Memory(bytes) => Ok(bytes.to_vec()),
    }
}
