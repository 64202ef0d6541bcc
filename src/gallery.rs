//! `/components/`: every example of every component on one page, for those who work on
//! them. Only a development build has it; no page leads there.

use leptos::prelude::*;
use lscb_wire::Page;

use crate::component::element::{element, text};
use crate::component::example::{Example, examples};
use crate::page::PageView;
use crate::route::RelativeRoot;

/// Sets the examples apart. It stands on this page alone.
pub const STYLE: &str = include_str!("gallery/style.css");

/// What the page says about itself; its content is in [`view()`].
pub fn page() -> Page {
    Page {
        path: "/components/".into(),
        title: "Components".into(),
        language: String::new(),
        rtl: false,
        summary: "Every component of the site with its examples.".into(),
        breadcrumb: Vec::new(),
        contents: Vec::new(),
        blocks: Vec::new(),
        menu: String::new(),
    }
}

/// Draws the page.
pub fn view(page: &Page) -> PageView {
    let root = RelativeRoot::of(&page.path);
    let examples = examples();
    let components: Vec<&[Example]> = examples
        .chunk_by(|one, next| one.component == next.component)
        .collect();
    let links = components.iter().map(|own| {
        let href = ["#", &heading_id(own)].concat();
        let link = element("a", &[("href", &href)], vec![text(name(own))]);
        element("li", &[], vec![link])
    });
    let title = element("h1", &[("tabindex", "-1")], vec![text(&page.title)]);
    let mut main = vec![title, element("ul", &[], links.collect())];
    main.extend(components.iter().map(|own| component(own, &root)));
    PageView {
        breadcrumb: None,
        main,
    }
}

fn name(examples: &[Example]) -> &'static str {
    examples.first().map_or("", |example| example.component)
}

fn heading_id(examples: &[Example]) -> String {
    ["component-", name(examples)].concat()
}

/// A component: its patterns, and its edge cases folded away.
fn component(examples: &[Example], root: &RelativeRoot) -> AnyView {
    let shown = |hidden: bool| examples.iter().filter(move |it| it.hidden == hidden);
    let id = heading_id(examples);
    let mut content = vec![element("h2", &[("id", &id)], vec![text(name(examples))])];
    content.extend(shown(false).map(|example| example_view(example, root)));
    let mut edges = vec![element("summary", &[], vec![text("Edge cases")])];
    edges.extend(shown(true).map(|example| example_view(example, root)));
    content.push(element("details", &[], edges));
    element("section", &[("aria-labelledby", &id)], content)
}

fn example_view(example: &Example, root: &RelativeRoot) -> AnyView {
    let name = element("h3", &[], vec![text(&example.name)]);
    let drawn = element("div", &[("class", "example")], example.view(root));
    element("div", &[], vec![name, drawn])
}
