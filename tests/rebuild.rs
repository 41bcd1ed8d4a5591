//! Build, change, build again: what is made with what was kept is what would have been made from nothing, to the byte, after
//! every one of hundreds of changes that authors make, mends and mistakes alike.

#![allow(clippy::disallowed_methods, reason = "a test reads its project")]

mod common;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use andrum::Kept;
use andrum::check::Beside;
use andrum::diag::{Diagnostic, Lint, Outcome};
use andrum::emit::{self, Body, File, Job, Stop};
use andrum::model::Programme;
use andrum::model::standing::Standing;
use andrum::release::lock::Lock;
use andrum::render::theme::Theme;
use andrum::source::media::Stored;
use andrum::source::{Content, Media, Path, Tree, sha256};
use common::{errors, stamp};
use rayon::prelude::*;

/// Sequences, each from the project as it lies in `tests/corpus/base`, and changes in each.
const SEQUENCES: u64 = 20;
const CHANGES: usize = 30;

const TODAY: &str = "2026-11-20";

/// A project's own files.
type Files = BTreeMap<String, Vec<u8>>;

#[test]
fn after_any_change_a_rebuild_is_a_fresh_build() {
    let told: Vec<(usize, usize)> = (1..=SEQUENCES).into_par_iter().map(sequence).collect();
    let (built, faulty) = told.iter().fold((0, 0), |(a, b), (built, faulty)| (a + built, b + faulty));
    println!("{built} states built alike, {faulty} with the same faults");
    assert_eq!(built + faulty, SEQUENCES as usize * CHANGES);
    assert!(built * 4 > faulty && faulty * 10 > built, "the changes are of one sort: {built} and {faulty}");
}

#[test]
fn a_link_to_a_heading_breaks_when_the_heading_of_another_page_changes() {
    let mut files = project();
    let mut add = |path: &str, words: &str| {
        let text = text_of(&files, path).expect("a page of the corpus");
        files.insert(path.into(), format!("{text}\n\n{words}\n").into_bytes());
    };
    add("content/no/about.md", "## Noe nytt {#nytt}\n\nOrd.");
    add("content/no/privacy.md", "Se [[about#nytt|det nye]].");
    let mut own = Tree::default();
    own.renew(tree_of(&files));
    let mut kept = Kept::default();
    let broken = |found: &[Diagnostic]| found.iter().filter(|fault| fault.lint == Lint::BrokenAnchor).count();
    assert_eq!(broken(&compiled(&own, Some(&mut kept)).found), 0);
    let changed = text_of(&files, "content/no/about.md").expect("the page").replace("{#nytt}", "{#annet}");
    files.insert("content/no/about.md".into(), changed.into_bytes());
    own.renew(tree_of(&files));
    assert_eq!(broken(&compiled(&own, Some(&mut kept)).found), 1);
}

#[test]
fn paragraphs_that_come_to_be_alike_and_cease_to_be_are_told_as_in_a_fresh_build() {
    let alike = |found: &[Diagnostic]| found.iter().filter(|fault| fault.lint == Lint::NearDuplicate).count();
    let told: Vec<usize> = (1..=SEQUENCES)
        .into_par_iter()
        .map(|seed| {
            let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
            let (mut files, mut own, mut kept, mut told) = (project(), Tree::default(), Kept::default(), 0);
            for step in 0..4 * CHANGES {
                let path = page(&files, &mut chance).expect("a page");
                let text = text_of(&files, &path).expect("its text");
                // One paragraph of its own below the words of the page, or a line more above it.
                let (above, own_paragraph) = text.split_once("\n\n<!-- -->\n\n").unwrap_or((&text, ""));
                let (more, paragraph) = match chance.below(4) {
                    0 => ("\n\nEn linje til.", own_paragraph.to_string()),
                    1 => ("", String::new()),
                    _ => ("", a_paragraph(&mut chance)),
                };
                files.insert(path, format!("{above}{more}\n\n<!-- -->\n\n{paragraph}").into_bytes());
                own.renew(tree_of(&files));
                let found = checked(&own, &mut kept);
                let fresh = checked(&tree_of(&files), &mut Kept::default());
                assert_eq!(found, fresh, "sequence {seed}, step {step}");
                told += alike(&found);
            }
            told
        })
        .collect();
    assert!(told.iter().all(|told| *told > CHANGES), "hardly any were alike: {told:?}");
}

/// Some forty words out of few, so that paragraphs are nearly the same, or share no more than turns of phrase.
fn a_paragraph(chance: &mut Chance) -> String {
    let turns = [
        "Skuldrene kryper opp mens du leser, og pusten blir kort og rask",
        "uten at du merker det selv før om kvelden når alt er stille",
        "Du kan legge hendene i fanget og kjenne at stolen bærer deg",
        "så lenge du vil, og reise deg når du er klar for det",
        "Ingen venter på deg akkurat nå, og ingenting skal bli ferdig i dag",
        "selv om kroppen ennå går i et tempo som den har lært seg",
    ];
    let start = chance.below(3);
    (0..4)
        .map(|at| if chance.one_in(4) { *chance.of(&turns) } else { turns[(start + at) % turns.len()] })
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn a_name_that_is_given_twice_is_told_where_it_stands_now() {
    let (mut files, mut own, mut kept) = (project(), Tree::default(), Kept::default());
    let mut twice_after = |path: &str, change: &dyn Fn(&str) -> String| {
        let text = text_of(&files, path).expect("a page of the corpus");
        files.insert(path.into(), change(&text).into_bytes());
        own.renew(tree_of(&files));
        let found = checked(&own, &mut kept);
        assert_eq!(found, checked(&tree_of(&files), &mut Kept::default()));
        found.into_iter().find(|fault| fault.lint == Lint::DuplicateId)
    };
    let task = ":::reflection[Ro]{#ro-i-dag share=private}\nHva ga deg ro?\n:::\n";
    let with_task = |text: &str| format!("{text}\n\n{task}");
    let with_line_above = |text: &str| text.replacen("\n---\n", "\n---\n\nEn linje til.\n", 1);
    assert_eq!(twice_after("content/no/about.md", &with_task), None);
    let told = twice_after("content/no/privacy.md", &with_task).expect("told");
    for path in ["content/no/about.md", "content/no/privacy.md"] {
        assert_ne!(twice_after(path, &with_line_above), Some(told.clone()), "{path} has another line");
    }
}

#[test]
fn an_approval_is_void_once_a_word_changes_and_counts_again_once_it_is_put_back() {
    let path = "content/no/about.md";
    let (mut files, mut own, mut kept) = (project(), Tree::default(), Kept::default());
    let programme = andrum::model::read(&tree_of(&files)).value;
    let page = programme.page_at(&Path::new(path)).expect("the page");
    let (language, text) = page.present().find(|(_, text)| text.path.as_str() == path).expect("its text");
    let approved = format!(
        "approved: [{{ role: clinical, by: Kari, date: 2026-11-01, at: {} }}]\ntitle: ",
        programme.meaning(language, text)
    );
    let written = text_of(&files, path).expect("its words").replacen("title: ", &approved, 1);
    let mut void_in = |text: String| {
        files.insert(path.into(), text.into_bytes());
        own.renew(tree_of(&files));
        let found = checked(&own, &mut kept);
        assert_eq!(found, checked(&tree_of(&files), &mut Kept::default()));
        found.iter().filter(|fault| fault.lint == Lint::ApprovalVoid).count()
    };
    assert_eq!(void_in(written.clone()), 0);
    assert_eq!(void_in(written.replace("pauser", "pause")), 1);
    assert_eq!(void_in(written), 0);
}

#[test]
fn a_day_that_passes_is_seen_though_no_page_has_changed() {
    let mut files = project();
    let text = text_of(&files, "content/no/about.md").expect("the page");
    files.insert(
        "content/no/about.md".into(),
        text.replacen("kind: page", "kind: page\nreview_by: 2026-11-20", 1).into_bytes(),
    );
    let (tree, mut kept) = (tree_of(&files), Kept::default());
    let mut overdue = |today: &str| {
        let beside = Beside { lock: None, today: Some(today.into()) };
        let found = andrum::compile_again(&tree, &beside, &mut kept).diagnostics;
        found.iter().filter(|fault| fault.lint == Lint::ReviewOverdue).count()
    };
    assert_eq!(overdue("2026-11-20"), 0);
    assert_eq!(overdue("2026-11-21"), 1);
}

/// Makes changes one after the other; says how many states could be built and how many had errors.
fn sequence(seed: u64) -> (usize, usize) {
    let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let whole = project();
    let mut files = whole.clone();
    // As `andrum serve` does: unchanged files stay the very same values from one state to the next.
    let mut own = Tree::default();
    own.renew(tree_of(&files));
    let mut kept = Kept::default();
    let (mut built, mut faulty) = (0, 0);
    let mut story = Vec::new();
    for _ in 0..CHANGES {
        story.push(change(&mut files, &whole, &mut chance));
        own.renew(tree_of(&files));
        let again = compiled(&own, Some(&mut kept));
        let fresh = compiled(&tree_of(&files), None);
        let told = || format!("sequence {seed}, after {}", story.join("; "));
        assert_eq!(again.found, fresh.found, "{}", told());
        if !errors(&fresh.found).is_empty() {
            faulty += 1;
            continue;
        }
        for edition in &fresh.programme.project.editions {
            let (made, wanted) = match (again.files(&edition.name), fresh.files(&edition.name)) {
                (Ok(made), Ok(wanted)) => (made, wanted),
                // A template that names what is not there.
                (made, wanted) => {
                    assert_eq!(made.err(), wanted.err(), "{}: {}", edition.name, told());
                    continue;
                }
            };
            for (path, hash) in &wanted {
                assert_eq!(made.get(path), Some(hash), "{}/{path}: {}", edition.name, told());
            }
            assert_eq!(made.len(), wanted.len(), "{}: {}", edition.name, told());
        }
        again.one_by_one(&mut chance);
        built += 1;
    }
    (built, faulty)
}

/// What is wrong with the content alone: loading a theme takes longer than all the rest.
fn checked(own: &Tree, kept: &mut Kept) -> Vec<Diagnostic> {
    let beside = Beside { lock: None, today: Some(TODAY.into()) };
    andrum::compile_again(own, &beside, kept).diagnostics
}

/// A project compiled.
struct Compiled {
    programme: Programme,
    theme: Arc<Theme>,
    lock: Option<Arc<Lock>>,
    found: Vec<Diagnostic>,
}

fn compiled(own: &Tree, kept: Option<&mut Kept>) -> Compiled {
    let mut tree = own.clone();
    tree.fall_back_on(andrum::builtin());
    let today = || Some(TODAY.into());
    let (lock, programme, theme) = match kept {
        Some(kept) => {
            let lock = andrum::lock_again(&tree, kept).expect("a lock that can be read");
            let beside = Beside { lock: lock.as_ref(), today: today() };
            let programme = andrum::compile_again(&tree, &beside, kept);
            let theme = andrum::theme_again(&tree, &programme.value, kept);
            (lock, programme, theme)
        }
        None => {
            let lock = Lock::read(&tree).expect("a lock that can be read").map(Arc::new);
            let beside = Beside { lock: lock.as_ref(), today: today() };
            let programme = andrum::compile(&tree, &beside);
            let Outcome { value, diagnostics } = andrum::theme(&tree, &programme.value);
            (lock, programme, Outcome { value: value.into(), diagnostics })
        }
    };
    let found = [programme.diagnostics, theme.diagnostics].concat();
    Compiled { programme: programme.value, theme: theme.value, lock, found }
}

impl Compiled {
    fn with_job<T>(&self, edition: &str, work: impl FnOnce(&Job) -> T) -> T {
        let edition =
            self.programme.project.editions.iter().find(|row| row.name == edition).expect("an edition");
        let programme = &self.programme.seen_by(edition);
        let standing = &Standing::of(&self.programme, programme, &self.found);
        let (theme, stamp, lock) = (&*self.theme, &stamp(&self.programme), self.lock.as_deref());
        work(&Job { programme, edition, theme, stamp, lock, standing, read: &read, sign: None })
    }

    /// Everything that is made of an edition, by path, as hashes.
    fn files(&self, edition: &str) -> Result<BTreeMap<String, String>, Box<Diagnostic>> {
        let files = Mutex::new(BTreeMap::new());
        let sink = |file: File| {
            let hash = match &file.body {
                Body::Bytes(bytes) => sha256(bytes),
                Body::Media(media) => media.sha256.clone(),
            };
            files.lock().expect("no thread panicked").insert(file.path, hash);
            Ok(())
        };
        let outputs = ["site".to_string(), "bundle".into()];
        match self.with_job(edition, |job| andrum::emit(job, &outputs, &sink)) {
            Ok(()) => Ok(files.into_inner().expect("no thread panicked")),
            Err(Stop::Fault(fault)) => Err(fault),
            Err(Stop::Machine(error)) => panic!("{error}"),
        }
    }

    /// A file that is asked for by itself is the one that the whole build makes.
    fn one_by_one(&self, chance: &mut Chance) {
        let edition = chance.of(&self.programme.project.editions).name.clone();
        let Ok(files) = self.files(&edition) else { return };
        let paths: Vec<&String> =
            files.keys().filter(|path| path.ends_with(".html") || path.ends_with(".js")).collect();
        let path = chance.of(&paths).as_str();
        let made = self.with_job(&edition, |job| emit::site::one(job, path)).expect("a page without faults");
        // The worker lists every file there is, so it is not made by itself.
        assert_eq!(
            made.map(|bytes| sha256(&bytes)),
            files.get(path).filter(|_| path != "sw.js").cloned(),
            "{path}"
        );
    }
}

fn read(media: &Media) -> std::io::Result<Vec<u8>> {
    andrum::host::disk::media(media)
}

fn project() -> Files {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/base");
    let tree = andrum::host::disk::read_own(&root).expect("the base of the corpus");
    let bytes = |path: &Path| std::fs::read(root.join(path.as_str())).expect("a file of the corpus");
    tree.iter().map(|(path, _)| (path.to_string(), bytes(path))).collect()
}

fn tree_of(files: &Files) -> Tree {
    let mut tree = Tree::default();
    for (path, bytes) in files {
        let content = match andrum::host::disk::is_text(path) {
            true => Content::Bytes(bytes.as_slice().into()),
            false => {
                let stored = Stored::Memory(bytes.as_slice().into());
                Content::Media(Media::read(&Path::new(path), bytes, stored))
            }
        };
        tree.insert(path, content);
    }
    tree
}

/// Makes a change to a project that began as another, and tells of it; none where there is nothing to change.
type Change = fn(&mut Files, &Files, &mut Chance) -> Option<String>;

/// Makes one change, and tells of it.
fn change(files: &mut Files, whole: &Files, chance: &mut Chance) -> String {
    // A project that has been broken in many places is mended now and then, or nothing more would be built.
    if chance.one_in(5) {
        *files = whole.clone();
        return "everything is put back".into();
    }
    let changes: &[Change] = &[
        |files, _, chance| edit(files, chance, "a word", |text, chance| replaced(text, chance, "uke", "dag")),
        |files, _, chance| {
            edit(files, chance, "a paragraph", |text, chance| {
                let words = [
                    "Dette er nytt.",
                    "Se [[w1-notice]].",
                    "Se [[calm-breath#steg]] og [[w1-walk]].",
                    "Om {{facts.weeks}} uker.",
                ];
                Some(format!("{text}\n\n{}\n", chance.of(&words)))
            })
        },
        |files, _, chance| {
            edit(files, chance, "a link to nowhere", |text, _| {
                Some(format!("{text}\n\nSe [[ingen-slik]].\n"))
            })
        },
        |files, _, chance| {
            edit(files, chance, "an include", |text, _| {
                Some(format!("{text}\n\n::include{{ref=pause-note}}\n"))
            })
        },
        |files, _, chance| {
            edit(files, chance, "words for therapists", |text, _| {
                Some(format!(
                    "{text}\n\n:::only{{audience=therapist}}\nBare for behandlere: [[meeting-1]].\n:::\n"
                ))
            })
        },
        // Twice and more: the second means something after the first alone.
        a_heading,
        a_heading,
        a_heading_changes,
        a_heading_changes,
        a_heading_changes,
        |files, _, chance| {
            edit(files, chance, "a long paragraph, as elsewhere", |text, _| {
                Some(format!("{text}\n\n{}\n", "Skuldrene kryper opp mens du leser, og pusten blir kort og rask uten at du merker det selv før om kvelden når alt er stille rundt deg og kroppen endelig får hvile litt. ".repeat(2)))
            })
        },
        |files, _, chance| {
            edit(files, chance, "a title", |text, _| replaced_once(text, "title: ", "title: Ny "))
        },
        |files, _, chance| {
            edit(files, chance, "a summary", |text, _| replaced_once(text, "summary: ", "summary: Nå "))
        },
        |files, _, chance| {
            edit(files, chance, "an audience", |text, chance| {
                let readers = chance.of(&["[therapist]", "[patient]", "[trainee]", "[patient, therapist]"]);
                replaced_once(text, "title: ", &format!("audience: {readers}\ntitle: "))
            })
        },
        |files, _, chance| {
            edit(files, chance, "a draft", |text, _| replaced_once(text, "title: ", "draft: true\ntitle: "))
        },
        |files, _, chance| {
            edit(files, chance, "an order", |text, chance| {
                replaced_once(text, "title: ", &format!("order: {}\ntitle: ", chance.below(9)))
            })
        },
        |files, _, chance| {
            edit(files, chance, "an approval", |text, _| {
                replaced_once(
                    text,
                    "title: ",
                    "approved: [{ role: clinical, by: Kari, date: 2026-11-01, at: m1-00000000 }]\ntitle: ",
                )
            })
        },
        |files, _, chance| {
            let mut tree = tree_of(files);
            tree.fall_back_on(andrum::builtin());
            let programme = andrum::model::read(&tree).value;
            let path = page(files, chance)?;
            let (language, text) = programme
                .page_at(&Path::new(&path))?
                .present()
                .find(|(_, text)| text.path.as_str() == path)?;
            let at = programme.meaning(language, text);
            let row =
                format!("approved: [{{ role: clinical, by: Kari, date: 2026-11-01, at: {at} }}]\ntitle: ");
            files.insert(path.clone(), replaced_once(&text_of(files, &path)?, "title: ", &row)?.into_bytes());
            Some(format!("{path} is approved as it reads"))
        },
        |files, _, chance| {
            edit(files, chance, "a translation's mark", |text, chance| {
                let hash = chance.of(&["m1-00000000", "m1-ffffffff"]);
                replaced_once(
                    text,
                    "title: ",
                    &format!("translated: {{ from: \"no\", at: \"{hash}\" }}\ntitle: "),
                )
            })
        },
        |files, _, chance| {
            edit(files, chance, "a task's sharing", |text, _| {
                replaced_once(text, "share=therapist", "share=private")
            })
        },
        |files, _, chance| {
            edit(files, chance, "a lost line", |text, chance| {
                let lines: Vec<&str> = text.lines().collect();
                let lost = chance.below(lines.len());
                Some(
                    lines
                        .iter()
                        .enumerate()
                        .filter(|(at, _)| *at != lost)
                        .map(|(_, line)| format!("{line}\n"))
                        .collect(),
                )
            })
        },
        |files, _, chance| {
            edit(files, chance, "half a file", |text, _| {
                text.char_indices().nth(text.chars().count() / 2).map(|(at, _)| text[..at].to_string())
            })
        },
        |files, _, chance| {
            let path = page(files, chance)?;
            let bytes = files.remove(&path)?;
            let other = path.replace(".md", "-flyttet.md").replace("content/no/", "content/no/mappe/");
            files.insert(other.clone(), bytes);
            Some(format!("{path} becomes {other}"))
        },
        |files, _, chance| {
            let path = page(files, chance)?;
            files.remove(&path);
            Some(format!("{path} is deleted"))
        },
        |files, _, chance| {
            let (path, other) = (page(files, chance)?, page(files, chance)?);
            files.insert(other.clone(), files.get(&path)?.clone());
            Some(format!("{path} stands at {other} too"))
        },
        |files, _, chance| {
            let (language, number) = (*chance.of(&["no", "sv"]), chance.below(4));
            let text = format!(
                "---\nid: ny-{number}\nkind: page\ntitle: Ny {number}\n---\n\nNye ord om [[about]].\n"
            );
            files.insert(format!("content/{language}/ny-{number}.md"), text.into_bytes());
            Some(format!("a new page ny-{number} in {language}"))
        },
        |files, _, chance| {
            let (from, to) = *chance.of(&[
                ("weeks: 2", "weeks: 3"),
                ("count: 2", "count: 4"),
                ("Ro i hverdagen", "Ro hver dag"),
                ("audiences: [patient, relative]", "audiences: [patient]"),
                ("  course: {", "  trainer: { audiences: [therapist] }\n  course: {"),
                ("not: [terapeut]", "not: [terapeut, pust]"),
                ("outputs:", "approvals: [clinical]\noutputs:"),
                ("base_url: https://example.org/ro/", ""),
                ("  sv: { tag: sv }\n", ""),
                ("languages:", "  - ["),
            ]);
            let text = text_of(files, "programme.yaml")?;
            files.insert("programme.yaml".into(), text.replace(from, to).into_bytes());
            Some(format!("programme.yaml: `{to}` for `{from}`"))
        },
        |files, _, chance| {
            let said = *chance.of(&[
                "home = Hjem igjen\n",
                "home = Hjem { $hva }\n",
                "home = \n",
                "unused-here = Ja\n",
            ]);
            files.insert("i18n/no/site.ftl".into(), said.as_bytes().to_vec());
            Some(format!("i18n/no/site.ftl says {said:?}"))
        },
        |files, _, _| {
            files.insert("i18n/no/language.yaml".into(), b"emergency_countries: {}\n".to_vec());
            Some("i18n/no/language.yaml is another".into())
        },
        |files, _, chance| {
            let own = *chance.of(&["pager.html", "mark.html", "print-link.html"]);
            let text = *chance.of(&[
                "<p>{{ page.title }}</p>",
                "<p>Egen</p>",
                "{{ page.title",
                "{{ word(id=\"ingen\") }}",
            ]);
            files.insert(format!("themes/default/{own}"), text.as_bytes().to_vec());
            Some(format!("themes/default/{own} is {text:?}"))
        },
        |files, _, chance| {
            let color = chance.below(1000);
            let style = format!("main {{ outline: {color}px solid }}\n");
            files.insert("themes/default/assets/style.css/9-own.css".into(), style.into_bytes());
            Some("a style sheet".into())
        },
        |files, _, chance| {
            let size = chance.below(90) + 10;
            let svg = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{size}\" height=\"9\"><title>Hender</title></svg>"
            );
            files.insert("content/media/hands.svg".into(), svg.into_bytes());
            Some("another picture".into())
        },
        |files, _, _| files.remove("content/media/hands.svg").map(|_| "a picture is gone".into()),
        |files, _, _| {
            let mut tree = tree_of(files);
            tree.fall_back_on(andrum::builtin());
            let programme = andrum::compile(&tree, &Beside::default()).value;
            if programme.pages.is_empty() {
                return None;
            }
            let lock = Lock::of(&programme, None, "1.0.0", "2026-11-19");
            files.insert("programme.lock".into(), lock.text().into_bytes());
            Some("it is released".into())
        },
        |files, whole, chance| {
            let names: Vec<&String> = files.keys().chain(whole.keys()).collect();
            let path = chance.of(&names).to_string();
            match whole.get(&path) {
                Some(bytes) => drop(files.insert(path.clone(), bytes.clone())),
                None => drop(files.remove(&path)),
            }
            Some(format!("{path} is put back"))
        },
        |_, _, _| Some("nothing".into()),
    ];
    loop {
        if let Some(told) = chance.of(changes)(files, whole, chance) {
            return told;
        }
    }
}

/// A heading in one page, and a link to it from another.
fn a_heading(files: &mut Files, _: &Files, chance: &mut Chance) -> Option<String> {
    let (target, from) = (page(files, chance)?, page(files, chance)?);
    // A link leads to the page in its own language.
    if target[.."content/no".len()] != from[.."content/no".len()] {
        return None;
    }
    let id = target.rsplit('/').next()?.trim_end_matches(".md").to_string();
    let heading = *chance.of(&[
        "## Noe nytt {#nytt}\n\nOrd.",
        ":::only{audience=therapist}\n## Noe nytt {#nytt}\n\nOrd.\n:::",
    ]);
    let (text, link) = (text_of(files, &target)?, text_of(files, &from)?);
    files.insert(target.clone(), format!("{text}\n\n{heading}\n").into_bytes());
    if target != from {
        files.insert(from.clone(), format!("{link}\n\nSe [[{id}#nytt|det nye]].\n").into_bytes());
    }
    Some(format!("a heading in {target}, and a link to it from {from}"))
}

/// A heading that others link to gets another name, or is for some readers alone.
fn a_heading_changes(files: &mut Files, _: &Files, chance: &mut Chance) -> Option<String> {
    let named = |text: &String| text.contains("{#nytt}");
    let pages: Vec<String> =
        files.keys().filter(|path| text_of(files, path).is_some_and(|text| named(&text))).cloned().collect();
    let path = if pages.is_empty() { return None } else { chance.of(&pages).clone() };
    let to = *chance.of(&["{#annet}", "{#nytt}\n\n:::only{audience=therapist}\nOrd.\n:::"]);
    files.insert(path.clone(), text_of(files, &path)?.replace("{#nytt}", to).into_bytes());
    Some(format!("the heading of {path} becomes {to:?}"))
}

/// Changes one page's text.
fn edit(
    files: &mut Files,
    chance: &mut Chance,
    what: &str,
    change: impl Fn(&str, &mut Chance) -> Option<String>,
) -> Option<String> {
    let path = page(files, chance)?;
    let changed = change(&text_of(files, &path)?, chance)?;
    files.insert(path.clone(), changed.into_bytes());
    Some(format!("{what} in {path}"))
}

fn page(files: &Files, chance: &mut Chance) -> Option<String> {
    let pages: Vec<&String> = files.keys().filter(|path| path.ends_with(".md")).collect();
    if pages.is_empty() { None } else { Some(chance.of(&pages).to_string()) }
}

fn text_of(files: &Files, path: &str) -> Option<String> {
    String::from_utf8(files.get(path)?.clone()).ok()
}

fn replaced(text: &str, chance: &mut Chance, from: &str, to: &str) -> Option<String> {
    let places: Vec<usize> = text.match_indices(from).map(|(at, _)| at).collect();
    if places.is_empty() {
        return None;
    }
    let at = *chance.of(&places);
    Some(format!("{}{to}{}", &text[..at], &text[at + from.len()..]))
}

fn replaced_once(text: &str, from: &str, to: &str) -> Option<String> {
    text.contains(from).then(|| text.replacen(from, to, 1))
}

/// Numbers that look drawn by lot, the same from the same seed (xorshift64*).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % end.max(1)
    }

    fn one_in(&mut self, of: usize) -> bool {
        self.below(of) == 0
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}
