//! Requests on loopback to answers out of the newest preview, and a stream of news for each page that is open.
//!
//! Only this machine is answered, and only under its own names: a page elsewhere whose name is made to lead here (DNS
//! rebinding) is refused. Nothing is read from the disk but media that the content shows.

use std::convert::Infallible;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HOST, IF_NONE_MATCH, LOCATION,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::{Stream, stream};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::sync::watch::{self, Receiver};
use tower_http::services::ServeFile;

use super::beside::{self, escaped};
use super::preview::{Answer, Made, News, Preview};
use crate::emit::site;
use crate::host::disk;
use crate::host::report::Format;
use crate::model::link::percent_decoded;
use crate::source::media::media_type;

/// What the preview has of its own stands below this.
const OWN: &str = "_andrum/";
const SCRIPT: &str = include_str!("client/preview.js");
const STYLE: &str = include_str!("client/preview.css");
const BESIDE: &str = include_str!("client/beside.js");
const WORKER: &str = include_str!("client/worker.js");

/// No versions stand beside what is being written.
const VERSIONS: &str = "{\"versions\": []}\n";

/// What the page of languages side by side may load: it alone frames pages, and nothing frames it.
const POLICY_BESIDE: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; \
                             base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// A line that says nothing is sent so often, so that a stream whose reader has gone is noticed.
const ALIVE: Duration = Duration::from_secs(20);

/// How long a connection may stand without a whole request; a browser opens another when it has one.
const ASKING: Duration = Duration::from_secs(30);

/// Before the next connection is taken where there was no room for one.
const BREATH: Duration = Duration::from_millis(100);

/// How long answers that are under way may take to end.
const FAREWELL: Duration = Duration::from_millis(300);

#[derive(Clone)]
struct Server {
    newest: Receiver<Arc<Preview>>,
    /// Names that this machine goes by.
    hosts: Arc<[String]>,
    /// What a host should send with every file of the site, `headers.json`.
    headers: Arc<[(HeaderName, HeaderValue)]>,
    /// Turns true when the program ends.
    ending: Receiver<bool>,
}

/// Answers until Ctrl-C.
pub fn serve(listener: TcpListener, newest: Receiver<Arc<Preview>>) -> io::Result<()> {
    let port = listener.local_addr()?.port();
    listener.set_nonblocking(true)?;
    let (end, ending) = watch::channel(false);
    let names = ["127.0.0.1", "localhost", "[::1]"];
    // A browser leaves the port away where it is the usual one.
    let hosts = names.iter().flat_map(|name| {
        [Some(format!("{name}:{port}")), (port == 80).then(|| name.to_string())].into_iter().flatten()
    });
    let server = Server { newest, hosts: hosts.collect(), headers: site_headers().into(), ending };
    let router = Router::new().fallback(answer).with_state(server);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let served = runtime.block_on(async move {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let open = GracefulShutdown::new();
        tokio::select! {
            () = connect(&listener, &router, &open) => {}
            () = ended() => {}
        }
        end.send_replace(true);
        // Whoever has not asked to the end, or does not read on, is not waited for.
        let _ = tokio::time::timeout(FAREWELL, open.shutdown()).await;
        Ok(())
    });
    runtime.shutdown_background();
    served
}

/// Takes connections, and answers on each for as long as it is there.
async fn connect(listener: &tokio::net::TcpListener, router: &Router, open: &GracefulShutdown) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // There are too many at the moment.
            tokio::time::sleep(BREATH).await;
            continue;
        };
        // What is small is sent at once, and not kept to go with what comes after.
        let _ = stream.set_nodelay(true);
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(ASKING)
            .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router.clone()));
        tokio::spawn(open.watch(connection));
    }
}

/// Ctrl-C, or what else asks a program to end.
async fn ended() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut asked) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = asked.recv() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}

/// What `headers.json` says of every file.
fn site_headers() -> Vec<(HeaderName, HeaderValue)> {
    let headers: serde_json::Value = serde_json::from_slice(site::headers().as_bytes()).unwrap_or_default();
    let every = headers.get("/*").and_then(|every| every.as_object());
    let rows = every.into_iter().flatten().filter_map(|(name, value)| {
        Some((name.to_ascii_lowercase().parse().ok()?, HeaderValue::from_str(value.as_str()?).ok()?))
    });
    rows.collect()
}

async fn answer(State(server): State<Server>, request: Request) -> Response {
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    if !server.hosts.iter().any(|known| known.eq_ignore_ascii_case(host)) {
        return (StatusCode::MISDIRECTED_REQUEST, "andrum answers on 127.0.0.1 and localhost alone\n")
            .into_response();
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let preview = server.newest.borrow().clone();
    let path = percent_decoded(request.uri().path().trim_start_matches('/'));
    let mut response = match path.strip_prefix(OWN) {
        Some("events") => events(&server).into_response(),
        Some(own) => {
            let (own, query) = (own.to_string(), request.uri().query().unwrap_or_default().to_string());
            blocking(move || self::own(&preview, &own, &query)).await
        }
        // A site's list of versions is one folder up from its own.
        None if path.is_empty() || path == "index.html" => start(&preview),
        // What the site's scripts ask for beside an edition, and the worker that would keep pages as they were.
        None if path == "versions.json" => ([(CONTENT_TYPE, "application/json")], VERSIONS).into_response(),
        None if path.ends_with("/sw.js") => ([(CONTENT_TYPE, content_type(&path))], WORKER).into_response(),
        None => of_site(preview, path, request).await,
    };
    dress(response.headers_mut(), &server);
    response
}

/// Making a page is work, and streams go on meanwhile.
async fn blocking(work: impl FnOnce() -> Response + Send + 'static) -> Response {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// Headers that a site's host should send; a preview is never kept, and may frame its own pages side by side.
fn dress(headers: &mut HeaderMap, server: &Server) {
    for (name, value) in server.headers.iter() {
        let own =
            value.to_str().unwrap_or_default().replace("frame-ancestors 'none'", "frame-ancestors 'self'");
        headers.entry(name).or_insert(HeaderValue::from_str(&own).unwrap_or_else(|_| value.clone()));
    }
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
}

fn start(preview: &Preview) -> Response {
    match preview.start() {
        Some(path) => (StatusCode::FOUND, [(LOCATION, path)]).into_response(),
        None => page(preview, "", StatusCode::OK, None, String::new()),
    }
}

/// A file of an edition, or a page that says there is none and waits for it to come.
async fn of_site(preview: Arc<Preview>, path: String, request: Request) -> Response {
    let is_folder = !path.rsplit('/').next().unwrap_or_default().contains('.');
    let asked_as = path.clone();
    let path = if is_folder { format!("{}/index.html", path.trim_end_matches('/')) } else { path };
    let asked = request.headers().get(IF_NONE_MATCH).cloned();
    let made = {
        let (preview, path) = (preview.clone(), path.clone());
        tokio::task::spawn_blocking(move || preview.answer(&path)).await.unwrap_or(Answer::Nothing)
    };
    match made {
        // Links on a page are counted from its folder.
        Answer::Made(_) if is_folder && !asked_as.ends_with('/') => {
            let address = format!("/{}/", request.uri().path().trim_matches('/'));
            (StatusCode::PERMANENT_REDIRECT, [(LOCATION, address)]).into_response()
        }
        // What stood there may have become a link since it was read.
        Answer::Media(_, file) if disk::leads_out(&preview.root, &file) => {
            StatusCode::NOT_FOUND.into_response()
        }
        Answer::Media(media, file) => {
            let kind = HeaderValue::from_static(media.media_type());
            let Ok(answer) = ServeFile::new(file).try_call(request).await else {
                return StatusCode::NOT_FOUND.into_response();
            };
            let mut response = answer.map(Body::new);
            response.headers_mut().insert(CONTENT_TYPE, kind);
            response
        }
        Answer::Made(made) => {
            let tag = HeaderValue::from_str(&format!("\"{}\"", made.tag)).ok();
            if tag.is_some() && asked == tag {
                return StatusCode::NOT_MODIFIED.into_response();
            }
            let kind = content_type(&path);
            let mut response = if kind == HTML {
                let html = String::from_utf8_lossy(&made.bytes).into_owned();
                blocking(move || page(&preview, &path, StatusCode::OK, Some(&made), html)).await
            } else {
                ([(CONTENT_TYPE, kind)], made.bytes.clone()).into_response()
            };
            response.headers_mut().extend(tag.map(|tag| (ETAG, tag)));
            response
        }
        Answer::Fault(fault) => {
            let said = preview
                .newest
                .as_ref()
                .map(|project| project.report_of(&[*fault], Format::Text, false, false));
            let html = format!(
                "<!doctype html><title>andrum</title><pre>{}</pre>",
                escaped(&said.unwrap_or_default())
            );
            page(&preview, &path, StatusCode::OK, None, html)
        }
        // What is no page is only missed.
        Answer::Nothing if content_type(&path) != HTML => StatusCode::NOT_FOUND.into_response(),
        Answer::Nothing => {
            blocking(move || page(&preview, &path, StatusCode::NOT_FOUND, None, String::new())).await
        }
    }
}

/// A page with the preview's script, and what it is told, behind it. Where there is no page the script says so.
fn page(preview: &Preview, path: &str, status: StatusCode, made: Option<&Made>, html: String) -> Response {
    let bar = serde_json::to_string(&preview.bar(path, made)).unwrap_or_default().replace('<', "\\u003c");
    let html = if html.is_empty() { stub(preview) } else { html };
    let html = format!(
        "{html}<script type=\"application/json\" id=\"andrum-preview\">{bar}</script><script defer src=\"/{OWN}preview.js\"></script>"
    );
    (status, [(CONTENT_TYPE, HTML)], html).into_response()
}

/// What stands where there is no page, until there is one.
fn stub(preview: &Preview) -> String {
    let words = &preview.words;
    let said = words.get(if preview.good.is_none() { "bar-none-yet" } else { "bar-no-page" });
    let language = words.get("language-code");
    format!(
        "<!doctype html><html lang=\"{language}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>andrum</title><main><h1>{said}</h1></main>"
    )
}

/// What the preview has of its own: its script and style, what is told of a page, and a page's languages side by side.
fn own(preview: &Preview, path: &str, query: &str) -> Response {
    let file = |kind, text: &'static str| ([(CONTENT_TYPE, kind)], text).into_response();
    match path {
        "preview.js" => file(content_type(path), SCRIPT),
        "beside.js" => file(content_type(path), BESIDE),
        "preview.css" => file(content_type(path), STYLE),
        "bar" => {
            let at = percent_decoded(query.strip_prefix("at=").unwrap_or_default());
            let at = at.trim_start_matches('/');
            let made = match preview.answer(at) {
                Answer::Made(made) => Some(made),
                _ => None,
            };
            let bar = serde_json::to_string(&preview.bar(at, made.as_deref())).unwrap_or_default();
            ([(CONTENT_TYPE, "application/json")], bar).into_response()
        }
        _ => {
            let named = path.strip_prefix("beside/").and_then(|rest| rest.split_once('/'));
            match named.and_then(|(edition, id)| beside::page(preview, edition, id)) {
                Some(html) => {
                    ([(CONTENT_TYPE, HTML), (CONTENT_SECURITY_POLICY, POLICY_BESIDE)], html).into_response()
                }
                None => StatusCode::NOT_FOUND.into_response(),
            }
        }
    }
}

/// News of each state there is from now on, the present one first. A reader that is slow is told the newest alone, so that
/// nothing piles up.
fn events(server: &Server) -> Sse<impl Stream<Item = Result<Event, Infallible>> + use<>> {
    let mut newest = server.newest.clone();
    newest.mark_changed();
    let news = stream::unfold((newest, server.ending.clone()), |(mut newest, mut ending)| async move {
        let is_ending = tokio::select! {
            changed = newest.changed() => changed.is_err(),
            _ = ending.wait_for(|ending| *ending) => true,
        };
        if is_ending {
            return None;
        }
        let preview = newest.borrow_and_update().clone();
        let news = News { at: &preview.at };
        let event = Event::default().data(serde_json::to_string(&news).unwrap_or_default());
        Some((Ok(event), (newest, ending)))
    });
    Sse::new(news).keep_alive(KeepAlive::new().interval(ALIVE))
}

const HTML: &str = "text/html; charset=utf-8";

/// The media type that a host would give a file of the site.
fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        ending => media_type(ending),
    }
}
