//! Lists of items, and of terms with their meanings.

use leptos::html;
use leptos::prelude::*;
use lscb_content::wire::{Block, Definition, List};

use super::{block::blocks, inline::inlines};
use crate::route::Base;

/// A bulleted or numbered list.
pub fn list(list: &List, base: &Base) -> AnyView {
    let items: Vec<AnyView> = list.items.iter().map(|item| list_item(item, base)).collect();
    if list.ordered {
        html::ol().child(items).into_any()
    } else {
        html::ul().child(items).into_any()
    }
}

/// An item that is a single paragraph is drawn without one, as CommonMark's tight lists are.
fn list_item(item: &[Block], base: &Base) -> AnyView {
    let content = match item {
        [Block::Paragraph(text)] => inlines(text, base),
        _ => blocks(item, base),
    };
    html::li().child(content).into_any()
}

/// Terms and what they mean.
pub fn definitions(definitions: &[Definition], base: &Base) -> AnyView {
    let pairs: Vec<AnyView> = definitions
        .iter()
        .map(|definition| {
            html::div()
                .id(definition.id.clone())
                .child(vec![
                    html::dt().child(inlines(&definition.term, base)).into_any(),
                    html::dd().child(inlines(&definition.text, base)).into_any(),
                ])
                .into_any()
        })
        .collect();
    html::dl().child(pairs).into_any()
}
