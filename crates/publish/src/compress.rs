//! Compressed copies, for hosts that send them as they are: `.br` (RFC 7932), `.gz`
//! (RFC 1952) and `.zst` (RFC 8878), each at its highest level.

use std::ffi::OsStr;
use std::fs;
use std::num::NonZeroU64;
use std::path::Path;

use anyhow::{Context, Result};
use libdeflater::{CompressionError, CompressionLvl, Compressor};
use rayon::prelude::*;
use walkdir::WalkDir;

/// The extensions of compressible files. Pictures and PDFs are compressed already.
pub(crate) const EXTENSIONS: [&str; 9] = [
    "css",
    "html",
    "js",
    "json",
    "svg",
    "txt",
    "wasm",
    "webmanifest",
    "xml",
];

/// Writes the compressed copies of every text file in a folder.
pub(crate) fn folder(root: &Path) -> Result<()> {
    let mut files = Vec::new();
    for entry in WalkDir::new(root) {
        let entry = entry?;
        let extension = entry.path().extension().and_then(OsStr::to_str);
        if entry.file_type().is_file() && extension.is_some_and(|it| EXTENSIONS.contains(&it)) {
            files.push(entry.into_path());
        }
    }
    files
        .par_iter()
        .try_for_each(|path| copies(path, &fs::read(path)?))
}

/// Writes the compressed copies of the file at `path`, whose content is `bytes`.
pub(crate) fn copies(path: &Path, bytes: &[u8]) -> Result<()> {
    let copies = [
        ("br", brotli(bytes)?),
        ("gz", gzip(bytes)?),
        ("zst", zstd::encode_all(bytes, 19)?),
    ];
    for (extension, copy) in copies {
        let mut name = path.as_os_str().to_owned();
        name.push(".");
        name.push(extension);
        fs::write(&name, copy).with_context(|| format!("cannot write {}", name.display()))?;
    }
    Ok(())
}

pub(crate) fn brotli(mut bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut out, &parameters)?;
    Ok(out)
}

/// Raw DEFLATE (RFC 1951) at the highest level. Files of the search index are stored in it, since
/// hosts do not compress files of unknown types. Browsers decompress it with `DecompressionStream`.
pub(crate) fn deflate(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut compressor = Compressor::new(CompressionLvl::best());
    let bound = compressor.deflate_compress_bound(bytes.len());
    filled(bound, |out| compressor.deflate_compress(bytes, out))
}

/// The same in fewer bytes, at a hundredth of the speed: 2 % less for the index of a small site, which
/// is one file that every search begins with. More rounds than these gain nothing.
pub(crate) fn zopfli(bytes: &[u8]) -> Result<Vec<u8>> {
    const ROUNDS: NonZeroU64 = NonZeroU64::new(15).expect("not zero");
    let options = zopfli::Options {
        iteration_count: ROUNDS,
        ..zopfli::Options::default()
    };
    let mut out = Vec::new();
    zopfli::compress(options, zopfli::Format::Deflate, bytes, &mut out)?;
    Ok(out)
}

/// Without a time or a file name in its header, so that the same bytes give the same copy.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut compressor = Compressor::new(CompressionLvl::best());
    let bound = compressor.gzip_compress_bound(bytes.len());
    filled(bound, |out| compressor.gzip_compress(bytes, out))
}

/// What `compress` writes into room for `bound` bytes, of which it tells the number.
fn filled(
    bound: usize,
    compress: impl FnOnce(&mut [u8]) -> Result<usize, CompressionError>,
) -> Result<Vec<u8>> {
    let mut out = vec![0; bound];
    let length = compress(&mut out)?;
    out.truncate(length);
    Ok(out)
}
