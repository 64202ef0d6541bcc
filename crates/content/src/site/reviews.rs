//! Reviews, newest first.

use lscb_wire::{Block, Card, Target};

use crate::{Date, Page, Review, Site, Slug, markdown::Directive, record::ReviewStatus};

/// How many reviews are the latest ones.
const LATEST: usize = 3;

impl Site {
    /// The reviews to list, each with its anchor. The anchor of a withdrawn review is made
    /// of its date alone: its slug may name the child.
    pub(super) fn reviews(&self, latest: Option<usize>) -> Vec<(Slug, &Review)> {
        let mut reviews: Vec<&Review> = self.records.reviews.iter().collect();
        reviews.sort_by(|a, b| Date::newest_first(&a.date, &b.date).then(a.slug.cmp(&b.slug)));
        reviews.truncate(latest.unwrap_or(usize::MAX));
        let mut withdrawn = 0;
        let anchored = reviews.into_iter().filter_map(|review| {
            if review.status != ReviewStatus::Withdrawn {
                return Some((review.slug.clone(), review));
            }
            withdrawn += 1;
            let anchor = Slug::from_words(&format!("withdrawn-{}", review.date))?;
            Some((
                if withdrawn == 1 {
                    anchor
                } else {
                    anchor.numbered(withdrawn)
                },
                review,
            ))
        });
        anchored.collect()
    }

    /// The reviews that were withdrawn, each by its place in the list of all reviews.
    pub fn withdrawn(&self) -> Vec<String> {
        let page = self.review_list().map_or("/", |page| page.path.as_str());
        let reviews = self.reviews(None).into_iter();
        let gone = reviews.filter(|(_, review)| review.status == ReviewStatus::Withdrawn);
        gone.map(|(anchor, _)| format!("{page}#{anchor}")).collect()
    }

    /// Cards of the newest reviews, each leading to its place in the list of all of them.
    pub(super) fn latest_reviews(&self) -> Block {
        let list = self.review_list();
        let reviews = self.reviews(None).into_iter();
        let shown = reviews.filter(|(_, review)| review.status == ReviewStatus::Live);
        let card = |(anchor, review): (Slug, &Review)| {
            Some(Card {
                to: Target::Page(format!("{}#{anchor}", list?.path)),
                title: review.title.clone(),
                summary: review.date.words(),
                language: String::new(),
            })
        };
        Block::Cards(shown.take(LATEST).filter_map(card).collect())
    }

    /// The page that lists all reviews; of several the first in the menus that is in the language of
    /// the site.
    pub(crate) fn review_list(&self) -> Option<&Page> {
        let mut lists = self.pages_in_order();
        lists.retain(|page| page.has_directive(&Directive::Reviews { latest: None }));
        lists
            .into_iter()
            .min_by_key(|page| page.front.language.is_some())
    }
}
