//! Requests to answers: the protocol's words on one side, `assist` on the other.

use serde_json::{Value as Json, json};

use super::workspace::Workspace;
use crate::assist::complete::{self, Sort};
use crate::assist::{At, find, hover as hovers, outline, rename as renames, twin};
use crate::diag::Diagnostic;
use crate::host::cli::End;
use crate::model::page::{Page, Translation};
use crate::model::words::Arg;
use crate::source::{Path, Place, Span};

type Answer = Result<Json, String>;

/// A text that is asked about, and the byte.
struct Asked {
    path: Path,
    text: String,
    offset: usize,
}

impl Asked {
    fn of(workspace: &Workspace, params: &Json) -> Option<Asked> {
        let path = workspace.path(params.pointer("/textDocument/uri")?.as_str()?)?;
        let text = workspace.text(&path);
        let position = params.get("position").or_else(|| params.pointer("/range/start"));
        let offset = position.map_or(0, |position| workspace.encoding.offset(&text, position));
        Some(Asked { path, text, offset })
    }

    fn at<'a>(&'a self, workspace: &'a Workspace) -> At<'a> {
        let (programme, lock) = (&workspace.project.programme, workspace.project.lock.as_deref());
        At { programme, lock, path: &self.path, text: &self.text, offset: self.offset }
    }
}

/// The newest state of what is asked about; none where the file is not the project's.
fn fresh(workspace: &mut Workspace, params: &Json) -> Result<Option<Asked>, String> {
    // What was stale is still to be told of.
    let was_stale = workspace.is_stale();
    match workspace.refresh() {
        Ok(()) if was_stale => workspace.mark_untold(),
        Err(End::Other(reason)) => return Err(reason),
        _ => {}
    }
    Ok(Asked::of(workspace, params))
}

/// From the last state that was compiled: no keystroke waits for that.
pub fn completion(workspace: &mut Workspace, params: &Json) -> Answer {
    let Some(asked) = Asked::of(workspace, params) else { return Ok(Json::Null) };
    let offers = complete::offers(&asked.at(workspace)).into_iter().enumerate().map(|(number, offer)| {
        json!({
            "label": offer.label,
            "kind": match offer.sort {
                Sort::Page => 17,
                Sort::Part => 18,
                Sort::Key => 10,
                Sort::Value => 12,
                Sort::Fact => 21,
                Sort::Term => 1,
                Sort::Block => 15,
                Sort::File => 17,
            },
            "detail": offer.detail,
            "sortText": format!("{number:05}"),
            // An editor leaves out what does not begin as what is typed; here that is judged already.
            "filterText": if offer.sort == Sort::Term { offer.span.of(&asked.text) } else { &offer.label },
            "insertTextFormat": if offer.has_gaps { 2 } else { 1 },
            "textEdit": { "range": workspace.encoding.range(&asked.text, offer.span), "newText": offer.text },
        })
    });
    Ok(json!({ "isIncomplete": false, "items": offers.collect::<Vec<_>>() }))
}

pub fn hover(workspace: &mut Workspace, params: &Json) -> Answer {
    let Some(asked) = fresh(workspace, params)? else { return Ok(Json::Null) };
    let told = hovers::hover(&asked.at(workspace), &workspace.words);
    Ok(told.map_or(Json::Null, |(text, span)| {
        let range = workspace.encoding.range(&asked.text, span);
        json!({ "contents": { "kind": "markdown", "value": text }, "range": range })
    }))
}

pub fn definition(workspace: &mut Workspace, params: &Json) -> Answer {
    let Some(asked) = fresh(workspace, params)? else { return Ok(Json::Null) };
    let at = asked.at(workspace);
    let Some((thing, _)) = find::thing(&at) else { return Ok(Json::Null) };
    let places = find::definitions(at.programme, &thing, at.language());
    Ok(places.iter().map(|place| workspace.location(place)).collect())
}

pub fn references(workspace: &mut Workspace, params: &Json) -> Answer {
    let Some(asked) = fresh(workspace, params)? else { return Ok(Json::Null) };
    let at = asked.at(workspace);
    let Some((thing, _)) = find::thing(&at) else { return Ok(Json::Null) };
    let mut places = find::references(at.programme, &thing);
    if params.pointer("/context/includeDeclaration").and_then(Json::as_bool) == Some(true) {
        places.splice(0..0, find::definitions(at.programme, &thing, at.language()));
    }
    Ok(places.iter().map(|place| workspace.location(place)).collect())
}

pub fn prepare_rename(workspace: &mut Workspace, params: &Json) -> Answer {
    let Some(asked) = fresh(workspace, params)? else { return Ok(Json::Null) };
    let (_, span, name) =
        renames::prepare(&asked.at(workspace)).map_err(|why| workspace.project.say(&why))?;
    Ok(json!({ "range": workspace.encoding.range(&asked.text, span), "placeholder": name }))
}

pub fn rename(workspace: &mut Workspace, params: &Json) -> Answer {
    let Some(asked) = fresh(workspace, params)? else { return Ok(Json::Null) };
    let new = params.get("newName").and_then(Json::as_str).unwrap_or_default();
    let edits = renames::edits(&asked.at(workspace), &workspace.project.tree, new);
    let edits = edits.map_err(|why| workspace.project.say(&why))?;
    Ok(changes(workspace, edits.iter().map(|(place, text)| (place, text.as_str()))))
}

/// Edits, by the files they are of.
fn changes<'e>(workspace: &Workspace, edits: impl Iterator<Item = (&'e Place, &'e str)>) -> Json {
    let mut changes = serde_json::Map::new();
    for (place, text) in edits {
        let range = workspace.encoding.range(&workspace.text(&place.path), place.span);
        let of_file = changes.entry(workspace.uri(&place.path)).or_insert_with(|| json!([]));
        if let Some(rows) = of_file.as_array_mut() {
            rows.push(json!({ "range": range, "newText": text }));
        }
    }
    json!({ "changes": changes })
}

fn text_at<'a>(workspace: &'a Workspace, path: &Path) -> Option<(&'a Page, &'a Translation)> {
    let programme = &workspace.project.programme;
    let texts = programme.everything().flat_map(|page| page.present().map(move |(_, text)| (page, text)));
    { texts }.find(|(_, text)| text.path == *path)
}

pub fn document_symbol(workspace: &mut Workspace, params: &Json) -> Answer {
    let Some(asked) = fresh(workspace, params)? else { return Ok(Json::Null) };
    let Some((_, text)) = text_at(workspace, &asked.path) else { return Ok(json!([])) };
    let rows = outline::symbols(text).into_iter().map(|symbol| {
        let range = workspace.encoding.range(&asked.text, symbol.span);
        let kind = match symbol.sort {
            "page" => 1,
            "heading" => 15,
            _ => 8,
        };
        json!({ "name": symbol.name, "detail": symbol.sort, "kind": kind, "range": range, "selectionRange": range })
    });
    Ok(rows.collect())
}

/// More pages than these are found by typing on.
const FOUND: usize = 200;

pub fn workspace_symbol(workspace: &mut Workspace, params: &Json) -> Answer {
    let query = params.get("query").and_then(Json::as_str).unwrap_or_default().to_lowercase();
    let found = workspace.project.programme.everything().flat_map(Page::present).filter(|(_, text)| {
        text.title.value.to_lowercase().contains(&query) || text.id.value.contains(&query)
    });
    let rows = found.take(FOUND).map(|(_, text)| {
        let place = text.title.span.within(&text.path);
        json!({ "name": text.title.value, "containerName": text.id.value, "kind": 1, "location": workspace.location(&place) })
    });
    Ok(rows.collect())
}

pub fn folding_range(workspace: &mut Workspace, params: &Json) -> Answer {
    let Some(asked) = Asked::of(workspace, params) else { return Ok(Json::Null) };
    let folds = outline::folds(&asked.text).into_iter();
    Ok(folds.map(|(from, to)| json!({ "startLine": from, "endLine": to })).collect())
}

/// What mends a fault here, all that can be mended in the file, and the page's twins that are not there.
pub fn code_action(workspace: &mut Workspace, params: &Json) -> Answer {
    let Some(asked) = fresh(workspace, params)? else { return Ok(Json::Null) };
    let end =
        params.pointer("/range/end").map_or(asked.offset, |end| workspace.encoding.offset(&asked.text, end));
    let meets = |span: Span| span.start as usize <= end && asked.offset <= span.end as usize;
    let project = &workspace.project;
    let of_file: Vec<&Diagnostic> =
        project.found.iter().filter(|fault| fault.place.path == asked.path && fault.fix.is_some()).collect();
    let edits = |fault: &Diagnostic| {
        let edits = fault.fix.iter().flat_map(|fix| &fix.edits);
        changes(workspace, edits.map(|(place, text)| (place, text.as_str())))
    };
    let mut actions: Vec<Json> = Vec::new();
    for fault in of_file.iter().filter(|fault| meets(fault.place.span)) {
        let said = project.say(&fault.message);
        let title = workspace.words.fill("fix", &[("message", Arg::Text(&said))]).unwrap_or_default();
        actions
            .push(json!({ "title": title, "kind": "quickfix", "isPreferred": true, "edit": edits(fault) }));
    }
    if of_file.len() > 1 {
        let apart = apart(&of_file);
        let all = changes(workspace, apart.iter().map(|(place, text)| (*place, *text)));
        let title = workspace.words.get("fix-all");
        actions.push(json!({ "title": title, "kind": "source.fixAll", "edit": all }));
    }
    if let Some((page, text)) = text_at(workspace, &asked.path) {
        for (language, path, written) in twin::missing(&project.programme, page, text, &asked.text) {
            let theme_words = project.theme.words(language);
            let title =
                workspace.words.fill("twin", &[("language", Arg::Text(theme_words.get("language-name")))]);
            let uri = workspace.uri(&path);
            let start = json!({ "line": 0, "character": 0 });
            actions.push(json!({ "title": title.unwrap_or_default(), "kind": "refactor", "edit": { "documentChanges": [
                { "kind": "create", "uri": uri, "options": { "overwrite": false, "ignoreIfExists": true } },
                { "textDocument": { "uri": uri, "version": null }, "edits": [{ "range": { "start": start, "end": start }, "newText": written }] },
            ] } }));
        }
    }
    Ok(actions.into())
}

/// Edits of fixes that leave each other alone; of two that meet the first.
fn apart<'a>(faults: &[&'a Diagnostic]) -> Vec<(&'a Place, &'a str)> {
    let mut kept: Vec<(&Place, &str)> = Vec::new();
    for fix in faults.iter().filter_map(|fault| fault.fix.as_ref()) {
        let is_free = |place: &Place| {
            kept.iter().all(|(other, _)| {
                other.path != place.path
                    || other.span.end <= place.span.start
                    || place.span.end <= other.span.start
            })
        };
        if fix.edits.iter().all(|(place, _)| is_free(place)) {
            kept.extend(fix.edits.iter().map(|(place, text)| (place, text.as_str())));
        }
    }
    kept
}
