//! The words and links of a page, parsed from its HTML.

use std::collections::BTreeSet;

use reqwest::Url;
use scraper::node::Node;
use scraper::{ElementRef, Html, Selector};

/// A parsed page.
pub struct Document(Html);

/// An origin that no page can mean, to resolve relative addresses against.
const NOWHERE: &str = "http://nowhere.invalid";

impl Document {
    /// Reads a page; never fails, as browsers never do.
    pub fn parse(html: &str) -> Self {
        Self(Html::parse_document(html))
    }

    /// The first element that `selector` finds.
    pub fn find(&self, selector: &str) -> Option<ElementRef<'_>> {
        self.all(selector).into_iter().next()
    }

    /// All elements that `selector` finds.
    pub fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        let selector = Selector::parse(selector).expect("a valid selector");
        self.0.select(&selector).collect()
    }

    /// The words that the first element that `selector` finds shows, white space collapsed.
    ///
    /// # Panics
    /// If there is no such element.
    pub fn words(&self, selector: &str) -> String {
        let element = self
            .find(selector)
            .unwrap_or_else(|| panic!("the page has no {selector}"));
        let shown = element.descendants().filter(|node| {
            let parent = node.parent().and_then(|parent| parent.value().as_element());
            !parent.is_some_and(|it| matches!(it.name(), "script" | "style"))
        });
        let texts = shown.filter_map(|node| node.value().as_text());
        collapse(&texts.map(|text| &**text).collect::<String>())
    }

    /// Whether it is a page of the site: not one that only leads elsewhere, and not what stands in
    /// a frame on somebody else's page.
    pub fn is_page(&self) -> bool {
        self.find("body[data-route]").is_some()
    }

    /// Whether the page only sends the reader elsewhere.
    pub fn is_redirect(&self) -> bool {
        self.find("meta[http-equiv=refresh]").is_some()
    }

    /// The kinds of elements in the page's body: each with its classes and the names of its
    /// attributes.
    pub fn kinds(&self) -> BTreeSet<String> {
        let elements = self.all("body *").into_iter().map(|element| {
            let attributes = element.value().attrs();
            let names = attributes.map(|(name, value)| match name {
                "class" => format!(" class={value}"),
                name => format!(" {name}"),
            });
            [element.value().name().to_owned(), names.collect()].concat()
        });
        elements.collect()
    }

    /// The addresses of the page's links and of everything that it loads, the app too.
    pub fn addresses(&self) -> Vec<String> {
        let named = |name: &'static str| {
            let found = self.all(&format!("[{name}]"));
            found
                .into_iter()
                .filter_map(move |element| element.attr(name).map(str::to_owned))
        };
        let app = self.all("meta[name=app]").into_iter();
        let app = app.filter_map(|meta| meta.attr("content").map(str::to_owned));
        named("href").chain(named("src")).chain(app).collect()
    }

    /// Where the links that `selector` finds lead, seen from the page at `here`, each with its
    /// words and its `aria-current`.
    pub fn links_of(&self, selector: &str, here: &str) -> Vec<(String, String, Option<String>)> {
        let here = Url::parse(NOWHERE)
            .and_then(|nowhere| nowhere.join(here))
            .expect("an address");
        let links = self.all(selector).into_iter().filter_map(|link| {
            let url = here.join(link.attr("href")?).ok()?;
            let words = collapse(&link.text().collect::<String>());
            Some((
                url.into(),
                words,
                link.attr("aria-current").map(str::to_owned),
            ))
        });
        links.collect()
    }

    /// The paths, from the site's root, of the pages that links found by `selector` on the
    /// page at `route` lead to.
    pub fn routes_of(&self, selector: &str, route: &str) -> Vec<String> {
        let links = self.links_of(selector, route).into_iter();
        let paths = links.filter_map(|(url, ..)| url.strip_prefix(NOWHERE).map(str::to_owned));
        paths.filter(|path| path.ends_with('/')).collect()
    }
}

/// The markup of `<main>` in one spelling, whichever engine wrote it: comments are left
/// out, texts side by side are one, attributes are in order.
///
/// # Panics
/// If `html` has no `<main>`.
pub fn main_of(html: &str) -> String {
    let document = Document::parse(html);
    let mut out = String::new();
    write(
        *document.find("main").expect("the page has a <main>"),
        &mut out,
    );
    out
}

fn write(node: ego_tree::NodeRef<'_, Node>, out: &mut String) {
    match node.value() {
        Node::Text(text) => out.push_str(text),
        Node::Element(element) => {
            let mut attributes: Vec<_> = element.attrs().collect();
            attributes.sort_unstable();
            out.push_str(&format!("\n<{}", element.name()));
            attributes
                .iter()
                .for_each(|(name, value)| out.push_str(&format!(" {name}={value:?}")));
            out.push('>');
            node.children().for_each(|child| write(child, out));
            out.push_str(&format!("</{}>", element.name()));
        }
        _ => {}
    }
}

/// Text with each run of white space as one space and none at the ends.
pub fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text without white space and in one case, to compare what is shown with what is written:
/// engines break lines in their own way, and style may change the case.
pub fn letters(text: &str) -> String {
    text.split_whitespace()
        .flat_map(str::chars)
        .flat_map(char::to_lowercase)
        .collect()
}

/// The first place where two texts differ, with some words around it.
///
/// # Panics
/// If they differ.
pub fn assert_same(what: &str, expected: &str, found: &str) {
    let same = expected
        .chars()
        .zip(found.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let near = |text: &str| {
        text.chars()
            .skip(same.saturating_sub(60))
            .take(160)
            .collect::<String>()
    };
    assert!(
        expected == found,
        "{what}\n expected …{}…\n    found …{}…",
        near(expected),
        near(found)
    );
}
