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
    /// Which programme, and which version of it.
    pub programme: Programme,
    /// The edition's name.
    pub edition: String,
    /// The site whose readers the edition is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<Site>,
    /// Of the source commit, ISO 8601, UTC.
    pub created: String,
    /// What it was built from.
    pub source: Source,
    /// In the order that the programme names them.
    pub languages: Vec<Language>,
    /// `programme.yaml`'s schedule, whole.
    pub schedule: Json,
    /// Questionnaires by id. Their questions are licensed and not here.
    pub instruments: BTreeMap<String, Instrument>,
    /// Page ids in reading order.
    pub page_order: Vec<String>,
    /// The course, week by week.
    pub units: Vec<Unit>,
    /// Every page by id.
    pub pages: BTreeMap<String, Page>,
    /// Every task by id: what apps rely on, the same in every language.
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
    /// As it is written, with its spaces.
    pub number: String,
    /// When to call it, by language.
    #[serde(rename = "for")]
    pub occasion: BTreeMap<String, String>,
}

/// A programme in one version.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Programme {
    /// The same in every version and edition.
    pub id: String,
    /// `1.4.0`; one that ends in `-dev` is being worked on.
    pub version: String,
    /// By language.
    pub title: BTreeMap<String, String>,
}

/// A place where the programme runs.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Site {
    /// As `programme.yaml` names it.
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

/// What a bundle was built from.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Source {
    /// The commit it was built from; null without git.
    pub commit: Option<String>,
    /// Set where files differed from the commit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dirty: Option<bool>,
}

/// A language, and what it lacks.
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

/// A questionnaire, by name alone.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Instrument {
    /// As its owners write it.
    pub name: String,
    /// `self` or `clinician`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rater: Option<String>,
}

/// A week, module, chapter or section.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Unit {
    /// From 1; units may be lacking.
    pub number: u32,
    /// The page that opens it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// Ids in reading order.
    pub pages: Vec<String>,
    /// Ids in reading order, those inside a check-in behind it.
    pub tasks: Vec<String>,
    /// The sum of its pages' minutes, without repeats.
    pub minutes: u32,
}

/// A page's facts, the same in every language.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Page {
    /// `theme`, `reflection`, `exercise`, `session`, `module`, `page`, `pathway` or `plan`.
    pub kind: String,
    /// The number of its unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<u32>,
    /// Whom it is for: `patient`, `therapist` …
    pub audience: Vec<String>,
    /// The date (UTC) of the newest commit that touched any of its files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<String>,
    /// The version it was first released in; the coming one for a new page.
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
    /// Its path in the ZIP, with `/`; each once.
    pub path: String,
    /// 64 hexadecimal digits.
    pub sha256: String,
    /// Its size.
    pub bytes: u64,
    /// `application/json`, `image/svg+xml` …
    pub media_type: String,
    /// `core` or `media`.
    pub pack: String,
    /// The folder's name of the language that a page file is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

/// A page's words in one language.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PageFile {
    /// `andrum-bundle/1`.
    pub format: String,
    /// The page's id in the manifest.
    pub id: String,
    /// The folder's name.
    pub language: String,
    /// BCP 47.
    pub tag: String,
    /// Plain words, not repeated in `blocks`.
    pub title: String,
    /// Plain words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// How long it takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// A module's outcomes by id.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub outcomes: BTreeMap<String, String>,
    /// Where its claims come from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// What it says.
    pub blocks: Vec<Block>,
    /// By the label that runs name.
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
    /// Running text.
    Paragraph {
        /// Its words.
        text: Vec<Run>,
    },
    /// A heading; the page's title is the first level.
    Heading {
        /// From 2 to 6.
        level: u8,
        /// What links to it name.
        id: String,
        /// Its words.
        text: Vec<Run>,
    },
    /// A list.
    List {
        /// Whether its items are numbered.
        ordered: bool,
        /// The first number, where it is not 1.
        #[serde(skip_serializing_if = "Option::is_none")]
        start: Option<u64>,
        /// Each a list of blocks.
        items: Vec<Vec<Block>>,
        /// For a list to tick off: which items are ticked.
        #[serde(skip_serializing_if = "Option::is_none")]
        checked: Option<Vec<bool>>,
    },
    /// A table.
    Table {
        /// `left`, `center`, `right` or null by column.
        align: Vec<Option<String>>,
        /// A cell for each column.
        head: Vec<Vec<Run>>,
        /// Cell by cell.
        rows: Vec<Vec<Vec<Run>>>,
    },
    /// Words of someone else.
    Quote {
        /// What is quoted.
        blocks: Vec<Block>,
    },
    /// Words of a program, line by line.
    Code {
        /// The programming language, or null.
        language: Option<String>,
        /// As they stand.
        text: String,
    },
    /// A line between two parts.
    Rule {},
    /// Words that are set apart.
    Callout {
        /// `note`, `tip`, `important`, `warning` or `caution`.
        tone: String,
        /// What they say.
        blocks: Vec<Block>,
    },
    /// A picture.
    Image {
        /// Its path.
        file: String,
        /// What it shows; empty where it is decoration.
        alt: String,
        /// In pixels.
        #[serde(skip_serializing_if = "Option::is_none")]
        width: Option<u32>,
        /// In pixels.
        #[serde(skip_serializing_if = "Option::is_none")]
        height: Option<u32>,
    },
    /// A recording.
    Audio {
        /// Its path.
        file: String,
        /// How long it is.
        #[serde(skip_serializing_if = "Option::is_none")]
        seconds: Option<u32>,
        /// The same to read.
        transcript: Vec<Block>,
    },
    /// A film.
    Video {
        /// Its path.
        file: String,
        /// A picture to show before it plays, by its path.
        #[serde(skip_serializing_if = "Option::is_none")]
        poster: Option<String>,
        /// Its words as they are said.
        captions: Vec<Captions>,
        /// How long it is.
        #[serde(skip_serializing_if = "Option::is_none")]
        seconds: Option<u32>,
        /// The same to read.
        transcript: Vec<Block>,
    },
    /// An exercise that has a page of its own.
    Exercise {
        /// That page's id.
        page: String,
    },
    /// A questionnaire, by its id in the manifest.
    Instrument {
        /// Its id.
        instrument: String,
    },
    /// A paced pattern; times in seconds.
    Breathing {
        /// The pattern's id.
        id: String,
        /// Plain words.
        #[serde(skip_serializing_if = "String::is_empty")]
        title: String,
        /// Breathing in.
        #[serde(rename = "in")]
        inhale: u32,
        /// Holding, 0 for not at all.
        hold: u32,
        /// Breathing out.
        #[serde(rename = "out")]
        exhale: u32,
        /// Waiting, 0 for not at all.
        rest: u32,
        /// How many times.
        rounds: u32,
        /// What to do, each a list of blocks.
        steps: Vec<Vec<Block>>,
        /// What is said besides.
        blocks: Vec<Block>,
    },
    /// A body exercise.
    Body {
        /// The exercise's id.
        id: String,
        /// Plain words.
        title: String,
        /// How long it takes.
        #[serde(skip_serializing_if = "Option::is_none")]
        minutes: Option<u32>,
        /// What to do, each a list of blocks.
        steps: Vec<Vec<Block>>,
        /// What is said besides.
        blocks: Vec<Block>,
    },
    /// A task's words; its structure stands in the manifest.
    Task(Box<Task>),
    /// A part of a session or pathway.
    Phase {
        /// Plain words.
        title: String,
        /// How long it takes.
        #[serde(skip_serializing_if = "Option::is_none")]
        minutes: Option<u32>,
        /// `broken-off`, or null.
        when: Option<String>,
        /// What is said and done.
        blocks: Vec<Block>,
    },
    /// Things to go through.
    Checklist {
        /// Plain words.
        title: String,
        /// How long it takes.
        #[serde(skip_serializing_if = "Option::is_none")]
        minutes: Option<u32>,
        /// `broken-off`, or null.
        when: Option<String>,
        /// Each a list of blocks.
        items: Vec<Vec<Block>>,
        /// What is said besides.
        blocks: Vec<Block>,
    },
    /// Whom the programme is for, or is not for.
    Criteria {
        /// `inclusion` or `exclusion`.
        of: String,
        /// Plain words.
        title: String,
        /// Each a list of blocks.
        items: Vec<Vec<Block>>,
        /// What is said besides.
        blocks: Vec<Block>,
    },
}

/// Captions of a film in a language.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Captions {
    /// BCP 47.
    pub tag: String,
    /// A WebVTT file by its path.
    pub file: String,
}

/// A task's words.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Task {
    /// The task's id in the manifest.
    pub task: String,
    /// Plain words.
    pub title: String,
    /// What stands around the answer.
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

/// A question of a quiz.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Question {
    /// Answers are kept under it.
    pub id: String,
    /// The outcome that it asks for, by its id in `outcomes`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// The question.
    pub text: Vec<Run>,
    /// What stands below it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<Block>,
    /// Whether several options are right.
    pub many: bool,
    /// In reading order.
    pub options: Vec<QuizOption>,
}

/// An answer to choose.
#[derive(Debug, Serialize, JsonSchema)]
pub struct QuizOption {
    /// Named within its question.
    pub id: String,
    /// What it says.
    pub text: Vec<Run>,
    /// Whether it is to be chosen.
    pub right: bool,
    /// Shown when it has been chosen.
    pub feedback: Vec<Block>,
}

/// A run of inline text: words, code, a line break or a footnote's mark.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Run {
    /// Words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Words of a program.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// `emphasis`, `strong`, `strike`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<String>,
    /// Where the words lead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
    /// The BCP 47 tag of words in another language than the page's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// A line ends here.
    #[serde(rename = "break", skip_serializing_if = "Option::is_none")]
    pub line_break: Option<bool>,
    /// The label of a footnote of the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub footnote: Option<String>,
}

/// Where a run leads: a page, an anchor or task on it, a file of the bundle, or an address elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Link {
    /// A page of this bundle.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// A heading on that page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// A task or exercise on that page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub task: Option<String>,
    /// A file of the bundle by its path.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// An address elsewhere.
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
