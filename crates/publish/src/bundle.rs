//! Bundles: pages packed so that the reader fetches few files and none is large.

use anyhow::Result;
use lscb_content::{PagePath, Site};
use lscb_wire::{BUNDLE_FORMAT, BundleEntry, Menu};
use rayon::prelude::*;

use crate::digest::Digest;
use crate::output_dir::OutputDir;

/// How large a bundle may become, in bytes of JSON: about 24 kB in brotli. A single page
/// that is larger is a bundle of its own.
const LIMIT: usize = 96 * 1024;

/// Writes the bundles of a site and gives their entries in the order of their first page.
pub(crate) fn write(site: &Site, output_dir: &OutputDir) -> Result<Vec<BundleEntry>> {
    let paths: Vec<&PagePath> = site.paths().collect();
    let mut entries = Vec::new();
    let mut open: Vec<(&PagePath, String)> = Vec::new();
    let mut size = 0;
    // The paths are in order, so that a section's pages are neighbours.
    for section in paths.chunk_by(|a, b| a.section() == b.section()) {
        let pages: Vec<String> = section
            .par_iter()
            .filter_map(|path| serde_json::to_string(&site.view(path)?).ok())
            .collect();
        let whole: usize = pages.iter().map(String::len).sum();
        // A section is not split if it fits into a bundle at all.
        if size > 0 && size + whole > LIMIT {
            entries.push(close(site, output_dir, &mut open)?);
            size = 0;
        }
        for (path, page) in section.iter().zip(pages) {
            if size > 0 && size + page.len() > LIMIT {
                entries.push(close(site, output_dir, &mut open)?);
                size = 0;
            }
            size += page.len();
            open.push((path, page));
        }
    }
    if !open.is_empty() {
        entries.push(close(site, output_dir, &mut open)?);
    }
    Ok(entries)
}

/// Writes a bundle of the pages collected so far.
fn close(
    site: &Site,
    output_dir: &OutputDir,
    pages: &mut Vec<(&PagePath, String)>,
) -> Result<BundleEntry> {
    let from = pages
        .first()
        .map(|(path, _)| path.as_str())
        .unwrap_or("/")
        .to_owned();
    let mut menus: Vec<Menu> = pages
        .iter()
        .filter_map(|(path, _)| site.menu(path))
        .collect();
    menus.sort_by(|a, b| a.path.cmp(&b.path));
    menus.dedup();
    let json = format!(
        r#"{{"format":{},"menus":{},"pages":[{}]}}"#,
        serde_json::to_string(BUNDLE_FORMAT)?,
        serde_json::to_string(&menus)?,
        pages
            .drain(..)
            .map(|(_, page)| page)
            .collect::<Vec<_>>()
            .join(",")
    );
    let digest = Digest::of(json.as_bytes());
    let stem = match from.trim_matches('/') {
        "" => "home".to_owned(),
        path => path.replace('/', "-"),
    };
    let entry = BundleEntry {
        file: format!("content/{stem}.{}.json", digest.short()),
        integrity: digest.integrity(),
        size: json.len().to_string(),
        from,
    };
    output_dir.write(&entry.file, json.as_bytes())?;
    Ok(entry)
}
