//! Inline content.

use leptos::prelude::*;
use lscb_content::wire::{Inline, Link, Target};

use super::element::{element, text};
use crate::route::Base;

/// Draws a run of inline content.
pub fn inlines(content: &[Inline], base: &Base) -> Vec<AnyView> {
    content.iter().map(|inline| one(inline, base)).collect()
}

fn one(inline: &Inline, base: &Base) -> AnyView {
    match inline {
        Inline::Text(words) => text(words),
        Inline::Emphasis(content) => element("em", &[], inlines(content, base)),
        Inline::Strong(content) => element("strong", &[], inlines(content, base)),
        Inline::Code(words) => element("code", &[], vec![text(words)]),
        Inline::Link {
            to,
            text: words,
            note,
        } => {
            let mut words = inlines(words, base);
            if !note.is_empty() {
                words.push(aside(&[" (", note, ")"]));
            }
            anchor(to, words, base)
        }
        Inline::Time { iso, text: words } => {
            element("time", &[("datetime", iso)], vec![text(words)])
        }
        Inline::Break => element("br", &[], Vec::new()),
    }
}

/// What the reader should know about the words before it, in smaller type.
pub fn aside(words: &[&str]) -> AnyView {
    element("span", &[("class", "aside")], vec![text(&words.concat())])
}

/// A link around `words`.
pub fn anchor(to: &Target, words: Vec<AnyView>, base: &Base) -> AnyView {
    element("a", &[("href", &base.href(to))], words)
}

/// A link by name.
pub fn link(link: &Link, base: &Base) -> AnyView {
    anchor(&link.to, vec![text(&link.text)], base)
}

/// A link by name that says that it leads to the page, or section, that the reader is on:
/// `current` is a value of `aria-current`.
pub fn current_link(link: &Link, current: &str, base: &Base) -> AnyView {
    let attributes = [
        ("href", base.href(&link.to)),
        ("aria-current", current.to_owned()),
    ];
    let attributes = attributes
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    element("a", &attributes, vec![text(&link.text)])
}
