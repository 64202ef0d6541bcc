//! The preview server: serves a built site on this machine as a good host would.

use std::net::Ipv4Addr;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use axum::Router;
use axum::http::{HeaderValue, header};
use axum::response::Redirect;
use axum::routing::get;
use tokio::net::TcpListener;
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeader;

/// Serves `dist` under `base` on 127.0.0.1, and to nobody else, until it is stopped.
pub fn serve(dist: &Path, port: u16, base: &str) -> Result<()> {
    ensure!(
        dist.join("release.json").is_file(),
        "{} is not a built site: run `cargo xtask build --release` first",
        dist.display()
    );
    ensure!(
        base.starts_with('/') && base.ends_with('/'),
        "the base path {base} must begin and end with a slash, for example /lscb/"
    );
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(async {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.with_context(|| {
            format!("cannot listen on 127.0.0.1:{port}; if the port is in use, choose another with --port")
        })?;
        println!("Serving {} on http://{}{base}", dist.display(), listener.local_addr()?);
        let stop = async {
            tokio::signal::ctrl_c().await.ok();
        };
        axum::serve(listener, router(dist, base)).with_graceful_shutdown(stop).await?;
        Ok(())
    })
}

/// Pages are asked for again each time (an unchanged one costs a 304); what has its hash
/// in its name is kept for ever, but only if it is there. No zstd: browsers that know it are
/// sent it before brotli, and here it is the larger of the two.
fn router(dist: &Path, base: &str) -> Router {
    let not_found = ServeFile::new(dist.join("404.html"));
    let files = |folder: &Path| {
        ServeDir::new(folder)
            .precompressed_br()
            .precompressed_gzip()
    };
    let cached = |service, value: &'static str| {
        SetResponseHeader::if_not_present(
            service,
            header::CACHE_CONTROL,
            move |response: &axum::http::Response<_>| {
                let ok = response.status().is_success();
                Some(HeaderValue::from_static(if ok {
                    value
                } else {
                    "no-cache"
                }))
            },
        )
    };
    let mut site = Router::new();
    for hashed in ["assets", "content"] {
        let service = files(&dist.join(hashed)).not_found_service(not_found.clone());
        let forever = "public, max-age=31536000, immutable, no-transform";
        site = site.nest_service(&format!("/{hashed}/"), cached(service, forever));
    }
    let pages = files(dist).not_found_service(not_found);
    site = site.fallback_service(cached(pages, "no-cache"));
    if base == "/" {
        return site;
    }
    let there = base.to_owned();
    Router::new()
        .nest(base.trim_end_matches('/'), site)
        .route("/", get(move || async move { Redirect::temporary(&there) }))
}
