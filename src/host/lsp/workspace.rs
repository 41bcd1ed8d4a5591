//! The project as the editor has it: what is open there laid over what is on the disk, compiled with what is kept.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use serde_json::{Value as Json, json};

use super::place::{self, Encoding};
use crate::Kept;
use crate::diag::{Diagnostic, Level};
use crate::host::cli::{Common, End};
use crate::host::disk::{self, Reader};
use crate::host::git;
use crate::host::project::Project;
use crate::host::report::{Format, Report};
use crate::model::words::Words;
use crate::source::{Content, Path, Place, Tree};

pub struct Workspace<'a> {
    common: &'a Common,
    pub encoding: Encoding,
    reader: Reader,
    /// What is on the disk.
    own: Tree,
    /// What is open in the editor, by the paths of the project.
    open: BTreeMap<Path, Arc<[u8]>>,
    kept: Kept,
    pub project: Project,
    /// Whether something has changed since it was compiled.
    stale: bool,
    /// Whether that which was compiled has not been told of.
    untold: bool,
    /// What was last told of each file.
    told: BTreeMap<Path, Json>,
    /// The editor's own words.
    pub words: Words,
}

impl<'a> Workspace<'a> {
    pub fn open(common: &'a Common, root: PathBuf, encoding: Encoding) -> Result<Workspace<'a>, End> {
        let mut reader = Reader::new(root.clone());
        let own = reader.read()?;
        let mut kept = Kept::default();
        let project = compiled(common, root, &own, &BTreeMap::new(), &mut kept)?;
        let words = common.words_of("editor", Some("status"));
        let (open, told) = (BTreeMap::new(), BTreeMap::new());
        let (stale, untold) = (false, true);
        Ok(Workspace { common, encoding, reader, own, open, kept, project, stale, untold, told, words })
    }

    /// Whether the editor is still to be told of a change.
    pub fn is_stale(&self) -> bool {
        self.stale || self.untold
    }

    /// What was compiled for a request is still to be told of.
    pub fn mark_untold(&mut self) {
        self.untold = true;
    }

    /// Takes in what a file says in the editor.
    pub fn write(&mut self, uri: &str, text: &str) {
        let Some(path) = self.path(uri) else { return };
        if self.open.get(&path).is_none_or(|open| **open != *text.as_bytes()) {
            self.open.insert(path, text.as_bytes().into());
            self.stale = true;
        }
    }

    /// From here on a file says what it says on the disk.
    pub fn close(&mut self, uri: &str) {
        if let Some(path) = self.path(uri) {
            self.stale |= self.open.remove(&path).is_some();
        }
    }

    /// Reads files anew that have changed on the disk.
    pub fn reread(&mut self, files: BTreeSet<PathBuf>) -> Result<(), End> {
        let changed = self.reader.reread(&mut self.own, &files)?;
        self.stale |= !changed.is_empty();
        Ok(())
    }

    /// Compiles where something has changed. A project that can't be read at all is left as it was.
    pub fn refresh(&mut self) -> Result<(), End> {
        if std::mem::take(&mut self.stale) {
            let root = self.project.root.clone();
            self.project = compiled(self.common, root, &self.own, &self.open, &mut self.kept)?;
        }
        Ok(())
    }

    /// The path in the project of what a URI names.
    pub fn path(&self, uri: &str) -> Option<Path> {
        let file = place::file(uri)?;
        let below = file.strip_prefix(&self.project.root).ok()?;
        let path = Path::new(&below.to_string_lossy());
        (disk::is_input(path.as_str()) && disk::is_text(path.as_str())).then_some(path)
    }

    pub fn uri(&self, path: &Path) -> String {
        place::uri(&self.project.root.join(path.as_str()))
    }

    /// What a file says now, in the editor or else on the disk.
    pub fn text(&self, path: &Path) -> String {
        match self.open.get(path) {
            Some(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            None => self.project.tree.shown(path.as_str()),
        }
    }

    pub fn location(&self, place: &Place) -> Json {
        let text = self.text(&place.path);
        json!({ "uri": self.uri(&place.path), "range": self.encoding.range(&text, place.span) })
    }

    /// The faults of each file that has others than were last told, none among them.
    pub fn news(&mut self) -> Result<Vec<Json>, End> {
        self.refresh_or_say();
        self.untold = false;
        let mut by_file: BTreeMap<Path, Vec<Json>> = BTreeMap::new();
        for fault in &self.project.found {
            if let Some(level) = fault.lint.level(false) {
                by_file.entry(fault.place.path.clone()).or_default().push(self.told(fault, level));
            }
        }
        let gone: Vec<Path> = self.told.keys().filter(|path| !by_file.contains_key(*path)).cloned().collect();
        let mut news = Vec::new();
        for path in gone {
            self.told.remove(&path);
            news.push(json!({ "uri": self.uri(&path), "diagnostics": [] }));
        }
        for (path, faults) in by_file {
            let faults = Json::from(faults);
            if self.told.get(&path) != Some(&faults) {
                news.push(json!({ "uri": self.uri(&path), "diagnostics": faults }));
                self.told.insert(path, faults);
            }
        }
        Ok(news)
    }

    /// What can't be compiled at all, such as a lock that can't be read, is said in the log; what was known stays.
    fn refresh_or_say(&mut self) {
        if let Err(End::Other(reason)) = self.refresh() {
            eprintln!("andrum: {reason}");
        }
    }

    fn told(&self, fault: &Diagnostic, level: Level) -> Json {
        let project = &self.project;
        let (tree, words) = (&project.tree, &project.words);
        let report = Report { tree, words, release: false, format: Format::Text, color: false };
        let help = report.helps(fault).into_iter().map(|help| format!("\n{help}"));
        let related = fault.related.iter().map(
            |label| json!({ "location": self.location(&label.place), "message": report.say(&label.message) }),
        );
        json!({
            "range": self.encoding.range(&self.text(&fault.place.path), fault.place.span),
            "severity": if level == Level::Error { 1 } else { 2 },
            "code": fault.lint.name(),
            "source": "andrum",
            "message": format!("{}{}", report.say(&fault.message), help.collect::<String>()),
            "relatedInformation": related.collect::<Vec<_>>(),
        })
    }
}

fn compiled(
    common: &Common,
    root: PathBuf,
    own: &Tree,
    open: &BTreeMap<Path, Arc<[u8]>>,
    kept: &mut Kept,
) -> Result<Project, End> {
    let mut tree = own.clone();
    for (path, bytes) in open {
        tree.insert(path.as_str(), Content::Bytes(bytes.clone()));
    }
    tree.fall_back_on(crate::builtin());
    let mut project = common.examine(root, tree, git::today(), kept)?;
    project.progress.end();
    Ok(project)
}
