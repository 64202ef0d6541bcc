//! The preview server: serves a built site on this machine by its policy, as a good host would.

use std::collections::HashMap;
use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::Arc;

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
use crate::host::{WITHIN, check_base};
use crate::policy::{Class, Policy, Profile, media};

/// Serves `dist` under `base` on 127.0.0.1, and to nobody else, until it is stopped; for another
/// `profile` than its own if one is given.
///
/// # Errors
/// When `dist` is not a built site, `base` is not a path, or the port is in use.
pub fn serve(dist: &Path, port: u16, base: &str, profile: Option<Profile>) -> Result<()> {
    check_base(base)?;
    let policy = deploy::read(dist, profile)?;
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(async {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.with_context(|| {
            format!("cannot listen on 127.0.0.1:{port}; if the port is in use, choose another with --port")
        })?;
        println!("Serving {} on http://{}{base}", dist.display(), listener.local_addr()?);
        let stop = async {
            tokio::signal::ctrl_c().await.ok();
        };
        axum::serve(listener, router(dist, base, &policy)?).with_graceful_shutdown(stop).await?;
        Ok(())
    })
}

/// What the policy says, ready to be answered.
struct Answers {
    base: String,
    headers: HeaderMap,
    /// Old addresses, with the base and without a slash at the end, and where they lead.
    moved: HashMap<String, String>,
}

/// No zstd: browsers that know it are sent it before brotli, and here it is the larger.
fn router(dist: &Path, base: &str, policy: &Policy) -> Result<Router> {
    let mut headers = HeaderMap::new();
    for (name, value) in policy.headers() {
        headers.insert(HeaderName::try_from(name)?, HeaderValue::try_from(value)?);
    }
    let answers = Arc::new(Answers {
        base: base.into(),
        headers,
        moved: policy.moved_at(base).collect(),
    });
    let files = ServeDir::new(dist)
        .precompressed_br()
        .precompressed_gzip()
        .not_found_service(ServeFile::new(dist.join("404.html")));
    let router = Router::new().fallback_service(files);
    Ok(router.layer(from_fn_with_state(answers, answer)))
}

/// Answers by the policy around the files.
async fn answer(
    State(answers): State<Arc<Answers>>,
    mut request: Request,
    next: Next,
) -> Response<Body> {
    let path = request.uri().path().to_owned();
    let tidy = tidied(&path);
    let Some(inner) = tidy.strip_prefix(&answers.base) else {
        // For this run alone: it is not to be remembered.
        return Redirect::temporary(&answers.base).into_response();
    };
    let mut response = if tidy != path {
        let query = request.uri().query().map(|query| format!("?{query}"));
        moved(&(tidy.clone() + &query.unwrap_or_default()))
    } else if let Some(to) = answers.moved.get(path.trim_end_matches('/')) {
        moved(to)
    } else {
        // What configures hosts is nobody else's business.
        let file = if WITHIN.contains(&inner) {
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
            StatusCode::TEMPORARY_REDIRECT => moved(&format!("{path}/")),
            _ => response,
        }
    };
    let status = response.status().as_u16();
    let cache = Class::of(inner, status).cache_control();
    let headers = response.headers_mut();
    headers.extend(answers.headers.clone());
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    let is_page = inner.is_empty() || inner.ends_with('/') || status == 404;
    if matches!(status, 200 | 206 | 404) {
        let name = if is_page { "index.html" } else { inner };
        let media = HeaderValue::from_static(media::of(name));
        headers.insert(header::CONTENT_TYPE, media);
    }
    response
}

/// The address that is meant by one with empty parts or encoded slashes. Served as they are,
/// the page's relative links would lead elsewhere, and the slash that a folder is given would
/// make `//example.org` the address of another host: an open redirection.
fn tidied(path: &str) -> String {
    let mut path = path.replace("%2F", "/").replace("%2f", "/");
    while path.contains("//") {
        path = path.replace("//", "/");
    }
    path
}

fn moved(to: &str) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::MOVED_PERMANENTLY;
    if let Ok(to) = HeaderValue::try_from(to) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
}
