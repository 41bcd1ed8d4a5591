//! One project with forty faults, planted all over it: every one is found in one run, at its line and column, and none
//! besides.
//!
//! In `planted.txt` a fault stands as `⟦lint|words⟧`. The marks are taken out, and where they stood is counted here, in
//! characters, without the compiler's help.

use std::collections::BTreeSet;

use andrum::check::Beside;
use andrum::source::media::Stored;
use andrum::source::{Content, Lines, Media, Path, Tree};

/// Path, line, column, lint and words.
type Fault = (String, usize, usize, String, String);

#[test]
fn every_planted_fault_is_found_and_no_other() {
    let (tree, planted) = plant(include_str!("planted.txt"));
    let found: Vec<Fault> = andrum::compile(&tree, &Beside::default())
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.lint.level(false).is_some())
        .map(|diagnostic| {
            let (path, span) = (&diagnostic.place.path, diagnostic.place.span);
            let text = match tree.get(path) {
                Some(Content::Media(Media { stored: Stored::Memory(bytes), .. })) => {
                    andrum::syntax::text(bytes)
                }
                _ => andrum::syntax::text(tree.bytes(path.as_str()).unwrap_or_default()),
            };
            let (line, column) = Lines::new(&text).position(span.start);
            let words = span.of(&text).to_string();
            (path.to_string(), line, column, diagnostic.lint.name().to_string(), words)
        })
        .collect();
    assert_eq!(found.len(), found.iter().collect::<BTreeSet<_>>().len(), "a fault is reported twice");
    let found: BTreeSet<Fault> = found.into_iter().collect();
    assert_eq!(planted.len(), 40);
    let missing: Vec<_> = planted.difference(&found).collect();
    let unexpected: Vec<_> = found.difference(&planted).collect();
    assert!(missing.is_empty() && unexpected.is_empty(), "missing {missing:#?}\nunexpected {unexpected:#?}");
}

/// The project without its marks, and the faults that they mark.
fn plant(text: &str) -> (Tree, BTreeSet<Fault>) {
    let mut tree = Tree::default();
    let mut faults = BTreeSet::new();
    for section in text.split("-- ").filter(|section| section.contains(" --\n")) {
        let (path, marked) = section.split_once(" --\n").expect("a section has a head");
        let mut plain = String::new();
        for (number, line) in marked.lines().enumerate() {
            let mut parts = line.split('⟦');
            let mut written = parts.next().unwrap_or_default().to_string();
            for part in parts {
                let (lint, rest) = part.split_once('|').expect("a fault has a lint");
                let (words, rest) = rest.split_once('⟧').expect("a fault ends");
                // A byte that is no character of its own is shown as a question mark.
                let words = if words == r"\xE6" { "?" } else { words };
                let column = written.chars().count() + 1;
                faults.insert((path.to_string(), number + 1, column, lint.to_string(), words.to_string()));
                written.extend([if lint == "not-utf8" { "\u{1}" } else { words }, rest]);
            }
            plain.extend([&written, "\n"]);
        }
        let mut bytes = plain.into_bytes();
        bytes.iter_mut().filter(|byte| **byte == 1).for_each(|byte| *byte = 0xE6);
        let content = if path.starts_with("content/media/") {
            Content::Media(Media::read(&Path::new(path), &bytes, Stored::Memory(bytes.clone().into())))
        } else {
            Content::Bytes(bytes.into())
        };
        tree.insert(path, content);
    }
    (tree, faults)
}
