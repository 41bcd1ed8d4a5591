//! `i18n/<language>/language.yaml` and `words.txt`: what a language writes in its own way. Data, so that a new language
//! needs no Rust.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::sentence::{self, ByHash};
use super::stem;
use crate::diag::Diagnostic;
use crate::source::{Path, Span, Tree};
use crate::syntax;
use crate::syntax::shape::{Checker, Key, Shape};
use crate::syntax::yaml::{self, Yaml};

/// What a language writes in its own way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Locale {
    /// Marks that open and close a quotation, then those of one inside it.
    pub quotes: Vec<char>,
    /// Hashes ([`sentence::hash`]) of abbreviations whose full stop ends no sentence, without it: `f.eks`
    pub abbreviations: HashSet<u64, ByHash>,
    /// The names of the months, in lower case.
    pub months: Vec<String>,
    /// Words of a link that say nothing of where it leads, in lower case: `her`, `les mer`.
    pub vague_links: BTreeSet<String>,
    /// What countries and their people are called, by two-letter code, in lower case: `no: [norge, norsk]`.
    pub countries: BTreeMap<String, Vec<String>>,
    /// The dash of a pause, with a space on either side.
    pub dash: Option<char>,
    /// What a word may end in and be the same word: `en`, `ene`.
    pub endings: Vec<String>,
    /// Words around a number that one calls, in lower case: `ring`, `telefon`.
    pub calls: BTreeSet<String>,
    /// Words behind a number that counts something, in lower case: `minutter`.
    pub counted: BTreeSet<String>,
    /// Words before a number that is a place or a time, in lower case: `side`, `kl`.
    pub numbered: BTreeSet<String>,
    /// How its words are found in a search.
    pub search: stem::Ways,
    /// Its most common words, in lower case, by which it is told from its neighbours.
    pub words: BTreeSet<String>,
}

const TEXTS: Shape = Shape::List(&Shape::Text);

const KEYS: &[Key] = &[
    Key::optional("quotes", TEXTS, "Marks that open and close a quotation, then those of one inside it."),
    Key::optional("abbreviations", TEXTS, "Abbreviations whose full stop ends no sentence."),
    Key::optional("months", TEXTS, "The names of the months."),
    Key::optional("vague_links", TEXTS, "Words of a link that say nothing of where it leads."),
    Key::optional("countries", Shape::ByName(&TEXTS), "What countries are called, by two-letter code."),
    Key::optional("dash", Shape::Text, "The dash of a pause."),
    Key::optional("endings", TEXTS, "What a word may end in and be the same word."),
    Key::optional("calls", TEXTS, "Words around a number that one calls."),
    Key::optional("counted", TEXTS, "Words behind a number that counts something."),
    Key::optional("numbered", TEXTS, "Words before a number that is a place or a time."),
    Key::optional("search", Shape::Record(SEARCH), "How its words are found in a search."),
];

const SEARCH: &[Key] = &[
    Key::optional("stemmer", Shape::OneOf(stem::STEMMERS), "The rules that cut words to their stems."),
    Key::optional("endings", TEXTS, "What two forms of a word may differ by beyond what the stemmer cuts."),
    Key::optional(
        "forms",
        Shape::List(&TEXTS),
        "Words in forms that no rule joins, the first of each standing for all.",
    ),
];

/// Reads the ways of a language. A file that is not there says nothing, and the checks that ask it say nothing either.
pub fn read(tree: &Tree, language: &str, found: &mut Vec<Diagnostic>) -> Locale {
    Locale { words: words(tree, language), ..ways(tree, language, found) }
}

/// The words of `words.txt`, parted by space; a line that begins with `#` is for who reads the file.
fn words(tree: &Tree, language: &str) -> BTreeSet<String> {
    let Some(bytes) = tree.bytes(&format!("i18n/{language}/words.txt")) else { return BTreeSet::new() };
    let text = syntax::text(bytes);
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).map(str::to_lowercase).collect()
}

fn ways(tree: &Tree, language: &str, found: &mut Vec<Diagnostic>) -> Locale {
    let path = Path::new(&format!("i18n/{language}/language.yaml"));
    let Some(bytes) = tree.bytes(path.as_str()) else { return Locale::default() };
    let yaml = match yaml::parse(&syntax::text(bytes), 0) {
        Ok(yaml) => yaml,
        Err(fault) => {
            found.push(syntax::syntax_fault(&fault, &path));
            return Locale::default();
        }
    };
    Checker { path: &path, undecided: false, found }.record(&yaml, KEYS, Span::default());
    let texts = |key: &str| lower(yaml.get(key).map_or(&[][..], Yaml::many));
    Locale {
        quotes: texts("quotes").into_iter().filter_map(|mark| mark.chars().next()).collect(),
        abbreviations: texts("abbreviations")
            .iter()
            .map(|word| sentence::hash(word.trim_end_matches('.')))
            .collect(),
        months: texts("months"),
        vague_links: texts("vague_links").into_iter().collect(),
        countries: yaml
            .get("countries")
            .map_or(&[][..], Yaml::pairs)
            .iter()
            .map(|(code, names)| (code.value.clone(), lower(names.many())))
            .collect(),
        dash: yaml.get("dash").and_then(|dash| dash.text()?.chars().next()),
        endings: texts("endings"),
        calls: texts("calls").into_iter().collect(),
        counted: texts("counted").into_iter().collect(),
        numbered: texts("numbered").into_iter().collect(),
        search: ways_of_search(yaml.get("search")),
        words: BTreeSet::new(),
    }
}

fn ways_of_search(yaml: Option<&Yaml>) -> stem::Ways {
    let many = |key: &str| yaml.and_then(|yaml| yaml.get(key)).map_or(&[][..], Yaml::many);
    stem::Ways {
        stemmer: many("stemmer").iter().find_map(|name| name.text()).map(String::from),
        endings: lower(many("endings")),
        forms: many("forms").iter().map(|forms| lower(forms.many())).collect(),
    }
}

fn lower(list: &[Yaml]) -> Vec<String> {
    list.iter().filter_map(|item| Some(item.text()?.to_lowercase())).collect()
}
