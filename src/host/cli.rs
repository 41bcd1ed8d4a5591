//! The command line: what each command reads, says and ends with.
//!
//! Exit codes: 0 good, 1 faults in the content, 2 wrong use or a fault of the machine.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::approve::Approve;
use super::course::Course;
use super::diff::Compare;
use super::key::Key;
use super::project::read_lock;
use super::report::{Format, Report};
use super::serve::Serve;
use super::verify::Verify;
use super::{build, disk, fix, lsp, new, release, translate};
use crate::diag::{Diagnostic, Level, Lint, Outcome};
use crate::emit::bundle;
use crate::message;
use crate::model::project::FILE;
use crate::model::skeleton::{self, Wish};
use crate::model::words::{Arg, Words};
use crate::release::lock::Unreadable;
use crate::syntax::{front, project};

/// Compiles treatment programmes: Markdown in, a checked site and an offline bundle out.
#[derive(Parser)]
#[command(name = "andrum", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    common: Common,
}

#[derive(Args)]
pub struct Common {
    /// The project's folder [default: the nearest folder upward with programme.yaml]
    #[arg(long, global = true, value_name = "DIR")]
    root: Option<PathBuf>,
    /// Where builds are written [default: <root>/dist]
    #[arg(long, global = true, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// The language of messages [default: LC_MESSAGES or LANG, else en]
    #[arg(long, global = true, value_enum)]
    messages: Option<Messages>,
    /// When to use colours
    #[arg(long, global = true, value_enum, default_value = "auto")]
    color: Color,
    /// Say nothing but faults
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// The words of messages, read when they are first asked for.
    #[arg(skip)]
    words: OnceLock<Arc<Words>>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Messages {
    No,
    Sv,
    En,
}

#[derive(Clone, Copy, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Subcommand)]
enum Command {
    /// Check the content, then write dist/<edition>/<version>/
    Build {
        /// Make only these outputs: site, bundle, course, status
        #[arg(long, value_delimiter = ',', value_name = "OUTPUT")]
        only: Vec<String>,
        /// Make only this edition; may be given several times. `internal` is the status page
        #[arg(long, value_name = "EDITION")]
        edition: Vec<String>,
        /// Make only this language
        #[arg(long, value_name = "LANG")]
        lang: Option<String>,
    },
    /// Say everything that is wrong with the content, and write nothing
    Check {
        /// Judge as a release does
        #[arg(long)]
        release: bool,
        /// Apply the fixes that are safe
        #[arg(long)]
        fix: bool,
        /// How to write what was found
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Show the site from memory on http://127.0.0.1:4400/ and make it anew at every change
    Serve(Serve),
    /// The language server: what an editor shows while you type. It is started by the editor
    Lsp,
    /// What translations lack, what has changed since they were made, and mark them as current
    Translate {
        #[command(subcommand)]
        command: translate::Translate,
    },
    /// Write into pages that a role approves what they say now
    Approve(Approve),
    /// What has changed for readers and for saved answers since the last release, and the version that it asks for
    Diff(Compare),
    /// Make a version that is never touched again: commit, tag, build from that commit, sign, verify
    Release(release::Command),
    /// Say whether a bundle, a version or all of dist/ is as it was made: every hash, nothing missing, nothing besides, and
    /// with --key whose it is
    Verify(Verify),
    /// Packages of the course beside those that a build makes
    #[command(subcommand)]
    Course(Course),
    /// Keys that sign releases, in minisign's form
    #[command(subcommand)]
    Key(Key),
    /// Write a skeleton page in every language of the programme; nothing is overwritten
    New {
        /// theme, reflection, exercise, session, module, page, pathway, plan or fragment
        kind: String,
        /// The page's id, the same in every language: w04-rest
        id: String,
        /// The week, module, chapter or section it belongs to [default: the number that the id begins with, as in w04-rest]
        #[arg(long, value_name = "N")]
        unit: Option<u32>,
        /// Write it in this language alone
        #[arg(long, value_name = "LANG")]
        lang: Option<String>,
        /// The title in the first language, or in the one of --lang
        #[arg(long, value_name = "WORDS")]
        title: Option<String>,
    },
    /// Print a JSON Schema: of a page's front matter, of programme.yaml, or of the bundle's files
    Schema {
        of: SchemaOf,
        /// The bundle's files as TypeScript types instead
        #[arg(long)]
        typescript: bool,
    },
    /// Print the manual page of a lint
    Explain {
        /// The lint's name, as in error[broken-link]; without it all names are listed
        name: Option<String>,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum SchemaOf {
    Page,
    Programme,
    Bundle,
}

/// Why a command ends without having done its work.
pub enum End {
    /// Faults in the content, already told.
    Content,
    /// Wrong use, or a fault of the machine.
    Other(String),
}

impl From<Unreadable> for End {
    fn from(lock: Unreadable) -> End {
        End::Other(lock.to_string())
    }
}

impl From<io::Error> for End {
    fn from(error: io::Error) -> End {
        let advice = match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                "\nThere is no room left: free some, or choose another folder with --out."
            }
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                "\nYou may not write or read there: check who owns it, or choose another folder with --out."
            }
            _ => "",
        };
        End::Other(format!("{error}{advice}"))
    }
}

/// Runs the command that the arguments name.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version go to stdout, faults to stderr; a closed pipe is no one's fault.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let result = match &cli.command {
        Command::Build { only, edition, lang } => build::run(&cli.common, only, edition, lang.as_deref()),
        Command::Check { release, fix, format } => check(&cli.common, *release, *fix, *format),
        Command::Serve(serve) => serve.run(&cli.common),
        Command::Lsp => lsp::run(&cli.common),
        Command::Translate { command } => translate::run(&cli.common, command),
        Command::Approve(approve) => approve.run(&cli.common),
        Command::Diff(compare) => compare.run(&cli.common),
        Command::Release(release) => release.run(&cli.common),
        Command::Verify(verify) => verify.run(&cli.common),
        Command::Course(course) => course.run(&cli.common),
        Command::Key(key) => key.run(&cli.common),
        Command::New { kind, id, unit, lang, title } => {
            let wish = Wish { kind, id, unit: *unit, language: lang.as_deref(), title: title.as_deref() };
            new(&cli.common, &wish)
        }
        Command::Schema { of, typescript } => schema(*of, *typescript),
        Command::Explain { name } => explain(&cli.common, name.as_deref()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(End::Content) => ExitCode::from(1),
        Err(End::Other(reason)) => {
            eprintln!("andrum: {reason}");
            ExitCode::from(2)
        }
    }
}

impl Common {
    /// Where builds of the project in `root` are written.
    pub fn out(&self, root: &std::path::Path) -> PathBuf {
        self.out.clone().unwrap_or_else(|| root.join("dist"))
    }

    /// The id of the programme, whatever else is wrong with it.
    pub fn programme_id(&self) -> Result<String, End> {
        let tree = disk::read(&self.find_root()?)?;
        Ok(crate::model::project::read(&tree).value.0.id)
    }

    /// Whether the command line names the project.
    pub fn has_root(&self) -> bool {
        self.root.is_some()
    }

    pub fn find_root(&self) -> Result<PathBuf, End> {
        let start = match &self.root {
            Some(root) if root.join(FILE).is_file() => return Ok(root.clone()),
            Some(root) => {
                let what = if root.is_dir() { "no programme.yaml in it" } else { "no such folder" };
                return Err(End::Other(format!("--root {}: there is {what}", root.display())));
            }
            None => std::env::current_dir()?,
        };
        disk::find_root(&start).ok_or_else(|| {
            let here = start.display();
            End::Other(format!(
                "no programme.yaml in {here} or above it; go to your project, or name it with --root"
            ))
        })
    }

    fn language(&self) -> &'static str {
        let from_environment = || {
            let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
            let value =
                names.iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
            match value.as_deref().and_then(|value| value.get(..2)) {
                Some("nb" | "no" | "nn") => Messages::No,
                Some("sv") => Messages::Sv,
                _ => Messages::En,
            }
        };
        match self.messages.unwrap_or_else(from_environment) {
            Messages::No => "no",
            Messages::Sv => "sv",
            Messages::En => "en",
        }
    }

    /// The words of messages come with the program: a project's own i18n is for its readers.
    pub fn words(&self) -> Arc<Words> {
        self.words.get_or_init(|| self.words_of("check", None).into()).clone()
    }

    /// The words of another file of the program in the author's language, those of the file `under` it beneath.
    pub fn words_of(&self, file: &str, under: Option<&str>) -> Words {
        let language = self.language();
        Words::above(crate::builtin(), language, language, file, under).value
    }

    /// Whether to colour what goes to a terminal, or to something else.
    pub fn colored(&self, terminal: bool) -> bool {
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        }
    }
}

/// Results go to stdout; a closed pipe is no one's fault.
pub fn print(text: &str) -> Result<(), End> {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

fn check(common: &Common, release: bool, fix: bool, format: Format) -> Result<(), End> {
    let mut project = common.compile()?;
    if fix {
        project.progress.end();
        let mended = fix::apply(&project.root, &project.found)?;
        if !mended.is_empty() {
            let report = Report {
                tree: &project.tree,
                words: &project.words,
                release,
                format: Format::Text,
                color: common.colored(io::stderr().is_terminal()),
            };
            let shown: Vec<Diagnostic> =
                mended.into_iter().map(|found| Diagnostic { fix: None, ..found.clone() }).collect();
            let args = [("count", Arg::Number(shown.len() as i64))];
            if !common.quiet {
                eprint!("{}", report.draw(&shown));
                eprintln!("{}\n", project.words.fill("mended", &args).unwrap_or_default());
            }
            project = common.compile()?;
        }
    }
    translate::say_what_changed(&project.root, &project.programme, &project.tree, &mut project.found);
    if !project.has_errors(release) {
        let stamp = project.stamp()?;
        project.try_theme(&stamp)?;
    }
    project.progress.end();
    print(&project.report(format, release, common.colored(io::stdout().is_terminal())))?;
    if !common.quiet {
        eprintln!("{}", project.summary(release));
    }
    let result = if project.has_errors(release) { Err(End::Content) } else { Ok(()) };
    // As in `build`: the program ends here.
    std::mem::forget(project);
    result
}

fn new(common: &Common, wish: &Wish) -> Result<(), End> {
    let root = common.find_root()?;
    let tree = disk::read(&root)?;
    let lock = read_lock(&tree)?.unwrap_or_default();
    let Outcome { value: programme, mut diagnostics } = crate::model::read(&tree);
    let color = common.colored(io::stderr().is_terminal());
    let words = common.words();
    let report = Report { tree: &tree, words: &words, release: false, format: Format::Text, color };
    diagnostics.retain(|found| found.place.path.as_str() == FILE);
    if diagnostics.iter().any(|found| found.lint.level(false) == Some(Level::Error)) {
        eprint!("{}", report.draw(&diagnostics));
        return Err(End::Content);
    }
    let released = |id: &str| lock.knows(id);
    let files = skeleton::draw(&tree, &programme, wish, &released)
        .map_err(|refusal| End::Other(report.refused(&refusal)))?;
    let here = std::env::current_dir()?;
    for place in new::write(&root, &files)? {
        print(&format!("{}\n", place.strip_prefix(&here).unwrap_or(&place).display()))?;
    }
    if !common.quiet {
        let module = wish.kind == "module" && !programme.project.modules().iter().any(|id| id == wish.id);
        let course = module.then(|| message!("new-next-module", id = wish.id));
        for step in [message!("new-next")].iter().chain(&course) {
            eprintln!("{}", report.say(step));
        }
    }
    Ok(())
}

fn schema(of: SchemaOf, typescript: bool) -> Result<(), End> {
    let schema = match of {
        SchemaOf::Page => front::schema(),
        SchemaOf::Programme => project::schema(),
        SchemaOf::Bundle => bundle::schema(),
    };
    match (typescript, of) {
        (false, _) => print(&(serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n")),
        (true, SchemaOf::Bundle) => print(&bundle::typescript::types(&schema)),
        (true, _) => Err(End::Other("--typescript: only the bundle has types for apps".into())),
    }
}

fn explain(common: &Common, name: Option<&str>) -> Result<(), End> {
    let Some(name) = name else {
        let names: Vec<&str> = Lint::ALL.iter().map(|lint| lint.name()).collect();
        return print(&(names.join("\n") + "\n"));
    };
    let Some(lint) = Lint::named(name) else {
        let words = common.words();
        let unknown = words.fill("unknown-lint", &[("name", Arg::Text(name))]).unwrap_or_default();
        let nearest = crate::diag::nearest(name, Lint::ALL.iter().map(|lint| lint.name()));
        let hint = nearest.and_then(|nearest| words.fill("did-you-mean", &[("nearest", Arg::Text(nearest))]));
        return Err(End::Other([Some(unknown), hint].into_iter().flatten().collect::<Vec<_>>().join(" ")));
    };
    let path = format!("i18n/{}/lints/{}.md", common.language(), lint.name());
    print(&crate::builtin().shown(&path))
}
