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

/// The folders that a project's input lies in.
const FOLDERS: &[&str] = &["content", "themes", "i18n"];

/// Files above this are refused: offsets are 32 bits, and no page, picture or film comes near it.
const LARGEST: u64 = u32::MAX as u64;

/// The nearest folder from `start` upward that holds `programme.yaml`.
pub fn find_root(start: &Path) -> Option<PathBuf> {
    start.ancestors().find(|folder| folder.join(FILE).is_file()).map(Path::to_path_buf)
}

/// Reads everything a build may need below `root`. Files are read on all cores.
pub fn read(root: &Path) -> io::Result<Tree> {
    let mut paths: Vec<PathBuf> =
        [FILE, lock::FILE].iter().map(|name| root.join(name)).filter(|path| path.is_file()).collect();
    for folder in FOLDERS.iter().map(|name| root.join(name)).filter(|folder| folder.is_dir()) {
        for entry in WalkDir::new(&folder).sort_by_file_name().into_iter().filter_entry(is_input) {
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

/// Hidden files and editors' leavings are not input.
fn is_input(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    !(name.starts_with('.') || name.starts_with('#') || name.ends_with('~') || name.ends_with(".swp"))
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
    if is_text(root, &path) {
        return Ok(Content::Bytes(bytes.into()));
    }
    let clean = crate::source::Path::new(&name(root, &path));
    let media = Media::read(&clean, &bytes, Stored::Disk(path));
    Ok(Content::Media(media))
}

/// Everything but media is held as bytes: pages, and all of a theme and its words.
fn is_text(root: &Path, path: &Path) -> bool {
    let in_content = path.strip_prefix(root).is_ok_and(|path| path.starts_with("content"));
    !in_content || path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md"))
}

/// A medium's bytes, from where they are stored.
pub fn media(media: &Media) -> io::Result<Vec<u8>> {
    match &media.stored {
        Stored::Disk(path) => fs::read(path)
            .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display()))),
        Stored::Memory(bytes) => Ok(bytes.to_vec()),
    }
}
