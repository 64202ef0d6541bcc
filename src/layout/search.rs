//! The search form of every page. Without scripts it leads to the search page, which lists
//! everything from A to Z; the app makes its field a combobox (`search/suggestions.rs`).

use leptos::html;
use leptos::prelude::*;

use crate::component::element::{element, text};
use crate::component::search::field;
use crate::route::RelativeRoot;

/// The form, and the list of what it suggests.
pub(crate) fn search(page: &str, root: &RelativeRoot) -> AnyView {
    let action = root.href(&lscb_wire::Target::Page(page.into()));
    let form = [
        ("class", "search"),
        ("role", "search"),
        ("aria-label", "Search this site"),
        ("action", &action),
    ];
    // The button beside it says what the field is for (WCAG technique G167).
    let [field, button] = field("search", Some("Search this site"));
    let list = [
        ("id", "suggestions"),
        ("role", "listbox"),
        ("aria-label", "Suggestions"),
        ("hidden", ""),
    ];
    let list = element("ul", &list, Vec::new());
    element("form", &form, vec![field, button, list])
}

/// The choice whether the key "/" leads to the field (`public/boot/search.js`): a key of one
/// letter must be one that can be switched off (WCAG 2.1.4).
pub(crate) fn slash() -> AnyView {
    let choice = html::input()
        .attr("id", "slash")
        .attr("type", "checkbox")
        .attr("checked", true)
        .into_any();
    let words = text("The / key goes to the search field");
    element("label", &[("class", "slash")], vec![choice, words])
}
