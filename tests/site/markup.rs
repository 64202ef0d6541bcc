//! Parts of a published document, and the words in them.

use scraper::{ElementRef, Html, Selector};

/// What `selector` finds, in order.
pub(crate) fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("a selector");
    html.select(&selector).collect()
}

/// The text of an element, white space collapsed.
pub(crate) fn words(element: &ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
