//! andrum compiles treatment programmes: Markdown in Norwegian and Swedish to a checked site and an offline bundle.
//!
//! ```text
//! source -> syntax -> model -> check
//!                       model -> release -> render -> emit
//! ```
//!
//! Each phase takes values and returns values together with what it found; nothing but [`host`] touches the world.

#![forbid(unsafe_code)]
#![warn(clippy::unwrap_used, clippy::expect_used)]

pub mod check;
pub mod diag;
pub mod emit;
pub mod host;
pub mod model;
pub mod release;
pub mod render;
pub mod source;
pub mod syntax;

use check::Beside;
use diag::Outcome;
use emit::{BACKENDS, Job, Sink, Stop};
use model::Programme;
use render::theme::Theme;
use source::Tree;

/// The default theme and words, which a project's own files stand before.
pub fn builtin() -> Tree {
    const FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/builtin.rs"));
    let mut tree = Tree::default();
    for (path, bytes) in FILES {
        tree.insert(path, source::Content::Bytes((*bytes).into()));
    }
    tree
}

/// Reads a tree as a programme and runs every check over it.
pub fn compile(tree: &Tree, beside: &Beside) -> Outcome<Programme> {
    check::run(model::read(tree), beside)
}

/// The programme's theme and words, and what is wrong with them.
pub fn theme(tree: &Tree, programme: &Programme) -> Outcome<Theme> {
    Theme::load(tree, &programme.project)
}

/// What the status page wears, and what is wrong with it.
pub fn status_theme(tree: &Tree, programme: &Programme) -> Outcome<Theme> {
    Theme::of_status(tree, &programme.project)
}

/// Hands the files of one edition to `sink`, backend by backend, for the outputs that are asked for.
pub fn emit(job: &Job, outputs: &[String], sink: Sink) -> Result<(), Stop> {
    for backend in BACKENDS.iter().filter(|backend| outputs.iter().any(|output| output == backend.name)) {
        (backend.emit)(job, sink)?;
    }
    Ok(())
}
