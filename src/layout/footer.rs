//! The foot of the page.

use leptos::prelude::*;
use lscb_wire::{Page, Shell};

use super::{as_at_more, items, search::slash, theme::theme, wrap};
use crate::component::element::{element, text};
use crate::route::Base;

/// When the site was true, what it says about itself, and whose it is.
pub(crate) fn footer(shell: &Shell, page: &Page, base: &Base) -> AnyView {
    let list = element("ul", &[], items(&shell.footer, page, base));
    let nav = element("nav", &[("aria-label", "About this site")], vec![list]);
    let name = element("p", &[], vec![text(&shell.title)]);
    let slash = shell.search.is_some().then(slash);
    let mut content = vec![as_at_more(shell), nav, theme()];
    content.extend(slash);
    content.push(name);
    element("footer", &[("class", "site-footer")], vec![wrap(content)])
}
