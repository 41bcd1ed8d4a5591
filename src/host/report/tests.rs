//! What a report must get right: columns past æ, ø and å, very long lines, and the forms that other programs read.

use serde_json::{Value, json};

use super::{Format, Report};
use crate::diag::{Diagnostic, Fix, Lint};
use crate::message;
use crate::model::words::Words;
use crate::source::{Path, Span, Tree};

const PAGE: &str = "content/no/a.md";

fn tree(text: &str) -> Tree {
    let mut tree = Tree::default();
    tree.insert_text(PAGE, text);
    tree.insert_text("i18n/en/check.ftl", include_str!("../../../i18n/en/check.ftl"));
    tree
}

fn draw(tree: &Tree, format: Format, found: &[Diagnostic]) -> String {
    let words = Words::load(tree, "en", "en", "check");
    assert_eq!(words.diagnostics, []);
    Report { tree, words: &words.value, release: false, format, color: false }.draw(found)
}

/// A broken link at the first place where `words` stand.
fn fault(text: &str, words: &str) -> Diagnostic {
    let at = text.find(words).expect("the words stand in the text");
    let place = Span::new(at, at + words.len()).within(&Path::new(PAGE));
    Diagnostic::new(Lint::BrokenLink, place, message!("broken-link", target = words))
}

/// What stands over and under the carets, to be compared sign by sign.
fn underlined(drawn: &str) -> String {
    let lines: Vec<&str> = drawn.lines().collect();
    let carets = lines.iter().position(|line| line.contains('^')).expect("something is underlined");
    let signs = lines[carets].char_indices().filter(|(_, sign)| *sign == '^').map(|(at, _)| at);
    signs.filter_map(|at| lines[carets - 1].chars().nth(at)).collect()
}

#[test]
fn text_underlines_the_words_past_nordic_letters() {
    let text = "# Øvelse\r\n\r\nPå blåbærtur så vi [[long-exale]] før kvelden.\r\n";
    let drawn = draw(
        &tree(text),
        Format::Text,
        &[fault(text, "long-exale").nearest("long-exale", ["long-exhale"], true)],
    );
    assert!(drawn.starts_with("error[broken-link]: `long-exale` leads nowhere\n"), "{drawn}");
    assert!(drawn.contains("--> content/no/a.md:3:22\n"), "{drawn}");
    assert_eq!(underlined(&drawn), "long-exale", "{drawn}");
    assert!(drawn.contains("= why: On a bad day"), "{drawn}");
    assert!(drawn.contains("= help: Did you mean `long-exhale`?"), "{drawn}");
}

#[test]
fn no_format_repeats_a_personal_number() {
    let text = "Kari Øye 010160 60065 og [[pusten]]\n";
    let mut number = fault(text, "010160 60065");
    number.lint = Lint::PersonalNumber;
    number.message = message!("personal-number", masked = "010160 *****");
    let found = [number, fault(text, "pusten")];
    for format in [Format::Text, Format::Json, Format::Sarif, Format::Github] {
        let drawn = draw(&tree(text), format, &found);
        assert!(drawn.contains("010160 *****"), "{drawn}");
        assert!(!drawn.contains("60065"), "{drawn}");
    }
    let drawn = draw(&tree(text), Format::Text, &found);
    assert_eq!(underlined(&drawn), "****** *****", "{drawn}");
    assert_eq!(drawn.matches("Kari Øye ****** ***** og").count(), 2, "{drawn}");
}

#[test]
fn text_shows_related_places_near_far_and_elsewhere() {
    let far = "\n".repeat(500);
    let text = format!("a first\n\nb second\n{far}c third\n");
    let mut tree = tree(&text);
    tree.insert_text("content/sv/a.md", "in other\n");
    let other = Span::new(3, 8).within(&Path::new("content/sv/a.md"));
    let gone = Span::new(3, 8).within(&Path::new("content/sv/gone.md"));
    let found = fault(&text, "second")
        .related(fault(&text, "first").place, message!("first-here"))
        .related(fault(&text, "third").place, message!("first-here"))
        .related(other, message!("twin-here"))
        .related(gone, message!("twin-here"));
    let drawn = draw(&tree, Format::Text, &[found]);
    assert!(drawn.contains("--> content/no/a.md:3:3\n"), "{drawn}");
    assert!(drawn.contains("----- first here"), "{drawn}");
    assert!(drawn.contains("::: content/no/a.md:504:3\n"), "{drawn}");
    assert!(drawn.contains("::: content/sv/a.md:1:4\n"), "{drawn}");
    assert!(drawn.contains("= note: content/sv/gone.md: the same place"), "{drawn}");
    assert!(drawn.lines().count() < 35, "{drawn}");
}

#[test]
#[allow(clippy::disallowed_methods, reason = "how long a report takes is what this is about")]
fn text_crops_a_line_of_ten_megabytes() {
    let text = format!("{}<<here>> and on {}", "ærlig ".repeat(900_000), "talt ".repeat(900_000));
    let begun = std::time::Instant::now();
    let drawn = draw(&tree(&text), Format::Text, &[fault(&text, "<<here>>")]);
    assert!(begun.elapsed().as_secs() < 2);
    assert!(drawn.contains("--> content/no/a.md:1:5400001\n"), "{drawn}");
    assert_eq!(underlined(&drawn), "<<here>>", "{drawn}");
    assert!(drawn.len() < 1000, "{drawn}");
}

#[test]
fn text_lines_up_behind_tabs_and_at_the_end_of_a_file() {
    let text = "\tså\t[[x]]\n";
    let drawn = draw(&tree(text), Format::Text, &[fault(text, "[[x]]")]);
    assert!(drawn.contains("a.md:1:5\n"), "{drawn}");
    assert_eq!(underlined(&drawn), "[[x]]", "{drawn}");
    let end = Span::new(text.len(), text.len() + 9).within(&Path::new(PAGE));
    let drawn =
        draw(&tree(text), Format::Text, &[Diagnostic::new(Lint::YamlSyntax, end, message!("yaml-syntax"))]);
    assert!(drawn.contains("a.md:2:1\n"), "{drawn}");
}

#[test]
fn text_has_only_the_path_for_a_file_as_a_whole() {
    for path in [PAGE, "content/no/gone.md"] {
        let place = Span::default().within(&Path::new(path));
        let drawn = draw(
            &tree("# x"),
            Format::Text,
            &[Diagnostic::new(Lint::PathNotNfc, place, message!("path-not-nfc", path = path))],
        );
        assert!(drawn.contains(&format!("--> {path}\n")), "{drawn}");
    }
}

#[test]
fn text_reads_files_that_are_not_utf8() {
    let mut tree = tree("");
    let bytes = b"s\xe5 her [[x]]".as_slice();
    tree.insert(PAGE, crate::source::Content::Bytes(bytes.into()));
    let place = Span::new(7, 12).within(&Path::new(PAGE));
    let drawn = draw(
        &tree,
        Format::Text,
        &[Diagnostic::new(Lint::BrokenLink, place, message!("broken-link", target = "x"))],
    );
    assert!(drawn.contains("a.md:1:8\n"), "{drawn}");
    assert_eq!(underlined(&drawn), "[[x]]", "{drawn}");
}

#[test]
fn every_format_survives_places_outside_the_text() {
    let text = "æøå\nsmå";
    for (start, end) in [(1, 2), (1, 1), (3, 5), (5, 4), (7, 8), (90, 99), (2, 4_000_000_000)] {
        for path in [PAGE, "content/no/gone.md"] {
            let place = Span { start, end }.within(&Path::new(path));
            let found = Diagnostic::new(Lint::RawHtml, place.clone(), message!("raw-html", tag = "<b>"))
                .related(place, message!("first-here"));
            for format in [Format::Text, Format::Json, Format::Sarif, Format::Github] {
                draw(&tree(text), format, std::slice::from_ref(&found));
            }
        }
    }
}

#[test]
fn a_message_that_is_missing_shows_its_name_and_a_long_argument_is_cut() {
    let place = fault("x", "x").place;
    let found = Diagnostic::new(Lint::RawHtml, place.clone(), message!("no-such-message", tag = "<b>"));
    assert!(
        draw(&tree("x"), Format::Text, &[found]).starts_with("error[raw-html]: no-such-message tag=<b>\n")
    );
    let found = Diagnostic::new(Lint::RawHtml, place, message!("raw-html", tag = "å".repeat(9000)));
    assert!(draw(&tree("x"), Format::Text, &[found]).len() < 1500);
}

#[test]
fn json_is_one_object_a_line_as_promised() {
    let text = "Så blåste det\n[[long-exale]]\n";
    let mut found = fault(text, "long-exale")
        .related(fault(text, "blåste").place, message!("first-here"))
        .help(message!("did-you-mean", nearest = "long-exhale"));
    found.fix = Some(Fix { edits: vec![(found.place.clone(), "long-exhale".into())] });
    let drawn = draw(&tree(text), Format::Json, &[found, fault(text, "det")]);
    let lines: Vec<Value> = drawn.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[1]["fix"], Value::Null);
    assert_eq!(lines[1]["related"], json!([]));
    assert_eq!(
        lines[0],
        json!({
            "lint": "broken-link", "level": "error", "message": "`long-exale` leads nowhere",
            "file": "content/no/a.md", "line": 2, "column": 3, "end_line": 2, "end_column": 13,
            "help": [
                "Did you mean `long-exhale`?",
                "Link by id: `[[id]]` or `[[id|words]]`. That holds when files are moved."
            ],
            "fix": { "edits": [{
                "file": "content/no/a.md", "line": 2, "column": 3, "end_line": 2, "end_column": 13,
                "text": "long-exhale"
            }] },
            "related": [{
                "file": "content/no/a.md", "line": 1, "column": 4, "end_line": 1, "end_column": 10,
                "message": "first here"
            }]
        })
    );
}

#[test]
fn sarif_names_rules_and_escapes_addresses() {
    let mut tree = tree("x");
    tree.insert_text("content/no/på tur.md", "på [[x]]\n");
    let place = Span::new(4, 9).within(&Path::new("content/no/på tur.md"));
    let found = Diagnostic::new(Lint::BrokenLink, place, message!("broken-link", target = "x"));
    let log: Value = serde_json::from_str(&draw(&tree, Format::Sarif, &[found])).expect("JSON");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    assert_eq!(run["tool"]["driver"]["rules"][0]["id"], "broken-link");
    let finding = &run["results"][0];
    assert_eq!((&finding["ruleIndex"], &finding["level"]), (&json!(0), &json!("error")));
    assert_eq!(
        finding["locations"][0]["physicalLocation"],
        json!({
            "artifactLocation": { "uri": "content/no/p%C3%A5%20tur.md" },
            "region": { "startLine": 1, "startColumn": 4, "endLine": 1, "endColumn": 9 }
        })
    );
}

#[test]
fn github_escapes_what_would_end_a_command() {
    let mut tree = tree("x");
    tree.insert_text("content/no/a,b:c.md", "100 %\n");
    let place = Span::new(0, 3).within(&Path::new("content/no/a,b:c.md"));
    let found = Diagnostic::new(Lint::RawHtml, place, message!("raw-html", tag = "<b a=\"100%\r\n\">"));
    let drawn = draw(&tree, Format::Github, &[found]);
    let start = "::error file=content/no/a%2Cb%3Ac.md,line=1,col=1,endLine=1,endColumn=4,title=raw-html::";
    assert!(drawn.starts_with(&format!("{start}`<b a=\"100%25%0D%0A\">` is HTML")), "{drawn}");
    assert_eq!(drawn.lines().count(), 1, "{drawn}");
}
