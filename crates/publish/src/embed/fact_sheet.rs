//! The fact sheet for the administrator of an intranet who is to allow frames of the site. Its
//! numbers and hashes are computed from the published files.

use anyhow::Result;
use lscb_content::{Embed, Embedder, Site};
use lscb_wire::{Block, Definition, Details, Inline, InlineDigests, List, Shell};

use super::catalogue::{paragraph, text};
use super::document;
use crate::app_assets::{AppAssets, Asset};
use crate::compress::brotli;
use crate::policy::{Policy, Profile};

/// The sizes of the files of frames as transferred, in bytes.
pub(super) struct TransferSize {
    /// The document of one contact card, or of the first embed, and its style.
    card: usize,
    /// The script of a frame.
    frame_script: usize,
    /// The script of the page around it.
    host_script: usize,
}

impl TransferSize {
    pub(super) fn of(
        site: &Site,
        embeds: &[Embed<'_>],
        shell: &Shell,
        assets: &AppAssets,
    ) -> Result<Self> {
        let card = embeds.iter().find(|embed| embed.kind.name == "contact");
        let card = card.or(embeds.first());
        let card = card.map(|embed| document(site, embed, shell, assets));
        let size = |bytes: &[u8]| Ok::<_, anyhow::Error>(brotli(bytes)?.len());
        Ok(Self {
            card: size(card.unwrap_or_default().as_bytes())? + size(&assets.frame_style.bytes)?,
            frame_script: size(&assets.frame_script.bytes)?,
            host_script: size(&assets.host_script.bytes)?,
        })
    }
}

/// Thousands of bytes, with one digit after the point.
fn kilobytes(bytes: usize) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{} kB", tenths / 10, tenths % 10)
}

/// The sheet. `site_url` is the address of the site.
pub(super) fn blocks(
    embedders: &[Embedder],
    site_url: &str,
    script: &Asset,
    size: &TransferSize,
) -> Vec<Block> {
    let origin = origin(site_url);
    let host = origin.trim_start_matches("https://");
    let integrity = script.digest.integrity();
    let facts = vec![
        fact(
            "where",
            "Where it may stand",
            vec![text(&allowed(embedders))],
        ),
        fact(
            "asks",
            "What is asked for",
            vec![
                text("Files of this site, from "),
                code(origin),
                text(
                    " alone: the text of the frame, its style and its script, and for the last two ways ",
                ),
                code(&script.name),
                text(". No other host is asked for anything."),
            ],
        ),
        fact(
            "keeps",
            "What is kept",
            vec![text(
                "Nothing: no cookies, nothing in the browser’s storage, no service worker. There is \
                 nothing to sign in to and nothing is counted.",
            )],
        ),
        fact(
            "tells",
            "Who is told",
            vec![text(
                "The host of this site answers a request, as it does for every page. The snippets \
                 keep from it which page of yours the frame stands on. Words that are searched for \
                 are not sent.",
            )],
        ),
        fact(
            "says",
            "What a frame does to your page",
            vec![text(
                "It says how high it is, its address and its title. It cannot read your page, takes \
                 no focus and adds nothing to the history. Links open in a new tab, but for those of a section from one of \
                 its pages to another.",
            )],
        ),
        fact(
            "weighs",
            "What it weighs",
            vec![text(&format!(
                "One contact: {} with its style, and {} for the script in the frame, which it can be \
                 read without. {}: {}. All as Brotli sends them. Frames on one page share style and \
                 script.",
                kilobytes(size.card),
                kilobytes(size.frame_script),
                script.name,
                kilobytes(size.host_script),
            ))],
        ),
        fact(
            "policy",
            "If your pages have a Content Security Policy",
            vec![
                text("Add "),
                code(&format!("frame-src {origin}")),
                text(" for every frame. For the last two ways add "),
                code(&format!("script-src {origin}")),
                text(" or, so that this very script may run and no other of this site, "),
                code(&format!("script-src '{integrity}'")),
                text(
                    ". Nothing inline needs to be allowed for the script. Where inline styles are not allowed, a frame has the border that your pages give it.",
                ),
            ],
        ),
        fact(
            "hash",
            "The script’s hash",
            vec![
                code(&integrity),
                text(" is the integrity of "),
                code(&script.name),
                text(". Browsers run the script only if every byte of it is the same."),
            ],
        ),
        fact(
            "sandbox",
            "If your pages put frames into a sandbox",
            vec![
                code("sandbox=\"allow-scripts allow-popups\""),
                text(
                    " is enough. In Safari and others of its engine, the text then stands without its \
                     style in a frame of fixed height. With nothing allowed, it can still be read.",
                ),
            ],
        ),
        fact(
            "release",
            "When this site changes",
            vec![
                text("Frames show it as it is then, and no snippet needs to be changed. "),
                code(&script.name),
                text(" stays as it is, byte for byte: a script that does more gets another name. "),
                code("embed.js"),
                text(
                    " is the same script by a name that follows the site, for pages that name no hash.",
                ),
            ],
        ),
    ];
    vec![
        Block::Definitions(facts),
        Block::Details(Details {
            title: "SharePoint, step by step".into(),
            blocks: vec![share_point(host)],
            open: true,
        }),
        Block::Details(Details {
            title: "The headers of every answer".into(),
            blocks: headers(embedders),
            open: true,
        }),
    ]
}

fn allowed(embedders: &[Embedder]) -> String {
    let names: Vec<&str> = embedders.iter().map(Embedder::as_str).collect();
    if names.contains(&"*") {
        "On any page.".into()
    } else {
        format!("On pages of {}.", names.join(", "))
    }
}

/// Scheme and host of an address.
fn origin(address: &str) -> &str {
    let host = address.find("://").map_or(0, |at| at + 3);
    let end = address[host..]
        .find('/')
        .map_or(address.len(), |at| host + at);
    &address[..end]
}

/// Microsoft Learn: "Allow or restrict the ability to embed content on SharePoint pages", and
/// the script policy of SharePoint Online, under which scripts of other sites do not run.
fn share_point(host: &str) -> Block {
    let steps = [
        vec![
            text("Have an owner of your site open Site settings, HTML Field Security, and add "),
            code(host),
            text(" to the domains that may be shown."),
        ],
        vec![text("On a modern page, add the Embed web part.")],
        vec![
            text("Choose the frame of fixed height, and paste it from "),
            code("<iframe"),
            text(" to "),
            code("</iframe>"),
            text(". Its address must begin with https."),
        ],
        vec![text(
            "Set a height at which it looks right; what does not fit scrolls. The web part takes no \
             script, so the two ways that need one do not work there.",
        )],
    ];
    Block::List(List {
        ordered: true,
        start: String::new(),
        items: steps.map(|step| vec![Block::Paragraph(step)]).into(),
    })
}

/// The headers of the policy, without the digests of inline scripts and styles: frames have none.
fn headers(embedders: &[Embedder]) -> Vec<Block> {
    let policy = Policy {
        profile: Profile::of(embedders),
        inline: InlineDigests::default(),
        moved: Vec::new(),
    };
    let lines = policy.headers().into_iter();
    let lines: Vec<String> = lines
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    vec![
        paragraph(
            "A host that is set up as the publisher says sends these, here without the hashes of what \
             the site’s own pages hold inline. Each frame has its security policy in itself as well.",
        ),
        Block::Code(lines.join("\n")),
    ]
}

fn fact(id: &str, term: &str, words: Vec<Inline>) -> Definition {
    Definition {
        id: format!("embed-sheet-{id}"),
        term: vec![text(term)],
        text: words,
    }
}

fn code(words: &str) -> Inline {
    Inline::Code(words.into())
}
