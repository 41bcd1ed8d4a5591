//! A page in one language to the beginning of its twin in another: the same ids, blocks and pictures in place, and the words left
//! for whoever translates.

use crate::model::Programme;
use crate::model::page::{Page, Translation};
use crate::source::Path;

/// The languages that a page is not in yet, each with the file that a twin of `text` would be and what it would say.
pub fn missing(
    programme: &Programme,
    page: &Page,
    text: &Translation,
    written: &str,
) -> Vec<(usize, Path, String)> {
    let languages = &programme.project.languages;
    let Some(own) =
        languages.iter().find(|row| text.path.as_str().starts_with(&format!("content/{}/", row.code)))
    else {
        return Vec::new();
    };
    let lacking = languages.iter().enumerate().filter(|(at, _)| page.in_language(*at).is_none());
    lacking
        .map(|(at, row)| {
            let below = &text.path.as_str()[format!("content/{}", own.code).len()..];
            let path = Path::new(&format!("content/{}{below}", row.code));
            (at, path, begun(text, written, &own.code))
        })
        .collect()
}

/// The text with a header that says what it is made from, and without what holds for the original alone.
fn begun(text: &Translation, written: &str, from: &str) -> String {
    let mut twin = String::with_capacity(written.len() + 64);
    let pairs = text.front.pairs();
    let own = ["translated", "approved"];
    let mut at = 0;
    for (number, (key, _)) in
        pairs.iter().enumerate().filter(|(_, (key, _))| own.contains(&key.value.as_str()))
    {
        let start = key.span.start as usize;
        let next = pairs.get(number + 1).map(|(next, _)| next.span.start as usize);
        let end = next.or_else(|| Some(start + written.get(start..)?.find("\n---")? + 1)).unwrap_or(start);
        twin += written.get(at..start).unwrap_or_default();
        at = end;
    }
    twin += written.get(at..).unwrap_or_default();
    let end = if written.contains("\r\n") { "\r\n" } else { "\n" };
    match twin.match_indices("\n---").map(|(at, _)| at + 1).next() {
        Some(close) => {
            twin.insert_str(close, &format!("translated: {{ from: \"{from}\" }}{end}"));
            twin
        }
        None => twin,
    }
}
