//! Pages in frames: what partners show of the site on pages of their own.

use std::collections::BTreeMap;

use scraper::Html;
use serde_json::Value;

use crate::built::{SEFTON, build_changed};
use crate::markup::{select, words};

/// Every frame of the Sefton site by its path from the root: `embed/help/`.
fn frames() -> BTreeMap<String, Html> {
    let files = SEFTON.files().into_iter();
    let frames = files.filter_map(|(path, bytes)| {
        let address = path.strip_suffix("index.html")?;
        let html = String::from_utf8(bytes).expect("UTF-8");
        let is_frame = address.starts_with("embed/");
        is_frame.then(|| (address.to_owned(), Html::parse_document(&html)))
    });
    frames.collect()
}

/// The path from the root that a link in the frame at `address` leads to, and the place there.
fn led(address: &str, href: &str) -> (String, String) {
    let (path, place) = href.split_once('#').unwrap_or((href, ""));
    let mut parts: Vec<&str> = address.trim_end_matches('/').split('/').collect();
    let mut path = path;
    while let Some(rest) = path.strip_prefix("../") {
        parts.pop().expect("a link that stays inside");
        path = rest;
    }
    let folder: String = parts.iter().map(|part| format!("{part}/")).collect();
    (format!("{folder}{path}"), place.to_owned())
}

#[test]
fn a_frame_has_every_word_of_its_page() {
    let frames = frames();
    for (route, html) in SEFTON.pages() {
        let page = Html::parse_document(&html);
        for kind in ["page", "section"] {
            let Some(frame) = frames.get(&format!("embed/{kind}{route}")) else {
                assert!(kind == "section" && route == "/", "{kind} {route}");
                continue;
            };
            // A search form has a target of its own, one page alone has no menu, and beside a frame's
            // text there is no room.
            let text = |html: &Html| -> Vec<String> {
                let own = ["search-page", "section-menu", "contents short"].map(Some);
                let all = select(html, "main > :not(.text), main > .text > *").into_iter();
                let all = all.filter(|it| !own.contains(&it.attr("class")));
                all.map(|it| words(&it)).collect()
            };
            assert_eq!(text(frame), text(&page), "{kind} {route}");
            let menu = |html: &Html| select(html, ".section-menu").iter().map(words).next();
            let expected = menu(&page).filter(|_| kind == "section");
            assert_eq!(menu(frame), expected, "{kind} {route}");
        }
    }
}

#[test]
fn every_kind_of_record_has_a_frame_and_a_card_is_what_the_board_published() {
    let frames = frames();
    for (address, part) in [
        ("embed/contact/business-team/", "0151 934 3983"),
        ("embed/contact/cdop-team/", "L5 2QD"),
        ("embed/contacts/", "28-30 Sefton Street"),
        ("embed/help/", "0808 800 5000 NSPCC helpline"),
        ("embed/reviews/", "Martha, Mary"),
        ("embed/review/march-2019/", "Charlie"),
        (
            "embed/document/scr-report-charlie/",
            "not available in this copy",
        ),
        ("embed/term/cdop/", "Child Death Overview Panel"),
        ("embed/search/", "Search for"),
    ] {
        let main = &select(&frames[address], "main")[0];
        assert!(words(main).contains(part), "{address}: {}", words(main));
    }
    let numbers = select(&frames["embed/help/"], "main a[href^='tel:']").len();
    assert_eq!(numbers, 3, "numbers to call");
}

#[test]
fn a_frame_says_where_it_comes_from_and_nothing_of_the_site_stands_around_it() {
    for (address, frame) in frames() {
        for chrome in [
            "header",
            "h1",
            ".help",
            ".exit",
            ".breadcrumb",
            "script:not([src])",
            "style",
        ] {
            assert!(select(&frame, chrome).is_empty(), "{address}: {chrome}");
        }
        let source = select(&frame, "body > footer.source");
        let source = words(&source[0]);
        assert!(
            source.contains("From Sefton Local Safeguarding Children Board."),
            "{source}"
        );
        assert!(source.contains("as at summer 2019"), "{source}");
        let full = select(&frame, ".source a")[0].attr("href").expect("a link");
        let canonical = select(&frame, "link[rel=canonical]")[0].attr("href");
        assert_eq!(canonical, Some(full), "{address}");
        let robots = select(&frame, "meta[name=robots]")[0].attr("content");
        assert_eq!(
            robots,
            Some("noindex"),
            "the full site is what is to be found"
        );
        assert_eq!(select(&frame, "main").len(), 1, "{address}");
        assert!(!words(&select(&frame, "title")[0]).is_empty(), "{address}");
    }
}

#[test]
fn headings_begin_at_the_second_level_and_skip_none() {
    for (address, frame) in frames() {
        let mut before = 1;
        for heading in select(&frame, "h1, h2, h3, h4, h5, h6") {
            let level: usize = heading.value().name()[1..].parse().expect("a level");
            assert!(level <= before + 1, "{address}: h{level} after h{before}");
            before = level.max(2);
        }
        let first = select(&frame, "main > *")[0].value().name();
        assert_eq!(first, "h2", "{address}");
    }
}

#[test]
fn links_stay_in_the_frame_of_their_section_or_open_a_tab() {
    let (frames, files) = (frames(), SEFTON.files());
    let mut stayed = 0;
    let section_of = |path: &str| {
        let below = path.strip_prefix("embed/section/")?;
        Some(below.split('/').next()?.to_owned())
    };
    for (address, frame) in &frames {
        // A page that has moved is shown where it was, among its section of now.
        let full = select(frame, "link[rel=canonical]")[0].attr("href");
        let (now, _) = led(address, full.expect("an address"));
        let own = section_of(address).map(|_| format!("embed/section/{now}"));
        let own = own.as_deref().and_then(section_of).or(Some("none".into()));
        for link in select(frame, "a[href]") {
            let href = link.attr("href").expect("an address");
            if let Some(place) = href.strip_prefix('#') {
                let place = format!("[id='{place}']");
                assert_eq!(select(frame, &place).len(), 1, "{address}: {href}");
            } else if href.contains(':') {
                let opens = link.attr("target") == Some("_blank");
                assert_eq!(opens, href.starts_with("http"), "{address}: {href}");
            } else {
                let (path, place) = led(address, href);
                // Examples, where anything can be chosen.
                if now == "embed-this-site/" && path.starts_with("embed/") {
                    continue;
                }
                let stays = link.attr("target").is_none();
                stayed += usize::from(stays);
                assert_eq!(stays, section_of(&path) == own, "{address}: {href}");
                assert!(
                    stays || link.attr("rel") == Some("noopener"),
                    "{address}: {href}"
                );
                let file = match path.is_empty() || path.ends_with('/') {
                    true => format!("{path}index.html"),
                    false => path,
                };
                let html = files
                    .get(&file)
                    .unwrap_or_else(|| panic!("{address}: {href}"));
                let html = String::from_utf8_lossy(html);
                let there = place.is_empty() || html.contains(&format!("id=\"{place}\""));
                assert!(there, "{address}: {href}");
            }
        }
    }
    assert!(stayed > 0, "some links stay");
    let menu = select(
        &frames["embed/section/about-us/independent-chair/"],
        ".section-menu a",
    );
    assert!(menu.iter().all(|link| link.attr("target").is_none()));
}

#[test]
fn a_page_that_has_moved_is_still_shown_where_it_was() {
    let frames = frames();
    let old = &frames["embed/page/about-us/lscb-governance-and-structure/"];
    let new = &frames["embed/page/governance-and-structure/"];
    let main = |html: &Html| words(&select(html, "main")[0]);
    assert_eq!(main(old), main(new));
    let link = select(old, ".source a")[0].attr("href").expect("a link");
    assert_eq!(link, "../../../../governance-and-structure/");
}

#[test]
fn every_page_leads_to_its_oembed() {
    for (route, html) in SEFTON.pages() {
        let page = Html::parse_document(&html);
        let links = select(&page, "link[type='application/json+oembed']");
        let [link] = links.as_slice() else {
            panic!("{route}: {} links", links.len())
        };
        let (path, _) = led(
            route.trim_matches('/'),
            link.attr("href").expect("an address"),
        );
        let path = path.trim_start_matches('/');
        let json: Value = serde_json::from_str(&SEFTON.text(path)).expect("JSON");
        assert_eq!(
            (&json["version"], &json["type"]),
            (&"1.0".into(), &"rich".into())
        );
        assert!(json["width"].is_u64() && json["height"].is_u64(), "{json}");
        let snippet = Html::parse_fragment(json["html"].as_str().expect("a snippet"));
        let frame = &select(&snippet, "iframe[title][loading=lazy]")[0];
        let src = frame.attr("src").expect("an address");
        assert_eq!(src, format!("/embed/page{route}"));
        let full = &select(&snippet, "p > a")[0];
        assert_eq!(
            full.attr("href"),
            Some(route.as_str()),
            "for where frames are not shown"
        );
        assert!(!words(full).is_empty());
    }
}

#[test]
fn a_site_that_nobody_may_embed_has_no_frames_and_offers_none() {
    let site = build_changed("site.toml", "embedders = [\"*\"]", "");
    assert!(!site.root().join("embed").exists());
    assert!(!site.text("index.html").contains("oembed"));
}

#[test]
fn a_site_with_an_origin_gives_whole_addresses() {
    let origin = "origin = \"https://www.example.org\"\nembedders = [\"*\"]";
    let site = build_changed("site.toml", "embedders = [\"*\"]", origin);
    let json = site.text("embed/page/contact/oembed.json");
    let json: Value = serde_json::from_str(&json).expect("JSON");
    let snippet = json["html"].as_str().expect("a snippet");
    assert!(
        snippet.contains("src=\"https://www.example.org/embed/page/contact/\""),
        "{snippet}"
    );
    assert_eq!(json["provider_url"], "https://www.example.org/");
}

#[test]
fn a_review_that_was_withdrawn_has_no_frame() {
    let live = "kind = \"serious-case-review\"";
    let withdrawn = format!("{live}\nstatus = \"withdrawn\"");
    let site = build_changed("reviews/march-2019.md", live, &withdrawn);
    assert!(!site.root().join("embed/review/march-2019").exists());
    assert!(
        site.text("embed/reviews/index.html")
            .contains("This review has been withdrawn")
    );
}
