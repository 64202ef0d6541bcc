//! Validation of `release.json` and the manifest as untrusted input, from a folder that may have been
//! edited or from a host. They are validated before anything in them is used (OWASP, "Input Validation Cheat Sheet": sizes first, then syntax, then meaning).

mod json;
mod path;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use lscb_content::Embedder;
use lscb_wire::{
    FileEntry, INDEX_FOLDER, MANIFEST_FORMAT, Manifest, Moved, RELEASE_FORMAT, Release,
};

pub(crate) use self::path::{is_hashed, is_safe};
use crate::day::Day;

/// The largest `release.json`, in bytes: the limit of the app.
pub(crate) const MAX_RELEASE: u64 = 4 * 1024 * 1024;
/// The largest manifest, in bytes: about 200,000 files.
pub(crate) const MAX_MANIFEST: u64 = 32 * 1024 * 1024;
/// The largest file of a site, in bytes.
pub(crate) const MAX_FILE: u64 = 4 * 1024 * 1024 * 1024;

/// All problems of an input, as sentences.
pub(crate) type Problems = Vec<String>;

/// Reads `release.json`.
pub(crate) fn release(bytes: &[u8]) -> Result<Release, Problems> {
    let release: Release = json::parse(bytes, MAX_RELEASE).map_err(|problem| vec![problem])?;
    let mut validator = Validator::default();
    validator.format(&release.format, RELEASE_FORMAT);
    let is_id = release.release.len() == 16
        && release
            .release
            .bytes()
            .all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'));
    validator.check(is_id, || {
        "The release’s id is not 16 hexadecimal digits.".into()
    });
    validator.check(number_of(&release).is_some(), || {
        format!(
            "Its number, “{}”, is not a whole number from 1.",
            printable(&release.number)
        )
    });
    validator.date(release.published.as_deref());
    for bundle in &release.bundles {
        let entry = FileEntry {
            file: bundle.file.clone(),
            integrity: bundle.integrity.clone(),
            size: bundle.size.clone(),
        };
        validator.file_in("content/", &entry, MAX_FILE);
    }
    if let Some(search) = &release.search {
        validator.file_in(INDEX_FOLDER, search, MAX_FILE);
    }
    match &release.manifest {
        Some(manifest) => validator.file_in("assets/", manifest, MAX_MANIFEST),
        None => validator
            .problems
            .push("It names no manifest: an older version of this program built it.".into()),
    }
    validator.finish(release)
}

/// Reads the manifest.
pub(crate) fn manifest(bytes: &[u8]) -> Result<Manifest, Problems> {
    let manifest: Manifest = json::parse(bytes, MAX_MANIFEST).map_err(|problem| vec![problem])?;
    let mut validator = Validator::default();
    validator.format(&manifest.format, MANIFEST_FORMAT);
    let kept = manifest.kept.iter().map(|kept| &kept.file);
    for entry in manifest.files.iter().chain(kept) {
        validator.file(entry, MAX_FILE);
    }
    for kept in &manifest.kept {
        let path = &kept.file.file;
        validator.check(is_hashed(path), || {
            format!(
                "{}: It cannot be kept, since its name may mean another file.",
                printable(path)
            )
        });
        validator.date(kept.since.as_deref());
    }
    // These become parts of a header and of redirect rules.
    for Moved { from, to } in &manifest.moved {
        validator.check(is_redirect(from, to), || {
            let (from, to) = (printable(from), printable(to));
            format!("“{from}” and “{to}” are not an old address and a page.")
        });
    }
    for host in &manifest.embedders {
        validator.check(host.parse::<Embedder>().is_ok(), || {
            format!(
                "“{}” is not a host that may embed the site.",
                printable(host)
            )
        });
    }
    let inline = [&manifest.inline, &manifest.inline_before];
    for digest in inline
        .iter()
        .flat_map(|it| it.scripts.iter().chain(&it.styles))
    {
        validator.check(is_digest(digest), || {
            format!(
                "“{}”, of what pages hold inline, is not a SHA-256.",
                printable(digest)
            )
        });
    }
    let mut paths = HashSet::new();
    let all = manifest
        .files
        .iter()
        .chain(manifest.kept.iter().map(|kept| &kept.file));
    for FileEntry { file, .. } in all {
        validator.check(paths.insert(file), || {
            format!("{}: It is listed twice.", printable(file))
        });
    }
    validator.finish(manifest)
}

/// Whether these are an old address and a page as this program writes them. They are copied into the
/// configuration of hosts, where other characters would be special.
fn is_redirect(from: &str, to: &str) -> bool {
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

/// Collects the problems of an input.
#[derive(Default)]
struct Validator {
    problems: Problems,
}

impl Validator {
    fn check(&mut self, holds: bool, problem: impl FnOnce() -> String) {
        if !holds {
            self.problems.push(problem());
        }
    }

    fn format(&mut self, format: &str, expected: &str) {
        self.check(format == expected, || {
            let format = printable(format);
            format!("Its format is “{format}” and not “{expected}”: it is of another version.")
        });
    }

    fn date(&mut self, day: Option<&str>) {
        self.check(day.is_none_or(|day| Day::parse(day).is_some()), || {
            format!(
                "“{}” is not a day of the calendar.",
                printable(day.unwrap_or_default())
            )
        });
    }

    fn file_in(&mut self, folder: &str, entry: &FileEntry, limit: u64) {
        self.file(entry, limit);
        let path = &entry.file;
        self.check(path.starts_with(folder) && is_hashed(path), || {
            format!(
                "{}: It is not where this program puts such files, in {folder}.",
                printable(path)
            )
        });
    }

    fn file(&mut self, entry: &FileEntry, limit: u64) {
        let path = printable(&entry.file);
        self.check(is_safe(&entry.file), || {
            format!("“{path}” is not the path of a file inside the site.")
        });
        self.check(is_digest(&entry.integrity), || {
            let integrity = printable(&entry.integrity);
            format!("{path}: Its integrity, “{integrity}”, is not a SHA-256.")
        });
        self.check(
            decimal(&entry.size).is_some_and(|size| size <= limit),
            || {
                format!(
                    "{path}: Its size, “{}”, is not a number up to {limit}.",
                    printable(&entry.size)
                )
            },
        );
    }

    fn finish<T>(self, value: T) -> Result<T, Problems> {
        if self.problems.is_empty() {
            Ok(value)
        } else {
            Err(self.problems)
        }
    }
}

/// Untrusted text made safe to print: control characters are escaped, since a terminal would obey
/// them, and it is truncated to a line.
fn printable(text: &str) -> String {
    let mut shown: String = text.escape_debug().take(120).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
