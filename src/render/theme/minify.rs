//! Minifies a theme's own files, once.
//!
//! minify-html deletes spaces between inline elements and shreds template constructs inside tags, so both are shielded
//! from it: every construct and every run of white space in text becomes a placeholder, and is put back afterwards.

/// A style sheet, smaller.
#[cfg(feature = "minify")]
pub fn css(bytes: &[u8]) -> Vec<u8> {
    let page = [b"<style>", bytes, b"</style>"].concat();
    let small = minify_html::minify(&page, &minify_html::Cfg { minify_css: true, ..minify_html::Cfg::new() });
    let inner = small.strip_prefix(b"<style>").and_then(|rest| rest.strip_suffix(b"</style>"));
    inner.filter(|inner| !inner.is_empty()).map_or_else(|| bytes.to_vec(), <[u8]>::to_vec)
}

#[cfg(not(feature = "minify"))]
pub fn css(bytes: &[u8]) -> Vec<u8> {
    bytes.to_vec()
}

#[cfg(not(feature = "minify"))]
pub fn template(text: &str) -> String {
    text.into()
}

/// A template without comments and needless white space. Text between elements keeps one space where it had any.
#[cfg(feature = "minify")]
pub fn template(text: &str) -> String {
    let (shielded, kept) = shield(text);
    let config = minify_html::Cfg {
        keep_closing_tags: true,
        keep_html_and_head_opening_tags: true,
        keep_comments: false,
        keep_input_type_text_attr: true,
        allow_optimal_entities: false,
        ..minify_html::Cfg::new()
    };
    let small = minify_html::minify(shielded.as_bytes(), &config);
    match String::from_utf8(small) {
        Ok(small) => restore(&small, &kept).unwrap_or_else(|| text.into()),
        Err(_) => text.into(),
    }
}

/// Marks that no theme holds: private-use characters, the number of a placeholder between them.
#[cfg(feature = "minify")]
const OPEN: char = '\u{E001}';
#[cfg(feature = "minify")]
const CLOSE: char = '\u{E002}';
#[cfg(feature = "minify")]
const SPACE: char = '\u{E000}';

/// Replaces what the minifier must not see. In a tag all constructs between two attributes become one dummy attribute;
/// in a value they become a placeholder that holds `=`, so that the value keeps its quotes.
#[cfg(feature = "minify")]
fn shield(text: &str) -> (String, Vec<String>) {
    let mut out = String::with_capacity(text.len());
    let mut kept = Vec::new();
    let mut place = Place::Text;
    let mut rest = text;
    while let Some(mark) = rest.chars().next() {
        if let Some(length) = construct(rest) {
            let number = kept.len();
            match place {
                Place::Text => out.push_str(&format!("{OPEN}{number}{CLOSE}")),
                Place::Tag => out.push_str(&format!(" x-andrum-{number}=\"{OPEN}{number}{CLOSE}\" ")),
                Place::Value(_) => out.push_str(&format!("{OPEN}{number}={CLOSE}")),
            }
            kept.push(rest[..length].to_string());
            rest = &rest[length..];
            continue;
        }
        if matches!(place, Place::Text) && rest.starts_with("<!--") {
            rest = rest.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        match (place, mark) {
            (Place::Text, '<')
                if rest[1..].starts_with(|next: char| next.is_ascii_alphabetic() || "/!".contains(next)) =>
            {
                place = Place::Tag;
            }
            (Place::Tag, '>') => place = Place::Text,
            (Place::Tag, '"' | '\'') => place = Place::Value(mark),
            (Place::Value(quote), mark) if mark == quote => place = Place::Tag,
            (Place::Text, mark) if mark.is_whitespace() => {
                if !out.ends_with(SPACE) {
                    out.push(SPACE);
                }
                rest = &rest[mark.len_utf8()..];
                continue;
            }
            _ => {}
        }
        out.push(mark);
        rest = &rest[mark.len_utf8()..];
    }
    (out, kept)
}

#[cfg(feature = "minify")]
#[derive(Clone, Copy)]
enum Place {
    Text,
    Tag,
    Value(char),
}

/// The length of the template construct that `rest` begins with.
#[cfg(feature = "minify")]
fn construct(rest: &str) -> Option<usize> {
    let close = match rest.get(..2)? {
        "{{" => "}}",
        "{%" => "%}",
        "{#" => "#}",
        _ => return None,
    };
    rest.find(close).map(|at| at + close.len())
}

/// Puts everything back; `None` when the minifier lost or doubled a placeholder.
#[cfg(feature = "minify")]
fn restore(small: &str, kept: &[String]) -> Option<String> {
    let mut out = String::with_capacity(small.len());
    let mut rest = small;
    let mut next = 0;
    while let Some(open) = rest.find(OPEN) {
        let close = open + rest[open..].find(CLOSE)?;
        let number: usize = rest[open + OPEN.len_utf8()..close].trim_end_matches('=').parse().ok()?;
        let mut before = &rest[..open];
        let mut after = &rest[close + CLOSE.len_utf8()..];
        let dummy = format!("x-andrum-{number}=");
        let head = before.trim_end_matches('"');
        if let Some(head) = head.strip_suffix(&dummy) {
            // The dummy attribute goes, with the space before it where a construct brings its own.
            before = head;
            after = after.strip_prefix('"').unwrap_or(after);
        }
        out.push_str(before);
        out.push_str(kept.get(number)?);
        next += 1;
        rest = after;
    }
    out.push_str(rest);
    (next == kept.len()).then(|| out.replace(SPACE, " "))
}
