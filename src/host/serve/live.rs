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
use crate::host::project::Project;
use crate::host::{disk, git};
use crate::model::words::Words;
use crate::release::{Stamp, lock};
use crate::render::theme::Theme;
use crate::source::{Path, Tree};

pub struct Live<'a> {
    common: &'a Common,
    root: PathBuf,
    /// The project's own files as they were last seen.
    own: Tree,
    kept: Kept,
    /// What git knew at the start: dates of files, and the commit.
    git: Stamp,
    good: Option<Arc<Good>>,
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
    pub fn open(common: &'a Common, root: PathBuf, editor: &str) -> Result<(Live<'a>, Preview), End> {
        let own = disk::read_own(&root)?;
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
            common,
            root,
            own,
        };
        let first = live.compile(&[])?;
        Ok((live, first))
    }

    /// What comes of a look at the disk; nothing where nothing has changed. What can't be read at all is told once, and pages stay.
    pub fn look(&mut self, look: &Look) -> Option<Preview> {
        let made = self.changed(look).map_err(End::from).and_then(|changed| {
            // What stood in the way may be gone without another change.
            let is_due = !changed.is_empty() || self.trouble.is_some();
            if is_due { self.compile(&changed).map(Some) } else { Ok(None) }
        });
        match made {
            Ok(preview) => preview,
            Err(End::Content) => None,
            Err(End::Other(reason)) => {
                let trouble = Trouble { file: self.file_in(&reason), reason };
                if self.trouble.as_ref() == Some(&trouble) {
                    return None;
                }
                self.trouble = Some(trouble);
                Some(self.preview(self.newest.clone()?, true, &[]))
            }
        }
    }

    fn changed(&mut self, look: &Look) -> io::Result<Vec<Path>> {
        match look {
            Look::At(places) => disk::reread(&self.root, &mut self.own, places),
            Look::Everything => Ok(self.own.renew(disk::read_own(&self.root)?)),
        }
    }

    /// The file that a fault of the machine is about, where it begins with its name.
    fn file_in(&self, reason: &str) -> Path {
        let root = format!("{}/", self.root.display());
        let below = reason.strip_prefix(&root).unwrap_or(reason);
        let end = below.find(": ").or_else(|| below.find(' ')).unwrap_or(below.len());
        Path::new(if reason.starts_with(lock::FILE) { lock::FILE } else { &below[..end] })
    }

    fn compile(&mut self, changed: &[Path]) -> Result<Preview, End> {
        let mut tree = self.own.clone();
        tree.fall_back_on(crate::builtin());
        let mut project = self.common.examine(self.root.clone(), tree, git::today(), &mut self.kept)?;
        let stamp = project.stamped(self.git.clone());
        self.try_theme(&mut project, &stamp)?;
        project.progress.end();
        let project = Arc::new(project);
        let is_held = project.found.iter().any(holds);
        if !is_held {
            self.good = Some(Arc::new(Good::of(project.clone(), stamp)));
        }
        self.newest = Some(project.clone());
        self.trouble = None;
        Ok(self.preview(project, is_held, changed))
    }

    fn preview(&mut self, newest: Arc<Project>, is_held: bool, changed: &[Path]) -> Preview {
        self.number += 1;
        let is_style = |path: &Path| path.as_str().starts_with("themes/") && path.extension() == "css";
        Preview {
            at: format!("{}.{}", self.run, self.number),
            only_styles: !changed.is_empty() && changed.iter().all(is_style) && !is_held,
            is_held,
            newest,
            trouble: self.trouble.clone(),
            good: self.good.clone(),
            words: self.words.clone(),
            editor: self.editor.clone(),
        }
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

/// Whether a fault holds pages back as they were. A page that is ahead of its twins does not: whoever writes begins in one language,
/// and wants to see it.
fn holds(fault: &Diagnostic) -> bool {
    fault.lint.level(false) == Some(Level::Error) && fault.lint != Lint::DifferentStructure
}
