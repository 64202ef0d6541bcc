//! Views in the document.

use leptos::prelude::*;
use web_sys::Element;

/// Views that stand in the document for as long as this is kept.
pub(super) struct Mounted(Vec<<AnyView as Render>::State>);

impl Mounted {
    /// Puts views into an element in place of what is there. Not with `mount_to`, which brings an
    /// owner for signals and effects: a page has none.
    pub(super) fn into_place(place: &Element, views: Vec<AnyView>) -> Self {
        place.set_text_content(None);
        let states = views.into_iter().map(|view| {
            let mut state = view.build();
            state.mount(place, None);
            state
        });
        Self(states.collect())
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        for view in &mut self.0 {
            view.unmount();
        }
    }
}
