//! "Exit this page", after GOV.UK's pattern of that name: a link that works without
//! scripts, in reach wherever the reader has scrolled to. `public/boot/exit.js` makes it quicker
//! and adds the Shift key.

use leptos::prelude::*;

use crate::component::element::{element, text};

/// A page with nothing personal on it, as in GOV.UK's component.
const AWAY: &str = "https://www.bbc.co.uk/weather";

/// The way out.
pub(crate) fn exit() -> AnyView {
    let attributes = [
        ("class", "exit"),
        ("href", AWAY),
        ("rel", "nofollow noreferrer"),
    ];
    element("a", &attributes, vec![text("Exit this page")])
}
