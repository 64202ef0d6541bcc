//! A parsed document and questions to it.

use percent_encoding::percent_decode_str;
use scraper::{ElementRef, Html, Node, Selector};

/// A parsed document.
pub(crate) struct Page(Html);

/// Elements that stand on lines of their own.
const BLOCKS: [&str; 22] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "dd",
    "div",
    "dt",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "header",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "td",
    "tr",
    "ul",
];

impl Page {
    pub(crate) fn parse(html: &str) -> Self {
        Self(Html::parse_document(html))
    }

    /// The elements that a selector matches, in order.
    pub(crate) fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        let selector = Selector::parse(selector).expect("a selector");
        self.0.select(&selector).collect()
    }

    /// The visible text of the first match: a line a block, white space collapsed.
    pub(crate) fn text_of(&self, selector: &str) -> String {
        let Some(element) = self.all(selector).first().copied() else {
            return String::new();
        };
        let mut out = String::new();
        push_text(element, &mut out);
        let lines = out
            .lines()
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        lines
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// An attribute of the first match, empty if there is none.
    pub(crate) fn attribute(&self, selector: &str, name: &str) -> String {
        let found = self.all(selector);
        found
            .first()
            .and_then(|element| element.attr(name))
            .unwrap_or_default()
            .to_owned()
    }

    /// Every `id`.
    pub(crate) fn ids(&self) -> Vec<String> {
        let ids = self.all("[id]").into_iter();
        ids.filter_map(|element| element.attr("id"))
            .map(str::to_owned)
            .collect()
    }

    /// Every address that the document names.
    pub(crate) fn links(&self) -> Vec<String> {
        let named = self.all("[href], [src]").into_iter();
        named
            .filter_map(|element| element.attr("href").or(element.attr("src")))
            .map(str::to_owned)
            .collect()
    }
}

fn push_text(element: ElementRef<'_>, out: &mut String) {
    for child in element.children() {
        match child.value() {
            Node::Text(text) => out.push_str(&text.replace('\n', " ")),
            Node::Element(_) => {
                let Some(child) = ElementRef::wrap(child) else {
                    continue;
                };
                let block = BLOCKS.contains(&child.value().name());
                if block {
                    out.push('\n');
                }
                push_text(child, out);
                if block {
                    out.push('\n');
                }
            }
            _ => {}
        }
    }
}

/// The path that a relative reference names, seen from the page at `route`.
pub(crate) fn resolve(route: &str, reference: &str) -> String {
    let reference = percent_decode_str(reference).decode_utf8_lossy();
    let mut parts: Vec<&str> = route.split('/').filter(|part| !part.is_empty()).collect();
    let folder = reference.is_empty() || reference.ends_with('/');
    for part in reference.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop().expect("the reference climbs out of the site");
            }
            part => parts.push(part),
        }
    }
    let path = parts.join("/");
    if path.is_empty() {
        "/".into()
    } else if folder {
        format!("/{path}/")
    } else {
        format!("/{path}")
    }
}
