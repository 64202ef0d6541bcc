//! The words that were looked for, highlighted on the page that they were found on. A script does
//! the highlighting (`public/boot/marks.js`): it changes nothing of the page.

use std::cell::{Cell, RefCell};

use js_sys::Array;
use lscb_search::{Highlighted, SearchResults};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

use crate::browser::dom::document;

/// What was marked in the latest answer, and whether the reader goes to one of its hits.
#[derive(Default)]
pub(super) struct Highlights {
    words: RefCell<Vec<String>>,
    is_followed: Cell<bool>,
}

impl Highlights {
    /// Notes the words of an answer.
    pub(super) fn remember(&self, answer: &SearchResults) {
        let mut words: Vec<String> = Vec::new();
        let hits = answer.hits.iter();
        let runs = hits.flat_map(|hit| {
            [&hit.title, &hit.snippet]
                .into_iter()
                .chain(hit.sub_results.iter().map(|part| &part.heading))
        });
        for Highlighted(spans) in runs {
            for span in spans.iter().filter(|span| span.marked) {
                if !words.contains(&span.text) {
                    words.push(span.text.clone());
                }
            }
        }
        self.words.replace(words);
    }

    /// Notes that the reader follows a hit.
    pub(super) fn mark_followed(&self) {
        self.is_followed.set(true);
    }

    /// Highlights the words on the page on screen if a hit led to it; takes earlier highlights away
    /// otherwise.
    pub(super) fn highlight(&self) {
        let words: Array = match self.is_followed.take() {
            true => self
                .words
                .borrow()
                .iter()
                .map(|word| JsValue::from(word.as_str()))
                .collect(),
            false => Array::new(),
        };
        let init = CustomEventInit::new();
        init.set_detail(&words);
        if let Ok(event) = CustomEvent::new_with_event_init_dict("found", &init) {
            document().dispatch_event(&event).ok();
        }
    }
}
