//! Tables.

use leptos::html;
use leptos::prelude::*;
use lscb_content::wire::Table;

use super::inline::inlines;
use crate::route::Base;

/// A table in a frame of its own, which scrolls sideways on a narrow screen and can be
/// scrolled with the keyboard (WCAG 2.1.1), so that the page itself never does (1.4.10).
pub fn table(table: &Table, base: &Base) -> AnyView {
    let head: Vec<AnyView> = table
        .head
        .iter()
        .map(|cell| html::th().scope("col").child(inlines(cell, base)).into_any())
        .collect();
    let rows: Vec<AnyView> = table
        .rows
        .iter()
        .map(|row| {
            let cells: Vec<AnyView> =
                row.iter().map(|cell| html::td().child(inlines(cell, base)).into_any()).collect();
            html::tr().child(cells).into_any()
        })
        .collect();
    let head = html::thead().child(html::tr().child(head).into_any()).into_any();
    let body = html::tbody().child(rows).into_any();
    html::div()
        .class("table")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", "Table")
        .child(html::table().child(vec![head, body]).into_any())
        .into_any()
}
