//! The signature of a live host's release.

use std::fs;
use std::io::Cursor;

use anyhow::{Context, Result};
use minisign::{PublicKey, PublicKeyBox, SignatureBox};

use super::differences::Differences;
use super::host::Host;
use crate::sign::SIGNATURE;

/// The largest signature file that is read, in bytes; minisign writes far less.
const MAX_SIGNATURE: u64 = 16 * 1024;

/// Parses a public key, or reads it from a file of that name.
pub(super) fn key(text: &str) -> Result<PublicKey> {
    let written = PublicKey::from_base64(text).ok();
    let in_file = || {
        let text = fs::read_to_string(text).ok()?;
        PublicKeyBox::from_string(&text)
            .ok()?
            .into_public_key()
            .ok()
    };
    written.or_else(in_file).with_context(|| {
        format!(
            "“{text}” is not a public key of minisign, nor a file with one. It is the second \
             line of the file minisign.pub that `minisign -G` made."
        )
    })
}

/// Verifies the signature on the host, and returns its trusted comment.
pub(super) fn check(
    host: &Host,
    key: &PublicKey,
    release: &[u8],
    differences: &Differences,
) -> Option<String> {
    let text = match host.fetch(SIGNATURE, MAX_SIGNATURE) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(problem) => {
            differences.add(SIGNATURE, format!("The release is not signed. {problem}"));
            return None;
        }
    };
    let signature = SignatureBox::from_string(&text);
    let fits = signature.and_then(|signature| {
        minisign::verify(key, &signature, Cursor::new(release), true, false, true)?;
        signature.trusted_comment()
    });
    if fits.is_err() {
        let sentence = "It does not fit: another key made it, or it is of another release.";
        differences.add(SIGNATURE, sentence);
    }
    fits.ok()
}
