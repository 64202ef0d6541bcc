//! Elements by name.

use leptos::html;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;

/// An element with attributes and children. Leptos compiles its typed elements anew for
/// every combination of tag, attributes and children; this one shape for all of them makes
/// the browser build smaller by a tenth. Not for elements without an end tag.
pub fn element(
    tag: &'static str,
    attributes: &[(&'static str, &str)],
    children: Vec<AnyView>,
) -> AnyView {
    let attributes: Vec<AnyAttribute> = attributes
        .iter()
        .map(|&(name, value)| custom_attribute(name, value.to_owned()).into_any_attr())
        .collect();
    html::custom(tag)
        .child(children)
        .add_any_attr(attributes)
        .into_any()
}

/// A piece of text.
pub fn text(text: &str) -> AnyView {
    text.to_owned().into_any()
}
