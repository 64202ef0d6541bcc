//! The assets of the app that Trunk has built: WebAssembly, scripts, style. Each gets a name with
//! the hash of its bytes, under `assets/`, where a host may cache it for ever.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use scraper::{Html, Selector};
use walkdir::WalkDir;

use crate::digest::Digest;
use crate::import_names;
use crate::minify::Minifier;
use crate::output_dir::OutputDir;
use crate::style;

/// The assets of the app, as Trunk has built them.
pub(crate) struct AppAssets {
    /// The style, inlined in every page.
    pub(crate) style: String,
    /// Its SHA-256.
    pub(crate) style_digest: Digest,
    /// The generated JavaScript around the app.
    pub(crate) app: Asset,
    /// The app.
    pub(crate) wasm: Asset,
    /// The script that starts it.
    pub(crate) boot: Asset,
    /// The script of the page on which readers keep a copy of the site.
    pub(crate) offline: Asset,
    /// The script of the page on which partners choose what to embed.
    pub(crate) builder: Asset,
    /// The style of a page in a frame on another site.
    pub(crate) frame_style: Asset,
    /// Its script.
    pub(crate) frame_script: Asset,
    /// The script of pages that have frames of this site on them.
    pub(crate) host_script: Asset,
    /// The script that shows the overlay of a copy.
    pub(crate) overlay: Asset,
    /// The service worker that stores the copy. It is at the root, and its name never changes.
    worker: String,
    /// The script by which `trunk serve` reloads the page; never in a release.
    pub(crate) reload: String,
    /// Trunk's folder.
    root: PathBuf,
    /// Its files that the output folder has in another form.
    replaced: Vec<PathBuf>,
}

/// The versioned name of the script for embedding sites. They pin its hash, so its bytes never change:
/// a script that does more has another name.
const HOST_SCRIPT: &str = "embed-1.js";

/// Its unversioned name, for pages that do not pin a hash.
const NEWEST_HOST_SCRIPT: &str = "embed.js";

/// A file under `assets/`, or a script whose hash other sites pin.
pub(crate) struct Asset {
    /// Its file name, under `assets/` with its hash.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
    /// Its SHA-256.
    pub(crate) digest: Digest,
}

impl Asset {
    fn new(stem: &str, extension: &str, bytes: Vec<u8>) -> Self {
        let digest = Digest::of(&bytes);
        Self::named(format!("{stem}.{}.{extension}", digest.short()), bytes)
    }

    fn named(name: String, bytes: Vec<u8>) -> Self {
        let digest = Digest::of(&bytes);
        Self {
            name,
            bytes,
            digest,
        }
    }
}

/// Reads the folder that Trunk has built.
pub(crate) fn read(root: &Path) -> Result<AppAssets> {
    let index = root.join("index.html");
    let html = fs::read_to_string(&index).with_context(|| {
        format!(
            "cannot read {}: build the app with Trunk first",
            index.display()
        )
    })?;
    let html = Html::parse_document(&html);
    let app = select(&html, "meta[name=app]");
    let app = app
        .first()
        .with_context(|| format!("{} names no app", index.display()))?;
    let file = |name: Option<&str>| -> Result<PathBuf> {
        let name = name.context("Trunk's index.html names no file for a part of the app")?;
        Ok(root.join(name.trim_start_matches("./").trim_start_matches('/')))
    };
    let (js, wasm) = (file(app.attr("content"))?, file(app.attr("data-wasm"))?);
    let boot = root.join("boot");
    let (offline, overlay) = (root.join("offline.js"), root.join("overlay.js"));
    let (frame_style, frame_script) = (root.join("frame.css"), root.join("frame.js"));
    let (host, worker) = (root.join(HOST_SCRIPT), root.join("sw.js"));
    let builder = root.join("embed-builder.js");

    let mut style = String::new();
    let mut replaced = vec![index.clone()];
    for sheet in select(&html, "link[rel=stylesheet]") {
        let path = file(sheet.attr("href"))?;
        style.push_str(read_text(&path)?.trim());
        replaced.push(path);
    }
    // The text as it is: as inner HTML it would be escaped.
    let scripts = select(&html, "script");
    let reload = scripts.iter().flat_map(|script| script.text()).collect();
    // What it has in common with the site, and its own on top.
    let in_frames = style::for_browsers(&format!("{style}{}", read_text(&frame_style)?))?;
    let style = style::for_browsers(&style)?;
    let minifier = Minifier::of_environment();
    let small = |path: &Path| minifier.minify(script(path)?, path);
    let (app, app_wasm) = import_names::shorten(&read_text(&js)?, &read_bytes(&wasm)?)
        .with_context(|| format!("{} and {}", js.display(), wasm.display()))?;
    // What wasm-bindgen wrote, as it is unless it is made smaller: its comments may be of any form.
    let app = minifier.minify(app, &js)?;
    let mut assets = AppAssets {
        frame_style: Asset::new("frame", "css", in_frames.into_bytes()),
        frame_script: Asset::new("frame", "js", small(&frame_script)?.into_bytes()),
        style_digest: Digest::of(style.as_bytes()),
        style,
        app: Asset::new("app", "js", app.into_bytes()),
        wasm: Asset::new("app", "wasm", app_wasm),
        boot: Asset::new(
            "boot",
            "js",
            minifier.minify(boot_script(&boot)?, &boot)?.into_bytes(),
        ),
        offline: Asset::new("offline", "js", small(&offline)?.into_bytes()),
        builder: Asset::new("embed-builder", "js", small(&builder)?.into_bytes()),
        // It is not minified: its hash is pinned.
        host_script: Asset::named(HOST_SCRIPT.into(), script(&host)?.into_bytes()),
        overlay: Asset::new("overlay", "js", small(&overlay)?.into_bytes()),
        // No module.
        worker: script(&worker)?,
        reload,
        root: root.to_owned(),
        replaced,
    };
    assets
        .replaced
        .extend([js, wasm, boot, offline, overlay, worker]);
    assets
        .replaced
        .extend([frame_style, frame_script, host, builder]);
    Ok(assets)
}

impl AppAssets {
    /// The assets with their hash in their name.
    pub(crate) fn hashed(&self) -> [&Asset; 8] {
        [
            &self.app,
            &self.wasm,
            &self.boot,
            &self.offline,
            &self.builder,
            &self.frame_style,
            &self.frame_script,
            &self.overlay,
        ]
    }

    /// Writes the assets, and the other files of the folder that Trunk has built.
    pub(crate) fn write(&self, to: &OutputDir) -> Result<()> {
        if to.root() == self.root {
            for path in &self.replaced {
                let removed = if path.is_dir() {
                    fs::remove_dir_all(path)
                } else {
                    fs::remove_file(path)
                };
                removed.with_context(|| format!("cannot remove {}", path.display()))?;
            }
        } else {
            self.copy_rest(to)?;
        }
        for asset in self.hashed() {
            to.write(&format!("assets/{}", asset.name), &asset.bytes)?;
        }
        for name in [&self.host_script.name, NEWEST_HOST_SCRIPT] {
            to.write(name, &self.host_script.bytes)?;
        }
        to.write("sw.js", self.worker.as_bytes())
    }

    /// Copies the files that the output folder has in the same form.
    fn copy_rest(&self, to: &OutputDir) -> Result<()> {
        for entry in WalkDir::new(&self.root).sort_by_file_name() {
            let entry = entry?;
            let path = entry.path();
            if path.is_file() && !self.replaced.iter().any(|it| path.starts_with(it)) {
                to.copy(path, &path.strip_prefix(&self.root)?.to_string_lossy())?;
            }
        }
        Ok(())
    }
}

/// The scripts of `public/boot/`, one after another, each in a block of its own so that
/// their names do not meet.
fn boot_script(folder: &Path) -> Result<String> {
    let mut out = String::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.with_context(|| format!("cannot read {}", folder.display()))?;
        if entry.file_type().is_file() {
            out.push_str("{\n");
            out.push_str(&script(entry.path())?);
            out.push_str("}\n");
        }
    }
    Ok(out)
}

/// A script. Lines that are comments stay behind.
fn script(path: &Path) -> Result<String> {
    let mut out = String::new();
    for line in read_text(path)?.lines() {
        let line = line.trim();
        if !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
    }
    Ok(out)
}

fn select<'a>(html: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
    // The selectors are constants of this file.
    Selector::parse(selector)
        .map(|selector| html.select(&selector).collect())
        .unwrap_or_default()
}

fn read_bytes(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}
