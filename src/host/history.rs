//! A file's path to its earlier versions, out of git.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use super::{disk, git};
use crate::model::project::FILE;
use crate::source::media::Stored;
use crate::source::{self, Content, Media, Tree};

/// A file as it stood after a commit.
pub struct Version {
    pub commit: String,
    /// Seconds since 1970.
    pub time: i64,
    /// `2026-02-11`, UTC.
    pub date: String,
    /// Its path then, from the project's folder.
    pub path: source::Path,
    pub bytes: Vec<u8>,
}

/// Shows `see` the versions of a file, newest first and under the names it had, until it takes one. The result tells
/// whether git knows the file at all, and holds what `see` made of the version it took.
pub fn find<T>(
    root: &Path,
    path: &source::Path,
    mut see: impl FnMut(Version) -> Option<T>,
) -> Option<Option<T>> {
    let log = ["log", "--follow", "--format=%x01%H %ct", "--name-only", "-z", "--"];
    let log = git::ask(root, &[&log[..], &[path.as_str()]].concat()).filter(|log| !log.is_empty())?;
    let prefix = git::ask(root, &["rev-parse", "--show-prefix"])?.trim_end_matches('\n').to_string();
    let mut objects = Objects::open(root).ok()?;
    let mut commit = None;
    for token in log.split('\0').map(|token| token.trim_start_matches('\n')) {
        if let Some(head) = token.strip_prefix('\u{1}') {
            commit = head.trim().split_once(' ');
            continue;
        }
        let Some((hash, time)) = commit.filter(|_| !token.is_empty()) else { continue };
        let Ok(Some(bytes)) = objects.read(&format!("{hash}:{token}")) else { continue };
        let time = time.parse().unwrap_or_default();
        let version = Version {
            commit: hash.into(),
            time,
            date: git::instant(time)[..10].into(),
            path: source::Path::new(token.strip_prefix(&prefix).unwrap_or(token)),
            bytes,
        };
        if let Some(taken) = see(version) {
            return Some(Some(taken));
        }
    }
    Some(None)
}

/// A project as it stood at a commit, tag or branch; none where git knows no such thing, or no project there.
pub fn tree(root: &Path, revision: &str) -> Option<Tree> {
    // What looks like an option names no revision.
    let commit =
        git::ask(root, &["rev-parse", "--verify", "--end-of-options", &format!("{revision}^{{commit}}")])?;
    let commit = commit.trim();
    let list = [&["ls-tree", "-r", "-z", "--name-only", commit, "--"], disk::INPUTS].concat();
    let names = git::ask(root, &list)?;
    let mut objects = Objects::open(root).ok()?;
    let mut tree = Tree::default();
    for name in names.split_terminator('\0').filter(|name| disk::is_input(name)) {
        let bytes = objects.read(&format!("{commit}:./{name}")).ok().flatten()?;
        let path = source::Path::new(name);
        let content = match disk::is_text(name) {
            true => Content::Bytes(bytes.into()),
            false => Content::Media(Media::read(&path, &bytes, Stored::Memory(bytes.clone().into()))),
        };
        tree.insert(name, content);
    }
    tree.bytes(FILE)?;
    tree.fall_back_on(crate::builtin());
    Some(tree)
}

/// When some words first came into a file, in seconds since 1970.
pub fn written(root: &Path, path: &source::Path, words: &str) -> Option<i64> {
    let search = format!("-S{words}");
    let log = git::ask(root, &["log", "--format=%ct", &search, "--", path.as_str()])?;
    log.lines().last()?.trim().parse().ok()
}

/// `git cat-file --batch`: one process for all that is asked for.
struct Objects {
    process: std::process::Child,
    answers: BufReader<std::process::ChildStdout>,
}

impl Objects {
    fn open(root: &Path) -> io::Result<Objects> {
        let mut git = Command::new("git");
        git.arg("-C").arg(root).args(["cat-file", "--batch"]).env("GIT_OPTIONAL_LOCKS", "0");
        let mut process = git.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let answers = process.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
        Ok(Objects { process, answers: BufReader::new(answers) })
    }

    /// The bytes of `commit:path`; none where there is no such file.
    fn read(&mut self, name: &str) -> io::Result<Option<Vec<u8>>> {
        if name.contains('\n') {
            return Ok(None);
        }
        let questions = self.process.stdin.as_mut().ok_or(io::ErrorKind::BrokenPipe)?;
        writeln!(questions, "{name}")?;
        questions.flush()?;
        let mut head = String::new();
        self.answers.read_line(&mut head)?;
        let words: Vec<&str> = head.split_whitespace().collect();
        let [_, "blob", size] = words[..] else { return Ok(None) };
        let mut bytes = vec![0; size.parse().map_err(|_| io::ErrorKind::InvalidData)?];
        self.answers.read_exact(&mut bytes)?;
        self.answers.read_exact(&mut [0])?;
        Ok(Some(bytes))
    }
}

impl Drop for Objects {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}
