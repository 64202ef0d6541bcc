//! The folder of a site as a zip archive, for hosting it elsewhere: unpacked, it is the same folder,
//! byte for byte.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::zip::pack;
use crate::host::SITE_CONFIG_FILES;
use crate::published::{Published, refusal};
use crate::release::{REBUILD_HELP, cannot_read};
use crate::sign::SIGNATURE;

/// The extensions of compressed copies.
const COMPRESSED: [&str; 3] = ["br", "gz", "zst"];

/// Writes `file`. Files in the folder that are not part of the release, such as an overlay, are left
/// out.
///
/// # Errors
/// If `dist` is not a built site or has been changed.
pub(super) fn write(dist: &Path, file: &Path) -> Result<()> {
    let refused = |problems: &[String]| refusal(dist, problems, REBUILD_HELP);
    let published = Published::open(dist).map_err(|it| refused(&it))?;
    let problems = published.problems();
    if !problems.is_empty() {
        bail!(refused(&problems));
    }
    let listed = published.files().map(|entry| entry.file.as_str());
    let own = ["release.json", published.manifest_entry.file.as_str()];
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for path in listed
        .chain(own)
        .chain(SITE_CONFIG_FILES)
        .chain([SIGNATURE])
    {
        add(&mut files, dist, path)?;
        for extension in COMPRESSED {
            add(&mut files, dist, &format!("{path}.{extension}"))?;
        }
    }
    let files = files.iter();
    pack(
        files.map(|(path, bytes)| (path.as_str(), bytes.as_slice())),
        file,
    )
}

/// Adds a file if it exists: not every site has all of them, and required ones have been checked.
fn add(files: &mut BTreeMap<String, Vec<u8>>, dist: &Path, path: &str) -> Result<()> {
    let file = dist.join(path);
    if file.is_file() {
        let bytes = fs::read(&file).with_context(|| cannot_read(&file))?;
        files.insert(path.to_owned(), bytes);
    }
    Ok(())
}
