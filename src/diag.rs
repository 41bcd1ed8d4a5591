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
    ($($variant:ident $name:literal $level:ident $release:ident,)*) => {
        /// A lint, by its name in words. Names last: they stand in authors' files and in others' programs.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Lint { $($variant,)* }

        impl Lint {
            /// Every lint, in the order of the manual.
            pub const ALL: &'static [Lint] = &[$(Lint::$variant,)*];

            pub fn name(self) -> &'static str {
                match self { $(Lint::$variant => $name,)* }
            }

            /// The level while writing, or at release.
            pub fn level(self, release: bool) -> Level {
                match self { $(Lint::$variant => if release { Level::$release } else { Level::$level },)* }
            }
        }
    };
}

lints! {
    // Form
    YamlSyntax          "yaml-syntax"          Error   Error,
    UnknownKey          "unknown-key"          Error   Error,
    MissingKey          "missing-key"          Error   Error,
    WrongType           "wrong-type"           Error   Error,
    OutOfRange          "out-of-range"         Error   Error,
    DuplicateKey        "duplicate-key"        Error   Error,
    NotUtf8             "not-utf8"             Error   Error,
    PathNotNfc          "path-not-nfc"         Error   Error,
    UnknownBlock        "unknown-block"        Error   Error,
    UnknownAttribute    "unknown-attribute"    Error   Error,
    MissingShare        "missing-share"        Error   Error,
    UnclosedBlock       "unclosed-block"       Error   Error,
    BlockInQuote        "block-in-quote"       Error   Error,
    RawHtml             "raw-html"             Error   Error,
    UnsafeSvg           "unsafe-svg"           Error   Error,
    UnsafeScheme        "unsafe-scheme"        Error   Error,
    UnknownFact         "unknown-fact"         Error   Error,
    UnknownInstrument   "unknown-instrument"   Error   Error,
    // Ids and contract
    DuplicateId         "duplicate-id"         Error   Error,
    MissingId           "missing-id"           Error   Error,
    MalformedId         "malformed-id"         Error   Error,
    // Languages
    MissingTranslation  "missing-translation"  Warning Error,
    DifferentStructure  "different-structure"  Error   Error,
    MissingWord         "missing-word"         Error   Error,
    UnusedWord          "unused-word"          Warning Warning,
    // Links and media
    BrokenLink          "broken-link"          Error   Error,
    BrokenAnchor        "broken-anchor"        Error   Error,
    AudienceLeak        "audience-leak"        Error   Error,
    MissingAlt          "missing-alt"          Error   Error,
    ExternalResource    "external-resource"    Error   Error,
    // Theme
    Template            "template"             Error   Error,
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
        self.diagnostics.iter().any(|found| found.lint.level(release) == Level::Error)
    }
}
