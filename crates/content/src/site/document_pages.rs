//! Offers: on which page a reader meets a document.

use std::collections::HashMap;

use super::entries::{each_document, each_text};
use crate::{Page, Site, Slug, markdown::Directive};

impl Site {
    /// The page that offers each document: that has its card or a link to it or, for one of
    /// a review, the list of reviews; of several the first in the menus. Not a list of all
    /// documents, which offers none more than another.
    pub fn document_pages(&self) -> HashMap<&Slug, &Page> {
        let mut pages: HashMap<&Slug, &Page> = HashMap::new();
        for page in self.pages_in_order() {
            for (directive, _) in page.directives() {
                if let Directive::Document { slug } = directive {
                    for document in self.placed_documents(slug, page) {
                        pages.entry(&document.slug).or_insert(page);
                    }
                }
            }
            for node in &page.body {
                each_text(node, &mut |text| {
                    each_document(text, &mut |slug| {
                        pages.entry(slug).or_insert(page);
                    });
                });
            }
        }
        let reviews = self.records.reviews.iter();
        if let Some(list) = self.review_list() {
            for attachment in reviews.flat_map(|review| &review.attachments) {
                pages.entry(&attachment.document).or_insert(list);
            }
        }
        pages
    }
}
