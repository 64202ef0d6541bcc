//! Pictures.

use leptos::prelude::*;
use lscb_wire::{Picture, Target};

use super::element::{element, text};
use super::note::note;
use crate::route::RelativeRoot;

/// A picture with its note. It is asked for when it is about to be seen.
pub fn picture(picture: &Picture, root: &RelativeRoot) -> AnyView {
    let source = root.href(&Target::File(picture.file.clone()));
    let image = [
        ("src", source.as_str()),
        ("alt", &picture.alt),
        ("width", &picture.width),
        ("height", &picture.height),
        ("loading", "lazy"),
    ];
    let mut content = vec![element("img", &image, Vec::new())];
    let remark = picture.note.iter().map(|remark| note(remark, root));
    let credit = Some(&picture.credit).filter(|credit| !credit.is_empty());
    let caption: Vec<AnyView> = remark.chain(credit.map(|credit| text(credit))).collect();
    if !caption.is_empty() {
        content.push(element("figcaption", &[], caption));
    }
    element("figure", &[("class", "picture")], content)
}
