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

pub mod assist;
pub mod check;
pub mod diag;
pub mod emit;
pub mod host;
pub mod model;
pub mod release;
pub mod render;
pub mod source;
pub mod syntax;

use std::sync::{Arc, LazyLock};

use check::Beside;
use diag::Outcome;
use emit::{BACKENDS, Job, Sink, Stop};
use model::Programme;
use model::project::Project;
use release::lock::{Lock, Unreadable};
use render::theme::Theme;
use source::memo::{Memo, Same};
use source::{Content, Path, Tree};

/// The default theme and words, which a project's own files stand before.
pub fn builtin() -> &'static Tree {
    const FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/builtin.rs"));
    static BUILTIN: LazyLock<Tree> = LazyLock::new(|| {
        let mut tree = Tree::default();
        for (path, bytes) in FILES {
            tree.insert(path, Content::Bytes((*bytes).into()));
        }
        tree
    });
    &BUILTIN
}

/// Reads a tree as a programme and runs every check over it.
pub fn compile(tree: &Tree, beside: &Beside) -> Outcome<Programme> {
    check::run(model::read(tree), beside)
}

/// What a run keeps for the next one of the same project. Whatever is kept, the result is that of a run from nothing.
#[derive(Default)]
pub struct Kept {
    lock: Memo<(), Option<Arc<[u8]>>, ReadLock>,
    model: model::Kept,
    check: check::Kept,
    theme: Memo<(), ThemeInput, Outcome<Arc<Theme>>>,
}

/// The lock, none before the first release, or why it can't be read.
type ReadLock = Result<Option<Arc<Lock>>, Unreadable>;

/// The project, which names the theme, and every file that a theme or its words may be read from.
type ThemeInput = (Same<Project>, Vec<(Path, Arc<[u8]>)>);

/// The lock of the project, as [`Lock::read`] reads it, without reading again what is as it was.
pub fn lock_again(tree: &Tree, kept: &mut Kept) -> ReadLock {
    let bytes = tree.get(&Path::new(release::lock::FILE)).and_then(|content| match content {
        Content::Bytes(bytes) => Some(bytes.clone()),
        _ => None,
    });
    kept.lock.one(bytes, |_| Ok(Lock::read(tree)?.map(Arc::new)))
}

/// As [`compile`], without reading again what is as it was.
pub fn compile_again(tree: &Tree, beside: &Beside, kept: &mut Kept) -> Outcome<Programme> {
    check::run_again(model::read_again(tree, &mut kept.model), beside, &mut kept.check)
}

/// The programme's theme and words, and what is wrong with them.
pub fn theme(tree: &Tree, programme: &Programme) -> Outcome<Theme> {
    Theme::load(tree, &programme.project)
}

/// As [`theme`], without loading again what is as it was.
pub fn theme_again(tree: &Tree, programme: &Programme, kept: &mut Kept) -> Outcome<Arc<Theme>> {
    let files = ["themes", "i18n"].iter().flat_map(|folder| tree.texts_below(folder));
    let input = (Same(programme.project.clone()), files.collect());
    kept.theme.one(input, |_| {
        let Outcome { value, diagnostics } = theme(tree, programme);
        Outcome { value: Arc::new(value), diagnostics }
    })
}

/// What the status page wears beside the programme's theme, and what is wrong with it.
pub fn status_theme(tree: &Tree, programme: &Programme, theme: &Theme) -> Outcome<Theme> {
    Theme::of_status(tree, &programme.project, theme)
}

/// Hands the files of one edition to `sink`, backend by backend, for the outputs that are asked for.
pub fn emit(job: &Job, outputs: &[String], sink: Sink) -> Result<(), Stop> {
    for backend in BACKENDS.iter().filter(|backend| outputs.iter().any(|output| output == backend.name)) {
        (backend.emit)(job, sink)?;
    }
    Ok(())
}
