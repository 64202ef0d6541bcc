//! Inline content.

use leptos::html;
use leptos::prelude::*;
use lscb_content::wire::{Inline, Link, Target};

use crate::route::Base;

/// Draws a run of inline content.
pub fn inlines(content: &[Inline], base: &Base) -> Vec<AnyView> {
    content.iter().map(|inline| one(inline, base)).collect()
}

fn one(inline: &Inline, base: &Base) -> AnyView {
    match inline {
        Inline::Text(text) => text.clone().into_any(),
        Inline::Emphasis(content) => html::em().child(inlines(content, base)).into_any(),
        Inline::Strong(content) => html::strong().child(inlines(content, base)).into_any(),
        Inline::Code(text) => html::code().child(text.clone()).into_any(),
        Inline::Link { to, text, note } => {
            let mut words = inlines(text, base);
            if !note.is_empty() {
                let note = format!(" ({note})");
                words.push(html::span().class("link-note").child(note).into_any());
            }
            anchor(to, words, base)
        }
        Inline::Time { iso, text } => {
            html::time().datetime(iso.clone()).child(text.clone()).into_any()
        }
        Inline::Break => html::br().into_any(),
    }
}

/// A link around `words`.
pub fn anchor(to: &Target, words: Vec<AnyView>, base: &Base) -> AnyView {
    html::a().href(base.href(to)).child(words).into_any()
}

/// A link by name; `current` is the value of `aria-current`, if it has one.
pub fn link(link: &Link, current: Option<&'static str>, base: &Base) -> AnyView {
    html::a()
        .href(base.href(&link.to))
        .attr("aria-current", current)
        .child(link.text.clone())
        .into_any()
}
