//! Cards: links to pages, each with a line on what is there.

use leptos::prelude::*;
use lscb_wire::Card;

use super::element::{element, text};
use super::inline::{anchor, named_in};
use crate::route::RelativeRoot;

/// A list of cards.
pub fn cards(cards: &[Card], root: &RelativeRoot) -> AnyView {
    let items = cards.iter().map(|card| item(card, root)).collect();
    element("ul", &[("class", "cards")], items)
}

fn item(card: &Card, root: &RelativeRoot) -> AnyView {
    let mut content = vec![anchor(&card.to, vec![text(&card.title)], root)];
    if !card.summary.is_empty() {
        content.push(element("p", &[], vec![text(&card.summary)]));
    }
    element("li", &named_in(&card.language), content)
}
