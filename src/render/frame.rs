//! A page as it stands in a frame on somebody else's page: no shell, one line on where it comes
//! from, links that leave the frame unless they stay in its section.

use std::fmt::Write as _;

use leptos::html;
use leptos::prelude::*;
use lscb_wire::{Block, Menu, Page, Shell, Target};

use super::html::push;
use crate::component::block::blocks;
use crate::component::contents::{contents, is_long};
use crate::component::element::{element, text};
use crate::component::inline::anchor;
use crate::component::menu::menu;
use crate::component::search::field;
use crate::route::RelativeRoot;

/// What stands in a frame.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// The content; its path is the frame's own.
    pub page: &'a Page,
    /// Its place on the full site.
    pub full: &'a Target,
    /// The path of the section whose links stay in the frame.
    pub section: Option<&'a str>,
    /// The menu of that section, if it has more than one page.
    pub menu: Option<&'a Menu>,
}

/// The inside of `<body>` of a frame.
pub fn frame(shell: &Shell, frame: Frame<'_>) -> String {
    let root = RelativeRoot::of(&frame.page.path);
    let mut main = vec![element("h1", &[], vec![text(&frame.page.title)])];
    if is_long(&frame.page.contents) {
        main.extend(contents(&frame.page.contents, &root));
    }
    for block in &frame.page.blocks {
        match (block, &shell.search) {
            (Block::Search, Some(page)) => main.push(search(page, &root)),
            _ => main.extend(blocks(std::slice::from_ref(block), &root)),
        }
    }
    if let (Some(section), Target::Page(here)) = (frame.menu, frame.full) {
        main.push(menu(section, here, &root));
    }
    let mut out = String::with_capacity(4 * 1024);
    push(&mut out, element("main", &[], main));
    out = retarget_links(
        &demote_headings(&out),
        &root,
        frame.section.unwrap_or_default(),
    );
    let mut foot = String::new();
    push(&mut foot, source(shell, frame.full, &root));
    out + &retarget_links(&foot, &root, "")
}

/// Whose words these are, what time they describe, and where the whole page is.
fn source(shell: &Shell, full: &Target, root: &RelativeRoot) -> AnyView {
    let name = element("cite", &[], vec![text(&shell.title)]);
    let whole = anchor(full, vec![text("See this on the full site")], root);
    let line = vec![
        text("From "),
        name,
        text(". "),
        text(&shell.as_at),
        text(" "),
        whole,
    ];
    let line = element("p", &[], line);
    let attributes = [("class", "source"), ("id", "source")];
    element("footer", &attributes, vec![line])
}

/// The search form leads to the full site's own page: what is found there has room. The field
/// has no name, so no host is sent the words (`public/frame.js` puts them behind `#`).
fn search(page: &str, root: &RelativeRoot) -> AnyView {
    let action = root.href(&Target::Page(page.into()));
    let label = element("label", &[("for", "words")], vec![text("Search for")]);
    let line = element("div", &[("class", "field")], field("words", None).into());
    html::form()
        .attr("role", "search")
        .attr("aria-label", "Search")
        .attr("class", "search-page")
        .attr("action", action)
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .child((label, line))
        .into_any()
}

/// Headings from the second level down: on the page around the frame there is an `h1` already.
/// Where a record has left a level out, to stand below a heading of its page, there is no gap.
/// Text is escaped, so `<h1` can only be a tag.
fn demote_headings(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    // The headings that the next one stands below, each as it was: its own level is its place.
    let mut above: Vec<u8> = Vec::new();
    let mut parts = html.split('<');
    out.extend(parts.next());
    for part in parts {
        out.push('<');
        let (slash, tag) = match part.strip_prefix('/') {
            Some(tag) => ("/", tag),
            None => ("", part),
        };
        let [b'h', level @ b'1'..=b'6', b' ' | b'>', ..] = tag.as_bytes() else {
            out.push_str(part);
            continue;
        };
        if slash.is_empty() {
            above.retain(|other| other < level);
            above.push(*level);
        }
        let level = (above.len() + 1).min(6);
        let _ = write!(out, "{slash}h{level}{}", &tag[2..]);
    }
    out
}

/// Links of the section lead to its frames; those to elsewhere open a new tab, since most sites
/// refuse to stand in a frame. A place on the same page and a number to call are neither.
fn retarget_links(html: &str, root: &RelativeRoot, section: &str) -> String {
    const LINK: &str = "<a href=\"";
    let up = root.file("");
    let below = root.file(section.trim_start_matches('/'));
    let mut parts = html.split(LINK);
    let mut out = String::with_capacity(html.len() + 512);
    out.extend(parts.next());
    for part in parts {
        let (href, after) = part.split_once('"').unwrap_or((part, ""));
        out.push_str(LINK);
        if !section.is_empty() && href.starts_with(&below) {
            let path = href.trim_start_matches(&up);
            out.push_str(&root.file("embed/section/"));
            out.push_str(path);
            out.push('"');
        } else {
            out.push_str(href);
            out.push('"');
            if !["#", "tel:", "mailto:"]
                .iter()
                .any(|it| href.starts_with(it))
            {
                out.push_str(" target=\"_blank\" rel=\"noopener\"");
            }
        }
        out.push_str(after);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_go_down_and_leave_no_level_out() {
        let html = "<h1>a</h1><h3 id=\"b\">b &lt;h1></h3><hr><h3>c</h3><h2>d</h2><header></header>";
        let down = "<h2>a</h2><h3 id=\"b\">b &lt;h1></h3><hr><h3>c</h3><h3>d</h3><header></header>";
        assert_eq!(demote_headings(html), down);
    }

    #[test]
    fn links_leave_the_frame_unless_they_are_of_its_section() {
        let root = RelativeRoot::of("/embed/section/about-us/");
        let cases = [
            (
                "../../../about-us/chair/#x",
                "../../../embed/section/about-us/chair/#x\"",
            ),
            ("../../../about-us/", "../../../embed/section/about-us/\""),
            (
                "../../../contact/",
                "../../../contact/\" target=\"_blank\" rel=\"noopener\"",
            ),
            ("#here", "#here\""),
            ("tel:999", "tel:999\""),
        ];
        for (href, led) in cases {
            let html = format!("<p><a href=\"{href}\">x</a></p>");
            let out = retarget_links(&html, &root, "/about-us/");
            assert_eq!(out, format!("<p><a href=\"{led}>x</a></p>"));
        }
    }
}
