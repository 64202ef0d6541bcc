//! The site as a zip archive.

use std::io::{Cursor, Write as _};
use std::iter;
use std::path::Path;

use anyhow::Result;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::ExportSource;
use super::readme::readme;
use crate::output_dir::replace_file;

/// Writes `file`. The same site gives the same bytes: files are in order, and all of the first
/// day that an archive can name (1 January 1980).
pub(super) fn write(source: &ExportSource, file: &Path) -> Result<()> {
    let readme = readme(&source.release);
    // Lines end as the plainest of editors wants them.
    let readme = readme.replace('\n', "\r\n").into_bytes();
    let files = source.files.iter();
    let files = files.map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
    pack(
        iter::once(("README.txt", readme.as_slice())).chain(files),
        file,
    )
}

/// Packs files in the order in which they come.
pub(super) fn pack<'a>(
    files: impl Iterator<Item = (&'a str, &'a [u8])>,
    file: &Path,
) -> Result<()> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut count = 0;
    for (path, bytes) in files {
        archive.start_file(path, options)?;
        archive.write_all(bytes)?;
        count += 1;
    }
    let bytes = archive.finish()?.into_inner();
    replace_file(file, &bytes)?;
    println!("{}: {count} files.", file.display());
    Ok(())
}
