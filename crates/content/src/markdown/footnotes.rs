//! Footnotes: `[^1]` in the text, and `[^1]: What it says.` on a line of its own. They are
//! numbered in the order in which the text first names them.

use std::collections::HashMap;

use super::{BlockNode, FootnoteDefinition, InlineNode, reader::Reader};

#[derive(Default)]
pub(super) struct Footnotes {
    /// By what they are called in the text.
    named: HashMap<Box<str>, Named>,
    defined: Vec<Defined>,
}

#[derive(Clone, Copy)]
struct Named {
    number: usize,
    places: usize,
}

struct Defined {
    label: Box<str>,
    blocks: Vec<BlockNode>,
    start: usize,
}

impl Reader<'_, '_> {
    /// Reads a place of the text that leads to a footnote.
    pub(super) fn footnote(&mut self, label: &str, start: usize) -> Option<InlineNode> {
        if self.path.is_none() {
            self.report(
                start,
                "A review has no footnotes.",
                "Write what it says into the text.",
            );
            return None;
        }
        if self.in_link {
            self.report(
                start,
                format!("The footnote [^{label}] stands inside a link."),
                "Put it behind the link.",
            );
            return None;
        }
        let number = self.footnotes.named.len() + 1;
        let named = self.footnotes.named.entry(label.into());
        let named = named.or_insert(Named { number, places: 0 });
        named.places += 1;
        Some(InlineNode::FootnoteReference {
            number: named.number,
            place: named.places,
        })
    }

    /// Keeps what a footnote says until all of the text is read.
    pub(super) fn define_footnote(&mut self, label: &str, blocks: Vec<BlockNode>, start: usize) {
        let defined = &mut self.footnotes.defined;
        if defined.iter().any(|known| &*known.label == label) {
            self.report(
                start,
                format!("Two footnotes are called [^{label}]."),
                "Give one of them another name.",
            );
            return;
        }
        if blocks.is_empty() {
            self.report(
                start,
                format!("The footnote [^{label}] says nothing."),
                "Write what it says behind its colon, or take it out.",
            );
            return;
        }
        defined.push(Defined {
            label: label.into(),
            blocks,
            start,
        });
    }

    /// All footnotes of the text, once it is read.
    pub(super) fn footnotes(&mut self) -> Option<BlockNode> {
        let defined = std::mem::take(&mut self.footnotes.defined);
        let mut notes = Vec::new();
        for Defined {
            label,
            blocks,
            start,
        } in defined
        {
            match self.footnotes.named.get(&label).copied() {
                Some(Named { number, places }) => {
                    notes.push((number, FootnoteDefinition { blocks, places }));
                }
                None if self.path.is_none() => {}
                None => self.report(
                    start,
                    format!("No place of the text leads to the footnote [^{label}]."),
                    format!("Write [^{label}] where it belongs, or take it out."),
                ),
            }
        }
        notes.sort_by_key(|(number, _)| *number);
        let notes: Vec<FootnoteDefinition> = notes.into_iter().map(|(_, note)| note).collect();
        (!notes.is_empty()).then_some(BlockNode::Footnotes(notes))
    }
}
