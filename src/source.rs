//! Files as values: everything a build reads, held in one [`Tree`] before the first phase starts.

mod lines;
pub mod media;
pub mod memo;
mod path;
mod span;

pub use lines::Lines;
pub use media::Media;
pub use path::Path;
pub use span::{Place, Span, Spanned};

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Arc;

/// What stands at a path.
#[derive(Clone, Debug)]
pub enum Content {
    /// A file that the compiler reads as text: pages, words, templates, configuration.
    Bytes(Arc<[u8]>),
    /// A picture, sound, film or other file that is only passed on.
    Media(Media),
    /// A symbolic link whose target lies outside the project; it is never followed.
    Outside,
}

impl Content {
    /// Whether the bytes are the same, and come from the same place.
    pub fn says_the_same(&self, other: &Content) -> bool {
        match (self, other) {
            (Content::Bytes(ours), Content::Bytes(theirs)) => ours == theirs,
            (Content::Media(ours), Content::Media(theirs)) => {
                ours.sha256 == theirs.sha256 && ours.stored == theirs.stored
            }
            (Content::Outside, Content::Outside) => true,
            _ => false,
        }
    }
}

/// A project's files by their path, in byte order of the path.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    files: BTreeMap<Path, Content>,
    /// What the files of the same path in this tree stand before.
    beneath: BTreeMap<Path, Content>,
    decomposed: Vec<Path>,
}

impl Tree {
    /// Puts a file at `path`, as its name is spelled on disk. A name that is not in Unicode's composed form (NFC) is
    /// kept under its composed spelling and remembered for the lint `path-not-nfc`.
    pub fn insert(&mut self, path: &str, content: Content) {
        let clean = Path::new(path);
        if clean.as_str() != path.replace('\\', "/") {
            self.decomposed.push(clean.clone());
        }
        self.files.insert(clean, content);
    }

    /// Takes a file away; what it stood before is not put back.
    pub fn remove(&mut self, path: &Path) {
        self.files.remove(path);
        self.decomposed.retain(|decomposed| decomposed != path);
    }

    /// Takes on what another tree holds. What says the same stays the very same, so that nothing is made of it anew. Gives
    /// back the paths where something else stands now, or nothing.
    pub fn renew(&mut self, mut other: Tree) -> Vec<Path> {
        let mut changed: Vec<Path> =
            self.files.keys().filter(|path| !other.files.contains_key(*path)).cloned().collect();
        for (path, content) in &mut other.files {
            match self.files.get(path) {
                Some(own) if own.says_the_same(content) => *content = own.clone(),
                _ => changed.push(path.clone()),
            }
        }
        // A name that is spelled in another way says the same and is another.
        let respelled = |a: &[Path], b: &[Path]| -> Vec<Path> {
            a.iter().filter(|path| !b.contains(path)).cloned().collect()
        };
        changed.extend(respelled(&self.decomposed, &other.decomposed));
        changed.extend(respelled(&other.decomposed, &self.decomposed));
        *self = other;
        changed
    }

    /// Puts a text at `path`, which is how a test writes its files down.
    pub fn insert_text(&mut self, path: &str, text: &str) {
        self.insert(path, Content::Bytes(text.as_bytes().into()));
    }

    /// Adds the files of `other` that this tree does not hold itself, and remembers those that it does, see
    /// [`Tree::beneath`].
    pub fn fall_back_on(&mut self, other: &Tree) {
        for (path, content) in &other.files {
            let layer = if self.files.contains_key(path) { &mut self.beneath } else { &mut self.files };
            layer.insert(path.clone(), content.clone());
        }
    }

    pub fn get(&self, path: &Path) -> Option<&Content> {
        self.files.get(path)
    }

    /// The bytes at `path`, or `None` when no text file stands there.
    pub fn bytes(&self, path: &str) -> Option<&[u8]> {
        match self.files.get(path)? {
            Content::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }

    /// The bytes of the file that the one at `path` stands before, for what is put together out of both.
    pub fn beneath(&self, path: &str) -> Option<&[u8]> {
        match self.beneath.get(path)? {
            Content::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }

    /// The text at `path` for showing to a person: bytes that are not UTF-8 become replacement marks.
    pub fn shown(&self, path: &str) -> String {
        String::from_utf8_lossy(self.bytes(path).unwrap_or_default()).into_owned()
    }

    pub fn media(&self, path: &Path) -> Option<&Media> {
        match self.files.get(path)? {
            Content::Media(media) => Some(media),
            _ => None,
        }
    }

    /// Every file, in byte order of the path.
    pub fn iter(&self) -> impl Iterator<Item = (&Path, &Content)> {
        self.files.iter()
    }

    /// The files below `folder`, in byte order of the path.
    pub fn below(&self, folder: &str) -> impl Iterator<Item = (&Path, &Content)> + use<'_> {
        let prefix = format!("{}/", folder.trim_end_matches('/'));
        self.files
            .range::<str, _>((Bound::Included(prefix.as_str()), Bound::Unbounded))
            .take_while(move |(path, _)| path.as_str().starts_with(&prefix))
    }

    /// The text files below `folder`, to keep.
    pub fn texts_below(&self, folder: &str) -> impl Iterator<Item = (Path, Arc<[u8]>)> {
        self.below(folder).filter_map(|(path, content)| match content {
            Content::Bytes(bytes) => Some((path.clone(), bytes.clone())),
            _ => None,
        })
    }

    /// Files whose names on disk were not in composed form.
    pub fn decomposed(&self) -> &[Path] {
        &self.decomposed
    }
}

/// Lower-case hexadecimal of bytes: how hashes are written wherever others read them.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 0xF)]));
    }
    text
}

/// SHA-256 of `bytes` as 64 hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest;
    hex(&sha2::Sha256::digest(bytes))
}
