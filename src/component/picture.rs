//! Pictures.

use leptos::html;
use leptos::prelude::*;
use lscb_content::wire::{Picture, Target};

use super::{element::element, note::note};
use crate::route::Base;

/// A picture with its note. It is asked for when it is about to be seen.
pub fn picture(picture: &Picture, base: &Base) -> AnyView {
    let image = html::img()
        .attr("src", base.href(&Target::File(picture.file.clone())))
        .attr("alt", picture.alt.clone())
        .attr("width", picture.width.clone())
        .attr("height", picture.height.clone())
        .attr("loading", "lazy")
        .into_any();
    let mut content = vec![image];
    if let Some(remark) = &picture.note {
        content.push(element("figcaption", &[], vec![note(remark, base)]));
    }
    element("figure", &[("class", "picture")], content)
}
