//! Where the reader was: the scroll position of every entry of the session's history.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;

use crate::boot::window;

/// Scroll positions by entry. An entry is known by the number in its `history.state`;
/// the numbers count up from the time of the first one, so that entries of an earlier
/// document are not mistaken for ours.
#[derive(Default)]
pub(crate) struct History {
    current: Cell<f64>,
    last: Cell<f64>,
    positions: RefCell<Vec<(f64, f64)>>,
}

impl History {
    /// Marks the entry that the document was loaded for: done now, it does not hold up the
    /// first click.
    pub(crate) fn begin(&self) {
        self.arrive();
    }

    /// Notes where the reader is on the current entry, before it is left.
    pub(crate) fn leave(&self) {
        let y = window().scroll_y().unwrap_or_default();
        let current = self.current.get();
        let mut positions = self.positions.borrow_mut();
        positions.retain(|(entry, _)| *entry != current);
        positions.push((current, y));
    }

    /// Marks the entry that the browser has just made or gone to, and gives the position
    /// that the reader left it at.
    pub(crate) fn arrive(&self) -> Option<f64> {
        let entry = window()
            .history()
            .ok()
            .and_then(|history| history.state().ok()?.as_f64());
        match entry {
            Some(entry) => self.current.set(entry),
            None => self.mark(),
        }
        let current = self.current.get();
        let positions = self.positions.borrow();
        positions
            .iter()
            .find(|(entry, _)| *entry == current)
            .map(|(_, y)| *y)
    }

    /// Adds an entry for `url`. From here on positions are ours to restore: the browser
    /// would do it before the page of the entry is drawn.
    pub(crate) fn push(&self, url: &str) {
        self.restore_by_hand(true);
        let entry = self.next();
        if let Ok(history) = window().history() {
            history
                .push_state_with_url(&JsValue::from(entry), "", Some(url))
                .ok();
        }
        self.current.set(entry);
    }

    /// Whether the app or the browser restores positions. The browser does it after a
    /// reload, so it gets the task back when the document goes away.
    pub(crate) fn restore_by_hand(&self, by_hand: bool) {
        if let Ok(history) = window().history() {
            let mode = if by_hand {
                ScrollRestoration::Manual
            } else {
                ScrollRestoration::Auto
            };
            history.set_scroll_restoration(mode).ok();
        }
    }

    /// Whether the app has marked an entry in this document.
    pub(crate) fn is_ours(&self) -> bool {
        self.last.get() != 0.0
    }

    fn mark(&self) {
        let entry = self.next();
        if let Ok(history) = window().history() {
            history.replace_state(&JsValue::from(entry), "").ok();
        }
        self.current.set(entry);
    }

    fn next(&self) -> f64 {
        let next = if self.is_ours() {
            self.last.get() + 1.0
        } else {
            js_sys::Date::now()
        };
        self.last.set(next);
        next
    }
}
