//! The words that were looked for, marked on the page that they were found on. A script does
//! the marking (`public/boot/marks.js`): it changes nothing of the page.

use std::cell::{Cell, RefCell};

use js_sys::Array;
use lscb_search::{Highlighted, SearchResults};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

use crate::boot::document;

/// What was marked in the latest answer, and whether the reader goes to one of its hits.
#[derive(Default)]
pub(crate) struct Marks {
    words: RefCell<Vec<String>>,
    followed: Cell<bool>,
}

impl Marks {
    /// Notes the words of an answer.
    pub(super) fn found(&self, found: &SearchResults) {
        let mut words: Vec<String> = Vec::new();
        let hits = found.hits.iter();
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
    pub(crate) fn follow(&self) {
        self.followed.set(true);
    }
}

/// Marks the words on the page on screen if a hit led to it; takes earlier marks away
/// otherwise.
pub(crate) fn mark(marks: &Marks) {
    let words: Array = match marks.followed.take() {
        true => marks
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
