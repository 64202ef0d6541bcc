//! Pictures.

use leptos::prelude::*;
use lscb_wire::{Picture, Target};

use super::{element::element, note::note};
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
    if let Some(remark) = &picture.note {
        content.push(element("figcaption", &[], vec![note(remark, root)]));
    }
    element("figure", &[("class", "picture")], content)
}
