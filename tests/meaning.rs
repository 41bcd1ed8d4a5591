//! What changes the meaning of a page, and what does not: one page, and one change at a time. Translations hang on the raw
//! hash and approvals on the filled one, so a false alarm here is a false alarm for every translator.

use andrum::check::Beside;
use andrum::model::meaning::{self, Piece};
use andrum::model::{Programme, changes};
use andrum::source::media::Stored;
use andrum::source::{Content, Media, Path, Tree};

const PAGE: &str = r##"---
id: limits
kind: theme
unit: 3
title: Når det blir for mye
summary: Du øver på å merke et tegn.
minutes: 60
---

Ofte har kroppen sagt fra lenge før, i {{facts.weeks}} uker. Prøv [øvelsen](tools/exhale.md) «i dag», eller les [[exhale]].[^1]

## Tre steder å lete

- kjeve
- mage
- nakke

| Tid | Tegn |
|---|---|
| 22 | hjertebank |

> [!TIP]
> Ta det rolig.

![En hånd](media/hand.svg)

::include{ref=notice}

:::reflection[Mitt tegn]{#early minutes=10 share=therapist}
Hva merket du først?
:::

:::scale[Hvor spent er du?]{#tense from=0 to=10}
- 0: helt rolig
- 10: så spent du kan bli
:::

:::choice[Hvor kjennes det?]{#where many}
- Kjeve {#jaw}
- Mage {#stomach}
:::

[^1]: Spør gjerne.
"##;

/// The raw hash stays.
const SAME: &[(&str, &str, &str)] = &[
    ("a paragraph reflowed", "kroppen sagt fra", "kroppen\nsagt fra"),
    ("two spaces", "kroppen sagt", "kroppen  sagt"),
    ("a space that does not break", "22", "22\u{a0}"),
    ("a hard break", "sagt fra lenge", "sagt fra\\\nlenge"),
    ("words in italics", "har kroppen sagt", "har *kroppen* sagt"),
    ("words in bold, the other way", "har kroppen sagt", "har __kroppen__ sagt"),
    ("a part of a word in bold", "kroppen sagt", "**kr**oppen sagt"),
    ("a link by id", "[øvelsen](tools/exhale.md)", "[[exhale|øvelsen]]"),
    (
        "a link by reference",
        "[øvelsen](tools/exhale.md) «i dag», eller les [[exhale]].[^1]",
        "[øvelsen][o] «i dag», eller les [[exhale]].[^1]\n\n[o]: tools/exhale.md",
    ),
    ("a link from the project's folder", "tools/exhale.md", "/content/no/tools/exhale.md"),
    ("a bare link with spaces", "[[exhale]]", "[[ exhale ]]"),
    ("straight quotes", "«i dag»", "\"i dag\""),
    ("Swedish quotes", "«i dag»", "”i dag”"),
    ("single quotes", "«i dag»", "‘i dag’"),
    ("a soft hyphen", "hjertebank", "hjerte\u{ad}bank"),
    ("decomposed letters", "Når det", "Na\u{30a}r det"),
    ("a title in quotes", "title: Når det blir for mye", "title: \"Når det blir for mye\""),
    ("a summary over two lines", "summary: Du øver på å merke", "summary: >-\n  Du øver på å\n  merke"),
    ("keys in another order", "unit: 3\ntitle: Når det blir for mye", "title: Når det blir for mye\nunit: 3"),
    ("the audience that is the default", "minutes: 60", "minutes: 60\naudience: patient"),
    ("an order", "minutes: 60", "minutes: 60\norder: 4"),
    ("an approval", "minutes: 60", "minutes: 60\napproved: [{ role: a, by: b, date: 2026-01-01, at: c }]"),
    ("a mark of translation", "minutes: 60", "minutes: 60\ntranslated: { from: sv, at: \"m1-00000000\" }"),
    ("a date of review", "minutes: 60", "minutes: 60\nreview_by: 2027-01-01"),
    ("a heading's id", "Tre steder å lete", "Tre steder å lete {#steder}"),
    ("a heading underlined", "## Tre steder å lete", "Tre steder å lete\n---"),
    ("another bullet", "- kjeve\n- mage\n- nakke", "* kjeve\n* mage\n* nakke"),
    ("a loose list", "- kjeve\n- mage\n- nakke", "- kjeve\n\n- mage\n\n- nakke"),
    ("a table drawn with care", "|---|---|\n| 22 |", "|:------|---:|\n| 22    |"),
    ("attributes in another order", "minutes=10 share=therapist", "share=therapist minutes=10"),
    ("an attribute that is the default", "from=0 to=10", "to=10"),
    ("more colons", ":::reflection[Mitt tegn]", "::::reflection[Mitt tegn]"),
    ("a comment", "## Tre", "<!-- husk -->\n\n## Tre"),
    ("a footnote by another name", "[^1]", "[^spør]"),
    ("a picture by its path from the project's folder", "media/hand.svg", "/content/media/hand.svg"),
    ("Windows line ends", "\n", "\r\n"),
];

/// The raw hash is another.
const OTHER: &[(&str, &str, &str)] = &[
    ("a word of the title", "blir for mye", "blir litt mye"),
    ("a word of the summary", "merke et tegn", "merke to tegn"),
    ("a word of the text", "lenge før", "like før"),
    ("a word that is gone", "Ofte har kroppen", "Har kroppen"),
    ("a sign that turns a sentence", "Ta det rolig.", "Ta det rolig?"),
    ("a heading's word", "Tre steder", "Fire steder"),
    ("a heading's level", "## Tre", "### Tre"),
    ("an item", "- mage\n", "- rygg\n"),
    ("one item fewer", "- mage\n", ""),
    ("items in another order", "- kjeve\n- mage", "- mage\n- kjeve"),
    ("an item inside another", "- kjeve\n- mage", "- kjeve\n  - mage"),
    ("numbers for bullets", "- kjeve\n- mage\n- nakke", "1. kjeve\n2. mage\n3. nakke"),
    ("a cell", "| 22 |", "| 23 |"),
    ("what a callout is", "[!TIP]", "[!WARNING]"),
    ("what stands for a picture", "![En hånd]", "![To hender]"),
    ("a picture", "media/hand.svg", "media/foot.svg"),
    ("a link's target", "(tools/exhale.md)", "(tools/feet.md)"),
    ("a link's anchor", "(tools/exhale.md)", "(tools/exhale.md#ut)"),
    ("a bare link's target", "[[exhale]]", "[[feet]]"),
    ("a link taken away", "[øvelsen](tools/exhale.md)", "øvelsen"),
    ("another fact", "{{facts.weeks}}", "{{facts.days}}"),
    ("another fragment", "ref=notice", "ref=other"),
    ("a footnote's word", "Spør gjerne", "Spør alltid"),
    (
        "a footnote that is pointed at elsewhere",
        "[^1]\n\n## Tre steder å lete",
        "\n\n## Tre steder å lete[^1]",
    ),
    ("the page's minutes", "minutes: 60", "minutes: 45"),
    ("the audience", "minutes: 60", "minutes: 60\naudience: relative"),
    ("a task's title", "[Mitt tegn]", "[Mine tegn]"),
    ("a task's words", "Hva merket du først?", "Hva merket du sist?"),
    ("who reads an answer", "share=therapist", "share=private"),
    ("a task's minutes", "minutes=10", "minutes=5"),
    ("how often", "from=0 to=10", "from=0 to=10 every=day"),
    ("a scale's end", "to=10", "to=11"),
    ("an anchor", "0: helt rolig", "0: ganske rolig"),
    ("an option", "- Kjeve {#jaw}", "- Kjeven {#jaw}"),
    ("an option's id", "{#stomach}", "{#belly}"),
    ("a task's id", "#early", "#earliest"),
    ("how many options", "{#where many}", "{#where}"),
];

fn tree(page: &str) -> Tree {
    let mut tree = Tree::default();
    tree.insert_text("programme.yaml", include_str!("suite/programme.yaml"));
    let exercise = |id: &str, title: &str| {
        format!("---\nid: {id}\nkind: exercise\ntitle: {title}\nminutes: 5\n---\n\n## Ut\n\nPust.\n")
    };
    let fragment =
        |id: &str, words: &str| format!("---\nid: {id}\nkind: fragment\ntitle: {id}\n---\n\n{words}\n");
    tree.insert_text("content/no/tools/exhale.md", &exercise("exhale", "Lang utpust"));
    tree.insert_text("content/no/tools/feet.md", &exercise("feet", "Føttene i gulvet"));
    tree.insert_text("content/no/notice.md", &fragment("notice", "Dette er et eksempel."));
    tree.insert_text("content/no/other.md", &fragment("other", "Dette er noe annet."));
    for (path, bytes) in [("content/media/hand.svg", "<svg/>"), ("content/media/foot.svg", "<svg />")] {
        let media = Media::read(&Path::new(path), bytes.as_bytes(), Stored::Memory(bytes.as_bytes().into()));
        tree.insert(path, Content::Media(media));
    }
    tree.insert_text("content/no/limits.md", page);
    tree
}

fn programme(tree: &Tree) -> Programme {
    andrum::compile(tree, &Beside::default()).value
}

fn changed(from: &str, to: &str) -> String {
    assert!(PAGE.contains(from), "the page has no {from:?}");
    PAGE.replace(from, to)
}

fn raw(tree: &Tree) -> String {
    let programme = programme(tree);
    let page = programme.page("limits").expect("the page");
    meaning::raw(&programme, page.first().expect("a translation"))
}

fn filled(tree: &Tree) -> String {
    let programme = programme(tree);
    let page = programme.page("limits").expect("the page");
    meaning::of(&programme, 0, page.first().expect("a translation"))
}

fn pieces(tree: &Tree) -> Vec<Piece> {
    let programme = programme(tree);
    let page = programme.page("limits").expect("the page");
    meaning::pieces(&programme, page.first().expect("a translation"))
}

#[test]
fn form_changes_nothing() {
    let before = raw(&tree(PAGE));
    let stale: Vec<_> = SAME
        .iter()
        .filter(|(_, from, to)| raw(&tree(&changed(from, to))) != before)
        .map(|row| row.0)
        .collect();
    assert!(stale.is_empty(), "a false alarm for {stale:#?}");
    let filled_before = filled(&tree(PAGE));
    let void: Vec<_> = SAME
        .iter()
        .filter(|(_, from, to)| filled(&tree(&changed(from, to))) != filled_before)
        .map(|row| row.0)
        .collect();
    assert!(void.is_empty(), "an approval is void after {void:#?}");
}

#[test]
fn a_word_changes_it() {
    let mut seen = vec![(raw(&tree(PAGE)), "the page as it is")];
    for (what, from, to) in OTHER {
        let now = raw(&tree(&changed(from, to)));
        let same = seen.iter().find(|(hash, _)| *hash == now);
        assert!(same.is_none(), "{what} reads the same as {same:?}");
        seen.push((now, what));
    }
}

#[test]
fn what_changes_elsewhere_is_for_those_who_approve() {
    let (raw_before, filled_before) = (raw(&tree(PAGE)), filled(&tree(PAGE)));
    for (path, from, to) in
        [("programme.yaml", "weeks: 10", "weeks: 12"), ("content/no/notice.md", "et eksempel", "en prøve")]
    {
        let mut tree = tree(PAGE);
        let text = tree.shown(path);
        assert!(text.contains(from));
        tree.insert_text(path, &text.replace(from, to));
        assert_eq!(raw(&tree), raw_before, "{path} makes a translation stale");
        assert_ne!(filled(&tree), filled_before, "{path} leaves an approval of other words");
    }
    // A title is its own page's, and is approved there.
    let mut tree = tree(PAGE);
    let text = tree.shown("content/no/tools/exhale.md").replace("Lang utpust", "Pust lenge ut");
    tree.insert_text("content/no/tools/exhale.md", &text);
    assert_eq!((raw(&tree), filled(&tree)), (raw_before, filled_before));
}

#[test]
fn one_change_is_one_piece() {
    let before = tree(PAGE);
    let was = pieces(&before);
    for (what, from, to) in OTHER {
        let page = changed(from, to);
        let now = pieces(&tree(&page));
        let version = |pieces, text| changes::Version { pieces, text };
        let found = changes::changes(version(&was, PAGE), version(&now, &page));
        // A reader of the report sees the few places that differ, and never the whole page.
        assert!((1..=4).contains(&found.len()), "{what}: {found:?}");
    }
}

#[test]
fn words_are_shown_as_gone_and_new() {
    use changes::Words::{Gone, New, Same};
    let words = changes::words("Ofte har kroppen sagt\nfra.", "Ofte har hodet sagt fra i tide.");
    let text = |text: &str| text.to_string();
    assert_eq!(
        words,
        [
            Same(text("Ofte har")),
            Gone(text("kroppen")),
            New(text("hodet")),
            Same(text("sagt")),
            Gone(text("fra.")),
            New(text("fra i tide."))
        ]
    );
}
