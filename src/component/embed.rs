//! What partners can show on pages of their own.

use leptos::prelude::*;

use super::element::{element, text};

/// The place of `public/embed-builder.js`, which puts a form there, and after it what is ready
/// to be copied without one. The script takes its choices from that.
pub fn embeds(ready: Vec<AnyView>) -> AnyView {
    let words = "With scripts, a form to choose from stands here. Without it, copy from below.";
    let words = element("p", &[], vec![text(words)]);
    let place = element("div", &[("class", "builder")], vec![words]);
    let mut content = vec![place];
    content.extend(ready);
    element("div", &[("class", "embeds")], content)
}
