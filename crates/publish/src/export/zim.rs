//! The site as a ZIM file, the format of Kiwix (openZIM). `zimwriterfs`, of Debian's package
//! zim-tools, writes it, with an index that Kiwix searches.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use super::ExportSource;
use crate::output_dir::{OutputDir, replace};

const WRITER: &str = "zimwriterfs";
/// The site's icon in the one size and format that ZIM files have, 48 by 48 pixels.
const ILLUSTRATION: &[u8] = include_bytes!("illustration.png");
/// The longest that a title may be, in characters (openZIM wiki, "Metadata").
const TITLE: usize = 30;
const DESCRIPTION: &str = "The whole site, to be read without the internet.";

/// Fails, with the package to install, if the writer is missing.
pub(super) fn ensure_installed() -> Result<()> {
    let found = Command::new(WRITER).arg("--version").output();
    ensure!(
        found.is_ok(),
        "Writing ZIM files needs the program {WRITER}. Install it: apt-get install zim-tools"
    );
    Ok(())
}

/// Writes `file`. Each ZIM file has a number of its own, so no two are the same.
pub(super) fn write(source: &ExportSource, file: &Path) -> Result<()> {
    let name = file.file_name().context("a file has a name")?;
    // Beside the file, so that it can be moved into place.
    let scratch = file.with_file_name(format!(".{}.pages", name.to_string_lossy()));
    let new = file.with_file_name(format!(".new.{}", name.to_string_lossy()));
    let done = replace(&scratch, |folder| fill(source, folder)).and_then(|()| {
        fs::remove_file(&new).ok();
        run(source, &scratch, &new)?;
        fs::rename(&new, file).with_context(|| format!("cannot write {}", file.display()))
    });
    fs::remove_dir_all(&scratch).ok();
    fs::remove_file(&new).ok();
    done?;
    println!("{}: {} files.", file.display(), source.files.len());
    Ok(())
}

fn fill(source: &ExportSource, folder: &OutputDir) -> Result<()> {
    for (path, bytes) in &source.files {
        folder.write(path, bytes)?;
    }
    folder.write("illustration.png", ILLUSTRATION)
}

fn run(source: &ExportSource, pages: &Path, file: &Path) -> Result<()> {
    let title = &source.release.title;
    let short = shortened(title);
    let written = Command::new(WRITER)
        .args([
            "--welcome",
            "index.html",
            "--illustration",
            "illustration.png",
        ])
        .args(["--language", language(&source.language)])
        .args(["--title", &short, "--description", DESCRIPTION])
        .args(["--creator", title, "--publisher", title])
        .args(["--scraper", concat!("lscb ", env!("CARGO_PKG_VERSION"))])
        .arg(pages)
        .arg(file)
        .output()
        .with_context(|| format!("cannot run {WRITER}"))?;
    if !written.status.success() || !file.is_file() {
        bail!(
            "{WRITER} could not write {}:\n{}{}",
            file.display(),
            String::from_utf8_lossy(&written.stdout),
            String::from_utf8_lossy(&written.stderr)
        );
    }
    Ok(())
}

/// As many words of a title as a ZIM file may have.
fn shortened(title: &str) -> String {
    let mut out = String::new();
    for word in title.split(' ') {
        if out.chars().count() + word.chars().count() >= TITLE {
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// The language of BCP 47 as ISO 639-3 names it: those of the British Isles.
fn language(tag: &str) -> &'static str {
    match tag.split('-').next().unwrap_or_default() {
        "en" => "eng",
        "cy" => "cym",
        "ga" => "gle",
        "gd" => "gla",
        // Undetermined.
        _ => "und",
    }
}
