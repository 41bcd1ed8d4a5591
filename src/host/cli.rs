//! The command line: what each command reads, says and ends with.
//!
//! Exit codes: 0 good, 1 faults in the content, 2 wrong use or a fault of the machine.

use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use clap::{Args, Parser, Subcommand, ValueEnum};
use rayon::prelude::*;

use super::progress::Progress;
use super::publish::{LanguageState, Release, Source, Stage};
use super::report::{Format, Report};
use super::{disk, fix, git, new, translate};
use crate::check::Beside;
use crate::diag::{Diagnostic, Level, Lint, Outcome};
use crate::emit::{BACKENDS, Job, Stop, bundle, site, status};
use crate::message;
use crate::model::Programme;
use crate::model::project::{Edition, FILE, INTERNAL};
use crate::model::skeleton::{self, Wish};
use crate::model::words::{Arg, Words};
use crate::release::lock::Lock;
use crate::release::{Stamp, next_version};
use crate::render::theme::Theme;
use crate::source::Tree;
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
    out: Option<PathBuf>,
    /// The language of messages [default: LC_MESSAGES or LANG, else en]
    #[arg(long, global = true, value_enum)]
    messages: Option<Messages>,
    /// When to use colours
    #[arg(long, global = true, value_enum, default_value = "auto")]
    color: Color,
    /// Say nothing but faults
    #[arg(long, short, global = true)]
    pub quiet: bool,
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
        /// Make only these outputs: site, bundle, status
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
    /// What translations lack, what has changed since they were made, and mark them as current
    Translate {
        #[command(subcommand)]
        command: translate::Translate,
    },
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
    Schema { of: SchemaOf },
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
        Command::Build { only, edition, lang } => build(&cli.common, only, edition, lang.as_deref()),
        Command::Check { release, fix, format } => check(&cli.common, *release, *fix, *format),
        Command::Translate { command } => translate::run(&cli.common, command),
        Command::New { kind, id, unit, lang, title } => {
            let wish = Wish { kind, id, unit: *unit, language: lang.as_deref(), title: title.as_deref() };
            new(&cli.common, &wish)
        }
        Command::Schema { of } => schema(*of),
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

/// A project that has been read and checked.
pub struct Project {
    pub root: PathBuf,
    pub tree: Tree,
    lock: Option<Lock>,
    pub programme: Programme,
    theme: Theme,
    pub words: Words,
    pub found: Vec<Diagnostic>,
    began: Instant,
    progress: Progress,
    /// Git is asked while the project is read.
    git: Option<JoinHandle<Stamp>>,
}

impl Common {
    fn find_root(&self) -> Result<PathBuf, End> {
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
    fn words(&self) -> Words {
        let language = self.language();
        Words::load(&crate::builtin(), language, language, "check").value
    }

    /// Whether to colour what goes to a terminal, or to something else.
    pub fn colored(&self, terminal: bool) -> bool {
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        }
    }

    /// Reads and checks the project.
    pub fn compile(&self) -> Result<Project, End> {
        let began = Instant::now();
        let root = self.find_root()?;
        let git = thread::spawn({
            let root = root.clone();
            let epoch = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
            move || git::stamp(&root, epoch)
        });
        let words = self.words();
        let progress = Progress::new(self.quiet);
        progress.step(words.get("progress-reading").into());
        let tree = disk::read(&root)?;
        progress.step(words.get("progress-checking").into());
        let lock = read_lock(&tree)?;
        let programme = crate::compile(&tree, &Beside { lock: lock.as_ref(), today: Some(git::today()) });
        let theme = crate::theme(&tree, &programme.value);
        let mut found = programme.diagnostics;
        found.extend(theme.diagnostics);
        let (programme, theme) = (programme.value, theme.value);
        let git = Some(git);
        Ok(Project { root, tree, lock, programme, theme, words, found, began, progress, git })
    }
}

impl Project {
    fn has_errors(&self, release: bool) -> bool {
        self.found.iter().any(|found| found.lint.level(release) == Some(Level::Error))
    }

    /// What the build is stamped with.
    fn stamp(&mut self) -> Result<Stamp, End> {
        let stamp = self.git.take().and_then(|git| git.join().ok());
        let stamp = stamp.ok_or_else(|| End::Other("git could not be asked".into()))?;
        Ok(Stamp { version: next_version(&self.programme.project.version, self.lock.as_ref()), ..stamp })
    }

    /// Fills each template once, so that a fault in one comes out without a build.
    fn try_theme(&mut self, stamp: &Stamp) -> Result<(), End> {
        self.found.extend(crate::status_theme(&self.tree, &self.programme).diagnostics);
        for edition in &self.programme.project.editions {
            let programme = self.programme.seen_by(edition);
            let (theme, lock, read) = (&self.theme, self.lock.as_ref(), &disk::media);
            match site::sample(&Job { programme: &programme, edition, theme, stamp, lock, read }) {
                Ok(()) => {}
                Err(Stop::Fault(fault)) => {
                    self.found.push(*fault);
                    return Ok(());
                }
                Err(Stop::Machine(error)) => return Err(error.into()),
            }
        }
        Ok(())
    }

    fn report(&self, format: Format, release: bool, color: bool) -> String {
        let report = Report { tree: &self.tree, words: &self.words, release, format, color };
        let says = |found: &&Diagnostic| found.lint.level(release).is_some();
        report.draw(&self.found.iter().filter(says).cloned().collect::<Vec<_>>())
    }

    /// The last line: how many faults, how many pages, how long.
    fn summary(&self, release: bool) -> String {
        let count =
            |level| self.found.iter().filter(|found| found.lint.level(release) == Some(level)).count() as i64;
        let (errors, warnings) = (count(Level::Error), count(Level::Warning));
        let pages = self.programme.everything().map(|page| page.present().count()).sum::<usize>() as i64;
        let time = seconds(self.began.elapsed());
        let args = [
            ("errors", Arg::Number(errors)),
            ("warnings", Arg::Number(warnings)),
            ("pages", Arg::Number(pages)),
            ("time", Arg::Text(&time)),
        ];
        let id = if errors + warnings == 0 { "summary-clean" } else { "summary" };
        self.words.fill(id, &args).unwrap_or_default()
    }
}

fn read_lock(tree: &Tree) -> Result<Option<Lock>, End> {
    Lock::read(tree).map_err(|reason| End::Other(format!("programme.lock can't be read: {reason}")))
}

fn seconds(time: Duration) -> String {
    match time.as_millis() {
        short @ 0..1000 => format!("{short} ms"),
        _ => format!("{:.1} s", time.as_secs_f64()),
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

fn build(common: &Common, only: &[String], editions: &[String], lang: Option<&str>) -> Result<(), End> {
    let mut project = common.compile()?;
    let outputs = outputs(&project.programme, only)?;
    known_editions(&project.programme, editions)?;
    if !internal(&outputs, editions) && !for_readers(&outputs, editions) {
        return Err(End::Other(format!(
            "--only and --edition leave nothing to make: {INTERNAL} holds the status page and nothing else"
        )));
    }
    if let Some(code) = lang {
        project.programme = in_language(&project.programme, code)?;
        project.theme = crate::theme(&project.tree, &project.programme).value;
    }
    let internal =
        internal(&outputs, editions).then(|| crate::status_theme(&project.tree, &project.programme));
    let internal = internal.map(|theme| {
        project.found.extend(theme.diagnostics);
        theme.value
    });
    let out = common.out.clone().unwrap_or_else(|| project.root.join("dist"));
    project.progress.step(project.words.get("progress-writing").into());
    let written = if project.has_errors(false) {
        Err(End::Content)
    } else {
        let stamp = project.stamp()?;
        match stage(&project, &stamp, &outputs, editions, internal.as_ref(), &out) {
            Ok(stages) => Ok(stages),
            Err(Stop::Machine(error)) => return Err(error.into()),
            Err(Stop::Fault(fault)) => {
                project.found.push(*fault);
                Err(End::Content)
            }
        }
    };
    project.progress.end();
    if written.is_err() || !common.quiet {
        eprint!("{}", project.report(Format::Text, false, common.colored(io::stderr().is_terminal())));
    }
    if let Ok(stages) = &written {
        for Staged { edition, pages, stage } in stages {
            let folder = stage.commit()?;
            if !common.quiet {
                let args = [("edition", Arg::Text(edition)), ("pages", Arg::Number(*pages as i64))];
                eprintln!("{}", project.words.fill("built", &args).unwrap_or_default());
            }
            print(&format!("{}\n", folder.display()))?;
        }
    }
    if written.is_err() || !common.quiet {
        eprintln!("{}", project.summary(false));
    }
    // The program ends here: taking ten thousand pages apart piece by piece would be work for nothing.
    let result = written.as_ref().map(drop).map_err(|_| End::Content);
    std::mem::forget((project, written));
    result
}

/// An edition that is written and waits to be put in its place.
struct Staged {
    edition: String,
    pages: usize,
    stage: Stage,
}

/// Writes every edition beside its place, all at once. A fault, in the theme or of the machine, takes all of them back.
/// `internal` is what the status page wears, where it is asked for.
fn stage(
    project: &Project,
    stamp: &Stamp,
    outputs: &[String],
    editions: &[String],
    internal: Option<&Theme>,
    out: &Path,
) -> Result<Vec<Staged>, Stop> {
    let is_asked = |edition: &&Edition| editions.is_empty() || editions.contains(&edition.name);
    let readers = project.programme.project.editions.iter().filter(|_| for_readers(outputs, editions));
    let readers = readers.filter(is_asked).map(|edition| (edition.clone(), None));
    let asked: Vec<(Edition, Option<&Theme>)> =
        readers.chain(internal.map(|theme| (status::edition(), Some(theme)))).collect();
    let staged: Vec<(Option<Staged>, Result<(), Stop>)> = asked
        .into_par_iter()
        .map(|(edition, internal)| {
            let programme = match internal {
                Some(_) => Cow::Borrowed(&project.programme),
                None => Cow::Owned(project.programme.seen_by(&edition)),
            };
            let (theme, lock, read) = (&project.theme, project.lock.as_ref(), &disk::media);
            let job = Job { programme: &programme, edition: &edition, theme, stamp, lock, read };
            let stage = match Stage::open(out, &edition.name, &stamp.version) {
                Ok(stage) => stage,
                Err(error) => return (None, Err(error.into())),
            };
            let sink = |file| {
                project.progress.count();
                stage.put(file)
            };
            let written = match internal {
                Some(theme) => status::emit(&job, theme, &sink),
                None => crate::emit(&job, outputs, &sink),
            };
            let made = outputs.iter().filter(|name| (*name == status::NAME) == internal.is_some()).cloned();
            let release = || release(&job, made.collect());
            let written = written
                .and_then(|()| stage.seal(release(), stamp, |versions| site::versions(&job, versions)));
            (Some(Staged { edition: edition.name.clone(), pages: programme.pages.len(), stage }), written)
        })
        .collect();
    let mut stages = Vec::new();
    let mut first_fault = Ok(());
    for (stage, written) in staged {
        stages.extend(stage);
        first_fault = first_fault.and(written);
    }
    match first_fault {
        Ok(()) => Ok(stages),
        Err(stop) => {
            stages.into_iter().for_each(|staged| staged.stage.abandon());
            Err(stop)
        }
    }
}

/// The outputs to make: those asked for, else those the programme names and the status page.
fn outputs(programme: &Programme, only: &[String]) -> Result<Vec<String>, End> {
    let known: Vec<&str> = BACKENDS.iter().map(|backend| backend.name).chain([status::NAME]).collect();
    match only.iter().find(|name| !known.contains(&name.as_str())) {
        Some(name) => {
            Err(End::Other(format!("--only {name}: there is no such output; there are {}", known.join(", "))))
        }
        None if only.is_empty() => {
            let named = programme.project.outputs.iter().cloned();
            Ok(named.chain([status::NAME.into()]).collect())
        }
        None => Ok(only.to_vec()),
    }
}

/// Whether the status page is made: an edition of its own, which a build of other editions leaves alone.
fn internal(outputs: &[String], editions: &[String]) -> bool {
    outputs.iter().any(|name| name == status::NAME)
        && (editions.is_empty() || editions.iter().any(|name| name == INTERNAL))
}

/// Whether an edition for readers is made.
fn for_readers(outputs: &[String], editions: &[String]) -> bool {
    outputs.iter().any(|name| name != status::NAME)
        && (editions.is_empty() || editions.iter().any(|name| name != INTERNAL))
}

fn in_language(programme: &Programme, code: &str) -> Result<Programme, End> {
    let codes: Vec<&str> =
        programme.project.languages.iter().map(|language| language.code.as_str()).collect();
    if codes.contains(&code) {
        return Ok(programme.in_language(code));
    }
    Err(End::Other(format!("--lang {code}: the programme has {}", codes.join(", "))))
}

fn known_editions(programme: &Programme, names: &[String]) -> Result<(), End> {
    let own = programme.project.editions.iter().map(|edition| edition.name.as_str());
    let known: Vec<&str> = own.chain([INTERNAL]).collect();
    match names.iter().find(|name| !known.contains(&name.as_str())) {
        Some(name) => Err(End::Other(format!("--edition {name}: the programme has {}", known.join(", ")))),
        None => Ok(()),
    }
}

fn release(job: &Job, outputs: Vec<String>) -> Release {
    let project = &job.programme.project;
    let languages = project.languages.iter().enumerate().map(|(at, language)| {
        let (there, missing): (Vec<_>, Vec<_>) =
            job.programme.pages.iter().partition(|page| page.in_language(at).is_some());
        LanguageState {
            code: language.code.clone(),
            tag: language.tag.clone(),
            pages: there.len(),
            missing: missing.into_iter().map(|page| page.id.clone()).collect(),
        }
    });
    Release {
        programme: project.id.clone(),
        version: job.stamp.version.clone(),
        edition: job.edition.name.clone(),
        created: job.stamp.created.clone(),
        source: Source { commit: job.stamp.commit.clone(), dirty: job.stamp.dirty.then_some(true) },
        compiler: concat!("andrum ", env!("CARGO_PKG_VERSION")).into(),
        languages: languages.collect(),
        approvals: Vec::new(),
        approved: false,
        outputs,
        files: Vec::new(),
    }
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
        let module = wish.kind == "module" && !programme.project.modules.iter().any(|id| id == wish.id);
        let course = module.then(|| message!("new-next-module", id = wish.id));
        for step in [message!("new-next")].iter().chain(&course) {
            eprintln!("{}", report.say(step));
        }
    }
    Ok(())
}

fn schema(of: SchemaOf) -> Result<(), End> {
    let pretty = |schema: serde_json::Value| serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n";
    print(&match of {
        SchemaOf::Page => pretty(front::schema()),
        SchemaOf::Programme => pretty(project::schema()),
        SchemaOf::Bundle => bundle::schema(),
    })
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
