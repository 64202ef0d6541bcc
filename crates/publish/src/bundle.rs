//! Bundles: pages packed so that the reader fetches few files and none is large.

use anyhow::Result;
use lscb_content::{PagePath, Site};
use lscb_wire::{BUNDLE_FORMAT, BundleEntry, Menu};
use rayon::prelude::*;

use crate::digest::Digest;
use crate::output_dir::OutputDir;

/// How large a bundle may become at most, in bytes of JSON: about 24 kB in Brotli. A single page
/// that is larger is a bundle of its own.
const MAX_LIMIT: usize = 96 * 1024;
/// Below this, in bytes of JSON, smaller bundles no longer pay: each is compressed by itself, and
/// is a request.
const MIN_LIMIT: usize = 16 * 1024;
/// Into about how many bundles a site is split whose limit lies between the two: whoever comes back
/// after a change fetches the bundle that changed, not the site.
const SPLIT: usize = 6;

/// Writes the bundles of a site and gives their entries in the order of their first page.
pub(crate) fn write(site: &Site, output_dir: &OutputDir) -> Result<Vec<BundleEntry>> {
    let paths: Vec<&PagePath> = site.paths().collect();
    let pages: Vec<(&PagePath, String)> = paths
        .par_iter()
        .filter_map(|path| Some((*path, serde_json::to_string(&site.view(path)?).ok()?)))
        .collect();
    let sizes = |pages: &[(&PagePath, String)]| pages.iter().map(|(_, json)| json.len()).sum();
    let total: usize = sizes(&pages);
    let limit = (total / SPLIT).clamp(MIN_LIMIT, MAX_LIMIT);
    let mut entries = Vec::new();
    let mut open = 0..0;
    let mut size = 0;
    // The paths are in order, so that a section's pages are neighbours.
    for section in pages.chunk_by(|a, b| a.0.section() == b.0.section()) {
        // A section that does not fit into the bundle begins the next: it is not split if it fits
        // into one at all.
        let whole: usize = sizes(section);
        for (at, (_, json)) in section.iter().enumerate() {
            let needed = if at == 0 { whole } else { json.len() };
            if size > 0 && size + needed > limit {
                entries.push(close(site, output_dir, &pages[open.clone()])?);
                open.start = open.end;
                size = 0;
            }
            size += json.len();
            open.end += 1;
        }
    }
    if !open.is_empty() {
        entries.push(close(site, output_dir, &pages[open])?);
    }
    Ok(entries)
}

/// Writes a bundle of these pages, each with its JSON.
fn close(
    site: &Site,
    output_dir: &OutputDir,
    pages: &[(&PagePath, String)],
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
            .iter()
            .map(|(_, json)| json.as_str())
            .collect::<Vec<_>>()
            .join(",")
    );
    let digest = Digest::of(json.as_bytes());
    let entry = BundleEntry {
        file: format!("content/{}.{}.json", stem(&from), digest.short()),
        integrity: digest.integrity(),
        size: json.len().to_string(),
        from,
    };
    output_dir.write(&entry.file, json.as_bytes())?;
    Ok(entry)
}

/// What the name of a bundle begins with, after the path of its first page. Deep paths are cut: a
/// name must fit a disk, and the hash behind it tells bundles apart.
fn stem(from: &str) -> String {
    match from.trim_matches('/') {
        "" => "home".into(),
        path => path.replace('/', "-").chars().take(100).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_pages_as_far_as_they_fit() {
        assert_eq!(stem("/"), "home");
        assert_eq!(stem("/about-us/chair/"), "about-us-chair");
        assert_eq!(stem(&"/part".repeat(80)).len(), 100);
    }
}
