//! Looks at the disk to previews: reads what has changed, compiles with what is kept, and holds on to the last state that had
//! no errors.

use std::path::PathBuf;
use std::process;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use super::preview::{Good, Preview};
use super::watch::Look;
use crate::Kept;
use crate::diag::{Diagnostic, Level, Lint};
use crate::host::cli::{Common, End};
use crate::host::project::Project;
use crate::host::{disk, git};
use crate::model::words::Words;
use crate::release::Stamp;
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
            tried: None,
            number: 0,
            common,
            root,
            own,
        };
        let first = live.compile(&[])?;
        Ok((live, first))
    }

    /// What comes of a look at the disk; nothing where nothing has changed.
    pub fn look(&mut self, look: &Look) -> Result<Option<Preview>, End> {
        let changed = match look {
            Look::At(places) => disk::reread(&self.root, &mut self.own, places)?,
            Look::Everything => self.own.renew(disk::read_own(&self.root)?),
        };
        if changed.is_empty() { Ok(None) } else { self.compile(&changed).map(Some) }
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
        self.number += 1;
        let is_style = |path: &Path| path.as_str().starts_with("themes/") && path.extension() == "css";
        Ok(Preview {
            at: format!("{}.{}", self.run, self.number),
            only_styles: !changed.is_empty() && changed.iter().all(is_style) && !is_held,
            is_held,
            newest: project,
            good: self.good.clone(),
            words: self.words.clone(),
            editor: self.editor.clone(),
        })
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
