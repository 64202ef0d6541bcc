//! Lists of items, and of terms with their meanings.

use leptos::prelude::*;
use lscb_wire::{Block, Definition, Footnote, IndexEntry, IndexSection, List};

use super::block::blocks;
use super::element::{element, text};
use super::inline::{aside, inlines, named_in};
use crate::route::RelativeRoot;

/// A bulleted or numbered list.
pub fn list(list: &List, root: &RelativeRoot) -> AnyView {
    let items = list
        .items
        .iter()
        .map(|item| list_item(item, root))
        .collect();
    let tag = if list.ordered { "ol" } else { "ul" };
    let start = [("start", list.start.as_str())];
    let attributes = if list.start.is_empty() {
        &[][..]
    } else {
        &start
    };
    element(tag, attributes, items)
}

/// An item that is a single paragraph is drawn without one, as CommonMark's tight lists are.
fn list_item(item: &[Block], root: &RelativeRoot) -> AnyView {
    let content = match item {
        [Block::Paragraph(text)] => inlines(text, root),
        _ => blocks(item, root),
    };
    element("li", &[], content)
}

/// What the numbers of footnotes in the text lead to (DPUB-ARIA 1.1, "doc-endnotes").
pub fn footnotes(notes: &[Footnote], root: &RelativeRoot) -> AnyView {
    let items = notes
        .iter()
        .map(|note| element("li", &[("id", &note.id)], blocks(&note.blocks, root)));
    let attributes = [
        ("class", "footnotes"),
        ("role", "doc-endnotes"),
        ("aria-label", "Footnotes"),
    ];
    element(
        "section",
        &attributes,
        vec![element("ol", &[], items.collect())],
    )
}

/// Terms and what they mean.
pub fn definitions(definitions: &[Definition], root: &RelativeRoot) -> AnyView {
    let pairs = definitions.iter().map(|definition| {
        let term = element("dt", &[], inlines(&definition.term, root));
        let text = element("dd", &[], inlines(&definition.text, root));
        element("div", &[("id", &definition.id)], vec![term, text])
    });
    element("dl", &[], pairs.collect())
}

/// Everything that can be found, by its first letter, which is a heading: `tag` is that of its
/// level. Above it stand the letters, each a link to its place.
pub fn letters(letters: &[IndexSection], tag: &'static str, root: &RelativeRoot) -> AnyView {
    let links = letters.iter().map(|IndexSection { letter, .. }| {
        let href = ["#", &letter_id(letter)].concat();
        let link = element("a", &[("href", &href)], vec![text(letter)]);
        element("li", &[], vec![link])
    });
    let links = element("ul", &[], links.collect());
    let attributes = [("class", "letters"), ("aria-label", "Letters")];
    let mut parts = vec![element("nav", &attributes, vec![links])];
    for IndexSection { letter, entries } in letters {
        let id = letter_id(letter);
        parts.push(element(tag, &[("id", &id)], vec![text(letter)]));
        let entries = entries.iter().map(|entry| index_entry(entry, root));
        parts.push(element("ul", &[], entries.collect()));
    }
    element("div", &[("class", "index")], parts)
}

/// The anchor of a letter: `letter-a`. No heading of a page gets it.
fn letter_id(letter: &str) -> String {
    match letter {
        "0–9" => "letter-digit".into(),
        "#" => "letter-other".into(),
        letter => ["letter-", &letter.to_ascii_lowercase()].concat(),
    }
}

fn index_entry(entry: &IndexEntry, root: &RelativeRoot) -> AnyView {
    let href = root.href(&entry.target);
    let attributes = [&[("href", href.as_str())], &named_in(&entry.language)[..]].concat();
    let title = element("a", &attributes, vec![text(&entry.title)]);
    element(
        "li",
        &[],
        vec![title, text(" "), aside(&["(", &entry.note, ")"])],
    )
}
