//! `andrum serve`: the site as it would be built, from memory and on this machine alone, made anew at every change.
//!
//! One thread follows the files and compiles (`watch`, `live`); what it makes is a [`preview::Preview`], a value that never
//! changes, which requests are answered from (`http`). Pages are made when they are asked for.

mod bar;
mod beside;
mod http;
mod live;
mod preview;
mod watch;

use std::io::{self, IsTerminal, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::thread;

use super::cli::{Common, End, print};
use super::report::Format;
use crate::diag::{Diagnostic, Level};
use crate::message;
use crate::model::words::Words;
use live::Live;
use preview::Preview;
use watch::Files;

#[derive(clap::Args)]
pub struct Serve {
    /// The port on 127.0.0.1
    #[arg(long, default_value_t = 4400, value_name = "N")]
    port: u16,
    /// Open the site in the browser
    #[arg(long)]
    open: bool,
    /// Look at every file once a second, where the file system tells of no changes: network drives, some containers
    #[arg(long)]
    poll: bool,
    /// What a link to a line in a file leads to; {file}, {line} and {column} are filled in
    #[arg(
        long,
        value_name = "URL",
        env = "ANDRUM_EDITOR_URL",
        default_value = "vscode://file{file}:{line}:{column}"
    )]
    editor: String,
}

/// Ports above the one in use that are tried, to name one that is free.
const NEIGHBOURS: u16 = 50;

impl Serve {
    pub fn run(&self, common: &Common) -> Result<(), End> {
        let root = common.find_root()?;
        let words = common.words();
        let listener = self.listen(&words)?;
        let port = listener.local_addr()?.port();
        // Followed before it is read, so that no change falls in between.
        let mut files = Files::follow(&root, self.poll);
        let mut live = Live::open(common, root, &self.editor);
        let first = live.preview();
        let address = format!("http://127.0.0.1:{port}/");
        print(&format!("{address}\n"))?;
        if !common.quiet {
            say(&words.say(&message!("serve-started")));
        }
        tell(common, &first);
        let (send, newest) = tokio::sync::watch::channel(Arc::new(first));
        let server = thread::spawn(move || http::serve(listener, newest));
        if self.open {
            open(&address);
        }
        thread::scope(|scope| {
            // The server ends with Ctrl-C, and the program with it; following files never ends by itself.
            scope.spawn(|| {
                let ended = server.join().unwrap_or_else(|_| Err(io::Error::other("the server stopped")));
                if let Err(error) = &ended {
                    say(&format!("andrum: {error}"));
                }
                std::process::exit(if ended.is_ok() { 0 } else { 2 });
            });
            loop {
                if let Some(reason) = files.refused() {
                    say(&words.say(&message!("serve-polling", reason = reason)));
                }
                if live.look(&files.next(live.is_troubled())) {
                    let preview = live.preview();
                    tell(common, &preview);
                    send.send_replace(Arc::new(preview));
                }
            }
        })
    }

    fn listen(&self, words: &Words) -> Result<TcpListener, End> {
        let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
        match bind(self.port) {
            Ok(listener) => Ok(listener),
            Err(error)
                if matches!(error.kind(), io::ErrorKind::AddrInUse | io::ErrorKind::PermissionDenied) =>
            {
                let first = self.port.max(1023);
                let free = (first..=first.saturating_add(NEIGHBOURS)).find(|port| bind(*port).is_ok());
                let free = free.or_else(|| Some(bind(0).ok()?.local_addr().ok()?.port())).unwrap_or_default();
                Err(End::Other(words.say(&message!("serve-port-used", port = self.port, free = free))))
            }
            Err(error) => Err(error.into()),
        }
    }
}

/// Says at the terminal what has come of a change: what stands in the way of a build whole, the rest counted.
fn tell(common: &Common, preview: &Preview) {
    if let Some(trouble) = &preview.trouble {
        return say(&format!("andrum: {}", trouble.reason));
    }
    let Some(project) = &preview.newest else { return };
    let is_error = |fault: &&Diagnostic| fault.lint.level(false) == Some(Level::Error);
    let errors: Vec<Diagnostic> = project.found.iter().filter(is_error).cloned().collect();
    let color = common.colored(io::stderr().is_terminal());
    let report = project.report_of(&errors, Format::Text, false, color);
    let summary = if common.quiet { String::new() } else { project.summary(false) };
    if !report.is_empty() || !summary.is_empty() {
        say(&format!("{report}{summary}"));
    }
}

/// A line at the terminal. One that has been closed is no reason to end.
fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// Hands an address to whatever opens addresses here; where nothing does, the address has been printed.
fn open(address: &str) {
    let (program, before): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start", ""]),
        _ => ("xdg-open", &[]),
    };
    let mut command = std::process::Command::new(program);
    let quiet = std::process::Stdio::null;
    if command.args(before).arg(address).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn().is_err() {
        say(&format!("andrum: {program} is not here to open {address}"));
    }
}
