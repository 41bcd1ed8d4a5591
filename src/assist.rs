//! A programme, a text that is being written and a place in it to what an editor shows: what may stand there, what stands there
//! and where else, what it would take to call it something else. Values in, values out; the text may be newer than the programme.

pub mod complete;
pub mod cursor;
pub mod find;
pub mod hover;
pub mod outline;
pub mod rename;
pub mod twin;

use crate::model::Programme;
use crate::release::lock::Lock;
use crate::source::Path;

/// A place in a text that is open in an editor.
#[derive(Clone, Copy)]
pub struct At<'a> {
    /// As it was when it last could be read.
    pub programme: &'a Programme,
    pub lock: Option<&'a Lock>,
    pub path: &'a Path,
    /// As it stands in the editor.
    pub text: &'a str,
    /// In bytes.
    pub offset: usize,
}

impl At<'_> {
    /// The number of the language that the file is in; the first where it is in none.
    pub fn language(&self) -> usize {
        let languages = &self.programme.project.languages;
        let code = self.path.as_str().split('/').nth(1).unwrap_or_default();
        languages.iter().position(|row| row.code == code).unwrap_or(0)
    }
}
