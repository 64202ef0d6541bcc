//! What stands where a page was asked for and there is none.

use leptos::prelude::*;
use lscb_wire::Shell;

use super::exit::exit;
use crate::component::element::{element, text};

/// It may be shown at any depth of any host, so its links can only climb. Where scripts run, one finds
/// the site and puts better ways in their place (`crates/publish/src/document/not_found.js`).
pub(crate) fn not_found(shell: &Shell) -> Vec<AnyView> {
    let help = "Check the address. If you followed a link to get here, the page may have moved.";
    let ways = [
        ("./", "this part of the site"),
        ("../", "one level up"),
        ("/", "the front page of this web address"),
    ];
    let ways = ways.map(|(href, words)| {
        element(
            "li",
            &[],
            vec![element("a", &[("href", href)], vec![text(words)])],
        )
    });
    let search = shell.search.as_deref().unwrap_or_default();
    let search = search.trim_start_matches('/');
    let content = vec![
        element("p", &[], vec![text(&shell.title)]),
        element("h1", &[], vec![text("Page not found")]),
        element("p", &[], vec![text(help)]),
        element(
            "ul",
            &[("class", "ways"), ("data-search", search)],
            ways.into(),
        ),
    ];
    let way_out = element("header", &[], vec![exit()]);
    vec![way_out, element("main", &[("id", "main")], content)]
}
