//! Comparison of a response body with the file. Hosts and proxies alter files in a few known ways;
//! each has a message of its own, since each has a different remedy.

use std::io::{self, Read};

use lscb_wire::FileEntry;

use super::host::Response;
use crate::digest::Digest;

/// The encodings that a file can be sent in (RFC 9110, 8.4.1; RFC 7932; RFC 8878).
const ENCODINGS: [&str; 3] = ["gzip", "br", "zstd"];

/// By how many bytes a compressed file may exceed the original: headers and incompressible data.
pub(super) const OVERHEAD: u64 = 4096;

/// How a response body differs from the file, as a sentence; `None` if it does not.
pub(super) fn difference(
    response: &Response,
    requested: &str,
    entry: &FileEntry,
) -> Option<String> {
    let size: u64 = entry.size.parse().unwrap_or(u64::MAX);
    let is_it = |bytes: &[u8]| Digest::of(bytes).integrity() == entry.integrity;
    let encoding = response.header("content-encoding").unwrap_or_default();
    let encoding = encoding.trim().to_ascii_lowercase();
    let suffix = match encoding.as_str() {
        "" | "identity" => String::new(),
        encoding => format!(" (Content-Encoding: {encoding})"),
    };

    // The decoded bytes may be compressed again, and then exceed the size of the file.
    let decoded = decoded(&response.body, &encoding, size.saturating_add(OVERHEAD));
    if decoded.as_deref().is_some_and(is_it) {
        let is_requested = encoding.is_empty() || encoding == "identity" || encoding == requested;
        return (!is_requested).then(|| {
            format!("It comes as {encoding} to browsers that did not ask for it ({requested}).")
        });
    }
    let Some(bytes) = decoded else {
        return Some(if is_it(&response.body) {
            format!("It is said to be compressed{suffix}, and is not.")
        } else {
            format!("It cannot be decoded{suffix}.")
        });
    };
    for inner in ENCODINGS {
        if self::decoded(&bytes, inner, size).is_some_and(|bytes| is_it(&bytes)) {
            return Some(match suffix.is_empty() {
                true => format!("It is compressed ({inner}) without saying so."),
                false => format!("It is compressed twice{suffix}: {inner} is inside."),
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
    let received = bytes.len() as u64;
    Some(match received < size {
        true => format!("It is cut, or another file: {received} of {size} bytes come{suffix}."),
        false => format!("Its bytes are others{suffix}."),
    })
}

/// The decoded bytes, at most one more than `limit`; `None` if they are not in this encoding or it
/// is not supported.
pub(super) fn decoded(bytes: &[u8], encoding: &str, limit: u64) -> Option<Vec<u8>> {
    let limit = limit.saturating_add(1);
    match encoding.trim().to_ascii_lowercase().as_str() {
        "" | "identity" => Some(bytes.to_vec()),
        "gzip" | "x-gzip" => read_all(flate2::read::MultiGzDecoder::new(bytes), limit),
        "br" => read_all(brotli::Decompressor::new(bytes, 4096), limit),
        "zstd" => read_all(zstd::Decoder::new(bytes).ok()?, limit),
        _ => None,
    }
}

fn read_all(decoder: impl Read, limit: u64) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let read: io::Result<usize> = decoder.take(limit).read_to_end(&mut out);
    read.ok().map(|_| out)
}
