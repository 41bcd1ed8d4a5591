//! A page in one language to its canonical form: one line for each thing it says, white space and quote marks made alike,
//! marks of emphasis and forms of links left out.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::Filled;
use crate::model::Programme;
use crate::model::block::{Answer, Block, Kind, Question, Task};
use crate::model::link::Target;
use crate::model::page::Translation;
use crate::model::prose::{Fill, plain};
use crate::source::{Path, Span, Spanned};
use crate::syntax::ast::{Footnote, Inline, InlineKind, Link, LinkForm, Prose, ProseKind};

/// The canonical form of a page, and where each of its pieces begins.
pub struct Canonical<'a> {
    pub text: String,
    /// Noted only for those who ask: most want the hash alone.
    pub marks: Option<Vec<Mark>>,
    programme: &'a Programme,
    page: &'a str,
    path: &'a Path,
    /// What facts and fragments read as; without it they stand by their names.
    fill: Option<Filled<'a>>,
    /// How deep in lists and blocks the piece that is written stands.
    depth: usize,
    /// What a paragraph is here: `p`, or `item` inside a list.
    paragraph: &'static str,
    /// Where the next piece begins, when what introduces it has been written already.
    begun: Option<usize>,
    /// Footnotes in the order they are pointed at: their labels may be anything.
    notes: Vec<&'a str>,
    /// The footnotes of the page and of the fragments put into it.
    footnotes: Vec<&'a Footnote>,
    /// The fragments that are being put in.
    chain: Vec<&'a str>,
}

/// Where a piece begins in the canonical form, and where its words stand in the file.
pub struct Mark {
    pub at: usize,
    pub what: String,
    pub span: Span,
}

impl<'a> Canonical<'a> {
    /// With `fill` as a reader meets the page, without it as the page is written.
    pub fn of(programme: &'a Programme, page: &'a Translation, fill: Option<Filled<'a>>) -> Canonical<'a> {
        Canonical::new(programme, page, fill, None)
    }

    /// As the page is written, with the places of its pieces.
    pub fn in_pieces(programme: &'a Programme, page: &'a Translation) -> Canonical<'a> {
        Canonical::new(programme, page, None, Some(Vec::new()))
    }

    fn new(
        programme: &'a Programme,
        page: &'a Translation,
        fill: Option<Filled<'a>>,
        marks: Option<Vec<Mark>>,
    ) -> Canonical<'a> {
        let mut canonical = Canonical {
            text: String::new(),
            marks,
            programme,
            page: &page.id.value,
            path: &page.path,
            fill,
            depth: 0,
            paragraph: "p",
            begun: None,
            notes: Vec::new(),
            footnotes: page.footnotes.iter().collect(),
            chain: Vec::new(),
        };
        canonical.header(page);
        canonical.blocks(&page.blocks);
        canonical.footnotes();
        canonical
    }

    /// The header's keys; never `translated`, `approved`, `order` and dates, which say nothing to a reader.
    fn header(&mut self, page: &'a Translation) {
        let (facts, start) = (&page.facts, page.title.span.start);
        let place = |key: &str| page.place_of(key).unwrap_or(Span { start, end: start });
        let number = |number: Option<u32>| number.map_or(String::new(), |number| number.to_string());
        for (key, value) in [
            ("kind", facts.kind.name),
            ("title", &page.title.value),
            ("summary", page.summary.as_deref().unwrap_or_default()),
            ("unit", &number(facts.unit)),
            ("audience", &facts.audience.names().join(" ")),
            ("minutes", &number(facts.minutes)),
            ("contact", facts.contact.as_deref().unwrap_or_default()),
            ("always_available", if facts.always_available { "yes" } else { "" }),
        ] {
            self.piece(place(key), key, "");
            self.field(key, value);
        }
        for site in &facts.sites {
            self.piece(place("sites"), "site", "");
            self.field("site", site);
        }
        for (id, text) in &page.outcomes {
            self.piece(id.span, "outcome", &id.value);
            self.field("outcome", text);
        }
        for source in &page.sources {
            self.piece(place("sources"), "source", "");
            self.field("source", source);
        }
    }

    /// The footnotes that are pointed at, and those that these point at in turn.
    fn footnotes(&mut self) {
        let mut next = 0;
        while let Some(label) = self.notes.get(next).copied() {
            if let Some(note) = self.footnotes.iter().copied().find(|note| &*note.label == label) {
                self.begin();
                self.field("footnote", &next.to_string());
                self.prose(&note.blocks);
            }
            next += 1;
        }
    }

    fn piece(&mut self, span: Span, what: &str, id: &str) {
        let at = self.begun.take().unwrap_or(self.text.len());
        let start = self.text.len();
        self.text.push_str(what);
        if !id.is_empty() {
            self.text.push(' ');
            self.text.push_str(id);
        }
        if let Some(marks) = &mut self.marks {
            marks.push(Mark { at, what: self.text[start..].to_string(), span });
        }
        self.field("", &self.depth.to_string());
    }

    /// Lets the next piece begin here.
    fn begin(&mut self) {
        self.begun.get_or_insert(self.text.len());
    }

    fn deeper(&mut self, write: impl FnOnce(&mut Self)) {
        self.depth += 1;
        write(self);
        self.depth -= 1;
    }

    /// One line of the canonical form.
    fn field(&mut self, name: &str, words: &str) {
        self.text.push_str(name);
        self.text.push(':');
        fold(&mut self.text, words);
        self.text.push('\n');
    }

    fn blocks(&mut self, blocks: &'a [Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &'a Block) {
        let span = block.span;
        match &block.kind {
            Kind::Prose(prose) => self.prose(std::slice::from_ref(prose)),
            Kind::Task(task) => self.task(task, span),
            Kind::Breathing(part) => {
                let pattern = [part.inhale, part.hold, part.exhale, part.rest, part.rounds];
                let head = ["breathing", &part.id.value, &format!("{pattern:?}")];
                self.container(span, head, &part.title.value, &part.blocks, &part.steps);
            }
            Kind::Body(part) => {
                let head = ["body", &part.id.value, &format!("{:?}", part.minutes)];
                self.container(span, head, &part.title.value, &part.blocks, &part.steps);
            }
            Kind::Phase(part) => {
                let head = ["phase", "", &format!("{:?} {:?}", part.minutes, part.when)];
                self.container(span, head, &part.title.value, &part.blocks, &[]);
            }
            Kind::Checklist(part) => {
                let head = ["checklist", "", &format!("{:?} {:?}", part.minutes, part.when)];
                self.container(span, head, &part.title.value, &part.blocks, &part.items);
            }
            Kind::Criteria(part) => {
                self.container(span, [part.of, "", ""], &part.title.value, &part.blocks, &part.items);
            }
            Kind::Only(part) => {
                let audience = part.readers.audience.map_or(String::new(), |own| own.names().join(" "));
                let sites = part.readers.sites.iter().map(|site| format!(" at {site}"));
                let readers = sites.fold(audience, |readers, site| readers + &site);
                self.container(span, ["only", "", &readers], "", &part.blocks, &[]);
            }
            Kind::Include(id) if self.fill.is_some() => self.fragment(id),
            Kind::Include(id) => self.piece(span, "include", &id.value),
            Kind::Exercise(id) => self.piece(span, "exercise", &id.value),
            Kind::Instrument(id) => self.piece(span, "instrument", &id.value),
            Kind::Audio(audio) => {
                self.piece(span, "audio", "");
                self.file(&audio.src.value);
                self.transcript(audio.transcript.as_ref());
            }
            Kind::Video(video) => {
                self.piece(span, "video", "");
                let files = [Some(&video.src), video.captions.as_ref(), video.poster.as_ref()];
                files.into_iter().flatten().for_each(|file| self.file(&file.value));
                self.transcript(video.transcript.as_ref());
            }
        }
    }

    /// A block with a head (its name, its id, its attributes), a title, and what stands in it.
    fn container(
        &mut self,
        span: Span,
        [name, id, attributes]: [&str; 3],
        title: &str,
        blocks: &'a [Block],
        items: &'a [Vec<Prose>],
    ) {
        self.piece(span, name, id);
        self.field("attributes", attributes);
        self.field("title", title);
        self.deeper(|this| {
            this.blocks(blocks);
            for item in items {
                this.item("", item);
            }
        });
    }

    fn transcript(&mut self, id: Option<&'a Spanned<String>>) {
        let Some(id) = id else { return };
        match &self.fill {
            Some(_) => self.deeper(|this| this.fragment(id)),
            None => self.field("transcript", &id.value),
        }
    }

    /// A fragment's words in the place of its name. One that includes itself is cut.
    fn fragment(&mut self, id: &'a Spanned<String>) {
        let (programme, id) = (self.programme, id.value.as_str());
        let language = self.fill.as_ref().map_or(0, |fill| fill.language);
        let fragment = programme.fragments.get(id).and_then(|page| page.in_language(language));
        if let Some(fragment) = fragment.filter(|_| !self.chain.contains(&id)) {
            self.chain.push(id);
            self.footnotes.extend(&fragment.footnotes);
            self.blocks(&fragment.blocks);
            self.chain.pop();
        }
    }

    fn task(&mut self, task: &'a Task, span: Span) {
        self.piece(span, task.name, &task.id.value);
        self.field("title", &task.title.value);
        self.field("share", task.share.name());
        self.field("every", task.every.as_deref().unwrap_or_default());
        self.field("minutes", &format!("{:?}", task.minutes));
        match &task.answer {
            Answer::Text | Answer::Done => {}
            Answer::Number { from, to, step, .. } => self.field("ends", &format!("{from} {to} {step}")),
            Answer::Options { many, .. } => self.field("many", &many.to_string()),
            Answer::Group { when, .. } => self.field("when", when.as_deref().unwrap_or_default()),
            Answer::Rows { rows, .. } => self.field("rows", &rows.to_string()),
            Answer::Quiz { pass, .. } => self.field("pass", &format!("{pass:?}")),
        }
        self.deeper(|this| {
            this.blocks(&task.blocks);
            this.answer(&task.answer, span);
        });
    }

    fn answer(&mut self, answer: &'a Answer, span: Span) {
        match answer {
            Answer::Text | Answer::Done => {}
            Answer::Number { anchors, .. } => {
                for (number, words) in anchors {
                    self.part("anchor", &number.to_string(), words, span);
                }
            }
            Answer::Options { options, .. } => {
                options.iter().for_each(|(id, words)| self.part("option", &id.value, words, span));
            }
            Answer::Group { tasks, .. } => tasks.iter().for_each(|task| self.task(task, task.id.span)),
            Answer::Rows { columns, examples, .. } => {
                for column in columns {
                    self.part("column", &column.id.value, &column.text, span);
                }
                for cell in examples.iter().flatten() {
                    self.part("example", "", cell, span);
                }
            }
            Answer::Quiz { questions, .. } => {
                questions.iter().for_each(|question| self.question(question, span));
            }
        }
    }

    fn question(&mut self, question: &'a Question, span: Span) {
        self.part("question", &question.id.value, &question.text, span);
        self.field("outcome", question.outcome.as_ref().map_or("", |id| &id.value));
        self.deeper(|this| {
            this.blocks(&question.blocks);
            for option in &question.options {
                this.part("option", &option.id.value, &option.text, span);
                this.field("right", &option.right.to_string());
                this.deeper(|this| this.prose(&option.feedback));
            }
        });
    }

    /// Words of an answer; where none of them has a place, they are the block's.
    fn part(&mut self, what: &str, id: &str, words: &'a [Inline], block: Span) {
        let span = match (words.first(), words.last()) {
            (Some(first), Some(last)) => Span { start: first.span.start, end: last.span.end },
            _ => block,
        };
        self.piece(span, what, id);
        self.words(words);
    }

    fn prose(&mut self, blocks: &'a [Prose]) {
        for prose in blocks {
            let span = prose.span;
            match &prose.kind {
                ProseKind::Paragraph(text) => {
                    self.piece(span, self.paragraph, "");
                    self.words(text);
                }
                ProseKind::Heading { level, text, .. } => {
                    self.piece(span, &format!("h{level}"), "");
                    self.words(text);
                }
                ProseKind::List { start, items } => self.deeper(|this| {
                    for (at, item) in items.iter().enumerate() {
                        // A list that is numbered from elsewhere says so once; later numbers follow.
                        let number = start.filter(|_| at == 0).filter(|number| *number != 1);
                        let mark = format!("{} {number:?} {:?}", start.is_some(), item.checked);
                        this.item(&mark, &item.blocks);
                    }
                }),
                ProseKind::Table { head, rows, .. } => {
                    for row in std::iter::once(head).chain(rows) {
                        let ends = row.first().zip(row.last());
                        let span = ends.map_or(span, |(a, b)| Span { start: a.span.start, end: b.span.end });
                        self.piece(span, "row", "");
                        row.iter().for_each(|cell| self.words(&cell.text));
                    }
                }
                ProseKind::Quote(blocks) => {
                    self.begin();
                    self.field("quote", "");
                    self.deeper(|this| this.prose(blocks));
                }
                ProseKind::Callout(tone, blocks) => {
                    self.begin();
                    self.field("callout", tone.name());
                    self.deeper(|this| this.prose(blocks));
                }
                ProseKind::Code { text, .. } => {
                    self.piece(span, "code", "");
                    self.field("code", text);
                }
                ProseKind::Rule => self.piece(span, "rule", ""),
            }
        }
    }

    fn item(&mut self, mark: &str, blocks: &'a [Prose]) {
        let around = std::mem::replace(&mut self.paragraph, "item");
        self.begin();
        self.field("mark", mark);
        self.prose(blocks);
        self.paragraph = around;
    }

    /// Inline words, then what they point at and the pictures among them.
    fn words(&mut self, text: &'a [Inline]) {
        let words = plain(text, self);
        self.field("words", &words);
        self.mentions(text);
    }

    fn mentions(&mut self, text: &'a [Inline]) {
        for inline in text {
            match &inline.kind {
                InlineKind::Link(link) => {
                    let target = self.target(link);
                    self.field("link", &target);
                    if !link.title.is_empty() {
                        self.field("tip", &link.title);
                    }
                    self.mentions(&link.text);
                }
                InlineKind::Image(image) => {
                    self.file(&image.source);
                    if !image.title.is_empty() {
                        self.field("tip", &image.title);
                    }
                }
                InlineKind::Footnote(label) => {
                    let known = self.notes.iter().position(|note| *note == &**label);
                    let number = known.unwrap_or_else(|| {
                        self.notes.push(label);
                        self.notes.len() - 1
                    });
                    self.field("note", &number.to_string());
                }
                InlineKind::Emphasis(text) | InlineKind::Strong(text) | InlineKind::Strike(text) => {
                    self.mentions(text);
                }
                InlineKind::Foreign { text, .. } => self.mentions(text),
                _ => {}
            }
        }
    }

    /// Where a link leads, whichever way it is written.
    fn target(&self, link: &Link) -> String {
        let to = |id: &str, anchor: Option<&str>| match anchor {
            Some(anchor) => format!("{id} {anchor}"),
            None => id.to_string(),
        };
        if matches!(link.form, LinkForm::Bare | LinkForm::Named) {
            // By its id alone, so that an earlier version of a page reads the same when its targets are gone.
            let (id, anchor) = match link.destination.split_once('#') {
                Some((id, anchor)) => (id, Some(anchor)),
                None => (&*link.destination, None),
            };
            return to(id.trim(), anchor);
        }
        match self.programme.target(self.path, link.form, &link.destination) {
            Target::Page(page, anchor) => to(&page.id, anchor),
            Target::Part(_, id) => id.into(),
            Target::Here(anchor) => to(self.page, Some(anchor)),
            Target::File(media) => media.sha256.clone(),
            Target::Url(_) | Target::Scheme(_) | Target::Nowhere => link.destination.to_string(),
        }
    }

    /// A file by its bytes, wherever it lies.
    fn file(&mut self, source: &str) {
        match self.programme.media(self.path, source) {
            Some(media) => self.field("file", &media.sha256),
            None => self.field("file", source),
        }
    }
}

impl Fill for Canonical<'_> {
    fn fact(&self, name: &str) -> String {
        match &self.fill {
            Some(fill) => fill.fact(name),
            None => name.into(),
        }
    }

    /// Always by its id: another page's title is that page's own.
    fn title(&self, destination: &str) -> String {
        destination.trim().into()
    }
}

/// Adds words with white space folded, composed letters, and one sign for each sort of mark, whatever the language's own.
fn fold(text: &mut String, words: &str) {
    if is_canonical(words) {
        text.push_str(words.trim_matches(' '));
        return;
    }
    let composed: std::borrow::Cow<str> =
        if is_nfc(words) { words.into() } else { words.nfc().collect::<String>().into() };
    let (start, mut gap) = (text.len(), false);
    for mark in composed.chars() {
        if mark.is_whitespace() {
            gap = true;
            continue;
        }
        if matches!(mark, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}') {
            continue;
        }
        if std::mem::take(&mut gap) && text.len() > start {
            text.push(' ');
        }
        match mark {
            '"' | '\'' | '«' | '»' | '‹' | '›' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' => {
                text.push('\'')
            }
            '‐' | '‑' | '‒' | '–' | '—' | '−' => text.push('-'),
            '…' => text.push_str("..."),
            mark => text.push(mark),
        }
    }
}

/// Whether words hold nothing to fold: ASCII and Latin letters with single spaces between them, which most words are.
fn is_canonical(words: &str) -> bool {
    // Latin letters such as å and ø begin with 0xC3; quote marks, odd spaces and soft hyphens do not.
    let plain = |byte: u8| {
        ((b' '..0x7F).contains(&byte) && byte != b'"') || byte == 0xC3 || (0x80..0xC0).contains(&byte)
    };
    words.bytes().all(plain) && !words.contains("  ")
}
