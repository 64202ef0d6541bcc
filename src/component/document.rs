//! Document cards.

use leptos::html;
use leptos::prelude::*;
use lscb_content::wire::{DocumentCard, DocumentState, Target};

use super::inline::anchor;
use crate::route::Base;

/// A list of documents, each a link or an honest statement that there is none.
pub fn documents(documents: &[DocumentCard], base: &Base) -> AnyView {
    let items: Vec<AnyView> = documents.iter().map(|document| item(document, base)).collect();
    html::ul().class("documents").child(items).into_any()
}

fn item(document: &DocumentCard, base: &Base) -> AnyView {
    let title = document.title.clone().into_any();
    let (name, note) = match &document.state {
        DocumentState::File { path, note } => {
            (anchor(&Target::File(path.clone()), vec![title], base), format!(" ({note})"))
        }
        DocumentState::Elsewhere { url, holder } => (
            anchor(&Target::Url(url.clone()), vec![title], base),
            format!(" (published by {holder} on another website)"),
        ),
        DocumentState::Missing { ask } => {
            (title, format!(": not available in this copy of the site. Ask the {ask}."))
        }
    };
    html::li()
        .id(document.id.clone())
        .child(vec![name, html::span().class("link-note").child(note).into_any()])
        .into_any()
}
