//! The files of a skeleton onto the disk: all of them or none, and nothing that stands there is overwritten.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::source;

/// Writes new files below `root` and says where they are.
pub fn write(root: &Path, files: &[(source::Path, String)]) -> io::Result<Vec<PathBuf>> {
    let mut written = Vec::new();
    for (path, text) in files {
        let place = root.join(path.as_str());
        if let Err(error) = create(&place, text, &mut written) {
            for place in written {
                fs::remove_file(place)?;
            }
            return Err(io::Error::new(error.kind(), format!("{}: {error}", place.display())));
        }
    }
    Ok(written)
}

fn create(place: &Path, text: &str, written: &mut Vec<PathBuf>) -> io::Result<()> {
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(place)?;
    written.push(place.into());
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
