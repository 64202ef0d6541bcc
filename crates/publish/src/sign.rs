//! Signing a release: `release.json.minisig` beside `release.json`, which names the manifest
//! and so, by hashes, every file.
//!
//! The format is minisign's (jedisct1.github.io/minisign, "Signature format"), in its older
//! form, that signs the bytes themselves and not their BLAKE2b: that one every minisign checks
//! and so does a browser (Web Cryptography Level 2, Ed25519), which has no BLAKE2b. The
//! `minisign` crate reads keys and checks signatures, but makes only the newer form.

use std::env;
use std::fs;
use std::io::{Cursor, IsTerminal, stdin};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, anyhow, bail, ensure};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use ed25519_compact::SecretKey as Ed25519;
use lscb_content::Site;
use minisign::{PublicKey, PublicKeyBox, SecretKey, SecretKeyBox, SignatureBox};

use crate::output_dir::OutputDir;
use crate::published::{Published, refusal};

/// The signature's file, beside `release.json`.
pub(crate) const SIGNATURE: &str = "release.json.minisig";
/// The file with the key that the site names.
pub(crate) const PUBLIC_KEY: &str = "minisign.pub";

/// The bytes of the Ed25519 key in a secret key file, after the ids of three algorithms, the salt and
/// two limits of the password hash, and the key's number.
const SECRET: std::ops::Range<usize> = 62..126;

/// Writes the key that the site names, if any, as minisign wants it.
pub(crate) fn write_public_key(site: &Site, output_dir: &OutputDir) -> Result<()> {
    let Some(key) = &site.settings.signing_key else {
        return Ok(());
    };
    let text = format!("untrusted comment: {}\n{key}\n", site.settings.title);
    output_dir.write(PUBLIC_KEY, text.as_bytes())
}

/// Signs the site in `dist` with the key in the file `key`.
///
/// # Errors
/// If there is no site, it has been changed, there is no key, or the password is wrong.
pub fn sign(key: &Path, dist: &Path) -> Result<()> {
    let refused = |problems: &[String]| {
        let then = "Nothing was signed. Build the site again: `cargo xtask build --release`.";
        refusal(dist, problems, then)
    };
    let published = Published::open(dist).map_err(|it| refused(&it))?;
    let problems = published.problems();
    ensure!(problems.is_empty(), refused(&problems));

    let secret = secret_key(key)?;
    let public = PublicKey::from_secret_key(&secret).map_err(|_| no_key(key))?;
    let named = dist.join(PUBLIC_KEY);
    if let Ok(text) = fs::read_to_string(&named) {
        let named = PublicKeyBox::from_string(&text).and_then(PublicKeyBox::into_public_key);
        ensure!(
            named.is_ok_and(|named| named == public),
            "{} is not the key of this site, so readers would be told that its signature does \
             not fit. Sign with the key whose public half `signing_key` in content/site.toml \
             names, or put {} there and build again. Nothing was signed.",
            key.display(),
            public.to_base64()
        );
    } else {
        println!(
            "The site names no key, so its readers cannot check the signature. To name it, put\n\
             signing_key = \"{}\"\ninto content/site.toml and build again.",
            public.to_base64()
        );
    }

    let seconds = now()?;
    let comment = format!("timestamp:{seconds}\tfile:release.json");
    let signature = signature(&published.json, &secret, &comment)?;
    let written = SignatureBox::from_string(&signature).and_then(|signature| {
        let json = Cursor::new(&published.json);
        minisign::verify(&public, &signature, json, true, false, true)
    });
    written.map_err(|error| anyhow!("the signature does not fit its own key: {error}"))?;
    OutputDir::at(dist).write(SIGNATURE, signature.as_bytes())?;
    println!(
        "Signed release {}, number {}: {}.",
        published.release.release,
        published.release.number,
        dist.join(SIGNATURE).display()
    );
    Ok(())
}

/// The signature's file: of `bytes`, and of that signature with the comment.
fn signature(bytes: &[u8], secret: &SecretKey, comment: &str) -> Result<String> {
    let stored = secret.to_bytes();
    let key = stored
        .get(SECRET)
        .and_then(|it| Ed25519::from_slice(it).ok());
    let key = key.context("the secret key is damaged")?;
    let own = key.sign(bytes, None);
    let both = key.sign([own.as_ref(), comment.as_bytes()].concat(), None);
    let signed = [b"Ed", secret.keynum(), own.as_ref()].concat();
    Ok(format!(
        "untrusted comment: signature of release.json\n{}\ntrusted comment: {comment}\n{}\n",
        BASE64_STANDARD.encode(signed),
        BASE64_STANDARD.encode(both)
    ))
}

/// Reads a key, and asks for its password if it has one.
fn secret_key(file: &Path) -> Result<SecretKey> {
    let text = fs::read_to_string(file).with_context(|| {
        let file = file.display();
        format!(
            "The key {file} cannot be read. `minisign -G -s {file} -p minisign.pub` makes one. \
             Nothing was signed"
        )
    })?;
    let stored = text.lines().nth(1).map(str::trim);
    let stored = stored.and_then(|line| BASE64_STANDARD.decode(line).ok());
    let stored = stored.and_then(|bytes| SecretKey::from_bytes(&bytes).ok());
    let sealed = SecretKeyBox::from_string(&text).ok();
    let (Some(stored), Some(sealed)) = (stored, sealed) else {
        bail!(no_key(file));
    };
    if !stored.is_encrypted() {
        // minisign puts no checksum there, without which the crate's own reading of such a
        // box takes it for damaged.
        return Ok(stored);
    }
    let password = env::var("LSCB_KEY_PASSWORD").ok();
    ensure!(
        password.is_some() || stdin().is_terminal(),
        "{} has a password, and there is no terminal to ask for it. Put it into the variable \
         LSCB_KEY_PASSWORD for this command alone. Nothing was signed.",
        file.display()
    );
    sealed.into_secret_key(password).map_err(|_| {
        let file = file.display();
        anyhow!("The password is not that of {file}. Nothing was signed.")
    })
}

fn no_key(file: &Path) -> anyhow::Error {
    anyhow!(
        "{} is not a secret key of minisign, or is damaged. Name the file that `minisign -G` \
         wrote as the secret key. Nothing was signed.",
        file.display()
    )
}

/// The time of the signature in seconds since 1970: that of `SOURCE_DATE_EPOCH` or, without it, of
/// the system clock.
fn now() -> Result<u64> {
    match env::var("SOURCE_DATE_EPOCH") {
        Ok(seconds) => {
            let seconds = seconds.trim().parse();
            seconds.context("SOURCE_DATE_EPOCH is not a number of seconds")
        }
        Err(_) => Ok(SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs()),
    }
}
