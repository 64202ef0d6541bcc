//! The documents: every page whole, plain and relative.

mod page;

use std::collections::{BTreeMap, BTreeSet};

use page::Page;

use crate::built::{Built, SEFTON};
use crate::seed::check_order;

fn pages() -> BTreeMap<String, Page> {
    pages_of(&SEFTON)
}

fn pages_of(site: &Built) -> BTreeMap<String, Page> {
    site.pages()
        .into_iter()
        .map(|(route, html)| (route, Page::parse(&html)))
        .collect()
}

#[test]
fn every_published_line_is_on_its_page_in_order() {
    let texts = pages()
        .into_iter()
        .map(|(route, page)| (route, page.text_of("main")))
        .collect();
    let lost = check_order(&texts);
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn every_page_has_a_title_of_its_own_one_h1_and_a_description() {
    let mut titles = BTreeSet::new();
    for (route, page) in pages() {
        let title = page.text_of("title");
        assert!(
            title.ends_with("Sefton Local Safeguarding Children Board"),
            "{route}: {title}"
        );
        assert!(titles.insert(title), "{route} has another page's title");
        assert_eq!(page.all("h1").len(), 1, "{route}");
        assert!(
            !page
                .attribute("meta[name=description]", "content")
                .is_empty(),
            "{route}"
        );
        assert_eq!(page.attribute("html", "lang"), "en-GB");
        assert_eq!(page.attribute("body", "data-route"), route);
    }
}

#[test]
fn headings_go_down_one_level_at_a_time() {
    check_headings(&SEFTON);
}

/// Holds the outline of every page of a site against WCAG 2.2, 1.3.1.
pub(crate) fn check_headings(site: &Built) {
    for (route, page) in pages_of(site) {
        assert_eq!(page.all("h1").len(), 1, "{route}");
        let mut above = 0;
        for heading in page.all("main h1, main h2, main h3, main h4, main h5, main h6") {
            let level = heading.value().name()[1..].parse().expect("a level");
            assert!(
                level <= above + 1,
                "{route}: an h{level} follows an h{above}"
            );
            above = level;
        }
    }
}

#[test]
fn landmarks_are_named_and_told_apart() {
    check_landmarks(&SEFTON);
}

/// Holds the landmarks of every page of a site against WAI-ARIA APG, "Landmark Regions".
pub(crate) fn check_landmarks(site: &Built) {
    for (route, page) in pages_of(site) {
        for one in [
            "header",
            "main",
            "footer",
            "a.skip-link",
            "#status[role=status]",
        ] {
            assert_eq!(page.all(one).len(), 1, "{route}: {one}");
        }
        let mut names = BTreeSet::new();
        for landmark in page.all("nav, aside, [role=region], [role=search]") {
            let label = landmark.attr("aria-label").map(str::to_owned);
            let by = landmark
                .attr("aria-labelledby")
                .map(|id| page.text_of(&format!("#{id}")));
            let name = label.or(by).unwrap_or_default();
            assert!(!name.is_empty(), "{route}: a landmark without a name");
            assert!(
                names.insert(name.clone()),
                "{route}: two landmarks called {name}"
            );
        }
    }
}

#[test]
fn the_page_itself_is_marked_once_in_each_list_that_has_it() {
    for (route, page) in pages() {
        for list in ["header nav", "footer nav", ".section-menu"] {
            let marked: Vec<_> = page.all(&format!("{list} [aria-current=page]"));
            assert!(
                marked.len() <= 1,
                "{route}: {list} marks {} pages",
                marked.len()
            );
        }
    }
    let about = &pages()["/about-us/independent-chair/"];
    assert_eq!(about.text_of("header [aria-current=true]"), "About Us");
    assert_eq!(
        about.text_of(".section-menu [aria-current=page]"),
        "Sefton LSCB Independent Chair"
    );
}

#[test]
fn ids_are_unique_and_every_link_leads_somewhere() {
    check_links(&SEFTON);
}

/// Follows every link of a site.
pub(crate) fn check_links(site: &Built) {
    let files = site.files();
    let pages = pages_of(site);
    for (route, page) in &pages {
        let ids: Vec<String> = page.ids();
        let unique: BTreeSet<_> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "{route}: an id is there twice");
        for link in page.links() {
            if link.contains(':') {
                let scheme = link.split(':').next().unwrap_or_default();
                assert!(
                    ["https", "mailto", "tel"].contains(&scheme),
                    "{route}: {link}"
                );
                continue;
            }
            assert!(!link.starts_with('/'), "{route}: {link} is not relative");
            let (path, fragment) = link.split_once('#').unwrap_or((&link, ""));
            let target = page::resolve(route, path);
            if let Some(page) = pages.get(&target) {
                let there = fragment.is_empty() || page.ids().iter().any(|id| id == fragment);
                assert!(there, "{route}: {link} has no such place");
            } else {
                assert!(
                    files.contains_key(&target[1..])
                        || files.contains_key(&format!("{}index.html", &target[1..])),
                    "{route}: {link} leads nowhere"
                );
            }
        }
    }
}

#[test]
fn nothing_runs_or_styles_inline_but_what_is_known() {
    check_inline(&SEFTON);
}

/// Looks for scripts and styles inside the pages of a site.
pub(crate) fn check_inline(site: &Built) {
    let mut styles = BTreeSet::new();
    let mut lines = BTreeSet::new();
    for (route, page) in pages_of(site) {
        let found = page.all("style");
        assert_eq!(found.len(), 1, "{route}");
        styles.insert(found[0].inner_html());
        for script in page.all("script") {
            let inline = script.attr("src").is_none();
            if inline && script.attr("type") != Some("importmap") {
                lines.insert(script.inner_html());
            }
            assert!(
                inline || script.attr("integrity").is_some(),
                "{route}: an unchecked script"
            );
        }
        for element in page.all("main *, header *, footer *") {
            let handler = element
                .value()
                .attrs()
                .find(|(name, _)| name.starts_with("on") || *name == "style");
            assert!(handler.is_none(), "{route}: {handler:?}");
        }
    }
    assert_eq!(styles.len(), 1, "the style differs from page to page");
    // One gives an address its slash, one asks for the app.
    assert_eq!(lines.len(), 2, "{lines:?}");
}

#[test]
fn help_is_on_every_page_and_where_there_is_none() {
    let not_found = Page::parse(&SEFTON.text("404.html"));
    for (route, page) in pages().into_iter().chain([("404".to_owned(), not_found)]) {
        for number in ["tel:999", "tel:+448088005000", "tel:+448001111"] {
            assert!(
                page.links().iter().any(|link| link == number),
                "{route} lacks {number}"
            );
        }
    }
}

#[test]
fn the_404_page_asks_for_no_other_file() {
    let page = Page::parse(&SEFTON.text("404.html"));
    assert!(
        page.all("script[src], img, link[rel=stylesheet]")
            .is_empty()
    );
    assert_eq!(page.text_of("h1"), "Page not found");
}

#[test]
fn no_view_can_take_html() {
    let mut folders = vec![crate::built::repo("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let source = std::fs::read_to_string(&path).expect("a source file");
            for sink in [
                "inner_html(",
                "set_inner_html",
                "insert_adjacent_html",
                "view! {",
            ] {
                assert!(!source.contains(sink), "{} uses {sink}", path.display());
            }
        }
    }
}
