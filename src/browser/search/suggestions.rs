//! What the header's field suggests while the reader types: an editable combobox with a
//! list and manual selection (WAI-ARIA Authoring Practices, "Combobox", example "Editable
//! combobox with list autocomplete"). The focus stays in the field.

use std::cell::{Cell, RefCell};

use leptos::prelude::AnyView;
use lscb_search::{Hit, SearchQuery};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

use super::context::Context;
use super::results::SEARCHING;
use crate::browser::dom::{by_id, document, intercept, listen, set_timeout};
use crate::browser::generation::Generation;
use crate::browser::mounted::Mounted;
use crate::browser::status::{announce, if_slow};
use crate::component::element::{element, text};
use crate::component::inline::aside;
use crate::component::search::kind_label;
use crate::decimal::decimal;
use crate::route::{SearchParams, search_url};

/// From how many letters something is suggested.
const MIN_LETTERS: usize = 2;
/// How many suggestions there are at most.
const MAX_SUGGESTIONS: usize = 6;
/// How long nothing must be typed before the number of suggestions is said, in
/// milliseconds: whoever types does not want to be talked to.
const QUIET_MS: u32 = 500;
/// What is said if the index does not come.
const NOT_LOADED: &str = "The search did not load.";
/// What the ids of options begin with.
const OPTION: &str = "suggestion-";

/// The combobox.
pub(super) struct Suggestions {
    context: Context,
    queries: Generation,
    /// The place of the active option.
    active: Cell<Option<usize>>,
    /// Where the options lead; none while the list is closed.
    urls: RefCell<Vec<String>>,
    mounted: RefCell<Option<Mounted>>,
}

impl Suggestions {
    /// A combobox that suggests what is in the index of `context`.
    pub(super) fn new(context: Context) -> Self {
        Self {
            context,
            queries: Generation::default(),
            active: Cell::default(),
            urls: RefCell::default(),
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
        if_slow(
            move || self.queries.is_current(number),
            move || {
                self.show(&[], SEARCHING);
                announce(SEARCHING);
            },
        );
        spawn_local(async move {
            let query = SearchQuery {
                text: words,
                limit: MAX_SUGGESTIONS,
                titles_only: true,
                ..SearchQuery::default()
            };
            let Some(answer) = self.context.index.ask(query, &self.queries, number).await else {
                return;
            };
            // Nothing more is to be said of a slow answer.
            let number = self.queries.next();
            let words = match answer {
                Ok(answer) => {
                    self.show(&answer.hits, "");
                    self.context.highlights.remember(&answer);
                    match answer.hits.len() {
                        0 => "No suggestions".into(),
                        1 => "1 suggestion".into(),
                        count => [&decimal(count), " suggestions"].concat(),
                    }
                }
                // The page of all results says what can be done.
                Err(_) => {
                    self.show(&[], NOT_LOADED);
                    NOT_LOADED.into()
                }
            };
            set_timeout(QUIET_MS, move || {
                if self.queries.is_current(number) {
                    announce(&words);
                }
            });
        });
    }

    /// Shows what was found, the way to all results, and below them why there is no more; no list if
    /// there is nothing to say.
    fn show(&self, hits: &[Hit], message: &'static str) {
        let (Some(field), Some(list)) = (field(), by_id("suggestions")) else {
            return;
        };
        self.active.set(None);
        field.remove_attribute("aria-activedescendant").ok();
        self.mounted.take();
        let is_open = !(hits.is_empty() && message.is_empty());
        let params = SearchParams {
            text: field.value(),
            ..SearchParams::default()
        };
        let all = ["All results for “", params.text.trim(), "”"].concat();
        let page = field.form().map(|form| form.action()).unwrap_or_default();
        let navigator = self.context.navigator;
        let urls = hits.iter().map(|hit| navigator.url_of(&hit.address));
        let urls = urls.chain([search_url(&page, &params)]).filter(|_| is_open);
        self.urls.replace(urls.collect());
        let contents = hits.iter().map(option).chain([vec![text(&all)]]);
        let options = contents.enumerate().map(|(place, content)| {
            let id = [OPTION, &decimal(place)].concat();
            let attributes = [
                ("id", id.as_str()),
                ("role", "option"),
                ("aria-selected", "false"),
            ];
            element("li", &attributes, content)
        });
        // A list box has options alone: this is one that cannot be chosen.
        let attributes = [("role", "option"), ("aria-disabled", "true")];
        let message = element("li", &attributes, vec![text(message)]);
        let message = Some(message).filter(|_| hits.is_empty());
        let mounted = Mounted::into_place(&list, options.chain(message).collect());
        self.mounted.replace(Some(mounted));
        set_open(&field, is_open);
    }

    /// Takes the list away.
    pub(super) fn close(&self) {
        self.queries.next();
        self.active.set(None);
        self.urls.take();
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
        let count = self.urls.borrow().len();
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
        let (url, is_hit) = match self.urls.borrow().get(place..) {
            Some([url, others @ ..]) => (url.clone(), !others.is_empty()),
            _ => return,
        };
        self.close();
        if let Some(field) = field() {
            field.set_value("");
        }
        if is_hit {
            self.context.highlights.mark_followed();
        }
        self.context.has_asked.set(true);
        if !self.context.navigator.follow(&url) {
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
