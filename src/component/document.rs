//! Document cards.

use leptos::prelude::*;
use lscb_wire::{DocumentCard, DocumentState, Target};

use super::element::{element, text};
use super::inline::{anchor, aside};
use crate::route::RelativeRoot;

/// A list of documents, each a link or an honest statement that there is none.
pub fn documents(documents: &[DocumentCard], root: &RelativeRoot) -> AnyView {
    let items = documents
        .iter()
        .map(|document| item(document, root))
        .collect();
    element("ul", &[("class", "documents")], items)
}

fn item(document: &DocumentCard, root: &RelativeRoot) -> AnyView {
    let title = text(&document.title);
    let content = match &document.state {
        DocumentState::File { address, note } => {
            vec![
                anchor(&Target::File(address.clone()), vec![title], root),
                aside(&[" (", note, ")"]),
            ]
        }
        DocumentState::Elsewhere { url, holder } => vec![
            anchor(&Target::Url(url.clone()), vec![title], root),
            aside(&[" (published by ", holder, " on another website)"]),
        ],
        DocumentState::Missing { ask } => {
            vec![
                title,
                aside(&[
                    ": not available in this copy of the site. Ask the ",
                    ask,
                    ".",
                ]),
            ]
        }
    };
    element("li", &[("id", &document.id)], content)
}
