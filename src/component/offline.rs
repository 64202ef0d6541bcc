//! A copy of the site on the reader's own device: the place where it is kept and removed.

use leptos::prelude::*;

use super::element::{element, text};

/// What can be said without scripts, and the place of `public/offline.js`, which shows it once
/// it knows what this browser can do.
pub fn offline() -> AnyView {
    let words = "Keeping a copy needs a browser that can keep pages, with scripts switched on. \
                 Without it, you can still print each page or save it.";
    let words = element("p", &[], vec![text(words)]);
    let place = element("div", &[("id", "copy"), ("hidden", "")], Vec::new());
    element("div", &[("class", "offline")], vec![words, place])
}
