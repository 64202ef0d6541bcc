//! Published reviews.

use leptos::prelude::*;
use lscb_wire::Review;

use super::block::blocks;
use super::element::{element, text};
use crate::route::RelativeRoot;

/// Reviews, newest first. The date is the heading, as it was published; `tag` is that of its level.
pub fn reviews(reviews: &[Review], tag: &'static str, root: &RelativeRoot) -> AnyView {
    let items = reviews
        .iter()
        .map(|review| item(review, tag, root))
        .collect();
    element("div", &[("class", "reviews")], items)
}

fn item(review: &Review, tag: &'static str, root: &RelativeRoot) -> AnyView {
    let date = element(
        "time",
        &[("datetime", &review.iso)],
        vec![text(&review.date)],
    );
    let mut content = vec![element(tag, &[("id", &review.id)], vec![date])];
    if !review.title.is_empty() {
        let title = element("strong", &[], vec![text(&review.title)]);
        content.push(element("p", &[], vec![title]));
    }
    content.extend(blocks(&review.body, root));
    element("article", &[("aria-labelledby", &review.id)], content)
}
