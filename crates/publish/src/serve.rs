//! The preview server: serves a built site on this machine by its policy, as a good host would.

use std::collections::HashMap;
use std::fs;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use anyhow::{Context, Result};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect};
use tokio::net::TcpListener;
use tower_http::services::{ServeDir, ServeFile};

use crate::deploy;
use crate::host::{SITE_CONFIG_FILES, check_base};
use crate::policy::{Class, Profile, media};

/// Serves `dist` under `base` on 127.0.0.1 until it is stopped; for another
/// `profile` than its own if one is given.
///
/// # Errors
/// When `dist` is not a built site, `base` is not a path, or the port is in use.
pub fn serve(dist: &Path, port: u16, base: &str, profile: Option<Profile>) -> Result<()> {
    check_base(base)?;
    let preview = Preview::open(dist, base, profile)?;
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(async {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.with_context(|| {
            format!("cannot listen on 127.0.0.1:{port}; if the port is in use, choose another with --port")
        })?;
        println!("Serving {} on http://{}{base}", dist.display(), listener.local_addr()?);
        let stop = async {
            tokio::signal::ctrl_c().await.ok();
        };
        axum::serve(listener, router(preview)).with_graceful_shutdown(stop).await?;
        Ok(())
    })
}

/// The policy, in the types of axum.
struct Rules {
    headers: HeaderMap,
    /// Old addresses, with the base and without a slash at the end, and their targets.
    moved: HashMap<String, String>,
}

impl Rules {
    fn read(dist: &Path, base: &str, profile: Option<&Profile>) -> Result<Self> {
        let policy = deploy::read(dist, profile)?;
        let mut headers = HeaderMap::new();
        for (name, value) in policy.headers() {
            headers.insert(HeaderName::try_from(name)?, HeaderValue::try_from(value)?);
        }
        let moved = policy.moved_at(base).collect();
        Ok(Self { headers, moved })
    }
}

/// A folder that is served, and the rules of the release in it.
struct Preview {
    dist: PathBuf,
    base: String,
    profile: Option<Profile>,
    /// Of the release that was written at that time.
    rules: Mutex<(Option<SystemTime>, Arc<Rules>)>,
}

impl Preview {
    fn open(dist: &Path, base: &str, profile: Option<Profile>) -> Result<Self> {
        let written = written(dist);
        let rules = Rules::read(dist, base, profile.as_ref())?;
        Ok(Self {
            dist: dist.into(),
            base: base.into(),
            profile,
            rules: Mutex::new((written, Arc::new(rules))),
        })
    }

    /// The rules as they are now: whoever looks at a site builds it again and again. While a build
    /// is under way, those before hold.
    fn rules(&self) -> Arc<Rules> {
        let mut known = self.rules.lock().unwrap_or_else(PoisonError::into_inner);
        let now = written(&self.dist);
        if now != known.0
            && let Ok(rules) = Rules::read(&self.dist, &self.base, self.profile.as_ref())
        {
            *known = (now, Arc::new(rules));
        }
        Arc::clone(&known.1)
    }
}

/// When the release in a folder was written, if there is one at the moment.
fn written(dist: &Path) -> Option<SystemTime> {
    let release = fs::metadata(dist.join("release.json")).ok()?;
    release.modified().ok()
}

/// zstd is left out: browsers prefer it to brotli, and here it is larger.
fn router(preview: Preview) -> Router {
    let files = ServeDir::new(&preview.dist)
        .precompressed_br()
        .precompressed_gzip()
        .not_found_service(ServeFile::new(preview.dist.join("404.html")));
    let router = Router::new().fallback_service(files);
    router.layer(from_fn_with_state(Arc::new(preview), respond))
}

/// Applies the policy to a request and to the response of the file server.
async fn respond(
    State(preview): State<Arc<Preview>>,
    mut request: Request,
    next: Next,
) -> Response<Body> {
    let rules = preview.rules();
    let path = request.uri().path().to_owned();
    let normalised = normalise(&path);
    let Some(inner) = normalised.strip_prefix(&preview.base) else {
        // Temporary: the base path is only that of this run.
        return Redirect::temporary(&preview.base).into_response();
    };
    let mut response = if normalised != path {
        let query = request.uri().query().map(|query| format!("?{query}"));
        moved_permanently(&(normalised.clone() + &query.unwrap_or_default()))
    } else if let Some(to) = rules.moved.get(path.trim_end_matches('/')) {
        moved_permanently(to)
    } else {
        // Configuration files are not served.
        let file = if SITE_CONFIG_FILES.contains(&inner) {
            "no/such/file"
        } else {
            inner
        };
        if let Ok(uri) = format!("/{file}").parse() {
            *request.uri_mut() = uri;
        }
        let response = next.run(request).await;
        match response.status() {
            // A folder without its slash.
            StatusCode::TEMPORARY_REDIRECT => moved_permanently(&format!("{path}/")),
            _ => response,
        }
    };
    let status = response.status().as_u16();
    let cache = Class::of(inner, status).cache_control();
    let headers = response.headers_mut();
    headers.extend(rules.headers.clone());
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    let is_page = inner.is_empty() || inner.ends_with('/') || status == 404;
    if matches!(status, 200 | 206 | 404) {
        let name = if is_page { "index.html" } else { inner };
        let media = HeaderValue::from_static(media::of(name));
        headers.insert(header::CONTENT_TYPE, media);
    }
    response
}

/// The path without empty segments and encoded slashes. If they were served, relative links would
/// lead elsewhere, and adding the slash of a folder to `//example.org` would redirect to another
/// host: an open redirect.
fn normalise(path: &str) -> String {
    let mut path = path.replace("%2F", "/").replace("%2f", "/");
    while path.contains("//") {
        path = path.replace("//", "/");
    }
    path
}

fn moved_permanently(to: &str) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::MOVED_PERMANENTLY;
    if let Ok(to) = HeaderValue::try_from(to) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
}
