//! `andrum new`: a skeleton of every kind passes every check, in a large programme, a bare one, and one in a language that
//! has no skeletons of its own; and what can't be begun is refused.

use andrum::check::Beside;
use andrum::diag::Level;
use andrum::model::{
    self,
    skeleton::{self, Wish},
};
use andrum::source::{Path, Tree};
use andrum::syntax::front::KINDS;

const BARE: &str = "id: p\nversion: 0.1.0\ntitle: { no: P, sv: P }\nlanguages: { no: { tag: nb }, sv: { tag: sv } }\n\
    editions: { all: { audiences: [patient, therapist, trainee] } }\nschedule: { unit: week, count: 10 }\n";

fn project(programme: &str, files: &[(&str, &str)]) -> Tree {
    let mut tree = Tree::default();
    tree.insert_text("programme.yaml", programme);
    files.iter().for_each(|(path, text)| tree.insert_text(path, text));
    tree.fall_back_on(andrum::builtin());
    tree
}

fn draw(tree: &Tree, wish: &Wish) -> Result<Vec<(Path, String)>, skeleton::Refusal> {
    skeleton::draw(tree, &model::read(tree).value, wish, &|id| id == "gone")
}

/// Adds what is drawn to the tree, and says what was added.
fn begin(tree: &mut Tree, wish: &Wish) -> Vec<(String, String)> {
    let files = draw(tree, wish).unwrap_or_else(|refusal| panic!("{wish:?}: {refusal:?}"));
    let files: Vec<_> = files.into_iter().map(|(path, text)| (path.to_string(), text)).collect();
    files.iter().for_each(|(path, text)| tree.insert_text(path, text));
    files
}

/// A wish for every kind, in the unit it needs.
fn every_kind() -> impl Iterator<Item = (String, &'static str)> {
    KINDS.iter().map(|kind| (format!("w04-new-{}", kind.name), kind.name))
}

fn errors(tree: &Tree) -> Vec<String> {
    let found = andrum::compile(tree, &Beside::default()).diagnostics;
    let errors = found.iter().filter(|found| found.lint.level(false) == Some(Level::Error));
    errors.map(|found| format!("{} {:?}", found.lint.name(), found)).collect()
}

#[test]
fn every_kind_passes_every_check() {
    let contacts = BARE.replace("count: 10", "count: 10, contacts: [ { id: start, at: P0D } ]");
    let nynorsk = BARE.replace("sv", "nn");
    for programme in [BARE, &contacts, &nynorsk] {
        let mut tree = project(programme, &[]);
        for (id, kind) in every_kind() {
            let wish = Wish { kind, id: &id, title: Some("Uke 4: «Hvile» # og {ro}"), ..Wish::default() };
            let files = begin(&mut tree, &wish);
            assert_eq!(files.len(), 2, "{kind} in both languages");
            assert!(files.iter().all(|(_, text)| text.contains("<!-- ")), "{kind} says what to decide");
            assert!(!files[0].1.contains("translated:") && files[1].1.contains("translated: { from: no }"));
        }
        assert_eq!(errors(&tree), Vec::<String>::new());
        let programme = model::read(&tree).value;
        for page in programme.everything() {
            assert_eq!(page.first().expect("a text").title.value, "Uke 4: «Hvile» # og {ro}");
        }
    }
}

#[test]
fn every_kind_has_a_skeleton_in_each_language_of_the_program() {
    let tree = andrum::builtin();
    for (language, kind) in
        ["en", "no", "sv"].iter().flat_map(|language| KINDS.iter().map(move |kind| (language, kind)))
    {
        let path = format!("i18n/{language}/new/{}.md", kind.name);
        assert!(tree.bytes(&path).is_some(), "{path}");
    }
}

#[test]
fn a_language_without_skeletons_gets_the_english_ones_and_a_project_has_its_own() {
    let english = BARE.replace("sv", "nn");
    let mut tree =
        project(&english, &[("i18n/no/new/page.md", "---\nid: {{id}}\nkind: page\ntitle: Vår\n---\n{{x}}")]);
    let files = begin(&mut tree, &Wish { kind: "page", id: "work", ..Wish::default() });
    assert_eq!(files[0].1, "---\nid: work\nkind: page\ntitle: Vår\n---\n{{x}}");
    assert!(files[1].1.contains("title: Write the title here"), "{}", files[1].1);
}

#[test]
fn a_page_lies_beside_its_like() {
    let page = |id: &str, rest: &str| format!("---\nid: {id}\ntitle: T\n{rest}\n---\n");
    let mut tree = project(
        BARE,
        &[
            ("content/no/uker/uke-3/a.md", &page("w03-a", "kind: theme\nunit: 3")),
            ("content/no/øvelser mine/b.md", &page("b", "kind: exercise\nminutes: 2")),
            ("content/no/home.md", &page("home", "kind: page")),
        ],
    );
    let mut first = |kind, id| begin(&mut tree, &Wish { kind, id, ..Wish::default() })[0].0.clone();
    assert_eq!(first("theme", "w04-rest"), "content/no/uker/uke-4/w04-rest.md");
    assert_eq!(first("reflection", "w10-rest"), "content/no/uker/uke-10/w10-rest.md");
    assert_eq!(first("exercise", "w10-body"), "content/no/uker/uke-10/w10-body.md");
    assert_eq!(first("exercise", "window"), "content/no/øvelser mine/window.md");
    assert_eq!(first("page", "work"), "content/no/work.md");
    assert_eq!(first("session", "w04-session"), "content/no/guides/w04-session.md");
}

#[test]
fn what_is_in_the_way_is_named() {
    let theme =
        "---\nid: w03-a\nkind: theme\ntitle: T\nunit: 3\n---\n:::reflection[R]{#w03-r share=private}\n:::\n";
    let fragment = "---\nid: f\nkind: fragment\ntitle: T\n---\nF\n";
    let tree = project(
        BARE,
        &[
            ("content/no/a.md", theme),
            ("content/sv/f.md", fragment),
            ("content/sv/information/there.md", "not a page"),
        ],
    );
    let refused = |kind: &str, id: &str, unit: Option<u32>, language: Option<&str>| {
        let refusal = draw(&tree, &Wish { kind, id, unit, language, title: None }).expect_err("a refusal");
        let nearest = refusal.help.map(|help| format!(" {}", help.args[0].1)).unwrap_or_default();
        let place = refusal.place.map(|place| format!(" {}", place.path)).unwrap_or_default();
        format!("{}{nearest}{place}", refusal.message.key)
    };
    assert_eq!(refused("uketema", "x", None, None), "new-kind theme");
    assert_eq!(refused("poem", "x", None, None), "new-kind");
    assert_eq!(refused("page", "Hvile på jobb", None, None), "new-id hvile-pa-jobb");
    assert_eq!(refused("page", "../x", None, None), "new-id x");
    assert_eq!(refused("page", "", None, None), "new-id");
    assert_eq!(refused("reflection", &"x".repeat(60), Some(1), None), "new-id");
    assert_eq!(refused("page", "w03-a", None, None), "new-id-taken content/no/a.md");
    assert_eq!(refused("page", "w03-r", None, None), "new-id-taken content/no/a.md");
    assert_eq!(refused("page", "f", None, None), "new-id-taken content/sv/f.md");
    assert_eq!(refused("page", "gone", None, None), "new-id-released");
    assert_eq!(refused("page", "there", None, None), "new-file");
    assert_eq!(refused("page", "x", None, Some("nb")), "new-language no");
    assert_eq!(refused("theme", "x", None, None), "new-unit");
    assert_eq!(refused("theme", "w11-x", None, None), "new-unit");
    assert_eq!(refused("session", "x", None, None), "new-unit");
    assert_eq!(refused("page", "x", Some(0), None), "new-unit-outside");
    assert_eq!(refused("theme", "x", Some(11), None), "new-unit-outside");
    assert_eq!(refused("theme", "w03-b", None, None), "new-unit-taken content/no/a.md");
}

#[test]
fn one_language_alone_is_an_original() {
    let tree = project(BARE, &[]);
    let wish = Wish { kind: "page", id: "x", language: Some("sv"), title: Some("Vila"), ..Wish::default() };
    let files = draw(&tree, &wish).expect("a skeleton");
    assert_eq!(files.len(), 1);
    assert!(files[0].1.contains("title: Vila\n") && !files[0].1.contains("translated"), "{}", files[0].1);
}
