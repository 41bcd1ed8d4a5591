//! `andrum approve`: writes into pages that a role approves what they say now: `approved: [ { role: clinical, … } ]`. What
//! was approved before stays, for whoever asks later.

use super::cli::{Common, End};
use super::mark::{self, Refusal};
use super::project::Project;
use super::{fix, git};
use crate::message;
use crate::model::approval::{Approval, approvals, is_asked, roles, said};
use crate::model::page::{Page, Translation};
use crate::syntax::{self, edit};

/// Who approves what.
#[derive(clap::Args)]
pub struct Approve {
    /// Ids of pages, or their files
    #[arg(required_unless_present = "all", conflicts_with = "all", value_name = "PAGE")]
    pages: Vec<String>,
    /// Every page but drafts
    #[arg(long)]
    all: bool,
    /// The role that approves: one of `approvals` in programme.yaml
    #[arg(long)]
    role: String,
    /// Who approves in that role
    #[arg(long, value_name = "NAME")]
    by: String,
    /// The language that was read [default: all of them]
    #[arg(long, value_name = "LANG")]
    lang: Option<String>,
}

impl Approve {
    /// Marks the texts, one file a line of what is printed; those that can't be are told and fail the command.
    pub fn run(&self, common: &Common) -> Result<(), End> {
        let mut project = common.compile()?;
        project.progress.end();
        let asked: Vec<String> = roles(&project.programme).map(|role| role.value).collect();
        if !asked.contains(&self.role) {
            let all = if asked.is_empty() { "none".into() } else { asked.join(", ") };
            let unknown = message!("approve-unknown-role", role = self.role, roles = all);
            return Err(project.unknown(&unknown, &self.role, asked.iter().map(String::as_str)));
        }
        if self.by.trim().is_empty() {
            return Err(End::Other(project.say(&message!("approve-nobody"))));
        }
        let lang = self.lang.as_ref().map(|code| project.language_named(code)).transpose()?;
        let pages = match self.all {
            true => project.programme.everything().filter(|page| is_asked(page)).collect(),
            false => project.pages_named(&self.pages)?,
        };
        let texts = pages.into_iter().flat_map(|page| self.texts(&project, page, lang));
        let marks = texts.map(|text| text.and_then(|(language, text)| self.mark(&project, language, text)));
        mark::tell(common, &project, marks, |marked, current| {
            message!("approved", marked = marked, current = current, role = self.role)
        })
    }

    /// The texts of a page that are meant, or why there are none.
    fn texts<'a>(
        &self,
        project: &Project,
        page: &'a Page,
        lang: Option<usize>,
    ) -> Vec<Result<(usize, &'a Translation), Refusal>> {
        if !is_asked(page) {
            return vec![Err(Refusal::Message(match page.facts.draft {
                true => message!("approve-refused-draft", id = page.id),
                false => message!("approve-refused-fragment", id = page.id),
            }))];
        }
        match lang.map(|language| (language, page.in_language(language))) {
            None => page.present().map(Ok).collect(),
            Some((language, Some(text))) => vec![Ok((language, text))],
            Some((language, None)) => {
                let code = &project.programme.project.languages[language].code;
                let missing = message!("approve-refused-missing", id = page.id, language = code);
                vec![Err(Refusal::Message(missing))]
            }
        }
    }

    /// Marks one text, and says which file was written; none where the role has approved just that already.
    fn mark<'a>(
        &self,
        project: &Project,
        language: usize,
        text: &'a Translation,
    ) -> Result<Option<&'a crate::source::Path>, Refusal> {
        if project.is_faulty(&text.path) {
            return Err(Refusal::Message(message!("refused-errors", file = text.path)));
        }
        let programme = &project.programme;
        if matches!(approvals(programme, language, text, [self.role.as_str()])[..], [Approval::Valid(_)]) {
            return Ok(None);
        }
        let hash = programme.meaning(language, text);
        // A string of JSON is one of YAML.
        let by = serde_json::Value::from(self.by.trim());
        let row = format!("{{ role: {}, by: {by}, date: {}, at: \"{hash}\" }}", self.role, git::today());
        let file = syntax::text(project.tree.bytes(text.path.as_str()).unwrap_or_default());
        let edits = edit::append(&file, &text.front, "approved", &row)
            .filter(|edits| holds(&fix::edited(file.clone().into_owned(), edits), text, &hash))
            .ok_or_else(|| message!("refused-header", file = text.path, key = "approved"))
            .map_err(Refusal::Message)?;
        fix::replace(&project.root, &text.path, &edits).map_err(Refusal::Machine)?;
        Ok(Some(&text.path))
    }
}

/// Whether a file as it was edited can be read, and says one thing more than it did: that `hash` was approved.
fn holds(edited: &str, before: &Translation, hash: &str) -> bool {
    let sheet = syntax::read(&before.path, edited.as_bytes()).value;
    let rows = sheet.front.get("approved").map_or(&[][..], |rows| rows.many());
    let at = rows.last().and_then(|row| row.get("at")?.text());
    sheet.whole && rows.len() == said(before).count() + 1 && at == Some(hash)
}
