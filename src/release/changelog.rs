//! What a release changes, told to those who read the programme: by the titles they know, not by ids, and only of what they
//! may see. The words are `i18n/<language>/changes.ftl`.

use std::fmt::Write;

use super::diff::Diff;
use crate::model::Programme;
use crate::model::meaning::part_title;
use crate::model::words::{Arg, Words};

/// So many titles stand in one line; of more it is said how many there are.
const FEW: usize = 8;

/// What is said of changes, in this order, by their message; `id` or `by` names what it is said of.
const ROWS: &[(&str, &[&str], &str)] = &[
    ("changes-new-page", &["diff-page-added"], "id"),
    ("changes-page-instead", &["diff-page-replaced"], "by"),
    ("changes-words", &["diff-words"], "id"),
    ("changes-new-task", &["diff-task-added"], "id"),
    ("changes-task-instead", &["diff-task-replaced"], "by"),
    ("changes-shared", &["diff-task-shared"], "id"),
    ("changes-private", &["diff-task-private"], "id"),
    (
        "changes-task",
        &[
            "diff-task-kind",
            "diff-task-every",
            "diff-task-when",
            "diff-scale",
            "diff-anchors",
            "diff-many",
            "diff-rows",
            "diff-pass",
            "diff-right",
            "diff-part-gone",
            "diff-part-added",
        ],
        "id",
    ),
    ("changes-moved", &["diff-task-moved", "diff-pattern-moved", "diff-page-unit"], "id"),
    ("changes-pattern", &["diff-pattern", "diff-pattern-replaced", "diff-pattern-added"], "id"),
];

/// What is new in a programme, or in what an edition's readers see of it, a line each, in one of its languages. Without a
/// diff it is the first release.
pub fn entries(diff: Option<&Diff>, programme: &Programme, language: usize, words: &Words) -> Vec<String> {
    let Some(diff) = diff else { return vec![words.get("changes-first").into()] };
    let code = programme.project.languages[language].code.as_str();
    let mut lines = Vec::new();
    for (row, keys, named) in ROWS {
        let mut titles: Vec<String> = Vec::new();
        for message in diff.changes.iter().map(|change| &change.message).filter(|it| keys.contains(&it.key)) {
            let arg = |name: &str| message.args.iter().find(|(key, _)| *key == name).map(|(_, value)| value);
            let here = |codes: &String| codes.split(", ").any(|it| it == code);
            let title = arg(named).filter(|_| arg("languages").is_none_or(here));
            titles.extend(title.and_then(|id| title_of(programme, id, language)));
        }
        titles.dedup();
        if !titles.is_empty() {
            lines.extend(words.fill(row, &[("titles", Arg::Text(&listed(&titles, words)))]));
        }
    }
    if lines.is_empty() {
        lines.push(words.get("changes-small").into());
    }
    lines
}

fn listed(titles: &[String], words: &Words) -> String {
    let quoted = |title: &String| words.fill("changes-title", &[("title", Arg::Text(title))]);
    let few: Vec<String> = titles.iter().take(FEW).filter_map(quoted).collect();
    let few = few.join(", ");
    match titles.len().saturating_sub(FEW) {
        0 => few,
        rest => {
            let args = [("titles", Arg::Text(&few)), ("rest", Arg::Number(rest as i64))];
            words.fill("changes-rest", &args).unwrap_or_default()
        }
    }
}

/// What readers know a page or a part of one by; `None` where they may not see it.
fn title_of(programme: &Programme, id: &str, language: usize) -> Option<String> {
    if let Some(page) = programme.page(id) {
        return Some(page.in_language(language)?.title.value.clone());
    }
    part_title(programme.page_of_part(id)?, id, language)
}

/// A changelog with the entries of one more version above the earlier ones. `file` is its text so far.
pub fn with(file: Option<&str>, version: &str, date: &str, entries: &[String], words: &Words) -> String {
    let file = file.map(|text| text.replace("\r\n", "\n"));
    let file = file.unwrap_or_else(|| format!("# {}\n", words.get("changes-heading")));
    let mut section = format!("## {version} ({date})\n\n");
    for entry in entries {
        let _ = writeln!(section, "- {entry}");
    }
    match file.find("\n## ") {
        Some(at) => format!(
            "{}\n{section}\n{}",
            file[..at].trim_end_matches('\n').to_string() + "\n",
            &file[at + 1..]
        ),
        None => format!("{}\n\n{section}", file.trim_end()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_version_stands_first_and_what_was_written_stays() {
        let words = Words::load(crate::builtin(), "no", "nb", "changes").value;
        let first = with(None, "1.0.0", "2026-11-20", &["Første utgave.".into()], &words);
        assert_eq!(first, "# Endringer\n\n## 1.0.0 (2026-11-20)\n\n- Første utgave.\n");
        let own = first.replace("# Endringer\n", "# Endringer\n\nTil deg som leser.\n").replace('\n', "\r\n");
        let second = with(Some(&own), "1.1.0", "2026-12-01", &["Ny side: «Søvn»".into()], &words);
        assert_eq!(
            second,
            "# Endringer\n\nTil deg som leser.\n\n## 1.1.0 (2026-12-01)\n\n- Ny side: «Søvn»\n\n\
             ## 1.0.0 (2026-11-20)\n\n- Første utgave.\n"
        );
    }
}
