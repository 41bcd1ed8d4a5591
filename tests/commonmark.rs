//! The 652 examples of the CommonMark specification, rendered by andrum and held against the HTML that it gives.
//!
//! Every example that can't be is here by its number: those with raw HTML, which andrum does not have, and those that an
//! extension reads otherwise, which are held against the parser's own renderer under the same options.

#![allow(clippy::disallowed_methods, reason = "a test reads its files")]

use std::path::Path as File;

use andrum::model::Programme;
use andrum::model::words::Words;
use andrum::render::html::{Address, Html, Sources};
use andrum::source::{Media, Path, Tree};
use andrum::syntax::ast::{Block, Prose};
use pulldown_cmark::{Event, Options, Parser, html};

/// Examples with raw HTML, which is an error in andrum.
const RAW_HTML: &[usize] = &[
    21, 31, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164, 165, 166,
    167, 168, 169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 181, 182, 183, 184, 185, 186, 187,
    188, 189, 190, 191, 201, 308, 309, 344, 475, 476, 477, 491, 494, 524, 536, 613, 614, 615, 616, 617, 623,
    625, 626, 627, 628, 629, 630, 631, 642, 643,
];

/// Examples with `[[id]]`, which is a link of its own in andrum.
const WIKI_LINKS: &[usize] = &[548, 559, 590];

/// What `src/syntax/markdown.rs` extends CommonMark by.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_WIKILINKS);

#[test]
fn examples_come_out_as_commonmark_says() {
    let examples = examples();
    assert_eq!(examples.len(), 652);
    let mut faults = Vec::new();
    for (at, (markdown, specified)) in examples.iter().enumerate() {
        let number = at + 1;
        let is_html = |event: Event| matches!(event, Event::Html(_) | Event::InlineHtml(_));
        let raw = Parser::new_ext(markdown, OPTIONS).any(is_html);
        assert_eq!(
            raw,
            RAW_HTML.contains(&number),
            "example {number} belongs in the list, or no longer does"
        );
        if raw {
            continue;
        }
        let mut extended = String::new();
        html::push_html(&mut extended, Parser::new_ext(markdown, OPTIONS));
        let expected = if WIKI_LINKS.contains(&number) { &extended } else { specified };
        let rendered = render(markdown);
        if alike(&rendered) != alike(expected) {
            faults.push(format!("example {number}\n{markdown}expected\n{expected}rendered\n{rendered}"));
        }
    }
    assert!(faults.is_empty(), "{} examples differ\n\n{}", faults.len(), faults.join("\n"));
}

/// HTML without what may differ: headings have anchors in andrum, and a quote mark in text needs no escape.
fn alike(html: &str) -> String {
    without_heading_ids(html).replace("&quot;", "\"")
}

/// Markdown and HTML of every example, in the order of their numbers.
fn examples() -> Vec<(String, String)> {
    let path =
        File::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/node_modules/commonmark-spec/spec.txt");
    let spec = std::fs::read_to_string(&path)
        .unwrap_or_else(|fault| panic!("{}: {fault}. `bash tests/all.sh` installs it.", path.display()));
    let fence = "`".repeat(32);
    let opening = format!("{fence} example\n");
    let examples = spec.split(&opening).skip(1).map(|example| {
        let (example, _) = example.split_once(&format!("\n{fence}")).expect("an example ends");
        let (markdown, html) = example.split_once("\n.").expect("a dot parts Markdown from HTML");
        let html = html.trim_start_matches('\n');
        let html = if html.is_empty() { String::new() } else { format!("{html}\n") };
        (format!("{markdown}\n").replace('→', "\t"), html.replace('→', "\t"))
    });
    examples.collect()
}

fn render(markdown: &str) -> String {
    let path = Path::new("content/no/example.md");
    let sheet = andrum::syntax::read(&path, format!("---\n---\n{markdown}").as_bytes()).value;
    let prose: Vec<Prose> = sheet
        .blocks
        .into_iter()
        .map(|block| match block {
            Block::Prose(prose) => prose,
            block => panic!("CommonMark has no {block:?}"),
        })
        .collect();
    let words = Words::load(&Tree::default(), "no", "nb", "site").value;
    let programme = Programme::default();
    let sources = Sources {
        programme: &programme,
        language: 0,
        from: &path,
        words: &words,
        address: &Nowhere,
        among: None,
        on_device: false,
        with_key: false,
    };
    let mut html = Html::new(&sources);
    html.prose(&prose);
    html.out
}

/// An example leads nowhere.
struct Nowhere;

impl Address for Nowhere {
    fn page(&self, id: &str, _: Option<&str>) -> String {
        id.into()
    }

    fn file(&self, media: &Media) -> String {
        media.file()
    }
}

fn without_heading_ids(html: &str) -> String {
    let mut parts = html.split(" id=\"");
    let mut plain = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let in_heading = plain.len() > 2 && plain[..plain.len() - 1].ends_with("<h");
        match part.split_once('"').filter(|_| in_heading) {
            Some((_, rest)) => plain.push_str(rest),
            None => plain.extend([" id=\"", part]),
        }
    }
    plain
}
