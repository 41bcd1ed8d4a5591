//! A whole programme to a [`Status`].

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use super::{
    Approval, Contributor, Language, Load, Page, Promised, Review, Status, Target, Translation, Unit,
};
use crate::model::Programme;
use crate::model::approval;
use crate::model::link::Target as LinkTarget;
use crate::model::lix::{self, Aim};
use crate::model::load::{UnitLoad, loads};
use crate::model::meaning::{Filled, part_title};
use crate::model::page::{Page as Written, Referred, Translation as Text};
use crate::model::passage::passages;
use crate::model::translation::state;
use crate::release::Stamp;
use crate::source::Media;
use crate::syntax::yaml::Yaml;

/// How the programme stands. It is the whole one, drafts and fragments included.
pub fn gather(programme: &Programme, stamp: &Stamp) -> Status {
    let project = &programme.project;
    let judged = stamp.created.get(..10).unwrap_or_default();
    let everything: Vec<&Written> = programme.everything().collect();
    let links = Links::of(programme, &everything);
    let roles: Vec<String> = approval::roles(programme).map(|role| role.value).collect();
    let pages: Vec<Page> = everything
        .par_iter()
        .enumerate()
        .map(|(at, page)| {
            let gatherer = Gatherer { programme, roles: &roles, judged };
            gatherer.page(page, links.into[at], links.out[at])
        })
        .collect();
    let media: BTreeMap<&str, u64> = everything
        .iter()
        .flat_map(|page| page.present())
        .flat_map(|(_, text)| media_of(programme, text))
        .map(|media| (media.sha256.as_str(), media.bytes))
        .collect();
    Status {
        format: "andrum-status/1",
        programme: project.id.clone(),
        title: project.title.clone(),
        version: stamp.version.clone(),
        judged: judged.into(),
        commit: stamp.commit.clone(),
        languages: project
            .languages
            .iter()
            .map(|row| Language {
                code: row.code.clone(),
                tag: row.tag.clone(),
                direction: row.direction.clone(),
            })
            .collect(),
        unit: project.unit.clone(),
        promised: promised(&project.written),
        roles,
        units: units(programme),
        pages,
        media_bytes: media.values().sum(),
    }
}

/// How one page stands in one language.
pub fn translation(programme: &Programme, page: &Written, language: usize) -> Translation {
    let roles: Vec<String> = approval::roles(programme).map(|role| role.value).collect();
    Gatherer { programme, roles: &roles, judged: "" }.translation(page, language)
}

/// The units of the schedule and those that pages name beside it.
fn units(programme: &Programme) -> Vec<Unit> {
    let count = u32::try_from(programme.project.count).unwrap_or(0);
    let mut numbers: BTreeMap<u32, usize> = BTreeMap::new();
    for page in &programme.pages {
        page.facts.unit.into_iter().for_each(|unit| *numbers.entry(unit).or_default() += 1);
    }
    let there: BTreeSet<u32> = numbers.keys().copied().collect();
    // A programme that is only a course has no schedule to fill.
    if !numbers.is_empty() && count < 100 {
        numbers.extend((1..=count).filter(|number| !there.contains(number)).map(|number| (number, 0)));
    }
    let mut loads: BTreeMap<u32, Load> =
        loads(programme).into_iter().map(|load| (load.number, own(programme, load))).collect();
    numbers.into_iter().map(|(number, pages)| Unit { number, pages, load: loads.remove(&number) }).collect()
}

fn own(programme: &Programme, load: UnitLoad) -> Load {
    let languages = &programme.project.languages;
    let contributors = load.parts.iter().map(|part| {
        let page = programme.page_of_part(&part.id);
        let title = |at: usize| Some((languages[at].code.clone(), part_title(page?, &part.id, at)?));
        Contributor {
            id: part.id.clone(),
            page: page.map_or(&part.id, |page| &page.id).clone(),
            title: (0..languages.len()).filter_map(title).collect(),
            minutes: part.minutes,
        }
    });
    Load { minutes: load.minutes, minutes_per_day: load.per_day(), contributors: contributors.collect() }
}

fn promised(programme: &Yaml) -> Option<Promised> {
    let load = programme.get("schedule")?.get("load")?;
    let [from, to] = load.get("minutes_per_day")?.many() else { return None };
    let whole = |yaml: &Yaml| yaml.whole().and_then(|number| u32::try_from(number).ok());
    let days = load.get("days_per_week").and_then(whole).unwrap_or(7);
    Some(Promised { minutes_per_day: [whole(from)?, whole(to)?], days_per_week: days })
}

struct Gatherer<'a> {
    programme: &'a Programme,
    roles: &'a [String],
    judged: &'a str,
}

impl Gatherer<'_> {
    fn page(&self, page: &Written, links_in: usize, links_out: usize) -> Page {
        let review = page.present().filter_map(|(_, text)| text.front.get("review_by")?.text()).min();
        let media: BTreeMap<&str, u64> = page
            .present()
            .flat_map(|(_, text)| media_of(self.programme, text))
            .map(|media| (media.sha256.as_str(), media.bytes))
            .collect();
        Page {
            id: page.id.clone(),
            kind: page.facts.kind.name,
            unit: page.facts.unit,
            audience: page.facts.audience.names(),
            draft: page.facts.draft,
            minutes: page.facts.minutes,
            // Dates are ISO 8601: they compare as they are written.
            review: review.map(|by| Review { by: by.into(), overdue: by < self.judged }),
            links_in,
            links_out,
            media_bytes: media.values().sum(),
            lix: Some(target(page)),
            translations: (0..page.translations.len()).map(|at| self.translation(page, at)).collect(),
        }
    }

    fn translation(&self, page: &Written, at: usize) -> Translation {
        let language = self.programme.project.languages[at].code.clone();
        let state = state(self.programme, page, at);
        let Some(text) = page.in_language(at) else {
            let approvals = Vec::new();
            return Translation {
                language,
                state,
                title: None,
                path: None,
                words: None,
                lix: None,
                approvals,
            };
        };
        let fill = Filled { programme: self.programme, language: at, from: &text.path };
        let lix = lix::of(&passages(text, &fill, &self.programme.project.languages[at].locale));
        Translation {
            language,
            state,
            title: Some(text.title.value.clone()),
            path: Some(text.path.to_string()),
            words: Some(lix.words),
            lix: lix.tells().then(|| (lix.value() * 10.0).round() / 10.0),
            approvals: if approval::is_asked(page) { self.approvals(text, at) } else { Vec::new() },
        }
    }

    fn approvals(&self, text: &Text, at: usize) -> Vec<Approval> {
        let roles = self.roles.iter().map(String::as_str);
        let given = approval::approvals(self.programme, at, text, roles);
        let rows = self.roles.iter().zip(given).map(|(role, given)| Approval {
            role: role.clone(),
            given: given.name(),
            by: given.said().map(|said| said.by.into()),
            date: given.said().map(|said| said.date.into()),
        });
        rows.collect()
    }
}

fn target(page: &Written) -> Target {
    let Aim { target, limit } = lix::aim(page.facts.audience);
    Target { target, limit }
}

fn media_of<'a>(programme: &'a Programme, text: &'a Text) -> impl Iterator<Item = &'a Media> {
    text.mentions.files.iter().filter_map(|file| programme.media(&text.path, &file.source))
}

/// How many other pages lead to each page, and how many it leads to; languages are counted together.
struct Links {
    into: Vec<usize>,
    out: Vec<usize>,
}

impl Links {
    fn of(programme: &Programme, everything: &[&Written]) -> Links {
        let place: HashMap<&str, usize> =
            everything.iter().enumerate().map(|(at, page)| (page.id.as_str(), at)).collect();
        let leads: Vec<BTreeSet<usize>> = everything
            .par_iter()
            .map(|page| {
                let ids = page.present().flat_map(|(_, text)| led_to(programme, text));
                ids.filter(|id| *id != page.id).filter_map(|id| place.get(id).copied()).collect()
            })
            .collect();
        let mut into = vec![0; everything.len()];
        leads.iter().flatten().for_each(|at| into[*at] += 1);
        Links { into, out: leads.iter().map(BTreeSet::len).collect() }
    }
}

/// The pages that a text links to, embeds or includes.
fn led_to<'a>(programme: &'a Programme, text: &'a Text) -> impl Iterator<Item = &'a str> {
    let links = text.mentions.links.iter().filter_map(|link| {
        match programme.target(&text.path, link.form, &link.destination) {
            LinkTarget::Page(page, _) | LinkTarget::Part(page, _) => Some(page.id.as_str()),
            _ => None,
        }
    });
    let references = text.mentions.references.iter().filter(|reference| reference.to != Referred::Instrument);
    links.chain(references.map(|reference| reference.id.value.as_str()))
}
