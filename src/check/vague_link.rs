//! `vague-link`: links whose words say nothing of where they lead.

use super::Reading;
use crate::diag::{Diagnostic, Lint};
use crate::message;

pub fn check(reading: &Reading, found: &mut Vec<Diagnostic>) {
    let vague = &reading.locale().vague_links;
    for passage in &reading.passages {
        for range in &passage.links {
            let words = &passage.text[range.clone()];
            if vague.contains(&told(words)) {
                let message = message!("vague-link", words = words.trim());
                found.push(reading.fault(Lint::VagueLink, passage.place(range.clone()), message));
            }
        }
    }
}

/// A link's words as a screen reader tells them: without arrows and stops, in small letters.
fn told(words: &str) -> String {
    let mut told = String::with_capacity(words.len());
    for word in words.split(|mark: char| !mark.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !told.is_empty() {
            told.push(' ');
        }
        told.extend(word.chars().flat_map(char::to_lowercase));
    }
    told
}
