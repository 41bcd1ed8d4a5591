//! Where a link leads: resolved over the whole programme, in one place, for checks and backends alike.

use std::collections::BTreeSet;

use super::{Programme, page::Page};
use crate::source::{Content, Path, Tree};
use crate::syntax::ast::LinkForm;

/// Where a link leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target<'a> {
    /// A page, and a heading's anchor on it.
    Page(&'a Page, Option<&'a str>),
    /// A task, question or exercise, on its page.
    Part(&'a Page, &'a str),
    /// A heading of the same page.
    Here(&'a str),
    /// A file that the site carries.
    File(&'a crate::source::Media),
    /// An address elsewhere.
    Url(&'a str),
    /// An address with a scheme that links may not have.
    Scheme(&'a str),
    /// Nothing that exists.
    Nowhere,
}

impl PartialEq for Page {
    fn eq(&self, other: &Page) -> bool {
        self.id == other.id
    }
}

impl Eq for Page {}

impl PartialEq for crate::source::Media {
    fn eq(&self, other: &crate::source::Media) -> bool {
        self.sha256 == other.sha256
    }
}

impl Eq for crate::source::Media {}

/// What a link may begin with, in letters of either case (RFC 3986, 3.1).
const SCHEMES: [&str; 3] = ["https", "mailto", "tel"];

impl Programme {
    /// Where `destination` leads when written in the file at `from`.
    pub fn target<'a>(&'a self, from: &Path, form: LinkForm, destination: &'a str) -> Target<'a> {
        match form {
            LinkForm::Bare | LinkForm::Named => {
                let (id, anchor) = match destination.split_once('#') {
                    Some((id, anchor)) => (id, Some(anchor)),
                    None => (destination, None),
                };
                self.named(id.trim(), anchor)
            }
            LinkForm::Email => Target::Url(destination),
            LinkForm::Auto | LinkForm::Markdown => {
                if let Some(anchor) = destination.strip_prefix('#') {
                    return Target::Here(anchor);
                }
                match scheme(destination) {
                    Some(scheme) if SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known)) => {
                        Target::Url(destination)
                    }
                    Some(scheme) => Target::Scheme(scheme),
                    None if destination.starts_with("//") => Target::Scheme("//"),
                    None => self.file_target(from, destination),
                }
            }
        }
    }

    fn named<'a>(&'a self, id: &'a str, anchor: Option<&'a str>) -> Target<'a> {
        if let Some(page) = self.page(id) {
            return Target::Page(page, anchor);
        }
        match self.page_of_part(id) {
            Some(page) => Target::Part(page, id),
            None => Target::Nowhere,
        }
    }

    fn file_target<'a>(&'a self, from: &Path, destination: &'a str) -> Target<'a> {
        let (file, anchor) = match destination.split_once('#') {
            Some((file, anchor)) => (file, Some(anchor)),
            None => (destination, None),
        };
        let Some(path) = from.sibling(&percent_decoded(file)) else { return Target::Nowhere };
        if let Some(page) = self.page_at(&path) {
            return Target::Page(page, anchor);
        }
        match self.media(from, file) {
            Some(media) => Target::File(media),
            None => Target::Nowhere,
        }
    }

    /// The media file that `source` names in the file at `from`: beside it, or below `content/` as `media/…`.
    pub fn media<'a>(&'a self, from: &Path, source: &str) -> Option<&'a crate::source::Media> {
        media_paths(from, source).find_map(|path| self.tree_media(&path))
    }

    /// Where that file lies.
    pub fn media_path(&self, from: &Path, source: &str) -> Option<Path> {
        media_paths(from, source).find(|path| self.tree_media(path).is_some())
    }

    /// The pages that a reader comes to from some pages, and from those, in a language; these pages among them. A page of a unit leads
    /// to its theme, and the theme to all pages of the unit.
    pub fn reached_from<'a>(&'a self, language: usize, start: &[&'a str]) -> BTreeSet<&'a str> {
        let mut reached = BTreeSet::new();
        let mut next: Vec<&str> = start.to_vec();
        while let Some(id) = next.pop() {
            let Some(page) = self.page(id) else { continue };
            let Some(text) = page.in_language(language).filter(|_| reached.insert(&*page.id)) else {
                continue;
            };
            next.extend(text.mentions.links.iter().filter_map(|link| {
                match self.target(&text.path, link.form, &link.destination) {
                    Target::Page(page, _) | Target::Part(page, _) => Some(&*page.id),
                    _ => None,
                }
            }));
            next.extend(text.mentions.references.iter().map(|reference| &*reference.id.value));
            if let Some(unit) = page.facts.unit {
                let is_theme = |page: &Page| page.facts.kind.name == "theme";
                let beside = self.pages.iter().filter(|other| other.facts.unit == Some(unit));
                next.extend(beside.filter(|other| is_theme(page) || is_theme(other)).map(|page| &*page.id));
            }
        }
        reached
    }

    /// The files of media that some pages show or lead to in a language, transcripts' among them.
    pub fn media_of(&self, language: usize, ids: &BTreeSet<&str>) -> BTreeSet<String> {
        let pages = ids.iter().filter_map(|id| self.page(id)?.in_language(language));
        let words = self.fragments.values().filter_map(|page| page.in_language(language));
        let of = |text: &'_ super::page::Translation| {
            let links = text.mentions.links.iter().filter_map(|link| {
                match self.target(&text.path, link.form, &link.destination) {
                    Target::File(media) => Some(media.file()),
                    _ => None,
                }
            });
            let files = text
                .mentions
                .files
                .iter()
                .filter_map(|file| Some(self.media(&text.path, &file.source)?.file()));
            links.chain(files).collect::<Vec<_>>()
        };
        pages.chain(words).flat_map(of).collect()
    }

    /// Whether `source` names a link that leads out of the project, which is a fault of its own.
    pub fn leads_out(&self, from: &Path, source: &str) -> bool {
        media_paths(from, source).any(|path| self.is_outside(&path))
    }
}

/// Where a media file may stand, in the order of looking.
fn media_paths(from: &Path, source: &str) -> impl Iterator<Item = Path> {
    let source = percent_decoded(source);
    let beside = from.sibling(&source);
    let shared =
        move || source.strip_prefix("media/").map(|name| Path::new(&format!("content/media/{name}")));
    beside.into_iter().chain(std::iter::once_with(shared).flatten())
}

/// Media by path, out of a tree.
pub fn media_files(tree: &Tree) -> std::collections::HashMap<Path, crate::source::Media> {
    let media = tree.below("content").filter_map(|(path, content)| match content {
        Content::Media(media) => Some((path.clone(), media.clone())),
        _ => None,
    });
    media.collect()
}

/// Links that lead out of the project, which are never followed.
pub fn outside(tree: &Tree) -> BTreeSet<Path> {
    let links = tree.iter().filter(|(_, content)| matches!(content, Content::Outside));
    links.map(|(path, _)| path.clone()).collect()
}

/// The scheme of an address, if it begins with one (RFC 3986, 3.1).
pub fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let mut letters = scheme.bytes();
    let first = letters.next()?.is_ascii_alphabetic();
    let rest = letters.all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    (first && rest).then_some(scheme)
}

/// `%20` and its like as the characters they stand for; what is not such stays.
pub fn percent_decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.into();
    }
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let digits = text.get(at + 1..at + 3).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match digits {
            Some(byte) if bytes[at] == b'%' => {
                decoded.push(byte);
                at += 3;
            }
            _ => {
                decoded.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.into())
}
