//! `different-structure`: twins whose blocks, ids, options, scale ends, right answers, minutes or media differ. The first
//! difference of a page is reported, at both places. Twins are compared once each can be read without faults of form.

use super::Beside;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::block::{Answer, Block, Kind, Task};
use crate::model::page::{Facts, Page, Translation};
use crate::source::Span;
use crate::syntax::ast::{Inline, InlineKind, Prose, ProseKind};

pub fn check(programme: &Programme, _: &Beside, page: &Page, found: &mut Vec<Diagnostic>) {
    let Some((first_language, first)) = page.present().next() else { return };
    let shape = shape(programme, first);
    for (language, twin) in page.present().filter(|(language, _)| *language != first_language) {
        if first.whole && twin.whole {
            compare_keys(first, twin, found);
        }
        if !(first.sound && twin.sound) {
            continue;
        }
        let twin_shape = self::shape(programme, twin);
        let differs = shape.iter().zip(&twin_shape).position(|(ours, theirs)| ours.what != theirs.what);
        let at = match differs {
            Some(at) => at,
            None if shape.len() == twin_shape.len() => continue,
            None => shape.len().min(twin_shape.len()),
        };
        report(
            programme,
            page,
            (first_language, first, shape.get(at)),
            (language, twin, twin_shape.get(at)),
            found,
        );
    }
}

/// One piece of a page's structure, as words that compare, and where it stands.
struct Piece {
    what: String,
    span: Span,
}

fn report(
    programme: &Programme,
    page: &Page,
    (first_language, first, ours): (usize, &Translation, Option<&Piece>),
    (language, twin, theirs): (usize, &Translation, Option<&Piece>),
    found: &mut Vec<Diagnostic>,
) {
    let code = |at: usize| &programme.project.languages[at].code;
    let words = |piece: Option<&Piece>| match piece.map(|piece| piece.what.as_str()) {
        None => "none".to_string(),
        Some("") => "end".to_string(),
        Some(what) => what.to_string(),
    };
    let here = theirs.map_or(twin.title.span, |piece| piece.span).within(&twin.path);
    let there = ours.map_or(first.title.span, |piece| piece.span).within(&first.path);
    let message = message!(
        "different-structure",
        id = page.id,
        here = words(theirs),
        there = words(ours),
        language = code(language),
        other = code(first_language),
    );
    found
        .push(Diagnostic::new(Lint::DifferentStructure, here, message).related(there, message!("twin-here")));
}

/// Keys of the front matter that must agree.
fn compare_keys(first: &Translation, twin: &Translation, found: &mut Vec<Diagnostic>) {
    type Value = fn(&Facts) -> String;
    let rows: &[(&str, Value)] = &[
        ("kind", |facts| facts.kind.name.into()),
        ("unit", |facts| format!("{:?}", facts.unit)),
        ("order", |facts| facts.order.to_string()),
        ("audience", |facts| facts.audience.names().join(", ")),
        ("sites", |facts| facts.sites.join(", ")),
        ("minutes", |facts| format!("{:?}", facts.minutes)),
        ("contact", |facts| format!("{:?}", facts.contact)),
        ("always_available", |facts| facts.always_available.to_string()),
        ("draft", |facts| facts.draft.to_string()),
    ];
    for (key, value) in rows {
        if value(&first.facts) != value(&twin.facts) {
            let place = |text: &Translation| text.place_of(key).unwrap_or(text.title.span).within(&text.path);
            let message = message!("different-structure-key", key = key);
            let fault = Diagnostic::new(Lint::DifferentStructure, place(twin), message);
            found.push(fault.related(place(first), message!("twin-here")));
        }
    }
    let ids = |text: &Translation| text.outcomes.iter().map(|(id, _)| id.value.clone()).collect::<Vec<_>>();
    if ids(first) != ids(twin) {
        let place =
            |text: &Translation| text.place_of("outcomes").unwrap_or(text.title.span).within(&text.path);
        let fault = Diagnostic::new(
            Lint::DifferentStructure,
            place(twin),
            message!("different-structure-key", key = "outcomes"),
        );
        found.push(fault.related(place(first), message!("twin-here")));
    }
}

fn shape(programme: &Programme, translation: &Translation) -> Vec<Piece> {
    let mut walk = Walk { programme, translation, pieces: Vec::new() };
    walk.blocks(&translation.blocks);
    walk.pieces
}

struct Walk<'a> {
    programme: &'a Programme,
    translation: &'a Translation,
    pieces: Vec<Piece>,
}

impl Walk<'_> {
    fn piece(&mut self, span: Span, what: String) {
        self.pieces.push(Piece { what, span });
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            let span = block.span;
            match &block.kind {
                Kind::Prose(prose) => self.pictures(std::slice::from_ref(prose)),
                Kind::Task(task) => self.task(task, span),
                Kind::Breathing(part) => {
                    let pattern = format!(
                        "in={} hold={} out={} rest={} rounds={}",
                        part.inhale, part.hold, part.exhale, part.rest, part.rounds
                    );
                    self.piece(
                        span,
                        format!("breathing #{} {pattern} ({})", part.id.value, part.steps.len()),
                    );
                }
                Kind::Body(part) => {
                    let minutes = minutes(part.minutes);
                    self.piece(span, format!("body #{}{minutes} ({})", part.id.value, part.steps.len()));
                }
                Kind::Phase(part) => {
                    let when = part.when.as_ref().map_or(String::new(), |when| format!(" when={when}"));
                    self.piece(span, format!("phase{}{when}", minutes(part.minutes)));
                }
                Kind::Checklist(part) => {
                    let when = part.when.as_ref().map_or(String::new(), |when| format!(" when={when}"));
                    self.piece(
                        span,
                        format!("checklist{}{when} ({})", minutes(part.minutes), part.items.len()),
                    );
                }
                Kind::Criteria(part) => self.piece(span, format!("{} ({})", part.of, part.items.len())),
                Kind::Only(part) => self.piece(span, format!("only {}", part.readers.written())),
                Kind::Include(id) => self.piece(span, format!("include ref={}", id.value)),
                Kind::Exercise(id) => self.piece(span, format!("exercise ref={}", id.value)),
                Kind::Instrument(id) => self.piece(span, format!("instrument ref={}", id.value)),
                // A language may have its own recording, so the files themselves may differ.
                Kind::Audio(_) => self.piece(span, "audio".into()),
                Kind::Video(video) => {
                    let captions = if video.captions.is_some() { " captions" } else { "" };
                    self.piece(span, format!("video{captions}"));
                }
            }
            block.children().into_iter().for_each(|blocks| self.blocks(blocks));
            if !matches!(block.kind, Kind::Prose(_)) {
                self.piece(span, String::new());
            }
        }
    }

    fn task(&mut self, task: &Task, span: Span) {
        let every = task.every.as_ref().map_or(String::new(), |every| format!(" every={every}"));
        let head = format!(
            "{} #{} share={}{every}{}",
            task.name,
            task.id.value,
            task.share.name(),
            minutes(task.minutes)
        );
        let at = |id: &crate::source::Spanned<String>| if id.value.is_empty() { span } else { id.span };
        match &task.answer {
            Answer::Text | Answer::Done => self.piece(span, head),
            Answer::Number { from, to, step, anchors } => {
                let numbers: Vec<String> = anchors.iter().map(|(number, _)| number.to_string()).collect();
                self.piece(span, format!("{head} from={from} to={to} step={step} ({})", numbers.join(", ")));
            }
            Answer::Options { many, options } => {
                self.piece(span, format!("{head} many={many}"));
                options.iter().for_each(|(id, _)| self.piece(at(id), format!("#{}", id.value)));
            }
            Answer::Group { when, tasks } => {
                self.piece(span, format!("{head} when={}", when.as_deref().unwrap_or("–")));
                tasks.iter().for_each(|task| self.task(task, task.id.span));
            }
            Answer::Rows { columns, rows, .. } => {
                self.piece(span, format!("{head} rows={rows}"));
                columns.iter().for_each(|column| self.piece(at(&column.id), format!("#{}", column.id.value)));
            }
            Answer::Quiz { pass, questions } => {
                self.piece(span, format!("{head} pass={}", pass.map_or("–".into(), |pass| pass.to_string())));
                for question in questions {
                    let outcome = question.outcome.as_ref().map_or("–", |id| &id.value);
                    self.piece(at(&question.id), format!("#{} outcome={outcome}", question.id.value));
                    for option in &question.options {
                        let right = if option.right { "[x]" } else { "[ ]" };
                        // What lacks its right answer is the question.
                        let span = if question.is_unanswerable() { question.place() } else { at(&option.id) };
                        self.piece(span, format!("{right} #{}", option.id.value));
                    }
                }
            }
        }
    }

    fn pictures(&mut self, blocks: &[Prose]) {
        for prose in blocks {
            match &prose.kind {
                ProseKind::Paragraph(text) => self.inline_pictures(text),
                ProseKind::Quote(blocks) | ProseKind::Callout(_, blocks) => self.pictures(blocks),
                ProseKind::List { items, .. } => items.iter().for_each(|item| self.pictures(&item.blocks)),
                _ => {}
            }
        }
    }

    fn inline_pictures(&mut self, text: &[Inline]) {
        for inline in text {
            if let InlineKind::Image(image) = &inline.kind {
                // Another file is fine where a language has its own beside its pages; shared media must be the same.
                let shared = self.programme.media(&self.translation.path, &image.source).is_some()
                    && image.source.contains("media/");
                let name = if shared { image.source.rsplit('/').next().unwrap_or_default() } else { "" };
                self.piece(inline.span, format!("image {name}").trim_end().to_string());
            }
        }
    }
}

fn minutes(minutes: Option<u32>) -> String {
    minutes.map_or(String::new(), |minutes| format!(" minutes={minutes}"))
}
