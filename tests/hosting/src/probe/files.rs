//! The files themselves, and their compressed copies.

use anyhow::{Context, Result, ensure};
use lscb_publish::policy::media_of;

use super::Host;

/// Files that hosts compress or have copies of.
const TEXT: [&str; 6] = [
    "",
    "contact/",
    "release.json",
    "schema/page.schema.json",
    "icon.svg",
    "404.html",
];

pub(super) fn files(host: &Host<'_>) -> Result<()> {
    for entry in &host.site.files {
        let (file, address) = (&entry.file, Host::address(&entry.file));
        let old = |(from, _): &(String, String)| *file == format!("{from}/index.html");
        // The page for missing addresses has a probe of its own; some hosts hide it.
        if file == "404.html" || host.site.policy.moved.iter().any(old) {
            continue;
        }
        let answer = host.get(address)?;
        let check = || -> Result<()> {
            ensure!(answer.status == 200, "the status is {}", answer.status);
            ensure!(answer.body == host.site.bytes(file), "other bytes");
            let (found, media) = (answer.header("Content-Type"), media_of(file));
            ensure!(
                same_type(&found, media),
                "the type is “{found}”, not “{media}”"
            );
            answer.expect("Cache-Control", host.cache(address, 200))
        };
        check().with_context(|| format!("/{address}"))?;
    }
    Ok(())
}

/// Types are the same in any case and with any spaces (RFC 9110, section 8.3.1). Scripts have
/// an older type too, and are UTF-8 whatever is said (RFC 9239, section 6).
fn same_type(found: &str, media: &str) -> bool {
    let plain = |text: &str| text.to_ascii_lowercase().replace([' ', '"'], "");
    let script = "text/javascript;charset=utf-8";
    let found = match plain(found).as_str() {
        "application/javascript" | "text/javascript" => script.to_owned(),
        other => other.to_owned(),
    };
    found == plain(media)
}

/// What a reader's browser says it can read, and codings that may answer it.
const ASKED: [(&str, &[&str]); 6] = [
    ("", &[""]),
    ("identity", &[""]),
    ("gzip", &["gzip"]),
    ("br", &["br"]),
    ("gzip, deflate, br, zstd", &["br", "gzip"]),
    ("deflate", &[""]),
];

pub(super) fn codings(host: &Host<'_>) -> Result<()> {
    let app = host.site.files.iter().map(|entry| entry.file.as_str());
    let app = app.filter(|file| file.ends_with(".wasm") || file.ends_with(".js"));
    for path in TEXT.into_iter().chain(app) {
        let file = if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        };
        let plain = host.site.bytes(&file);
        for (asked, codings) in ASKED {
            let answer = host.ask("GET", path, &[("Accept-Encoding", asked)])?;
            let check = || -> Result<()> {
                let coding = answer.header("Content-Encoding");
                ensure!(
                    codings.contains(&coding.as_str()),
                    "the coding is “{coding}”"
                );
                ensure!(answer.decoded()? == plain, "other bytes under “{coding}”");
                let vary = answer.header("Vary").to_ascii_lowercase();
                ensure!(vary.contains("accept-encoding"), "Vary is “{vary}”");
                let (found, media) = (answer.header("Content-Type"), media_of(&file));
                ensure!(
                    same_type(&found, media),
                    "the type is “{found}”, not “{media}”"
                );
                Ok(())
            };
            check().with_context(|| format!("/{path} asked for “{asked}”"))?;
        }
    }
    Ok(())
}

/// The copies that were made at the highest level are sent, not something made in haste.
pub(super) fn best(host: &Host<'_>) -> Result<()> {
    let texts = host
        .site
        .files
        .iter()
        .filter(|entry| entry.file.ends_with(".wasm"));
    for entry in texts {
        for (coding, extension) in [("br", "br"), ("gzip", "gz")] {
            let answer = host.ask("GET", &entry.file, &[("Accept-Encoding", coding)])?;
            let ours = host.site.compressed_size(&entry.file, extension);
            ensure!(
                Some(answer.body.len() as u64) == ours,
                "{}: {} bytes under {coding}, ours has {ours:?}",
                entry.file,
                answer.body.len()
            );
        }
    }
    Ok(())
}
