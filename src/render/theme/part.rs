//! The parts of a theme: what readers see, what authors and the clinic see, and what a course wears. Each has its templates, and the
//! words that they and the program ask for.

/// A part of a theme: its templates, and the words that they and the program ask for.
pub struct Part {
    /// `i18n/<language>/<words>.ftl`
    pub words: &'static str,
    /// The folder of its templates in the theme; assets there stand before those of the whole theme.
    pub folder: &'static str,
    /// Whether the templates and words of the whole theme are there beneath its own.
    pub layered: bool,
    /// The templates that it must have.
    pub templates: &'static [&'static str],
    pub asked: &'static [&'static str],
    /// How words begin whose names are put together.
    pub asked_by_name: &'static [&'static str],
    /// Whose words stand in for a language that has none of this part's.
    pub stand_in: Option<&'static str>,
}

impl Part {
    /// Whether it is the theme whole, and no part that wears it.
    pub fn is_whole(&self) -> bool {
        self.folder.is_empty()
    }
}

/// The pages that readers see.
pub const SITE: Part = Part {
    words: "site",
    folder: "",
    layered: false,
    templates: &[
        "page.html",
        "home.html",
        "answers.html",
        "search.html",
        "offline.html",
        "print.html",
        "choose.html",
        "versions.html",
        "moved.html",
        "not-found.html",
    ],
    asked: ASKED,
    asked_by_name: &["kind-"],
    stand_in: None,
};

/// The page that authors and the clinic see. A language that is added for readers need not have its words.
pub const STATUS: Part = Part {
    words: "status",
    folder: "status/",
    layered: false,
    templates: &["status.html"],
    asked: ASKED_FOR_STATUS,
    asked_by_name: &[],
    stand_in: Some("en"),
};

/// What an LMS shows: the site's pages in a frame of their own, and beside them the course's record and its trainers' guide.
pub const COURSE: Part = Part {
    words: "course",
    folder: "course/",
    layered: true,
    templates: &["frame.html", "record.html", "certificate.html", "guide.html"],
    asked: &[
        "course-hours",
        "course-pass",
        "course-tries",
        "course-valid-months",
        "course-valid-weeks",
        "course-valid-years",
    ],
    asked_by_name: &[],
    stand_in: None,
};

/// Words that the program itself asks for, beside those of the templates.
const ASKED: &[&str] = &[
    "answers",
    "breathe-hold",
    "breathe-in",
    "breathe-out",
    "breathe-rest",
    "breathe-rounds",
    "callout-caution",
    "callout-important",
    "callout-note",
    "callout-tip",
    "callout-warning",
    "captions",
    "checkin",
    "checklist",
    "choice",
    "choose-language",
    "choose-one",
    "choose-several",
    "done",
    "every-day",
    "every-days",
    "every-login",
    "every-months",
    "every-times-a-week",
    "every-week",
    "every-weeks",
    "exclusion",
    "exercise",
    "footnote-back",
    "footnotes",
    "homework",
    "inclusion",
    "instrument",
    "language-name",
    "minutes",
    "not-found",
    "not-found-more",
    "offline",
    "phase",
    "print",
    "quiz",
    "quiz-pass",
    "reflection",
    "right-answer",
    "scale",
    "search",
    "share-private",
    "share-therapist",
    "show-feedback",
    "table",
    "transcript",
    "undecided",
    "unit-chapter",
    "unit-module",
    "unit-section",
    "unit-week",
    "unread",
    "whats-new",
    "when-broken-off",
    "worksheet",
    "wrong-answer",
    "your-answer",
    "your-note",
];

/// Words of the status page whose names its templates put together.
const ASKED_FOR_STATUS: &[&str] = &[
    "approval-missing",
    "approval-valid",
    "approval-void",
    "count-current",
    "count-draft",
    "count-missing",
    "count-source",
    "count-stale",
    "count-unaccepted",
    "count-unmarked",
    "kind-exercise",
    "kind-fragment",
    "kind-module",
    "kind-page",
    "kind-pathway",
    "kind-plan",
    "kind-reflection",
    "kind-session",
    "kind-theme",
    "load-over",
    "load-under",
    "load-within",
    "meaning-current",
    "meaning-draft",
    "meaning-missing",
    "meaning-source",
    "meaning-stale",
    "meaning-unaccepted",
    "meaning-unmarked",
    "one-exercise",
    "one-fragment",
    "one-module",
    "one-page",
    "one-pathway",
    "one-plan",
    "one-reflection",
    "one-session",
    "one-theme",
    "state-current",
    "state-draft",
    "state-missing",
    "state-source",
    "state-stale",
    "state-unaccepted",
    "state-unmarked",
    "unit-chapter",
    "unit-module",
    "unit-section",
    "unit-week",
];
