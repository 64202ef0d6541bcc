//! Search in the browser: the index, the suggestions below the header's field, the results
//! page, and the words that are marked on the page that a result leads to.

pub(crate) mod index;
mod marks;
mod results;
mod suggestions;

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlFormElement, HtmlInputElement, HtmlSelectElement};

use crate::boot::{app, by_id, document};
use crate::component::search::FILTERS;
use crate::navigate::{self, on};
use crate::route::{Question, kind_named};

pub(crate) use marks::{Marks, mark};
pub(crate) use results::{Results, arrive};
pub(crate) use suggestions::Suggestions;

/// Listens to the forms. The results of the address are shown, should it ask for any.
pub(crate) fn listen() {
    let document = document();
    on(&document, "submit", |event| {
        if let Some(form) = form_of(&event) {
            event.prevent_default();
            send(&form);
        }
    });
    on(&document, "change", |event| {
        let select = event
            .target()
            .and_then(|it| it.dyn_into::<HtmlSelectElement>().ok());
        if let (Some(_), Some(form)) = (select, form_of(&event)) {
            send(&form);
        }
    });
    on(&document, "click", |event| {
        let target = event
            .target()
            .and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        if target.is_some_and(|it| it.id() == "search-again") {
            app().index.try_again();
            arrive(None);
        }
    });
    on(&crate::boot::window(), "hashchange", |_| arrive(None));
    suggestions::listen();
    arrive(None);
}

/// The search form that an event happened in.
fn form_of(event: &Event) -> Option<HtmlFormElement> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    target.closest("form[role=search]").ok()??.dyn_into().ok()
}

/// Goes to the results of what a form asks.
fn send(form: &HtmlFormElement) {
    let Some(field) = form.query_selector("input").ok().flatten() else {
        return;
    };
    let mut question = Question {
        words: field.unchecked_into::<HtmlInputElement>().value(),
        ..Question::default()
    };
    // The header's form has no filters of its own.
    if form.query_selector("select").ok().flatten().is_some() {
        question.filter.section = choice(FILTERS[0]);
        question.filter.kind = choice(FILTERS[1]).and_then(|name| kind_named(&name));
        question.filter.year = choice(FILTERS[2]).and_then(|year| year.parse().ok());
    }
    let page = form.action();
    let page = page.split('#').next().unwrap_or_default();
    suggestions::close();
    let url = [page.trim_end_matches('?'), "#", &question.fragment()].concat();
    if navigate::is_here(&url) {
        // The same question again.
        app().index.try_again();
        arrive(None);
    } else {
        navigate::follow(&url);
    }
}

/// The chosen value of a filter, if one is chosen.
fn choice(id: &str) -> Option<String> {
    let value = by_id(id)?.unchecked_into::<HtmlSelectElement>().value();
    Some(value).filter(|value| !value.is_empty())
}
