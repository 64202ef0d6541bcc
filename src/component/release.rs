//! How a reader can tell that this copy of the site is the board's. `public/boot/release.js`
//! looks once it is opened; without scripts it says how to look with other means.

use leptos::prelude::*;
use lscb_wire::Target;

use super::element::{element, text};
use super::inline::anchor;
use crate::route::RelativeRoot;

/// What there is to tell it by: `key` is empty if there is nothing.
pub fn release(key: &str, root: &RelativeRoot) -> AnyView {
    if key.is_empty() {
        let words = "This site is not signed: there is no key by which to tell that a copy of it \
                     is complete and unchanged.";
        return element("p", &[], vec![text(words)]);
    }
    let paragraph = |content| element("p", &[], content);
    let code = |words: &str| element("code", &[], vec![text(words)]);
    let file = "release.json";
    let command = ["minisign -Vm ", file, " -P ", key].concat();
    let content = vec![
        element("summary", &[], vec![text("Is this copy the board’s own?")]),
        // What the script finds out.
        element("p", &[("role", "status")], Vec::new()),
        paragraph(vec![
            text("To look for yourself, save "),
            anchor(&Target::File(file.into()), vec![text(file)], root),
            text(" and, from the same place, "),
            code("release.json.minisig"),
            text(". In their folder, the program minisign tells whether the board signed them:"),
        ]),
        element("pre", &[], vec![code(&command)]),
        paragraph(vec![text(
            "Whoever can change a site can also change the key that stands on it. Ask the board \
             whether this is its key.",
        )]),
    ];
    element(
        "details",
        &[("class", "release"), ("data-key", key)],
        content,
    )
}
