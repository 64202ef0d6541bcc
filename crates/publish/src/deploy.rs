//! Configuration of self-hosted servers, generated from a built site.

use std::path::Path;

use anyhow::Result;

use crate::host::{self, Place};
use crate::output_dir::replace;
use crate::policy::{Policy, Profile};
use crate::published::{Published, refusal};

/// Writes the configuration of every host for the site in `dist` into the folder `out`, which
/// is replaced as a whole; for another `profile` than its own if one is given.
///
/// # Errors
/// When `dist` is not a built site, or `out` cannot be written.
pub fn write(dist: &Path, profile: Option<&Profile>, place: &Place, out: &Path) -> Result<()> {
    let base = &place.base;
    host::check_base(base)?;
    let policy = read(dist, profile)?;
    replace(out, |output_dir| {
        let files = host::site_config_files(&policy)
            .into_iter()
            .chain(host::server_config_files(&policy, place));
        for file in files {
            output_dir.write(file.path, file.text.as_bytes())?;
        }
        Ok(())
    })?;
    println!("Wrote {}.", out.display());
    Ok(())
}

/// The policy of the site in `dist`; for another `profile` than its own if one is given.
///
/// # Errors
/// When it is not a built site.
pub fn read(dist: &Path, profile: Option<&Profile>) -> Result<Policy> {
    let published = Published::open(dist).map_err(|problems| {
        let then = "Build the site first: `cargo xtask build --release`.";
        refusal(dist, &problems, then)
    })?;
    Ok(Policy::of(&published.manifest, profile))
}
