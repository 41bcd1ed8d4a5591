//! A version's folder against its `release.json`, and an edition's against its `versions.json`.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use super::{Row, Seen, entries};
use crate::host::publish::{Release, Versions};
use crate::message;
use crate::source::sha256;

/// What may stand beside the versions of an edition: it is made anew with each of them, and no release lists it.
const FRONT: &[&str] = &["versions.json", "index.html", "404.html", "sitemap.xml", "latest"];

impl Seen {
    pub(super) fn edition(&mut self, folder: &Path) -> io::Result<()> {
        let list = folder.join("versions.json");
        let Ok(versions) = serde_json::from_slice::<Versions>(&fs::read(&list)?) else {
            self.fault(list, message!("verify-unreadable"));
            return Ok(());
        };
        let mut known: BTreeSet<&str> = FRONT.iter().copied().collect();
        for row in &versions.versions {
            known.insert(&row.version);
            let version = folder.join(&row.version);
            let release = version.join("release.json");
            match fs::read(&release) {
                Ok(bytes) if sha256(&bytes) == row.release => self.release(&version)?,
                Ok(_) => self.fault(release, message!("verify-hash")),
                Err(_) => self.fault(release, message!("verify-missing")),
            }
        }
        for entry in entries(folder)? {
            let name = entry.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name.ends_with(".partial") {
                self.fault(entry, message!("verify-cut-short"));
            } else if !known.contains(name.as_str()) {
                self.fault(entry, message!("verify-besides"));
            }
        }
        Ok(())
    }

    pub(super) fn release(&mut self, folder: &Path) -> io::Result<()> {
        let list = folder.join("release.json");
        let Ok(release) = serde_json::from_slice::<Release>(&fs::read(&list)?) else {
            self.fault(list, message!("verify-unreadable"));
            return Ok(());
        };
        if !fs::canonicalize(folder)?.ends_with(&release.version) {
            self.fault(&list, message!("verify-version", version = release.version));
        }
        let rows: Vec<Row> = release
            .files
            .into_iter()
            .map(|row| Row { path: row.path, sha256: row.sha256, bytes: row.bytes })
            .collect();
        self.rows(folder, &rows, |row| row.path.clone())?;
        let known = rows.into_iter().map(|row| row.path).chain(["release.json".into()]);
        self.besides(folder, &known.collect());
        let bundle = folder.join("bundle");
        if bundle.join("manifest.json").is_file() { self.bundle(&bundle) } else { Ok(()) }
    }
}
