//! The foot of the page.

use leptos::prelude::*;
use lscb_wire::{Page, Shell};

use super::date_notice::date_notice_more;
use super::parts::{items, wrap};
use super::search::slash;
use super::theme::theme;
use crate::component::element::{element, text};
use crate::route::RelativeRoot;

/// When the site was true, what it says about itself, and whose it is.
pub(crate) fn footer(shell: &Shell, page: &Page, root: &RelativeRoot) -> AnyView {
    let list = element("ul", &[], items(&shell.footer, page, root));
    let nav = element("nav", &[("aria-label", "About this site")], vec![list]);
    let name = element("p", &[], vec![text(&shell.title)]);
    let slash = shell.search.is_some().then(slash);
    let mut content = vec![date_notice_more(shell), nav, theme()];
    content.extend(slash);
    content.push(name);
    element("footer", &[("class", "site-footer")], vec![wrap(content)])
}
