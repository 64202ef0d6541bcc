//! The header: the first stops of the keyboard, the site's mark, its name, its sections.

use leptos::prelude::*;
use lscb_wire::{Page, Shell, Target};

use super::exit::exit;
use super::parts::{items, wrap};
use super::search::search;
use super::skip_link::skip_link;
use crate::component::element::{element, text};
use crate::route::RelativeRoot;

/// On a narrow screen the list of sections is a popover that the button opens, with no
/// script; where popovers are unknown it simply stays open. Browsers make a box that
/// scrolls a stop of the keyboard; this one is none, its links scroll it.
pub(crate) fn header(shell: &Shell, page: &Page, root: &RelativeRoot) -> AnyView {
    let home = root.href(&Target::Page("/".into()));
    let name = element("span", &[], vec![text(&shell.title)]);
    let name = element(
        "a",
        &[("class", "site-name"), ("href", &home)],
        vec![mark(), name],
    );
    let button = [
        ("class", "menu"),
        ("type", "button"),
        ("popovertarget", "sections"),
    ];
    let button = element("button", &button, vec![text("Menu")]);
    let list = [("id", "sections"), ("popover", "auto"), ("tabindex", "-1")];
    let list = element("ul", &list, items(&shell.navigation, page, root));
    let nav = element("nav", &[("aria-label", "Sections")], vec![list]);
    let search = shell.search.as_deref().map(|page| search(page, root));
    // Beside the name stands the button or, in a wide window, the search; the sections are below
    // both. So what is read and what is seen are in one order (WCAG 2.4.3).
    let content = [name, button].into_iter().chain(search).chain([nav]);
    let content = content.collect();
    let content = vec![skip_link(), exit(), wrap(content)];
    element("header", &[("class", "site-header")], content)
}

/// The site's own mark: two arms around a child. Decoration: the name stands beside it.
fn mark() -> AnyView {
    let svg = [
        ("class", "mark"),
        ("viewBox", "0 0 32 32"),
        ("width", "40"),
        ("height", "40"),
        ("aria-hidden", "true"),
        ("focusable", "false"),
    ];
    let arms = [
        ("class", "arms"),
        ("d", "M5 15a11 11 0 0 0 22 0M9.5 15.5a6.5 6.5 0 0 0 13 0"),
    ];
    let child = [("class", "child"), ("cx", "16"), ("cy", "9"), ("r", "4")];
    let shapes = vec![
        element("path", &arms, vec![]),
        element("circle", &child, vec![]),
    ];
    element("svg", &svg, shapes)
}
