//! Checks every file of a bundle's ZIP, and prints its units with their tasks: `read BUNDLE.zip [LANGUAGE]`.
//!
//! Whose it is comes first: take `manifest.json` and `manifest.json.minisig` out of it, then `minisign -Vm manifest.json -P KEY`.

#![allow(clippy::disallowed_methods, reason = "it stands alone, and opens what it reads")]

use std::error::Error;
use std::fs::File;
use std::io::Read;

use serde_json::Value;
use sha2::{Digest, Sha256};
use zip::ZipArchive;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<_> = std::env::args_os().skip(1).map(|arg| arg.to_string_lossy().into_owned()).collect();
    let mut bundle = ZipArchive::new(File::open(args.first().ok_or("which bundle?")?)?)?;
    let manifest: Value = serde_json::from_slice(&read(&mut bundle, "manifest.json", 1 << 28)?)?;
    holds(
        manifest["format"] == "andrum-bundle/1" && manifest["reader"].as_u64().unwrap_or(1) == 1,
        "format",
    )?;
    let mut left = bundle
        .file_names()
        .map(|name| Ok(name?.into_owned()))
        .collect::<Result<Vec<String>, Box<dyn Error>>>()?;
    left.retain(|name| !["manifest.json", "manifest.json.minisig"].contains(&name.as_str()));
    holds(!bundle.has_duplicate_names(), "a file is there twice")?;
    for row in list(&manifest["files"]) {
        let (path, size) = (text(&row["path"]), row["bytes"].as_u64().ok_or("a file has no size")?);
        let at = left.iter().position(|name| name == path).ok_or(format!("{path} is not there"))?;
        left.swap_remove(at);
        holds(path.split('/').all(is_name), "a path leads out of it")?;
        let bytes = read(&mut bundle, path, size)?;
        let is_same = format!("{:x}", Sha256::digest(&bytes)) == text(&row["sha256"]);
        holds(is_same && bytes.len() as u64 == size, path)?;
    }
    holds(left.is_empty(), "it holds what it does not list")?;
    let language = args.get(1).map_or(text(&manifest["languages"][0]["code"]), String::as_str);
    for unit in list(&manifest["units"]) {
        let page = manifest["pages"][text(&unit["theme"])]["files"][language].as_str();
        let title = page.map(|page| read(&mut bundle, page, 1 << 28)).transpose()?;
        let title: Value = title.map_or(Ok(Value::Null), |bytes| serde_json::from_slice(&bytes))?;
        println!("{} {}", unit["number"], title["title"].as_str().unwrap_or("–"));
        for id in list(&unit["tasks"]).iter().map(text) {
            println!("  {id}: {}", text(&manifest["tasks"][id]["answer"]["type"]));
        }
    }
    Ok(())
}

/// A member's bytes. A byte too many is enough to tell, so that nothing swells.
fn read(bundle: &mut ZipArchive<File>, path: &str, most: u64) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut bytes = Vec::new();
    bundle.by_name(path)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn is_name(part: &str) -> bool {
    part.starts_with(|c: char| c.is_ascii_alphanumeric()) && !part.contains(['\\', ':'])
}

fn holds(good: bool, otherwise: &str) -> Result<(), String> {
    if good { Ok(()) } else { Err(format!("refused: {otherwise}")) }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
