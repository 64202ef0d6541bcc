//! Building the site: everything is checked first, `release.json` is written last.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use lscb_content::{PagePath, Site};
use rayon::prelude::*;

use crate::artefact::{Artefact, replace};
use crate::check;
use crate::document::Documents;
use crate::{bundle, compress, redirect, release, schema, shell, sitemap};

/// What is written beside the site itself. By default, nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extras {
    /// Compressed copies of each file, for hosts that send them.
    pub compressed: bool,
    /// The page of all components, for those who work on them. Readers never get it.
    pub components: bool,
}

/// Builds into `out`, which is replaced as a whole once everything has worked.
pub fn to_folder(content: &Path, shell: &Path, out: &Path, extras: Extras) -> Result<()> {
    let site = check::read(content)?;
    replace(out, |artefact| {
        write(content, &site, shell, artefact, extras)
    })
}

/// Builds as Trunk's `post_build` hook, into the staging folder that Trunk puts in place
/// of its `dist` when the hook succeeds.
pub fn for_trunk(content: &Path) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.context("TRUNK_STAGING_DIR is not set: `--trunk` is for Trunk's hook")?;
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let extras = Extras {
        compressed: release,
        components: !release,
    };
    let site = check::read(content)?;
    write(content, &site, &staging, &Artefact::at(&staging), extras)
}

fn write(
    content: &Path,
    site: &Site,
    shell: &Path,
    artefact: &Artefact,
    extras: Extras,
) -> Result<()> {
    let shell = shell::read(shell)?;
    let furniture = site.shell();
    shell.write(artefact)?;

    let bundles = bundle::write(site, artefact)?;
    let release = release::release(&furniture, &shell, bundles);
    let documents = Documents {
        furniture: &furniture,
        shell: &shell,
        release: &release.release,
    };
    let paths: Vec<&PagePath> = site.paths().collect();
    paths.par_iter().try_for_each(|path| -> Result<()> {
        let page = site
            .view(path)
            .with_context(|| format!("{path} has no page"))?;
        let html = documents.page(&page, site.menu(path).as_ref());
        artefact.write(&file_of(path.as_str()), html.as_bytes())
    })?;
    artefact.write("404.html", documents.not_found().as_bytes())?;
    if extras.components {
        let (address, html) = documents.components();
        // The site may have a page of its own there.
        if paths.iter().all(|path| path.as_str() != address) {
            artefact.write(&file_of(&address), html.as_bytes())?;
        }
    }
    // Not whatever lies there: the file of a review that was withdrawn may.
    for file in site.files() {
        artefact.copy(&content.join(file), file)?;
    }
    redirect::write(site, artefact)?;
    let sitemap = sitemap::sitemap(site);
    artefact.write("sitemap.xml", sitemap.as_bytes())?;
    schema::write_to(artefact, "schema/")?;

    let json = release::json(&release)?;
    if extras.compressed {
        compress::folder(artefact.root())?;
        compress::copies(&artefact.root().join("release.json"), json.as_bytes())?;
    }
    artefact.write("release.json", json.as_bytes())?;
    println!("{} pages, release {}.", paths.len(), release.release);
    Ok(())
}

/// The file of the page at a path, from the site's root.
fn file_of(path: &str) -> String {
    format!("{}index.html", &path[1..])
}
