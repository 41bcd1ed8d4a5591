//! Places as the protocol has them: files as URIs, positions as lines and columns in code units of UTF-16 or, where the editor agrees,
//! in bytes of UTF-8.

use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use crate::model::link::percent_decoded;
use crate::source::Span;

/// What columns count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf16,
}

impl Encoding {
    /// Bytes where the editor offers them, else what every editor knows.
    pub fn agreed(asked: &Json) -> Encoding {
        let offered = asked.pointer("/capabilities/general/positionEncodings").and_then(Json::as_array);
        match offered.is_some_and(|names| names.iter().any(|name| name == "utf-8")) {
            true => Encoding::Utf8,
            false => Encoding::Utf16,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16 => "utf-16",
        }
    }

    /// The byte of a position. One past the end of a line or text is that end.
    pub fn offset(self, text: &str, position: &Json) -> usize {
        let number = |key: &str| position.get(key).and_then(Json::as_u64).unwrap_or(0) as usize;
        let (line, column) = (number("line"), number("character"));
        let start = match line {
            0 => 0,
            _ => match text.match_indices('\n').nth(line - 1) {
                Some((at, _)) => at + 1,
                None => return text.len(),
            },
        };
        let words = text[start..].split('\n').next().unwrap_or_default();
        let words = words.strip_suffix('\r').unwrap_or(words);
        let mut units = 0;
        for (at, mark) in words.char_indices() {
            if units >= column {
                return start + at;
            }
            units += self.units(mark);
        }
        start + words.len()
    }

    fn units(self, mark: char) -> usize {
        match self {
            Encoding::Utf8 => mark.len_utf8(),
            Encoding::Utf16 => mark.len_utf16(),
        }
    }

    fn position(self, text: &str, offset: usize) -> Json {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
        let line = text[..start].matches('\n').count();
        let column: usize = text[start..offset].chars().map(|mark| self.units(mark)).sum();
        json!({ "line": line, "character": column })
    }

    /// From a first byte to the one after the last.
    pub fn range(self, text: &str, span: Span) -> Json {
        let end = span.end.max(span.start) as usize;
        json!({ "start": self.position(text, span.start as usize), "end": self.position(text, end) })
    }
}

/// The file that a URI names; none where it names something else.
pub fn file(uri: &str) -> Option<PathBuf> {
    let path = percent_decoded(uri.strip_prefix("file://")?);
    // `file:///c:/here` is a drive's.
    let drive = path.len() > 2 && path.as_bytes()[2] == b':';
    Some(PathBuf::from(if drive { path.trim_start_matches('/') } else { &path }))
}

/// The URI of a file.
pub fn uri(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    let path = if path.starts_with('/') { path } else { format!("/{path}") };
    path.bytes().fold(String::from("file://"), |mut uri, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(byte.into())
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
        uri
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Encoding, file, uri};
    use crate::source::Span;

    #[test]
    fn columns_are_counted_as_the_editor_does() {
        let text = "Æ 😀 ord\r\nto";
        let at = text.find("ord").expect("a word");
        for (encoding, column) in [(Encoding::Utf16, 5), (Encoding::Utf8, 8)] {
            let position = json!({ "line": 0, "character": column });
            assert_eq!(encoding.offset(text, &position), at);
            assert_eq!(encoding.range(text, Span::new(at, at + 3))["start"], position);
            assert_eq!(
                encoding.offset(text, &json!({ "line": 0, "character": 99 })),
                text.find('\r').expect("an end")
            );
            assert_eq!(encoding.offset(text, &json!({ "line": 9, "character": 0 })), text.len());
        }
    }

    #[test]
    fn a_file_has_one_name() {
        let path = std::path::Path::new("/hjemme/prøve 100 %/å.md");
        assert_eq!(uri(path), "file:///hjemme/pr%C3%B8ve%20100%20%25/%C3%A5.md");
        assert_eq!(file(&uri(path)).as_deref(), Some(path));
        assert_eq!(file("file:///c%3A/her/a.md"), Some("c:/her/a.md".into()));
        assert_eq!(file("untitled:Untitled-1"), None);
    }
}
