//! The ways in: a version's language page, and at the root of an edition its versions, what is said of an address that leads
//! nowhere, and the addresses that stay the same from version to version.

use std::collections::BTreeSet;
use std::fmt::Write;

use serde_json::json;

use super::Site;
use super::place::Place;
use super::view::{Switch, shown};
use crate::emit::{Job, Stop};
use crate::release::Version;
use crate::render::theme::Shown;

/// The folder of addresses that stay the same.
pub const LATEST: &str = "latest";

/// What stands at the root of an edition, by path, for the versions there are, newest first. `standing` are the files below
/// `latest/` that earlier releases made.
pub fn front(job: &Job, versions: &[Version], standing: &[String]) -> Result<Vec<(String, Vec<u8>)>, Stop> {
    let site = Site::of(job);
    let mut files =
        vec![("index.html".to_string(), index(job, versions)?), ("404.html".to_string(), not_found(&site)?)];
    // Only a release is what `latest/` leads to, and what search engines are told of.
    let newest = versions.iter().find(|row| row.released).filter(|row| row.version == job.stamp.version);
    if let Some(newest) = newest {
        files.extend(moved(&site, &newest.version, standing)?);
        files.extend(sitemap(&site).map(|map| ("sitemap.xml".into(), map.into_bytes())));
    }
    Ok(files)
}

/// The edition's first page, which leads to each version in each language.
pub fn index(job: &Job, versions: &[Version]) -> Result<Vec<u8>, Stop> {
    let site = Site::of(job);
    let newest = versions.first().map_or(&job.stamp.version, |row| &row.version);
    let versions: Vec<_> = versions
        .iter()
        .map(|row| {
            let there = site.languages.iter().enumerate().filter(|(_, language)| {
                row.languages.iter().any(|code| code == language.code)
            });
            let languages: Vec<_> = there
                .map(|(at, language)| {
                    json!({
                        "name": job.theme.words(at).get("language-name"),
                        "tag": language.tag,
                        "href": format!("{}/{}/index.html", row.version, language.code),
                    })
                })
                .collect();
            let changes = site.languages.iter().enumerate().filter_map(|(at, language)| {
                let lines = row.changes.get(language.code).filter(|lines| !lines.is_empty())?;
                let heading = job.theme.words(at).get("whats-new");
                Some(json!({ "tag": language.tag, "heading": heading, "lines": lines }))
            });
            let changes: Vec<_> = changes.collect();
            let (version, date, released) = (&row.version, &row.date, row.released);
            json!({ "version": version, "date": date, "released": released, "languages": languages, "changes": changes })
        })
        .collect();
    let root = format!("{newest}/");
    let mut shown = site.shared[0].shown();
    shown.extend(shown![root, versions]);
    Ok(job.theme.fill("versions.html", 0, shown)?)
}

/// The version's first page, where one chooses a language.
pub fn languages(job: &Job) -> Result<Vec<u8>, Stop> {
    Ok(job.theme.fill("choose.html", 0, choose(&Site::of(job)))?)
}

fn choose(site: &Site) -> Shown {
    let languages: Vec<Switch> = site
        .switches(usize::MAX, Place::Home)
        .into_iter()
        .map(|row| Switch { href: format!("{}/index.html", row.code), ..row })
        .collect();
    let (root, home) = ("", "index.html");
    let mut shown = site.shared[0].shown();
    shown.extend(shown![root, home, languages]);
    shown
}

/// `404.html`: a host shows it at any address, so nothing in it can be relative to a page. Where `base_url` says where the
/// site stands it leads there and wears its clothes; elsewhere it says in every language what to do.
fn not_found(site: &Site) -> Result<Vec<u8>, Stop> {
    let job = site.job;
    // `https://host/path` to `/path`.
    let base = job.programme.project.base_url.as_deref();
    let path = base.and_then(|url| url.split_once("://")).map(|(_, rest)| {
        let path = rest.split_once('/').map_or("", |(_, path)| path.trim_end_matches('/'));
        if path.is_empty() { String::new() } else { format!("/{path}") }
    });
    let root = path.map(|path| format!("{path}/{}/", job.edition.name));
    let languages: Vec<_> = site
        .languages
        .iter()
        .enumerate()
        .map(|(at, language)| {
            let words = job.theme.words(at);
            let title = site.programme(at).title;
            let crisis = job.programme.page("crisis").and_then(|page| page.in_language(at));
            json!({
                "tag": language.tag,
                "programme": title,
                "title": words.get("not-found"),
                "text": words.get("not-found-more"),
                "home": words.get("home"),
                "href": root.as_ref().map(|root| format!("{root}{}/{}/index.html", job.stamp.version, language.code)),
                "crisis": crisis.map(|text| text.title.value.as_str()),
                "crisis_href": crisis.and(root.as_ref()).map(|root| {
                    format!("{root}{}/{}/crisis/index.html", job.stamp.version, language.code)
                }),
            })
        })
        .collect();
    let assets = root.map(|root| format!("{root}{}/", job.stamp.version));
    let mut shown = site.shared[0].shown();
    shown.extend(shown![assets, languages]);
    Ok(job.theme.fill("not-found.html", 0, shown)?)
}

/// A page at each address that stays the same, which leads on to the newest release. An address of a page that is gone leads
/// to what stands in its place, or else to the first page.
fn moved(site: &Site, version: &str, standing: &[String]) -> Result<Vec<(String, Vec<u8>)>, Stop> {
    let mut files = Vec::new();
    for (language, order) in site.order.iter().enumerate() {
        let code = site.languages[language].code;
        let pages = order.iter().map(|page| Place::of(page)).filter(|place| place.page().is_some());
        let places: Vec<Place> = std::iter::once(Place::Home).chain(pages).collect();
        let mut made: BTreeSet<String> = BTreeSet::new();
        for place in places {
            let path = format!("{code}/{}", place.file());
            files.push(leads_on(site, language, &path, place, version)?);
            made.insert(path);
        }
        let own = |path: &&String| path.strip_prefix(code).is_some_and(|rest| rest.starts_with('/'));
        for path in standing.iter().filter(own).filter(|path| !made.contains(*path)) {
            files.push(leads_on(site, language, path, instead(site, language, path), version)?);
        }
    }
    Ok(files)
}

/// What stands in the place of a page that is gone, by the path that it had.
fn instead<'a>(site: &Site<'a>, language: usize, path: &str) -> Place<'a> {
    let id = path.rsplit('/').nth(1).unwrap_or_default();
    let replacements = site.job.lock.into_iter().flat_map(|lock| lock.replacements(id));
    let pages = replacements.filter_map(|id| site.job.programme.page(id));
    let mut there = pages.filter(|page| page.in_language(language).is_some());
    there.next().map_or(Place::Home, Place::of)
}

/// The page at an address that stays the same, which leads on to a place in a version, and its path.
pub(super) fn leads_on(
    site: &Site,
    language: usize,
    path: &str,
    place: Place,
    version: &str,
) -> Result<(String, Vec<u8>), Stop> {
    let code = site.languages[language].code;
    let path = format!("{LATEST}/{path}");
    let up = "../".repeat(path.matches('/').count());
    let href = format!("{up}{version}/{code}/{}", place.file());
    let canonical = site.absolute(language, place);
    let title = place.page().and_then(|page| page.in_language(language)).map(|text| &text.title.value);
    let mut shown = site.shared[language].shown();
    shown.extend(shown![href, canonical, title]);
    Ok((path, site.job.theme.fill("moved.html", language, shown)?))
}

/// The folder of the newest version on the host that `base_url` names.
pub(super) fn latest(job: &Job) -> Option<String> {
    let base = job.programme.project.base_url.as_deref()?.trim_end_matches('/');
    Some(format!("{base}/{}/{LATEST}", job.edition.name))
}

/// `sitemap.xml`: every page in every language, for an edition that search engines may show.
fn sitemap(site: &Site) -> Option<String> {
    if !site.job.is_public() {
        return None;
    }
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    let mut count = 0;
    for (language, order) in site.order.iter().enumerate() {
        let pages = order.iter().map(|page| Place::of(page)).filter(|place| place.page().is_some());
        for place in std::iter::once(Place::Home).chain(pages) {
            let address = site.absolute(language, place)?;
            let _ = write!(xml, "<url><loc>{}</loc>", escaped(&address));
            for row in site.alternates(place) {
                let _ = write!(
                    xml,
                    "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
                    row.tag,
                    escaped(&row.href)
                );
            }
            xml.push_str("</url>\n");
            count += 1;
        }
    }
    xml.push_str("</urlset>\n");
    (count > 0).then_some(xml)
}

fn escaped(address: &str) -> String {
    address.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
