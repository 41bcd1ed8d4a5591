//! What has changed as a page to read: the changes by weight, and behind them the words of each page, what is gone struck
//! out and what is new marked. It loads nothing, so it can be sent to whoever has to decide.

use std::collections::BTreeMap;
use std::fmt::Write;

use pulldown_cmark_escape::escape_html;
use similar::DiffOp;

use super::{Told, delta_message, head, parts};
use crate::emit::bundle::promised::{Bundle, PageText};
use crate::host::project::Project;
use crate::message;
use crate::model::changes::steps;

const STYLE: &str = "\
:root{color-scheme:light dark;--ground:#FBFAF7;--ink:#1D2A2E;--muted:#4F5D63;--line:#78837D;--new:#E4EFEC;--gone:#FBEBEE}\
@media(prefers-color-scheme:dark){:root{--ground:#14191B;--ink:#E7ECEA;--muted:#A9B5B3;--line:#6B7875;--new:#1E3A36;--gone:#4A222B}}\
body{margin:0 auto;padding:1.5rem;max-width:46rem;background:var(--ground);color:var(--ink);font:1.1rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere}\
h1{font-size:1.5rem}h2{margin-top:2.5rem;font-size:1.2rem}h3{margin:2rem 0 .25rem;font-size:1rem}\
.where{margin:0;color:var(--muted);font-size:.9rem}ins{background:var(--new)}del{background:var(--gone)}\
.more{color:var(--muted)}";

/// The page, in the language of messages.
pub fn page(project: &Project, told: &Told) -> String {
    let say = |message| escaped(&project.say(&message));
    let title = say(head(&told.from, &told.diff));
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n<main>\n<h1>{title}</h1>\n",
        say(message!("language-tag"))
    );
    for (bump, lines) in parts(&told.diff) {
        let _ = writeln!(page, "<h2>{}</h2>\n<ul>", say(message!("diff-part", bump = bump.name())));
        for line in lines {
            let _ = writeln!(page, "<li>{}</li>", coded(&say(line.clone())));
        }
        page += "</ul>\n";
    }
    for delta in &told.deltas {
        let _ = writeln!(page, "<p>{}</p>", coded(&say(delta_message(delta))));
    }
    if let Some((before, now)) = &told.words {
        words(before, now, &say(message!("diff-html-words")), &mut page);
    }
    page + "</main>\n</html>\n"
}

/// Every page whose words are others, in the order of ids and languages.
fn words(before: &Bundle, now: &Bundle, heading: &str, page: &mut String) {
    let by_name = |bundle: &'_ Bundle| -> BTreeMap<(String, String), PageText> {
        let pages = bundle.pages.iter();
        pages.map(|page| ((page.id.clone(), page.language.clone()), page.clone())).collect()
    };
    let (was, is) = (by_name(before), by_name(now));
    let none = PageText::default();
    let mut first = true;
    let names = was.keys().chain(is.keys().filter(|name| !was.contains_key(*name)));
    let mut names: Vec<_> = names.collect();
    names.sort();
    for name in names {
        let (was, is) = (was.get(name).unwrap_or(&none), is.get(name).unwrap_or(&none));
        if (&was.title, &was.text) == (&is.title, &is.text) {
            continue;
        }
        if std::mem::take(&mut first) {
            let _ = writeln!(page, "<h2>{heading}</h2>");
        }
        let title = if is.title.is_empty() { &was.title } else { &is.title };
        let (id, language) = (escaped(&name.0), escaped(&name.1));
        let tag = escaped(if is.tag.is_empty() { &was.tag } else { &is.tag });
        let _ = writeln!(
            page,
            "<section lang=\"{tag}\">\n<h3>{}</h3>\n<p class=\"where\">{id}, {language}</p>",
            escaped(title)
        );
        if was.title != is.title && !was.title.is_empty() && !is.title.is_empty() {
            paragraph(&was.title, &is.title, page);
        }
        paragraphs(&was.text, &is.text, page);
        page.push_str("</section>\n");
    }
}

/// The paragraphs that are others. What stands between two of them unchanged is left out.
fn paragraphs(was: &str, is: &str, page: &mut String) {
    fn split(text: &str) -> Vec<&str> {
        text.split("\n\n").filter(|part| !part.trim().is_empty()).collect()
    }
    let (was, is) = (split(was), split(is));
    for op in steps(&was, &is) {
        if matches!(op, DiffOp::Equal { .. }) {
            page.push_str("<p class=\"more\">…</p>\n");
            continue;
        }
        let (olds, news) = (&was[op.old_range()], &is[op.new_range()]);
        for at in 0..olds.len().max(news.len()) {
            let (old, new) = (olds.get(at).copied(), news.get(at).copied());
            paragraph(old.unwrap_or_default(), new.unwrap_or_default(), page);
        }
    }
}

/// A paragraph word by word.
fn paragraph(was: &str, is: &str, page: &mut String) {
    let (was, is): (Vec<&str>, Vec<&str>) =
        (was.split_inclusive(' ').collect(), is.split_inclusive(' ').collect());
    page.push_str("<p>");
    for op in steps(&was, &is) {
        let mut marked = |tag: &str, words: &[&str]| {
            let words = escaped(&words.concat());
            match tag {
                _ if words.is_empty() => {}
                "" => page.push_str(&words),
                _ => page.extend(["<", tag, ">", words.trim_end(), "</", tag, "> "]),
            }
        };
        match op {
            DiffOp::Equal { .. } => marked("", &is[op.new_range()]),
            _ => {
                marked("del", &was[op.old_range()]);
                marked("ins", &is[op.new_range()]);
            }
        }
    }
    page.push_str("</p>\n");
}

fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    // Writing into a string does not fail.
    let _ = escape_html(&mut html, text);
    html
}

/// Words between backticks as code.
fn coded(html: &str) -> String {
    let parts = html.split('`').enumerate();
    parts.map(|(at, part)| if at % 2 == 1 { format!("<code>{part}</code>") } else { part.into() }).collect()
}
