//! Versions against what their source commits make today: the same input gives the same bytes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::thread;

use super::Seen;
use crate::emit::Stop;
use crate::emit::bundle::SIGNATURE;
use crate::host::cli::{Common, End};
use crate::host::commit::Repository;
use crate::host::git;
use crate::host::make::{self, Wish};
use crate::host::project::Project;
use crate::host::publish::{Listed, Release};
use crate::message;
use crate::model::Programme;
use crate::release::Stamp;

/// Builds every version that was seen again, and tells of each file that comes out otherwise. Signatures are taken as they
/// stand: no two are alike, and `--key` judges them.
pub(super) fn all(seen: &mut Seen, common: &Common) -> Result<(), End> {
    let root = common.find_root()?;
    let words = common.words();
    let repository = Repository::of(&root)
        .ok_or_else(|| End::Other(words.say(&message!("release-no-git", folder = root.display()))))?;
    let mut versions = std::mem::take(&mut seen.releases);
    // Editions of one commit share what it is read as.
    versions.sort_by(|(_, a), (_, b)| a.source.commit.cmp(&b.source.commit));
    let mut read: Option<(String, Project, Stamp)> = None;
    for (folder, release) in &versions {
        let known = release.source.commit.as_ref().filter(|_| release.source.dirty.is_none());
        let Some(commit) = known.filter(|commit| repository.commit(commit).is_some()) else {
            seen.fault(folder, message!("verify-no-source"));
            continue;
        };
        if read.as_ref().is_none_or(|(last, ..)| last != commit) {
            let stamp = git::stamp_of(&root, commit, None);
            let (of_commit, date) = (stamp.clone(), stamp.created[..10].to_string());
            let source = repository.check_out(commit)?;
            let project = common.read(source, thread::spawn(move || of_commit), date)?;
            read = Some((commit.clone(), project, stamp));
        }
        let Some((_, project, stamp)) = &mut read else { continue };
        let again = files(project, stamp, release, folder, &repository)?;
        let made = release.files.iter().filter(|row| row.path != "release.json");
        let made: BTreeMap<&str, &str> = made.map(|row| (&*row.path, &*row.sha256)).collect();
        let again: BTreeMap<&str, &str> = again
            .iter()
            .filter(|row| row.path != "release.json")
            .map(|row| (&*row.path, &*row.sha256))
            .collect();
        let paths = made.keys().chain(again.keys().filter(|path| !made.contains_key(*path)));
        for path in paths.filter(|path| made.get(*path) != again.get(*path)) {
            seen.fault(folder.join(path), message!("verify-rebuilt"));
        }
    }
    drop(read);
    repository.recover()?;
    Ok(())
}

/// The files of a version as its source makes them today.
fn files(
    project: &mut Project,
    stamp: &Stamp,
    release: &Release,
    folder: &Path,
    repository: &Repository,
) -> Result<Vec<Listed>, End> {
    let signature = fs::read_to_string(folder.join("bundle").join(SIGNATURE)).ok();
    let standing = |_: &str, _: &[u8]| Ok(signature.clone().unwrap_or_default());
    let stamp = &Stamp { version: release.version.clone(), ..stamp.clone() };
    let out = &repository.aside()?;
    let editions = std::slice::from_ref(&release.edition);
    let (outputs, news) = (&release.outputs, &|_: &Programme| Default::default());
    let sign = signature.as_ref().map(|_| &standing as crate::emit::Sign);
    let wish = Wish { outputs, editions, stamp, out, sign, news };
    let theme = || crate::status_theme(&project.tree, &project.programme, &project.theme).value;
    let internal = wish.is_internal().then(theme);
    match make::stage(project, &wish, internal.as_ref()) {
        Ok(stages) => Ok(stages.iter().flat_map(|staged| staged.stage.files()).collect()),
        Err(Stop::Machine(error)) => Err(error.into()),
        // What stopped it then as well can't have been released.
        Err(Stop::Fault(_)) => Ok(Vec::new()),
    }
}
