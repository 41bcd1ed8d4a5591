//! Passages to LIX, Björnsson's measure of how hard a text is to read: words a sentence, and long words in a hundred.
//!
//! Only the author's own words count: no code, addresses, facts or titles of other pages, and no one else's words.

use std::ops::Range;

use super::audience::Audiences;
use super::passage::{Passage, Voice};

/// A word with more letters than this is long.
const SHORT: u16 = 6;

/// Fewer words than this tell nothing.
const FEWEST: usize = 100;

/// How hard a page may be to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aim {
    /// What authors aim at.
    pub target: u32,
    /// What no page should be above.
    pub limit: u32,
}

/// What is asked of a page for `readers`: more where patients or those near them are among them.
pub fn aim(readers: Audiences) -> Aim {
    match readers.meets(Audiences::all(["patient", "relative"])) {
        true => Aim { target: 35, limit: 40 },
        false => Aim { target: 55, limit: 55 },
    }
}

/// What LIX is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lix {
    pub words: usize,
    pub sentences: usize,
    /// Words of more than six letters.
    pub long_words: usize,
}

impl Lix {
    /// Whether there are words enough to tell anything.
    pub fn tells(&self) -> bool {
        self.words >= FEWEST
    }

    /// Words / sentences + 100 × long words / words; 0 where there are no words.
    pub fn value(&self) -> f64 {
        if self.words == 0 {
            return 0.0;
        }
        let words = self.words as f64;
        words / self.sentences as f64 + 100.0 * self.long_words as f64 / words
    }
}

/// A sentence with words of the author's.
#[derive(Clone, Debug)]
pub struct Sentence<'a> {
    pub passage: &'a Passage,
    /// Where it stands in the passage.
    pub range: Range<usize>,
    pub words: usize,
    pub long_words: usize,
}

/// The LIX of some passages. Each of them ends its last sentence: a heading, an item, a cell.
pub fn of(passages: &[Passage]) -> Lix {
    sentences(passages).fold(Lix::default(), |lix, sentence| Lix {
        words: lix.words + sentence.words,
        sentences: lix.sentences + 1,
        long_words: lix.long_words + sentence.long_words,
    })
}

/// Every sentence that counts, in reading order.
pub fn sentences(passages: &[Passage]) -> impl Iterator<Item = Sentence<'_>> {
    passages.iter().filter(|passage| !passage.quoted).flat_map(|passage| {
        passage.sentences.iter().filter_map(move |sentence| {
            let (mut words, mut long_words) = (0, 0);
            for (word, _) in passage.words_of(sentence).filter(|(_, voice)| *voice == Voice::Author) {
                words += 1;
                long_words += usize::from(word.letters > SHORT);
            }
            let range = sentence.range.clone();
            (words > 0).then_some(Sentence { passage, range, words, long_words })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::page;
    use crate::model::passage::{Kind, passages};
    use crate::model::prose::Names;
    use crate::source::Path;

    /// The passages of a page with this text, without its title.
    fn read(text: &str, language: &str) -> Vec<Passage> {
        let file = format!("---\nid: a\nkind: page\ntitle: A\n---\n\n{text}\n");
        let path = Path::new("content/no/a.md");
        let sheet = crate::syntax::read(&path, file.as_bytes());
        let locale = crate::model::locale::read(crate::builtin(), language, &mut Vec::new());
        let draft = page::lower(&path, sheet.value).value.expect("a page");
        let mut found = passages(&draft, &Names, &locale);
        found.retain(|passage| passage.kind != Kind::Title);
        found
    }

    /// Language, text, words, sentences, long words, LIX: each counted by hand.
    #[rustfmt::skip]
    const TABLE: &[(&str, &str, usize, usize, usize, f64)] = &[
        // 6/2 + 100·1/6 = 3 + 16.67: kroppen
        ("no", "Du puster rolig. Du merker kroppen.", 6, 2, 1, 19.67),
        // 3/1 + 100·0/3
        ("no", "Du er her.", 3, 1, 0, 3.0),
        // 5/1 + 100·2/5 = 5 + 40: Behandleren, avtalen (lover has 5)
        ("no", "Behandleren lover å holde avtalen.", 5, 1, 2, 45.0),
        // A heading ends its sentence. 1 + 4 = 5 words, 2 sentences, long: Pusteøvelse. 2.5 + 20
        ("no", "## Pusteøvelse\n\nSett deg på stolen.", 5, 2, 1, 22.5),
        // Items do too. 3 + 2 + 2 = 7 words, 3 sentences, long: skuldrene, pusten has 6. 2.33 + 14.29
        ("no", "- Slipp skuldrene ned\n- Slipp pusten\n- Bli her", 7, 3, 1, 16.62),
        // Abbreviations, an ordinal and a decimal end none. Vi sees kl 10 den 3 mai dvs om ca 1,5 uker = 12 words.
        ("no", "Vi sees kl. 10 den 3. mai, dvs. om ca. 1,5 uker.", 12, 1, 0, 12.0),
        // No code, address or fact: Skriv til eller se om = 5 words, 0 long.
        ("no", "Skriv `programmet` til <hjelpen@example.org> eller se {{facts.weeks}} om.", 5, 1, 0, 5.0),
        // A quotation is someone else's: Hun sier = 2 words.
        ("no", "Hun sier:\n\n> Behandlingen gjennomføres systematisk.", 2, 1, 0, 2.0),
        // A link counts by its words. Les planen din = 3 words, 0 long (planen has 6).
        ("no", "Les [planen din](https://example.org/gjennomgang).", 3, 1, 0, 3.0),
        // 4/1 + 100·1/4 = 4 + 25: kroppen
        ("sv", "Du känner hela kroppen.", 4, 1, 1, 29.0),
        // 3/3: each of one, and 100·1/3 = 33.33: Andningen (Varför has 6)
        ("sv", "Vila! Varför? Andningen …", 3, 3, 1, 34.33),
        // t.ex. and m.m. end none. Ta med t.ex vatten m.m när du går ut = 9 words, 0 long (vatten has 6).
        ("sv", "Ta med t.ex. vatten m.m. när du går ut.", 9, 1, 0, 9.0),
        // Letters in å ä ö count as one each: trygghet 8, övning 6, själv 5. 5/1 + 100·1/5 = 5 + 20
        ("sv", "Trygghet är en övning själv.", 5, 1, 1, 25.0),
        // Foreign words are not the author's: Vi säger = 2 words.
        ("sv", "Vi säger [hjelpemiddelsentralen]{lang=no}.", 2, 1, 0, 2.0),
        // A hyphen joins: AntiStress-programmet is one word of 20 letters. 3/1 + 100·1/3 = 3 + 33.33
        ("sv", "Läs AntiStress-programmet nu.", 3, 1, 1, 36.33),
        // A table's cells end theirs. Land, Nummer, Norge, ett ett tre = 6 words, 4 sentences, 0 long: 1.5
        ("sv", "| Land | Nummer |\n|---|---|\n| Norge | ett ett tre |", 6, 4, 0, 1.5),
        // A task's title, its text and its prompts are five sentences: Kvällen | Sitt ner. Vila. | Var är du? |
        // Vad hör du? = 1 + 2 + 1 + 3 + 3 = 10 words; long: Kvällen. 2 + 10
        ("sv", ":::reflection[Kvällen]{#k share=private}\nSitt ner. Vila.\n\n1. Var är du?\n2. Vad hör du?\n:::", 10, 5, 1, 12.0),
        // Nothing at all
        ("sv", "`bara kod`", 0, 0, 0, 0.0),
    ];

    #[test]
    fn counted_by_hand() {
        for (language, text, words, sentences, long_words, value) in TABLE {
            let lix = of(&read(text, language));
            let counted = Lix { words: *words, sentences: *sentences, long_words: *long_words };
            assert_eq!(lix, counted, "{text}");
            assert!((lix.value() - value).abs() < 0.01, "{text}: {} and not {value}", lix.value());
        }
    }
}
