//! The results page: what its address asks is what it shows.

use std::cell::RefCell;

use leptos::prelude::AnyView;
use lscb_search::{SearchQuery, SearchResults};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement};

use super::index::{self, Trouble, Turn};
use crate::boot::{app, by_id, window};
use crate::component::element::{element, text};
use crate::component::search::{FILTERS, RESULTS, again, filter_labels, filters, found, headline};
use crate::figures::figures;
use crate::navigate::tell_if_slow;
use crate::notice;
use crate::route::{Base, Question, kind_name};
use crate::screen::{Drawn, draw};

/// What the results page shows.
#[derive(Default)]
pub(crate) struct Results {
    turn: Turn,
    drawn: RefCell<Vec<Drawn>>,
    /// The filters of the form, which stay while their options change: one may have the focus.
    filters: RefCell<Option<Drawn>>,
}

/// Shows what the address asks, if the results page is on screen. `position`: where the
/// reader had scrolled to.
pub(crate) fn arrive(position: Option<f64>) {
    let results = &app().results;
    let number = results.turn.next();
    if by_id("results").is_none() {
        // Whatever was drawn went with its page.
        results.drawn.take();
        results.filters.take();
        return;
    }
    let hash = window().location().hash().unwrap_or_default();
    let Some(question) = Question::read(hash.trim_start_matches('#')) else {
        clear();
        return;
    };
    if let Some(field) = by_id("words") {
        field
            .unchecked_into::<HtmlInputElement>()
            .set_value(&question.words);
    }
    tell_if_slow("Searching…", move || results.turn.is(number));
    spawn_local(async move {
        let query = SearchQuery {
            text: question.words.clone(),
            filter: question.filter.clone(),
            offset: question.page * RESULTS,
            limit: RESULTS,
            titles_only: false,
        };
        let Some(answer) = index::ask(query, &results.turn, number).await else {
            return;
        };
        // Nothing more is to be said of a slow answer.
        results.turn.next();
        match answer {
            Ok(answer) => show(&question, &answer),
            Err(trouble) => fail(trouble),
        }
        if let Some(y) = position {
            window().scroll_to_with_x_and_y(0.0, y);
        }
    });
}

fn show(question: &Question, answer: &SearchResults) {
    let base = Base::of(&app().screen.path());
    put(found(answer, question, &base));
    app().marks.found(answer);
    if let Some(place) = by_id("filters").filter(|_| by_id(FILTERS[0]).is_none()) {
        app()
            .results
            .filters
            .replace(Some(draw(&place, filter_labels())));
    }
    let chosen = [
        question.filter.section.clone(),
        question.filter.kind.map(|kind| kind_name(kind).to_owned()),
        question.filter.year.map(|year| figures(year.into())),
    ];
    for ((id, options), chosen) in FILTERS.into_iter().zip(filters(&answer.facets)).zip(chosen) {
        let Some(select) = by_id(id) else { continue };
        // All and one other are no choice.
        let useful = options.len() > 2 || chosen.is_some();
        if let Some(label) = select.parent_element() {
            label
                .unchecked_into::<web_sys::HtmlElement>()
                .set_hidden(!useful);
        }
        app()
            .results
            .drawn
            .borrow_mut()
            .push(draw(&select, options));
        let select: HtmlSelectElement = select.unchecked_into();
        select.set_value(chosen.as_deref().unwrap_or_default());
    }
    notice::status(&headline(answer, question));
}

/// Says in place of results why there are none.
fn fail(trouble: Trouble) {
    let why = match trouble {
        Trouble::Unavailable => {
            "The search did not load. Everything on this site is in the list from A to Z below."
        }
        Trouble::Outdated => {
            "This site has been updated since you opened it. Load this page again to search it."
        }
    };
    let mut content = vec![text(why), text(" ")];
    match trouble {
        Trouble::Unavailable => content.push(again()),
        Trouble::Outdated => {
            let href = window().location().pathname().unwrap_or_default();
            content.push(element(
                "a",
                &[("href", &href)],
                vec![text("Load the page again")],
            ));
        }
    }
    put(vec![element("p", &[("class", "note")], content)]);
    notice::status(why);
}

/// Draws into the place of the results.
fn put(content: Vec<AnyView>) {
    let results = &app().results;
    results.drawn.take();
    if let Some(place) = by_id("results") {
        results.drawn.borrow_mut().push(draw(&place, content));
    }
}

/// Nothing is asked: the page is as it was published.
fn clear() {
    app().results.drawn.take();
    app().results.filters.take();
}
