//! What a search in the browser reads, as classic scripts, since a page from a disk may fetch nothing else.
//!
//! `search/index.js` holds the pages, the stems of all their words in order, and for each stem the pages it stands on;
//! `search/<n>.js` hold the pages' texts, for the excerpts of the hits that are shown. How they are read, and the rules by
//! which a reader's word finds others, is in `docs/search.md` and `themes/default/assets/search.js`.

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde_json::json;

use super::Site;
use super::place::Place;
use crate::model::page::{Page, Translation};
use crate::model::stem::{Stems, words};
use crate::render::plain;

/// So much text is loaded together for excerpts, in bytes.
const SHARD: usize = 48 * 1024;

/// How a word stands on a page, the weightiest last; two bits of a posting.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    Once,
    Often,
    Heading,
    Title,
}

/// So many times in a text is often.
const OFTEN: u32 = 3;

/// A page as it is found.
struct Document {
    row: serde_json::Value,
    text: String,
    stems: Vec<(Box<str>, Weight)>,
}

/// The files of a language's search, by name below its folder `search/`.
pub fn files(site: &Site, language: usize) -> Vec<(String, String)> {
    let ways = &site.job.programme.project.languages[language].locale.search;
    let pages: Vec<(&Page, &Translation)> =
        site.order[language].iter().filter_map(|page| Some((*page, page.in_language(language)?))).collect();
    let documents: Vec<Document> = pages
        .par_iter()
        .map_init(|| Stems::new(ways), |stems, (page, text)| document(site, language, page, text, stems))
        .collect();
    let mut postings: FxHashMap<&str, Vec<(usize, Weight)>> = FxHashMap::default();
    for (at, document) in documents.iter().enumerate() {
        for (stem, weight) in &document.stems {
            postings.entry(stem).or_default().push((at, *weight));
        }
    }
    let mut postings: Vec<(&str, Vec<(usize, Weight)>)> = postings.into_iter().collect();
    postings.sort_unstable_by_key(|(stem, _)| *stem);

    let mut files = Vec::new();
    let mut first_of_shard = Vec::new();
    let mut rest = &documents[..];
    while !rest.is_empty() {
        let mut bytes = 0;
        let fits = |document: &&Document| {
            bytes += document.text.len();
            bytes <= SHARD
        };
        let count = rest.iter().take_while(fits).count().max(1);
        let texts: Vec<&str> = rest[..count].iter().map(|document| document.text.as_str()).collect();
        first_of_shard.push(documents.len() - rest.len());
        files.push((
            format!("{}.js", files.len()),
            format!("andrum.search.texts({}, {});\n", first_of_shard.len() - 1, json!(texts)),
        ));
        rest = &rest[count..];
    }
    let index = json!({
        "pages": documents.iter().map(|document| &document.row).collect::<Vec<_>>(),
        "shards": first_of_shard,
        "stemmer": ways.stemmer,
        "endings": ways.endings,
        "forms": ways.forms,
        "stems": stems(&postings),
        "postings": encoded(&postings),
    });
    files.push(("index.js".into(), format!("andrum.search.index({index});\n")));
    files
}

fn document(site: &Site, language: usize, page: &Page, text: &Translation, stems: &mut Stems) -> Document {
    let address = site.address(language, Place::Home);
    let sources = site.sources(language, text, &address);
    let lines = plain::lines(&sources, &text.blocks);
    let headings = plain::headings(&sources, &text.blocks);
    let summary = text.summary.as_deref().unwrap_or_default();

    let lower = lines.join("\n").to_lowercase();
    let mut counts: FxHashMap<&str, u32> = FxHashMap::default();
    words(&lower).for_each(|word| *counts.entry(word).or_default() += 1);
    let mut by_stem: FxHashMap<Box<str>, (u32, Weight)> =
        FxHashMap::with_capacity_and_hasher(counts.len(), Default::default());
    let mut add = |word: &str, count: u32, weight: Weight| {
        let row = by_stem.entry(stems.of(word).into()).or_insert((0, Weight::Once));
        row.0 += count;
        row.1 = row.1.max(weight);
    };
    counts.into_iter().for_each(|(word, count)| add(word, count, Weight::Once));
    for (text, weight) in [
        (headings.as_str(), Weight::Heading),
        (summary, Weight::Heading),
        (text.title.value.as_str(), Weight::Title),
    ] {
        words(&text.to_lowercase()).for_each(|word| add(word, 1, weight));
    }
    let weigh = |(stem, (count, weight)): (Box<str>, (u32, Weight))| {
        (stem, if count >= OFTEN { weight.max(Weight::Often) } else { weight })
    };
    Document {
        row: json!([page.id, text.title.value, site.label(language, page), summary]),
        text: lines.join("\n"),
        stems: by_stem.into_iter().map(weigh).collect(),
    }
}

/// The stems in order, each as a capital that tells how many letters it shares with the one before (`A` none), and the rest.
fn stems(postings: &[(&str, Vec<(usize, Weight)>)]) -> String {
    let mut out = String::new();
    let mut before = "";
    for (stem, _) in postings {
        let alike = before.chars().zip(stem.chars()).take_while(|(one, other)| one == other).count().min(25);
        out.push(char::from(b'A' + alike as u8));
        out.extend(stem.chars().skip(alike));
        before = stem;
    }
    out
}

/// The pages of each stem, a space between stems. A posting is four times the way from the page before, and the weight; it is
/// written five bits a letter, the lowest first, with the sixth set where more follow.
fn encoded(postings: &[(&str, Vec<(usize, Weight)>)]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut out = String::new();
    for (at, (_, rows)) in postings.iter().enumerate() {
        if at > 0 {
            out.push(' ');
        }
        let mut before = 0;
        for (page, weight) in rows {
            let mut number = (page - before) * 4 + *weight as usize;
            before = *page;
            loop {
                let more = if number >= 32 { 32 } else { 0 };
                out.push(char::from(LETTERS[number % 32 + more]));
                number /= 32;
                if more == 0 {
                    break;
                }
            }
        }
    }
    out
}
