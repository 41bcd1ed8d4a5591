//! Time against what is promised, and readability against what can be asked.

use serde::Serialize;

use super::{Listed, MANY, Title, View, is_over, texts};
use crate::emit::status::draw::{self, Dots, Stretch};
use crate::emit::status::{Contributor, Unit};

#[derive(Serialize)]
pub struct LoadView<'a> {
    from: Option<u32>,
    to: Option<u32>,
    days: Option<u32>,
    rows: Vec<LoadRow<'a>>,
}

#[derive(Serialize)]
pub struct LoadRow<'a> {
    unit: u32,
    minutes: u32,
    week: u32,
    /// `within`, `over`, `under`, or `none` where nothing is promised.
    judged: &'static str,
    bar: Stretch,
    band: Option<Stretch>,
    most: Vec<Part<'a>>,
}

#[derive(Serialize)]
pub struct Part<'a> {
    page: Title<'a>,
    minutes: u32,
}

#[derive(Serialize)]
pub struct Strip<'a> {
    name: &'a str,
    tag: &'a str,
    patients: bool,
    count: usize,
    low: i64,
    high: i64,
    over: usize,
    limit: u32,
    target: u32,
    drawn: Dots,
    band: String,
    /// The target and the limit, once where they are one.
    lines: Vec<Tick>,
    ticks: Vec<Tick>,
}

#[derive(Serialize)]
pub struct Tick {
    x: String,
    label: u32,
}

#[derive(Serialize)]
pub struct Hard<'a> {
    page: Title<'a>,
    name: &'a str,
    tag: &'a str,
    lix: i64,
    limit: u32,
}

impl<'a> View<'a> {
    pub fn judge(&self, unit: &Unit) -> &'static str {
        let (Some(load), Some(promised)) = (&unit.load, self.status.promised) else { return "none" };
        match (load.minutes_per_day, promised.minutes_per_day) {
            (minutes, [from, _]) if minutes < from => "under",
            (minutes, [_, to]) if minutes > to => "over",
            _ => "within",
        }
    }

    pub fn load(&self) -> LoadView<'a> {
        let promised = self.status.promised;
        let band = promised.map(|promised| promised.minutes_per_day.map(f64::from));
        let loads = self.status.units.iter().filter_map(|unit| Some((unit, unit.load.as_ref()?)));
        let longest = loads.clone().map(|(_, load)| load.minutes_per_day).max().unwrap_or(0);
        let whole = band.map_or(0.0, |[_, to]| to).max(f64::from(longest)) * 1.1;
        let rows = loads.map(|(unit, load)| LoadRow {
            unit: unit.number,
            minutes: load.minutes_per_day,
            week: load.minutes,
            judged: self.judge(unit),
            bar: draw::stretch(0.0, load.minutes_per_day.into(), whole),
            band: band.map(|[from, to]| draw::stretch(from, to, whole)),
            most: load
                .contributors
                .iter()
                .take(3)
                .map(|part| Part { page: self.part(part), minutes: part.minutes })
                .collect(),
        });
        LoadView {
            from: promised.map(|promised| promised.minutes_per_day[0]),
            to: promised.map(|promised| promised.minutes_per_day[1]),
            days: promised.map(|promised| promised.days_per_week),
            rows: rows.collect(),
        }
    }

    /// A page by its title; a task by its own, leading to its page.
    fn part(&self, part: &'a Contributor) -> Title<'a> {
        let page = self.title(&part.page);
        let own = part.title.get(self.code).map(|text| (text, None));
        let other = || {
            let there = self.status.languages.iter();
            there.filter_map(|row| Some((part.title.get(&row.code)?, Some(row.tag.as_str())))).next()
        };
        own.or_else(other).map_or(page, |(text, tag)| Title { text, tag, ..page })
    }

    /// A strip of dots for each language and each sort of reader.
    pub fn lix(&self) -> Vec<Strip<'a>> {
        let mut strips = Vec::new();
        let mut asked: Vec<_> = self.status.pages.iter().filter_map(|page| page.lix).collect();
        asked.sort_by_key(|asked| (asked.limit, asked.target));
        asked.dedup();
        for (asked, (at, name)) in
            asked.iter().flat_map(|asked| self.names.iter().enumerate().map(move |name| (asked, name)))
        {
            let pages = self.status.pages.iter().filter(|page| page.lix == Some(*asked));
            let values: Vec<f64> = pages.filter_map(|page| page.translations[at].lix).collect();
            if values.is_empty() {
                continue;
            }
            let (target, limit) = (asked.target, asked.limit);
            let tick = |label: u32| Tick { x: draw::along(label.into()), label };
            let mut lines = vec![tick(target), tick(limit)];
            lines.dedup_by_key(|line| line.label);
            strips.push(Strip {
                name: name.name,
                tag: name.tag,
                patients: limit < 50,
                count: values.len(),
                low: values.iter().copied().fold(f64::INFINITY, f64::min).round() as i64,
                high: values.iter().copied().fold(0.0, f64::max).round() as i64,
                over: values.iter().filter(|lix| **lix > f64::from(limit)).count(),
                target,
                limit,
                drawn: draw::dots(&values, limit.into()),
                band: draw::along(limit.into()),
                lines,
                ticks: [20, 30, 40, 50, 60].map(tick).into(),
            });
        }
        strips
    }

    /// The texts above their limit, the hardest first.
    pub fn hard(&self) -> Listed<Hard<'a>> {
        let over = texts(self.status).filter_map(|(page, at, text)| Some((page, at, text.lix?)));
        let mut over: Vec<_> = over.filter(|(page, _, lix)| is_over(page, *lix)).collect();
        over.sort_by(|one, other| other.2.total_cmp(&one.2));
        let rows = over.into_iter().map(|(page, at, lix)| Hard {
            page: self.title(&page.id),
            name: self.names[at].name,
            tag: self.names[at].tag,
            // A value just above its limit is not rounded down to it.
            lix: lix.ceil() as i64,
            limit: page.lix.map_or(0, |asked| asked.limit),
        });
        Listed::of(rows.collect(), MANY)
    }
}
