//! Lists the default theme and the interface's words, so that the program carries them and runs on any project.

#![allow(clippy::disallowed_methods, reason = "a build script reads the files that it lists")]

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?);
    let mut files = Vec::new();
    for folder in ["themes/default", "i18n"] {
        println!("cargo:rerun-if-changed={folder}");
        gather(&root, Path::new(folder), &mut files)?;
    }
    files.sort();
    let mut table = String::from("&[\n");
    for file in &files {
        let place = root.join(file);
        let _ = writeln!(table, "({file:?}, include_bytes!({:?})),", place.to_string_lossy());
    }
    table.push(']');
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    fs::write(out.join("builtin.rs"), table)
}

fn gather(root: &Path, folder: &Path, files: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let path = folder.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            gather(root, &path, files)?;
        } else if !entry.file_name().to_string_lossy().starts_with('.') {
            files.push(path.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(())
}
