//! A project's folder to a tree.

mod reader;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use reader::Reader;

use crate::model::project::FILE;
use crate::release::lock;
use crate::source::media::Stored;
use crate::source::{Media, Tree};

/// The files and folders that a project's input lies in.
pub const INPUTS: &[&str] = &[FILE, lock::FILE, "content", "themes", "i18n"];

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
    Reader::new(root.into()).read()
}

/// Whether a file or folder is input, by its path or name. Hidden files and editors' leavings are not; `4913` is Vim's, which tries
/// with it whether it may write.
pub fn is_input(path: &str) -> bool {
    let leavings = |name: &str| {
        name.starts_with(['.', '#']) || name.ends_with('~') || name.ends_with(".swp") || name == "4913"
    };
    !path.split('/').any(leavings)
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
