//! A commit that nothing points at yet: HEAD with some files written anew. A release is built from it, and only then, in one
//! step, do the branch and a tag come to point at it. A run that was cut short leaves a ref behind, by which the next one
//! finishes or forgets it.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::disk;

/// Keeps the commit from being swept while nothing else points at it, and tells that a release was cut short.
const PENDING: &str = "refs/andrum/release";

/// The repository of a project.
pub struct Repository {
    /// The project's folder.
    root: PathBuf,
    /// From the repository's top to the project: `` or `examples/worry/`.
    prefix: String,
    top: PathBuf,
    /// A folder of our own, out of the way of the working tree.
    own: PathBuf,
}

impl Repository {
    /// `None` where the project is in no repository, or that has no commit yet.
    pub fn of(root: &Path) -> Option<Repository> {
        super::git::ask(root, &["rev-parse", "--verify", "HEAD"])?;
        let line = |what: &str| {
            Some(super::git::ask(root, &["rev-parse", what])?.trim_end_matches(['\n', '\r']).to_string())
        };
        Some(Repository {
            root: root.into(),
            prefix: line("--show-prefix")?,
            top: line("--show-toplevel")?.into(),
            own: Path::new(&line("--absolute-git-dir")?).join("andrum-release"),
        })
    }

    /// The commit that a name stands for.
    pub fn commit(&self, name: &str) -> Option<String> {
        let commit = ["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{name}^{{commit}}")];
        super::git::ask(&self.root, &commit).map(|hash| hash.trim().to_string())
    }

    /// A file of the project as a commit has it.
    pub fn file(&self, commit: &str, path: &str) -> Option<String> {
        super::git::ask(&self.root, &["show", &format!("{commit}:./{path}")])
    }

    /// The project's files, and these, that differ from HEAD or are not in it.
    pub fn changed(&self, beside: &[String]) -> io::Result<Vec<String>> {
        let paths = disk::INPUTS.iter().map(|path| path.to_string()).chain(beside.iter().cloned());
        let status = ["status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--"];
        let args: Vec<String> = status.iter().map(|arg| arg.to_string()).chain(paths).collect();
        let told = self.git(&self.root, &args, &[])?;
        Ok(told.split_terminator('\0').filter_map(|row| row.get(3..)).map(String::from).collect())
    }

    /// Whether the project's files are the same in two commits.
    pub fn is_same(&self, one: &str, other: &str) -> bool {
        let args = [&["diff", "--quiet", one, other, "--"], disk::INPUTS].concat();
        super::git::ask(&self.root, &args).is_some()
    }

    /// Makes a commit on top of HEAD in which these files, by their path in the project, say something else.
    pub fn prepare(&self, files: &[(String, String)], message: &str) -> io::Result<String> {
        clear(&self.own)?;
        fs::create_dir_all(&self.own)?;
        self.indexed(&["read-tree", "HEAD"], &[])?;
        for (path, text) in files {
            let path = format!("{}{path}", self.prefix);
            let hash = self.indexed(&["hash-object", "-w", "--stdin", "--path", &path], text.as_bytes())?;
            let row = format!("100644,{},{path}", hash.trim());
            self.indexed(&["update-index", "--add", "--cacheinfo", &row], &[])?;
        }
        let tree = self.indexed(&["write-tree"], &[])?;
        let mut args = vec!["commit-tree", tree.trim(), "-p", "HEAD", "-F", "-"];
        let signs = super::git::ask(&self.root, &["config", "--type=bool", "commit.gpgsign"]);
        if signs.is_some_and(|signs| signs.trim() == "true") {
            args.push("-S");
        }
        let commit = self.indexed(&args, message.as_bytes())?.trim().to_string();
        self.indexed(&["update-ref", PENDING, &commit], &[])?;
        Ok(commit)
    }

    /// A folder out of the way, empty, which `recover` takes away.
    pub fn aside(&self) -> io::Result<PathBuf> {
        let aside = self.own.join("aside");
        clear(&aside)?;
        fs::create_dir_all(&aside)?;
        Ok(aside)
    }

    /// Writes the project's files as a commit has them into a folder, which `recover` takes away.
    pub fn check_out(&self, commit: &str) -> io::Result<PathBuf> {
        let tree = self.own.join("tree");
        clear(&tree)?;
        fs::create_dir_all(&tree)?;
        self.indexed(&["read-tree", commit], &[])?;
        let list = [&["ls-files", "-z", "--full-name", "--"], disk::INPUTS].concat();
        let index = self.own.join("index");
        let mut git = self.command(&self.root, Some(&index));
        let names = finish(git.args(&list), &[])?;
        let prefix = format!("--prefix={}/", tree.display());
        self.indexed(&["checkout-index", "-z", "--stdin", &prefix], names.as_bytes())?;
        Ok(tree.join(&self.prefix))
    }

    /// Lets the branch and a new tag point at a prepared commit, both or neither, and brings the working tree up to it.
    pub fn point(&self, commit: &str, tag: &str, message: &str) -> io::Result<()> {
        let who = self.indexed(&["var", "GIT_COMMITTER_IDENT"], &[])?;
        let words = format!("object {commit}\ntype commit\ntag {tag}\ntagger {}\n\n{message}\n", who.trim());
        let tagged = self.indexed(&["mktag"], words.as_bytes())?;
        let parent = self.indexed(&["rev-parse", &format!("{commit}^")], &[])?;
        let refs = format!(
            "start\nupdate HEAD {commit} {}\ncreate refs/tags/{tag} {}\nprepare\ncommit\n",
            parent.trim(),
            tagged.trim()
        );
        self.indexed(&["update-ref", "--stdin", "-m", message], refs.as_bytes())?;
        self.bring_up(commit)
    }

    /// Forgets what was prepared, or what an earlier run that was cut short left behind. Where that had moved the branch
    /// already, the working tree is brought up to it.
    pub fn recover(&self) -> io::Result<()> {
        if let Some(pending) = self.commit(PENDING) {
            if self.commit("HEAD").as_deref() == Some(pending.as_str()) {
                self.bring_up(&pending)?;
            }
            self.indexed(&["update-ref", "-d", PENDING], &[])?;
        }
        clear(&self.own)
    }

    /// Writes the files that a commit changed into the working tree, but for those that someone has changed since. Each is
    /// replaced whole: `git restore` takes the old one away before it writes the new one, and a run cut short between the two
    /// would leave half a file, which the next run could not tell from someone's own work.
    fn bring_up(&self, commit: &str) -> io::Result<()> {
        let args = ["diff-tree", "-r", "-z", "--no-commit-id", "--name-only", commit];
        let names = self.indexed(&args, &[])?;
        let fresh = self.own.join("fresh");
        clear(&fresh)?;
        fs::create_dir_all(&fresh)?;
        self.indexed(&["read-tree", commit], &[])?;
        let prefix = format!("--prefix={}/", fresh.display());
        self.indexed(&["checkout-index", "-z", "--stdin", &prefix], names.as_bytes())?;
        for name in names.split_terminator('\0') {
            let blob = |commit: String| self.indexed(&["rev-parse", &format!("{commit}:{name}")], &[]).ok();
            let before = blob(format!("{commit}^")).map(|hash| hash.trim().to_string());
            let there = self.top.join(name);
            let stands = match there.is_file() {
                true => Some(self.indexed(&["hash-object", "--", name], &[])?.trim().to_string()),
                false => None,
            };
            if stands == before {
                let beside = self.top.join(format!("{name}.andrum-new"));
                if let Some(folder) = there.parent() {
                    fs::create_dir_all(folder)?;
                }
                fs::copy(fresh.join(name), &beside)?;
                fs::rename(&beside, &there)?;
            }
            if stands == before || stands == blob(commit.into()).map(|hash| hash.trim().to_string()) {
                let staged = ["restore", "--source=HEAD", "--staged", "--", name].map(String::from);
                self.git(&self.top, &staged, &[])?;
            }
        }
        Ok(())
    }

    /// Git at the top of the repository, with an index of our own.
    fn indexed(&self, args: &[&str], input: &[u8]) -> io::Result<String> {
        let mut git = self.command(&self.top, Some(&self.own.join("index")));
        finish(git.args(args), input)
    }

    /// Git with the working tree's own index.
    fn git(&self, folder: &Path, args: &[String], input: &[u8]) -> io::Result<String> {
        finish(self.command(folder, None).args(args), input)
    }

    fn command(&self, folder: &Path, index: Option<&Path>) -> Command {
        let mut git = Command::new("git");
        git.arg("-C").arg(folder).arg("--literal-pathspecs");
        if let Some(index) = index {
            git.env("GIT_INDEX_FILE", index);
        }
        git
    }
}

fn clear(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// What git answers; where it fails, what it says of it.
fn finish(git: &mut Command, input: &[u8]) -> io::Result<String> {
    let mut process = git.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    // Git reads all of its input before it answers, in each of the ways it is used here but `checkout-index`, which is silent.
    if let Some(mut stdin) = process.stdin.take() {
        stdin.write_all(input)?;
    }
    let output = process.wait_with_output()?;
    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        false => Err(io::Error::other(format!("git: {}", String::from_utf8_lossy(&output.stderr).trim()))),
    }
}
