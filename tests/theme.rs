//! The words of a theme: every language has them, with the same variables.

mod common;

use andrum::check::Beside;
use andrum::diag::Diagnostic;
use andrum::model::words::Words;
use andrum::source::Tree;

const PROGRAMME: &str = "\
id: prove
version: 0.1.0
title: { no: Prøve, sv: Prov }
languages: { no: { tag: nb }, sv: { tag: sv } }
editions: { patient: { audiences: [patient] } }
schedule: { unit: week, count: 1 }
";

/// What is said of a theme whose Swedish words are changed.
fn found(change: impl Fn(&str) -> String) -> Vec<Diagnostic> {
    let mut tree = Tree::default();
    tree.insert_text("programme.yaml", PROGRAMME);
    let builtin = andrum::builtin();
    tree.insert_text("i18n/sv/site.ftl", &change(&builtin.shown("i18n/sv/site.ftl")));
    tree.fall_back_on(builtin);
    andrum::theme(&tree, &andrum::model::read(&tree).value).diagnostics
}

#[test]
fn the_built_in_words_take_the_same_variables() {
    assert_eq!(found(str::to_string), []);
}

#[test]
fn a_project_says_only_the_words_that_it_says_otherwise() {
    assert_eq!(found(|_| "language-name = Rikssvenska".into()), []);
    assert_eq!(found(|_| "# Inget annat än.".into()), []);
    let mut tree = Tree::default();
    tree.insert_text("i18n/sv/site.ftl", "language-name = Rikssvenska");
    tree.fall_back_on(andrum::builtin());
    let words = Words::load(&tree, "sv", "sv", "site").value;
    assert_eq!([words.get("language-name"), words.get("previous")], ["Rikssvenska", "Föregående"]);
}

#[test]
fn a_word_misspelt_is_told_which_one_was_meant() {
    let found = found(|_| "langage-name = Rikssvenska".into());
    let [fault] = &found[..] else { panic!("{found:?}") };
    assert_eq!(fault.lint.name(), "unused-word");
    assert_eq!(fault.help[0].args[0].1, "language-name");
}

#[test]
fn a_word_with_other_variables_is_reported_beside_the_first_language() {
    let found =
        found(|words| words.replace("\nversion = Version { $version }", "\nversion = Version { $nummer }"));
    let [fault] = &found[..] else { panic!("{found:?}") };
    assert_eq!(fault.lint.name(), "word-variables");
    assert_eq!(fault.place.path.as_str(), "i18n/sv/site.ftl");
    assert_eq!(fault.related[0].place.path.as_str(), "i18n/no/site.ftl");
    let args: Vec<_> = fault.message.args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(args, [("word", "version"), ("here", "$nummer"), ("there", "$version")]);
}

#[test]
fn a_variable_that_only_chooses_the_form_counts() {
    let found = found(|words| words.replace("updated = Uppdaterad { $date }", "updated = Uppdaterad"));
    let [fault] = &found[..] else { panic!("{found:?}") };
    let here = fault.message.args.iter().find(|(name, _)| *name == "here");
    assert_eq!(here.map(|(_, value)| value.as_str()), Some("none"));
    let plural = |words: &str| {
        words.replace("updated = Uppdaterad { $date }", "updated = { $date ->\n   *[other] Ny\n }")
    };
    assert_eq!(self::found(plural), []);
}

#[test]
fn every_name_that_a_template_lacks_is_reported_at_its_words() {
    let mut tree = Tree::default();
    tree.insert_text("programme.yaml", PROGRAMME);
    let page = "<p>å</p>\n<p>Å {{ day | shout }}</p>\n{% include \"gone.html\" %}\n";
    tree.insert_text("themes/default/note.html", page);
    tree.fall_back_on(andrum::builtin());
    let found = andrum::theme(&tree, &andrum::model::read(&tree).value).diagnostics;
    let words: Vec<_> = found.iter().map(|fault| fault.place.span.of(page)).collect();
    assert_eq!(words, ["shout", "\"gone.html\""]);
    assert!(found.iter().all(|fault| fault.place.path.as_str() == "themes/default/note.html"));
}

#[test]
fn a_template_that_builds_on_one_that_is_gone_is_named() {
    let mut tree = Tree::default();
    tree.insert_text("programme.yaml", PROGRAMME);
    tree.insert_text("themes/default/note.html", "{% extends \"gone.html\" %}");
    tree.fall_back_on(andrum::builtin());
    let found = andrum::theme(&tree, &andrum::model::read(&tree).value).diagnostics;
    let [fault] = &found[..] else { panic!("{found:?}") };
    assert_eq!(fault.place.path.as_str(), "themes/default/note.html");
}

/// What is said of a project's own theme, which builds on the default one.
fn of_own_theme(files: &[(&str, &str)]) -> Vec<Diagnostic> {
    let mut tree = Tree::default();
    tree.insert_text("programme.yaml", &format!("{PROGRAMME}theme: clinic\n"));
    files.iter().for_each(|(path, text)| tree.insert_text(path, text));
    tree.fall_back_on(andrum::builtin());
    andrum::theme(&tree, &andrum::model::read(&tree).value).diagnostics
}

#[test]
fn a_theme_overrides_one_template_and_has_the_rest_from_the_default() {
    assert_eq!(of_own_theme(&[("themes/clinic/mark.html", "<b>K</b>")]), []);
}

#[test]
fn a_fault_stands_in_the_folder_of_the_file_that_has_it() {
    let own = of_own_theme(&[("themes/clinic/mark.html", "<b>\n{{ name | shout }}</b>")]);
    let inherited = of_own_theme(&[("themes/default/rows.html", "{{ name | shout }}")]);
    let paths = [&own, &inherited].map(|found| found[0].place.path.as_str());
    assert_eq!(paths, ["themes/clinic/mark.html", "themes/default/rows.html"]);
}

#[test]
fn a_component_of_a_theme_may_ask_for_words() {
    let way = "{% component Way() %}<b>{{ word(id=\"previous\") }}</b>{% endcomponent Way %}{{ <Way /> }}";
    let mut tree = Tree::default();
    tree.insert_text("programme.yaml", &format!("{PROGRAMME}theme: clinic\n"));
    tree.insert_text("content/no/side.md", "---\nid: side\nkind: page\ntitle: Side\n---\nTekst.\n");
    // A template that asks for no other word, so that none of them goes unused.
    tree.insert_text("themes/clinic/mark.html", way);
    tree.fall_back_on(andrum::builtin());
    let programme = andrum::compile(&tree, &Beside::default()).value;
    let files = common::edition_files(&tree, &programme, "patient");
    let (_, page) = files.iter().find(|(path, _)| path.ends_with("no/side/index.html")).expect("the page");
    assert!(String::from_utf8_lossy(page).contains("<b>Forrige</b>"));
}

#[test]
fn a_word_that_a_script_asks_for_must_be_there() {
    let script = "document.title = word(\"shouted-title\");";
    let found = of_own_theme(&[("themes/clinic/assets/own.js", script)]);
    let missing: Vec<_> = found.iter().map(|fault| (fault.lint.name(), fault.place.path.as_str())).collect();
    assert_eq!(missing, [("missing-word", "i18n/no/site.ftl"), ("missing-word", "i18n/sv/site.ftl")]);
}

#[test]
fn what_an_installed_site_wears_must_be_json() {
    let found = of_own_theme(&[("themes/clinic/manifest.json", "{ colour }")]);
    let [fault] = &found[..] else { panic!("{found:?}") };
    assert_eq!((fault.lint.name(), fault.place.path.as_str()), ("template", "themes/clinic/manifest.json"));
}

#[test]
fn a_folder_that_is_called_like_a_script_or_a_style_sheet_is_one() {
    let mut tree = Tree::default();
    tree.insert_text("programme.yaml", &format!("{PROGRAMME}theme: clinic\n"));
    let parts = [
        ("themes/clinic/assets/style.css/9-own.css", "p{margin:0}"),
        ("themes/clinic/assets/own.js/2-last.js", "last();\n"),
        ("themes/clinic/assets/own.js/1-first.js", "first();\n"),
    ];
    parts.iter().for_each(|(path, text)| tree.insert_text(path, text));
    tree.fall_back_on(andrum::builtin());
    let theme = andrum::theme(&tree, &andrum::model::read(&tree).value).value;
    let asset = |name: &str| {
        let asset = theme.assets.iter().find(|asset| asset.name == name);
        asset.map(|asset| String::from_utf8_lossy(asset.bytes()).into_owned()).unwrap_or_default()
    };
    assert_eq!(asset("own.js"), "first();\nlast();\n");
    let style = asset("style.css");
    assert!(style.starts_with(":root") && style.ends_with("p{margin:0}"), "{style}");
}
