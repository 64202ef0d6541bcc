//! Tables.

use leptos::prelude::*;
use lscb_wire::{Alignment, Inline, Table};

use super::{element::element, inline::inlines};
use crate::route::RelativeRoot;

/// A table in a frame of its own, which scrolls sideways on a narrow screen and can be
/// scrolled with the keyboard (WCAG 2.1.1), so that the page itself never does (1.4.10).
///
/// A heading without words heads nothing. Where the first column has none, what stands in it are
/// the headings of the rows (WCAG technique H63).
pub fn table(table: &Table, root: &RelativeRoot) -> AnyView {
    let is_empty = |column: usize| table.head.get(column).is_none_or(Vec::is_empty);
    let cell = |column: usize, scope: Option<&'static str>, words: &[Inline]| {
        let side = match table.sides.get(column) {
            None | Some(Alignment::Start) => None,
            Some(Alignment::Middle) => Some(("class", "middle")),
            Some(Alignment::End) => Some(("class", "end")),
        };
        let scope = scope.map(|scope| ("scope", scope));
        let tag = if scope.is_some() { "th" } else { "td" };
        let attributes: Vec<_> = scope.into_iter().chain(side).collect();
        element(tag, &attributes, inlines(words, root))
    };
    let head = table.head.iter().enumerate();
    let head = head.map(|(column, words)| {
        let scope = (!is_empty(column)).then_some("col");
        cell(column, scope, words)
    });
    let head = element("thead", &[], vec![element("tr", &[], head.collect())]);
    let rows = table.rows.iter().map(|row| {
        let cells = row.iter().enumerate().map(|(column, words)| {
            let heads_row = column == 0 && is_empty(0) && !words.is_empty();
            cell(column, heads_row.then_some("row"), words)
        });
        element("tr", &[], cells.collect())
    });
    let body = element("tbody", &[], rows.collect());
    // On paper the widest have no room for much around their words (style.css).
    let class = if table.head.len() > WIDE {
        "table wide"
    } else {
        "table"
    };
    element(
        "div",
        &[
            ("class", class),
            ("tabindex", "0"),
            ("role", "region"),
            ("aria-label", &table.name),
        ],
        vec![element("table", &[], vec![head, body])],
    )
}

/// How many columns fit on paper as they are.
const WIDE: usize = 6;
