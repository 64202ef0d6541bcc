//! `release.json` and the manifest as they come from outside: from a folder that somebody may
//! have edited, or from a host. Nothing in them is believed before it has been looked at
//! (OWASP, "Input Validation Cheat Sheet": sizes first, then syntax, then meaning).

mod json;
mod path;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use lscb_content::Embedder;
use lscb_wire::{FileEntry, MANIFEST_FORMAT, Manifest, Moved, RELEASE_FORMAT, Release};

pub(crate) use self::path::{is_hashed, is_safe};
use crate::day::Day;

/// The largest `release.json`, in bytes: what the app reads.
pub(crate) const MAX_RELEASE: u64 = 4 * 1024 * 1024;
/// The largest manifest, in bytes: about 200,000 files.
pub(crate) const MAX_MANIFEST: u64 = 32 * 1024 * 1024;
/// The largest file of a site, in bytes.
pub(crate) const MAX_FILE: u64 = 4 * 1024 * 1024 * 1024;

/// What is wrong with something that came from outside: sentences, all of them at once.
pub(crate) type Problems = Vec<String>;

/// Reads `release.json`.
pub(crate) fn release(bytes: &[u8]) -> Result<Release, Problems> {
    let release: Release = json::parse(bytes, MAX_RELEASE).map_err(|problem| vec![problem])?;
    let mut look = Look::default();
    look.at_format(&release.format, RELEASE_FORMAT);
    let is_id = release.release.len() == 16
        && release
            .release
            .bytes()
            .all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'));
    look.that(is_id, || {
        "The release’s id is not 16 hexadecimal digits.".into()
    });
    look.that(number_of(&release).is_some(), || {
        format!(
            "Its number, “{}”, is not a whole number from 1.",
            shown(&release.number)
        )
    });
    look.at_day(release.published.as_deref());
    for bundle in &release.bundles {
        let entry = FileEntry {
            file: bundle.file.clone(),
            integrity: bundle.integrity.clone(),
            size: bundle.size.clone(),
        };
        look.at_file_in("content/", &entry, MAX_FILE);
    }
    if let Some(search) = &release.search {
        look.at_file_in("search/index/", search, MAX_FILE);
    }
    match &release.manifest {
        Some(manifest) => look.at_file_in("assets/", manifest, MAX_MANIFEST),
        None => look
            .problems
            .push("It names no manifest: an older version of this program built it.".into()),
    }
    look.done(release)
}

/// Reads the manifest.
pub(crate) fn manifest(bytes: &[u8]) -> Result<Manifest, Problems> {
    let manifest: Manifest = json::parse(bytes, MAX_MANIFEST).map_err(|problem| vec![problem])?;
    let mut look = Look::default();
    look.at_format(&manifest.format, MANIFEST_FORMAT);
    let kept = manifest.kept.iter().map(|kept| &kept.file);
    for entry in manifest.files.iter().chain(kept) {
        look.at_file(entry, MAX_FILE);
    }
    for kept in &manifest.kept {
        let path = &kept.file.file;
        look.that(is_hashed(path), || {
            format!(
                "{}: It cannot be kept, since its name may mean another file.",
                shown(path)
            )
        });
        look.at_day(kept.since.as_deref());
    }
    // Hosts are told these in a header and in rules.
    for Moved { from, to } in &manifest.moved {
        look.that(is_moved(from, to), || {
            let (from, to) = (shown(from), shown(to));
            format!("“{from}” and “{to}” are not an old address and a page.")
        });
    }
    for host in &manifest.embedders {
        look.that(host.parse::<Embedder>().is_ok(), || {
            format!("“{}” is not a host that may embed the site.", shown(host))
        });
    }
    let inline = [&manifest.inline, &manifest.inline_before];
    for digest in inline
        .iter()
        .flat_map(|it| it.scripts.iter().chain(&it.styles))
    {
        look.that(is_digest(digest), || {
            format!(
                "“{}”, of what pages hold inline, is not a SHA-256.",
                shown(digest)
            )
        });
    }
    let mut paths = HashSet::new();
    let all = manifest
        .files
        .iter()
        .chain(manifest.kept.iter().map(|kept| &kept.file));
    for FileEntry { file, .. } in all {
        look.that(paths.insert(file), || {
            format!("{}: It is listed twice.", shown(file))
        });
    }
    look.done(manifest)
}

/// Whether these are an old address and a page as this program writes them: they stand in the
/// configuration of hosts, where other letters would mean something.
fn is_moved(from: &str, to: &str) -> bool {
    let is_plain = |text: &str| {
        let known = |letter: u8| letter.is_ascii_alphanumeric() || b"-._~/".contains(&letter);
        text.bytes().all(known)
    };
    let page = to.strip_prefix('/').and_then(|it| it.strip_suffix('/'));
    let leads = to == "/" || page.is_some_and(is_safe);
    is_plain(from) && is_plain(to) && is_safe(from) && leads
}

/// Which release of its site it is; `None` if it does not say so properly.
pub(crate) fn number_of(release: &Release) -> Option<u64> {
    decimal(&release.number).filter(|number| *number > 0)
}

/// A size or number in decimal as this program writes it.
fn decimal(text: &str) -> Option<u64> {
    let number: u64 = text.parse().ok()?;
    // Not +1, not 01, and nothing that JavaScript would round.
    (number.to_string() == text && number < 1 << 53).then_some(number)
}

/// Whether the text is a SHA-256 as browsers write it (W3C Subresource Integrity).
fn is_digest(text: &str) -> bool {
    let digest = text.strip_prefix("sha256-");
    let digest = digest.and_then(|it| BASE64_STANDARD.decode(it).ok());
    digest.is_some_and(|it| it.len() == 32)
}

/// A look at something, and what was wrong with it so far.
#[derive(Default)]
struct Look {
    problems: Problems,
}

impl Look {
    fn that(&mut self, holds: bool, problem: impl FnOnce() -> String) {
        if !holds {
            self.problems.push(problem());
        }
    }

    fn at_format(&mut self, format: &str, ours: &str) {
        self.that(format == ours, || {
            let format = shown(format);
            format!("Its format is “{format}” and not “{ours}”: it is of another version.")
        });
    }

    fn at_day(&mut self, day: Option<&str>) {
        self.that(day.is_none_or(|day| Day::parse(day).is_some()), || {
            format!(
                "“{}” is not a day of the calendar.",
                shown(day.unwrap_or_default())
            )
        });
    }

    fn at_file_in(&mut self, folder: &str, entry: &FileEntry, most: u64) {
        self.at_file(entry, most);
        let path = &entry.file;
        self.that(path.starts_with(folder) && is_hashed(path), || {
            format!(
                "{}: It is not where this program puts such files, in {folder}.",
                shown(path)
            )
        });
    }

    fn at_file(&mut self, entry: &FileEntry, most: u64) {
        let path = shown(&entry.file);
        self.that(is_safe(&entry.file), || {
            format!("“{path}” is not the path of a file inside the site.")
        });
        self.that(is_digest(&entry.integrity), || {
            let integrity = shown(&entry.integrity);
            format!("{path}: Its integrity, “{integrity}”, is not a SHA-256.")
        });
        self.that(
            decimal(&entry.size).is_some_and(|size| size <= most),
            || {
                format!(
                    "{path}: Its size, “{}”, is not a number up to {most}.",
                    shown(&entry.size)
                )
            },
        );
    }

    fn done<T>(self, looked_at: T) -> Result<T, Problems> {
        if self.problems.is_empty() {
            Ok(looked_at)
        } else {
            Err(self.problems)
        }
    }
}

/// Text from outside as it may be printed: no control characters, which a terminal obeys, and
/// no more than a line.
fn shown(text: &str) -> String {
    let mut shown: String = text.escape_debug().take(120).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
