//! The choice of colours: as on the reader's device, light or dark.
//!
//! It works without scripts for as long as the page is there (`style/tokens.css` asks which
//! one is checked). `public/boot/theme.js` remembers it, and only once it has been used.

use leptos::html;
use leptos::prelude::*;

use crate::component::element::{element, text};

/// Three radio buttons, named for what they do.
pub(crate) fn theme() -> AnyView {
    let choices = [
        ("system", "As on this device"),
        ("light", "Light"),
        ("dark", "Dark"),
    ];
    let mut content = vec![element("legend", &[], vec![text("Colours")])];
    content.extend(choices.map(|(value, words)| choice(value, words)));
    element("fieldset", &[("class", "theme")], content)
}

fn choice(value: &'static str, words: &str) -> AnyView {
    let input = html::input()
        .attr("type", "radio")
        .attr("name", "theme")
        .attr("value", value)
        .attr("checked", value == "system")
        .into_any();
    element("label", &[], vec![input, text(words)])
}
