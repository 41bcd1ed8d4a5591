//! Changes on the disk to looks at it. What a file system tells is taken for no more than that something has moved at some
//! places: files in folders just made are told of late or never, a folder that was renamed goes by its old name, and a
//! `git checkout` is a thousand tellings. So the places are looked at first, as soon as it is quiet for a moment, and once all
//! is quiet everything is, by its bytes. A burst is two looks, however long.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant, SystemTime};

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
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
/// A save touches no more places than these: the file, what it is written to first, and a copy of the old one. Of more only a part
/// has come, and what is half there would be told as faults.
const FEW: usize = 4;
/// A file that is being written is waited for no longer than this.
const WRITING: Duration = Duration::from_millis(250);

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
    /// None where everything is looked at again and again instead.
    told: Option<Told>,
    /// Why the file system can't be asked to tell of changes, until that has been said.
    refused: Option<notify::Error>,
    /// Whether everything is to be looked at once it is quiet.
    unsettled: bool,
}

/// What was told beside the places.
#[derive(Default)]
struct Heard {
    /// Those that are themselves gone, or go by another name.
    moved: BTreeSet<PathBuf>,
    refused: Option<notify::Error>,
}

/// What the file system tells.
struct Told {
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    /// The folders that are watched, each with the time it was made: another one may come to stand in its place.
    watched: BTreeMap<PathBuf, Option<SystemTime>>,
}

impl Files {
    /// Begins to follow the project below `root`; with `poll` by looking alone, and also where the system has no more to watch
    /// with, see [`Files::refused`].
    pub fn follow(root: &Path, poll: bool) -> Files {
        let mut files = Files { root: root.into(), told: None, refused: None, unsettled: false };
        if !poll {
            let (send, events) = channel();
            match notify::recommended_watcher(send) {
                Ok(watcher) => files.told = Some(Told { watcher, events, watched: BTreeMap::new() }),
                Err(error) => files.refused = Some(error),
            }
            files.follow_again();
        }
        files
    }

    /// Why everything is looked at again and again though nobody asked for it; said once.
    pub fn refused(&mut self) -> Option<String> {
        let error = self.refused.take()?;
        Some(match &error.kind {
            notify::ErrorKind::Io(error) => error.to_string(),
            _ => error.to_string(),
        })
    }

    /// Waits until something is to be looked at. While something can't be read, everything is: that it can again is not always
    /// told of.
    pub fn next(&mut self, is_troubled: bool) -> Look {
        let Some(told) = &mut self.told else {
            std::thread::sleep(PACE);
            return Look::Everything;
        };
        let mut heard = Heard::default();
        let look = match self.unsettled {
            true => settled(&told.events, &mut heard),
            // A folder may be moved away and another put in its place, which nobody tells of.
            false => loop {
                if let Some(look) = first(&told.events, PACE, &mut heard) {
                    break look;
                }
                if is_troubled
                    || inputs(&self.root).any(|folder| told.watched.get(&folder).cloned() != made(&folder))
                {
                    break Look::Everything;
                }
            },
        };
        // A watch goes with its folder, also where that comes back.
        for folder in heard.moved.iter().filter(|folder| told.watched.remove(*folder).is_some()) {
            let _ = told.watcher.unwatch(folder);
        }
        if let Some(error) = heard.refused {
            self.look_instead(error);
        }
        self.unsettled = look != Look::Everything;
        if !self.unsettled {
            // Before everything is looked at, so that no change falls in between.
            self.follow_again();
        }
        look
    }

    /// From here on everything is looked at again and again.
    fn look_instead(&mut self, error: notify::Error) {
        self.refused = Some(error);
        self.told = None;
    }

    /// Watches folders that have come, or come anew. A watch goes with its folder, and its name stays behind.
    fn follow_again(&mut self) {
        let Some(told) = &mut self.told else { return };
        let mut refused = None;
        for folder in inputs(&self.root) {
            let made = made(&folder);
            if told.watched.get(&folder) == made.as_ref() {
                continue;
            }
            if told.watched.remove(&folder).is_some() {
                let _ = told.watcher.unwatch(&folder);
            }
            let depth =
                if folder == self.root { RecursiveMode::NonRecursive } else { RecursiveMode::Recursive };
            let Some(made) = made else { continue };
            match told.watcher.watch(&folder, depth) {
                Ok(()) => drop(told.watched.insert(folder, made)),
                Err(error) if is_refusal(&error) => refused = Some(error),
                // It has just gone again, or can't be read.
                Err(_) => {}
            }
        }
        if let Some(error) = refused {
            self.look_instead(error);
        }
    }
}

/// Whether the system has no more to watch with: what happens in some folder would be told by no one.
fn is_refusal(error: &notify::Error) -> bool {
    matches!(error.kind, notify::ErrorKind::MaxFilesWatch)
}

/// When a folder was made; none where there is none.
fn made(folder: &Path) -> Option<Option<SystemTime>> {
    let facts = fs::metadata(folder).ok().filter(fs::Metadata::is_dir)?;
    Some(facts.created().ok())
}

/// The project's folder, for the files in it, and the folders of its input. All else in it, such as `dist`, is not followed.
fn inputs(root: &Path) -> impl Iterator<Item = PathBuf> {
    let below = disk::INPUTS.iter().filter(|name| !name.contains('.')).map(|name| root.join(name));
    std::iter::once(root.to_path_buf()).chain(below)
}

/// The places of the first change and of those that come with it; none where nothing comes in time. A file is looked at once it has
/// been written to its end, where the system tells of that.
fn first(events: &Receiver<notify::Result<Event>>, patience: Duration, heard: &mut Heard) -> Option<Look> {
    let mut places = BTreeSet::new();
    let mut writing = BTreeSet::new();
    let mut began = None;
    loop {
        let wait = match began {
            None => patience,
            Some(_) if writing.is_empty() => MOMENT,
            Some(began) => WRITING.saturating_sub(Instant::elapsed(&began)),
        };
        match events.recv_timeout(wait) {
            Ok(event) => {
                follow_writing(&event, &mut writing);
                // What goes away often comes again, here or by another name: a checkout begins like that.
                if event.as_ref().is_ok_and(|event| event.kind.is_remove()) {
                    changed(event, heard);
                    return Some(settled(events, heard));
                }
                match changed(event, heard) {
                    Some(paths) => places.extend(paths),
                    None => return Some(settled(events, heard)),
                }
                if places.len() > FEW {
                    return Some(settled(events, heard));
                }
                if !places.is_empty() && began.get_or_insert_with(Instant::now).elapsed() > PATIENCE {
                    return Some(Look::At(places));
                }
            }
            Err(RecvTimeoutError::Timeout) if places.is_empty() => return None,
            Err(RecvTimeoutError::Timeout) => return Some(Look::At(places)),
            Err(RecvTimeoutError::Disconnected) => {
                std::thread::sleep(PACE);
                return Some(Look::Everything);
            }
        }
    }
}

/// Notes which files are being written: a system that tells of the end of it, as Linux does, tells of each.
fn follow_writing(event: &notify::Result<Event>, writing: &mut BTreeSet<PathBuf>) {
    let Ok(event) = event else { return };
    match event.kind {
        EventKind::Modify(ModifyKind::Data(_)) if cfg!(target_os = "linux") => {
            writing.extend(event.paths.iter().filter(|path| path.is_file()).cloned());
        }
        EventKind::Access(AccessKind::Close(AccessMode::Write))
        | EventKind::Remove(_)
        | EventKind::Modify(ModifyKind::Name(_)) => writing.retain(|path| !event.paths.contains(path)),
        _ => {}
    }
}

/// Waits until a burst is over. What we read ourselves is told of too, and is no part of it.
fn settled(events: &Receiver<notify::Result<Event>>, heard: &mut Heard) -> Look {
    let began = Instant::now();
    let mut last = began;
    while began.elapsed() < PATIENCE {
        match events.recv_timeout(QUIET.saturating_sub(last.elapsed())) {
            Ok(event) => {
                if changed(event, heard).is_none_or(|places| !places.is_empty()) {
                    last = Instant::now();
                }
            }
            Err(_) => break,
        }
    }
    Look::Everything
}

/// The places that an event is of; none where it can't say. What else it says is noted.
fn changed(event: notify::Result<Event>, heard: &mut Heard) -> Option<Vec<PathBuf>> {
    let event = match event {
        Ok(event) if !event.need_rescan() => event,
        Ok(_) => return None,
        Err(error) => {
            if is_refusal(&error) {
                heard.refused = Some(error);
            }
            return None;
        }
    };
    match event.kind {
        // Files that are read, by us among others.
        EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)) => Some(Vec::new()),
        _ => {
            if matches!(event.kind, EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))) {
                heard.moved.extend(event.paths.iter().cloned());
            }
            Some(event.paths)
        }
    }
}
