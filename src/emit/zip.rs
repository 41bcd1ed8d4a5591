//! ZIP archives that come out the same, byte for byte: one order, one time, one mode, deflate alone.

use std::io::{self, Cursor, Write};
use std::sync::Arc;

use rayon::prelude::*;
use zip::write::{PreparedZipFile, SimpleFileOptions};
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// Endings of what is compressed already and is stored as it is.
const COMPRESSED: &[&str] = &["png", "jpg", "jpeg", "webp", "m4a", "mp3", "mp4", "webm", "woff2"];

/// Level 2 costs a quarter less than 6, for 6 % more bytes.
const LEVEL: i64 = 2;

/// A file of an archive: its path and its bytes.
pub type Member = (String, Arc<Vec<u8>>);

/// Packs files in the order given. Entries are compressed on all cores.
pub fn pack(files: &[Member]) -> io::Result<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    add(&mut writer, files)?;
    ended(writer)
}

fn ended(writer: ZipWriter<Cursor<Vec<u8>>>) -> io::Result<Vec<u8>> {
    let mut archive = writer.finish()?;
    archive.flush()?;
    Ok(archive.into_inner())
}

fn add(writer: &mut ZipWriter<Cursor<Vec<u8>>>, files: &[Member]) -> io::Result<()> {
    let options = |path: &str| {
        let base = SimpleFileOptions::default().last_modified_time(DateTime::DEFAULT).unix_permissions(0o644);
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
        if COMPRESSED.contains(&ending) {
            base.compression_method(CompressionMethod::Stored)
        } else {
            base.compression_method(CompressionMethod::Deflated).compression_level(Some(LEVEL))
        }
    };
    for chunk in files.chunks(512) {
        let prepared: Vec<io::Result<PreparedZipFile>> = chunk
            .par_iter()
            .map(|(path, bytes)| Ok(PreparedZipFile::from_data(path, options(path), bytes)?))
            .collect();
        for file in prepared {
            writer.add_prepared_file(file?)?;
        }
    }
    Ok(())
}

/// Files that go into several archives and are compressed once.
#[derive(Clone)]
pub struct Pool(ZipArchive<Cursor<Arc<[u8]>>>);

impl Pool {
    pub fn of(files: &[Member]) -> io::Result<Pool> {
        Ok(Pool(ZipArchive::new(Cursor::new(pack(files)?.into()))?))
    }

    /// An archive of some files of its own and, behind them, those of the pool that are wanted.
    pub fn pack(&self, own: &[Member], wanted: &[&str]) -> io::Result<Vec<u8>> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        add(&mut writer, own)?;
        let mut pool = self.0.clone();
        for path in wanted {
            let at = pool.index_for_name(path).ok_or(io::ErrorKind::NotFound)?;
            writer.raw_copy_file(pool.by_index_raw(at)?)?;
        }
        ended(writer)
    }
}
