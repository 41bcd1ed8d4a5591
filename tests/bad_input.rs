//! Whatever an author's file holds, the compiler answers in good time, never panics, and points only at what is there.

#![allow(clippy::disallowed_methods, reason = "a test looks at the clock")]

use std::time::{Duration, Instant};

use andrum::check::Beside;
use andrum::diag::Diagnostic;
use andrum::source::{Place, Tree};

/// Far more than any of these takes, in a debug build on a busy machine; a cost that grows with the square of the input
/// takes longer still.
const PATIENCE: Duration = Duration::from_secs(20);

const PROGRAMME: &str = "\
id: prove
version: 0.1.0
title: { no: Prøve }
languages: { no: { tag: nb } }
editions: { patient: { audiences: [patient] } }
schedule: { unit: week, count: 10 }
facts: { weeks: 10 }
";

/// A page with a little of everything, all of it right.
const PAGE: &str = "\
---
id: uke
kind: theme
title: \"Uke 1: når det blir for mye\"
unit: 1
audience: [patient, relative]
---
Å være «på vakt» i {{facts.weeks}} uker.[^1] [Hållbar *Hälsa*]{lang=sv}, [[uke|her]] og [nett](https://example.org).

[^1]: Fotnote med `kode`.

:::reflection[Mitt tidligste tegn]{#tegn minutes=10 share=therapist every=5/week}
1. Hva merket du?
2. Hva kunne du ha trengt?
:::

::::phase[Oppstart]{when=broken-off}
:::checklist
- Si velkommen.
:::
::::

:::worksheet{#ark rows=5}
| Hendelse {#event} | Tanke {#thought} |
|:--|--:|
| Ærlig | talt |
:::

> [!NOTE]
> ~~Aldri~~ **alltid**

```text
:::ikke
```

:::quiz{#prove pass=80}
### Hva? {#q1}
- [x] Dette {#this}
  > Ja.
- [ ] Ikke dette {#other}
:::
<!-- slutt -->
";

/// Compiles a page of these bytes and holds every place that is reported to it.
fn compile(bytes: &[u8]) -> Vec<Diagnostic> {
    let mut tree = Tree::default();
    tree.insert_text("programme.yaml", PROGRAMME);
    tree.insert("content/no/uke.md", andrum::source::Content::Bytes(bytes.into()));
    let mut found = andrum::compile(&tree, &Beside::default()).diagnostics;
    // What a whole programme lacks is said of programme.yaml.
    found.retain(|diagnostic| diagnostic.place.path.as_str() != "programme.yaml");
    let text = andrum::syntax::text(bytes);
    for diagnostic in &found {
        let edits = diagnostic.fix.iter().flat_map(|fix| &fix.edits).map(|(place, _)| place);
        let places =
            std::iter::once(&diagnostic.place).chain(diagnostic.related.iter().map(|label| &label.place));
        for Place { path, span } in places.chain(edits) {
            assert_eq!(path.as_str(), "content/no/uke.md", "{diagnostic:?}");
            assert!(
                text.get(span.range()).is_some(),
                "{diagnostic:?} lies outside the {} bytes of {text:?}",
                text.len()
            );
        }
    }
    found
}

/// Compiles a page with this body, in time.
#[track_caller]
fn body(text: &str) -> Vec<Diagnostic> {
    let start = Instant::now();
    let found = compile(format!("---\nid: uke\nkind: page\ntitle: Uke\n---\n{text}\n").as_bytes());
    let took = start.elapsed();
    assert!(took < PATIENCE, "took {took:?}");
    found
}

#[track_caller]
fn header(text: &str) -> Vec<Diagnostic> {
    let start = Instant::now();
    let found = compile(format!("---\nid: uke\nkind: page\ntitle: Uke\n{text}\n---\n").as_bytes());
    let took = start.elapsed();
    assert!(took < PATIENCE, "took {took:?}");
    found
}

#[test]
fn the_page_itself_is_right() {
    assert_eq!(compile(PAGE.as_bytes()), []);
}

#[test]
fn a_very_long_line() {
    assert_eq!(body(&"Pust rolig ut. ".repeat(700_000)), []);
    body(&"å".repeat(5_000_000));
}

#[test]
fn very_many_lines() {
    assert_eq!(body(&"Pust.\n\n".repeat(100_000)), []);
    body(&"- Pust\n".repeat(100_000));
    body(&"| a | b |\n|---|---|\n".repeat(20_000));
    body(&"[^1]: Pust\n\n".repeat(20_000));
    body(&"## Pust\n".repeat(50_000));
}

#[test]
fn nested_fences() {
    let opened: String = (3..1003).rev().map(|colons| format!("{}phase\n", ":".repeat(colons))).collect();
    let closed: String = (3..1003).map(|colons| format!("{}\n", ":".repeat(colons))).collect();
    // The fourth level is one fault; those inside it say nothing new.
    assert_eq!(body(&(opened.clone() + &closed)).len(), 1);
    body(&opened);
    body(&closed);
}

#[test]
fn fences_without_end() {
    body(&":::phase\n".repeat(100_000));
    body(&":::\n".repeat(100_000));
    body(&format!("{}{}", ":::phase\n".repeat(30_000), "::::\n".repeat(30_000)));
    body(&"::::phase\n:::phase\n::::\n".repeat(30_000));
    body(&format!("```\n{}```\n", ":::phase\n".repeat(100_000)));
    body(&"> :::phase\n".repeat(50_000));
    body(&"```\n:::\n```\n:::\n".repeat(20_000));
}

#[test]
fn deep_quotes_lists_and_marks() {
    assert_eq!(body(&">".repeat(100_000)).len(), 1);
    body(&"- ".repeat(100_000));
    body(&"1. ".repeat(50_000));
    body(&(0..2_000).map(|depth| format!("{}- a\n", "  ".repeat(depth))).collect::<String>());
    body(&"*a ".repeat(50_000));
    body(&"*a **b ".repeat(25_000));
    body(&format!("{}a{}", "*".repeat(50_000), "*".repeat(50_000)));
    body(&format!("{}a{}", "*a ".repeat(20_000), " b*".repeat(20_000)));
    body(&"~~a ".repeat(50_000));
    body(&"`a``".repeat(50_000));
}

#[test]
fn brackets_and_braces() {
    body(&"[".repeat(100_000));
    body(&"]".repeat(100_000));
    body(&"![".repeat(50_000));
    body(&"[[".repeat(50_000));
    body(&"[a](".repeat(50_000));
    body(&"[a](<".repeat(50_000));
    body(&format!("{}a{}", "[".repeat(20_000), "]".repeat(20_000)));
    body(&format!("{}a{}", "[".repeat(20_000), "](b)".repeat(20_000)));
    body(&format!("{}a{}", "![".repeat(20_000), "](b)".repeat(20_000)));
    body(&"[a]{lang=sv} ".repeat(20_000));
    body(&"a]{lang=sv} ".repeat(20_000));
    body(&"[*a* ".repeat(20_000));
    body(&"*a*]{lang=sv} ".repeat(20_000));
    body(&"{{".repeat(50_000));
    body(&format!("{}}}}}", "{{a ".repeat(50_000)));
    body(&"{{facts.weeks}}".repeat(50_000));
    body(&"{#a} ".repeat(50_000));
    body(&"- a {#a}\n".repeat(50_000));
    body(&"<".repeat(100_000));
    body(&"<!--".repeat(50_000));
    body(&"<?".repeat(50_000));
    body(&"<a ".repeat(50_000));
    body(&"&".repeat(100_000));
    body(&"\\".repeat(100_000));
    body(&"|".repeat(100_000));
}

#[test]
fn attributes_beyond_measure() {
    let huge = "9".repeat(100_000);
    let found = body(&format!(
        ":::scale{{#a from=-{huge} to={huge} step={huge}}}\n- {huge}: a\n:::\n:::phase{{minutes={huge}}}\n:::\n\
         :::breathing{{#b in=18446744073709551616 out=-1 rounds=4294967297}}\n:::"
    ));
    let lints: Vec<&str> = found.iter().map(|found| found.lint.name()).collect();
    assert_eq!(lints.iter().filter(|lint| **lint == "out-of-range").count(), 7, "{lints:?}");
    body(":::scale{#a from=-1000 to=1000 step=1}\n:::");
    body(":::scale{#a from=1000 to=-1000 step=0}\n:::");
    body(&format!(":::scale{{#a {}}}\n:::", (0..5_000).map(|at| format!("k{at}=1 ")).collect::<String>()));
    body(&format!(":::scale[{}]{{#a}}\n:::", "[".repeat(50_000)));
    body(&format!(
        ":::choice{{#a}}\n{}:::",
        (0..20_000).map(|at| format!("- a {{#a-{at}}}\n")).collect::<String>()
    ));
    body(&format!(":::choice{{#a}}\n{}:::", "- a\n".repeat(20_000)));
    body(&":::scale\n:::\n".repeat(20_000));
    body(&format!("{huge}. a"));
}

#[test]
fn headers_beyond_measure() {
    assert_eq!(header(&format!("sources: {}", "[".repeat(50_000))).len(), 1);
    assert_eq!(header(&format!("sources: {}x{}", "[".repeat(5_000), "]".repeat(5_000))).len(), 1);
    assert_eq!(header(&format!("sources: {}x{}", "{a: ".repeat(5_000), "}".repeat(5_000))).len(), 1);
    header(&(0..1_000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect::<String>());
    header(&(0..20_000).map(|at| format!("k{at}: 1\n")).collect::<String>());
    header(&"unit: 1\n".repeat(5_000));
    header(&format!("sources: [{}]", "a, ".repeat(200_000)));
    header(&format!("minutes: {}", "9".repeat(100_000)));
    header(&format!("summary: \"{}\"", "\\n".repeat(100_000)));
    header(&"- - - ".repeat(10_000));
    header(&"? ".repeat(10_000));
    header(&"!!".repeat(10_000));
    header(&"a: 1\n  b: ".repeat(5_000));
}

#[test]
fn every_beginning_of_a_page() {
    for end in 0..PAGE.len() {
        compile(&PAGE.as_bytes()[..end]);
    }
}

#[test]
fn every_page_without_one_line() {
    for without in 0..PAGE.lines().count() {
        let lines = PAGE.lines().enumerate().filter(|(at, _)| *at != without);
        compile(lines.map(|(_, line)| format!("{line}\r\n")).collect::<String>().as_bytes());
    }
}

/// What mutations write into a page.
const PIECES: &[&[u8]] = &[
    b":",
    b":::",
    b"::::",
    b"\n:::\n",
    b"::",
    b"{",
    b"}",
    b"{#",
    b"[",
    b"]",
    b"](",
    b"[[",
    b"]]",
    b"{{",
    b"}}",
    b"]{lang=sv}",
    b"\n",
    b"\r\n",
    b"\n\n",
    b"\t",
    b"    ",
    b"> ",
    b"- ",
    b"1. ",
    b"|",
    b"\n|---|\n",
    b"`",
    b"\n```\n",
    b"*",
    b"**",
    b"~~",
    b"<",
    b">",
    b"<!--",
    b"-->",
    b"<?",
    b"?>",
    b"---\n",
    b"\n---\n",
    b"#",
    b"## ",
    b"&",
    b"\\",
    b"\"",
    b"'",
    b"=",
    b": ",
    b"[^1]",
    b"[^1]: ",
    b"![",
    "å".as_bytes(),
    "\u{feff}".as_bytes(),
    "”".as_bytes(),
    "你".as_bytes(),
    b"\xff",
    b"\xc3",
    b"\0",
];

/// A small generator of numbers (xorshift64), the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}

#[test]
fn pages_changed_at_random() {
    for seed in 1..=3_000 {
        let mut chance = Chance(u64::wrapping_mul(seed, 0x9E37_79B9_7F4A_7C15));
        let mut page = PAGE.as_bytes().to_vec();
        for _ in 0..=chance.below(8) {
            let at = chance.below(page.len() + 1);
            let end = (at + chance.below(12)).min(page.len());
            match chance.below(4) {
                0 => drop(page.drain(at..end)),
                1 => {
                    let copy = page[at..end].to_vec();
                    let to = chance.below(page.len() + 1);
                    drop(page.splice(to..to, copy));
                }
                _ => drop(page.splice(at..at, PIECES[chance.below(PIECES.len())].iter().copied())),
            }
        }
        if std::panic::catch_unwind(|| compile(&page)).is_err() {
            panic!("seed {seed}: {:?}", String::from_utf8_lossy(&page));
        }
    }
}
