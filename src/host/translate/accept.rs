//! Writes into translations that they say what their source says now: `translated: { from: no, at: "m1-…" }`.

use crate::host::cli::{Common, End};
use crate::host::fix;
use crate::host::mark::{self, Refusal};
use crate::host::project::Project;
use crate::message;
use crate::model::meaning;
use crate::model::page::{Page, Translation};
use crate::source::Span;
use crate::syntax::{self, edit};

pub fn run(
    common: &Common,
    project: &Project,
    pages: &[&Page],
    lang: Option<&str>,
    from: Option<&str>,
) -> Result<(), End> {
    let lang = lang.map(|code| project.language_named(code)).transpose()?;
    let from = from.map(|code| project.language_named(code)).transpose()?;
    let marks = pages.iter().flat_map(|page| {
        let languages = translations(page, lang, from).into_iter();
        languages.map(|language| mark(project, page, language, from, lang.is_some()))
    });
    mark::tell(common, project, marks, |marked, current| {
        message!("translate-accepted", marked = marked, current = current)
    })
}

/// The languages of a page that are to be marked: the one asked for; else those that say they were made from another, or
/// where none says so all but the one they are said to be made from.
fn translations(page: &Page, lang: Option<usize>, from: Option<usize>) -> Vec<usize> {
    if let Some(language) = lang {
        return vec![language];
    }
    let marked: Vec<usize> =
        page.present().filter(|(_, text)| text.made_from().is_some()).map(|(at, _)| at).collect();
    match (marked.is_empty(), from) {
        (false, _) => marked,
        (true, Some(from)) => page.present().map(|(at, _)| at).filter(|at| *at != from).collect(),
        // Nobody knows; the first is refused with a reason, unless the page stands alone.
        (true, None) if page.present().count() > 1 => page.present().map(|(at, _)| at).take(1).collect(),
        (true, None) => Vec::new(),
    }
}

/// Marks one translation, and says which file was written; none where it said so already. `asked` tells whether it was
/// named as the translation.
fn mark<'a>(
    project: &'a Project,
    page: &'a Page,
    language: usize,
    from: Option<usize>,
    asked: bool,
) -> Result<Option<&'a crate::source::Path>, Refusal> {
    let programme = &project.programme;
    let codes = |at: usize| programme.project.languages[at].code.as_str();
    let missing = |at: usize| message!("translate-refused-missing", id = page.id, language = codes(at));
    let Some(twin) = page.in_language(language) else { return Err(Refusal::Message(missing(language))) };
    let said = twin
        .made_from()
        .and_then(|made| programme.project.languages.iter().position(|row| row.code == made.from.value));
    let others: Vec<usize> = page.present().map(|(at, _)| at).filter(|at| *at != language).collect();
    let only = match others[..] {
        // Where neither says anything, being asked for by `--lang` is what makes it the translation.
        [other] if asked => Some(other),
        _ => None,
    };
    let Some(from) = from.or(said).or(only).filter(|from| *from != language) else {
        return Err(Refusal::Message(message!("translate-refused-source", id = page.id)));
    };
    let Some(source) = page.in_language(from) else { return Err(Refusal::Message(missing(from))) };
    for text in [source, twin] {
        if project.is_faulty(&text.path) {
            return Err(Refusal::Message(message!("refused-errors", file = text.path)));
        }
    }
    let hash = format!("\"{}\"", meaning::raw(programme, source));
    let text = syntax::text(project.tree.bytes(twin.path.as_str()).unwrap_or_default());
    let edits = edit::set(&text, &twin.front, "translated", &[("from", codes(from)), ("at", &hash)])
        .filter(|edits| holds(&text, edits, twin, codes(from), hash.trim_matches('"')))
        .ok_or_else(|| Refusal::Message(message!("refused-header", file = twin.path, key = "translated")))?;
    if edits.is_empty() {
        return Ok(None);
    }
    fix::replace(&project.root, &twin.path, &edits).map_err(Refusal::Machine)?;
    Ok(Some(&twin.path))
}

/// Whether the header says what it should once the edits are made, and all else what it said.
fn holds(text: &str, edits: &[(Span, String)], twin: &Translation, from: &str, at: &str) -> bool {
    let sheet = syntax::read(&twin.path, fix::edited(text.into(), edits).as_bytes());
    let said = |key: &str| sheet.value.front.get("translated")?.get(key)?.text().map(String::from);
    sheet.value.whole && said("from").as_deref() == Some(from) && said("at").as_deref() == Some(at)
}
