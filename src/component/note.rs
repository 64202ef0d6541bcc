//! Notes: the publisher's remarks, told apart from the board's own words by a word and
//! not by colour alone (WCAG 1.4.1).

use leptos::prelude::*;
use lscb_wire::{Note, NoteKind};

use super::element::{element, text};
use super::inline::inlines;
use crate::route::RelativeRoot;

/// A remark.
pub fn note(note: &Note, root: &RelativeRoot) -> AnyView {
    let label = match note.kind {
        NoteKind::Missing => "Not in this copy: ",
        NoteKind::Stale => "Please check: ",
    };
    let mut content = vec![element("strong", &[], vec![text(label)])];
    content.extend(inlines(&note.text, root));
    element("p", &[("class", "note")], content)
}
