//! Changes on the disk to looks at it. What a file system tells is taken for no more than that something has moved at some
//! places: files in folders just made are told of late or never, a folder that was renamed goes by its old name, and a
//! `git checkout` is a thousand tellings. So the places are looked at first, as soon as it is quiet for a moment, and once all
//! is quiet everything is, by its bytes. A burst is two looks, however long.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant, SystemTime};

use notify::event::{EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::host::disk;

/// An editor that saves has written and renamed within this.
const MOMENT: Duration = Duration::from_millis(8);
/// So long without a change is the end of a burst.
const QUIET: Duration = Duration::from_millis(60);
/// No burst is waited out for longer.
const PATIENCE: Duration = Duration::from_secs(1);
/// Between looks where no changes are told of.
const PACE: Duration = Duration::from_secs(1);
/// More places than these are not looked at one by one.
const MANY: usize = 64;

/// What is to be looked at.
#[derive(Debug, PartialEq, Eq)]
pub enum Look {
    /// Files and folders that were told of.
    At(BTreeSet<PathBuf>),
    Everything,
}

/// The files of a project, followed.
pub struct Files {
    root: PathBuf,
    told: Option<Told>,
    /// Whether everything is to be looked at once it is quiet.
    unsettled: bool,
}

/// What the file system tells.
struct Told {
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    /// The folders that are watched, each with the time it was made: another one may come to stand in its place.
    watched: BTreeMap<PathBuf, Option<SystemTime>>,
}

impl Files {
    /// Begins to follow the project below `root`; with `poll` by looking alone.
    pub fn follow(root: &Path, poll: bool) -> io::Result<Files> {
        let mut files = Files { root: root.into(), told: None, unsettled: false };
        if !poll {
            let (send, events) = channel();
            let watcher = notify::recommended_watcher(send).map_err(io::Error::other)?;
            files.told = Some(Told { watcher, events, watched: BTreeMap::new() });
            files.follow_again();
        }
        Ok(files)
    }

    /// Waits until something is to be looked at.
    pub fn next(&mut self) -> Look {
        let Some(told) = &self.told else {
            std::thread::sleep(PACE);
            return Look::Everything;
        };
        // What is not there to be watched, such as a folder that was moved away, may come back.
        let missing = inputs(&self.root).any(|folder| !told.watched.contains_key(&folder));
        let patience = if missing { PACE } else { Duration::MAX };
        let look = match self.unsettled {
            true => settled(&told.events),
            false => first(&told.events, patience),
        };
        self.unsettled = look != Look::Everything;
        if !self.unsettled {
            // Before everything is looked at, so that no change falls in between.
            self.follow_again();
        }
        look
    }

    /// Watches folders that have come, or come anew. A watch goes with its folder, and its name stays behind.
    fn follow_again(&mut self) {
        let Some(told) = &mut self.told else { return };
        for folder in inputs(&self.root) {
            let made =
                fs::metadata(&folder).ok().filter(fs::Metadata::is_dir).map(|facts| facts.created().ok());
            if told.watched.get(&folder) == made.as_ref() {
                continue;
            }
            if told.watched.remove(&folder).is_some() {
                let _ = told.watcher.unwatch(&folder);
            }
            let depth =
                if folder == self.root { RecursiveMode::NonRecursive } else { RecursiveMode::Recursive };
            if let Some(made) = made
                && told.watcher.watch(&folder, depth).is_ok()
            {
                told.watched.insert(folder, made);
            }
        }
    }
}

/// The project's folder, for the files in it, and the folders of its input. All else in it, such as `dist`, is not followed.
fn inputs(root: &Path) -> impl Iterator<Item = PathBuf> {
    let below = disk::INPUTS.iter().filter(|name| !name.contains('.')).map(|name| root.join(name));
    std::iter::once(root.to_path_buf()).chain(below)
}

/// The places of the first change and of those that come with it.
fn first(events: &Receiver<notify::Result<Event>>, patience: Duration) -> Look {
    let mut places = BTreeSet::new();
    let mut wait = patience;
    let mut began = None;
    loop {
        match events.recv_timeout(wait) {
            Ok(event) => {
                match changed(event) {
                    Some(paths) => places.extend(paths),
                    None => return Look::Everything,
                }
                if places.is_empty() {
                    continue;
                }
                let began = *began.get_or_insert_with(Instant::now);
                if places.len() > MANY || began.elapsed() > MOMENT * 4 {
                    return Look::At(places);
                }
                wait = MOMENT;
            }
            Err(RecvTimeoutError::Timeout) if places.is_empty() => return Look::Everything,
            Err(RecvTimeoutError::Timeout) => return Look::At(places),
            Err(RecvTimeoutError::Disconnected) => {
                std::thread::sleep(PACE);
                return Look::Everything;
            }
        }
    }
}

/// Waits until a burst is over. What we read ourselves is told of too, and is no part of it.
fn settled(events: &Receiver<notify::Result<Event>>) -> Look {
    let began = Instant::now();
    let mut last = began;
    while began.elapsed() < PATIENCE {
        match events.recv_timeout(QUIET.saturating_sub(last.elapsed())) {
            Ok(event) => {
                if changed(event).is_none_or(|places| !places.is_empty()) {
                    last = Instant::now();
                }
            }
            Err(_) => break,
        }
    }
    Look::Everything
}

/// The places that an event is of; none where it can't say.
fn changed(event: notify::Result<Event>) -> Option<Vec<PathBuf>> {
    let event = event.ok().filter(|event| !event.need_rescan())?;
    match event.kind {
        // Files that are read, by us among others.
        EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)) => Some(Vec::new()),
        _ => Some(event.paths),
    }
}
