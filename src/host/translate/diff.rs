//! What has changed in a source since a translation was made from it: word by word, beside the place in the translation
//! that is to follow.

use std::io::IsTerminal;
use std::path::Path;

use super::earlier::{self, Earlier, Source, Text};
use crate::diag::{Diagnostic, Lint};
use crate::host::cli::{Common, End, print};
use crate::host::project::Project;
use crate::message;
use crate::model::Programme;
use crate::model::changes::{Change, Words, twins, words};
use crate::model::meaning::{self, Piece};
use crate::model::page::{Page, Translation};
use crate::model::translation::{State, source, state};
use crate::source::{Lines, Place, Tree};

pub fn run(common: &Common, project: &Project, name: &str, lang: Option<&str>) -> Result<(), End> {
    let page = project.pages_named(&[name.to_string()])?[0];
    let asked = lang.map(|code| project.language_named(code)).transpose()?;
    let made = page.present().filter(|(_, text)| text.made_from().is_some());
    let languages: Vec<usize> = match asked {
        Some(language) => vec![language],
        None => made.map(|(language, _)| language).collect(),
    };
    let view = View { project, page, color: common.colored(std::io::stdout().is_terminal()) };
    if languages.is_empty() {
        return print(&(project.say(&message!("translate-none", id = page.id)) + "\n"));
    }
    let parts: Vec<String> = languages.into_iter().map(|language| view.translation(language)).collect();
    print(&parts.join("\n"))
}

struct View<'a> {
    project: &'a Project,
    page: &'a Page,
    color: bool,
}

impl View<'_> {
    fn translation(&self, language: usize) -> String {
        let Project { programme, root, .. } = self.project;
        let code = &programme.project.languages[language].code;
        let state = state(programme, self.page, language);
        let stands = message!("translate-state", id = self.page.id, language = code, state = state.name());
        let head = self.bold(&self.project.say(&stands)) + "\n";
        let Some(twin) = self.page.in_language(language) else { return head };
        let (Some(made), Some(source)) = (twin.made_from(), source(programme, self.page, language)) else {
            return head;
        };
        let at = match made.at {
            Some(at) if state == State::Stale => at.value,
            None => return head + &self.structure(source, twin),
            Some(_) => return head,
        };
        let unseen = match earlier::find(root, programme, (source, self.bytes(source)), twin, &at) {
            Earlier::Found(earlier) => return head + &self.changes(&earlier, source, twin),
            Earlier::NotThere => message!("translate-not-there", file = source.path, hash = at),
            Earlier::NoHistory => message!("translate-no-history", file = source.path),
        };
        head + &self.project.say(&unseen) + "\n" + &self.structure(source, twin)
    }

    /// Each piece of the source that has changed, with its words, and the piece of the translation that is to follow.
    fn changes(&self, earlier: &Source, source: &Translation, twin: &Translation) -> String {
        let theirs = Text::of(&self.project.programme, twin, self.bytes(twin));
        let Source { date, commit, was, is, changes } = earlier;
        let short = commit.get(..9).unwrap_or(commit);
        let since = message!("translate-since", file = source.path, date = date, commit = short);
        let mut text = self.project.say(&since) + "\n";
        let pairs = twins(&was.pieces, &theirs.pieces);
        for Change { was: old, is: new, behind } in changes {
            // What is gone stood where the next piece stands now.
            let here = new.unwrap_or(behind.1.min(is.pieces.len().saturating_sub(1)));
            text += &format!("\n{}\n", self.bold(&self.place(source, &is.pieces, here)));
            let before = old.map_or("", |old| was.version().lines(old));
            let now = new.map_or("", |new| is.version().lines(new));
            text += &format!("  {}\n", self.marked(&words(before, now)));
            // A new piece follows the twin of the one above it.
            let above = old.or(behind.0.checked_sub(1)).and_then(|old| twin_above(&pairs, old));
            let Some(at) = above else { continue };
            let place = self.place(twin, &theirs.pieces, at);
            let follow = match old {
                Some(_) => message!("translate-there", place = place),
                None => message!("translate-after", place = place),
            };
            text += &format!("  {}\n", self.project.say(&follow));
            let lines = theirs.version().lines(at).split_whitespace().collect::<Vec<_>>().join(" ");
            text += &format!("  {}\n", self.dim(&lines));
        }
        text
    }

    /// Without an earlier version: the pieces that one language has and the other lacks.
    fn structure(&self, source: &Translation, twin: &Translation) -> String {
        let Project { programme, .. } = self.project;
        let [ours, theirs] = [source, twin].map(|page| meaning::pieces(programme, page));
        let mut text = String::new();
        for (page, pieces, other) in [(source, &ours, &theirs), (twin, &theirs, &ours)] {
            for (at, pair) in twins(pieces, other).into_iter().enumerate() {
                // A key that is left out is no piece that the other lacks.
                let there = pieces[at].span.start < pieces[at].span.end;
                if pair.is_none() && there {
                    let place = self.place(page, pieces, at);
                    let alone = message!("translate-alone", place = place, what = pieces[at].what);
                    text += &(self.project.say(&alone) + "\n");
                }
            }
        }
        match text.is_empty() {
            true => self.project.say(&message!("translate-same-blocks")) + "\n",
            false => text,
        }
    }

    /// `content/no/a.md:12`
    fn place(&self, page: &Translation, pieces: &[Piece], at: usize) -> String {
        let text = crate::syntax::text(self.bytes(page));
        let line = pieces.get(at).map_or(1, |piece| Lines::new(&text).line(piece.span.start));
        format!("{}:{line}", page.path)
    }

    fn bytes(&self, page: &Translation) -> &[u8] {
        self.project.tree.bytes(page.path.as_str()).unwrap_or_default()
    }

    fn marked(&self, words: &[Words]) -> String {
        let mark = |words: &Words| match (words, self.color) {
            (Words::Same(text), _) => text.clone(),
            (Words::Gone(text), false) => format!("[-{text}-]"),
            (Words::New(text), false) => format!("{{+{text}+}}"),
            (Words::Gone(text), true) => format!("\u{1b}[31;9m{text}\u{1b}[0m"),
            (Words::New(text), true) => format!("\u{1b}[32m{text}\u{1b}[0m"),
        };
        words.iter().map(mark).collect::<Vec<_>>().join(" ")
    }

    fn bold(&self, text: &str) -> String {
        if self.color { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.into() }
    }

    fn dim(&self, text: &str) -> String {
        if self.color { format!("\u{1b}[2m{text}\u{1b}[0m") } else { text.into() }
    }
}

/// The twin of a piece, or of the nearest piece above it that has one.
fn twin_above(pairs: &[Option<usize>], at: usize) -> Option<usize> {
    pairs.get(..=at)?.iter().rev().find_map(|twin| *twin)
}

/// As many stale translations are looked up in git before `check` leaves that to `translate diff`.
const LOOKED_UP: usize = 24;
/// As many paragraphs are shown with one.
const SHOWN: usize = 4;

/// Adds to each stale translation the paragraphs of its source that have changed, where git knows what they were.
pub fn say_what_changed(root: &Path, programme: &Programme, tree: &Tree, found: &mut [Diagnostic]) {
    let stale = found.iter_mut().filter(|fault| fault.lint == Lint::StaleTranslation).take(LOOKED_UP);
    for fault in stale {
        let page =
            programme.everything().find(|page| page.present().any(|(_, text)| text.path == fault.place.path));
        let Some(page) = page else { continue };
        let twin = page.present().find(|(_, text)| text.path == fault.place.path);
        let Some((language, text)) = twin else { continue };
        let Some(at) = text.made_from().and_then(|made| made.at) else { continue };
        let Some(source) = source(programme, page, language) else { continue };
        let bytes = tree.bytes(source.path.as_str()).unwrap_or_default();
        let Earlier::Found(earlier) = earlier::find(root, programme, (source, bytes), text, &at.value) else {
            continue;
        };
        let spans =
            earlier.changes.iter().filter_map(|change| change.is).map(|at| earlier.is.pieces[at].span);
        let mut places: Vec<Place> =
            spans.filter(|span| span.start < span.end).map(|span| span.within(&source.path)).collect();
        places.truncate(SHOWN);
        if !places.is_empty() {
            fault.related = places
                .into_iter()
                .map(|place| crate::diag::Label { place, message: message!("changed-here") })
                .collect();
        }
    }
}
