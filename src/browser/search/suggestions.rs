//! What the header's field suggests while the reader types: an editable combobox with a
//! list and manual selection (WAI-ARIA Authoring Practices, "Combobox", example "Editable
//! combobox with list autocomplete"). The focus stays in the field.

use std::cell::{Cell, RefCell};

use leptos::prelude::AnyView;
use lscb_search::{Hit, SearchQuery, SearchResults};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

use super::context::Context;
use crate::browser::dom::{by_id, document, intercept, listen, set_timeout};
use crate::browser::generation::Generation;
use crate::browser::mounted::Mounted;
use crate::browser::status;
use crate::component::element::{element, text};
use crate::component::inline::aside;
use crate::component::search::kind_label;
use crate::decimal::decimal;

/// From how many letters something is suggested.
const MIN_LETTERS: usize = 2;
/// How many suggestions there are at most.
const MAX_SUGGESTIONS: usize = 6;
/// How long nothing must be typed before the number of suggestions is said, in
/// milliseconds: whoever types does not want to be talked to.
const QUIET_MS: u32 = 500;
/// What the ids of options begin with.
const OPTION: &str = "suggestion-";

/// The combobox.
pub(super) struct Suggestions {
    context: Context,
    queries: Generation,
    /// The place of the active option.
    active: Cell<Option<usize>>,
    /// The addresses that the options stand for; empty while the list is closed.
    addresses: RefCell<Vec<String>>,
    mounted: RefCell<Option<Mounted>>,
}

impl Suggestions {
    /// A combobox that suggests what is in the index of `context`.
    pub(super) fn new(context: Context) -> Self {
        Self {
            context,
            queries: Generation::default(),
            active: Cell::default(),
            addresses: RefCell::default(),
            mounted: RefCell::default(),
        }
    }

    /// Makes the header's field a combobox.
    pub(super) fn listen(&'static self) {
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
        listen(&field, "focus", move |_| {
            // A failure is not told: the reader has not asked yet.
            spawn_local(async move {
                self.context.index.open().await.ok();
            });
        });
        listen(&field, "input", move |_| self.suggest());
        intercept(&field, "keydown", move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                self.pressed(event);
            }
        });
        listen(&field, "blur", move |_| self.close());
        // The focus stays in the field: a press on the list must not take it.
        intercept(&list, "pointerdown", |event| event.prevent_default());
        intercept(&list, "mousedown", |event| event.prevent_default());
        intercept(&list, "click", move |event| {
            if let Some(place) = option_at(event) {
                self.accept(place);
            }
        });
        // Typed before the app was there.
        let focused = document().active_element();
        if focused.is_some_and(|focused| focused.id() == "search") {
            self.suggest();
        }
    }

    /// Suggests for what has been typed so far.
    fn suggest(&'static self) {
        let Some(field) = field() else { return };
        let number = self.queries.next();
        let words = field.value();
        if words.trim().chars().take(MIN_LETTERS).count() < MIN_LETTERS {
            self.close();
            return;
        }
        spawn_local(async move {
            let query = SearchQuery {
                text: words,
                limit: MAX_SUGGESTIONS,
                titles_only: true,
                ..SearchQuery::default()
            };
            match self.context.index.ask(query, &self.queries, number).await {
                Some(Ok(answer)) => {
                    self.show(&answer);
                    let words = match answer.hits.len() {
                        0 => "No suggestions".into(),
                        1 => "1 suggestion".into(),
                        count => [&decimal(count), " suggestions"].concat(),
                    };
                    set_timeout(QUIET_MS, move || {
                        if self.queries.is_current(number) {
                            status::announce(&words);
                        }
                    });
                }
                // The results page says what went wrong, should the reader send the words.
                Some(Err(_)) => self.close(),
                None => {}
            }
        });
    }

    fn show(&self, answer: &SearchResults) {
        let (Some(field), Some(list)) = (field(), by_id("suggestions")) else {
            return;
        };
        self.active.set(None);
        field.remove_attribute("aria-activedescendant").ok();
        self.mounted.take();
        let options = answer.hits.iter().enumerate().map(|(place, hit)| {
            let id = [OPTION, &decimal(place)].concat();
            let attributes = [
                ("id", id.as_str()),
                ("role", "option"),
                ("aria-selected", "false"),
            ];
            element("li", &attributes, option(hit))
        });
        let mounted = Mounted::into_place(&list, options.collect());
        self.mounted.replace(Some(mounted));
        let addresses = answer.hits.iter().map(|hit| hit.address.clone());
        self.addresses.replace(addresses.collect());
        set_open(&field, !answer.hits.is_empty());
        self.context.highlights.remember(answer);
    }

    /// Takes the list away.
    pub(super) fn close(&self) {
        self.queries.next();
        self.active.set(None);
        self.addresses.take();
        if let Some(field) = field() {
            field.remove_attribute("aria-activedescendant").ok();
            set_open(&field, false);
        }
    }

    fn pressed(&'static self, event: &KeyboardEvent) {
        // Keys that compose a letter belong to the input method.
        if event.is_composing() || event.ctrl_key() || event.meta_key() {
            return;
        }
        let count = self.addresses.borrow().len();
        let active = self.active.get();
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if count == 0 => self.suggest(),
            // Past either end the field itself is next.
            "ArrowDown" => self.activate(match active {
                None => Some(0),
                Some(place) => Some(place + 1).filter(|&next| next < count),
            }),
            "ArrowUp" => self.activate(match active {
                None => Some(count - 1),
                Some(place) => place.checked_sub(1),
            }),
            "Enter" => match active {
                Some(place) => self.accept(place),
                None => return,
            },
            "Escape" if count > 0 => self.close(),
            "Escape" => {
                if let Some(field) = field() {
                    field.set_value("");
                }
            }
            _ => return,
        }
        event.prevent_default();
    }

    fn activate(&self, place: Option<usize>) {
        let (Some(field), Some(list)) = (field(), by_id("suggestions")) else {
            return;
        };
        self.active.set(place);
        field.remove_attribute("aria-activedescendant").ok();
        let options = list.children();
        for at in 0..options.length() {
            let Some(option) = options.item(at) else {
                continue;
            };
            let is_active = place == Some(at as usize);
            let selected = if is_active { "true" } else { "false" };
            option.set_attribute("aria-selected", selected).ok();
            if is_active {
                let id = option.id();
                field.set_attribute("aria-activedescendant", &id).ok();
            }
        }
    }

    /// Goes to what an option stands for.
    fn accept(&'static self, place: usize) {
        let Some(address) = self.addresses.borrow().get(place).cloned() else {
            return;
        };
        self.close();
        if let Some(field) = field() {
            field.set_value("");
        }
        self.context.highlights.mark_followed();
        if !self
            .context
            .navigator
            .follow(&self.context.navigator.url_of(&address))
        {
            self.context.highlights.highlight();
        }
    }
}

fn field() -> Option<HtmlInputElement> {
    by_id("search")?.dyn_into().ok()
}

fn option_at(event: &Event) -> Option<usize> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let option = target.closest("[role=option]").ok()??;
    option.id().strip_prefix(OPTION)?.parse().ok()
}

/// A suggestion is one string: what it is called and what it is.
fn option(hit: &Hit) -> Vec<AnyView> {
    let spans = hit.title.0.iter().map(|span| match span.marked {
        true => element("mark", &[], vec![text(&span.text)]),
        false => text(&span.text),
    });
    let kind = aside(&[" (", kind_label(hit.kind), ")"]);
    spans.chain([kind]).collect()
}

fn set_open(field: &HtmlInputElement, is_open: bool) {
    let expanded = if is_open { "true" } else { "false" };
    field.set_attribute("aria-expanded", expanded).ok();
    if let Some(list) = by_id("suggestions") {
        list.set_hidden(!is_open);
    }
}
