//! Reviews.

use std::collections::HashSet;

use lscb_wire::{self as wire, Block, Inline, List};

use super::{Missing, View};
use crate::{
    Review, ReviewAttachment, Slug,
    record::ReviewStatus,
    site::entries::{each_document, each_text},
};

impl<'s> View<'s> {
    /// A review, or that it was withdrawn.
    pub(super) fn review(&mut self, id: &Slug, review: &'s Review) -> wire::Review {
        let withdrawn = review.status == ReviewStatus::Withdrawn;
        let mut body = Vec::new();
        if withdrawn {
            let gone = "This review has been withdrawn and is no longer published here.";
            body.push(Block::Paragraph(vec![Inline::Text(gone.into())]));
        } else {
            for node in &review.body {
                self.push(node, &mut body);
            }
            body.extend(self.attachments(review));
        }
        wire::Review {
            id: id.to_string(),
            date: review.date.words(),
            iso: review.date.to_string(),
            title: if withdrawn {
                "Withdrawn review".into()
            } else {
                review.title.clone()
            },
            body,
        }
    }

    /// The documents of a review that its text does not name.
    fn attachments(&mut self, review: &'s Review) -> Option<Block> {
        let mut named = HashSet::new();
        for node in &review.body {
            each_text(node, &mut |text| {
                each_document(text, &mut |slug| {
                    named.insert(slug);
                });
            });
        }
        let mut missing = Missing::new();
        let others = review.attachments.iter();
        let others = others.filter(|attachment| !named.contains(&attachment.document));
        let items: Vec<Vec<Block>> = others
            .filter_map(|attachment| self.attachment(attachment, &mut missing))
            .map(|words| vec![Block::Paragraph(words)])
            .collect();
        self.note_missing(missing);
        (!items.is_empty()).then(|| {
            Block::List(List {
                ordered: false,
                start: String::new(),
                items,
            })
        })
    }

    /// A document of a review by the part that it plays: `Report: Serious Case Review 2019`.
    fn attachment(
        &self,
        attachment: &'s ReviewAttachment,
        missing: &mut Missing<'s>,
    ) -> Option<Vec<Inline>> {
        let document = self.site.records.documents.get(&attachment.document)?;
        let mut words = vec![Inline::Text(format!("{}: ", attachment.role.words()))];
        let title = vec![Inline::Text(document.title.clone())];
        match self.document(&attachment.document, missing) {
            Some((to, note)) => words.push(Inline::Link {
                to,
                text: title,
                note,
            }),
            None => {
                words.extend(title);
                words.push(Inline::Absent);
            }
        }
        Some(words)
    }
}
