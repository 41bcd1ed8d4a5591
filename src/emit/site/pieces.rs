//! The files of a site, each of which can be made by itself: what a build makes one after the other, and a preview when a file
//! is asked for.

use rayon::prelude::*;

use super::place::Place;
use super::{BESIDE, PRINTED, Site, door, offline, script, search};
use crate::emit::{File, Sink, Stop};
use crate::model::page::Page;
use crate::render::theme::Asset;

/// Pieces made together before they are written: enough to keep every core busy, few enough to hold.
const CHUNK: usize = 256;

/// How a file comes to be; languages and places in them by number.
#[derive(Clone, Copy)]
pub enum Piece<'a> {
    /// The first page, where one chooses a language.
    Choose,
    Asset(&'a Asset),
    /// The scripts' words.
    Words(usize),
    Page(usize, usize),
    Home(usize),
    /// A page of the site's own.
    Beside(usize, &'static str),
    /// Every page in one document.
    Whole(usize),
    Tasks(usize),
    /// A whole folder.
    Search(usize),
    /// What an installed site is called.
    Installed(usize),
}

impl Piece<'_> {
    /// Whether it is one of the pages that stand behind the start pages, or what these need beside them.
    pub fn is_behind_the_start(&self) -> bool {
        matches!(self, Piece::Asset(_) | Piece::Words(_) | Piece::Page(..))
    }
}

impl<'a> Site<'a> {
    /// Every file by its path, but for media, headers and the service worker. A path that ends in `/` is a folder's.
    pub fn pieces(&self) -> Vec<(String, Piece<'a>)> {
        let mut pieces = self.beside_pages();
        for (language, order) in self.order.iter().enumerate() {
            let pages = order.iter().enumerate().filter(|(_, page)| page.id != "home");
            pieces.extend(pages.map(|(at, page)| self.page_piece(language, at, page)));
        }
        // Last, since a style sheet may still be on its way to being small.
        pieces.extend(self.assets());
        pieces
    }

    /// What makes the file at a path.
    pub fn piece_of(&self, path: &str) -> Option<(String, Piece<'a>)> {
        let makes = |(own, _): &(String, Piece)| path == own || own.ends_with('/') && path.starts_with(own);
        let page = || {
            let (code, file) = path.split_once('/')?;
            let language = self.languages.iter().position(|language| language.code == code)?;
            let page = self.job.programme.page(file.split('/').next()?).filter(|page| page.id != "home")?;
            let at = self.order[language].iter().position(|other| std::ptr::eq(*other, page))?;
            Some(self.page_piece(language, at, page)).filter(makes)
        };
        self.beside_pages().into_iter().chain(self.assets()).find(makes).or_else(page)
    }

    fn page_piece(&self, language: usize, at: usize, page: &Page) -> (String, Piece<'a>) {
        let path = format!("{}/{}", self.languages[language].code, Place::Page(page).file());
        (path, Piece::Page(language, at))
    }

    fn assets(&self) -> impl Iterator<Item = (String, Piece<'a>)> {
        let assets = self.job.theme.assets.iter();
        assets.map(|asset| (format!("assets/{}", asset.name), Piece::Asset(asset)))
    }

    /// What stands beside the pages that have a folder of their own.
    fn beside_pages(&self) -> Vec<(String, Piece<'a>)> {
        let mut pieces: Vec<(String, Piece)> = vec![("index.html".into(), Piece::Choose)];
        for (language, row) in self.languages.iter().enumerate() {
            let mut put = |file: &str, piece| pieces.push((format!("{}/{file}", row.code), piece));
            put(&Place::Home.file(), Piece::Home(language));
            for name in BESIDE {
                put(&Place::Beside(name).file(), Piece::Beside(language, name));
            }
            if self.order[language].len() <= PRINTED {
                put(&Place::Beside("print").file(), Piece::Whole(language));
            }
            put("words.js", Piece::Words(language));
            put("tasks.js", Piece::Tasks(language));
            put("search/", Piece::Search(language));
            put("manifest.webmanifest", Piece::Installed(language));
        }
        pieces
    }

    /// Makes pieces on all cores.
    pub fn make_all(&self, pieces: &[(String, Piece)], sink: Sink) -> Result<(), Stop> {
        pieces.chunks(CHUNK).try_for_each(|chunk| {
            chunk.par_iter().try_for_each(|(path, piece)| self.make(path, *piece, sink))
        })
    }

    pub fn make(&self, path: &str, piece: Piece, sink: Sink) -> Result<(), Stop> {
        let bytes = match piece {
            Piece::Choose => door::languages(self.job)?,
            Piece::Asset(asset) => asset.bytes().to_vec(),
            Piece::Words(language) => script::words(self.job, language).into(),
            Piece::Page(language, at) => self.page(language, at)?,
            Piece::Home(language) => {
                let home = self.job.programme.page("home");
                self.home(language, home.and_then(|page| Some((page, page.in_language(language)?))))?
            }
            Piece::Beside(language, name) => self.beside(language, name)?,
            Piece::Whole(language) => self.whole(language)?,
            Piece::Tasks(language) => self.tasks(language).into(),
            Piece::Search(language) => return Ok(search::make(self, language, path, sink)?),
            Piece::Installed(language) => offline::manifest(self.job, &self.languages[language]).into(),
        };
        Ok(sink(File::new(path, bytes))?)
    }
}
