//! Who has approved what, and what is to be read again.

use serde::Serialize;

use super::{FEW, Listed, MANY, Title, View, texts};
use crate::emit::status::draw::{self, Stretch};
use crate::emit::status::{Approval, Page, Review};

#[derive(Serialize)]
pub struct Role<'a> {
    role: &'a str,
    asked: usize,
    parts: Vec<RolePart>,
}

#[derive(Serialize)]
pub struct RolePart {
    given: &'static str,
    count: usize,
    bar: Stretch,
}

#[derive(Serialize)]
pub struct Reviews<'a> {
    overdue: Listed<Due<'a>>,
    coming: Listed<Due<'a>>,
    undated: usize,
}

#[derive(Serialize)]
pub struct Due<'a> {
    page: Title<'a>,
    by: &'a str,
}

impl<'a> View<'a> {
    pub fn roles(&self) -> Vec<Role<'a>> {
        let roles = self.status.roles.iter().map(|role| {
            let of_role = |approval: &&Approval| approval.role == *role;
            let given: Vec<&str> = texts(self.status)
                .flat_map(|(_, _, text)| text.approvals.iter().filter(of_role))
                .map(|approval| approval.given)
                .collect();
            let mut from = 0;
            let parts = ["valid", "void", "missing"].map(|kind| {
                let count = given.iter().filter(|given| **given == kind).count();
                from += count;
                let bar = draw::stretch((from - count) as f64, from as f64, given.len() as f64);
                RolePart { given: kind, count, bar }
            });
            let parts = parts.into_iter().filter(|part| part.count > 0).collect();
            Role { role, asked: given.len(), parts }
        });
        roles.collect()
    }

    pub fn reviews(&self) -> Reviews<'a> {
        let mut dated: Vec<_> =
            self.status.pages.iter().filter_map(|page| Some((page, page.review.as_ref()?))).collect();
        dated.sort_by_key(|(_, review)| &review.by);
        let undated = self.status.pages.len() - dated.len();
        let (overdue, coming): (Vec<_>, Vec<_>) = dated.into_iter().partition(|(_, review)| review.overdue);
        let rows = |dated: Vec<(&'a Page, &'a Review)>| {
            dated
                .into_iter()
                .map(|(page, review)| Due { page: self.title(&page.id), by: &review.by })
                .collect()
        };
        Reviews { overdue: Listed::of(rows(overdue), MANY), coming: Listed::of(rows(coming), FEW), undated }
    }
}
