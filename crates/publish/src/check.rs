//! Checking the content.

use std::path::Path;

use anyhow::{Result, bail, ensure};
use lscb_content::Site;

use crate::day::Day;
use crate::folder;
use crate::search::file_text;

/// Reads a content folder; an error lists every problem in it, one a line.
pub(crate) fn read(root: &Path) -> Result<Site> {
    ensure!(
        root.is_dir(),
        "There is no folder {}. Name the content folder with --content.",
        root.display()
    );
    let name = folder::name(root);
    let folder = folder::read(root);
    let today = Day::of_build().map(Day::date);
    let reading = lscb_content::read(&name, &folder.files, &folder.attachments, today);
    let mut diagnostics = folder.diagnostics;
    diagnostics.extend(reading.diagnostics);
    diagnostics.sort();
    if !diagnostics.is_empty() {
        let count = match diagnostics.len() {
            1 => "1 problem".to_owned(),
            many => format!("{many} problems"),
        };
        let lines: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
        bail!(
            "{}\n{count} in {}. Nothing was written.",
            lines.join("\n"),
            root.display()
        );
    }
    Ok(reading.site)
}

/// Checks the content and prints the result.
///
/// # Errors
/// Lists every problem of the content.
pub fn check(root: &Path) -> Result<()> {
    let site = read(root)?;
    println!("{} pages, no problems.", site.paths().count());
    for document in site.records.documents.iter() {
        // Not a problem: it can be published, and it is found by its title.
        let file = document.file.as_ref();
        let file = file.map(|file| root.join(site.source_of(file)));
        if let Some(file) = file.filter(|file| file_text::is_without(file)) {
            println!(
                "{}: Search finds it by its title alone, because no text can be read in it. If \
                 it is scanned or locked, publish a version with text.",
                file.display()
            );
        }
    }
    for file in site.unnamed_files() {
        let records = match file.starts_with("images/") {
            true => "images.toml",
            false => "documents.toml",
        };
        println!(
            "{}: It is not published, because no record names it. Add it to {}, or take it out.",
            root.join(file).display(),
            root.join("records").join(records).display()
        );
    }
    for record in site.unplaced() {
        println!(
            "{}: The {} `{}` stands on no page. Place it on one, or take it out.",
            root.join(record.file).display(),
            record.kind,
            record.slug
        );
    }
    Ok(())
}
