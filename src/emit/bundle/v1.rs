//! The wire types of `andrum-bundle/1`. Frozen: within `/1` there are only additions.
//!
//! Keys without a value are left out; lists and maps are always written. Maps by id sort bytewise.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::release::promise::Promise;

pub const FORMAT: &str = "andrum-bundle/1";

/// The reader that today's bundles ask for.
pub const READER: u32 = 1;

/// `manifest.json`: ids and structure, and every other file by path, hash and size.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Manifest {
    /// `andrum-bundle/1`.
    pub format: String,
    /// The lowest version of a reader that makes sense of it. A reader of a lower version refuses the bundle and keeps what it
    /// has.
    pub reader: u32,
    pub programme: Programme,
    /// The edition's name.
    pub edition: String,
    /// The site whose readers the edition is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<Site>,
    /// Of the source commit, ISO 8601, UTC.
    pub created: String,
    pub source: Source,
    pub languages: Vec<Language>,
    /// `programme.yaml`'s schedule, whole.
    pub schedule: Json,
    pub instruments: BTreeMap<String, Instrument>,
    /// Page ids in reading order.
    pub page_order: Vec<String>,
    pub units: Vec<Unit>,
    pub pages: BTreeMap<String, Page>,
    pub tasks: BTreeMap<String, Promise>,
    /// Ids that are gone, and what stands in their place.
    pub retired: BTreeMap<String, Retired>,
    /// Pages that an app keeps at hand.
    pub always_available: Vec<String>,
    /// Emergency numbers by country, two letters in lower case.
    pub emergency: BTreeMap<String, Vec<Emergency>>,
    /// Every other file, by path.
    pub files: Vec<File>,
}

/// A number to call.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Emergency {
    pub number: String,
    /// When to call it, by language.
    #[serde(rename = "for")]
    pub occasion: BTreeMap<String, String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Programme {
    pub id: String,
    pub version: String,
    /// By language.
    pub title: BTreeMap<String, String>,
}

/// A place where the programme runs.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Site {
    pub id: String,
    /// By language.
    pub title: BTreeMap<String, String>,
    /// Two letters, lower case: `no`, `se`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// `primary` or `specialist`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub care: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Source {
    /// The commit it was built from; null without git.
    pub commit: Option<String>,
    /// Set where files differed from the commit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dirty: Option<bool>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Language {
    /// The folder's name, used in paths and keys: `no`.
    pub code: String,
    /// BCP 47: `nb`.
    pub tag: String,
    /// Whether every page stands in it.
    pub complete: bool,
    /// Ids of pages that lack it.
    pub missing: Vec<String>,
    /// Ids of pages whose source has changed since they were translated.
    pub stale: Vec<String>,
    /// By the id of a page that lacks it, the language that may be shown instead, as long as the reader is told. Pages with
    /// tasks, and those that are always at hand, are never shown in another language.
    pub fallback: BTreeMap<String, String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Instrument {
    pub name: String,
    /// `self` or `clinician`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rater: Option<String>,
}

/// A week, module, chapter or section.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Unit {
    pub number: u32,
    /// The page that opens it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    pub pages: Vec<String>,
    pub tasks: Vec<String>,
    /// The sum of its pages' minutes, without repeats.
    pub minutes: u32,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Page {
    pub kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<u32>,
    pub audience: Vec<String>,
    /// The date (UTC) of the newest commit that touched any of its files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<String>,
    pub since: String,
    /// The hash of meaning by language.
    pub meaning: BTreeMap<String, String>,
    /// The page file by language.
    pub files: BTreeMap<String, String>,
}

/// A page, task or breathing pattern that is gone.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Retired {
    /// The version that it went in.
    #[serde(rename = "in")]
    pub version: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    /// What stands in its place in this edition, and is there. A task's answers move to it.
    pub replaced_by: Option<String>,
}

/// A row of `files`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ListedFile")]
pub struct File {
    pub path: String,
    /// 64 hexadecimal digits.
    pub sha256: String,
    pub bytes: u64,
    pub media_type: String,
    /// `core` or `media`.
    pub pack: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

/// A page's words in one language.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PageFile {
    /// `andrum-bundle/1`.
    pub format: String,
    pub id: String,
    /// The folder's name.
    pub language: String,
    /// BCP 47.
    pub tag: String,
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// A module's outcomes by id.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub outcomes: BTreeMap<String, String>,
    /// Where its claims come from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    pub blocks: Vec<Block>,
    pub footnotes: BTreeMap<String, Vec<Block>>,
    /// Sanitised HTML of the same. Links to pages are `andrum:<id>` and `andrum:<id>#<anchor>`, files are the bundle's paths.
    pub html: String,
    /// The same as plain words, a blank line between blocks.
    pub text: String,
}

/// A block. An app that meets a `type` it does not know shows the page's HTML or text instead.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Block {
    Paragraph {
        text: Vec<Run>,
    },
    Heading {
        level: u8,
        id: String,
        text: Vec<Run>,
    },
    List {
        ordered: bool,
        /// The first number, where it is not 1.
        #[serde(skip_serializing_if = "Option::is_none")]
        start: Option<u64>,
        items: Vec<Vec<Block>>,
        /// For a list to tick off: which items are ticked.
        #[serde(skip_serializing_if = "Option::is_none")]
        checked: Option<Vec<bool>>,
    },
    Table {
        /// `left`, `center`, `right` or null by column.
        align: Vec<Option<String>>,
        head: Vec<Vec<Run>>,
        rows: Vec<Vec<Vec<Run>>>,
    },
    Quote {
        blocks: Vec<Block>,
    },
    Code {
        language: Option<String>,
        text: String,
    },
    Rule {},
    Callout {
        /// `note`, `tip`, `important`, `warning` or `caution`.
        tone: String,
        blocks: Vec<Block>,
    },
    Image {
        file: String,
        alt: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        width: Option<u32>,
        #[serde(skip_serializing_if = "Option::is_none")]
        height: Option<u32>,
    },
    Audio {
        file: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        seconds: Option<u32>,
        transcript: Vec<Block>,
    },
    Video {
        file: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        poster: Option<String>,
        captions: Vec<Captions>,
        #[serde(skip_serializing_if = "Option::is_none")]
        seconds: Option<u32>,
        transcript: Vec<Block>,
    },
    /// An exercise that has a page of its own.
    Exercise {
        page: String,
    },
    /// A questionnaire, by its id in the manifest.
    Instrument {
        instrument: String,
    },
    /// A paced pattern; times in seconds.
    Breathing {
        id: String,
        #[serde(skip_serializing_if = "String::is_empty")]
        title: String,
        #[serde(rename = "in")]
        inhale: u32,
        hold: u32,
        #[serde(rename = "out")]
        exhale: u32,
        rest: u32,
        rounds: u32,
        steps: Vec<Vec<Block>>,
        blocks: Vec<Block>,
    },
    /// A body exercise.
    Body {
        id: String,
        title: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        minutes: Option<u32>,
        steps: Vec<Vec<Block>>,
        blocks: Vec<Block>,
    },
    /// A task's words; its structure stands in the manifest.
    Task(Box<Task>),
    /// A part of a session or pathway.
    Phase {
        title: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        minutes: Option<u32>,
        /// `broken-off`, or null.
        when: Option<String>,
        blocks: Vec<Block>,
    },
    Checklist {
        title: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        minutes: Option<u32>,
        /// `broken-off`, or null.
        when: Option<String>,
        items: Vec<Vec<Block>>,
        blocks: Vec<Block>,
    },
    Criteria {
        /// `inclusion` or `exclusion`.
        of: String,
        title: String,
        items: Vec<Vec<Block>>,
        blocks: Vec<Block>,
    },
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Captions {
    pub tag: String,
    pub file: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Task {
    /// The task's id in the manifest.
    pub task: String,
    pub title: String,
    pub blocks: Vec<Block>,
    /// A scale's words by number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anchors: Option<BTreeMap<String, String>>,
    /// A choice's words by option.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub options: Option<BTreeMap<String, String>>,
    /// A worksheet's heads by column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub columns: Option<BTreeMap<String, String>>,
    /// Empty rows a worksheet begins with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rows: Option<u32>,
    /// A worksheet's example rows, cell by cell in the order of the columns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<Vec<String>>,
    /// A check-in's tasks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tasks: Option<Vec<Task>>,
    /// A quiz's questions in reading order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub questions: Option<Vec<Question>>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Question {
    pub id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    pub text: Vec<Run>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<Block>,
    /// Whether several options are right.
    pub many: bool,
    pub options: Vec<QuizOption>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct QuizOption {
    pub id: String,
    pub text: Vec<Run>,
    pub right: bool,
    pub feedback: Vec<Block>,
}

/// A run of inline text: words, code, a line break or a footnote's mark.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Run {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// `emphasis`, `strong`, `strike`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
    /// The BCP 47 tag of words in another language than the page's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    #[serde(rename = "break", skip_serializing_if = "Option::is_none")]
    pub line_break: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub footnote: Option<String>,
}

/// Where a run leads: a page, an anchor or task on it, a file of the bundle, or an address elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Link {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub task: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// Either file of the format: what `andrum schema bundle` describes.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
#[allow(clippy::large_enum_variant, reason = "never made: it only names the two files for the schema")]
pub enum BundleFile {
    Manifest(Manifest),
    Page(PageFile),
}
