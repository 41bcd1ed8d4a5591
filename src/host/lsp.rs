//! `andrum lsp`: what an editor asks over standard input and output, answered by the same compiler. It speaks the Language Server
//! Protocol 3.17 in one thread: a change is taken in at once, compiled when it is quiet for a moment, and told of.

mod answer;
mod place;
mod workspace;

use std::path::PathBuf;
use std::time::Duration;

use crossbeam_channel::RecvTimeoutError;
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use serde_json::{Value as Json, json};

use super::cli::{Common, End};
use super::disk;
use place::Encoding;
use workspace::Workspace;

/// So long after the last keystroke is a moment to compile in.
const MOMENT: Duration = Duration::from_millis(80);

/// Answers until the editor ends it.
pub fn run(common: &Common) -> Result<(), End> {
    let (connection, threads) = Connection::stdio();
    let ended = converse(common, &connection);
    drop(connection);
    threads.join()?;
    ended
}

fn converse(common: &Common, connection: &Connection) -> Result<(), End> {
    let broken = |error: &dyn std::fmt::Display| End::Other(error.to_string());
    let (id, asked) = connection.initialize_start().map_err(|error| broken(&error))?;
    let encoding = Encoding::agreed(&asked);
    let told = json!({
        "capabilities": capabilities(encoding),
        "serverInfo": { "name": "andrum", "version": env!("CARGO_PKG_VERSION") },
    });
    connection.initialize_finish(id, told).map_err(|error| broken(&error))?;
    let mut workspace = match root(common, &asked) {
        Some(root) => Some(Workspace::open(common, root, encoding)?),
        None => {
            let words = common.words_of("editor", Some("status"));
            tell(connection, "window/showMessage", json!({ "type": 2, "message": words.get("no-project") }));
            None
        }
    };
    if let Some(workspace) = &mut workspace {
        let dynamic = asked.pointer("/capabilities/workspace/didChangeWatchedFiles/dynamicRegistration");
        if dynamic.and_then(Json::as_bool) == Some(true) {
            watch_files(connection);
        }
        tell_all(connection, workspace)?;
    }
    let mut is_ending = false;
    loop {
        let message = match connection.receiver.recv_timeout(MOMENT) {
            Ok(message) => message,
            Err(RecvTimeoutError::Timeout) => {
                if let Some(workspace) = workspace.as_mut().filter(|workspace| workspace.is_stale()) {
                    tell_all(connection, workspace)?;
                }
                continue;
            }
            // The editor is gone without a word.
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        };
        match message {
            Message::Request(request) => {
                is_ending |= request.method == "shutdown";
                let answered = match is_ending {
                    true if request.method == "shutdown" => Ok(Json::Null),
                    true => Err((ErrorCode::InvalidRequest, "it is ending".into())),
                    false => answered(workspace.as_mut(), &request),
                };
                let _ = connection.sender.send(Message::Response(response(request.id, answered)));
            }
            Message::Notification(told) if told.method == "exit" => {
                return if is_ending { Ok(()) } else { Err(End::Content) };
            }
            Message::Notification(told) => {
                if let Some(workspace) = &mut workspace {
                    heard(workspace, &told)?;
                }
            }
            Message::Response(_) => {}
        }
    }
}

/// The project: the one named on the command line, else where the editor's folder is.
fn root(common: &Common, asked: &Json) -> Option<PathBuf> {
    let folders = asked.get("workspaceFolders").and_then(Json::as_array).into_iter().flatten();
    let named = folders.filter_map(|folder| folder.get("uri")).chain(asked.get("rootUri"));
    let of_editor =
        named.filter_map(|uri| place::file(uri.as_str()?)).find_map(|place| disk::find_root(&place));
    of_editor.filter(|_| !common.has_root()).or_else(|| common.find_root().ok())
}

fn capabilities(encoding: Encoding) -> Json {
    json!({
        "positionEncoding": encoding.name(),
        "textDocumentSync": { "openClose": true, "change": 1, "save": false },
        "completionProvider": { "triggerCharacters": ["[", "{", ":", "=", "#", "(", "/"] },
        "hoverProvider": true,
        "definitionProvider": true,
        "referencesProvider": true,
        "renameProvider": { "prepareProvider": true },
        "documentSymbolProvider": true,
        "workspaceSymbolProvider": true,
        "foldingRangeProvider": true,
        "codeActionProvider": { "codeActionKinds": ["quickfix", "source.fixAll", "refactor"] },
    })
}

/// Asks to be told of files that change beside the editor, by a checkout or another program.
fn watch_files(connection: &Connection) {
    let globs = ["content/**", "themes/**", "i18n/**", "programme.yaml", "programme.lock"];
    let watchers: Vec<Json> =
        globs.iter().map(|glob| json!({ "globPattern": format!("**/{glob}") })).collect();
    let params = json!({ "registrations": [{
        "id": "files", "method": "workspace/didChangeWatchedFiles", "registerOptions": { "watchers": watchers },
    }] });
    let request = Request { id: RequestId::from(1), method: "client/registerCapability".into(), params };
    let _ = connection.sender.send(Message::Request(request));
}

/// Compiles where that is due, and tells of every file's faults that have changed.
fn tell_all(connection: &Connection, workspace: &mut Workspace) -> Result<(), End> {
    for params in workspace.news()? {
        tell(connection, "textDocument/publishDiagnostics", params);
    }
    Ok(())
}

fn tell(connection: &Connection, method: &str, params: Json) {
    let _ = connection.sender.send(Message::Notification(Notification { method: method.into(), params }));
}

/// What the editor says of its texts, and of files.
fn heard(workspace: &mut Workspace, told: &Notification) -> Result<(), End> {
    let text_of = |pointer: &str| told.params.pointer(pointer).and_then(Json::as_str);
    let uri = text_of("/textDocument/uri");
    match (told.method.as_str(), uri) {
        ("textDocument/didOpen", Some(uri)) => {
            workspace.write(uri, text_of("/textDocument/text").unwrap_or_default())
        }
        ("textDocument/didChange", Some(uri)) => {
            let changes = told.params.get("contentChanges").and_then(Json::as_array);
            let newest = changes.and_then(|changes| changes.last()?.get("text")?.as_str());
            workspace.write(uri, newest.unwrap_or_default());
        }
        ("textDocument/didClose", Some(uri)) => workspace.close(uri),
        ("workspace/didChangeWatchedFiles", _) => {
            let changes = told.params.get("changes").and_then(Json::as_array).into_iter().flatten();
            let files = changes.filter_map(|change| place::file(change.get("uri")?.as_str()?));
            workspace.reread(files.collect())?;
        }
        _ => {}
    }
    Ok(())
}

/// What a request is answered with, or why it can't be: the code and words of an error.
fn answered(workspace: Option<&mut Workspace>, request: &Request) -> Result<Json, (ErrorCode, String)> {
    let Some(workspace) = workspace else { return Ok(Json::Null) };
    let answer: fn(&mut Workspace, &Json) -> Result<Json, String> = match request.method.as_str() {
        "textDocument/completion" => answer::completion,
        "textDocument/hover" => answer::hover,
        "textDocument/definition" => answer::definition,
        "textDocument/references" => answer::references,
        "textDocument/prepareRename" => answer::prepare_rename,
        "textDocument/rename" => answer::rename,
        "textDocument/documentSymbol" => answer::document_symbol,
        "workspace/symbol" => answer::workspace_symbol,
        "textDocument/foldingRange" => answer::folding_range,
        "textDocument/codeAction" => answer::code_action,
        other => return Err((ErrorCode::MethodNotFound, format!("no {other}"))),
    };
    answer(workspace, &request.params).map_err(|reason| (ErrorCode::RequestFailed, reason))
}

fn response(id: RequestId, answered: Result<Json, (ErrorCode, String)>) -> Response {
    match answered {
        Ok(result) => Response::new_ok(id, result),
        Err((code, reason)) => Response::new_err(id, code as i32, reason),
    }
}
