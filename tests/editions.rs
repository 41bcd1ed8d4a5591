//! Who sees what: a word for therapists stands in no file of the patient's edition, wherever an author can put it; and what
//! a fragment brings along works where it is put.

mod common;

use andrum::check::Beside;
use andrum::source::media::Stored;
use andrum::source::{Content, Media, Path, Tree};
use common::{edition_files, errors};

const SECRET: &str = "hemmelighet";

const PROGRAMME: &str = "\
id: prove
version: 0.1.0
title: { no: Prøve }
languages: { no: { tag: nb } }
editions:
  patient: { audiences: [patient] }
  therapist: { audiences: [patient, therapist] }
schedule: { unit: week, count: 1 }
";

fn tree(pages: &[(&str, &str)]) -> Tree {
    let mut tree = Tree::default();
    tree.insert_text("programme.yaml", PROGRAMME);
    for (path, text) in pages {
        tree.insert_text(path, text);
    }
    tree.fall_back_on(andrum::builtin());
    tree
}

/// The files of both editions, patient's first, after making sure that nothing is wrong with the pages.
fn editions(tree: &Tree) -> [String; 2] {
    let programme = andrum::compile(tree, &Beside::default());
    assert!(errors(&programme.diagnostics).is_empty(), "{:?}", programme.diagnostics);
    ["patient", "therapist"].map(|edition| {
        let files = edition_files(tree, &programme.value, edition);
        let text = files.iter().filter(|(path, _)| !path.ends_with(".zip"));
        text.map(|(path, bytes)| format!("{path}\n{}\n", String::from_utf8_lossy(bytes))).collect()
    })
}

/// A shared page with `body` on it shows the secret to therapists and not to patients.
fn keeps(body: &str) {
    let page =
        format!("---\nid: felles\nkind: page\ntitle: Felles\naudience: [patient, therapist]\n---\n{body}");
    let [patient, therapist] = editions(&tree(&[("content/no/felles.md", &page)]));
    assert!(therapist.contains(SECRET), "therapists are shown the words:\n{body}");
    assert!(!patient.contains(SECRET), "patients are not:\n{body}");
}

#[test]
fn words_for_therapists_stay_with_them() {
    keeps("Alle.\n\n:::only{audience=therapist}\nhemmelighet\n:::\n");
}

#[test]
fn words_for_therapists_stay_with_them_inside_a_check_in() {
    keeps(
        ":::::checkin[Hvordan er det?]{#sjekk}\n::::scale[Uro]{#uro}\n:::only{audience=therapist}\nhemmelighet\n:::\n\
         ::::\n:::::\n",
    );
}

#[test]
fn words_for_therapists_stay_with_them_inside_a_task() {
    keeps("::::reflection[Tenk]{#tenk share=private}\n:::only{audience=therapist}\nhemmelighet\n:::\n::::\n");
}

#[test]
fn a_footnote_that_only_therapists_are_pointed_at_stays_with_them() {
    keeps("Alle.\n\n:::only{audience=therapist}\nSe noten.[^n]\n:::\n\n[^n]: hemmelighet\n");
}

#[test]
fn a_task_for_therapists_is_not_in_the_manifest_of_patients() {
    keeps(
        "Alle.\n\n::::only{audience=therapist}\n:::reflection[Notat]{#hemmelighet share=private}\nSkriv.\n:::\n::::\n",
    );
}

#[test]
fn a_link_to_a_heading_for_therapists_is_a_leak() {
    let page = "---\nid: felles\nkind: page\ntitle: Felles\naudience: [patient, therapist]\n---\nSe [under](#notat).\n\n\
                :::only{audience=therapist}\n## Notat\n\nTekst.\n:::\n";
    let found = andrum::compile(&tree(&[("content/no/felles.md", page)]), &Beside::default()).diagnostics;
    assert_eq!(errors(&found).iter().map(|found| found.lint.name()).collect::<Vec<_>>(), ["audience-leak"]);
}

#[test]
fn a_fragment_brings_its_picture_its_link_and_its_note_along() {
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>";
    let mut tree = tree(&[
        (
            "content/no/deler/bit.md",
            "---\nid: bit\nkind: fragment\ntitle: Bit\n---\n![Et vindu](../bilder/vindu.svg)\n\nTil [siden](../felles.md).[^1]\n\n\
             [^1]: Noten i biten.\n",
        ),
        (
            "content/no/felles.md",
            "---\nid: felles\nkind: page\ntitle: Felles\n---\nFørst.[^1]\n\n::include{ref=bit}\n\n[^1]: Noten på siden.\n",
        ),
    ]);
    let path = "content/no/bilder/vindu.svg";
    let media = Media::read(&Path::new(path), svg, Stored::Memory(svg.as_slice().into()));
    let file = media.file();
    tree.insert(path, Content::Media(media));
    let [patient, _] = editions(&tree);
    assert!(
        patient.contains(&format!("<img src=\"../../{file}\" alt=\"Et vindu\" width=\"4\" height=\"3\"")),
        "{patient}"
    );
    assert!(patient.contains("<a href=\"../felles/index.html\">siden</a>"));
    assert!(patient.contains("Noten på siden.") && patient.contains("Noten i biten."));
}

#[test]
fn a_link_to_a_draft_is_reported() {
    let found = andrum::compile(
        &tree(&[
            ("content/no/a.md", "---\nid: a\nkind: page\ntitle: A\n---\nSe [[b]].\n"),
            ("content/no/b.md", "---\nid: b\nkind: page\ntitle: B\ndraft: true\n---\nTekst.\n"),
        ]),
        &Beside::default(),
    );
    assert_eq!(
        errors(&found.diagnostics).iter().map(|found| found.message.key).collect::<Vec<_>>(),
        ["link-to-draft"]
    );
}

#[test]
fn readers_at_one_site_get_what_is_for_them_and_no_word_of_the_others() {
    let mut tree = Tree::default();
    tree.insert_text(
        "programme.yaml",
        "id: prove\nversion: 0.1.0\ntitle: { no: Prøve }\nlanguages: { no: { tag: nb } }\n\
         editions:\n  patient: { audiences: [patient], site: her }\n  therapist: { audiences: [patient], site: der }\n\
         sites: { her: { country: \"no\" }, der: { country: \"se\" } }\n\
         schedule:\n  unit: week\n  count: 1\n  contacts:\n    - { id: start, at: P0D }\n    - { id: ekstra, at: P1W, sites: [der] }\n\
         facts: { telefon: { her: \"116 117\", der: \"1177\" } }\n",
    );
    tree.insert_text(
        "content/no/felles.md",
        "---\nid: felles\nkind: page\ntitle: Felles\n---\nRing {{facts.telefon}}.\n\n\
         :::only{site=her}\nBare her.\n:::\n\n:::only{site=der audience=patient}\nBare der.\n:::\n",
    );
    tree.insert_text(
        "content/no/der.md",
        "---\nid: side-der\nkind: page\ntitle: En side der\nsites: [der]\n---\nTekst.\n",
    );
    tree.fall_back_on(andrum::builtin());
    let [here, there] = editions(&tree);
    for (edition, own, others) in [
        (
            &here,
            ["Ring 116 117.", "Bare her."].as_slice(),
            ["1177", "Bare der", "side-der", "ekstra"].as_slice(),
        ),
        (&there, &["Ring 1177.", "Bare der.", "side-der", "ekstra"], &["116 117", "Bare her"]),
    ] {
        own.iter().for_each(|words| assert!(edition.contains(words), "{words} is missing"));
        others.iter().for_each(|words| assert!(!edition.contains(words), "{words} is for the others"));
    }
}
