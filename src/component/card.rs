//! Cards: links to pages, each with a line on what is there.

use leptos::html;
use leptos::prelude::*;
use lscb_content::wire::Card;

use super::inline::anchor;
use crate::route::Base;

/// A list of cards.
pub fn cards(cards: &[Card], base: &Base) -> AnyView {
    let items: Vec<AnyView> = cards
        .iter()
        .map(|card| {
            let mut content = vec![anchor(&card.to, vec![card.title.clone().into_any()], base)];
            if !card.summary.is_empty() {
                content.push(html::p().child(card.summary.clone()).into_any());
            }
            html::li().child(content).into_any()
        })
        .collect();
    html::ul().class("cards").child(items).into_any()
}
