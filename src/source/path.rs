//! A clean, relative path in Unicode's composed form, with `/` between its parts on every system.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::sync::Arc;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// A path inside the project. Never absolute, never with `.` or `..` parts, always NFC.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(Arc<str>);

impl Path {
    /// Makes a path clean. Parts that would climb out of the project are dropped.
    pub fn new(text: &str) -> Path {
        let composed = if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) };
        let mut parts: Vec<&str> = Vec::new();
        for part in composed.split(['/', '\\']) {
            match part {
                "" | "." => {}
                ".." => drop(parts.pop()),
                part => parts.push(part),
            }
        }
        Path(parts.join("/").into())
    }

    /// The place that `relative` names when read in a file at this path, or counted from the project's folder where it
    /// begins with `/`; `None` when it climbs out of the project.
    pub fn sibling(&self, relative: &str) -> Option<Path> {
        if let Some(rooted) = relative.strip_prefix('/') {
            return Path::new("programme").sibling(rooted);
        }
        let mut parts: Vec<&str> = self.0.split('/').collect();
        parts.pop();
        for part in relative.split('/') {
            match part {
                "" | "." => {}
                ".." => drop(parts.pop()?),
                part => parts.push(part),
            }
        }
        Some(Path::new(&parts.join("/")))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Everything before the last `/`, empty at the top.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The part after the last `/`.
    pub fn name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }

    /// The ending without its dot, in lower case; empty when there is none.
    pub fn extension(&self) -> String {
        self.name().rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase())
    }

    /// Whether it has an ending, `md`, in whatever case.
    pub fn ends_in(&self, ending: &str) -> bool {
        self.name().rsplit_once('.').is_some_and(|(_, own)| own.eq_ignore_ascii_case(ending))
    }
}

impl Borrow<str> for Path {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_from_where_it_is_named_in_and_never_outside_the_project() {
        let page = Path::new("content/no/uke-1/tema.md");
        let named = |relative| page.sibling(relative).map(|path| path.to_string());
        assert_eq!(named("bilde.svg").as_deref(), Some("content/no/uke-1/bilde.svg"));
        assert_eq!(named("./../../media/./lyd.mp3").as_deref(), Some("content/media/lyd.mp3"));
        assert_eq!(named("../../../programme.yaml").as_deref(), Some("programme.yaml"));
        assert_eq!(named("../../../../hemmelig.md"), None);
        assert_eq!(named("/content/a.md").as_deref(), Some("content/a.md"));
        assert_eq!(named("/../a.md"), None);
        assert_eq!(named("a\u{30a}.md"), named("\u{e5}.md"), "however its letters are written");
    }
}
