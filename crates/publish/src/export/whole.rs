//! The folder of a site as a zip archive, for those who put it on a server of their own:
//! unpacked, it is the folder again, byte for byte.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::zip::pack;
use crate::host::WITHIN;
use crate::published::{Published, refusal};
use crate::release::{REBUILD_HELP, cannot_read};
use crate::sign::SIGNATURE;

/// What compressed copies of files end with.
const COMPRESSED: [&str; 3] = ["br", "gz", "zst"];

/// Writes `file`. What is no part of the release, such as an overlay or what somebody has left
/// in the folder, stays behind.
///
/// # Errors
/// When `dist` is not a built site as it was built.
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
    for path in listed.chain(own).chain(WITHIN).chain([SIGNATURE]) {
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

/// Adds a file if it is there: not every site has all of them, and what must be there is.
fn add(files: &mut BTreeMap<String, Vec<u8>>, dist: &Path, path: &str) -> Result<()> {
    let file = dist.join(path);
    if file.is_file() {
        let bytes = fs::read(&file).with_context(|| cannot_read(&file))?;
        files.insert(path.to_owned(), bytes);
    }
    Ok(())
}
