//! The source of a translation as it stood when the translation was made, out of git.

use std::path::Path;

use crate::host::history;
use crate::model::Programme;
use crate::model::changes::{Change, Version, changes};
use crate::model::meaning::{self, Piece};
use crate::model::page::{self, Translation};
use crate::syntax;

/// What was found of it.
pub enum Earlier {
    Found(Box<Source>),
    /// Git knows the file, but no version of it with that hash: it was changed before it was committed.
    NotThere,
    /// There is no git here, or it does not know the file.
    NoHistory,
}

/// A source as it was, and what has changed since.
pub struct Source {
    pub date: String,
    pub commit: String,
    pub was: Text,
    pub is: Text,
    pub changes: Vec<Change>,
}

/// A version of a page.
pub struct Text {
    pub text: String,
    pub pieces: Vec<Piece>,
}

impl Text {
    pub fn of(programme: &Programme, page: &Translation, bytes: &[u8]) -> Text {
        Text { text: syntax::text(bytes).into_owned(), pieces: meaning::pieces(programme, page) }
    }

    pub fn version(&self) -> Version<'_> {
        Version { pieces: &self.pieces, text: &self.text }
    }
}

/// Looks for the newest version of `source` that has the hash `at`; `is` is the source as it stands.
pub fn find(root: &Path, programme: &Programme, source: &Translation, is: &[u8], at: &str) -> Earlier {
    let found = history::find(root, &source.path, |version| {
        let sheet = syntax::read(&version.path, &version.bytes).value;
        let text = page::lower(&version.path, 0, sheet).value?.translation;
        if meaning::raw(programme, &text) != at {
            return None;
        }
        let was = Text::of(programme, &text, &version.bytes);
        Some((version.date, version.commit, was))
    });
    match found {
        None => Earlier::NoHistory,
        Some(None) => Earlier::NotThere,
        Some(Some((date, commit, was))) => {
            let is = Text::of(programme, source, is);
            let changes = changes(was.version(), is.version());
            Earlier::Found(Box::new(Source { date, commit, was, is, changes }))
        }
    }
}
