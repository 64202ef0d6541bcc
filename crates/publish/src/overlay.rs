//! `overlay.json`: the contacts and notice that an organisation adds to its own copy of a site (`docs/intranet.md`).

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use lscb_content::{Diagnostic, MAX_OVERLAY_BYTES, Overlay};

use crate::output_dir::replace_file;
use crate::published::{Published, refusal};
use crate::release::REBUILD_HELP;

/// Its name in the folder of a site. It is no part of the release.
const NAME: &str = "overlay.json";

/// Checks `file`, and puts it into the copy of a site in `dist`, if one is named.
///
/// # Errors
/// Lists every problem of `file` with its line and its remedy; nothing has been written then.
pub fn overlay(file: &Path, dist: Option<&Path>) -> Result<()> {
    let shown = file.display();
    let size = fs::metadata(file).with_context(|| format!("{shown} cannot be read"))?;
    ensure!(
        size.len() <= MAX_OVERLAY_BYTES,
        "{shown}: It has {} bytes; at most {MAX_OVERLAY_BYTES} are read. Keep to what the people \
         here need, and leave the rest to a page of your own.",
        size.len()
    );
    let bytes = fs::read(file).with_context(|| format!("{shown} cannot be read"))?;
    let release = dist.map(|dist| {
        let published = Published::open(dist);
        published.map_err(|problems| refusal(dist, &problems, REBUILD_HELP))
    });
    let release = release.transpose()?.map(|published| published.release);
    let names = release.iter().flat_map(|it| [&it.title, &it.short_title]);
    let names: Vec<&str> = names.map(String::as_str).collect();
    let overlay = match Overlay::read(&bytes, &names) {
        Ok(overlay) => overlay,
        Err(diagnostics) => bail!(report(file, &diagnostics)),
    };

    let Overlay { organisation, .. } = &overlay;
    println!("{shown} is sound: “{organisation}”.");
    match dist {
        Some(dist) => {
            replace_file(&dist.join(NAME), &bytes)?;
            println!(
                "It is in {} now. Pages look for it where the folder of the copy, or its host, is \
                 named so: https://…/lscb-intranet/, https://intranet.…/.",
                dist.display()
            );
        }
        None => println!(
            "Whether the organisation goes by the board’s name is seen with --dist, which puts it \
             into the copy."
        ),
    }
    Ok(())
}

fn report(file: &Path, diagnostics: &[Diagnostic]) -> String {
    let line = |it: &Diagnostic| match it.line {
        0 => format!("{}: {} {}", file.display(), it.message, it.help),
        line => format!("{}:{line}: {} {}", file.display(), it.message, it.help),
    };
    let count = match diagnostics.len() {
        1 => "1 problem".to_owned(),
        many => format!("{many} problems"),
    };
    let lines: Vec<String> = diagnostics.iter().map(line).collect();
    format!("{}\n{count}. Nothing was written.", lines.join("\n"))
}
