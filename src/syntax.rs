//! Bytes to a [`Sheet`], always: whatever is wrong with a file, what can be read of it is handed on.

pub mod allow;
pub mod ast;
pub mod attrs;
mod container;
pub mod edit;
pub mod front;
mod inline;
mod markdown;
pub mod project;
pub mod shape;
mod table;
pub mod vocabulary;
pub mod yaml;

use std::borrow::Cow;

use crate::diag::{Diagnostic, Lint, Outcome};
use crate::message;
use crate::source::{Path, Span, Spanned};
use markdown::Body;
use yaml::{Value, Yaml};

/// One page file, read.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The front matter; where its YAML can't be read, the keys that can.
    pub front: Yaml,
    /// Whether the front matter is as the author wrote it, and not what was saved of it.
    pub whole: bool,
    /// Whether the body has no faults of form.
    pub sound: bool,
    /// The line that opens the front matter.
    pub opening: Span,
    pub blocks: Vec<ast::Block>,
    pub footnotes: Vec<ast::Footnote>,
    pub allows: Vec<allow::Allow>,
    pub comments: Vec<Spanned<Box<str>>>,
}

/// Reads a page file.
pub fn read(path: &Path, bytes: &[u8]) -> Outcome<Sheet> {
    let mut found = Vec::new();
    let text = text(bytes);
    if let Cow::Owned(_) = text {
        let at = bytes.utf8_chunks().next().map_or(0, |chunk| chunk.valid().len());
        let place = Span::new(at, at + 1).within(path);
        found.push(Diagnostic::new(Lint::NotUtf8, place, message!("not-utf8")));
    }
    let front = front_matter(&text, path, &mut found);
    let before = found.len();
    let Body { blocks, footnotes, allows, comments } = markdown::parse(&text, front.body, path, &mut found);
    let FrontMatter { yaml, whole, opening, .. } = front;
    let sheet = Sheet {
        front: yaml,
        whole,
        sound: found.len() == before,
        opening,
        blocks,
        footnotes,
        allows,
        comments,
    };
    Outcome { value: sheet, diagnostics: found }
}

/// The text of a file. Bytes that are not UTF-8 become `?`, each one alone, so that every offset stays true.
pub fn text(bytes: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|_| '?'));
    }
    Cow::Owned(text)
}

struct FrontMatter {
    yaml: Yaml,
    whole: bool,
    opening: Span,
    /// Where the Markdown begins.
    body: usize,
}

fn front_matter(text: &str, path: &Path, found: &mut Vec<Diagnostic>) -> FrontMatter {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut lines = text[start..].split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    let opening = Span::new(start, start + first.trim_end().len());
    let nothing = Yaml { span: opening, value: Value::Null };
    if first.trim_end() != "---" {
        found.push(Diagnostic::new(Lint::MissingKey, opening.within(path), message!("missing-key-front")));
        return FrontMatter { yaml: nothing, whole: false, opening, body: start };
    }
    let from = start + first.len();
    let mut to = from;
    for line in lines {
        if line.trim_end() == "---" {
            let (yaml, whole) = read_yaml(&text[from..to], from, path, found);
            return FrontMatter { yaml, whole, opening, body: to + line.len() };
        }
        to += line.len();
    }
    found.push(Diagnostic::new(Lint::YamlSyntax, opening.within(path), message!("yaml-syntax-open")));
    FrontMatter { yaml: nothing, whole: false, opening, body: text.len() }
}

fn read_yaml(text: &str, offset: usize, path: &Path, found: &mut Vec<Diagnostic>) -> (Yaml, bool) {
    match yaml::parse(text, offset) {
        Ok(yaml) => (yaml, true),
        Err(fault) => {
            found.push(syntax_fault(&fault, path));
            (saved(text, offset), false)
        }
    }
}

/// The diagnostic for YAML that can't be read.
pub fn syntax_fault(fault: &yaml::Fault, path: &Path) -> Diagnostic {
    let message = match fault.reason {
        "tab" => message!("yaml-syntax-tab"),
        "alias" => message!("yaml-syntax-alias"),
        "too-much" => message!("yaml-syntax-too-much"),
        "colon" => message!("yaml-syntax-colon"),
        "quote" => message!("yaml-syntax-quote"),
        _ => message!("yaml-syntax"),
    };
    Diagnostic::new(Lint::YamlSyntax, fault.span.within(path), message)
}

/// The keys that can be read where the whole can't, so that links to the page are not faults as well.
fn saved(text: &str, offset: usize) -> Yaml {
    let mut pairs = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let line_end = |from: usize| text[from..].find('\n').map_or(text.len(), |length| from + length + 1);
        let mut end = line_end(start);
        while text[end..].starts_with([' ', '\t']) {
            end = line_end(end);
        }
        if let Ok(Yaml { value: Value::Map(read), .. }) = yaml::parse(&text[start..end], offset + start) {
            pairs.extend(read);
        }
        start = end;
    }
    Yaml { span: Span::new(offset, offset + text.len()), value: Value::Map(pairs) }
}
