//! Compares the bytes of an answer with the file. Hosts, and what stands between them and a
//! reader, have a few ways to alter it; each has a sentence of its own, since it is corrected in a
//! way of its own.

use std::io::{self, Read};

use lscb_wire::FileEntry;

use super::host::Raw;
use crate::digest::Digest;

/// The encodings that a file can be sent in (RFC 9110, 8.4.1; RFC 7932; RFC 8878).
const ENCODINGS: [&str; 3] = ["gzip", "br", "zstd"];

/// By how much a compressed file may be larger than the file, in bytes: a header, and what
/// cannot be made smaller.
pub(super) const MORE: u64 = 4096;

/// How the bytes of an answer differ from the file; nothing if they do not.
pub(super) fn difference(raw: &Raw, asked: &str, entry: &FileEntry) -> Option<String> {
    let size: u64 = entry.size.parse().unwrap_or(u64::MAX);
    let is_it = |bytes: &[u8]| Digest::of(bytes).integrity() == entry.integrity;
    let encoding = raw.header("content-encoding").unwrap_or_default();
    let encoding = encoding.trim().to_ascii_lowercase();
    let said = match encoding.as_str() {
        "" | "identity" => String::new(),
        encoding => format!(" (Content-Encoding: {encoding})"),
    };

    // What is inside may be compressed itself, and then larger than the file.
    let decoded = decoded(&raw.body, &encoding, size.saturating_add(MORE));
    if decoded.as_deref().is_some_and(is_it) {
        let is_asked = encoding.is_empty() || encoding == "identity" || encoding == asked;
        return (!is_asked).then(|| {
            format!("It comes as {encoding} to browsers that did not ask for it ({asked}).")
        });
    }
    let Some(bytes) = decoded else {
        return Some(if is_it(&raw.body) {
            format!("It is said to be compressed{said}, and is not.")
        } else {
            format!("It cannot be decoded{said}.")
        });
    };
    for inner in ENCODINGS {
        if self::decoded(&bytes, inner, size).is_some_and(|bytes| is_it(&bytes)) {
            return Some(match said.is_empty() {
                true => format!("It is compressed ({inner}) without saying so."),
                false => format!("It is compressed twice{said}: {inner} is inside."),
            });
        }
    }
    let text = String::from_utf8_lossy(&bytes);
    let release = text.split(r#"data-release=""#).nth(1);
    if let Some(id) = release.and_then(|rest| rest.split('"').next()) {
        let id: String = id.chars().take(16).collect();
        return Some(format!(
            "It is another page, or one that was changed, of release {id}."
        ));
    }
    let is_page = text
        .trim_start()
        .to_ascii_lowercase()
        .starts_with("<!doctype html");
    if is_page && !entry.file.ends_with(".html") {
        return Some("A page comes in its place.".into());
    }
    let came = bytes.len() as u64;
    Some(match came < size {
        true => format!("It is cut, or another file: {came} of {size} bytes come{said}."),
        false => format!("Its bytes are others{said}."),
    })
}

/// The bytes behind an encoding, one byte more than `most` at most; `None` if they are not so
/// encoded, or in an encoding that is not known.
pub(super) fn decoded(bytes: &[u8], encoding: &str, most: u64) -> Option<Vec<u8>> {
    let most = most.saturating_add(1);
    match encoding.trim().to_ascii_lowercase().as_str() {
        "" | "identity" => Some(bytes.to_vec()),
        "gzip" | "x-gzip" => all(flate2::read::MultiGzDecoder::new(bytes), most),
        "br" => all(brotli::Decompressor::new(bytes, 4096), most),
        "zstd" => all(zstd::Decoder::new(bytes).ok()?, most),
        _ => None,
    }
}

fn all(decoder: impl Read, most: u64) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let read: io::Result<usize> = decoder.take(most).read_to_end(&mut out);
    read.ok().map(|_| out)
}
