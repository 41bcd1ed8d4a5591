//! A project's folder to a tree.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::model::project::FILE;
use crate::release::lock;
use crate::source::media::Stored;
use crate::source::{Content, Media, Tree};

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
    let mut paths = Vec::new();
    for input in INPUTS.iter().map(|name| root.join(name)).filter(|input| input.exists()) {
        for entry in WalkDir::new(&input).sort_by_file_name().into_iter().filter_entry(is_kept) {
            let entry = entry.map_err(io::Error::from)?;
            if !entry.file_type().is_dir() {
                paths.push(entry.into_path());
            }
        }
    }
    let inside = fs::canonicalize(root)?;
    let read: io::Result<Vec<(String, Content)>> =
        paths.into_par_iter().map(|path| Ok((name(root, &path), content(root, &inside, path)?))).collect();
    let mut tree = Tree::default();
    for (path, content) in read? {
        tree.insert(&path, content);
    }
    tree.fall_back_on(&crate::builtin());
    Ok(tree)
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

/// A medium's bytes, from where they are stored.
pub fn media(media: &Media) -> io::Result<Vec<u8>> {
    match &media.stored {
        Stored::Disk(path) => fs::read(path)
            .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display()))),
        Stored::Memory(bytes) => Ok(bytes.to_vec()),
    }
}
