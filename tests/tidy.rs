//! The house in order: layers lean one way, tables are whole, every file says what it is, documents name what exists.

#![allow(clippy::disallowed_methods, reason = "a test reads the sources it is about")]

use std::fs;
use std::path::{Path, PathBuf};

/// What each phase may name, beside itself.
const LAYERS: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("diag", &["source"]),
    ("syntax", &["source", "diag"]),
    ("model", &["source", "diag", "syntax"]),
    ("release", &["source", "diag", "syntax", "model"]),
    ("check", &["source", "diag", "syntax", "model", "release"]),
    ("assist", &["source", "diag", "syntax", "model", "release"]),
    ("render", &["source", "diag", "syntax", "model", "release"]),
    ("emit", &["source", "diag", "syntax", "model", "release", "render"]),
];

/// Ways to the world that belong to `host` alone; `clippy.toml` names the calls, this names the modules.
const WORLD: &[&str] = &[
    "std::fs",
    "std::env::",
    "std::net",
    "std::process",
    "std::time",
    "std::thread",
    "walkdir",
    "clap::",
    "println!",
    "print!(",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|known| known == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn sources() -> Vec<(String, String)> {
    let src = root().join("src");
    let name = |path: &Path| path.strip_prefix(&src).expect("below src").to_string_lossy().replace('\\', "/");
    files(&src, "rs").iter().map(|path| (name(path), fs::read_to_string(path).expect("UTF-8"))).collect()
}

/// The phase a file belongs to; `None` for the face of the crate and `host`.
fn phase(file: &str) -> Option<&str> {
    let name = file.split('/').next()?.trim_end_matches(".rs");
    LAYERS.iter().map(|(phase, _)| *phase).find(|phase| *phase == name)
}

#[test]
fn layers_lean_one_way() {
    let mut faults = Vec::new();
    for (file, text) in sources() {
        let Some(phase) = phase(&file) else { continue };
        let may = LAYERS.iter().find(|(name, _)| *name == phase).map_or(&[][..], |(_, may)| *may);
        for (number, line) in text.lines().enumerate() {
            for (at, _) in line.match_indices("crate::") {
                let rest = &line[at + "crate::".len()..];
                let name: String =
                    rest.chars().take_while(|mark| mark.is_ascii_alphanumeric() || *mark == '_').collect();
                let known = LAYERS.iter().any(|(phase, _)| *phase == name) || name == "host";
                if known && name != phase && !may.contains(&name.as_str()) {
                    faults.push(format!("src/{file}:{}: {phase} names {name}", number + 1));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_world_is_in_host_alone() {
    let mut faults = Vec::new();
    for (file, text) in sources().into_iter().filter(|(file, _)| phase(file).is_some()) {
        for (number, line) in
            text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"))
        {
            for way in WORLD.iter().filter(|way| line.contains(**way)) {
                faults.push(format!("src/{file}:{}: {way}", number + 1));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_file_opens_by_saying_what_it_is() {
    let bare: Vec<_> =
        sources().into_iter().filter(|(_, text)| !text.starts_with("//! ")).map(|(file, _)| file).collect();
    assert!(bare.is_empty(), "no //! at the top of {bare:?}");
}

#[test]
fn every_block_and_check_has_its_row() {
    let read = |file: &str| fs::read_to_string(root().join("src").join(file)).expect("a file");
    let checks = read("check.rs");
    for path in files(&root().join("src/check"), "rs") {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        assert!(checks.contains(&format!("{name}::check")), "{name} is not run");
    }
    let rows = andrum::model::block::ROWS.len();
    let written: usize = files(&root().join("src/model/block"), "rs")
        .iter()
        .map(|path| fs::read_to_string(path).expect("a file").matches(": Row =").count())
        .sum();
    assert_eq!(rows, written, "a block that is written but not in ROWS");
}

#[test]
fn documents_name_what_exists() {
    let mut faults = Vec::new();
    for (name, text) in documents() {
        for path in quoted(&text).filter(|path| is_path(path)) {
            // An example of what a reader is about to write.
            let example =
                path.contains(['<', '…', '*']) || path.contains("empty") || path.contains("tools/window");
            if !example && !root().join(path.trim_end_matches('/')).exists() {
                faults.push(format!("{name}: {path}"));
            }
        }
        for command in text.lines().filter_map(|line| line.strip_prefix("bash ")) {
            let script = command.split_whitespace().next().unwrap_or_default();
            if !root().join(script).exists() {
                faults.push(format!("{name}: bash {script}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Commands that documents speak of before they are there.
const COMING: &[&str] = &[];

#[test]
fn documents_name_commands_that_exist() {
    let mut faults: Vec<String> = COMING
        .iter()
        .filter(|name| help(&[name]).is_some())
        .map(|name| format!("andrum {name} is here now: take it out of COMING"))
        .collect();
    for (name, text) in documents() {
        for command in quoted(&text).chain(fenced(&text)).filter_map(|words| words.strip_prefix("andrum ")) {
            let words: Vec<&str> = command.split_whitespace().take_while(|word| *word != ">").collect();
            if words.first().is_some_and(|word| COMING.contains(word)) {
                continue;
            }
            let known = help(&words[..1]).and_then(|help| match words.get(1) {
                Some(below) if help.contains("\nCommands:") => self::help(&[words[0], below]),
                _ => Some(help),
            });
            let flags = words.iter().filter(|word| word.starts_with("--"));
            match known {
                None => faults.push(format!("{name}: andrum {command}")),
                Some(help) => faults.extend(
                    flags
                        .filter(|flag| !help.contains(**flag))
                        .map(|flag| format!("{name}: andrum {command}: there is no {flag}")),
                ),
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What a command says of itself; `None` where there is no such command.
fn help(command: &[&str]) -> Option<String> {
    let andrum =
        std::process::Command::new(env!("CARGO_BIN_EXE_andrum")).args(command).arg("--help").output();
    let output = andrum.expect("the program runs");
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The documents for people, by name, with their text.
fn documents() -> Vec<(String, String)> {
    let mut paths = files(&root().join("docs"), "md");
    paths.extend(
        ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "benches/README.md"]
            .map(|name| root().join(name)),
    );
    let name = |path: &Path| path.strip_prefix(root()).expect("below the root").display().to_string();
    paths.iter().map(|path| (name(path), fs::read_to_string(path).expect("a document"))).collect()
}

/// What stands in single backquotes.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with("```")).flat_map(|line| line.split('`').skip(1).step_by(2))
}

/// The lines between three backquotes.
fn fenced(text: &str) -> impl Iterator<Item = &str> {
    let mut inside = false;
    text.lines().map(str::trim).filter(move |line| {
        inside ^= line.starts_with("```");
        inside
    })
}

fn is_path(words: &str) -> bool {
    ["src/", "tests/", "docs/", "themes/", "i18n/", "benches/", "content/"]
        .iter()
        .any(|folder| words.starts_with(folder))
        && !words.contains(' ')
}

/// What runs for every page is compiled with optimisation; all else is not, so that a first compile is quick. `cargo remove` takes such
/// lines away for libraries that others bring.
#[test]
fn what_runs_for_every_page_is_optimised() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("a manifest");
    let every_page = [
        "flate2",
        "hashbrown",
        "libmimalloc-sys",
        "mimalloc",
        "pulldown-cmark",
        "serde-saphyr",
        "serde_json",
        "sha2",
        "tera",
        "zip",
        "zlib-rs",
    ];
    for library in every_page {
        assert!(
            manifest.contains(&format!("[profile.release.package.{library}]\nopt-level = 3\n")),
            "{library} is not optimised"
        );
    }
}
