//! A bundle against its manifest: the blobs of its folder, and the members of its ZIP.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use serde::Deserialize;
use zip::ZipArchive;

use super::{Row, Seen, entries, hashed, is_inside};
use crate::emit::bundle::{MANIFEST, SIGNATURE};
use crate::message;

/// So many members are counted elsewhere, in ZIP64's own list.
const MANY: usize = 0xFFFF;
/// Larger manifests are no one's.
const LARGEST: u64 = 1 << 28;

/// What of a manifest it takes to find its files.
#[derive(Deserialize)]
struct Manifest {
    format: String,
    programme: Programme,
    edition: String,
    files: Vec<Listed>,
}

#[derive(Deserialize)]
struct Programme {
    id: String,
    version: String,
}

#[derive(Deserialize)]
struct Listed {
    path: String,
    sha256: String,
    bytes: u64,
}

impl Manifest {
    fn read(bytes: &[u8]) -> Option<Manifest> {
        let manifest: Manifest = serde_json::from_slice(bytes).ok()?;
        manifest.format.starts_with("andrum-bundle/").then_some(manifest)
    }

    fn rows(self) -> Vec<Row> {
        let row = |row: Listed| Row { path: row.path, sha256: row.sha256, bytes: row.bytes };
        self.files.into_iter().map(row).collect()
    }

    /// The name of its ZIP.
    fn zip(&self) -> String {
        format!("{}-{}-{}.zip", self.programme.id, self.programme.version, self.edition)
    }
}

/// What a bundle's folder is part of: a version of an edition.
pub(super) struct Whole<'a> {
    pub programme: &'a str,
    pub version: &'a str,
    pub edition: &'a str,
}

impl Seen<'_> {
    pub(super) fn bundle(&mut self, folder: &Path, whole: Option<Whole>) -> io::Result<()> {
        let place = folder.join(MANIFEST);
        let bytes = fs::read(&place)?;
        let Some(manifest) = Manifest::read(&bytes) else {
            self.fault(place, message!("verify-unreadable"));
            return Ok(());
        };
        let signature = fs::read_to_string(folder.join(SIGNATURE)).ok();
        self.signed(&place, &bytes, signature.as_deref());
        let programme = &manifest.programme;
        if let Some(whole) = whole
            && (whole.programme, whole.version, whole.edition)
                != (&programme.id, &programme.version, &manifest.edition)
        {
            self.fault(&place, message!("verify-other-bundle", bundle = manifest.zip()));
        }
        let rows = manifest.rows();
        self.rows(folder, &rows, |row| format!("blobs/{}", row.sha256))?;
        self.besides(&folder.join("blobs"), &rows.into_iter().map(|row| row.sha256).collect());
        for entry in entries(folder)? {
            let name = entry.file_name().unwrap_or_default().to_string_lossy().into_owned();
            match name.as_str() {
                MANIFEST | SIGNATURE | "blobs" => {}
                _ if name.ends_with(".zip") => drop(self.zip(&entry, Some(&bytes))?),
                _ => self.fault(entry, message!("verify-besides")),
            }
        }
        Ok(())
    }

    /// The members of a ZIP against the manifest in it, which is to be `manifest` where that is given; `false` where it holds none.
    pub(super) fn zip(&mut self, place: &Path, manifest: Option<&[u8]>) -> io::Result<bool> {
        self.hash(place)?;
        let mut file = File::open(place)?;
        let Some(count) = members(&mut file)? else {
            self.fault(place, message!("verify-zip"));
            return Ok(true);
        };
        let Ok(mut archive) = ZipArchive::new(file) else {
            self.fault(place, message!("verify-zip"));
            return Ok(true);
        };
        // Readers differ in which of two members of one name they see, and in what they make of bytes before the first.
        if (archive.len() != count && count != MANY) || archive.offset() != 0 {
            self.fault(place, message!("verify-zip"));
        }
        let mut own = Vec::new();
        match archive.by_name(MANIFEST) {
            Ok(member) => drop(member.take(LARGEST).read_to_end(&mut own)),
            Err(_) => return Ok(false),
        }
        if manifest.is_some_and(|manifest| manifest != own) {
            self.fault(place, message!("verify-manifest"));
        }
        let Some(read) = Manifest::read(&own) else {
            self.fault(place, message!("verify-unreadable"));
            return Ok(true);
        };
        let mut signature = String::new();
        let signed =
            archive.by_name(SIGNATURE).map(|member| member.take(LARGEST).read_to_string(&mut signature));
        self.signed(place, &own, matches!(signed, Ok(Ok(_))).then_some(&signature));
        // A name that looks like one of ours says which bundle it is.
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        let is_ours = name.starts_with(&format!("{}-", read.programme.id));
        if is_ours && name.matches('-').count() >= 2 && *name != read.zip() {
            self.fault(place, message!("verify-other-bundle", bundle = read.zip()));
        }
        let rows = read.rows();
        let names: Result<BTreeSet<String>, _> =
            archive.file_names().map(|name| name.map(|name| name.into_owned())).collect();
        let Ok(mut left) = names else {
            self.fault(place, message!("verify-zip"));
            return Ok(true);
        };
        left.remove(MANIFEST);
        left.remove(SIGNATURE);
        for row in &rows {
            let member = || place.join(&row.path);
            if !is_inside(&row.path) {
                self.fault(place, message!("verify-path", path = row.path));
            } else if !left.remove(&row.path) {
                self.fault(member(), message!("verify-missing"));
            } else {
                // No more is unpacked than was promised, so that nothing swells.
                let read = archive.by_name(&row.path).map_err(io::Error::from);
                match read.and_then(|read| hashed(read.take(row.bytes + 1))) {
                    Ok((sha256, bytes)) if bytes == row.bytes && sha256 == row.sha256 => {}
                    _ => self.fault(member(), message!("verify-hash")),
                }
            }
        }
        for name in left {
            self.fault(place, message!("verify-member", path = name));
        }
        Ok(true)
    }
}

/// How many members the list at the end of a ZIP counts; `None` where the file does not end with that list.
fn members(file: &mut File) -> io::Result<Option<usize>> {
    const END: usize = 22;
    let mut end = [0; END];
    if file.metadata()?.len() < END as u64 {
        return Ok(None);
    }
    file.seek(SeekFrom::End(-(END as i64)))?;
    file.read_exact(&mut end)?;
    file.rewind()?;
    let whole = end.starts_with(b"PK\x05\x06") && end[20..] == [0, 0];
    Ok(whole.then(|| usize::from(u16::from_le_bytes([end[10], end[11]]))))
}
