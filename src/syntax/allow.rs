//! `<!-- andrum: allow(name) reason -->`: one place where an author has judged that a lint is wrong.
//!
//! It holds from where it stands to the end of the paragraph that follows it, or that it stands in. As the first thing on
//! a page it holds for the whole page, the front matter included.

use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::source::{Path, Place, Span, Spanned};

/// A lint that is allowed somewhere on a page.
#[derive(Clone, Debug)]
pub struct Allow {
    pub lint: Spanned<Lint>,
    /// Where it holds.
    pub scope: Span,
}

/// Reads the comments that are for andrum out of a stretch of comments. `body` is where the page's Markdown begins.
pub fn read(text: &str, comments: Span, body: usize, path: &Path, found: &mut Vec<Diagnostic>) -> Vec<Allow> {
    let mut allows = Vec::new();
    let (mut at, end) = (comments.start as usize, comments.end as usize);
    while let Some(open) = text[at..end].find("<!--").map(|open| at + open) {
        // `<!-->` and `<!--->` are comments too, and say nothing.
        let inside = (open + 4).min(end);
        let Some(close) = text[inside..end].find("-->").map(|close| inside + close) else { break };
        at = close + 3;
        // `<!-->` and `<!--->` are whole comments, whose ends share their hyphens.
        let words = open + 4..close.max(open + 4);
        let Some(rest) = text[words.clone()].trim_start().strip_prefix("andrum:") else { continue };
        let start = words.end - rest.len();
        let whole = Span::new(open, at).within(path);
        match judge(rest, start, path, whole) {
            Ok(lint) => allows.push(Allow { lint, scope: scope(text, open, at, body) }),
            Err(fault) => found.push(*fault),
        }
    }
    allows
}

/// ` allow(name) reason`, which begins at byte `start`.
fn judge(rest: &str, start: usize, path: &Path, whole: Place) -> Result<Spanned<Lint>, Box<Diagnostic>> {
    let fault = |place, message| Box::new(Diagnostic::new(Lint::MalformedAllow, place, message));
    let inside = rest.trim_start().strip_prefix("allow").and_then(|rest| rest.trim_start().strip_prefix('('));
    let Some((written, reason)) = inside.and_then(|rest| rest.split_once(')')) else {
        return Err(fault(whole, message!("malformed-allow")));
    };
    let inset = rest.len() - inside.map_or(0, str::len) + (written.len() - written.trim_start().len());
    let name = written.trim();
    let span = Span::new(start + inset, start + inset + name.len());
    match Lint::named(name) {
        None => {
            let fault = fault(span.within(path), message!("malformed-allow-unknown", name = name));
            Err(Box::new(fault.nearest(name, Lint::ALL.iter().map(|lint| lint.name()), true)))
        }
        Some(lint) if !lint.may_be_allowed() => {
            Err(fault(span.within(path), message!("malformed-allow-firm", name = name)))
        }
        Some(_) if reason.trim().is_empty() => Err(fault(whole, message!("malformed-allow-reason"))),
        Some(lint) => Ok(span.at(lint)),
    }
}

/// Where a comment holds: on the whole page where nothing comes before it, in the paragraph that it shares a line with, or
/// to the end of the paragraph that follows.
fn scope(text: &str, open: usize, close: usize, body: usize) -> Span {
    if behind_silence(&text[body..open]).is_empty() {
        return Span::new(0, text.len());
    }
    let line = text[..open].rfind('\n').map_or(0, |end| end + 1);
    let rest = text[close..].split('\n').next().unwrap_or_default();
    let alone = behind_silence(&text[line..open]).is_empty() && behind_silence(rest).is_empty();
    let (start, from) = match alone {
        true => (open, text.len() - behind_silence(&text[close..]).len()),
        false => (line - paragraph(text[..line].split_inclusive('\n').rev()), close),
    };
    Span::new(start, from + paragraph(text[from..].split_inclusive('\n')))
}

/// The bytes of lines up to a blank one.
fn paragraph<'a>(lines: impl Iterator<Item = &'a str>) -> usize {
    lines.take_while(|line| !line.trim().is_empty()).map(str::len).sum()
}

/// A text from its first word on, over space and comments.
fn behind_silence(mut text: &str) -> &str {
    loop {
        text = text.trim_start();
        match text.strip_prefix("<!--").and_then(|rest| rest.split_once("-->")) {
            Some((_, rest)) => text = rest,
            None => return text,
        }
    }
}
