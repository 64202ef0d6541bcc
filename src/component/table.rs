//! Tables.

use leptos::prelude::*;
use lscb_content::wire::{Side, Table};

use super::{element::element, inline::inlines};
use crate::route::Base;

/// A table in a frame of its own, which scrolls sideways on a narrow screen and can be
/// scrolled with the keyboard (WCAG 2.1.1), so that the page itself never does (1.4.10).
pub fn table(table: &Table, base: &Base) -> AnyView {
    let side = |column: usize| match table.sides.get(column) {
        None | Some(Side::Start) => &[][..],
        Some(Side::Middle) => &[("class", "middle")],
        Some(Side::End) => &[("class", "end")],
    };
    let head = table.head.iter().enumerate().map(|(column, cell)| {
        let attributes = [&[("scope", "col")], side(column)].concat();
        element("th", &attributes, inlines(cell, base))
    });
    let head = element("thead", &[], vec![element("tr", &[], head.collect())]);
    let rows = table.rows.iter().map(|row| {
        let cells = row
            .iter()
            .enumerate()
            .map(|(column, cell)| element("td", side(column), inlines(cell, base)));
        element("tr", &[], cells.collect())
    });
    let body = element("tbody", &[], rows.collect());
    element(
        "div",
        &[
            ("class", "table"),
            ("tabindex", "0"),
            ("role", "region"),
            ("aria-label", "Table"),
        ],
        vec![element("table", &[], vec![head, body])],
    )
}
