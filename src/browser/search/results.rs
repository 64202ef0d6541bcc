//! The results page: what its address asks is what it shows.

use std::cell::RefCell;

use leptos::prelude::AnyView;
use lscb_search::{SearchQuery, SearchResults};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement};

use super::context::Context;
use super::index::SearchError;
use crate::browser::dom::{by_id, document, scroll_to, window};
use crate::browser::generation::Generation;
use crate::browser::main_content::focus_heading;
use crate::browser::mounted::Mounted;
use crate::browser::status::{announce, if_slow};
use crate::component::element::{element, text};
use crate::component::search::{
    FILTERS, RESULTS, filter_labels, filters, headline, results, retry_button,
};
use crate::decimal::decimal;
use crate::route::{RelativeRoot, SearchParams, kind_name};

/// What is said while the index is on its way.
pub(super) const SEARCHING: &str = "Searching…";

/// The height that the heading of the results and the first of them take, in CSS pixels.
const FIRST_RESULT: f64 = 200.0;

/// What the results page shows.
pub(super) struct Results {
    context: Context,
    queries: Generation,
    mounted: RefCell<Vec<Mounted>>,
    /// The filters of the form, which stay while their options change: one may have the focus.
    filters: RefCell<Option<Mounted>>,
}

impl Results {
    /// A results page that answers from the index of `context`.
    pub(super) fn new(context: Context) -> Self {
        Self {
            context,
            queries: Generation::default(),
            mounted: RefCell::default(),
            filters: RefCell::default(),
        }
    }

    /// Shows what the address asks, if the results page is on screen. `position`: where the
    /// reader had scrolled to.
    pub(super) fn show_current(&'static self, position: Option<f64>) {
        let number = self.queries.next();
        let has_asked = self.context.has_asked.take();
        if by_id("results").is_none() {
            // Whatever was drawn went with its page.
            self.clear();
            return;
        }
        let hash = window().location().hash().unwrap_or_default();
        let Some(params) = SearchParams::from_hash(&hash) else {
            // Nothing is asked: the page is as it was published.
            self.clear();
            return;
        };
        if let Some(field) = by_id("words") {
            field
                .unchecked_into::<HtmlInputElement>()
                .set_value(&params.text);
        }
        if_slow(
            move || self.queries.is_current(number),
            move || {
                self.put(vec![element("p", &[], vec![text(SEARCHING)])]);
                announce(SEARCHING);
            },
        );
        spawn_local(async move {
            let query = SearchQuery {
                text: params.text.clone(),
                filter: params.filter.clone(),
                offset: params.page * RESULTS,
                limit: RESULTS,
                titles_only: false,
            };
            let Some(answer) = self.context.index.ask(query, &self.queries, number).await else {
                return;
            };
            // Nothing more is to be said of a slow answer.
            self.queries.next();
            match answer {
                Ok(answer) => self.show(&params, &answer),
                Err(error) => self.show_error(error),
            }
            match position {
                Some(y) => scroll_to(y),
                None if has_asked => lead_to_results(),
                None => {}
            }
        });
    }

    fn show(&self, params: &SearchParams, answer: &SearchResults) {
        let root = RelativeRoot::of(&self.context.navigator.path());
        self.put(results(answer, params, &root));
        self.context.highlights.remember(answer);
        if let Some(place) = by_id("filters").filter(|_| by_id(FILTERS[0]).is_none()) {
            let labels = Mounted::into_place(&place, filter_labels());
            self.filters.replace(Some(labels));
        }
        let chosen = [
            params.filter.section.clone(),
            params.filter.kind.map(|kind| kind_name(kind).to_owned()),
            params.filter.year.map(|year| decimal(year.into())),
        ];
        for ((id, options), chosen) in FILTERS.into_iter().zip(filters(&answer.facets)).zip(chosen)
        {
            let Some(select) = by_id(id) else { continue };
            // All and one other are no choice.
            let is_choice = options.len() > 2 || chosen.is_some();
            if let Some(label) = select.parent_element() {
                label.unchecked_into::<HtmlElement>().set_hidden(!is_choice);
            }
            let options = Mounted::into_place(&select, options);
            self.mounted.borrow_mut().push(options);
            let select: HtmlSelectElement = select.unchecked_into();
            select.set_value(chosen.as_deref().unwrap_or_default());
        }
        announce(&headline(answer, params));
    }

    /// Says in place of results why there are none.
    fn show_error(&self, error: SearchError) {
        let why = match error {
            SearchError::Unavailable => {
                "The search did not load. Everything on this site is in the list from A to Z below."
            }
            SearchError::Outdated => {
                "This site has been updated since you opened it. Load this page again to search it."
            }
        };
        let mut content = vec![text(why), text(" ")];
        match error {
            SearchError::Unavailable => content.push(retry_button()),
            SearchError::Outdated => {
                let href = window().location().pathname().unwrap_or_default();
                let words = vec![text("Load the page again")];
                content.push(element("a", &[("href", &href)], words));
            }
        }
        self.put(vec![element("p", &[("class", "note")], content)]);
        announce(why);
    }

    /// Draws into the place of the results.
    fn put(&self, content: Vec<AnyView>) {
        self.mounted.take();
        if let Some(place) = by_id("results") {
            let mounted = Mounted::into_place(&place, content);
            self.mounted.borrow_mut().push(mounted);
        }
    }

    fn clear(&self) {
        self.mounted.take();
        self.filters.take();
    }
}

/// Takes the reader to the results: on a telephone they begin below its first screen. The focus
/// goes to the heading of the page, as after any link, so that no keyboard lies over the results.
/// Who is choosing a filter stays there: the next value may be the one.
fn lead_to_results() {
    let focused = document().active_element();
    let is_choosing = focused.is_some_and(|focused| FILTERS.contains(&focused.id().as_str()));
    let Some(place) = by_id("results").filter(|_| !is_choosing) else {
        return;
    };
    focus_heading();
    // Who finds nothing has the numbers to ring in view, which stand above.
    let is_found = document().query_selector("#results li");
    let help = document().query_selector(".help").ok().flatten();
    let to = match is_found {
        Ok(None) => help.unwrap_or_else(|| place.clone().into()),
        _ => place.clone().into(),
    };
    let height = window().inner_height().ok().and_then(|it| it.as_f64());
    let top = place.get_bounding_client_rect().top();
    if top < 0.0 || top + FIRST_RESULT > height.unwrap_or_default() {
        to.scroll_into_view();
    }
}
