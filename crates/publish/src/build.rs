//! Building the site: everything is checked first, `release.json` is written last.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use lscb_content::{PagePath, Redirect, Site, index_file};
use lscb_wire::{InlineDigests, MANIFEST_FORMAT, Manifest, Moved};
use rayon::prelude::*;

use crate::check;
use crate::day::Day;
use crate::document::Documents;
use crate::manifest::{self, Listing};
use crate::output_dir::{OutputDir, replace};
use crate::policy::Policy;
use crate::previous_release::PreviousRelease;
pub use crate::previous_release::{KEEP_DAYS, PreviousOptions};
use crate::{
    app_assets, bundle, compress, embed, host, redirect, release, sbom, schema, search,
    security_txt, sign, sitemap,
};

/// What a build writes in addition to the site. By default, nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BuildOptions {
    /// Compressed copies of each file, for hosts that send them.
    pub compressed: bool,
    /// The page of all components, for development. It is never published.
    pub components: bool,
}

/// Builds into `out`, which is replaced as a whole once everything has worked.
pub fn to_folder(content: &Path, app: &Path, out: &Path, options: BuildOptions) -> Result<()> {
    to_folder_after(None, content, app, out, options)
}

/// The same for a release that follows another one, of which files are kept.
pub fn to_folder_after(
    previous: Option<&PreviousOptions>,
    content: &Path,
    app: &Path,
    out: &Path,
    options: BuildOptions,
) -> Result<()> {
    let site = check::read(content)?;
    let previous = previous.map(PreviousRelease::open).transpose()?;
    replace(out, |output_dir| {
        write(content, site, previous.as_ref(), app, output_dir, options)
    })
}

/// Builds as Trunk's `post_build` hook, into the staging folder that Trunk puts in place
/// of its `dist` when the hook succeeds.
pub fn for_trunk(previous: Option<&PreviousOptions>, content: &Path) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.context("TRUNK_STAGING_DIR is not set: `--trunk` is for Trunk's hook")?;
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let options = BuildOptions {
        compressed: release,
        components: !release,
    };
    let site = check::read(content)?;
    let previous = previous.map(PreviousRelease::open).transpose()?;
    let output_dir = OutputDir::at(&staging);
    if release {
        sbom::write(&output_dir)?;
    }
    write(
        content,
        site,
        previous.as_ref(),
        &staging,
        &output_dir,
        options,
    )
}

fn write(
    content: &Path,
    mut site: Site,
    previous: Option<&PreviousRelease>,
    app: &Path,
    output_dir: &OutputDir,
    options: BuildOptions,
) -> Result<()> {
    let assets = app_assets::read(app)?;
    let shell = site.shell();
    assets.write(output_dir)?;
    site.embedding = embed::embedding(&site, &shell, &assets)?;
    let site = &site;

    let bundles = bundle::write(site, output_dir)?;
    let search = search::write(site, content, output_dir)?;
    // Only the files of the site: that of a withdrawn review may still be in the folder.
    for file in site.files() {
        output_dir.copy(&content.join(site.source_of(file)), file)?;
    }
    let redirects = site.redirects();
    redirect::write(&redirects, output_dir)?;
    match sitemap::sitemap(site) {
        Some(sitemap) => output_dir.write("sitemap.xml", sitemap.as_bytes())?,
        None => println!(
            "No sitemap.xml: it needs whole addresses. Give site.toml an `origin` once the site \
             has its address."
        ),
    }
    if let Some(text) = security_txt::text(site) {
        output_dir.write(security_txt::PATH, text.as_bytes())?;
    }
    embed::write(site, &shell, &assets, output_dir)?;
    schema::write_to(output_dir, "schema/")?;
    sign::write_public_key(site, output_dir)?;
    let mut listing = Listing::default();
    listing.update(output_dir)?;
    let id = release::id(&shell, &assets, &listing);
    let mut release = release::release(site, id, bundles, search, previous);
    let documents = Documents {
        shell: &shell,
        assets: &assets,
        is_embeddable: !site.settings.embedders.is_empty(),
        release: &release.release,
    };
    let paths: Vec<&PagePath> = site.paths().collect();
    paths.par_iter().try_for_each(|path| -> Result<()> {
        let page = site
            .view(path)
            .with_context(|| format!("{path} has no page"))?;
        let html = documents.page(&page, site.menu(path).as_ref());
        output_dir.write(&path.file(), html.as_bytes())
    })?;
    output_dir.write("404.html", documents.not_found().as_bytes())?;
    listing.update(output_dir)?;
    let today = Day::of_build();
    let kept = previous.map(|it| it.copy_retained(output_dir, &listing, &release.withdrawn, today));
    let kept = kept.transpose()?.unwrap_or_default();
    let mut inline = InlineDigests::default();
    for path in &paths {
        inline.extend(&documents.inline(path.as_str()));
    }
    inline.extend(&documents.inline_of_not_found());
    let moved = redirects.into_iter();
    let manifest = Manifest {
        format: MANIFEST_FORMAT.into(),
        files: listing.into_files(),
        kept,
        inline,
        inline_before: previous
            .map(PreviousRelease::inline)
            .cloned()
            .unwrap_or_default(),
        moved: moved
            .map(|Redirect { from, to }| Moved { from, to })
            .collect(),
        embedders: site
            .settings
            .embedders
            .iter()
            .map(ToString::to_string)
            .collect(),
    };
    release.manifest = Some(manifest::write(output_dir, &manifest)?);
    // The manifest does not list the files that follow: configuration, and pages for developers.
    let policy = Policy::of(&manifest, None);
    for file in host::site_config_files(&policy) {
        output_dir.write(file.path, file.text.as_bytes())?;
    }
    if options.components {
        let (address, html) = documents.components();
        // The site may have a page of its own there.
        if paths.iter().all(|path| path.as_str() != address) {
            output_dir.write(&index_file(&address), html.as_bytes())?;
        }
    }

    let json = release::json(&release)?;
    if options.compressed {
        compress::folder(output_dir.root())?;
        compress::copies(&output_dir.root().join("release.json"), json.as_bytes())?;
    }
    output_dir.write("release.json", json.as_bytes())?;
    println!(
        "{} pages, release {}, number {}.",
        paths.len(),
        release.release,
        release.number
    );
    Ok(())
}
