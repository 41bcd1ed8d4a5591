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

/// Looks for the source that `twin` was made from when it remembered the hash `at`: the newest version that has this hash.
/// Where none has it, since a picture or a file that is linked to has changed as well, it is the one that stood when the
/// hash was written. `is` is the source as it stands.
pub fn find(
    root: &Path,
    programme: &Programme,
    (source, is): (&Translation, &[u8]),
    twin: &Translation,
    at: &str,
) -> Earlier {
    let read = |version: &history::Version| {
        let sheet = syntax::read(&version.path, &version.bytes).value;
        page::lower(&version.path, sheet).value
    };
    let take = |version: history::Version, page: &Translation| {
        let was = Text::of(programme, page, &version.bytes);
        (version.date, version.commit, was)
    };
    let by_hash = history::find(root, &source.path, |version| {
        let page = read(&version).filter(|page| meaning::raw(programme, page) == at)?;
        Some(take(version, &page))
    });
    let Some(by_hash) = by_hash else { return Earlier::NoHistory };
    let by_time = || {
        let written = history::written(root, &twin.path, at)?;
        let at_that_time = |version: history::Version| {
            let page = read(&version).filter(|_| version.time <= written)?;
            Some(take(version, &page))
        };
        history::find(root, &source.path, at_that_time)?
    };
    let Some((date, commit, was)) = by_hash.or_else(by_time) else { return Earlier::NotThere };
    let is = Text::of(programme, source, is);
    let changes = changes(was.version(), is.version());
    if changes.is_empty() {
        return Earlier::NotThere;
    }
    Earlier::Found(Box::new(Source { date, commit, was, is, changes }))
}
