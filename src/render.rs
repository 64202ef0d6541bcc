//! A page as HTML text, natively.

mod frame;
mod html;

use lscb_wire::{Menu, Page, Shell};

pub use self::frame::{Frame, frame};
use self::html::push;
use crate::component::example::Example;
use crate::gallery;
use crate::layout;
use crate::page::{PageView, page};
use crate::route::RelativeRoot;

/// The inside of `<body>`, without the tag itself.
pub fn body(shell: &Shell, content: &Page, menu: Option<&Menu>) -> String {
    in_layout(shell, content, page(content, menu))
}

/// The same for the development page of the components, [`gallery::page`].
pub fn components(shell: &Shell, content: &Page) -> String {
    in_layout(shell, content, gallery::view(content))
}

/// An example of a component, as it would stand on a page right below the first one.
pub fn example(example: &Example) -> String {
    let mut out = String::new();
    for part in example.view(&RelativeRoot::of("/example/")) {
        push(&mut out, part);
    }
    out
}

/// The layout around what is drawn of a page.
fn in_layout(shell: &Shell, content: &Page, view: PageView) -> String {
    let root = RelativeRoot::of(&content.path);
    let PageView { breadcrumb, main } = view;
    let mut out = String::with_capacity(8 * 1024);
    push(&mut out, layout::header(shell, content, &root));
    push(&mut out, layout::help(&shell.help, &root));
    push(&mut out, layout::date_notice(shell));
    out.push_str(r#"<nav class="breadcrumb" id="breadcrumb" aria-label="Breadcrumb""#);
    out.push_str(if breadcrumb.is_some() {
        ">"
    } else {
        " hidden>"
    });
    if let Some(breadcrumb) = breadcrumb {
        push(&mut out, breadcrumb);
    }
    out.push_str(r#"</nav><main id="main" tabindex="-1">"#);
    for part in main {
        push(&mut out, part);
    }
    out.push_str("</main>");
    push(&mut out, layout::footer(shell, content, &root));
    for part in layout::messages() {
        push(&mut out, part);
    }
    out
}

/// The inside of `<body>` for an address that has no page. It may be shown at any depth of
/// any host, so its links can only climb.
pub fn not_found(shell: &Shell) -> String {
    let mut out = String::new();
    for part in layout::not_found(shell) {
        push(&mut out, part);
    }
    push(&mut out, layout::help(&shell.help, &RelativeRoot::of("/")));
    out
}
