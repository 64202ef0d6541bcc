//! A server of the built site on this machine, at any base path, that records every request
//! and injects faults.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::dist::{Dist, HASHED};
use crate::fault::{Fault, Rule, matches, parts};
use crate::port;
use crate::report;

/// The script that records errors and changes of a page from its first line on.
const PROBE: &str = include_str!("probe.js");

/// A running server. It ends when it is dropped.
pub struct Site {
    origin: String,
    base: String,
    shared: Arc<Shared>,
    server: JoinHandle<()>,
}

struct Shared {
    dist: Mutex<Arc<Dist>>,
    base: String,
    script: Mutex<Option<String>>,
    missing: Mutex<Vec<String>>,
    headers: Mutex<HeaderMap>,
    blipped: Mutex<BTreeSet<String>>,
    requests: Mutex<Vec<String>>,
    rules: watch::Sender<Vec<Rule>>,
    /// How many parts have been asked for.
    parts: watch::Sender<usize>,
    uncached: AtomicBool,
    slashless: AtomicBool,
}

impl Site {
    /// Serves `dist` at `base`, a path with a slash at both ends, as it is.
    pub async fn plain(dist: &Arc<Dist>, base: &str) -> Self {
        let listener = TcpListener::from_std(port::listener()).expect("a listener");
        let address = listener.local_addr().expect("the address of the server");
        let shared = Arc::new(Shared {
            dist: Mutex::new(Arc::clone(dist)),
            base: base.into(),
            script: Mutex::default(),
            missing: Mutex::default(),
            headers: Mutex::default(),
            blipped: Mutex::default(),
            requests: Mutex::default(),
            rules: watch::Sender::default(),
            parts: watch::Sender::default(),
            uncached: AtomicBool::default(),
            slashless: AtomicBool::default(),
        });
        let app = Router::new()
            .fallback(answer)
            .with_state(Arc::clone(&shared));
        let server = tokio::spawn(async move {
            axum::serve(listener, app).await.expect("the server runs");
        });
        let seen = Arc::clone(&shared);
        report::serves(move || lock(&seen.requests).clone());
        Self {
            origin: format!("http://{address}"),
            base: base.into(),
            shared,
            server,
        }
    }

    /// The same, with the probe as the first script of each page. A new port each time
    /// means a new origin, and so an empty cache in a browser that has seen others.
    pub async fn watched(dist: &Arc<Dist>, base: &str) -> Self {
        let site = Self::plain(dist, base).await;
        site.inject("");
        site
    }

    /// Runs `script` after the probe and before everything else on each page from now on.
    pub fn inject(&self, script: &str) {
        *lock(&self.shared.script) = Some(format!("<script>{PROBE}\n{script}</script>"));
    }

    /// Gives every answer from now on a header of this name.
    ///
    /// # Panics
    /// If it is no valid header.
    pub fn header(&self, name: &'static str, value: &str) {
        let value = HeaderValue::from_str(value).expect("the value of a header");
        lock(&self.shared.headers).insert(HeaderName::from_static(name), value);
    }

    /// Serves the files of another release from the next request on.
    pub fn swap(&self, dist: &Arc<Dist>) {
        *lock(&self.shared.dist) = Arc::clone(dist);
    }

    /// The `h1` of the page at `path`, in the files that are served now. The path may have a query
    /// and a fragment.
    ///
    /// # Panics
    /// If there is no such page.
    pub fn heading(&self, path: &str) -> String {
        let dist = Arc::clone(&lock(&self.shared.dist));
        let route = path.split(['?', '#']).next().unwrap_or_default();
        dist.page(route).words("main h1")
    }

    /// The address of a path of the site: `url("/about-us/")`.
    pub fn url(&self, path: &str) -> String {
        format!(
            "{}{}{}",
            self.origin,
            self.base,
            path.trim_start_matches('/')
        )
    }

    /// The scheme, the name and the port.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Injects `fault` into the answers for every path, counted from the base, that fits `pattern`.
    pub fn inject_fault(&self, pattern: &str, fault: Fault) {
        self.shared.rules.send_modify(|rules| {
            rules.push(Rule {
                pattern: pattern.into(),
                fault,
            })
        });
    }

    /// Clears all faults. Requests that are held are answered now.
    pub fn clear_faults(&self) {
        self.shared.rules.send_modify(Vec::clear);
    }

    /// Tells browsers from now on to keep nothing.
    pub fn never_cache(&self) {
        self.shared.uncached.store(true, Ordering::Relaxed);
    }

    /// Knows pages from now on by the names of their folders without the slash, as some hosts do.
    pub fn take_slashes_away(&self) {
        self.shared.slashless.store(true, Ordering::Relaxed);
    }

    /// Every request since the start or the last [`Site::forget`], as a path from the base
    /// (`about-us/`), or with a slash in front if it was outside of it.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.shared.requests).clone()
    }

    /// The addresses, as paths from the host, at which nothing was.
    pub fn missing(&self) -> Vec<String> {
        let missing = lock(&self.shared.missing).clone();
        missing
            .into_iter()
            .filter(|path| path != "/favicon.ico")
            .collect()
    }

    /// How many requests fit `pattern`.
    pub fn count(&self, pattern: &str) -> usize {
        self.requests()
            .iter()
            .filter(|path| matches(pattern, path))
            .count()
    }

    /// Starts a new list of requests.
    pub fn forget(&self) {
        lock(&self.shared.requests).clear();
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.abort();
        self.clear_faults();
    }
}

async fn answer(State(shared): State<Arc<Shared>>, request: Request) -> Response<Body> {
    let mut answer = found(&shared, request.uri().path()).await;
    let headers = lock(&shared.headers).clone();
    answer.headers_mut().extend(headers);
    if answer.status() == StatusCode::NOT_FOUND {
        lock(&shared.missing).push(request.uri().path().to_owned());
    }
    answer
}

async fn found(shared: &Arc<Shared>, full: &str) -> Response<Body> {
    let slashless = shared.slashless.load(Ordering::Relaxed);
    let inside = full.strip_prefix(&shared.base);
    let home = slashless && shared.base.strip_suffix('/') == Some(full);
    let mut path = inside.unwrap_or(if home { "" } else { full }).to_owned();
    // Every browser asks an origin for its icon once; that is not the page's doing.
    if full != "/favicon.ico" {
        lock(&shared.requests).push(path.clone());
    }
    if path == "more" {
        shared.parts.send_modify(|parts| *parts += 1);
        let answer = Response::builder().status(StatusCode::NO_CONTENT);
        return answer.body(Body::empty()).expect("a valid answer");
    }
    let dist = Arc::clone(&lock(&shared.dist));
    if slashless && dist.serve(&path).is_some() && full.len() > 1 && full.ends_with('/') {
        return moved(&full[..full.len() - 1]);
    }
    if slashless && dist.serve(&path).is_none() {
        path.push('/');
    }
    let fault = shared.fault_at(&path).await;
    let file = dist.serve(&path);
    if let (Some(fault @ Fault::Gone), None) = (&fault, &file) {
        return fault.answer(&[], "");
    }
    if let (Some(fault), Some(file)) = (&fault, &file) {
        return match fault {
            Fault::Blip if lock(&shared.blipped).insert(path.clone()) => {
                let answer = Response::builder().status(StatusCode::SERVICE_UNAVAILABLE);
                answer.body(Body::empty()).expect("a valid answer")
            }
            Fault::Stalled => {
                let whole = shared.watched(file.bytes, file.media);
                shared.stalled(path, whole, file.media)
            }
            Fault::Parts => {
                let whole = shared.watched(file.bytes, file.media);
                shared.in_parts(whole, file.media)
            }
            _ => fault.answer(file.bytes, file.media),
        };
    }
    let builder = Response::builder().header(header::CACHE_CONTROL, shared.cache_policy(&path));
    if let Some(file) = file {
        let body = Body::from(shared.watched(file.bytes, file.media));
        builder.header(header::CONTENT_TYPE, file.media).body(body)
    } else if dist.serve(&format!("{path}/")).is_some() {
        // As most hosts do for a folder without its slash.
        return moved(&format!("{full}/"));
    } else {
        let page = dist.file("404.html").unwrap_or(b"Not found");
        let builder = builder
            .status(StatusCode::NOT_FOUND)
            .header(header::CONTENT_TYPE, "text/html");
        builder.body(Body::from(shared.watched(page, "text/html")))
    }
    .expect("a valid answer")
}

fn moved(to: &str) -> Response<Body> {
    Response::builder()
        .status(StatusCode::MOVED_PERMANENTLY)
        .header(header::LOCATION, to)
        .body(Body::empty())
        .expect("a valid answer")
}

impl Shared {
    /// The headers of a well-configured host: names with a hash are immutable, all others are
    /// revalidated.
    fn cache_policy(&self, path: &str) -> &'static str {
        if self.uncached.load(Ordering::Relaxed) {
            "no-store"
        } else if HASHED.iter().any(|folder| path.starts_with(folder)) {
            "public, max-age=31536000, immutable"
        } else {
            "no-cache"
        }
    }

    /// The fault at `path`, once it is not [`Fault::Held`].
    async fn fault_at(&self, path: &str) -> Option<Fault> {
        let mut rules = self.rules.subscribe();
        let of = |rules: &[Rule]| {
            rules
                .iter()
                .rev()
                .find(|rule| rule.strikes(path))
                .map(|rule| rule.fault.clone())
        };
        let held = |rules: &Vec<Rule>| matches!(of(rules), Some(Fault::Held));
        let now = rules.wait_for(|rules| !held(rules)).await.ok()?;
        of(&now)
    }

    /// Three quarters of `bytes`, then a byte now and again, and the rest once no fault strikes
    /// `path` any more. A line on which nothing comes at all is no line: Firefox may draw what came
    /// last with what comes next.
    fn stalled(self: &Arc<Self>, path: String, bytes: Vec<u8>, media: &str) -> Response<Body> {
        let bytes = Bytes::from(bytes);
        let stop = bytes.len() / 4 * 3;
        let start = futures_util::stream::iter([Ok::<_, std::io::Error>(bytes.slice(..stop))]);
        let rules = self.rules.subscribe();
        let rest = futures_util::stream::unfold(Some(stop), move |at| {
            let (mut rules, bytes, path) = (rules.clone(), bytes.clone(), path.clone());
            async move {
                let at = at?;
                let lifted = rules.wait_for(|rules| !rules.iter().any(|rule| rule.strikes(&path)));
                let is_stalled = tokio::time::timeout(Self::PAUSE, lifted).await.is_err();
                Some(match is_stalled && at + 1 < bytes.len() {
                    true => (Ok(bytes.slice(at..=at)), Some(at + 1)),
                    false => (Ok(bytes.slice(at..)), None),
                })
            }
        });
        Response::builder()
            .header(header::CONTENT_TYPE, media)
            .header(header::CACHE_CONTROL, "no-store")
            .body(Body::from_stream(futures_util::StreamExt::chain(
                start, rest,
            )))
            .expect("a valid answer")
    }

    /// The time between two bytes on a stalled connection.
    const PAUSE: Duration = Duration::from_millis(200);

    /// One part of `bytes`, and the others as they are asked for.
    fn in_parts(self: &Arc<Self>, bytes: Vec<u8>, media: &str) -> Response<Body> {
        let starts = parts(&bytes);
        let ends = starts.iter().copied().chain([bytes.len()]);
        let starts = std::iter::once(0).chain(starts.iter().copied());
        let bytes = Bytes::from(bytes);
        let pieces: Vec<_> = starts
            .zip(ends)
            .map(|(at, end)| bytes.slice(at..end))
            .collect();
        self.parts.send_replace(0);
        let asked = self.parts.subscribe();
        let pieces = futures_util::stream::iter(pieces.into_iter().enumerate());
        let body = futures_util::StreamExt::then(pieces, move |(number, piece)| {
            let mut asked = asked.clone();
            async move {
                asked.wait_for(|asked| *asked >= number).await.ok();
                Ok::<_, std::io::Error>(piece)
            }
        });
        Response::builder()
            .header(header::CONTENT_TYPE, media)
            .header(header::CACHE_CONTROL, "no-store")
            .body(Body::from_stream(body))
            .expect("a valid answer")
    }

    fn watched(&self, bytes: &[u8], media: &str) -> Vec<u8> {
        let script = lock(&self.script);
        match (script.as_deref(), std::str::from_utf8(bytes)) {
            (Some(script), Ok(text)) if media.starts_with("text/html") => {
                let script = format!("<head>{script}");
                text.replacen("<head>", &script, 1).into_bytes()
            }
            _ => bytes.to_vec(),
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
