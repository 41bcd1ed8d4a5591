//! What stands in a project's folder to a tree, again and again: media that are as they were are not read twice.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::{INPUTS, is_input, is_text};
use crate::source::media::Stored;
use crate::source::{self, Content, Media, Tree};

/// Files above this are refused: offsets are 32 bits, and no page, picture or film comes near it.
const LARGEST: u64 = u32::MAX as u64;

/// Reads a project's own files again and again.
pub struct Reader {
    root: PathBuf,
    /// Media as they were when last read: films are long, and seldom change.
    media: HashMap<PathBuf, (Facts, Media)>,
}

/// What a file system knows of a file. Other bytes, or another file in its place, and it says something else.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Facts {
    bytes: u64,
    modified: Option<SystemTime>,
    /// When anything of it last changed, its times set back among that, in seconds and nanoseconds; and which file it is.
    #[cfg(unix)]
    inode: (i64, i64, u64, u64),
}

/// A file that was written to just before may be written to again at what its file system calls the same time.
const SETTLED: Duration = Duration::from_secs(2);

impl Facts {
    fn of(facts: &fs::Metadata) -> Facts {
        #[cfg(unix)]
        use std::os::unix::fs::MetadataExt;
        Facts {
            bytes: facts.len(),
            modified: facts.modified().ok(),
            #[cfg(unix)]
            inode: (facts.ctime(), facts.ctime_nsec(), facts.dev(), facts.ino()),
        }
    }

    /// Whether the same facts tell of the same bytes.
    fn is_settled(&self) -> bool {
        self.modified.and_then(|time| time.elapsed().ok()).is_some_and(|age| age > SETTLED)
    }
}

/// A file that was read: its name as it is spelled, what it holds, and for media what tells that it holds that still.
struct Found {
    name: String,
    content: Content,
    media: Option<(PathBuf, Facts)>,
}

impl Reader {
    pub fn new(root: PathBuf) -> Reader {
        Reader { root, media: HashMap::new() }
    }

    /// Reads every file.
    pub fn read(&mut self) -> io::Result<Tree> {
        let inputs = INPUTS.iter().map(|name| self.root.join(name)).filter(|input| input.exists());
        let found = self.read_at(inputs)?;
        self.media.clear();
        let mut tree = Tree::default();
        for found in found {
            self.keep(&found);
            tree.insert(&found.name, found.content);
        }
        Ok(tree)
    }

    /// Reads anew what stands at some places, files or folders, into a tree of the project's own files. Gives back the paths where
    /// something else stands now, or nothing.
    pub fn reread(&mut self, tree: &mut Tree, places: &BTreeSet<PathBuf>) -> io::Result<Vec<source::Path>> {
        let root = &self.root;
        let is_asked = |place: &&PathBuf| {
            let name = name(root, place);
            let first = name.split('/').next().unwrap_or_default();
            place.starts_with(root) && is_input(&name) && INPUTS.contains(&first)
        };
        let asked: Vec<&PathBuf> = places.iter().filter(is_asked).collect();
        let there = asked.iter().filter(|place| fs::symlink_metadata(place).is_ok());
        let found = self.read_at(there.map(|place| place.to_path_buf()))?;
        let read: BTreeMap<source::Path, Found> =
            found.into_iter().map(|found| (source::Path::new(&found.name), found)).collect();
        let mut changed = Vec::new();
        for place in asked {
            let place = source::Path::new(&name(root, place));
            let below: Vec<source::Path> = tree.below(place.as_str()).map(|(path, _)| path.clone()).collect();
            for path in below.into_iter().chain([place]).filter(|path| !read.contains_key(path)) {
                if tree.get(&path).is_some() {
                    tree.remove(&path);
                    changed.push(path);
                }
            }
        }
        for (path, found) in read {
            self.keep(&found);
            let spelled_alike = tree.decomposed().contains(&path) == (path.as_str() != found.name);
            if spelled_alike && tree.get(&path).is_some_and(|standing| standing.says_the_same(&found.content))
            {
                continue;
            }
            tree.remove(&path);
            tree.insert(&found.name, found.content);
            changed.push(path);
        }
        Ok(changed)
    }

    /// Notes a medium, so that it need not be read while it stays as it is.
    fn keep(&mut self, found: &Found) {
        if let (Some((place, facts)), Content::Media(media)) = (&found.media, &found.content)
            && facts.is_settled()
        {
            self.media.insert(place.clone(), (facts.clone(), media.clone()));
        }
    }

    /// The files at some places. What goes away while it is read is not there.
    fn read_at(&self, places: impl Iterator<Item = PathBuf>) -> io::Result<Vec<Found>> {
        let gone = |error: &io::Error| error.kind() == io::ErrorKind::NotFound;
        let mut files = Vec::new();
        for place in places {
            for entry in WalkDir::new(&place).sort_by_file_name().into_iter().filter_entry(is_kept) {
                match entry.map_err(io::Error::from) {
                    Ok(entry) if is_file(&entry) => files.push(entry),
                    Err(error) if !gone(&error) => return Err(error),
                    _ => {}
                }
            }
        }
        let inside = fs::canonicalize(&self.root)?;
        let read = |file: DirEntry| match self.found(&inside, file) {
            Err(error) if gone(&error) => None,
            found => Some(found),
        };
        files.into_par_iter().filter_map(read).collect()
    }

    fn found(&self, inside: &Path, file: DirEntry) -> io::Result<Found> {
        let leads_out = |target: PathBuf| !target.starts_with(inside) || !target.is_file();
        let is_outside = file.path_is_symlink() && fs::canonicalize(file.path()).map_or(true, leads_out);
        let path = file.into_path();
        let name = name(&self.root, &path);
        if is_outside {
            return Ok(Found { name, content: Content::Outside, media: None });
        }
        let told = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
        if is_text(&name) {
            let bytes = whole(&path).map_err(told)?;
            return Ok(Found { name, content: Content::Bytes(bytes.into()), media: None });
        }
        let facts = Facts::of(&fs::metadata(&path).map_err(told)?);
        let media = match self.media.get(&path) {
            Some((known, media)) if *known == facts => media.clone(),
            _ => {
                let bytes = whole(&path).map_err(told)?;
                Media::read(&source::Path::new(&name), &bytes, Stored::Disk(path.clone()))
            }
        };
        Ok(Found { name, content: Content::Media(media), media: Some((path, facts)) })
    }
}

/// What a file holds. The system is asked once how long it is.
fn whole(path: &Path) -> io::Result<Vec<u8>> {
    let mut file = fs::File::open(path)?;
    let length = file.metadata()?.len();
    if length > LARGEST {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, "larger than 4 GiB"));
    }
    let mut bytes = Vec::with_capacity(length as usize);
    file.by_ref().take(LARGEST).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn is_kept(entry: &DirEntry) -> bool {
    is_input(&entry.file_name().to_string_lossy())
}

/// Whether something in a folder holds bytes, or leads to what may. A pipe, a socket or a device never does, and reading it may never
/// end.
fn is_file(entry: &DirEntry) -> bool {
    entry.file_type().is_file() || entry.path_is_symlink()
}

fn name(root: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect::<Vec<_>>().join("/")
}
