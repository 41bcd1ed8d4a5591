//! A programme to the programme that one edition's readers see: made anew, it never held the rest.
//!
//! Fragments are put where they are included, what was for one audience alone stands as plain text or is gone, and so are
//! the footnotes that only it pointed at. Nothing that is left names what was taken away.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Programme;
use super::block::{Block, Kind};
use super::meaning::unasked;
use super::page::{self, Page, Referred, Translation};
use super::project::Edition;
use super::prose::change_inlines;
use crate::source::{Path, Spanned};
use crate::syntax::ast::{Footnote, InlineKind, LinkForm, Prose};

impl Programme {
    /// The programme as an edition's readers see it. Drafts are left out.
    pub fn seen_by(&self, edition: &Edition) -> Programme {
        self.of_pages(edition, |page| !page.facts.draft)
    }

    /// The programme as an edition's readers will see it once every draft is finished.
    pub fn foreseen_by(&self, edition: &Edition) -> Programme {
        self.of_pages(edition, |_| true)
    }

    fn of_pages(&self, edition: &Edition, is_there: fn(&Page) -> bool) -> Programme {
        let there = self.pages.iter().filter(|page| page.is_for(edition) && is_there(page));
        let pages: Vec<Arc<Page>> = there.map(|page| self.page_seen_by(page, edition)).collect();
        let mut programme = Programme {
            project: edition
                .site
                .as_ref()
                .map_or(self.project.clone(), |site| Arc::new(self.project.at(site))),
            fragments: BTreeMap::new(),
            media: self.media.clone(),
            ..Programme::default()
        };
        // Transcripts are the fragments that outputs still need.
        let texts = pages.iter().flat_map(|page| page.present()).map(|(_, text)| text);
        let names_any = |text: &&Translation| {
            text.mentions.references.iter().any(|reference| reference.to == Referred::Fragment)
        };
        for id in texts.filter(names_any).flat_map(|text| transcripts(&text.blocks)) {
            if let Some(fragment) = self.fragments.get(&id) {
                programme.fragments.insert(id, self.page_seen_by(fragment, edition));
            }
        }
        match pages.len() == self.pages.len() && pages.iter().zip(&self.pages).all(|(a, b)| Arc::ptr_eq(a, b))
        {
            true => {
                (programme.pages, programme.names) = (pages, self.names.clone());
                programme.meanings = programme.pages.iter().map(|page| unasked(page)).collect();
            }
            false => programme.arrange(pages),
        }
        programme
    }

    fn page_seen_by(&self, page: &Arc<Page>, edition: &Edition) -> Arc<Page> {
        if !page.present().any(|(_, translation)| translation.mentions.varies) {
            return page.clone();
        }
        let mut page = Page::clone(page);
        for (language, translation) in page.translations.iter_mut().enumerate() {
            if let Some(translation) = translation {
                let view = View { programme: self, language, edition };
                view.resolve(Arc::make_mut(translation));
            }
        }
        Arc::new(page)
    }
}

struct View<'a> {
    programme: &'a Programme,
    language: usize,
    edition: &'a Edition,
}

impl View<'_> {
    fn resolve(&self, translation: &mut Translation) {
        let mut footnotes = std::mem::take(&mut translation.footnotes);
        let blocks = std::mem::take(&mut translation.blocks);
        translation.blocks = self.visible(blocks, &mut footnotes, &[]);
        translation.footnotes = pointed_at(&translation.blocks, footnotes);
        translation.mentions = page::mentions(&translation.blocks, &translation.footnotes);
    }

    /// `chain` holds the fragments that are being put in.
    fn visible(&self, blocks: Vec<Block>, footnotes: &mut Vec<Footnote>, chain: &[&str]) -> Vec<Block> {
        let mut seen = Vec::with_capacity(blocks.len());
        for mut block in blocks {
            match block.kind {
                Kind::Only(only) => {
                    if only.readers.meet(self.edition) {
                        seen.extend(self.visible(only.blocks, footnotes, chain));
                    }
                }
                Kind::Include(id) => seen.extend(self.included(&id.value, footnotes, chain)),
                _ => {
                    for inner in block.children_mut() {
                        *inner = self.visible(std::mem::take(inner), footnotes, chain);
                    }
                    seen.push(block);
                }
            }
        }
        seen
    }

    /// A fragment's blocks. One that includes itself has been reported as a broken link; here the chain is cut.
    fn included(&self, id: &str, footnotes: &mut Vec<Footnote>, chain: &[&str]) -> Vec<Block> {
        let fragment = self.programme.fragments.get(id).filter(|page| page.is_for(self.edition));
        match fragment.and_then(|page| page.in_language(self.language)) {
            Some(fragment) if !chain.contains(&id) => {
                footnotes.extend(fragment.footnotes.iter().cloned());
                self.visible(fragment.blocks.clone(), footnotes, &[chain, &[id]].concat())
            }
            _ => Vec::new(),
        }
    }
}

/// The footnotes that the blocks point at, and those that these notes point at in turn.
fn pointed_at(blocks: &[Block], footnotes: Vec<Footnote>) -> Vec<Footnote> {
    let mut wanted = page::mentions(blocks, &[]).notes;
    let mut next = 0;
    while let Some(label) = wanted.get(next) {
        let note = footnotes.iter().find(|note| note.label == *label);
        let further =
            note.map(|note| page::mentions(&[], std::slice::from_ref(note)).notes).unwrap_or_default();
        let new: Vec<_> = further.into_iter().filter(|label| !wanted.contains(label)).collect();
        wanted.extend(new);
        next += 1;
    }
    footnotes.into_iter().filter(|note| wanted.contains(&note.label)).collect()
}

fn transcripts(blocks: &[Block]) -> Vec<String> {
    let mut ids = Vec::new();
    for block in blocks {
        match &block.kind {
            Kind::Audio(audio) => ids.extend(audio.transcript.as_ref().map(|id| id.value.clone())),
            Kind::Video(video) => ids.extend(video.transcript.as_ref().map(|id| id.value.clone())),
            _ => {}
        }
        ids.extend(block.children().into_iter().flat_map(transcripts));
    }
    ids
}

/// Makes a fragment's text read the same wherever it is put: addresses are counted from the project's folder instead of
/// its own, and its footnotes carry its id.
pub fn make_portable(blocks: &mut [Block], footnotes: &mut [Footnote], path: &Path, id: &str) {
    let change = &mut |inline: &mut InlineKind| match inline {
        InlineKind::Link(link) if link.form == LinkForm::Markdown => root(&mut link.destination, path),
        InlineKind::Image(image) => root(&mut image.source, path),
        InlineKind::Footnote(label) => *label = format!("{id}-{label}").into(),
        _ => {}
    };
    change_blocks(blocks, path, change);
    for note in footnotes {
        note.label = format!("{id}-{}", note.label).into();
        change_inlines(&mut note.blocks, change);
    }
}

fn change_blocks(blocks: &mut [Block], path: &Path, change: &mut dyn FnMut(&mut InlineKind)) {
    for block in blocks {
        match &mut block.kind {
            Kind::Prose(prose) => change_inlines(std::slice::from_mut(prose), change),
            Kind::Checklist(list) => change_lists(&mut list.items, change),
            Kind::Criteria(list) => change_lists(&mut list.items, change),
            Kind::Audio(audio) => root_file(&mut audio.src, path),
            Kind::Video(video) => {
                let files = [Some(&mut video.src), video.captions.as_mut(), video.poster.as_mut()];
                files.into_iter().flatten().for_each(|file| root_file(file, path));
            }
            _ => {}
        }
        for inner in block.children_mut() {
            change_blocks(inner, path, change);
        }
    }
}

fn change_lists(items: &mut [Vec<Prose>], change: &mut dyn FnMut(&mut InlineKind)) {
    items.iter_mut().for_each(|blocks| change_inlines(blocks, change));
}

fn root_file(file: &mut Spanned<String>, path: &Path) {
    let mut address: Box<str> = file.value.as_str().into();
    root(&mut address, path);
    file.value = address.into();
}

/// Writes an address that is counted from `path` as one that is counted from the project's folder.
fn root(address: &mut Box<str>, path: &Path) {
    let elsewhere = super::link::scheme(address).is_some()
        || address.starts_with(['/', '#'])
        || address.starts_with("media/");
    let (file, anchor) = match address.split_once('#') {
        Some((file, anchor)) => (file, Some(anchor)),
        None => (&**address, None),
    };
    if let Some(place) = path.sibling(file).filter(|_| !elsewhere) {
        let anchor = anchor.map_or(String::new(), |anchor| format!("#{anchor}"));
        *address = format!("/{place}{anchor}").into();
    }
}
