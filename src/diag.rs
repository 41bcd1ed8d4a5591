//! What a phase has to say about the content: one type of diagnostic, and the names of all lints.
//!
//! A diagnostic carries no prose. It names a Fluent message and its arguments; `host` words it in the author's language.

use crate::source::Place;

/// How much a fault weighs. An error stops a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    Warning,
    Error,
}

impl Level {
    pub fn name(self) -> &'static str {
        match self {
            Level::Warning => "warning",
            Level::Error => "error",
        }
    }
}

macro_rules! lints {
    ($($variant:ident $name:literal $level:ident $release:ident $hold:ident,)*) => {
        /// A lint, by its name in words. Names last: they stand in authors' files and in others' programs.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Lint { $($variant,)* }

        impl Lint {
            /// Every lint, in the order of the manual.
            pub const ALL: &'static [Lint] = &[$(Lint::$variant,)*];

            pub fn name(self) -> &'static str {
                match self { $(Lint::$variant => $name,)* }
            }

            /// The level while writing, or at release; `None` where it says nothing.
            pub fn level(self, release: bool) -> Option<Level> {
                match self {
                    $(Lint::$variant => if release { level!($release) } else { level!($level) },)*
                }
            }

            /// Whether an author may allow it at one place, with a reason. What others' lives, answers or programs hang on
            /// is never allowed; what is a judgement may be.
            pub fn may_be_allowed(self) -> bool {
                match self { $(Lint::$variant => hold!($hold),)* }
            }
        }
    };
}

macro_rules! level {
    (Silent) => {
        None
    };
    ($level:ident) => {
        Some(Level::$level)
    };
}

macro_rules! hold {
    (Firm) => {
        false
    };
    (Soft) => {
        true
    };
}

// Name, level while writing, level at release, and whether one place may be allowed (Soft) or not (Firm).
lints! {
    // Form
    YamlSyntax             "yaml-syntax"              Error    Error    Firm,
    UnknownKey             "unknown-key"              Error    Error    Firm,
    MissingKey             "missing-key"              Error    Error    Firm,
    WrongType              "wrong-type"               Error    Error    Firm,
    OutOfRange             "out-of-range"             Error    Error    Firm,
    DuplicateKey           "duplicate-key"            Error    Error    Firm,
    NotUtf8                "not-utf8"                 Error    Error    Firm,
    PathNotNfc             "path-not-nfc"             Error    Error    Firm,
    UnknownBlock           "unknown-block"            Error    Error    Firm,
    UnknownAttribute       "unknown-attribute"        Error    Error    Firm,
    MissingShare           "missing-share"            Error    Error    Firm,
    UnclosedBlock          "unclosed-block"           Error    Error    Firm,
    BlockInQuote           "block-in-quote"           Error    Error    Firm,
    RawHtml                "raw-html"                 Error    Error    Firm,
    UnsafeSvg              "unsafe-svg"               Error    Error    Firm,
    UnsafeScheme           "unsafe-scheme"            Error    Error    Firm,
    UnknownFact            "unknown-fact"             Error    Error    Firm,
    UnknownInstrument      "unknown-instrument"       Error    Error    Firm,
    UnknownName            "unknown-name"             Error    Error    Firm,
    MalformedAllow         "malformed-allow"          Error    Error    Firm,
    UnusedAllow            "unused-allow"             Warning  Warning  Firm,
    // Ids and contract
    DuplicateId            "duplicate-id"             Error    Error    Firm,
    MissingId              "missing-id"               Error    Error    Firm,
    MalformedId            "malformed-id"             Error    Error    Firm,
    RemovedId              "removed-id"               Error    Error    Firm,
    ChangedKind            "changed-kind"             Error    Error    Firm,
    ChangedAnswer          "changed-answer"           Error    Error    Firm,
    SharedLater            "shared-later"             Error    Error    Firm,
    // Languages
    MissingTranslation     "missing-translation"      Warning  Error    Firm,
    StaleTranslation       "stale-translation"        Warning  Error    Firm,
    TranslationUnmarked    "translation-unmarked"     Warning  Warning  Firm,
    TranslationCircle      "translation-circle"       Error    Error    Firm,
    DifferentStructure     "different-structure"      Error    Error    Firm,
    OtherLanguage          "other-language"           Warning  Warning  Soft,
    MissingWord            "missing-word"             Error    Error    Firm,
    UnusedWord             "unused-word"              Warning  Warning  Firm,
    WordVariables          "word-variables"           Error    Error    Firm,
    // Links and media
    BrokenLink             "broken-link"              Error    Error    Firm,
    BrokenAnchor           "broken-anchor"            Error    Error    Firm,
    AudienceLeak           "audience-leak"            Error    Error    Firm,
    MissingAlt             "missing-alt"              Error    Error    Firm,
    MissingCaptions        "missing-captions"         Warning  Error    Soft,
    MissingTranscript      "missing-transcript"       Warning  Error    Soft,
    MediaBudget            "media-budget"             Warning  Warning  Soft,
    ExternalResource       "external-resource"        Error    Error    Firm,
    LinkToDraft            "link-to-draft"            Error    Error    Firm,
    // Care
    MissingUnit            "missing-unit"             Error    Error    Firm,
    UnwrittenUnit          "unwritten-unit"           Silent   Error    Firm,
    DuplicateUnit          "duplicate-unit"           Error    Error    Firm,
    UnitLoad               "unit-load"                Warning  Warning  Soft,
    BreathingLength        "breathing-length"         Warning  Warning  Soft,
    PhaseMinutes           "phase-minutes"            Warning  Warning  Soft,
    UnsharedTask           "unshared-task"            Warning  Warning  Soft,
    InstrumentRater        "instrument-rater"         Warning  Warning  Soft,
    MissingPage            "missing-page"             Warning  Error    Firm,
    EmergencyCountry       "emergency-country"        Error    Error    Soft,
    ReviewOverdue          "review-overdue"           Warning  Error    Firm,
    Undecided              "undecided"                Silent   Error    Firm,
    Governance             "governance"               Silent   Error    Firm,
    ApprovalMissing        "approval-missing"         Silent   Error    Firm,
    ApprovalVoid           "approval-void"            Silent   Error    Firm,
    // Words
    Lix                    "lix"                      Warning  Warning  Soft,
    VagueLink              "vague-link"               Warning  Warning  Soft,
    HeadingJump            "heading-jump"             Error    Error    Soft,
    AvoidedTerm            "avoided-term"             Warning  Warning  Soft,
    NearDuplicate          "near-duplicate"           Warning  Warning  Soft,
    Typography             "typography"               Warning  Warning  Soft,
    PersonalNumber         "personal-number"          Error    Error    Soft,
    // Course
    NoRightAnswer          "no-right-answer"          Error    Error    Firm,
    UntestedOutcome        "untested-outcome"         Warning  Warning  Soft,
    QuestionWithoutOutcome "question-without-outcome" Warning  Warning  Soft,
    CourseSize             "course-size"              Error    Error    Firm,
    // Theme
    Template               "template"                 Error    Error    Firm,
}

impl Lint {
    pub fn named(name: &str) -> Option<Lint> {
        Lint::ALL.iter().copied().find(|lint| lint.name() == name)
    }
}

/// A Fluent message and its arguments. Its key is the lint's name, or that name with a variant behind it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Message {
    pub key: &'static str,
    pub args: Vec<(&'static str, String)>,
}

/// `message!("broken-link", target = id)`: a Fluent message with its arguments.
#[macro_export]
macro_rules! message {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::diag::Message { key: $key, args: vec![$((stringify!($name), $value.to_string())),*] }
    };
}

/// A second place that explains the first: the twin, the opener, the other holder of an id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label {
    pub place: Place,
    pub message: Message,
}

/// Replacements that mend a fault without changing what the author means.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fix {
    pub edits: Vec<(Place, String)>,
}

/// One fault: what, where, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    pub place: Place,
    pub lint: Lint,
    pub message: Message,
    pub related: Vec<Label>,
    pub help: Vec<Message>,
    pub fix: Option<Fix>,
}

impl Diagnostic {
    pub fn new(lint: Lint, place: Place, message: Message) -> Diagnostic {
        Diagnostic { place, lint, message, related: Vec::new(), help: Vec::new(), fix: None }
    }

    pub fn related(mut self, place: Place, message: Message) -> Diagnostic {
        self.related.push(Label { place, message });
        self
    }

    pub fn help(mut self, message: Message) -> Diagnostic {
        self.help.push(message);
        self
    }

    /// Adds the nearest of `known` to what was written, as help and, where `mend` says so, as a fix of the place.
    pub fn nearest<'a>(
        mut self,
        written: &str,
        known: impl IntoIterator<Item = &'a str>,
        mend: bool,
    ) -> Diagnostic {
        if let Some(nearest) = nearest(written, known) {
            self.help.push(message!("did-you-mean", nearest = nearest));
            if mend {
                self.fix = Some(Fix { edits: vec![(self.place.clone(), nearest.into())] });
            }
        }
        self
    }
}

/// The known name most like the one written, if any is near enough to be meant.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|name| (strsim::jaro_winkler(written, name), name))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)))
        .map(|(_, name)| name)
}

/// A phase's result together with everything it found; a phase never stops at the first fault.
#[derive(Clone, Debug, Default)]
pub struct Outcome<T> {
    pub value: T,
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Outcome<T> {
    pub fn has_errors(&self, release: bool) -> bool {
        self.diagnostics.iter().any(|found| found.lint.level(release) == Some(Level::Error))
    }
}
