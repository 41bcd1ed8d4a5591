//! How long checking takes beside building: the same pages, read, built and checked in one run.
//!
//! ```text
//! cargo bench --bench checks                     10 000 pages of benches/pages.py
//! cargo bench --bench checks -- FOLDER           a project of your own
//! ```
//!
//! Bounds, as ratios of the medians of interleaved rounds: reading and checking take at most one and a half times what
//! reading and building take without a check, and checks add at most half to a build.

#![allow(clippy::disallowed_methods, reason = "a benchmark reads its pages and the clock")]

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

use andrum::check::{self, Beside};
use andrum::diag::Outcome;
use andrum::emit::Job;
use andrum::host::disk;
use andrum::model::standing::Standing;
use andrum::model::{self, Programme};
use andrum::release::Stamp;
use andrum::source::Tree;

const PAGES: usize = 10_000;
const ROUNDS: usize = 5;
/// Checking against building without checks, and a build with checks against one without.
const BOUND: f64 = 1.5;

fn main() -> ExitCode {
    let given = std::env::args().skip(1).find(|argument| !argument.starts_with("--")).map(PathBuf::from);
    let made = given.is_none().then(generated);
    let root = given.or(made.clone()).unwrap_or_default();
    let tree = disk::read(&root).expect("a project that can be read");
    let (mut build, mut check, mut read) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let began = Instant::now();
        let programme = model::read(&tree);
        read.push(began.elapsed().as_secs_f64());
        emit(&tree, &programme.value);
        build.push(began.elapsed().as_secs_f64());
        let Outcome { value, diagnostics } = programme;
        let began = Instant::now();
        let checked = check::run(Outcome { value, diagnostics }, &Beside::default());
        check.push(began.elapsed().as_secs_f64());
        println!(
            "read {:.3} s, with building {:.3} s, checks {:.3} s, {} found",
            read[read.len() - 1],
            build[build.len() - 1],
            check[check.len() - 1],
            checked.diagnostics.len()
        );
    }
    if let Some(made) = made {
        let _ = std::fs::remove_dir_all(made);
    }
    let (read, build, check) = (median(read), median(build), median(check));
    let alone = (read + check) / build;
    let added = (build + check) / build;
    println!("reading and checking / building without checks: {alone:.2}, at most {BOUND}");
    println!("building with checks / building without: {added:.2}, at most {BOUND}");
    if alone.max(added) > BOUND { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Makes the site of the first edition, and drops its files.
fn emit(tree: &Tree, programme: &Programme) {
    let theme = andrum::theme(tree, programme).value;
    let stamp = Stamp {
        version: "0.1.0-dev".into(),
        created: "1980-01-01T00:00:00Z".into(),
        commit: None,
        dirty: false,
        updated: Default::default(),
    };
    let edition = &programme.project.editions[0];
    let seen = programme.seen_by(edition);
    let read = &disk::media;
    let standing = &Standing::default();
    let (theme, stamp, lock, sign) = (&theme, &stamp, None, None);
    let job = Job { programme: &seen, edition, theme, stamp, lock, standing, read, sign };
    andrum::emit(&job, &["site".to_string()], &|_| Ok(())).expect("a theme without faults");
}

fn generated() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("andrum-checks-{}", std::process::id()));
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/pages.py");
    let done = Command::new("python3")
        .args([script.as_os_str(), "andrum".as_ref(), folder.as_os_str()])
        .args(["--pages", &PAGES.to_string(), "--seed", "1"])
        .status()
        .expect("python3");
    assert!(done.success(), "benches/pages.py failed");
    folder
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
