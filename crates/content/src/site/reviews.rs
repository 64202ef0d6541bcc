//! Reviews, newest first.

use crate::{Date, Review, Site, Slug, record::ReviewStatus};

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
}
