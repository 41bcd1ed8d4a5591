//! The pages: what leads to them, what they weigh, and each of them with all that is known.

use serde::Serialize;

use super::{FEW, Listed, MANY, Title, View, is_over};
use crate::emit::status::Page;
use crate::emit::status::draw::{self, Stretch};

#[derive(Serialize)]
pub struct Links<'a> {
    orphans: Listed<Title<'a>>,
    most: Vec<Weighed<'a>>,
}

#[derive(Serialize)]
pub struct Media<'a> {
    total: u64,
    most: Vec<Weighed<'a>>,
}

/// A page by a number, with the number as a bar.
#[derive(Serialize)]
pub struct Weighed<'a> {
    page: Title<'a>,
    number: u64,
    bar: Stretch,
}

#[derive(Serialize)]
pub struct PageRow<'a> {
    page: Title<'a>,
    kind: &'a str,
    unit: Option<u32>,
    minutes: Option<u32>,
    links_in: usize,
    links_out: usize,
    kilobytes: u64,
    review: Option<&'a str>,
    overdue: bool,
    translations: Vec<TranslationRow<'a>>,
}

#[derive(Serialize)]
pub struct TranslationRow<'a> {
    name: &'a str,
    tag: &'a str,
    state: &'static str,
    path: Option<&'a str>,
    words: Option<usize>,
    lix: Option<i64>,
    over: bool,
    approvals: Vec<ApprovalRow<'a>>,
}

#[derive(Serialize)]
pub struct ApprovalRow<'a> {
    role: &'a str,
    given: &'static str,
    by: Option<&'a str>,
    date: Option<&'a str>,
}

impl<'a> View<'a> {
    pub fn links(&self) -> Links<'a> {
        let pages = &self.status.pages;
        let orphans = pages.iter().filter(|page| page.links_in == 0 && page.id != "home");
        let orphans = orphans.map(|page| self.title(&page.id)).collect();
        Links { orphans: Listed::of(orphans, MANY), most: self.most(|page| page.links_in as u64) }
    }

    pub fn media(&self) -> Media<'a> {
        Media {
            total: kilobytes(self.status.media_bytes),
            most: self.most(|page| kilobytes(page.media_bytes)),
        }
    }

    /// The pages of which there is most, with a bar for each.
    pub fn most(&self, number: impl Fn(&Page) -> u64) -> Vec<Weighed<'a>> {
        let mut pages: Vec<_> = self.status.pages.iter().map(|page| (page, number(page))).collect();
        pages.retain(|(_, number)| *number > 0);
        pages.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
        let whole = pages.first().map_or(0, |(_, number)| *number) as f64;
        let rows = pages.into_iter().take(FEW).map(|(page, number)| Weighed {
            page: self.title(&page.id),
            number,
            bar: draw::stretch(0.0, number as f64, whole),
        });
        rows.collect()
    }

    pub fn pages(&self) -> Vec<PageRow<'a>> {
        let rows = self.status.pages.iter().map(|page| PageRow {
            page: self.title(&page.id),
            kind: page.kind,
            unit: page.unit,
            minutes: page.minutes,
            links_in: page.links_in,
            links_out: page.links_out,
            kilobytes: kilobytes(page.media_bytes),
            review: page.review.as_ref().map(|review| review.by.as_str()),
            overdue: page.review.as_ref().is_some_and(|review| review.overdue),
            translations: self.translations(page),
        });
        rows.collect()
    }

    pub fn translations(&self, page: &'a Page) -> Vec<TranslationRow<'a>> {
        let rows = page.translations.iter().zip(self.names).map(|(text, name)| TranslationRow {
            name: name.name,
            tag: name.tag,
            state: text.state.name(),
            path: text.path.as_deref(),
            words: text.words,
            lix: text.lix.map(|lix| if is_over(page, lix) { lix.ceil() } else { lix.round() } as i64),
            over: text.lix.is_some_and(|lix| is_over(page, lix)),
            approvals: text
                .approvals
                .iter()
                .map(|approval| ApprovalRow {
                    role: &approval.role,
                    given: approval.given,
                    by: approval.by.as_deref(),
                    date: approval.date.as_deref(),
                })
                .collect(),
        });
        rows.collect()
    }
}

fn kilobytes(bytes: u64) -> u64 {
    bytes.div_ceil(1000)
}
