//! Documents for frames on other sites, below `embed/`, their oEmbed responses, and the blocks about
//! them on a page of this site.

mod catalogue;
mod fact_sheet;
mod snippet;

use anyhow::Result;
use lscb::render::{Frame, frame};
use lscb::route::RelativeRoot;
use lscb_content::{Embed, Embedding, Site, embed_address};
use lscb_wire::{InlineDigests, Shell};
use rayon::prelude::*;
use serde::Serialize;

use self::snippet::Snippet;
use crate::app_assets::AppAssets;
use crate::document::{asset, escape, language};
use crate::output_dir::OutputDir;
use crate::policy::csp;

/// The height of a frame until a script measures it, in CSS pixels: most records need less, and
/// longer ones scroll.
pub(crate) const HEIGHT: u32 = 480;

/// The width of a frame in oEmbed responses, in CSS pixels. A frame adapts to any width.
const WIDTH: u32 = 640;

/// The blocks about embedding on the pages of the site.
pub(crate) fn embedding(site: &Site, shell: &Shell, assets: &AppAssets) -> Result<Embedding> {
    if site.settings.embedders.is_empty() {
        return Ok(catalogue::disabled());
    }
    let embeds = site.embeds();
    let site_url = site_url(site).unwrap_or_else(|| catalogue::PLACEHOLDER_URL.into());
    let size = fact_sheet::TransferSize::of(site, &embeds, shell, assets)?;
    Ok(Embedding {
        snippets: catalogue::blocks(&embeds, shell, &site_url, &assets.host_script),
        sheet: fact_sheet::blocks(
            &site.settings.embedders,
            &site_url,
            &assets.host_script,
            &size,
        ),
    })
}

/// Writes all embeds and oEmbed responses; nothing if the settings name no embedders.
pub(crate) fn write(
    site: &Site,
    shell: &Shell,
    assets: &AppAssets,
    output_dir: &OutputDir,
) -> Result<()> {
    if site.settings.embedders.is_empty() {
        return Ok(());
    }
    site.embeds().par_iter().try_for_each(|embed| {
        let html = document(site, embed, shell, assets);
        output_dir.write(&embed.file(), html.as_bytes())?;
        if embed.kind.name == PAGE && !embed.is_former {
            let json = serde_json::to_string(&oembed_response(site, embed, shell))? + "\n";
            output_dir.write(&oembed_file(&embed.id), json.as_bytes())?;
        }
        Ok(())
    })
}

/// The document of one embed. It needs no script to be read, and no origin of its own to ask
/// for its style: a sandbox has none (HTML, 4.8.5 "sandbox").
fn document(site: &Site, embed: &Embed<'_>, shell: &Shell, assets: &AppAssets) -> String {
    let (page, menu) = site.embedded(embed);
    let root = RelativeRoot::of(&page.path);
    let body = frame(
        shell,
        Frame {
            page: &page,
            full: &embed.full,
            section: embed.section(),
            menu: menu.as_ref(),
        },
    );
    format!(
        concat!(
            r#"<!doctype html><html {language}><head><meta charset="utf-8">"#,
            r#"<meta http-equiv="Content-Security-Policy" content="{policy}">"#,
            r#"<meta name="viewport" content="width=device-width, initial-scale=1">"#,
            r#"<title>{title}</title><meta name="description" content="{summary}">"#,
            r#"<meta name="color-scheme" content="light dark">"#,
            r#"<meta name="referrer" content="same-origin"><meta name="robots" content="noindex">"#,
            // CSS Box Sizing 4, "frame-sizing": a browser that has it sizes the frame itself.
            r#"<meta name="responsive-embedded-sizing" content="">"#,
            r#"<link rel="canonical" href="{full}"><link rel="icon" href="{icon}">"#,
            r#"<link rel="stylesheet" href="{style}" integrity="{style_hash}" crossorigin>"#,
            r#"<script type="module" src="{script}" integrity="{script_hash}" crossorigin></script>"#,
            r#"</head><body data-root="{root}">{body}</body></html>"#,
            "\n"
        ),
        language = language(&shell.language),
        policy = csp::of_page(&InlineDigests::default()),
        title = escape(&qualified_title(&page.title, shell)),
        summary = escape(&page.summary),
        full = escape(&root.href(&embed.full)),
        icon = root.file("icon.svg"),
        style = asset(&root, &assets.frame_style.name),
        style_hash = assets.frame_style.digest.integrity(),
        script = asset(&root, &assets.frame_script.name),
        script_hash = assets.frame_script.digest.integrity(),
        root = root.file(""),
        body = body,
    )
}

/// The title of an embed, followed by the site's if it does not contain it: the `title` of a frame.
pub(crate) fn qualified_title(title: &str, shell: &Shell) -> String {
    if title == shell.title || title.contains(&shell.short_title) {
        title.to_owned()
    } else {
        format!("{title} - {}", shell.short_title)
    }
}

/// The name of the kind of embeds that are pages.
const PAGE: &str = "page";

/// The file with the oEmbed response for a page, relative to the site's root.
///
/// `page` is the path of the page without the slashes at its ends.
pub(crate) fn oembed_file(page: &str) -> String {
    embed_address(PAGE, page) + "oembed.json"
}

/// A response of oEmbed 1.0 (oembed.com, section 2.3.4), of type `rich`.
#[derive(Serialize)]
struct OembedResponse {
    version: &'static str,
    r#type: &'static str,
    title: String,
    provider_name: String,
    provider_url: String,
    html: String,
    width: u32,
    height: u32,
}

/// The oEmbed response for a page. Its addresses are absolute only if `site.toml` has an `origin`;
/// without one they begin at the site's root.
fn oembed_response(site: &Site, embed: &Embed<'_>, shell: &Shell) -> OembedResponse {
    let site_url = site_url(site).unwrap_or_else(|| "/".into());
    OembedResponse {
        version: "1.0",
        r#type: "rich",
        title: embed.title.clone(),
        provider_name: shell.title.clone(),
        html: Snippet::of(embed, shell, &site_url).frame(),
        provider_url: site_url,
        width: WIDTH,
        height: HEIGHT,
    }
}

/// The absolute address of the site, with a slash at its end, if `site.toml` has an `origin`.
fn site_url(site: &Site) -> Option<String> {
    Some(site.settings.origin.as_ref()?.join(""))
}
