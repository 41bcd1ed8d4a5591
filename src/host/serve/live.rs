//! Looks at the disk to previews: reads what has changed, compiles with what is kept, and holds on to the last state that had
//! no errors.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};
use std::{io, process};

use super::preview::{Good, Preview, Trouble};
use super::watch::Look;
use crate::Kept;
use crate::diag::{Diagnostic, Level, Lint};
use crate::host::cli::{Common, End};
use crate::host::disk::Reader;
use crate::host::git;
use crate::host::project::Project;
use crate::model::words::Words;
use crate::release::{Stamp, lock};
use crate::render::theme::Theme;
use crate::source::{Path, Tree};

pub struct Live<'a> {
    common: &'a Common,
    root: PathBuf,
    reader: Reader,
    /// The project's own files as they were last seen.
    own: Tree,
    kept: Kept,
    /// What git knew at the start: dates of files, and the commit.
    git: Stamp,
    good: Option<Arc<Good>>,
    is_held: bool,
    newest: Option<Arc<Project>>,
    /// What could not be read at all, last.
    trouble: Option<Trouble>,
    /// The theme that was last seen to work, and what was said of it.
    tried: Option<(Arc<Theme>, Vec<Diagnostic>)>,
    words: Arc<Words>,
    editor: String,
    /// Tells this run of the program from others.
    run: String,
    number: u64,
}

impl<'a> Live<'a> {
    /// Reads the whole project and compiles it.
    pub fn open(common: &'a Common, root: PathBuf, editor: &str) -> Live<'a> {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
        let mut live = Live {
            git: git::stamp(&root, None),
            words: Arc::new(common.words_of("preview", Some("status"))),
            editor: editor.into(),
            run: format!("{}-{since}", process::id()),
            kept: Kept::default(),
            good: None,
            newest: None,
            trouble: None,
            tried: None,
            number: 0,
            own: Tree::default(),
            reader: Reader::new(root.clone()),
            is_held: false,
            common,
            root,
        };
        live.look(&Look::Everything);
        live
    }

    /// Whether something can't be read at all.
    pub fn is_troubled(&self) -> bool {
        self.trouble.is_some()
    }

    /// Looks at the disk, and says whether anything has come of it. What can't be read at all is told once, and pages stay.
    pub fn look(&mut self, look: &Look) -> bool {
        let compiled = match self.changed(look) {
            // What stood in the way may be gone without another change.
            Ok(changed) if changed.is_empty() && self.trouble.is_none() && self.number > 0 => return false,
            Ok(_) => self.compile(),
            Err(error) => Err(self.trouble(error.to_string())),
        };
        let (is_held, trouble) = match compiled {
            Ok(is_held) => (is_held, None),
            Err(trouble) => (true, Some(trouble)),
        };
        if trouble.is_some() && trouble == self.trouble {
            return false;
        }
        (self.is_held, self.trouble) = (is_held, trouble);
        self.number += 1;
        true
    }

    /// What is to be shown now.
    pub fn preview(&self) -> Preview {
        Preview {
            at: format!("{}.{}", self.run, self.number),
            is_held: self.is_held,
            root: self.root.clone(),
            newest: self.newest.clone(),
            trouble: self.trouble.clone(),
            good: self.good.clone(),
            words: self.words.clone(),
            editor: self.editor.clone(),
        }
    }

    fn changed(&mut self, look: &Look) -> io::Result<Vec<Path>> {
        match look {
            Look::At(places) => self.reader.reread(&mut self.own, places),
            Look::Everything => Ok(self.own.renew(self.reader.read()?)),
        }
    }

    /// A fault of the machine, of the file whose name it begins with.
    fn trouble(&self, reason: String) -> Trouble {
        let root = format!("{}/", self.root.display());
        let below = reason.strip_prefix(&root).unwrap_or(&reason);
        let end = below.find(": ").or_else(|| below.find(' ')).unwrap_or(below.len());
        Trouble { file: Path::new(&below[..end]), line: 1, reason }
    }

    /// Compiles what has been read. Gives back whether faults hold pages as they were, or why it can't be compiled at all.
    fn compile(&mut self) -> Result<bool, Trouble> {
        let mut tree = self.own.clone();
        tree.fall_back_on(crate::builtin());
        if let Err(error) = crate::lock_again(&tree, &mut self.kept) {
            return Err(Trouble { file: Path::new(lock::FILE), line: error.line, reason: error.to_string() });
        }
        let examined = self.common.examine(self.root.clone(), tree, git::today(), &mut self.kept);
        let mut project = examined.map_err(|end| self.trouble(reason(end)))?;
        let stamp = project.stamped(self.git.clone());
        self.try_theme(&mut project, &stamp).map_err(|end| self.trouble(reason(end)))?;
        project.progress.end();
        let project = Arc::new(project);
        let is_held = project.found.iter().any(holds);
        if !is_held {
            self.good = Some(Arc::new(Good::of(project.clone(), stamp)));
        }
        self.newest = Some(project);
        Ok(is_held)
    }

    /// Fills each template once where the theme is another: a fault in one is told now, and not on the page that meets it.
    fn try_theme(&mut self, project: &mut Project, stamp: &Stamp) -> Result<(), End> {
        if project.found.iter().any(holds) {
            return Ok(());
        }
        match &self.tried {
            Some((theme, said)) if Arc::ptr_eq(theme, &project.theme) => {
                project.found.extend(said.iter().cloned())
            }
            _ => {
                let before = project.found.len();
                project.try_theme(stamp)?;
                let said = project.found[before..].to_vec();
                self.tried = Some((project.theme.clone(), said)).filter(|_| !project.found.iter().any(holds));
            }
        }
        Ok(())
    }
}

fn reason(end: End) -> String {
    match end {
        End::Content => String::new(),
        End::Other(reason) => reason,
    }
}

/// Whether a fault holds pages back as they were. A page that is ahead of its twins does not: whoever writes begins in one language,
/// and wants to see it.
fn holds(fault: &Diagnostic) -> bool {
    fault.lint.level(false) == Some(Level::Error) && fault.lint != Lint::DifferentStructure
}
