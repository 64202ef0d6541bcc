//! The blocks of a page, and the passages in which they are in another language.

use lscb_wire::{Block, Passage};

use crate::{Language, Page, Site};

/// Collects the blocks of a page.
pub(super) struct Passages<'s> {
    /// The language of the records, and of what the publisher says itself.
    site: &'s Language,
    /// The language of the page.
    page: &'s Language,
    whole: Vec<Block>,
    /// The passage that is open.
    open: Option<(&'s Language, Vec<Block>)>,
}

impl<'s> Passages<'s> {
    pub(super) fn new(site: &'s Site, page: &'s Page) -> Self {
        let language = &site.settings.language;
        Self {
            site: language,
            page: page.front.language.as_ref().unwrap_or(language),
            whole: Vec::with_capacity(page.body.len()),
            open: None,
        }
    }

    /// Begins a passage, and ends the one before it.
    pub(super) fn open(&mut self, language: &'s Language) {
        self.close();
        self.open = Some((language, Vec::new()));
    }

    /// Ends the passage that is open.
    pub(super) fn close(&mut self) {
        if let Some((language, blocks)) = self.open.take() {
            self.whole.extend(passage(language, blocks));
        }
    }

    /// Whether what is added now goes from right to left.
    pub(super) fn is_rtl(&self) -> bool {
        self.language().is_rtl()
    }

    fn language(&self) -> &'s Language {
        self.open
            .as_ref()
            .map_or(self.page, |(language, _)| language)
    }

    /// Where the text of the author goes.
    pub(super) fn text(&mut self) -> &mut Vec<Block> {
        match &mut self.open {
            Some((_, blocks)) => blocks,
            None => &mut self.whole,
        }
    }

    /// Adds records, or words of the publisher's own: they stay in the language of the site,
    /// whatever the text around them is in (WCAG 2.2, 3.1.2).
    pub(super) fn push_records(&mut self, blocks: impl IntoIterator<Item = Block>) {
        let around = self.language();
        if around.is_variety_of(self.site) {
            self.text().extend(blocks);
            return;
        }
        let reopened = self.open.as_ref().map(|(language, _)| *language);
        self.close();
        if self.page.is_variety_of(self.site) {
            self.whole.extend(blocks);
        } else {
            self.whole
                .extend(passage(self.site, blocks.into_iter().collect()));
        }
        self.open = reopened.map(|language| (language, Vec::new()));
    }

    /// All blocks in order.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.close();
        self.whole
    }
}

fn passage(language: &Language, blocks: Vec<Block>) -> Option<Block> {
    (!blocks.is_empty()).then(|| {
        Block::Passage(Passage {
            language: language.to_string(),
            rtl: language.is_rtl(),
            blocks,
        })
    })
}
