//! What an edit asks of the version: one small programme, one edit at a time, and what is said of it. Every clause of the
//! table in `docs/versions.md` has its row here.

use andrum::check::Beside;
use andrum::release::diff::{Bump, Diff};
use andrum::release::lock::Lock;
use andrum::source::Tree;
use serde_json::json;

const PROGRAMME: &str = "\
id: prove
version: 1.0.0
title: { no: Prøve, sv: Prov }
languages:
  no: { tag: nb }
  sv: { tag: sv }
editions:
  patient: { audiences: [patient] }
  course: { audiences: [patient, trainee] }
schedule: { unit: week, count: 3 }
";

const REST: &str = "\
---
id: w01-rest
kind: theme
unit: 1
title: Hvile
---
Hvil når du er trøtt.

## Hvorfor hvile?

:::reflection[Når hvilte du sist?]{#last minutes=5}
Skriv om det.
:::

:::scale[Hvor trøtt er du?]{#tired}
- 0: ikke trøtt
- 10: så trøtt jeg kan bli
:::

:::choice[Hvordan hviler du?]{#how}
- Ligge {#lie}
- Gå {#walk}
:::

:::homework[Gå en tur]{#stroll every=day share=therapist}
1. Gå ut.
:::

:::worksheet[Tar og gir]{#balance rows=3}
| Tar {#takes} | Gir {#gives} |
|---|---|
| | |
:::
";

const LATER: &str = "\
---
id: w02-later
kind: theme
unit: 2
title: Senere
---
Les når du vil.
";

const MODULE: &str = "\
---
id: m1
kind: module
audience: [trainee]
title: Først
---
:::quiz[Ett spørsmål]{#m1-check pass=80}
### Hva gjør du? {#m1-first}

- [x] Spør {#ask}
- [ ] Venter {#wait}
:::
";

const BREATH: &str = "\
---
id: breath
kind: exercise
title: Pust
---
:::breathing[Lang utpust]{#long in=4 out=6 rounds=10}
1. Pust.
:::
";

const CHECKIN: &str = "\
---
id: evening
kind: page
title: Kveld
---
::::checkin[Hvordan er kvelden?]{#tonight when=day}
:::scale[Hvor rolig er du?]{#calm}
:::
::::
";

/// A project, file by file; a Swedish page reads like the Norwegian one.
fn files() -> Vec<(String, String)> {
    let mut files = vec![("programme.yaml".to_string(), PROGRAMME.to_string())];
    let home = "---\nid: home\nkind: page\ntitle: Hjem\n---\nVelkommen.\n";
    for (name, text) in [
        ("home", home),
        ("rest", REST),
        ("later", LATER),
        ("m1", MODULE),
        ("breath", BREATH),
        ("evening", CHECKIN),
    ] {
        for language in ["no", "sv"] {
            files.push((format!("content/{language}/{name}.md"), text.to_string()));
        }
    }
    files
}

/// What a project promises when it is released after `before`, if anything was.
fn promised(files: &[(String, String)], before: Option<&Lock>) -> Lock {
    let mut tree = Tree::default();
    files.iter().for_each(|(path, text)| tree.insert_text(path, text));
    let programme = andrum::compile(&tree, &Beside::default()).value;
    Lock::of(&programme, before, "1.0.0", "2026-11-20")
}

/// What an edit of the project's files changes.
fn after(edit: impl FnOnce(&mut Vec<(String, String)>)) -> Diff {
    let before = promised(&files(), None);
    let mut edited = files();
    edit(&mut edited);
    assert_ne!(edited, files(), "the edit changes nothing");
    Diff::between(&before, &promised(&edited, Some(&before)))
}

/// The bump and the keys of what is said, `diff-` left out.
fn told(diff: &Diff) -> (Bump, Vec<&str>) {
    let keys = diff.changes.iter().map(|change| change.message.key.trim_start_matches("diff-"));
    (diff.bump(), keys.collect())
}

/// The same words replaced in both languages of one file.
fn replaced(name: &str, from: &str, to: &str) -> Diff {
    after(|files| {
        for (_, text) in files.iter_mut().filter(|(path, _)| path.ends_with(name)) {
            assert!(text.contains(from), "{name} has no {from}");
            *text = text.replace(from, to);
        }
    })
}

/// What is edited, in which file, from which words to which; what that asks of the version, and what is said.
type Clause = (&'static str, &'static str, &'static str, &'static str, Bump, &'static [&'static str]);

#[test]
fn every_clause_asks_for_its_part_of_the_version() {
    use Bump::{Major, Minor, Patch};
    #[rustfmt::skip]
    let clauses: &[Clause] = &[
        ("a slip of the keys", "rest.md", "når du er trøtt", "når du er sliten", Patch, &["words"]),
        ("a heading by another name", "rest.md", "Hvorfor hvile?", "Grunner til hvile", Patch, &["words"]),
        ("options in another order", "rest.md", "- Ligge {#lie}\n- Gå {#walk}", "- Gå {#walk}\n- Ligge {#lie}", Patch, &["words"]),
        ("an option reworded", "rest.md", "Ligge {", "Ligge helt stille {", Patch, &["words"]),
        ("a task that takes longer", "rest.md", "minutes=5", "minutes=10", Patch, &["words", "task-minutes"]),
        ("a week moved", "later.md", "unit: 2", "unit: 3", Patch, &["page-unit", "words"]),
        ("an option more", "rest.md", "- Gå {#walk}", "- Gå {#walk}\n- Sitte {#sit}", Minor, &["part-added", "words"]),
        ("a column more", "rest.md", "| Gir {#gives} |\n|---|---|\n| | |", "| Gir {#gives} | Når {#when} |\n|---|---|---|\n| | | |", Minor, &["part-added", "words"]),
        ("a task more", "later.md", "Les når du vil.", "Les.\n\n:::reflection[Ny]{#new}\nSkriv.\n:::", Minor, &["task-added", "words"]),
        ("the point of a scale reworded", "rest.md", "0: ikke trøtt", "0: våken", Minor, &["anchors", "words"]),
        ("sharing withdrawn", "rest.md", "share=therapist", "share=private", Minor, &["task-private", "words"]),
        ("another rhythm", "rest.md", "every=day", "every=week", Minor, &["task-every", "words"]),
        ("another trigger", "evening.md", "when=day", "when=login", Minor, &["task-when", "words"]),
        ("more rows", "rest.md", "rows=3", "rows=5", Minor, &["rows", "words"]),
        ("an audience widened", "m1.md", "[trainee]", "[trainee, therapist]", Minor, &["audience-widened", "words"]),
        ("a wider scale", "rest.md", "#tired}\n- 0: ikke trøtt\n- 10:", "#tired from=0 to=5}\n- 0: ikke trøtt\n- 5:", Major, &["scale", "anchors", "words"]),
        ("another step", "rest.md", "{#tired}", "{#tired step=2}", Major, &["scale", "words"]),
        ("an option gone", "rest.md", "- Ligge {#lie}\n", "", Major, &["part-gone", "words"]),
        ("many answers for one", "rest.md", "{#how}", "{#how many}", Major, &["many", "words"]),
        ("asked once for asked each day", "rest.md", " every=day", "", Major, &["task-every", "words"]),
        ("a private task shared", "rest.md", "{#tired}", "{#tired share=therapist}", Major, &["task-shared", "words"]),
        ("another right answer", "m1.md", "- [x] Spør {#ask}\n- [ ] Venter", "- [ ] Spør {#ask}\n- [x] Venter", Major, &["right", "words"]),
        ("another pass mark", "m1.md", "pass=80", "pass=60", Major, &["pass", "words"]),
        ("another breathing pattern", "breath.md", "out=6", "out=8", Major, &["pattern", "words"]),
        ("a task gone", "rest.md", ":::reflection[Når hvilte du sist?]{#last minutes=5}\nSkriv om det.\n:::\n", "", Major, &["task-gone", "words"]),
        ("a task of another kind", "rest.md", ":::reflection[Når hvilte du sist?]{#last minutes=5}", ":::homework[Når hvilte du sist?]{#last minutes=5}", Major, &["task-kind", "words"]),
        ("a page of another kind", "evening.md", "kind: page", "kind: plan", Major, &["page-kind", "words"]),
        ("an audience narrowed", "later.md", "kind: theme", "kind: theme\naudience: [therapist]", Major, &["audience-narrowed", "audience-widened", "words"]),
        ("the schedule", "programme.yaml", "count: 3", "count: 4", Major, &["schedule"]),
        ("an edition gone", "programme.yaml", "  course: { audiences: [patient, trainee] }\n", "", Major, &["edition-gone"]),
    ];
    let mut wrong = Vec::new();
    for (what, file, from, to, bump, keys) in clauses {
        let diff = replaced(file, from, to);
        let (found, said) = told(&diff);
        let (mut said, mut wanted) = (said, keys.to_vec());
        said.sort_unstable();
        wanted.sort_unstable();
        if (found, &said) != (*bump, &wanted) {
            wrong.push(format!("{what}: {found:?} {said:?}, not {bump:?} {wanted:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn one_language_reworded_is_one_text_and_no_task() {
    let diff = after(|files| {
        let (_, text) = files.iter_mut().find(|(path, _)| path == "content/sv/later.md").expect("a page");
        *text = text.replace("Les når du vil.", "Läs när du vill.");
    });
    assert_eq!((diff.texts, diff.tasks, told(&diff)), (1, 0, (Bump::Patch, vec!["words"])));
}

#[test]
fn files_moved_lines_broken_and_keys_in_another_order_change_nothing() {
    let diff = after(|files| {
        files.reverse();
        for (path, text) in files.iter_mut() {
            *path = path.replace("/later.md", "/weeks/02/later.md");
            *text = text.replace("id: w01-rest\nkind: theme\n", "kind: theme\nid: w01-rest\n");
            *text = text.replace("Hvil når du er trøtt.", "Hvil når\ndu er trøtt.").replace('\n', "\r\n");
        }
    });
    assert_eq!((diff.texts, diff.tasks, told(&diff)), (0, 0, (Bump::Patch, vec![])));
}

#[test]
fn a_task_that_moves_keeps_its_answers() {
    let task = ":::reflection[Når hvilte du sist?]{#last minutes=5}\nSkriv om det.\n:::\n";
    let diff = after(|files| {
        for (path, text) in files.iter_mut() {
            *text = text.replace(task, "");
            if path.ends_with("later.md") {
                *text += &format!("\n{task}");
            }
        }
    });
    assert_eq!(told(&diff), (Bump::Minor, vec!["task-moved", "words", "words"]));
}

#[test]
fn a_language_that_comes_is_small_and_one_that_goes_is_not() {
    let french = after(|files| {
        files[0].1 = files[0].1.replace("  sv: { tag: sv }\n", "  sv: { tag: sv }\n  fi: { tag: fi }\n");
    });
    assert_eq!(told(&french), (Bump::Minor, vec!["language-added"]));
    let alone = after(|files| {
        files[0].1 = files[0].1.replace("  sv: { tag: sv }\n", "").replace(", sv: Prov", "");
        files.retain(|(path, _)| !path.starts_with("content/sv"));
    });
    assert_eq!(told(&alone).0, Bump::Major);
}

/// An author takes a task out of use, and says so under `retired` in the lock, or forgets to.
#[test]
fn an_id_that_is_retired_needs_one_of_the_same_answer_in_its_place() {
    let before = promised(&files(), None);
    let mut edited = files();
    for (_, text) in &mut edited {
        *text = text.replace("{#last minutes=5}", "{#last-rest minutes=5}");
    }
    let said = |replaced_by: Option<&str>| {
        let mut lock = before.clone();
        if let Some(by) = replaced_by {
            lock.retired
                .insert("last".into(), serde_json::from_value(json!({ "replaced_by": by })).expect("a row"));
        }
        let diff = Diff::between(&before, &promised(&edited, Some(&lock)));
        (diff.bump(), told(&diff).1.contains(&"task-replaced"))
    };
    assert_eq!(said(Some("last-rest")), (Bump::Minor, true));
    assert_eq!(said(Some("tired")), (Bump::Major, false), "a number is no text");
    assert_eq!(said(Some("nothing")), (Bump::Major, false));
    assert_eq!(said(None), (Bump::Major, false));
}

#[test]
fn the_next_version_grows_in_the_part_that_was_asked_for() {
    let after = |bump: Bump| bump.after("1.4.2");
    assert_eq!([after(Bump::Patch), after(Bump::Minor), after(Bump::Major)], ["1.4.3", "1.5.0", "2.0.0"]);
    assert_eq!([Bump::Minor.after("0.3.0"), Bump::Major.after("0.3.0")], ["0.4.0", "1.0.0"]);
}
