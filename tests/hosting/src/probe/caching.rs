//! What may be kept, and asking whether it is still right.

use anyhow::{Context, Result, ensure};
use lscb_publish::policy::HASHED;

use super::Host;
use crate::answer::ask;

/// A file of the index, which no host compresses.
fn index<'a>(host: &Host<'a>) -> Result<&'a str> {
    let mut files = host.site.files.iter().map(|entry| entry.file.as_str());
    files
        .find(|file| file.ends_with(".bin"))
        .context("no index")
}

pub(super) fn not_modified(host: &Host<'_>) -> Result<()> {
    for path in ["", "contact/", "release.json", index(host)?] {
        for coding in ["identity", "br", "gzip"] {
            let first = host.ask("GET", path, &[("Accept-Encoding", coding)])?;
            let (etag, date) = (first.header("ETag"), first.header("Last-Modified"));
            let known = match (etag.as_str(), date.as_str()) {
                ("", "") => anyhow::bail!("/{path} has neither ETag nor Last-Modified"),
                ("", date) => ("If-Modified-Since", date),
                (etag, _) => ("If-None-Match", etag),
            };
            let second = host.ask("GET", path, &[("Accept-Encoding", coding), known])?;
            ensure!(
                second.status == 304,
                "/{path} ({coding}): {}",
                second.status
            );
            ensure!(second.body.is_empty(), "/{path}: a 304 with a body");
            second.expect("Cache-Control", host.cache(path, 304))?;
            if !etag.is_empty() {
                let other = host.ask("GET", path, &[("If-None-Match", "\"other\"")])?;
                ensure!(
                    other.status == 200,
                    "/{path}: {} for another ETag",
                    other.status
                );
            }
        }
    }
    Ok(())
}

pub(super) fn part(host: &Host<'_>) -> Result<()> {
    let path = index(host)?;
    let whole = host.site.bytes(path);
    let answer = host.ask("GET", path, &[("Range", "bytes=10-19")])?;
    ensure!(answer.status == 206, "the status is {}", answer.status);
    ensure!(answer.body == whole[10..20], "other bytes");
    answer.expect("Content-Range", &format!("bytes 10-19/{}", whole.len()))?;
    // Servers find this out when the headers of the file are set already.
    let beyond = format!("bytes={}-", whole.len());
    let answer = ask("GET", &host.server.url(path), &[("Range", &beyond)])?;
    ensure!(
        answer.status == 416,
        "the status is {} beyond the end",
        answer.status
    );
    Ok(())
}

pub(super) fn head(host: &Host<'_>) -> Result<()> {
    for path in ["", "contact/", "no/such/page", index(host)?] {
        let (head, get) = (host.ask("HEAD", path, &[])?, host.get(path)?);
        ensure!(
            head.status == get.status,
            "/{path}: {} and {}",
            head.status,
            get.status
        );
        ensure!(head.body.is_empty(), "/{path}: a body");
        for name in ["Content-Type", "Content-Length", "Cache-Control", "ETag"] {
            head.expect(name, &get.header(name))
                .with_context(|| format!("/{path}"))?;
        }
    }
    Ok(())
}

/// A 404 that is kept for ever stays with a reader after the file is there.
pub(super) fn kept(host: &Host<'_>) -> Result<()> {
    for folder in HASHED {
        for path in [
            format!("{folder}/gone.0.js"),
            format!("{folder}/a/b/c.json"),
        ] {
            let answer = host.get(&path)?;
            ensure!(answer.status == 404, "/{path}: {}", answer.status);
            answer
                .expect("Cache-Control", host.cache("", 404))
                .with_context(|| format!("/{path}"))?;
        }
        // The folder itself: an error or a redirect to a page beside it, never a list.
        let answer = host.get(&format!("{folder}/"))?;
        ensure!(answer.status == 404, "/{folder}/: {}", answer.status);
    }
    Ok(())
}
