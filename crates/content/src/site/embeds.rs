//! Embeds: what partners can show in a frame on pages of their own.

mod kinds;
mod pages;

use lscb_wire::{self as wire, Block, Menu, Target};

pub use self::kinds::EMBED_KINDS;
use super::{Entry, view};
use crate::{Page, Site, page_path::index_file};

/// Something that a partner can show in a frame.
#[derive(Debug)]
pub struct Embed<'s> {
    /// What it is.
    pub kind: &'static EmbedKind,
    /// Which one: `business-team`, `about-us/independent-chair`; empty if there is one alone.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What it is in a plain sentence, for a link to it; may be empty.
    pub summary: String,
    /// Its place on the full site.
    pub full: Target,
    /// Whether this is where it was before and no longer is: old snippets show it as well.
    pub is_former: bool,
    content: Content<'s>,
}

#[derive(Debug)]
enum Content<'s> {
    /// A page, drawn when it is asked for: a site may have ten thousand.
    Page {
        page: &'s Page,
        /// The page at the head of its section, whose links stay in the frame.
        section: Option<&'s Page>,
    },
    /// Records.
    Blocks(Vec<Block>),
}

/// A kind of [`Embed`].
#[derive(Debug)]
pub struct EmbedKind {
    /// Its part of an address, below `embed/`.
    pub name: &'static str,
    /// What a list of them is headed with.
    pub heading: &'static str,
    list: for<'s> fn(&'s Site, &[Entry<'s>]) -> Vec<Embeddable<'s>>,
}

/// The address of an embed relative to the site's root: `embed/contact/business-team/`.
///
/// `kind` is the [`name`](EmbedKind::name) of its kind and `id` its [`id`](Embed::id).
pub fn embed_address(kind: &str, id: &str) -> String {
    let end = if id.is_empty() { "" } else { "/" };
    format!("embed/{kind}/{id}{end}")
}

impl Embed<'_> {
    /// Its address relative to the site's root: `embed/contact/business-team/`.
    pub fn address(&self) -> String {
        embed_address(self.kind.name, &self.id)
    }

    /// The file of its document, relative to the site's root.
    pub fn file(&self) -> String {
        index_file(&self.address())
    }

    /// The path of the section that its links stay in, if it is one.
    pub fn section(&self) -> Option<&str> {
        match &self.content {
            Content::Page { section, .. } => section.map(|head| head.path.as_str()),
            Content::Blocks(_) => None,
        }
    }
}

impl Site {
    /// Everything of the site that can be embedded, by its kind.
    pub fn embeds(&self) -> Vec<Embed<'_>> {
        let entries = self.entries();
        let of_kind = |kind: &'static EmbedKind| {
            let embeddables = (kind.list)(self, &entries).into_iter();
            embeddables.map(move |embeddable| Embed {
                kind,
                id: embeddable.id,
                title: embeddable.title,
                summary: embeddable.summary,
                full: embeddable.full,
                is_former: embeddable.is_former,
                content: embeddable.content,
            })
        };
        EMBED_KINDS.iter().flat_map(of_kind).collect()
    }

    /// An embed as it is drawn, and its menu if it has one. Its path is that of the embed.
    pub fn embedded(&self, embed: &Embed<'_>) -> (wire::Page, Option<Menu>) {
        let path = format!("/{}", embed.address());
        match &embed.content {
            Content::Page { page, section } => {
                let menu = section.and_then(|head| self.menu(&head.path));
                let drawn = view::page(self, page);
                (
                    wire::Page {
                        path,
                        breadcrumb: Vec::new(),
                        ..drawn
                    },
                    menu,
                )
            }
            Content::Blocks(blocks) => {
                let page = wire::Page {
                    path,
                    title: embed.title.clone(),
                    language: String::new(),
                    rtl: false,
                    summary: embed.summary.clone(),
                    breadcrumb: Vec::new(),
                    contents: Vec::new(),
                    blocks: blocks.clone(),
                    menu: String::new(),
                };
                (page, None)
            }
        }
    }
}

/// An [`Embed`] without its kind.
struct Embeddable<'s> {
    id: String,
    title: String,
    summary: String,
    full: Target,
    is_former: bool,
    content: Content<'s>,
}

impl<'s> Embeddable<'s> {
    fn of(id: impl ToString, title: impl Into<String>, full: Target, blocks: Vec<Block>) -> Self {
        Self {
            id: id.to_string(),
            title: title.into(),
            summary: String::new(),
            full,
            is_former: false,
            content: Content::Blocks(blocks),
        }
    }
}
