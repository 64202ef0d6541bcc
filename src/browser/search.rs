//! Search in the browser: the index, the suggestions below the header's field, the results
//! page, and the words that are highlighted on the page that a result leads to.

mod context;
mod highlights;
mod index;
mod results;
mod suggestions;

use std::cell::Cell;

use lscb_search::Filter;
use wasm_bindgen::JsCast;
use web_sys::{HtmlAnchorElement, HtmlFormElement, HtmlInputElement, HtmlSelectElement};

use self::context::Context;
use self::highlights::Highlights;
use self::index::Index;
use self::results::Results;
use self::suggestions::Suggestions;
use super::bundles::BundleCache;
use super::dom::{by_id, leak, window};
use super::navigator::Navigator;
use crate::component::search::FILTERS;
use crate::route::{SearchParams, kind_named, search_url};

/// The parts of search.
#[derive(Clone, Copy)]
pub(super) struct Search {
    context: Context,
    suggestions: &'static Suggestions,
    results: &'static Results,
}

impl Search {
    /// Search on the pages that `navigator` shows.
    pub(super) fn new(navigator: &'static Navigator, bundles: &'static BundleCache) -> Self {
        let context = Context {
            navigator,
            index: leak(Index::new(bundles)),
            highlights: leak(Highlights::default()),
            has_asked: leak(Cell::default()),
        };
        Self {
            context,
            suggestions: leak(Suggestions::new(context)),
            results: leak(Results::new(context)),
        }
    }

    /// Makes the header's field a combobox, and shows the results of the address, should it ask for
    /// any.
    pub(super) fn begin(self) {
        self.suggestions.listen();
        self.results.show_current(None);
    }

    /// A page has been put on screen; the reader had left it at `position`.
    pub(super) fn page_shown(self, position: Option<f64>) {
        self.context.highlights.highlight();
        self.results.show_current(position);
    }

    /// The fragment of the address is another one.
    pub(super) fn address_changed(self) {
        self.results.show_current(None);
    }

    /// The reader follows a link: if it is a result, its words are highlighted where it leads; others
    /// among the results lead to more of them.
    pub(super) fn link_clicked(self, link: &HtmlAnchorElement) {
        if link.closest("#results").is_ok_and(|place| place.is_some()) {
            self.context.highlights.mark_followed();
            self.context.has_asked.set(true);
        }
    }

    /// Tries once more what could not be had.
    pub(super) fn retry(self) {
        self.context.index.retry();
        self.results.show_current(None);
    }

    /// Goes to the results of what a form asks.
    pub(super) fn submit(self, form: &HtmlFormElement) {
        let Some(field) = form.query_selector("input").ok().flatten() else {
            return;
        };
        let mut params = SearchParams {
            text: field.unchecked_into::<HtmlInputElement>().value(),
            ..SearchParams::default()
        };
        // The header's form has no filters of its own.
        if form.query_selector("select").ok().flatten().is_some() {
            params.filter.section = choice(FILTERS[0]);
            params.filter.kind = choice(FILTERS[1]).and_then(|name| kind_named(&name));
            params.filter.year = choice(FILTERS[2]).and_then(|year| year.parse().ok());
            // Filters that were chosen for other words go with them.
            let hash = window().location().hash().unwrap_or_default();
            let before = SearchParams::from_hash(&hash).unwrap_or_default();
            if params.text != before.text && params.filter == before.filter {
                params.filter = Filter::default();
            }
        }
        self.suggestions.close();
        self.context.has_asked.set(true);
        let url = search_url(&form.action(), &params);
        if self.context.navigator.is_current(&url) {
            // The same query again.
            self.retry();
        } else if !self.context.navigator.follow(&url) {
            self.context.highlights.highlight();
        }
    }
}

/// The chosen value of a filter, if one is chosen.
fn choice(id: &str) -> Option<String> {
    let value = by_id(id)?.unchecked_into::<HtmlSelectElement>().value();
    Some(value).filter(|value| !value.is_empty())
}
