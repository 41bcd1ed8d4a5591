//! The words of messages, held complete: every language has what the code says, with the same gaps, and a manual for
//! every lint.

#![allow(clippy::disallowed_methods, reason = "a test reads the sources it is about")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use andrum::diag::Lint;
use andrum::model::words::{Arg, Words};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser::parse;

const LANGUAGES: &[&str] = &["en", "no", "sv"];

/// Words that the report and the command line ask for by name, and what fills them.
const AROUND: &[(&str, &[&str])] = &[
    ("level-error", &[]),
    ("level-warning", &[]),
    ("help", &[]),
    ("why", &[]),
    ("note", &[]),
    ("fixable", &[]),
    ("unknown-lint", &["name"]),
    ("built", &["edition", "pages"]),
    ("mended", &["count"]),
    ("progress-reading", &[]),
    ("progress-checking", &[]),
    ("progress-writing", &[]),
    ("summary-clean", &["pages", "time"]),
    ("summary", &["errors", "warnings", "pages", "time"]),
];

/// One word: its text and its gaps, and those of its attributes (`.help`).
#[derive(Debug, Default)]
struct Word {
    texts: BTreeMap<String, String>,
    gaps: BTreeMap<String, BTreeSet<String>>,
    variants: BTreeSet<String>,
}

impl Word {
    fn all_gaps(&self) -> BTreeSet<&str> {
        self.gaps.values().flatten().map(String::as_str).collect()
    }
}

#[test]
fn every_language_has_the_same_words_with_the_same_gaps() {
    let english = words("en");
    for language in ["no", "sv"] {
        let other = words(language);
        let mut faults = Vec::new();
        for name in english.keys().chain(other.keys()).collect::<BTreeSet<_>>() {
            match (english.get(name), other.get(name)) {
                (Some(ours), Some(theirs)) if ours.gaps == theirs.gaps => {
                    if ours.variants != theirs.variants {
                        faults
                            .push(format!("{name}: variants {:?} and {:?}", ours.variants, theirs.variants));
                    }
                }
                (ours, theirs) => {
                    faults.push(format!(
                        "{name}: {:?} and {:?}",
                        ours.map(|word| &word.gaps),
                        theirs.map(|word| &word.gaps)
                    ));
                }
            }
        }
        none(&format!("en and {language} differ"), faults);
    }
}

#[test]
fn every_message_of_the_code_has_words_and_every_word_is_used() {
    let english = words("en");
    let mut asked: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut faults = Vec::new();
    for (place, name, gaps) in messages() {
        if asked.get(&name).is_some_and(|known| *known != gaps) {
            faults.push(format!("{place}: {name} is given {gaps:?} here and something else elsewhere"));
        }
        asked.insert(name, gaps);
    }
    for (name, gaps) in AROUND {
        asked.insert(name.to_string(), gaps.iter().map(|gap| gap.to_string()).collect());
    }
    for lint in Lint::ALL {
        asked.insert(format!("why-{}", lint.name()), BTreeSet::new());
    }
    for (name, gaps) in &asked {
        match english.get(name) {
            None => faults.push(format!("{name} has no words")),
            // A gap that the code does not fill would hide the whole message.
            Some(word) if word.all_gaps() != gaps.iter().map(String::as_str).collect::<BTreeSet<_>>() => {
                faults.push(format!("{name}: the code fills {gaps:?}, the words have {:?}", word.all_gaps()));
            }
            Some(_) => {}
        }
    }
    faults.extend(
        english
            .keys()
            .filter(|name| !asked.contains_key(*name))
            .map(|name| format!("nothing asks for {name}")),
    );
    none("messages and words", faults);
}

#[test]
fn every_word_can_be_filled() {
    let tree = andrum::builtin();
    for language in LANGUAGES {
        let loaded = Words::load(tree, language, language, "check");
        none("words can't be read", loaded.diagnostics.iter().map(|found| format!("{found:?}")).collect());
        for (name, word) in words(language) {
            let gaps = word.all_gaps();
            let filled = |arg: fn() -> Arg<'static>| gaps.iter().map(|gap| (*gap, arg())).collect::<Vec<_>>();
            for args in [filled(|| Arg::Text("x")), filled(|| Arg::Number(1)), filled(|| Arg::Number(0))] {
                assert!(
                    loaded.value.fill(&name, &args).is_some_and(|text| !text.trim().is_empty()),
                    "{language}: {name}"
                );
                for attribute in word.texts.keys().filter(|attribute| !attribute.is_empty()) {
                    assert!(
                        loaded.value.attribute(&name, attribute, &args).is_some(),
                        "{language}: {name}.{attribute}"
                    );
                }
            }
        }
    }
}

#[test]
fn no_word_is_left_in_english() {
    let english = words("en");
    for language in ["no", "sv"] {
        let other = words(language);
        let pairs = english.iter().filter_map(|(name, ours)| Some((name, ours, other.get(name)?)));
        let same = pairs.flat_map(|(name, ours, theirs)| {
            let same =
                ours.texts.iter().filter(|(attribute, text)| theirs.texts.get(*attribute) == Some(*text));
            same.map(move |(attribute, _)| format!("{name} {attribute}"))
        });
        none(&format!("the same in en and {language}"), same.collect());
    }
}

#[test]
fn every_shape_of_a_value_has_its_own_words() {
    let source = std::fs::read_to_string(root().join("src/syntax/shape.rs")).expect("src/syntax/shape.rs");
    let (_, body) = source.split_once("fn expected(").expect("Shape::expected");
    let body = &body[..body.find("\n    }\n").expect("its end")];
    let names: BTreeSet<&str> = body.split('"').skip(1).step_by(2).collect();
    assert!(names.len() > 5, "{names:?}");
    for language in LANGUAGES {
        let variants = &words(language)["wrong-type"].variants;
        none(
            language,
            names.iter().filter(|name| !variants.contains(**name)).map(|name| name.to_string()).collect(),
        );
    }
}

#[test]
fn every_lint_has_a_manual_in_every_language() {
    for language in LANGUAGES {
        let folder = root().join("i18n").join(language).join("lints");
        let mut faults = Vec::new();
        for lint in Lint::ALL {
            let manual =
                std::fs::read_to_string(folder.join(format!("{}.md", lint.name()))).unwrap_or_default();
            if manual.lines().next() != Some(format!("# {}", lint.name()).as_str()) {
                faults.push(format!("{} has no manual with its name on top", lint.name()));
            }
        }
        for entry in std::fs::read_dir(&folder).expect("a folder of manuals").flatten() {
            let name = entry.file_name().to_string_lossy().replace(".md", "");
            if Lint::named(&name).is_none() {
                faults.push(format!("{name} is the manual of no lint"));
            }
        }
        none(language, faults);
    }
}

fn none(what: &str, faults: Vec<String>) {
    assert!(faults.is_empty(), "{what}:\n  {}", faults.join("\n  "));
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The words of `i18n/<language>/check.ftl`; a word's own text stands under the empty attribute.
fn words(language: &str) -> BTreeMap<String, Word> {
    let path = root().join("i18n").join(language).join("check.ftl");
    let text = std::fs::read_to_string(&path).expect("check.ftl");
    let resource =
        parse(text.as_str()).unwrap_or_else(|(_, faults)| panic!("{}: {faults:?}", path.display()));
    let mut words: BTreeMap<String, Word> = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut word = Word::default();
        let value = message.value.iter().map(|pattern| ("", pattern));
        for (name, pattern) in value.chain(message.attributes.iter().map(|part| (part.id.name, &part.value)))
        {
            let (mut text, mut gaps) = (String::new(), BTreeSet::new());
            walk(pattern, &mut text, &mut gaps, &mut word.variants);
            word.texts.insert(name.into(), text);
            word.gaps.insert(name.into(), gaps);
        }
        assert!(
            words.insert(message.id.name.into(), word).is_none(),
            "{} stands twice in {language}",
            message.id.name
        );
    }
    words
}

fn walk(
    pattern: &Pattern<&str>,
    text: &mut String,
    gaps: &mut BTreeSet<String>,
    variants: &mut BTreeSet<String>,
) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => gap(inline, text, gaps),
            PatternElement::Placeable { expression: Expression::Select { selector, variants: rows } } => {
                gap(selector, text, gaps);
                for row in rows {
                    let (VariantKey::Identifier { name: key } | VariantKey::NumberLiteral { value: key }) =
                        &row.key;
                    variants.insert(key.to_string());
                    walk(&row.value, text, gaps, variants);
                }
            }
        }
    }
}

fn gap(inline: &InlineExpression<&str>, text: &mut String, gaps: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            gaps.insert(id.name.into());
        }
        InlineExpression::StringLiteral { value } => text.push_str(value),
        other => panic!("the test does not know {other:?}"),
    }
}

/// Every `message!("name", gap = …)` in the code: where, its name, its gaps.
fn messages() -> Vec<(String, String, BTreeSet<String>)> {
    let mut found = Vec::new();
    for path in sources(&root().join("src")) {
        let text = std::fs::read_to_string(&path).expect("a source");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (at, call) in code.match_indices("message!(") {
            let parts = arguments(&code[at + call.len()..]);
            let Some(name) = parts[0].strip_prefix('"').and_then(|name| name.strip_suffix('"')) else {
                continue;
            };
            let line = code[..at].matches('\n').count() + 1;
            let gaps = parts[1..]
                .iter()
                .filter_map(|part| part.split_once('='))
                .map(|(gap, _)| gap.trim().to_string());
            found.push((format!("{}:{line}", path.display()), name.to_string(), gaps.collect()));
        }
    }
    assert!(found.len() > 50, "only {} messages were found", found.len());
    found
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder of sources").flatten() {
        let path = entry.path();
        match path.is_dir() {
            true => files.extend(sources(&path)),
            false if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") => {
                files.push(path)
            }
            false => {}
        }
    }
    files.sort();
    files
}

/// The arguments of a call, up to the parenthesis that closes it.
fn arguments(code: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let (mut depth, mut quoted, mut escaped) = (0, false, false);
    for sign in code.chars() {
        match sign {
            '"' if !escaped => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted && depth == 0 => break,
            ')' | ']' | '}' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        escaped = quoted && sign == '\\' && !escaped;
        if let Some(part) = parts.last_mut() {
            part.push(sign);
        }
    }
    parts.into_iter().map(|part| part.trim().to_string()).filter(|part| !part.is_empty()).collect()
}

#[test]
fn the_previews_words_are_in_every_language_and_each_is_asked_for() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| std::fs::read_to_string(root.join(path)).expect("a file of the project");
    let ids = |language: &str| -> BTreeSet<String> {
        let text = read(&format!("i18n/{language}/preview.ftl"));
        text.lines().filter_map(|line| Some(line.split_once(" = ")?.0.to_string())).collect()
    };
    let (english, client) = (ids("en"), read("src/host/serve/client/preview.js"));
    for language in ["no", "sv"] {
        assert_eq!(ids(language), english, "{language}");
    }
    let rust: String =
        ["bar", "beside", "http", "preview"].map(|file| read(&format!("src/host/serve/{file}.rs"))).concat();
    let asked = |id: &&String| {
        let by_script = |name: &str| {
            client.contains(&format!("words.{name}")) || client.contains(&format!("words['{name}']"))
        };
        rust.contains(&format!("\"{id}\"")) || id.strip_prefix("bar-").is_some_and(by_script)
    };
    none("words that nobody asks for", english.iter().filter(|id| !asked(id)).cloned().collect());
    let named = client.match_indices("words.").map(|(at, _)| &client[at + "words.".len()..]);
    let names = named.map(|rest| {
        rest.split(|mark: char| !mark.is_ascii_lowercase() && mark != '-').next().unwrap_or_default()
    });
    none(
        "words that are not there",
        names.map(|name| format!("bar-{name}")).filter(|id| !english.contains(id)).collect(),
    );
}
