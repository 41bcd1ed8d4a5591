//! A version's folder against its `release.json`, and an edition's against its `versions.json`.

use std::fs;
use std::io;
use std::path::Path;

use super::bundle::Whole;
use super::{Row, Seen, entries};
use crate::host::publish::{Moves, Release, SIGNATURE, VERSIONS, Versions, order};
use crate::message;
use crate::source::sha256;

/// What may stand beside the versions of an edition: it is made anew with each of them, and no release lists it.
const FRONT: &[&str] = &[VERSIONS, SIGNATURE, "index.html", "404.html", "sitemap.xml", "latest"];

/// What tells of moves that are not done yet, in a version's folder.
const MOVES: &str = "moves.json";

impl Seen<'_> {
    pub(super) fn edition(&mut self, folder: &Path) -> io::Result<()> {
        let list = folder.join(VERSIONS);
        let bytes = fs::read(&list)?;
        let Ok(Versions { versions, .. }) = serde_json::from_slice::<Versions>(&bytes) else {
            self.fault(list, message!("verify-unreadable"));
            return Ok(());
        };
        // A run that was cut short says what it was about to do; the next one does it.
        let pending = Moves::pending(folder);
        let sealed = pending.iter().find(|moves| moves.versions.as_bytes() == bytes);
        let signature = match sealed {
            Some(moves) => moves.signature.clone(),
            None => fs::read_to_string(folder.join(SIGNATURE)).ok(),
        };
        self.signed(&list, &bytes, signature.as_deref());
        for row in &versions {
            let release = fs::read(folder.join(&row.version).join("release.json")).ok();
            for listed in release.and_then(|bytes| serde_json::from_slice::<Release>(&bytes).ok()).into_iter()
            {
                let named =
                    |row: super::super::publish::Listed| ((row.path, row.sha256), listed.version.clone());
                self.listed.extend(listed.files.into_iter().map(named));
            }
        }
        for row in &versions {
            let version = folder.join(&row.version);
            if pending.iter().any(|moves| moves.version == row.version && !moves.whole) {
                self.fault(version, message!("verify-cut-short"));
                continue;
            }
            let release = version.join("release.json");
            match fs::read(&release) {
                Ok(bytes) if sha256(&bytes) == row.release => self.release(&version)?,
                Ok(_) => self.fault(release, message!("verify-hash")),
                Err(_) => self.fault(release, message!("verify-missing")),
            }
        }
        let newest = versions.iter().map(|row| order(&row.version)).max();
        for entry in entries(folder)? {
            let name = entry.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let is_listed = FRONT.contains(&&*name) || versions.iter().any(|row| row.version == name);
            let is_pending = |moves: &Moves| moves.version == name || moves.dropped.contains(&name);
            if is_listed {
                continue;
            } else if name.ends_with(".partial") || pending.iter().any(is_pending) {
                self.notes.push((entry, message!("verify-leavings")));
            } else if entry.join("release.json").is_file() && Some(order(&name)) > newest {
                self.fault(&list, message!("verify-older", version = name));
            } else {
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
        let rows = release.files.iter().cloned();
        let rows: Vec<Row> =
            rows.map(|row| Row { path: row.path, sha256: row.sha256, bytes: row.bytes }).collect();
        self.rows(folder, &rows, |row| row.path.clone())?;
        let known = rows.into_iter().map(|row| row.path).chain(["release.json".into(), MOVES.into()]);
        self.besides(folder, &known.collect());
        let bundle = folder.join("bundle");
        let (programme, version, edition) = (&*release.programme, &*release.version, &*release.edition);
        if bundle.join("manifest.json").is_file() {
            self.bundle(&bundle, Some(Whole { programme, version, edition }))?;
        }
        self.releases.push((folder.into(), release));
        Ok(())
    }

    /// Whether a version's folder is one that the signed list beside it names: the list proves where all of it comes from.
    pub(super) fn origin(&mut self, folder: &Path) -> io::Result<()> {
        if self.key.is_none() {
            return Ok(());
        }
        let list = fs::canonicalize(folder)?.join("..").join(VERSIONS);
        let release = folder.join("release.json");
        let (bytes, hash) = (fs::read(&list).unwrap_or_default(), sha256(&fs::read(&release)?));
        match serde_json::from_slice::<Versions>(&bytes) {
            Ok(known) if known.versions.iter().any(|row| row.release == hash) => {
                let signature = fs::read_to_string(list.with_file_name(SIGNATURE)).ok();
                self.signed(&list, &bytes, signature.as_deref());
            }
            _ => self.fault(release, message!("verify-unproven")),
        }
        Ok(())
    }
}
