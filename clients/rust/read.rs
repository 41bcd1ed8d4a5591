//! Checks every file of a bundle's ZIP, and prints its units with their tasks: `read antistress-1.4.0-patient.zip sv`.
//!
//! Whose the bundle is comes first, and is not asked here: take `manifest.json` and `manifest.json.minisig` out of the ZIP,
//! then `minisign -Vm manifest.json -P KEY`.

#![allow(clippy::disallowed_methods, reason = "it stands alone, and opens what it reads")]

use std::collections::BTreeSet;
use std::error::Error;
use std::fs::File;
use std::io::{Read, Write};

use serde_json::Value;
use sha2::{Digest, Sha256};
use zip::ZipArchive;

/// What the manifest does not list.
const OWN: [&str; 2] = ["manifest.json", "manifest.json.minisig"];
/// Larger manifests are no one's.
const LARGEST: u64 = 1 << 28;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args_os().skip(1);
    let mut archive = ZipArchive::new(File::open(args.next().ok_or("which bundle?")?)?)?;
    let manifest: Value = serde_json::from_slice(&unpack(&mut archive, OWN[0], LARGEST)?)?;
    holds(manifest["format"] == "andrum-bundle/1", "it is no andrum-bundle/1")?;
    holds(manifest["reader"].as_u64().is_some_and(|reader| reader <= 1), "it asks for a newer reader")?;
    holds(!archive.has_duplicate_names(), "a file is there twice")?;
    let names = archive.file_names().map(|name| Ok(name?.into_owned()));
    let mut left: BTreeSet<String> = names.collect::<Result<_, zip::result::ZipError>>()?;
    left.retain(|name| !OWN.contains(&name.as_str()));
    for row in list(&manifest["files"]) {
        let (path, size) = (text(&row["path"]), row["bytes"].as_u64().ok_or("a file has no size")?);
        let is_inside = path.split('/').all(|part| !["", ".", ".."].contains(&part));
        holds(is_inside && !path.contains(['\\', ':', '\0']), &format!("{path} leads out of the bundle"))?;
        holds(left.remove(path), &format!("{path} is missing, or listed twice"))?;
        let bytes = unpack(&mut archive, path, size)?;
        let is_same =
            bytes.len() as u64 == size && format!("{:x}", Sha256::digest(&bytes)) == text(&row["sha256"]);
        holds(is_same, &format!("{path} is not as the manifest lists it"))?;
    }
    holds(left.is_empty(), &format!("the manifest does not list {left:?}"))?;
    let languages: Vec<&str> = list(&manifest["languages"]).iter().map(|row| text(&row["code"])).collect();
    let language = args.next().or(languages.first().map(|first| first.into())).unwrap_or_default();
    let language = language.to_string_lossy();
    let told = format!("it is not in {language}, but in {}", languages.join(", "));
    holds(languages.contains(&&*language), &told)?;
    let mut lines = String::new();
    for unit in list(&manifest["units"]) {
        let page = match manifest["pages"][text(&unit["theme"])]["files"][&*language].as_str() {
            Some(path) => serde_json::from_slice(&unpack(&mut archive, path, LARGEST)?)?,
            None => Value::Null,
        };
        lines += &format!("{} {}\n", unit["number"], page["title"].as_str().unwrap_or("–"));
        for id in list(&unit["tasks"]).iter().map(text) {
            lines += &format!("  {id}: {}\n", text(&manifest["tasks"][id]["answer"]["type"]));
        }
    }
    Ok(std::io::stdout().write_all(lines.as_bytes())?)
}

fn holds(good: bool, otherwise: &str) -> Result<(), String> {
    if good { Ok(()) } else { Err(otherwise.into()) }
}

/// A member's bytes. No more than one too many is unpacked, so that nothing swells.
fn unpack(archive: &mut ZipArchive<File>, path: &str, most: u64) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut bytes = Vec::new();
    archive.by_name(path)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
