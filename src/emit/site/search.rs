//! What a search in the browser reads, as classic scripts, since a page from a disk may fetch nothing else.
//!
//! `search/index.js` holds the pages, the stems of all their words in order, and for each stem the pages it stands on;
//! `search/<n>.js` hold the pages' texts, for the excerpts of the hits that are shown. How they are read, and the rules by
//! which a reader's word finds others, is in `docs/search.md` and `themes/default/assets/search.js`.

use std::io;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::Serialize;

use super::Site;
use super::place::Place;
use crate::emit::{File, Sink};
use crate::model::page::{Page, Translation};
use crate::model::stem::{Stems, Ways, words};
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

/// What a hit shows of its page: the id, the title, what its unit is called, the summary.
type Row<'a> = (&'a str, &'a str, Option<&'a str>, &'a str);

/// A page as it is found.
struct Document<'a> {
    row: Row<'a>,
    text: Box<str>,
}

/// A page to be read, with its number.
type Numbered<'a> = (usize, &'a Page, &'a Translation);

/// The pages on which a stem stands, by number, and how it stands there.
type Pages = Vec<(usize, Weight)>;

/// What `search/index.js` holds.
#[derive(Serialize)]
struct Index<'a> {
    pages: Vec<&'a Row<'a>>,
    shards: &'a [usize],
    stemmer: Option<&'a str>,
    endings: &'a [String],
    forms: &'a [Vec<String>],
    stems: String,
    postings: String,
}

/// Pages that are read together, one after the other, so that each of their words is cut once.
const TOGETHER: usize = 512;

/// Makes the files of a language's search, which stand in `folder`.
pub fn make(site: &Site, language: usize, folder: &str, sink: Sink) -> io::Result<()> {
    let ways = &site.job.programme.project.languages[language].locale.search;
    let pages = site.order[language].iter().filter_map(|page| Some((*page, page.in_language(language)?)));
    let pages: Vec<Numbered> = pages.enumerate().map(|(at, (page, text))| (at, page, text)).collect();
    let (documents, parts): (Vec<_>, Vec<_>) =
        pages.par_chunks(TOGETHER).map(|pages| Postings::new(ways).read_all(site, language, pages)).unzip();
    let documents: Vec<Document> = documents.into_iter().flatten().collect();
    let mut postings: FxHashMap<Box<str>, Pages> = FxHashMap::default();
    for part in parts {
        part.into_stems().for_each(|(stem, pages)| postings.entry(stem).or_default().extend(pages));
    }
    let mut postings: Vec<(Box<str>, Pages)> = postings.into_iter().collect();
    postings.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));

    let mut first_of_shard = Vec::new();
    let mut rest = &documents[..];
    while !rest.is_empty() {
        let mut bytes = 0;
        let fits = |document: &&Document| {
            bytes += document.text.len();
            bytes <= SHARD
        };
        let count = rest.iter().take_while(fits).count().max(1);
        let texts: Vec<&str> = rest[..count].iter().map(|document| &*document.text).collect();
        let shard = first_of_shard.len();
        first_of_shard.push(documents.len() - rest.len());
        sink(File::new(
            format!("{folder}{shard}.js"),
            script(format!("andrum.search.texts({shard}, "), &texts),
        ))?;
        rest = &rest[count..];
    }
    let index = Index {
        pages: documents.iter().map(|document| &document.row).collect(),
        shards: &first_of_shard,
        stemmer: ways.stemmer.as_deref(),
        endings: &ways.endings,
        forms: &ways.forms,
        stems: stems(&postings),
        postings: encoded(&postings),
    };
    sink(File::new(format!("{folder}index.js"), script("andrum.search.index(".into(), &index)))
}

/// A script whose call opens like this and has a value as its last argument.
fn script(opening: String, value: &impl Serialize) -> Vec<u8> {
    let mut script = opening.into_bytes();
    // Values that are no maps with odd keys are always JSON.
    let _ = serde_json::to_writer(&mut script, value);
    script.extend(b");\n");
    script
}

/// The stems of some pages, with the pages on which each stands.
struct Postings<'a> {
    stems: Stems<'a>,
    /// By the number of the stem.
    pages: Vec<Pages>,
    /// How often each stem stands on the page that is being read, and how.
    counts: Vec<(u32, Weight)>,
    /// The stems of that page.
    met: Vec<usize>,
}

impl<'a> Postings<'a> {
    fn new(ways: &'a Ways) -> Postings<'a> {
        Postings { stems: Stems::new(ways), pages: Vec::new(), counts: Vec::new(), met: Vec::new() }
    }

    fn read_all<'s>(
        mut self,
        site: &'s Site,
        language: usize,
        pages: &[Numbered<'s>],
    ) -> (Vec<Document<'s>>, Self) {
        let documents = pages.iter().map(|page| self.read(site, language, *page)).collect();
        (documents, self)
    }

    fn read<'s>(&mut self, site: &'s Site, language: usize, (at, page, text): Numbered<'s>) -> Document<'s> {
        let address = site.address(language, Place::Home);
        let sources = site.sources(language, text, &address);
        let words = plain::text(&sources, &text.blocks, "\n");
        let headings = plain::headings(&sources, &text.blocks);
        let summary = text.summary.as_deref().unwrap_or_default();
        let title = text.title.value.as_str();
        self.count(&words, Weight::Once);
        self.count(&headings, Weight::Heading);
        self.count(summary, Weight::Heading);
        self.count(title, Weight::Title);
        for stem in self.met.drain(..) {
            let (count, weight) = std::mem::replace(&mut self.counts[stem], (0, Weight::Once));
            let weight = if count >= OFTEN { weight.max(Weight::Often) } else { weight };
            self.pages[stem].push((at, weight));
        }
        Document { row: (&page.id, title, site.label(language, page), summary), text: words.into() }
    }

    fn count(&mut self, text: &str, weight: Weight) {
        for word in words(text) {
            let stem = self.stems.number(word);
            if stem == self.pages.len() {
                self.pages.push(Pages::new());
                self.counts.push((0, Weight::Once));
            }
            let (count, heaviest) = &mut self.counts[stem];
            if *count == 0 {
                self.met.push(stem);
            }
            *count += 1;
            *heaviest = weight.max(*heaviest);
        }
    }

    fn into_stems(mut self) -> impl Iterator<Item = (Box<str>, Pages)> {
        self.stems.into_stems().map(move |(stem, number)| (stem, std::mem::take(&mut self.pages[number])))
    }
}

/// The stems in order, each as a capital that tells how many letters it shares with the one before (`A` none), and the rest.
fn stems(postings: &[(Box<str>, Pages)]) -> String {
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
fn encoded(postings: &[(Box<str>, Pages)]) -> String {
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
