//! The catalogue of embeds: everything that can be embedded, with snippets to be copied. This is all
//! that a reader without scripts has of the page; `public/embed-builder.js` takes its choices from it.

use lscb_content::{EMBED_KINDS, Embed, Embedding};
use lscb_wire::{Block, Details, Inline, List, Shell, Target};

use super::snippet::Snippet;
use crate::app_assets::Asset;

/// The placeholder for the address of a site that has no `origin`. The script replaces it.
pub(super) const PLACEHOLDER_URL: &str = "https://ADDRESS-OF-THIS-SITE/";

/// The kinds that have snippets here: those most often embedded.
const KINDS_WITH_SNIPPETS: [&str; 5] = ["help", "contacts", "search", "reviews", "page"];

/// The names of the four levels.
const LEVELS: [&str; 4] = [
    "A link",
    "A frame of fixed height",
    "A frame that fits its text",
    "An element that shows a link until the frame is there",
];

/// The text of a site that cannot be embedded.
pub(super) fn disabled() -> Embedding {
    let words = |words: &str| vec![paragraph(words)];
    Embedding {
        snippets: words(
            "This site cannot be shown in frames on other sites: its settings name nobody who may \
             do so. A link to a page of it works everywhere. The board can change this: it names \
             those who may as embedders in content/site.toml, “*” for everybody, and publishes the \
             site again.",
        ),
        sheet: words("There is nothing to allow: this site cannot be shown in frames."),
    }
}

/// Everything that can be embedded, by kind.
pub(super) fn blocks(
    embeds: &[Embed<'_>],
    shell: &Shell,
    site_url: &str,
    script: &Asset,
) -> Vec<Block> {
    let words = "Everything that can be shown, with its address, and ready snippets for what is \
                 asked for most. For another part, put its address in place of the one there.";
    let mut blocks = vec![paragraph(words)];
    if site_url == PLACEHOLDER_URL {
        let words = "Where a snippet says ADDRESS-OF-THIS-SITE, put the address of this site: what \
                     your browser shows for this page, up to embed-this-site. With scripts, this \
                     page has done so.";
        blocks.push(paragraph(words));
    }
    for kind in EMBED_KINDS {
        // Old snippets show what stands at a former address; new ones need not.
        let own = embeds.iter().filter(|embed| embed.kind.name == kind.name);
        let own: Vec<_> = own.filter(|embed| !embed.is_former).collect();
        let Some(first) = own
            .iter()
            .find(|embed| !embed.id.is_empty())
            .or(own.first())
        else {
            continue;
        };
        let mut entry = vec![list(&own)];
        if KINDS_WITH_SNIPPETS.contains(&kind.name) {
            entry.extend(snippets(&Snippet::of(first, shell, site_url), script));
        }
        blocks.push(Block::Details(Details {
            title: kind.heading.into(),
            blocks: entry,
            // Every word is there without a click, and without scripts.
            open: true,
        }));
    }
    vec![Block::Embeds(blocks)]
}

/// The snippet of each level.
fn snippets(snippet: &Snippet, script: &Asset) -> Vec<Block> {
    let levels = [
        snippet.link(),
        snippet.frame(),
        snippet.auto_height_frame(script),
        snippet.element(script),
    ];
    let named = LEVELS.into_iter().zip(levels);
    named
        .flat_map(|(name, snippet)| {
            let name = Inline::Strong(vec![text(name)]);
            [Block::Paragraph(vec![name]), Block::Code(snippet)]
        })
        .collect()
}

/// Links to the frames themselves, each with its address.
fn list(embeds: &[&Embed<'_>]) -> Block {
    let item = |embed: &&Embed<'_>| {
        let address = embed.address();
        let frame = Inline::Link {
            to: Target::File(address.clone()),
            text: vec![text(&embed.title)],
            note: String::new(),
        };
        vec![Block::Paragraph(vec![
            frame,
            text(" "),
            Inline::Code(address),
        ])]
    };
    Block::List(List {
        ordered: false,
        start: String::new(),
        items: embeds.iter().map(item).collect(),
    })
}

pub(super) fn paragraph(words: &str) -> Block {
    Block::Paragraph(vec![text(words)])
}

pub(super) fn text(words: &str) -> Inline {
    Inline::Text(words.into())
}
