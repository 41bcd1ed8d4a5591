//! andrum's blocks to HTML: tasks as real form fields with labels, exercises as steps, sound and film with their words.

use std::fmt::Write;

use super::html::Html;
use crate::model::block::{Answer, Block, Breathing, Column, Kind, Question, Share, Task};
use crate::model::meaning;
use crate::model::words::Arg;
use crate::source::Spanned;
use crate::syntax::ast::{Inlines, Prose};

impl Html<'_> {
    /// A page's blocks with everything a reader can fill in.
    pub fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                Kind::Prose(prose) => self.prose(std::slice::from_ref(prose)),
                Kind::Task(task) => self.task(task),
                Kind::Breathing(breathing) => self.breathing(breathing),
                Kind::Body(body) => {
                    self.open("body", "exercise body", Some(&body.id.value));
                    self.title(&body.title.value, Some(&body.id.value), "");
                    self.minutes(body.minutes);
                    self.inner(&body.blocks);
                    self.list("ol class=\"steps\"", "ol", &body.steps);
                    self.close();
                }
                Kind::Phase(phase) => {
                    let class = if phase.when.is_some() { "phase phase-broken-off" } else { "phase" };
                    self.open("phase", class, None);
                    self.title(&phase.title.value, None, "phase");
                    self.minutes(phase.minutes);
                    if phase.when.is_some() {
                        self.push("<p class=\"meta\">");
                        self.word("when-broken-off");
                        self.push("</p>\n");
                    }
                    self.inner(&phase.blocks);
                    self.close();
                }
                Kind::Checklist(list) => {
                    self.open("checklist", "checklist", None);
                    self.title(&list.title.value, None, "checklist");
                    self.minutes(list.minutes);
                    self.inner(&list.blocks);
                    self.list("ul class=\"checks\"", "ul", &list.items);
                    self.close();
                }
                Kind::Criteria(list) => {
                    self.open(list.of, &format!("criteria {}", list.of), None);
                    self.title(&list.title.value, None, list.of);
                    self.inner(&list.blocks);
                    self.list("ul", "ul", &list.items);
                    self.close();
                }
                // An edition's programme holds neither: they were filled in or left out when it was made.
                Kind::Only(only) => self.blocks(&only.blocks),
                Kind::Include(_) => {}
                Kind::Exercise(id) => self.exercise(id),
                Kind::Instrument(id) => self.instrument(id),
                Kind::Audio(audio) => {
                    self.push("<figure class=\"sound\"><audio controls preload=\"none\" src=\"");
                    self.file(&audio.src.value);
                    self.push("\"></audio>");
                    self.transcript(audio.transcript.as_ref());
                    self.push("</figure>\n");
                }
                Kind::Video(video) => {
                    self.push("<figure class=\"film\"><video controls preload=\"none\" playsinline src=\"");
                    self.file(&video.src.value);
                    self.push("\"");
                    let media = self.sources.programme.media(self.sources.from, &video.src.value);
                    if let Some((width, height)) = media.and_then(|media| media.size) {
                        let _ = write!(self.out, " width=\"{width}\" height=\"{height}\"");
                    }
                    if let Some(poster) = &video.poster {
                        self.push(" poster=\"");
                        self.file(&poster.value);
                        self.push("\"");
                    }
                    self.push(">");
                    if let Some(captions) = &video.captions {
                        let language = &self.sources.programme.project.languages[self.sources.language];
                        let _ = write!(
                            self.out,
                            "<track kind=\"captions\" default srclang=\"{}\" label=\"",
                            language.tag
                        );
                        self.word("captions");
                        self.push("\" src=\"");
                        self.file(&captions.value);
                        self.push("\">");
                    }
                    self.push("</video>");
                    self.transcript(video.transcript.as_ref());
                    self.push("</figure>\n");
                }
            }
        }
    }

    fn open(&mut self, kind: &str, class: &str, id: Option<&str>) {
        let _ = write!(self.out, "<section class=\"block {class}\" data-block=\"{kind}\"");
        if let Some(id) = id.filter(|id| !id.is_empty()) {
            self.push(" id=\"");
            self.attribute(id);
            self.push("\"");
            self.labelled(id);
        }
        self.push(">\n");
        self.level += 1;
    }

    /// Names a section after its title. Among all pages of a programme there would be many of one name, which guide nobody.
    fn labelled(&mut self, id: &str) {
        if self.sources.among.is_none() {
            self.push(" aria-labelledby=\"");
            self.attribute(id);
            self.push("-title\"");
        }
    }

    fn close(&mut self) {
        self.level -= 1;
        self.push("</section>\n");
    }

    /// What stands inside a block, under its title.
    fn inner(&mut self, blocks: &[Block]) {
        let level = self.level;
        self.blocks(blocks);
        self.level = level;
    }

    /// The block's title as a heading one level below what it stands under, or a word for its kind.
    fn title(&mut self, title: &str, id: Option<&str>, otherwise: &str) {
        let level = self.level.clamp(2, 6);
        let _ = write!(self.out, "<h{level} class=\"block-title\"");
        if let Some(id) = id.filter(|id| !id.is_empty()) {
            self.push(" id=\"");
            self.attribute(id);
            self.push("-title\"");
        }
        self.push(">");
        match (title, otherwise) {
            ("", "") => self.word("exercise"),
            ("", otherwise) => self.word(otherwise),
            (title, _) => self.text(title),
        }
        let _ = writeln!(self.out, "</h{level}>");
    }

    fn minutes(&mut self, minutes: Option<u32>) {
        if let Some(minutes) = minutes {
            self.push("<p class=\"meta\">");
            self.filled("minutes", &[("minutes", Arg::Number(minutes.into()))]);
            self.push("</p>\n");
        }
    }

    fn list(&mut self, open: &str, close: &str, items: &[Vec<Prose>]) {
        if items.is_empty() {
            return;
        }
        let _ = writeln!(self.out, "<{open}>");
        for item in items {
            self.push("<li>");
            self.prose(item);
            self.push("</li>\n");
        }
        let _ = writeln!(self.out, "</{close}>");
    }

    fn file(&mut self, source: &str) {
        let media = self.sources.programme.media(self.sources.from, source);
        let address = media.map_or_else(|| source.to_string(), |media| self.sources.address.file(media));
        self.attribute(&address);
    }

    fn exercise(&mut self, id: &Spanned<String>) {
        let Some(page) = self.sources.programme.page(&id.value) else { return };
        let address = self.sources.address.page(&page.id, None);
        self.push("<p class=\"exercise-link\"><a href=\"");
        self.attribute(&address);
        self.push("\">");
        let title = meaning::title(page, self.sources.language).unwrap_or(&page.id).to_string();
        self.text(&title);
        self.push("</a>");
        if let Some(minutes) = page.facts.minutes {
            self.push(" <span class=\"meta\">");
            self.filled("minutes", &[("minutes", Arg::Number(minutes.into()))]);
            self.push("</span>");
        }
        self.push("</p>\n");
    }

    fn instrument(&mut self, id: &Spanned<String>) {
        let Some(instrument) = self.sources.programme.project.instruments.get(&id.value) else { return };
        self.push("<p class=\"instrument\">");
        self.filled("instrument", &[("name", Arg::Text(&instrument.name))]);
        self.push("</p>\n");
    }

    fn transcript(&mut self, id: Option<&Spanned<String>>) {
        let programme = self.sources.programme;
        let Some(text) = id
            .and_then(|id| programme.fragments.get(&id.value))
            .and_then(|page| page.in_language(self.sources.language))
        else {
            return;
        };
        self.push("<figcaption><details><summary>");
        self.word("transcript");
        self.push("</summary>\n");
        self.inner(&text.blocks);
        self.push("</details></figcaption>");
    }

    fn breathing(&mut self, breathing: &Breathing) {
        self.open("breathing", "exercise breathing", Some(&breathing.id.value));
        self.title(&breathing.title.value, Some(&breathing.id.value), "");
        let _ = write!(
            self.out,
            "<div class=\"pattern\" data-in=\"{}\" data-hold=\"{}\" data-out=\"{}\" data-rest=\"{}\" data-rounds=\"{}\"><ul>",
            breathing.inhale, breathing.hold, breathing.exhale, breathing.rest, breathing.rounds
        );
        let parts = [
            ("breathe-in", breathing.inhale),
            ("breathe-hold", breathing.hold),
            ("breathe-out", breathing.exhale),
            ("breathe-rest", breathing.rest),
            ("breathe-rounds", breathing.rounds),
        ];
        for (word, number) in parts.into_iter().filter(|(_, number)| *number > 0) {
            let _ = write!(self.out, "<li class=\"{word}\">");
            self.filled(word, &[("number", Arg::Number(number.into()))]);
            self.push("</li>");
        }
        self.push("</ul></div>\n");
        self.inner(&breathing.blocks);
        self.list("ol class=\"steps\"", "ol", &breathing.steps);
        self.close();
    }

    fn task(&mut self, task: &Task) {
        let _ = write!(
            self.out,
            "<section class=\"block task task-{0}\" data-block=\"{0}\" data-task=\"{1}\" data-share=\"{2}\" id=\"{1}\"",
            task.name,
            task.id.value,
            task.share.name()
        );
        self.labelled(&task.id.value);
        if let Some(every) = &task.every {
            self.push(" data-every=\"");
            self.attribute(every);
            self.push("\"");
        }
        if let Answer::Group { when: Some(when), .. } = &task.answer {
            self.push(" data-when=\"");
            self.attribute(when);
            self.push("\"");
        }
        if let Answer::Quiz { pass: Some(pass), .. } = &task.answer {
            let _ = write!(self.out, " data-pass=\"{pass}\"");
        }
        self.push(">\n");
        self.level += 1;
        self.title(&task.title.value, Some(&task.id.value), task.name);
        self.task_facts(task);
        if task.share == Share::Therapist && self.sources.on_device {
            self.unread();
        }
        self.inner(&task.blocks);
        self.answer(task);
        self.level -= 1;
        self.push("<p class=\"saved\" data-saved hidden></p></section>\n");
    }

    /// One line: how long, how often, who sees it.
    fn task_facts(&mut self, task: &Task) {
        self.push("<p class=\"meta\">");
        if let Some(minutes) = task.minutes {
            self.filled("minutes", &[("minutes", Arg::Number(minutes.into()))]);
            self.push(" · ");
        }
        if let Some(every) = &task.every {
            self.every(every);
            self.push(" · ");
        }
        self.word(match task.share {
            Share::Private => "share-private",
            Share::Therapist => "share-therapist",
        });
        self.push("</p>\n");
    }

    /// What a reader must know before writing something for the therapist: nobody reads it here.
    fn unread(&mut self) {
        self.push("<p class=\"unread\">");
        self.word("unread");
        let sources = self.sources;
        let crisis = sources.programme.page("crisis");
        if let Some((page, title)) =
            crisis.and_then(|page| Some((page, meaning::title(page, sources.language)?)))
        {
            self.push(" <a href=\"");
            self.attribute(&sources.address.page(&page.id, None));
            self.push("\">");
            self.text(title);
            self.push("</a>");
        }
        self.push("</p>\n");
    }

    fn every(&mut self, every: &str) {
        let number = |text: &str| text.parse::<i64>().ok();
        if let Some(times) = every.strip_suffix("/week").and_then(number) {
            return self.filled("every-times-a-week", &[("number", Arg::Number(times))]);
        }
        let duration = every.strip_prefix('P');
        match (every, duration.and_then(|rest| number(&rest[..rest.len() - 1])), every.chars().last()) {
            ("login", ..) => self.word("every-login"),
            ("day", ..) => self.word("every-day"),
            ("week", ..) => self.word("every-week"),
            (_, Some(days), Some('D')) => self.filled("every-days", &[("number", Arg::Number(days))]),
            (_, Some(weeks), Some('W')) => self.filled("every-weeks", &[("number", Arg::Number(weeks))]),
            (_, Some(months), Some('M')) => self.filled("every-months", &[("number", Arg::Number(months))]),
            (every, ..) => self.text(every),
        }
    }

    fn answer(&mut self, task: &Task) {
        let id = &task.id.value;
        match &task.answer {
            Answer::Text => self.text_field(id, "your-answer", 5),
            Answer::Number { from, to, step, anchors } => {
                self.legend(&task.title.value, "scale");
                let mut number = *from;
                while number <= *to {
                    let anchor = anchors.iter().find(|(at, _)| *at == number).map(|(_, words)| words);
                    let class = if anchor.is_some() { "point anchored" } else { "point" };
                    let _ = write!(
                        self.out,
                        "<label class=\"{class}\"><input type=\"radio\" name=\"{id}\" value=\"{number}\"><span class=\"number\">{number}</span>"
                    );
                    if let Some(words) = anchor {
                        self.push(" <span class=\"anchor\">");
                        self.inlines(words);
                        self.push("</span>");
                    }
                    self.push("</label>\n");
                    number += step.max(&1);
                }
                self.push("</fieldset>\n");
            }
            Answer::Options { many, options } => {
                self.legend(&task.title.value, "options");
                self.options(id, *many, options.iter().map(|(id, words)| (id, words)));
                self.push("</fieldset>\n");
            }
            Answer::Group { tasks, .. } => {
                for task in tasks {
                    let _ = writeln!(
                        self.out,
                        "<div class=\"part\" data-block=\"{1}\" data-task=\"{0}\" id=\"{0}\">",
                        task.id.value, task.name
                    );
                    self.inner(&task.blocks);
                    self.answer(task);
                    self.push("</div>\n");
                }
            }
            Answer::Done => {
                let _ = write!(
                    self.out,
                    "<label class=\"option\"><input type=\"checkbox\" name=\"{id}\" value=\"done\"> "
                );
                self.word("done");
                self.push("</label>\n");
                self.text_field(&format!("{id}-note"), "your-note", 2);
            }
            Answer::Rows { columns, rows, examples } => self.rows(id, columns, *rows, examples),
            Answer::Quiz { questions, pass } => {
                if let Some(pass) = pass {
                    let needed = (questions.len() as u32 * pass).div_ceil(100);
                    self.push("<p class=\"meta\">");
                    self.filled(
                        "quiz-pass",
                        &[
                            ("needed", Arg::Number(needed.into())),
                            ("count", Arg::Number(questions.len() as i64)),
                        ],
                    );
                    self.push("</p>\n");
                }
                questions.iter().for_each(|question| self.question(question));
            }
        }
    }

    fn legend(&mut self, title: &str, class: &str) {
        let _ = write!(self.out, "<fieldset class=\"{class}\"><legend>");
        match title {
            "" => self.word("your-answer"),
            title => self.text(title),
        }
        self.push("</legend>\n");
    }

    fn text_field(&mut self, id: &str, label: &str, rows: u32) {
        let _ = write!(self.out, "<p class=\"field\"><label for=\"{id}-answer\">");
        self.word(label);
        let _ = writeln!(
            self.out,
            "</label><textarea id=\"{id}-answer\" name=\"{id}\" rows=\"{rows}\"></textarea></p>"
        );
    }

    fn options<'b>(
        &mut self,
        name: &str,
        many: bool,
        options: impl Iterator<Item = (&'b Spanned<String>, &'b Inlines)>,
    ) {
        let kind = if many { "checkbox" } else { "radio" };
        for (id, words) in options {
            let _ = write!(
                self.out,
                "<label class=\"option\"><input type=\"{kind}\" name=\"{name}\" value=\"{}\"> <span>",
                id.value
            );
            self.inlines(words);
            self.push("</span></label>\n");
        }
    }

    fn rows(&mut self, id: &str, columns: &[Column], rows: u32, examples: &[Vec<Inlines>]) {
        self.push("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"");
        self.attribute(id);
        self.push("-title\"><table class=\"worksheet\"><thead><tr>");
        for column in columns {
            let _ = write!(self.out, "<th scope=\"col\" id=\"{id}-{}\">", column.id.value);
            self.inlines(&column.text);
            self.push("</th>");
        }
        self.push("</tr></thead><tbody>\n");
        for example in examples {
            self.push("<tr class=\"example\">");
            for (cell, column) in example.iter().zip(columns) {
                self.cell_label(column);
                self.inlines(cell);
                self.push("</td>");
            }
            self.push("</tr>\n");
        }
        for row in 1..=rows {
            self.push("<tr>");
            for column in columns {
                self.cell_label(column);
                let label = self.sources.plain(&column.text);
                let _ = write!(
                    self.out,
                    "<textarea name=\"{id}\" data-row=\"{row}\" data-column=\"{}\" rows=\"2\" aria-label=\"",
                    column.id.value
                );
                self.attribute(&label);
                let _ = write!(self.out, " {row}\"></textarea></td>");
            }
            self.push("</tr>\n");
        }
        self.push("</tbody></table></div>\n");
    }

    /// Opens a cell that names its column, for phones that show a row as a card.
    fn cell_label(&mut self, column: &Column) {
        self.push("<td data-label=\"");
        let label = self.sources.plain(&column.text);
        self.attribute(&label);
        self.push("\">");
    }

    fn question(&mut self, question: &Question) {
        let id = &question.id.value;
        let _ = write!(self.out, "<fieldset class=\"question\" id=\"{id}\" data-question=\"{id}\"><legend>");
        self.inlines(&question.text);
        self.push("</legend>\n");
        self.inner(&question.blocks);
        self.push("<p class=\"meta\">");
        self.word(if question.many() { "choose-several" } else { "choose-one" });
        self.push("</p>\n");
        self.options(id, question.many(), question.options.iter().map(|option| (&option.id, &option.text)));
        let with_key = self.sources.with_key;
        if with_key || question.options.iter().any(|option| !option.feedback.is_empty()) {
            let open = if with_key { " open" } else { "" };
            let _ = write!(self.out, "<details class=\"feedback\"{open}><summary>");
            self.word("show-feedback");
            self.push("</summary>\n<dl>");
            for option in &question.options {
                let _ = write!(self.out, "<dt data-option=\"{}\"", option.id.value);
                self.push(if option.right { " data-right>" } else { ">" });
                self.inlines(&option.text);
                self.push(" <strong>");
                self.word(if option.right { "right-answer" } else { "wrong-answer" });
                self.push("</strong></dt><dd>");
                self.prose(&option.feedback);
                self.push("</dd>\n");
            }
            self.push("</dl></details>");
        }
        self.push("</fieldset>\n");
    }
}
