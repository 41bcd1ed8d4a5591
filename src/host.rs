//! The only module that touches the world: arguments, disk, git, the terminal.

#![allow(clippy::disallowed_methods, reason = "this is where the world is touched")]

pub mod approve;
pub mod build;
pub mod cli;
pub mod commit;
pub mod course;
pub mod diff;
pub mod disk;
pub mod fix;
pub mod git;
pub mod history;
pub mod key;
mod lsp;
pub mod make;
pub mod mark;
pub mod new;
pub mod progress;
pub mod project;
pub mod publish;
pub mod release;
pub mod report;
pub mod serve;
pub mod translate;
pub mod verify;
