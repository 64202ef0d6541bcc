//! Elements by name.

use leptos::prelude::*;
use leptos::tachys::html::attribute::{AttributeValue, any_attribute::AnyAttribute};
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::{Position, PositionState};

/// An element with attributes and children.
pub fn element(
    tag: &'static str,
    attributes: &[(&'static str, &str)],
    children: Vec<AnyView>,
) -> AnyView {
    let attributes = attributes
        .iter()
        .map(|&(name, value)| (name, value.to_owned()))
        .collect();
    let element = Element {
        tag,
        attributes,
        children,
    };
    element.into_any()
}

/// A piece of text.
pub fn text(text: &str) -> AnyView {
    text.to_owned().into_any()
}

/// The elements of the site that have no end tag (WHATWG HTML, section 13.1.2).
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

/// Every element. Leptos compiles its own elements anew for each combination of tag,
/// attributes and children, and with all that it takes to change them: the site draws a page
/// once and takes it away as a whole.
struct Element {
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<AnyView>,
}

impl Render for Element {
    /// What is inside goes with it.
    type State = types::Element;

    fn build(self) -> Self::State {
        let element = Rndr::create_element(self.tag, None);
        for (name, value) in &self.attributes {
            Rndr::set_attribute(&element, name, value);
        }
        for child in self.children {
            child.build().mount(&element, None);
        }
        element
    }

    fn rebuild(self, state: &mut Self::State) {
        let mut element = self.build();
        state.insert_before_this(&mut element);
        state.unmount();
        *state = element;
    }
}

// What else it is to have is said where it is made.
no_attrs!(Element);

impl RenderHtml for Element {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        out: &mut String,
        position: &mut Position,
        _escape: bool,
        mark_branches: bool,
        _extra: Vec<AnyAttribute>,
    ) {
        out.push('<');
        out.push_str(self.tag);
        for (name, value) in self.attributes {
            AttributeValue::to_html(value, name, out);
        }
        out.push('>');
        if !VOID.contains(&self.tag) {
            *position = Position::FirstChild;
            for child in self.children {
                child.to_html_with_buf(out, position, true, mark_branches, Vec::new());
            }
            out.push_str("</");
            out.push_str(self.tag);
            out.push('>');
        }
        *position = Position::NextChild;
    }

    /// Nothing is hydrated: the app draws what it shows.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Self::State {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
