//! The scroll position of every entry of the session's history.

use std::cell::{Cell, RefCell};

use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::ScrollRestoration;

use super::dom::window;

/// Scroll positions by entry, in CSS pixels. The `history.state` of an entry is a list: its number,
/// and the position at which a click left it, which outlives a reload. The numbers count up from the
/// time of the first one, so that entries of an earlier document are not mistaken for this one's.
#[derive(Default)]
pub(super) struct ScrollHistory {
    current: Cell<f64>,
    last: Cell<f64>,
    positions: RefCell<Vec<(f64, f64)>>,
}

impl ScrollHistory {
    /// Notes where the reader is on the current entry, before it is left.
    pub(super) fn save_position(&self) {
        let y = window().scroll_y().unwrap_or_default();
        let current = self.current.get();
        let mut positions = self.positions.borrow_mut();
        positions.retain(|(entry, _)| *entry != current);
        positions.push((current, y));
    }

    /// Marks the entry that the browser has just made or gone to, and gives the position
    /// that the reader left it at.
    pub(super) fn enter(&self) -> Option<f64> {
        let state = window().history().ok().and_then(|it| it.state().ok());
        let state = state.and_then(|state| state.dyn_into::<Array>().ok());
        let member = |at| state.as_ref().and_then(|state| state.get(at).as_f64());
        match member(0) {
            Some(entry) => self.current.set(entry),
            None => self.mark(),
        }
        let current = self.current.get();
        let positions = self.positions.borrow();
        let known = positions.iter().find(|(entry, _)| *entry == current);
        known.map(|(_, y)| *y).or_else(|| member(1))
    }

    /// Adds an entry for `url` after the one that is left at its position. From here on positions
    /// are the app's to restore: the browser would do it before the page of the entry is drawn.
    pub(super) fn push(&self, url: &str) {
        self.set_manual(true);
        let y = window().scroll_y().unwrap_or_default();
        let left = Array::of2(&self.current.get().into(), &y.into());
        let entry = self.next();
        if let Ok(history) = window().history() {
            history.replace_state(&left, "").ok();
            let new = Array::of1(&entry.into());
            history.push_state_with_url(&new, "", Some(url)).ok();
        }
        self.current.set(entry);
    }

    /// Whether the app or the browser restores positions. The browser does it after a
    /// reload, so it gets the task back when the document goes away.
    pub(super) fn set_manual(&self, is_manual: bool) {
        if let Ok(history) = window().history() {
            let mode = if is_manual {
                ScrollRestoration::Manual
            } else {
                ScrollRestoration::Auto
            };
            history.set_scroll_restoration(mode).ok();
        }
    }

    /// Whether the app has marked an entry in this document.
    pub(super) fn has_entries(&self) -> bool {
        self.last.get() != 0.0
    }

    fn mark(&self) {
        let entry = self.next();
        if let Ok(history) = window().history() {
            history.replace_state(&Array::of1(&entry.into()), "").ok();
        }
        self.current.set(entry);
    }

    fn next(&self) -> f64 {
        let next = if self.has_entries() {
            self.last.get() + 1.0
        } else {
            js_sys::Date::now()
        };
        self.last.set(next);
        next
    }
}
