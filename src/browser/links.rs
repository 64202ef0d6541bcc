//! Links: which page of the site one leads to, and what of them changes with the address.

use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlAnchorElement, Url};

use super::dom::{elements, window};
use crate::route::{aria_current, page_path};

/// The link that an event happened in.
pub(super) fn link_at(target: Option<EventTarget>) -> Option<HtmlAnchorElement> {
    let element: Element = target?.dyn_into().ok()?;
    element.closest("a[href]").ok()??.dyn_into().ok()
}

/// The page that a link leads to, if it is one of the site under `root` that may be shown in this
/// window without a load.
pub(super) fn page_of_link(link: &HtmlAnchorElement, root: &str) -> Option<String> {
    let elsewhere = !matches!(link.target().as_str(), "" | "_self");
    if elsewhere || link.has_attribute("download") || is_external(&link.rel()) {
        return None;
    }
    let ours = link.origin() == window().location().origin().ok()? && link.search().is_empty();
    ours.then(|| page_path(root, &link.pathname())).flatten()
}

/// Whether a link says that it leads to another site: one of the words of its `rel`.
fn is_external(rel: &str) -> bool {
    rel.split(' ').any(|word| word == "external")
}

/// The page of the site under `root` that an address of its host names.
pub(super) fn page_of_url(url: &str, root: &str) -> Option<String> {
    let url = Url::new(url).ok()?;
    page_path(root, &url.pathname())
}

/// Says in the lists around the page which page, and which section, is on screen.
pub(super) fn mark_current(path: &str, root: &str) {
    for link in elements::<HtmlAnchorElement>("header li a, footer li a") {
        let to = page_path(root, &link.pathname()).unwrap_or_default();
        match aria_current(&to, path) {
            Some(current) => link.set_attribute("aria-current", current).ok(),
            None => link.remove_attribute("aria-current").ok(),
        };
    }
}

/// Makes relative links absolute, as seen from the page at `base`, so that they still lead
/// to the same place once the address is another one.
pub(super) fn absolutize(selector: &str, base: &str) {
    for link in elements::<Element>(selector) {
        let href = link.get_attribute("href").unwrap_or_default();
        // A bare fragment is a place in whatever page is on screen.
        if href.starts_with('#') {
            continue;
        }
        if let Ok(url) = Url::new_with_base(&href, base) {
            link.set_attribute("href", &url.href()).ok();
        }
    }
}
