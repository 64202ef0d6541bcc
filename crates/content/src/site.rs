//! A board's site: its pages and records, checked, and what to draw for each path.

#[cfg(test)]
mod tests;

mod accessibility;
mod contacts;
mod document_pages;
mod documents;
mod embedding;
mod embeds;
mod entries;
mod hierarchy;
mod index;
mod lists;
mod page_dates;
mod passages;
mod redirects;
mod reviews;
mod sentence;
mod shell;
mod tables;
mod unplaced;
mod view;
mod words;

use std::collections::HashMap;

pub(crate) use self::words::visible_text;
pub use self::{
    embedding::Embedding,
    embeds::{EMBED_KINDS, Embed, EmbedKind, embed_address},
    entries::{Entry, EntryKind},
    redirects::Redirect,
    unplaced::Unplaced,
};

use lscb_wire as wire;

use crate::{
    Attachment, Date, Page, PagePath,
    record::{Records, Settings},
};

/// A board's site.
#[derive(Debug)]
pub struct Site {
    /// What `site.toml` says.
    pub settings: Settings,
    /// The facts of the site.
    pub records: Records,
    /// In the order of their paths.
    pub(crate) pages: Vec<Page>,
    /// The files beside the content, by path.
    pub(crate) attachments: HashMap<String, Attachment>,
    /// What the publisher says about embedding.
    pub embedding: Embedding,
    /// The day of the reading, if contacts are to be held against it.
    pub(crate) today: Option<Date>,
}

impl Default for Site {
    fn default() -> Self {
        Self {
            settings: Settings::unread(),
            records: Records::default(),
            pages: Vec::new(),
            attachments: HashMap::new(),
            embedding: Embedding::default(),
            today: None,
        }
    }
}

impl Site {
    /// The paths of all pages, in the order of their bytes.
    pub fn paths(&self) -> impl Iterator<Item = &PagePath> {
        self.pages.iter().map(|page| &page.path)
    }

    /// The key by which readers can tell that the site is the board's; empty if it has none.
    pub fn signing_key(&self) -> String {
        let key = self.settings.signing_key.as_ref();
        key.map(ToString::to_string).unwrap_or_default()
    }

    /// The page at `path` as it is written.
    pub fn page(&self, path: &PagePath) -> Option<&Page> {
        let index = self
            .pages
            .binary_search_by(|page| page.path.cmp(path))
            .ok()?;
        Some(&self.pages[index])
    }

    /// The page at `path`, with every record that it places looked up.
    pub fn view(&self, path: &PagePath) -> Option<wire::Page> {
        self.page(path).map(|page| view::page(self, page))
    }
}
