//! What the header's field suggests while the reader types: an editable combobox with a
//! list and manual selection (WAI-ARIA Authoring Practices, "Combobox", example "Editable
//! combobox with list autocomplete"). The focus stays in the field.

use std::cell::{Cell, RefCell};

use lscb_search::{Hit, SearchQuery, SearchResults};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

use super::index::{self, Turn};
use crate::boot::{app, by_id, document, window};
use crate::component::element::{element, text};
use crate::component::inline::aside;
use crate::component::search::kind_label;
use crate::figures::figures;
use crate::navigate::{self, after, on};
use crate::notice;
use crate::screen::{Drawn, draw};

/// From how many letters something is suggested.
const LETTERS: usize = 2;
/// How many suggestions there are at most.
const MOST: usize = 6;
/// How long nothing must be typed before the number of suggestions is said, in
/// milliseconds: whoever types does not want to be talked to.
const QUIET: i32 = 500;

/// The state of the list.
#[derive(Default)]
pub(crate) struct Suggestions {
    turn: Turn,
    /// The place of the chosen suggestion.
    chosen: Cell<Option<usize>>,
    /// The addresses that the suggestions stand for; empty while the list is closed.
    addresses: RefCell<Vec<String>>,
    drawn: RefCell<Option<Drawn>>,
}

fn state() -> &'static Suggestions {
    &app().suggestions
}

fn field() -> Option<HtmlInputElement> {
    by_id("search")?.dyn_into().ok()
}

/// Makes the field a combobox.
pub(super) fn listen() {
    let (Some(field), Some(list)) = (field(), by_id("suggestions")) else {
        return;
    };
    for (name, value) in [
        ("role", "combobox"),
        ("aria-autocomplete", "list"),
        ("aria-controls", "suggestions"),
        ("aria-expanded", "false"),
    ] {
        field.set_attribute(name, value).ok();
    }
    on(&field, "focus", |_| {
        spawn_local(async {
            index::open().await.ok();
        });
    });
    on(&field, "input", |_| typed());
    on(&field, "keydown", |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            pressed(event);
        }
    });
    on(&field, "blur", |_| close());
    // The focus stays in the field: a press on the list must not take it.
    on(&list, "pointerdown", |event| event.prevent_default());
    on(&list, "mousedown", |event| event.prevent_default());
    on(&list, "click", |event| {
        if let Some(place) = place_of(&event) {
            go(place);
        }
    });
    // Typed before the app was there.
    if document()
        .active_element()
        .is_some_and(|active| active.id() == "search")
    {
        typed();
    }
}

fn place_of(event: &Event) -> Option<usize> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let option = target.closest("[role=option]").ok()??;
    option.id().strip_prefix(OPTION)?.parse().ok()
}

/// What the ids of options begin with.
const OPTION: &str = "suggestion-";

fn typed() {
    let Some(field) = field() else { return };
    let turn = &state().turn;
    let number = turn.next();
    let words = field.value();
    if words.trim().chars().take(LETTERS).count() < LETTERS {
        close();
        return;
    }
    spawn_local(async move {
        let query = SearchQuery {
            text: words,
            limit: MOST,
            titles_only: true,
            ..SearchQuery::default()
        };
        match index::ask(query, turn, number).await {
            Some(Ok(found)) => {
                show(&found);
                let words = match found.hits.len() {
                    0 => "No suggestions".into(),
                    1 => "1 suggestion".into(),
                    count => [&figures(count), " suggestions"].concat(),
                };
                after(QUIET, move || {
                    if turn.is(number) {
                        notice::status(&words);
                    }
                });
            }
            // The results page says what went wrong, should the reader send the words.
            Some(Err(_)) => close(),
            None => {}
        }
    });
}

fn show(found: &SearchResults) {
    let (Some(field), Some(list)) = (field(), by_id("suggestions")) else {
        return;
    };
    state().chosen.set(None);
    field.remove_attribute("aria-activedescendant").ok();
    state().drawn.take();
    let options = found.hits.iter().enumerate().map(|(place, hit)| {
        let id = [OPTION, &figures(place)].concat();
        let attributes = [
            ("id", id.as_str()),
            ("role", "option"),
            ("aria-selected", "false"),
        ];
        element("li", &attributes, option(hit))
    });
    let drawn = draw(&list, options.collect());
    state().drawn.replace(Some(drawn));
    let addresses = found.hits.iter().map(|hit| hit.address.clone());
    state().addresses.replace(addresses.collect());
    open(&field, !found.hits.is_empty());
    app().marks.found(found);
}

/// A suggestion is one string: what it is called and what it is.
fn option(hit: &Hit) -> Vec<leptos::prelude::AnyView> {
    let spans = hit.title.0.iter().map(|span| match span.marked {
        true => element("mark", &[], vec![text(&span.text)]),
        false => text(&span.text),
    });
    let kind = aside(&[" (", kind_label(hit.kind), ")"]);
    spans.chain([kind]).collect()
}

fn open(field: &HtmlInputElement, is_open: bool) {
    let expanded = if is_open { "true" } else { "false" };
    field.set_attribute("aria-expanded", expanded).ok();
    if let Some(list) = by_id("suggestions") {
        list.set_hidden(!is_open);
    }
}

/// Takes the list away.
pub(super) fn close() {
    let state = state();
    state.turn.next();
    state.chosen.set(None);
    state.addresses.take();
    if let Some(field) = field() {
        field.remove_attribute("aria-activedescendant").ok();
        open(&field, false);
    }
}

fn pressed(event: &KeyboardEvent) {
    // Keys that compose a letter belong to the input method.
    if event.is_composing() || event.ctrl_key() || event.meta_key() {
        return;
    }
    let state = state();
    let count = state.addresses.borrow().len();
    let chosen = state.chosen.get();
    match event.key().as_str() {
        "ArrowDown" | "ArrowUp" if count == 0 => typed(),
        // Past either end the field itself is next.
        "ArrowDown" => choose(match chosen {
            None => Some(0),
            Some(place) => Some(place + 1).filter(|&next| next < count),
        }),
        "ArrowUp" => choose(match chosen {
            None => Some(count - 1),
            Some(place) => place.checked_sub(1),
        }),
        "Enter" => match chosen {
            Some(place) => go(place),
            None => return,
        },
        "Escape" if count > 0 => close(),
        "Escape" => {
            if let Some(field) = field() {
                field.set_value("");
            }
        }
        _ => return,
    }
    event.prevent_default();
}

fn choose(place: Option<usize>) {
    let (Some(field), Some(list)) = (field(), by_id("suggestions")) else {
        return;
    };
    state().chosen.set(place);
    field.remove_attribute("aria-activedescendant").ok();
    let options = list.children();
    for at in 0..options.length() {
        let Some(option) = options.item(at) else {
            continue;
        };
        let is_chosen = place == Some(at as usize);
        let selected = if is_chosen { "true" } else { "false" };
        option.set_attribute("aria-selected", selected).ok();
        if is_chosen {
            field
                .set_attribute("aria-activedescendant", &option.id())
                .ok();
        }
    }
}

fn go(place: usize) {
    let Some(address) = state().addresses.borrow().get(place).cloned() else {
        return;
    };
    close();
    if let Some(field) = field() {
        field.set_value("");
    }
    app().marks.follow();
    let origin = window().location().origin().unwrap_or_default();
    navigate::follow(&[origin.as_str(), &app().root, &address].concat());
}
