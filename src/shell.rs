//! The shell around every page. Drawn at publish time only; the browser keeps it.

use leptos::prelude::*;
use lscb_content::wire::{HelpLine, Link, Page, Shell, Target};

use crate::component::contact::telephone;
use crate::component::element::{element, text};
use crate::component::inline::{anchor, current_link, link};
use crate::route::Base;

/// The first stop of the keyboard.
pub(crate) fn skip_link() -> AnyView {
    let words = vec![text("Skip to main content")];
    element("a", &[("class", "skip-link"), ("href", "#main")], words)
}

/// The site's name and its sections. On a narrow screen the list is a popover that the
/// button opens, with no script; where popovers are unknown it simply stays open.
pub(crate) fn header(shell: &Shell, page: &Page, base: &Base) -> AnyView {
    let home = Target::Page("/".into());
    let name = anchor(&home, vec![text(&shell.title)], base);
    let name = element("p", &[("class", "site-name")], vec![name]);
    let button = [("type", "button"), ("popovertarget", "sections")];
    let button = element("button", &button, vec![text("Menu")]);
    let list = [("id", "sections"), ("popover", "auto")];
    let list = element("ul", &list, links(&shell.navigation, page, base));
    let nav = element("nav", &[("aria-label", "Sections")], vec![button, list]);
    element(
        "header",
        &[("class", "site-header")],
        vec![wrap(vec![name, nav])],
    )
}

/// When the site was true.
pub(crate) fn as_at(shell: &Shell) -> AnyView {
    let words = wrap(vec![element("p", &[], vec![text(&shell.as_at)])]);
    let attributes = [("class", "as-at"), ("aria-label", "The age of this site")];
    element("aside", &attributes, vec![words])
}

/// Whom to ring, whatever page the reader is on.
pub(crate) fn help(lines: &[HelpLine], base: &Base) -> AnyView {
    let items = lines.iter().map(|line| {
        element(
            "li",
            &[],
            vec![text(&line.text), text(" "), telephone(&line.phone, base)],
        )
    });
    let title = element(
        "h2",
        &[("id", "help")],
        vec![text("Worried about a child?")],
    );
    let list = element("ul", &[], items.collect());
    let attributes = [("class", "help"), ("aria-labelledby", "help")];
    element("aside", &attributes, vec![wrap(vec![title, list])])
}

/// The foot of the page.
pub(crate) fn footer(shell: &Shell, page: &Page, base: &Base) -> AnyView {
    let list = element("ul", &[], links(&shell.footer, page, base));
    let nav = element("nav", &[("aria-label", "About this site")], vec![list]);
    let name = element("p", &[], vec![text(&shell.title)]);
    element(
        "footer",
        &[("class", "site-footer")],
        vec![wrap(vec![nav, name])],
    )
}

/// What stands where a page was asked for and there is none.
pub(crate) fn not_found(shell: &Shell) -> AnyView {
    let help = "Check the address. If you followed a link to get here, the page may have moved. \
                These links lead up from this address:";
    let ways = [
        ("./", "this part of the site"),
        ("../", "one level up"),
        ("/", "the front page of this web address"),
    ];
    let ways = ways.map(|(href, words)| {
        element(
            "li",
            &[],
            vec![element("a", &[("href", href)], vec![text(words)])],
        )
    });
    let content = vec![
        element("p", &[("class", "site-name")], vec![text(&shell.title)]),
        element("h1", &[], vec![text("Page not found")]),
        element("p", &[], vec![text(help)]),
        element("ul", &[], ways.into()),
    ];
    element("main", &[("id", "main")], content)
}

/// Where the app speaks: load states for the ear, and one line with two ways on for the
/// eye when a page did not come. Both are in the document from the start, since a live
/// region that is born with its text is not read.
pub(crate) fn messages() -> Vec<AnyView> {
    let retry = [("type", "button"), ("id", "notice-retry")];
    let notice = vec![
        element("span", &[("id", "notice-text")], vec![]),
        element("button", &retry, vec![text("Try again")]),
        element(
            "a",
            &[("id", "notice-open"), ("href", "#main")],
            vec![text("Open the page")],
        ),
    ];
    vec![
        element("div", &[("id", "status"), ("role", "status")], vec![]),
        element("div", &[("id", "notice"), ("hidden", "")], notice),
    ]
}

fn wrap(content: Vec<AnyView>) -> AnyView {
    element("div", &[("class", "wrap")], content)
}

/// Links of the shell. `aria-current` says `page` on the page itself and `true` in its
/// section.
fn links(links: &[Link], page: &Page, base: &Base) -> Vec<AnyView> {
    let items = links.iter().map(|entry| {
        let link = match &entry.to {
            Target::Page(to) if *to == page.path => current_link(entry, "page", base),
            Target::Page(to) if to != "/" && page.path.starts_with(to.as_str()) => {
                current_link(entry, "true", base)
            }
            _ => link(entry, base),
        };
        element("li", &[], vec![link])
    });
    items.collect()
}
