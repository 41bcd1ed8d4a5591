//! The interface's own words, in Fluent: what buttons, labels and messages say in one language.

mod gaps;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Message};

use crate::diag::{self, Diagnostic, Lint, Outcome};
use crate::message;
use crate::source::{Path, Span, Tree};
use crate::syntax;

/// The words of one file, `i18n/<language>/<file>.ftl`. A project's own file says only what it says otherwise: its words
/// stand before those of the program's file of that name.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    /// Words that take no arguments, ready to use.
    ready: BTreeMap<String, String>,
    /// The words of the file itself and where they stand.
    pub places: BTreeMap<String, Span>,
    /// The variables that fill each word, of this file or of the one that it stands before.
    pub gaps: BTreeMap<String, BTreeSet<String>>,
    pub path: Path,
}

/// What fills a word's gap. A number chooses the plural.
pub enum Arg<'a> {
    Number(i64),
    Text(&'a str),
}

impl Words {
    /// Reads the words of a language. What can't be read is reported; a file that is not there holds no words.
    pub fn load(tree: &Tree, language: &str, tag: &str, file: &str) -> Outcome<Words> {
        Words::above(tree, language, tag, file, None)
    }

    /// The same, with the words of the file `under` it, whose faults are found where it is read for itself.
    pub fn above(tree: &Tree, language: &str, tag: &str, file: &str, under: Option<&str>) -> Outcome<Words> {
        let place = |file: &str| Path::new(&format!("i18n/{language}/{file}.ftl"));
        let path = place(file);
        let read = |bytes: Option<&[u8]>| syntax::text(bytes.unwrap_or_default()).replace('\r', "");
        let text = read(tree.bytes(path.as_str()));
        let resource = |bytes| FluentResource::try_new(read(bytes)).unwrap_or_else(|(resource, _)| resource);
        let under = under.map(place).into_iter();
        let under = under.flat_map(|path| [tree.beneath(path.as_str()), tree.bytes(path.as_str())]);
        let beneath: Vec<FluentResource> = under.chain([tree.beneath(path.as_str())]).map(resource).collect();
        let mut found = Vec::new();
        let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        // A word that can't be read is there all the same, by its name.
        let mut broken = BTreeMap::new();
        let (resource, faults) = match FluentResource::try_new(text.clone()) {
            Ok(resource) => (resource, Vec::new()),
            Err(partly) => partly,
        };
        for fault in faults {
            let name = fault.slice.and_then(|word| named(&text, word));
            let again = name.is_some_and(|span| broken.insert(span.of(&text).to_string(), span).is_some());
            if !again {
                let place = name.unwrap_or(fault.pos.into()).within(&path);
                found.push(Diagnostic::new(Lint::MissingWord, place, message!("missing-word-syntax")));
            }
        }
        let mut places = places(&resource, &text);
        places.extend(broken);
        let all = beneath.iter().flat_map(messages).chain(messages(&resource));
        let gaps = all.map(|message| (message.id.name.to_string(), gaps::gaps(message))).collect();
        beneath.into_iter().for_each(|resource| bundle.add_resource_overriding(resource));
        bundle.add_resource_overriding(resource);
        let mut words = Words { bundle, ready: BTreeMap::new(), places, gaps, path };
        words.ready =
            words.gaps.keys().filter_map(|id| Some((id.clone(), words.format(id, None, &[])?))).collect();
        Outcome { value: words, diagnostics: found }
    }

    /// Whether there are no words at all.
    pub fn is_empty(&self) -> bool {
        self.gaps.is_empty() && self.places.is_empty()
    }

    /// Whether there is such a word; one that can't be read is there all the same.
    pub fn has(&self, id: &str) -> bool {
        self.gaps.contains_key(id) || self.places.contains_key(id)
    }

    /// A word without gaps; its own name where it is missing, which `missing-word` has reported.
    pub fn get<'a>(&'a self, id: &'a str) -> &'a str {
        self.ready.get(id).map_or(id, String::as_str)
    }

    /// The words that have no gaps, by id.
    pub fn ready(&self) -> impl Iterator<Item = (&str, &str)> {
        self.ready.iter().map(|(id, word)| (id.as_str(), word.as_str()))
    }

    /// A word with its gaps filled, or `None` when it is missing or a gap has no filling.
    pub fn fill(&self, id: &str, args: &[(&str, Arg)]) -> Option<String> {
        if args.is_empty() { self.ready.get(id).cloned() } else { self.format(id, None, args) }
    }

    /// A message in words; arguments that are numbers choose the plural.
    pub fn say(&self, message: &diag::Message) -> String {
        let args = message.args.iter();
        let args = args.map(|(name, value)| (*name, value.parse().map_or(Arg::Text(value), Arg::Number)));
        let args: Vec<(&str, Arg)> = args.collect();
        self.fill(message.key, &args).unwrap_or_else(|| message.key.into())
    }

    /// An attribute of a word: the `.help` of a message.
    pub fn attribute(&self, id: &str, attribute: &str, args: &[(&str, Arg)]) -> Option<String> {
        self.format(id, Some(attribute), args)
    }

    fn format(&self, id: &str, attribute: Option<&str>, args: &[(&str, Arg)]) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut filled = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            match arg {
                Arg::Number(number) => filled.set(*name, *number),
                Arg::Text(text) => filled.set(*name, FluentValue::from(*text)),
            }
        }
        let mut faults = Vec::new();
        let words = self.bundle.format_pattern(pattern, Some(&filled), &mut faults);
        faults.is_empty().then(|| words.into_owned())
    }
}

fn messages(resource: &FluentResource) -> impl Iterator<Item = &Message<&str>> {
    resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message),
        _ => None,
    })
}

/// The name that a word begins with.
fn named(text: &str, word: Range<usize>) -> Option<Span> {
    let name =
        text.get(word.clone())?.split(|sign: char| !(sign.is_ascii_alphanumeric() || "-_".contains(sign)));
    let length = name.map(str::len).next().filter(|length| *length > 0)?;
    Some(Span::new(word.start, word.start + length))
}

/// Where each word is defined. Fluent's tree has no places, but its identifiers are slices of the text.
fn places(resource: &FluentResource, text: &str) -> BTreeMap<String, Span> {
    let mut from = 0;
    messages(resource)
        .map(|message| {
            let name = message.id.name;
            let at = text[from..]
                .match_indices(name)
                .map(|(at, _)| at + from)
                .find(|at| {
                    (*at == 0 || text[..*at].ends_with('\n'))
                        && text[at + name.len()..].trim_start().starts_with('=')
                })
                .unwrap_or(from);
            from = at;
            (name.to_string(), Span::new(at, at + name.len()))
        })
        .collect()
}
