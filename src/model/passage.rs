//! A translation as it is read: its titles, paragraphs, list items and cells in reading order, as plain words that know
//! where each of them stands in the file. What checks of language look at; no check reads a file or HTML for it.

use std::ops::Range;

use super::block::{Answer, Block, Kind as BlockKind, Task};
use super::locale::Locale;
use super::page::Translation;
use super::prose::{Fill, push_without_soft_hyphens};
use super::sentence::{self, Sentence, Word};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Cell, Inline, InlineKind, Item, LinkForm, Prose, ProseKind};
use crate::syntax::yaml::Yaml;

/// A stretch of words that is read as one and ends its last sentence.
#[derive(Clone, Debug)]
pub struct Passage {
    pub kind: Kind,
    /// Whether it stands in a block quote: someone else's words.
    pub quoted: bool,
    /// The paragraph, heading, item or line it stands in.
    pub span: Span,
    /// What a reader reads: facts filled in, links by their words, soft hyphens left out, breaks as spaces.
    pub text: String,
    /// The list item or table cell it stands in.
    pub seat: Seat,
    /// Where the words stand that authors have given to links.
    pub links: Vec<Range<usize>>,
    /// Its words one by one.
    pub words: Vec<Word>,
    /// Whether there are quote marks or dashes in it that are no hyphens: in most there are none.
    pub marked: bool,
    pub sentences: Vec<Sentence>,
    /// Where the words come from, in order.
    pieces: Vec<Piece>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The page's title.
    Title,
    Summary,
    /// A heading in the text, with its level.
    Heading(u8),
    Paragraph,
    /// A paragraph inside a list: a step, a prompt, a criterion.
    Item,
    /// A table's cell.
    Cell,
    /// The title of a task, exercise, phase or list.
    Label,
    /// An answer's own words: an option, a scale's anchor, a column, a question.
    Part,
}

/// What a reader takes in together with a passage; items and tables are counted over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    Text,
    Item(u32),
    /// Row 0 is the head.
    Cell {
        table: u32,
        row: u32,
        column: u32,
    },
}

/// Whose words a piece of a passage holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The author's own, in the page's language.
    Author,
    /// `[words]{lang=sv}`
    Foreign,
    /// Words in back-ticks, addresses.
    Verbatim,
    /// A fact's, out of `programme.yaml`.
    Fact,
    /// Another page's title, in the place of `[[id]]`.
    Title,
    /// What stands for a picture.
    Alt,
}

#[derive(Clone, Debug)]
struct Piece {
    /// Its first byte in the words.
    at: usize,
    span: Span,
    voice: Voice,
    /// Whether its bytes are the file's, one for one.
    exact: bool,
}

impl Passage {
    /// Where some of the words stand in the file: those words where they stand there one for one, else what they are a
    /// part of.
    pub fn place(&self, range: Range<usize>) -> Span {
        let first = self.piece(range.start);
        let last = self.piece(range.end.saturating_sub(1).max(range.start));
        let (Some(first), Some(last)) = (first, last) else { return self.span };
        let start = match first.exact {
            true => first.span.start as usize + (range.start - first.at),
            false => first.span.start as usize,
        };
        let end = match last.exact {
            true => last.span.start as usize + (range.end - last.at),
            false => last.span.end as usize,
        };
        Span::new(start, end.max(start))
    }

    /// Where some of the words stand in the file, if they stand there one for one: what a fix may replace.
    pub fn exact(&self, range: Range<usize>) -> Option<Span> {
        let (first, last) = (self.piece(range.start)?, self.piece(range.end.checked_sub(1)?)?);
        (first.at == last.at && first.exact).then(|| self.place(range))
    }

    /// Whose word stands at a byte.
    #[inline]
    pub fn voice(&self, at: usize) -> Voice {
        if let [piece] = &self.pieces[..] {
            return piece.voice;
        }
        self.piece(at).map_or(Voice::Author, |piece| piece.voice)
    }

    /// What stands between quote marks, of whatever kind; a mark without its fellow opens nothing.
    pub fn quotations(&self) -> Vec<Range<usize>> {
        if self.marked { quotations(&self.text) } else { Vec::new() }
    }

    /// The words of a sentence, and whose each of them is.
    pub fn words_of(&self, sentence: &Sentence) -> impl Iterator<Item = (&Word, Voice)> {
        let mut pieces = &self.pieces[self.piece_at(sentence.range.start).unwrap_or(0)..];
        self.words[sentence.words.clone()].iter().map(move |word| {
            while let [_, next, ..] = pieces
                && next.at <= word.start as usize
            {
                pieces = &pieces[1..];
            }
            (word, pieces.first().map_or(Voice::Author, |piece| piece.voice))
        })
    }

    fn piece(&self, at: usize) -> Option<&Piece> {
        self.pieces.get(self.piece_at(at)?)
    }

    /// The number of the piece that holds a byte.
    fn piece_at(&self, at: usize) -> Option<usize> {
        self.pieces.partition_point(|piece| piece.at <= at).checked_sub(1)
    }
}

fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((start, mark)) = text[from..].char_indices().find(|(_, mark)| fellows(*mark).is_some()) {
        let inside = from + start + mark.len_utf8();
        let close = text[inside..].find(fellows(mark).unwrap_or_default());
        if let Some(close) = close {
            found.push(inside..inside + close);
        }
        from = close.map_or(inside, |close| {
            let end = inside + close;
            end + text[end..].chars().next().map_or(0, char::len_utf8)
        });
    }
    found
}

/// The marks that may close what a mark opens.
fn fellows(open: char) -> Option<&'static [char]> {
    Some(match open {
        '«' => &['»'],
        '»' => &['«', '»'],
        '„' | '“' | '”' => &['“', '”'],
        '"' => &['"'],
        '‘' => &['’'],
        _ => return None,
    })
}

/// Everything that is read on a page, in reading order: title, summary, outcomes, text, tasks with their parts, footnotes.
pub fn passages(translation: &Translation, fill: &dyn Fill, locale: &Locale) -> Vec<Passage> {
    let mut reader =
        Reader { fill, locale, passages: Vec::new(), quoted: false, seat: Seat::Text, items: 0, tables: 0 };
    let written = |key: &str| translation.front.get(key).and_then(Yaml::words);
    // Not `translation.title`, which is the id where the title is missing.
    if let Some(title) = written("title") {
        reader.written(Kind::Title, &title);
    }
    if let Some(summary) = written("summary") {
        reader.written(Kind::Summary, &summary);
    }
    for outcome in translation.front.get("outcomes").map_or(&[][..], Yaml::many) {
        if let Some(text) = outcome.get("text").and_then(Yaml::words) {
            reader.item(|reader| reader.written(Kind::Item, &text));
        }
    }
    reader.blocks(&translation.blocks);
    for note in &translation.footnotes {
        reader.prose(&note.blocks, Kind::Paragraph);
    }
    reader.passages
}

/// Whether a text holds `"`, or a byte that quote marks and dashes begin with.
fn is_marked(text: &str) -> bool {
    text.bytes().fold(false, |marked, byte| marked | (byte == b'"') | (byte == 0xC2) | (byte == 0xE2))
}

struct Reader<'a> {
    fill: &'a dyn Fill,
    locale: &'a Locale,
    passages: Vec<Passage>,
    quoted: bool,
    seat: Seat,
    items: u32,
    tables: u32,
}

/// The words of a passage as they gather.
#[derive(Default)]
struct Gathered {
    words: String,
    pieces: Vec<Piece>,
    links: Vec<Range<usize>>,
}

impl Reader<'_> {
    /// Words of the front matter, which stand in the file as they are or between quote marks.
    fn written(&mut self, kind: Kind, words: &Spanned<String>) {
        let (length, width) = (words.value.len(), (words.span.end - words.span.start) as usize);
        let inset = match width.checked_sub(length) {
            Some(0) => Some(0),
            Some(2) => Some(1),
            _ => None,
        };
        let span = match inset {
            Some(inset) => Span::new(words.span.start as usize + inset, words.span.end as usize - inset),
            None => words.span,
        };
        let piece = Piece { at: 0, span, voice: Voice::Author, exact: inset.is_some() };
        let gathered = Gathered { words: words.value.clone(), pieces: vec![piece], links: Vec::new() };
        self.push(kind, words.span, gathered);
    }

    /// The title of a block, which stands in the file as it is where nothing in it is escaped.
    fn label(&mut self, title: &Spanned<String>) {
        let span = title.span;
        let exact = title.value.len() == (span.end - span.start) as usize;
        let piece = Piece { at: 0, span, voice: Voice::Author, exact };
        let gathered = Gathered { words: title.value.clone(), pieces: vec![piece], links: Vec::new() };
        self.push(Kind::Label, span, gathered);
    }

    fn push(&mut self, kind: Kind, span: Span, gathered: Gathered) {
        let Gathered { words: text, pieces, links } = gathered;
        if !text.trim().is_empty() {
            let (quoted, seat) = (self.quoted, self.seat);
            let (words, sentences) = sentence::read(&text, self.locale);
            let marked = is_marked(&text);
            self.passages.push(Passage {
                kind,
                quoted,
                span,
                seat,
                text,
                links,
                words,
                marked,
                sentences,
                pieces,
            });
        }
    }

    /// Reads an item of some list.
    fn item(&mut self, read: impl FnOnce(&mut Self)) {
        self.items += 1;
        let outer = std::mem::replace(&mut self.seat, Seat::Item(self.items));
        read(self);
        self.seat = outer;
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            let span = block.span;
            match &block.kind {
                BlockKind::Prose(prose) => self.prose(std::slice::from_ref(prose), Kind::Paragraph),
                BlockKind::Task(task) => self.task(task, span),
                BlockKind::Breathing(part) => self.titled(&part.title, &part.blocks, &part.steps),
                BlockKind::Body(part) => self.titled(&part.title, &part.blocks, &part.steps),
                BlockKind::Phase(part) => self.titled(&part.title, &part.blocks, &[]),
                BlockKind::Checklist(part) => self.titled(&part.title, &part.blocks, &part.items),
                BlockKind::Criteria(part) => self.titled(&part.title, &part.blocks, &part.items),
                BlockKind::Only(part) => self.blocks(&part.blocks),
                BlockKind::Include(_)
                | BlockKind::Exercise(_)
                | BlockKind::Instrument(_)
                | BlockKind::Audio(_)
                | BlockKind::Video(_) => {}
            }
        }
    }

    fn titled(&mut self, title: &Spanned<String>, blocks: &[Block], items: &[Vec<Prose>]) {
        self.label(title);
        self.blocks(blocks);
        items.iter().for_each(|item| self.item(|reader| reader.prose(item, Kind::Item)));
    }

    fn task(&mut self, task: &Task, span: Span) {
        self.label(&task.title);
        self.blocks(&task.blocks);
        match &task.answer {
            Answer::Text | Answer::Done => {}
            Answer::Number { anchors, .. } => anchors.iter().for_each(|(_, text)| self.part(text, span)),
            Answer::Options { options, .. } => options.iter().for_each(|(_, text)| self.part(text, span)),
            Answer::Group { tasks, .. } => tasks.iter().for_each(|task| self.task(task, task.id.span)),
            Answer::Rows { columns, examples, .. } => {
                columns.iter().for_each(|column| self.part(&column.text, span));
                examples.iter().flatten().for_each(|cell| self.part(cell, span));
            }
            Answer::Quiz { questions, .. } => {
                for question in questions {
                    self.part(&question.text, span);
                    self.blocks(&question.blocks);
                    for option in &question.options {
                        self.part(&option.text, span);
                        self.prose(&option.feedback, Kind::Paragraph);
                    }
                }
            }
        }
    }

    /// Words of an answer; where none of them has a place, they are the block's.
    fn part(&mut self, text: &[Inline], block: Span) {
        let span = match (text.first(), text.last()) {
            (Some(first), Some(last)) => Span { start: first.span.start, end: last.span.end },
            _ => block,
        };
        self.item(|reader| reader.inlines(Kind::Part, span, text));
    }

    fn prose(&mut self, blocks: &[Prose], kind: Kind) {
        for prose in blocks {
            match &prose.kind {
                ProseKind::Paragraph(text) => self.inlines(kind, prose.span, text),
                ProseKind::Heading { level, text, .. } => {
                    self.inlines(Kind::Heading(*level), prose.span, text)
                }
                ProseKind::List { items, .. } => {
                    let item = |item: &Item| self.item(|reader| reader.prose(&item.blocks, Kind::Item));
                    items.iter().for_each(item);
                }
                ProseKind::Table { head, rows, .. } => self.table(head, rows),
                ProseKind::Quote(blocks) => {
                    let outer = std::mem::replace(&mut self.quoted, true);
                    self.prose(blocks, kind);
                    self.quoted = outer;
                }
                ProseKind::Callout(_, blocks) => self.prose(blocks, kind),
                ProseKind::Code { .. } | ProseKind::Rule => {}
            }
        }
    }

    fn table(&mut self, head: &[Cell], rows: &[Box<[Cell]>]) {
        let outer = self.seat;
        let table = self.tables;
        self.tables += 1;
        for (row, cells) in (0..).zip(std::iter::once(head).chain(rows.iter().map(|row| &**row))) {
            for (column, cell) in (0..).zip(cells) {
                self.seat = Seat::Cell { table, row, column };
                self.inlines(Kind::Cell, cell.span, &cell.text);
            }
        }
        self.seat = outer;
    }

    fn inlines(&mut self, kind: Kind, span: Span, text: &[Inline]) {
        let length = (span.end - span.start) as usize;
        let mut gathered = Gathered { words: String::with_capacity(length), ..Gathered::default() };
        self.gather(text, Voice::Author, &mut gathered);
        self.push(kind, span, gathered);
    }

    fn gather(&self, text: &[Inline], voice: Voice, gathered: &mut Gathered) {
        for inline in text {
            let (at, span) = (gathered.words.len(), inline.span);
            let Gathered { words, pieces, .. } = gathered;
            let mut piece = |voice, exact| pieces.push(Piece { at, span, voice, exact });
            match &inline.kind {
                InlineKind::Text(text) => {
                    push_without_soft_hyphens(words, text);
                    piece(voice, words.len() - at == (span.end - span.start) as usize);
                }
                InlineKind::Code(text) => {
                    words.push_str(text);
                    piece(Voice::Verbatim, false);
                }
                InlineKind::Emphasis(text) | InlineKind::Strong(text) | InlineKind::Strike(text) => {
                    self.gather(text, voice, gathered);
                }
                InlineKind::Foreign { text, .. } => self.gather(text, Voice::Foreign, gathered),
                InlineKind::Link(link) if link.form == LinkForm::Bare => {
                    words.push_str(&self.fill.title(&link.destination));
                    piece(Voice::Title, false);
                }
                InlineKind::Link(link) if matches!(link.form, LinkForm::Auto | LinkForm::Email) => {
                    self.gather(&link.text, Voice::Verbatim, gathered);
                }
                InlineKind::Link(link) => {
                    self.gather(&link.text, voice, gathered);
                    gathered.links.push(at..gathered.words.len());
                }
                InlineKind::Image(image) => self.gather(&image.alt, Voice::Alt, gathered),
                InlineKind::Fact(name) => {
                    words.push_str(&self.fill.fact(name));
                    piece(Voice::Fact, false);
                }
                InlineKind::SoftBreak | InlineKind::HardBreak => {
                    words.push(' ');
                    piece(voice, false);
                }
                InlineKind::Footnote(_) => {}
            }
        }
    }
}
