//! Published reviews.

use leptos::html;
use leptos::prelude::*;
use lscb_content::wire::Review;

use super::block::blocks;
use crate::route::Base;

/// Reviews, newest first. The date is the heading, as it was published.
pub fn reviews(reviews: &[Review], base: &Base) -> AnyView {
    let items: Vec<AnyView> = reviews.iter().map(|review| item(review, base)).collect();
    html::div().class("reviews").child(items).into_any()
}

fn item(review: &Review, base: &Base) -> AnyView {
    let date = html::time().datetime(review.iso.clone()).child(review.date.clone()).into_any();
    let mut content = vec![html::h3().id(review.id.clone()).child(date).into_any()];
    if !review.title.is_empty() {
        let title = html::strong().child(review.title.clone()).into_any();
        content.push(html::p().child(title).into_any());
    }
    content.extend(blocks(&review.body, base));
    html::article().attr("aria-labelledby", review.id.clone()).child(content).into_any()
}
