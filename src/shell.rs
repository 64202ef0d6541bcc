//! The shell around every page. Drawn at publish time only; the browser keeps it.

use leptos::html;
use leptos::prelude::*;
use lscb_content::wire::{HelpLine, Link, Page, Shell, Target};

use crate::component::contact::telephone;
use crate::component::inline::{anchor, link};
use crate::route::Base;

/// The first stop of the keyboard.
pub(crate) fn skip_link() -> AnyView {
    html::a().class("skip-link").href("#main").child("Skip to main content").into_any()
}

/// The site's name and its sections. On a narrow screen the list is a popover that the
/// button opens, with no script; where popovers are unknown it simply stays open.
pub(crate) fn header(shell: &Shell, page: &Page, base: &Base) -> AnyView {
    let home = Target::Page("/".into());
    let name = anchor(&home, vec![shell.title.clone().into_any()], base);
    let site_name = html::p().class("site-name").child(name);
    let button = html::button()
        .attr("type", "button")
        .attr("popovertarget", "sections")
        .child("Menu")
        .into_any();
    let list = html::ul()
        .id("sections")
        .attr("popover", "auto")
        .child(links(&shell.navigation, page, base))
        .into_any();
    let nav = html::nav().attr("aria-label", "Sections").child(vec![button, list]).into_any();
    html::header()
        .class("site-header")
        .child(html::div().class("wrap").child(vec![site_name.into_any(), nav]))
        .into_any()
}

/// What stands where a page was asked for and there is none.
pub(crate) fn not_found(shell: &Shell) -> AnyView {
    let text = "Check the address. If you followed a link to get here, the page may have moved. \
                These links lead up from this address:";
    let way = |href: &'static str, text: &'static str| {
        html::li().child(html::a().href(href).child(text).into_any()).into_any()
    };
    let ways = vec![
        way("./", "this part of the site"),
        way("../", "one level up"),
        way("/", "the front page of this web address"),
    ];
    html::main()
        .id("main")
        .child(vec![
            html::p().class("site-name").child(shell.title.clone()).into_any(),
            html::h1().child("Page not found").into_any(),
            html::p().child(text).into_any(),
            html::ul().child(ways).into_any(),
        ])
        .into_any()
}

/// When the site was true.
pub(crate) fn as_at(shell: &Shell) -> AnyView {
    html::aside()
        .class("as-at")
        .attr("aria-label", "About the age of this site")
        .child(html::p().class("wrap").child(shell.as_at.clone()))
        .into_any()
}

/// Whom to ring, whatever page the reader is on.
pub(crate) fn help(lines: &[HelpLine], base: &Base) -> AnyView {
    let items: Vec<AnyView> = lines
        .iter()
        .map(|line| {
            let text = format!("{} ", line.text).into_any();
            html::li().child(vec![text, telephone(&line.phone, base)]).into_any()
        })
        .collect();
    let title = html::h2().id("help").child("Worried about a child?").into_any();
    let list = html::ul().child(items).into_any();
    html::aside()
        .class("help")
        .attr("aria-labelledby", "help")
        .child(html::div().class("wrap").child(vec![title, list]))
        .into_any()
}

/// The foot of the page.
pub(crate) fn footer(shell: &Shell, page: &Page, base: &Base) -> AnyView {
    let nav = html::nav()
        .attr("aria-label", "About this site")
        .child(html::ul().child(links(&shell.footer, page, base)))
        .into_any();
    let name = html::p().child(shell.title.clone()).into_any();
    html::footer()
        .class("site-footer")
        .child(html::div().class("wrap").child(vec![nav, name]))
        .into_any()
}

/// Where the app speaks: load states for the ear, and one line with two ways on for the
/// eye when a page did not come. Both are in the document from the start, since a live
/// region that is born with its text is not read.
pub(crate) fn messages() -> Vec<AnyView> {
    let text = html::span().id("notice-text").child("").into_any();
    let retry = html::button().attr("type", "button").id("notice-retry").child("Try again");
    let open = html::a().id("notice-open").href("").child("Open the page").into_any();
    vec![
        html::div().id("status").attr("role", "status").into_any(),
        html::div()
            .id("notice")
            .attr("hidden", true)
            .child(vec![text, retry.into_any(), open])
            .into_any(),
    ]
}

/// Links of the shell. `aria-current` says `page` on the page itself and `true` in its
/// section.
fn links(links: &[Link], page: &Page, base: &Base) -> Vec<AnyView> {
    links
        .iter()
        .map(|entry| {
            let current = match &entry.to {
                Target::Page(to) if *to == page.path => Some("page"),
                Target::Page(to) if to != "/" && page.path.starts_with(to.as_str()) => Some("true"),
                _ => None,
            };
            html::li().child(link(entry, current, base)).into_any()
        })
        .collect()
}
