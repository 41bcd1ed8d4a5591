//! A page of the preview to what its author is told of it there: in which editions and languages it is, how it stands with
//! translators and reviewers, how hard and how long it is, where its source is, and what is wrong.

use serde::Serialize;
use serde_json::{Value as Json, json};

use super::preview::{Good, Made, Preview};
use crate::diag::{Diagnostic, Level};
use crate::emit::status::{self, Translation};
use crate::host::project::Project;
use crate::host::report::Format;
use crate::model::approval;
use crate::model::lix;
use crate::model::page::Page;
use crate::model::words::{Arg, Words};
use crate::source::Path;

/// More faults than these are counted and not shown.
const SHOWN: usize = 40;

/// What the preview's script is told.
#[derive(Serialize)]
pub struct Bar<'a> {
    /// The state of the content that this is of.
    at: &'a str,
    /// Tells the page from what it was and becomes, see [`Made`]; none where no page stands.
    tag: Option<&'a str>,
    /// Tells its style sheets apart.
    styles: Option<&'a str>,
    /// Whether the page is as it was before these errors.
    held: bool,
    errors: usize,
    warnings: usize,
    /// What stands in the way of a build, and what is said of this page.
    faults: Vec<Fault>,
    /// How many more errors there are.
    more: usize,
    page: Option<Shown>,
    words: Json,
    /// What it is told in.
    language: &'a str,
}

/// A fault as `check --format json` tells it, with the words it is about and a way to its line.
#[derive(Serialize)]
pub struct Fault {
    #[serde(flatten)]
    told: Json,
    excerpt: String,
    open: String,
}

#[derive(Serialize)]
struct Shown {
    title: String,
    choices: Vec<Choice>,
    facts: Vec<Fact>,
    /// Where its languages stand side by side; none where there is but one.
    beside: Option<String>,
    source: Source,
}

/// A row of links of which one is where the reader is.
#[derive(Serialize)]
struct Choice {
    label: String,
    links: Vec<Link>,
}

#[derive(Serialize)]
struct Link {
    name: String,
    /// None where the page is not there.
    href: Option<String>,
    current: bool,
}

/// Something that is known of the page. `waits` asks for someone's work.
#[derive(Serialize)]
struct Fact {
    label: String,
    value: String,
    waits: bool,
}

#[derive(Serialize)]
struct Source {
    file: String,
    open: String,
}

/// What is told of the page at a path, `patient/no/w01-rest/index.html`.
pub fn of<'a>(preview: &'a Preview, path: &str, made: Option<&'a Made>) -> Bar<'a> {
    let words = &preview.words;
    let place = preview.good.as_ref().and_then(|good| Spot::of(good, path));
    let newest = preview.newest.as_deref();
    let id = place.as_ref().map(|place| &place.page.id);
    let files: Vec<&Path> = id
        .and_then(|id| newest?.programme.page(id))
        .into_iter()
        .flat_map(Page::present)
        .map(|(_, text)| &text.path)
        .collect();
    let found =
        || newest.into_iter().flat_map(|project| project.found.iter().map(move |fault| (project, fault)));
    let of_level = |level| found().filter(move |(_, fault)| fault.lint.level(false) == Some(level));
    let errors = of_level(Level::Error).count();
    let of_page = of_level(Level::Warning).filter(|(_, fault)| files.contains(&&fault.place.path));
    let shown = of_level(Level::Error).take(SHOWN).chain(of_page.take(SHOWN));
    Bar {
        at: &preview.at,
        tag: made.map(|made| &*made.tag),
        styles: made.map(|made| &*made.styles),
        held: preview.is_held,
        errors: errors + usize::from(preview.trouble.is_some()),
        warnings: of_level(Level::Warning).count(),
        faults: trouble(preview)
            .into_iter()
            .chain(shown.map(|(project, fault)| told(project, fault, preview)))
            .collect(),
        more: errors.saturating_sub(SHOWN),
        page: place.map(|place| place.shown(preview)),
        words: client_words(words),
        language: words.get("language-code"),
    }
}

fn trouble(preview: &Preview) -> Option<Fault> {
    let trouble = preview.trouble.as_ref()?;
    let told = json!({
        "lint": "", "level": "error", "message": trouble.reason, "file": trouble.file.as_str(), "line": trouble.line, "column": 1,
    });
    Some(Fault { told, excerpt: String::new(), open: preview.opens(&trouble.file, trouble.line as u64, 1) })
}

fn told(project: &Project, fault: &Diagnostic, preview: &Preview) -> Fault {
    let draw = |format| project.report_of(std::slice::from_ref(fault), format, false, false);
    let told: Json = serde_json::from_slice(draw(Format::Json).as_bytes()).unwrap_or_default();
    let number = |key: &str| told.get(key).and_then(Json::as_u64).unwrap_or(1);
    let open = preview.opens(&fault.place.path, number("line"), number("column"));
    Fault { excerpt: draw(Format::Text), open, told }
}

/// The words that the script asks for.
fn client_words(words: &Words) -> Json {
    let own =
        words.ready().filter_map(|(id, word)| Some((id.strip_prefix("bar-")?.to_string(), word.into())));
    Json::Object(own.collect())
}

/// Where in the preview a page is looked at.
struct Spot<'a> {
    good: &'a Good,
    edition: &'a str,
    language: usize,
    page: &'a Page,
    /// Below the language's folder.
    file: &'a str,
}

impl<'a> Spot<'a> {
    fn of(good: &'a Good, path: &'a str) -> Option<Spot<'a>> {
        let (edition, rest) = path.split_once('/')?;
        let (code, file) = rest.split_once('/')?;
        let language = good.project.language_named(code).ok()?;
        let id = match file {
            "index.html" => "home",
            _ => file.strip_suffix("/index.html")?,
        };
        let page = good.project.programme.page(id).filter(|page| page.in_language(language).is_some())?;
        let edition = good.editions().find(|row| row.name == edition)?;
        Some(Spot { good, edition: &edition.name, language, page, file })
    }

    fn shown(&self, preview: &Preview) -> Shown {
        let (words, programme) = (&*preview.words, &self.good.project.programme);
        let text = self.page.in_language(self.language);
        let path = text.map(|text| &text.path);
        let label = |id: &str| words.get(id).to_string();
        let editions = self.good.editions().map(|row| {
            let is_there = self.good.programme(&row.name).is_some_and(|seen| {
                seen.page(&self.page.id).is_some_and(|page| page.in_language(self.language).is_some())
            });
            let code = &programme.project.languages[self.language].code;
            Link {
                name: row.name.clone(),
                href: is_there.then(|| format!("/{}/{code}/{}", row.name, self.file)),
                current: row.name == self.edition,
            }
        });
        let languages = programme.project.languages.iter().enumerate().map(|(at, row)| Link {
            name: row.code.clone(),
            href: self.page.in_language(at).map(|_| format!("/{}/{}/{}", self.edition, row.code, self.file)),
            current: at == self.language,
        });
        let several = self.page.present().nth(1).is_some();
        Shown {
            title: text.map(|text| text.title.value.clone()).unwrap_or_default(),
            choices: vec![
                Choice { label: label("edition"), links: editions.collect() },
                Choice { label: label("languages"), links: languages.collect() },
            ],
            facts: self.facts(words),
            beside: several.then(|| format!("/_andrum/beside/{}/{}", self.edition, self.page.id)),
            source: Source {
                file: path.map(Path::to_string).unwrap_or_default(),
                open: path.map(|path| preview.opens(path, 1, 1)).unwrap_or_default(),
            },
        }
    }

    /// How it stands in this language: with its translation, its reviewers, its words and its minutes.
    fn facts(&self, words: &Words) -> Vec<Fact> {
        let programme = &self.good.project.programme;
        let label = |id: &str| words.get(id).to_string();
        let Translation { state, lix, approvals, .. } =
            status::translation(programme, self.page, self.language);
        let mut facts = vec![Fact {
            label: label("translation"),
            value: label(&format!("state-{}", state.name())),
            waits: state.waits(),
        }];
        for row in approvals {
            let date = row.date.map(|date| format!(" {date}")).unwrap_or_default();
            let value = format!("{}{date}", words.get(&format!("approval-{}", row.given)));
            facts.push(Fact { label: row.role, value, waits: row.given != "valid" });
        }
        if !approval::is_asked(self.page) || approval::roles(programme).next().is_none() {
            facts.push(Fact { label: label("approvals"), value: label("approvals-none"), waits: false });
        }
        let aim = lix::aim(self.page.facts.audience);
        if let Some(value) = lix {
            let target = words.fill(
                "lix-target",
                &[("target", Arg::Number(aim.target.into())), ("limit", Arg::Number(aim.limit.into()))],
            );
            let value_and_target = format!("{value:.0} ({})", target.unwrap_or_default());
            facts.push(Fact {
                label: "LIX".into(),
                value: value_and_target,
                waits: value > f64::from(aim.limit),
            });
        }
        if let Some(minutes) = self.page.facts.minutes {
            let value = words.fill("minutes", &[("minutes", Arg::Number(minutes.into()))]);
            facts.push(Fact { label: label("time"), value: value.unwrap_or_default(), waits: false });
        }
        facts
    }
}

impl Preview {
    /// The address that opens a file of the project at a line in the author's editor.
    pub fn opens(&self, path: &Path, line: u64, column: u64) -> String {
        let file = self.root.join(path.as_str());
        let file = file.to_string_lossy().replace('\\', "/");
        // A drive's letter comes after a slash in every address of a file.
        let file = if file.starts_with('/') { file } else { format!("/{file}") };
        let file: String = file.split('/').map(encoded).collect::<Vec<_>>().join("/");
        let editor =
            self.editor.replace("{line}", &line.to_string()).replace("{column}", &column.to_string());
        editor.replace("{file}", &file)
    }
}

/// One part of a path as an address has it (RFC 3986, 2.3).
fn encoded(part: &str) -> String {
    part.bytes().fold(String::new(), |mut out, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b':' => {
                out.push(byte.into())
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
        out
    })
}
