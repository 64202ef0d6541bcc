//! Sites that the publisher makes of other content, with the app and the style of the built one.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use crate::bench::app_folder;
use crate::dist::Dist;
use crate::scratch::Scratch;

/// The site of the folder `content`, built with `options` besides the usual ones, on no day
/// that the publisher knows.
///
/// # Panics
/// If it cannot be built, with what the publisher said.
pub fn published(content: &Path, options: &[&str]) -> Arc<Dist> {
    published_on(content, options, "")
}

/// The same on a day, in seconds since 1970.
///
/// # Panics
/// If it cannot be built, with what the publisher said.
pub fn published_on(content: &Path, options: &[&str], day: &str) -> Arc<Dist> {
    let scratch = Scratch::new("published");
    let (app, out) = (scratch.path().join("app"), scratch.path().join("site"));
    app_folder::write(&app);
    let built = Command::new(publisher())
        .args(["build", "--no-compress", "--content"])
        .arg(content)
        .arg("--app")
        .arg(&app)
        .arg("--out")
        .arg(&out)
        .args(options)
        .env("SOURCE_DATE_EPOCH", day)
        .output()
        .expect("the publisher runs");
    let said = String::from_utf8_lossy(&built.stderr);
    assert!(built.status.success(), "{said}");
    Arc::new(Dist::read(&out))
}

/// The program `lscb`.
///
/// # Panics
/// If nobody says where it is.
pub fn publisher() -> PathBuf {
    let publisher = env::var_os("LSCB_BIN").expect("LSCB_BIN names the publisher");
    PathBuf::from(publisher)
}
