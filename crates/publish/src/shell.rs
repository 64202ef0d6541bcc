//! What Trunk has built: the app, its loader, the style. They are given names that change
//! with their bytes, under `assets/`, where a host may keep them for ever.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use scraper::{Html, Selector};
use walkdir::WalkDir;

use crate::artefact::Artefact;
use crate::digest::Digest;

/// What every page needs of the app.
pub(crate) struct Shell {
    /// The style, inlined in every page.
    pub(crate) style: String,
    /// The generated JavaScript around the app.
    pub(crate) app: Asset,
    /// The app.
    pub(crate) wasm: Asset,
    /// The script that starts it.
    pub(crate) boot: Asset,
    /// The script by which `trunk serve` reloads the page; never in a release.
    pub(crate) reload: String,
    /// Trunk's folder.
    root: PathBuf,
    /// Its files that the artefact has in another form.
    replaced: Vec<PathBuf>,
}

/// A file under `assets/`.
pub(crate) struct Asset {
    /// Its file name with its hash.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
    /// Its SHA-256.
    pub(crate) digest: Digest,
}

impl Asset {
    fn new(stem: &str, extension: &str, bytes: Vec<u8>) -> Self {
        let digest = Digest::of(&bytes);
        Self {
            name: format!("{stem}.{}.{extension}", digest.short()),
            bytes,
            digest,
        }
    }
}

/// Reads the folder that Trunk has built.
pub(crate) fn read(root: &Path) -> Result<Shell> {
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
    let (app, loader, start) = (
        read_bytes(&wasm)?,
        read_bytes(&js)?,
        boot_script(&boot)?.into_bytes(),
    );
    replaced.extend([js, wasm, boot]);
    Ok(Shell {
        style,
        app: Asset::new("app", "js", loader),
        wasm: Asset::new("app", "wasm", app),
        boot: Asset::new("boot", "js", start),
        reload,
        root: root.to_owned(),
        replaced,
    })
}

impl Shell {
    /// Writes the assets, and whatever else Trunk has put into its folder.
    pub(crate) fn write(&self, to: &Artefact) -> Result<()> {
        for asset in [&self.app, &self.wasm, &self.boot] {
            to.write(&format!("assets/{}", asset.name), &asset.bytes)?;
        }
        if to.root() == self.root {
            for path in &self.replaced {
                let removed = if path.is_dir() {
                    fs::remove_dir_all(path)
                } else {
                    fs::remove_file(path)
                };
                removed.with_context(|| format!("cannot remove {}", path.display()))?;
            }
            return Ok(());
        }
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
/// their names do not meet. Lines that are comments stay behind.
fn boot_script(folder: &Path) -> Result<String> {
    let mut out = String::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.with_context(|| format!("cannot read {}", folder.display()))?;
        if entry.file_type().is_file() {
            out.push_str("{\n");
            for line in read_text(entry.path())?.lines() {
                let line = line.trim();
                if !line.is_empty() && !line.starts_with("//") {
                    out.push_str(line);
                    out.push('\n');
                }
            }
            out.push_str("}\n");
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
