//! Addresses: right ones, old ones, wrong ones.

use anyhow::{Context, Result, ensure};
use lscb_publish::host::SITE_CONFIG_FILES;
use lscb_publish::policy::media_of;

use super::Host;

/// Where an answer leads, as a path on this host.
fn leads(host: &Host<'_>, path: &str) -> Result<(u16, String)> {
    let answer = host.get(path)?;
    let location = answer.header("Location");
    let origin = host.server.url("");
    let origin = origin.strip_suffix(&host.server.base).unwrap_or_default();
    let path = location.strip_prefix(origin).unwrap_or(&location);
    Ok((answer.status, path.to_owned()))
}

pub(super) fn slash(host: &Host<'_>) -> Result<()> {
    for page in ["contact", "about-us/independent-chair"] {
        let (status, to) = leads(host, page)?;
        ensure!([301, 308].contains(&status), "/{page}: {status}");
        let expected = format!("{}{page}/", host.server.base);
        ensure!(to == expected, "/{page} leads to {to}");
    }
    Ok(())
}

pub(super) fn moved(host: &Host<'_>) -> Result<()> {
    for (from, to) in &host.site.policy.moved {
        let expected = format!("{}{}", host.server.base, to.trim_start_matches('/'));
        for from in [from.clone(), format!("{from}/")] {
            let (status, to) = leads(host, &from)?;
            ensure!([301, 308].contains(&status), "/{from}: {status}");
            ensure!(to == expected, "/{from} leads to {to}");
        }
    }
    Ok(())
}

pub(super) fn missing(host: &Host<'_>) -> Result<()> {
    let page = host.site.bytes("404.html");
    for path in [
        "x",
        "x/",
        "a/b",
        "a/b/c/",
        "a/b/c/d/e/f.html",
        "contact/x",
        "Contact/",
        "contact.html",
        "index.htm",
    ] {
        let answer = host.get(path)?;
        let check = || -> Result<()> {
            ensure!(answer.status == 404, "{}", answer.status);
            ensure!(answer.decoded()? == page, "not our page");
            let (found, media) = (answer.header("Content-Type"), media_of("404.html"));
            ensure!(
                found
                    .replace(' ', "")
                    .eq_ignore_ascii_case(&media.replace(' ', "")),
                "{found}"
            );
            answer.expect("Cache-Control", host.cache("", 404))
        };
        check().with_context(|| format!("/{path}"))?;
    }
    Ok(())
}

/// The right page, a redirect to it, or a plain error; nothing of the machine, and no 5xx.
pub(super) fn odd(host: &Host<'_>) -> Result<()> {
    let pages = [
        host.site.bytes("contact/index.html"),
        host.site.bytes("index.html"),
    ];
    for path in [
        "/contact",
        "/contact/",
        "contact//",
        "contact%2F",
        "contact/%2e%2e/contact/",
        "contact/../contact/",
        "..%2f..%2f..%2fetc/passwd",
        "%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "..%5c..%5cetc/passwd",
        "contact/?q=%00",
        "contact/?a=../../etc/passwd",
        "%00",
        "%ff/",
        "contact/%20",
        "contact/index.html/x",
    ] {
        let answer = crate::answer::ask("GET", &host.server.url(path), &[])?;
        let right = match answer.status {
            200 => pages.contains(&answer.body),
            301 | 307 | 308 => {
                let to = answer.header("Location");
                // `//host/` would be another host.
                !to.starts_with("//") && (to.starts_with('/') || to.starts_with("http://127.0.0.1"))
            }
            400..500 => true,
            _ => false,
        };
        ensure!(
            right,
            "/{path}: {} {}",
            answer.status,
            answer.header("Location")
        );
    }
    Ok(())
}

pub(super) fn configuration(host: &Host<'_>) -> Result<()> {
    for file in SITE_CONFIG_FILES {
        let answer = host.get(file)?;
        ensure!(answer.status == 404, "/{file}: {}", answer.status);
    }
    Ok(())
}
