//! Inline content.

use leptos::prelude::*;
use lscb_wire::{Inline, Link, Target};

use super::element::{element, text};
use crate::route::RelativeRoot;

/// Draws a run of inline content.
pub fn inlines(content: &[Inline], root: &RelativeRoot) -> Vec<AnyView> {
    content
        .iter()
        .map(|inline| inline_view(inline, root))
        .collect()
}

fn inline_view(inline: &Inline, root: &RelativeRoot) -> AnyView {
    match inline {
        Inline::Text(words) => text(words),
        Inline::Emphasis(content) => element("em", &[], inlines(content, root)),
        Inline::Strong(content) => element("strong", &[], inlines(content, root)),
        Inline::Place(id) => element("span", &[("id", id)], Vec::new()),
        Inline::Struck(content) => element("del", &[], inlines(content, root)),
        Inline::Passage(passage) => {
            let content = inlines(&passage.text, root);
            in_language("span", &passage.language, passage.rtl, content)
        }
        Inline::Task(done) => {
            let (words, sign) = if *done {
                ("Done", "☑")
            } else {
                ("Not done", "☐")
            };
            let attributes = [("role", "img"), ("aria-label", words)];
            element("span", &attributes, vec![text(sign)])
        }
        Inline::Footnote { id, number } => {
            let href = ["#footnote-", number].concat();
            let label = ["Footnote ", number].concat();
            let attributes = [
                ("id", id.as_str()),
                ("href", &href),
                ("role", "doc-noteref"),
                ("aria-label", &label),
            ];
            let number = element("a", &attributes, vec![text(number)]);
            element("sup", &[], vec![number])
        }
        Inline::Code(words) => element("code", &[], vec![text(words)]),
        Inline::Link {
            to,
            text: words,
            note,
        } => {
            let mut words = inlines(words, root);
            if !note.is_empty() {
                words.push(aside(&[" (", note, ")"]));
            }
            anchor(to, words, root)
        }
        Inline::Time { iso, text: words } => {
            element("time", &[("datetime", iso)], vec![text(words)])
        }
        Inline::Break => element("br", &[], Vec::new()),
        Inline::Absent => aside(&[" (not in this copy)"]),
    }
}

/// Something in a language and direction of its own (WCAG 3.1.2; WHATWG HTML, 3.2.6.2 "lang"
/// and 3.2.6.4 "dir"). An empty language is not known.
pub fn in_language(tag: &'static str, language: &str, rtl: bool, content: Vec<AnyView>) -> AnyView {
    let attributes = [("dir", if rtl { "rtl" } else { "ltr" }), ("lang", language)];
    let known = if language.is_empty() { 1 } else { 2 };
    element(tag, &attributes[..known], content)
}

/// What the reader should know about the words before it, in smaller type.
pub fn aside(words: &[&str]) -> AnyView {
    element("span", &[("class", "aside")], vec![text(&words.concat())])
}

/// A link around `words`.
pub fn anchor(to: &Target, words: Vec<AnyView>, root: &RelativeRoot) -> AnyView {
    element("a", &[("href", &root.href(to))], words)
}

/// A link by name.
pub fn link(link: &Link, root: &RelativeRoot) -> AnyView {
    current_link(link, "", root)
}

/// A link by name that says that it leads to the page, or section, that the reader is on:
/// `current` is a value of `aria-current`.
pub fn current_link(link: &Link, current: &str, root: &RelativeRoot) -> AnyView {
    let href = root.href(&link.to);
    let known = [("href", href.as_str()), ("aria-current", current)];
    let known = &known[..if current.is_empty() { 1 } else { 2 }];
    let attributes = [known, &named_in(&link.language)].concat();
    element("a", &attributes, vec![text(&link.text)])
}

/// The attributes of a name that is in `language`, among words in another one; none if that is
/// empty. In which direction it is written, its letters tell.
pub fn named_in(language: &str) -> Vec<(&'static str, &str)> {
    match language {
        "" => Vec::new(),
        language => vec![("lang", language), ("dir", "auto")],
    }
}
