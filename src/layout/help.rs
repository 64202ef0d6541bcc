//! The help block: whom to ring, whatever page the reader is on.

use leptos::prelude::*;
use lscb_wire::{HELP_TITLE, HelpLine};

use super::parts::wrap;
use crate::component::contact::telephone;
use crate::component::element::{element, text};
use crate::route::RelativeRoot;

/// Numbers first: who is afraid looks for a number.
pub(crate) fn help(lines: &[HelpLine], root: &RelativeRoot) -> AnyView {
    let items = lines.iter().map(|line| {
        let number = telephone(&line.phone, &line.text, root);
        element("li", &[], vec![number, text(" "), text(&line.text)])
    });
    // Not a heading: the page's own comes first.
    let title = element("p", &[("id", "help")], vec![text(HELP_TITLE)]);
    let list = element("ul", &[], items.collect());
    let attributes = [("class", "help"), ("aria-labelledby", "help")];
    element("aside", &attributes, vec![wrap(vec![title, list])])
}
