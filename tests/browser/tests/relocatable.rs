//! The same bytes under any path: every address in them is relative and answers.

use std::collections::BTreeSet;

use lscb_browser::dist::built;
use lscb_browser::markup::Document;
use lscb_browser::runner::{in_every_engine, without_browser};
use lscb_browser::site::Site;
use reqwest::Url;

/// The addresses that a file of this kind gives: `None` for a file that gives none.
fn addresses(path: &str) -> Option<Vec<String>> {
    let text = || built().text(path);
    match path.rsplit_once('.')?.1 {
        "html" => {
            let page = Document::parse(text());
            let style = page
                .all("style")
                .into_iter()
                .flat_map(|style| in_style(&style.inner_html()));
            let map = page
                .all("script[type=importmap]")
                .into_iter()
                .flat_map(|map| in_map(&map.inner_html()));
            let refresh = page
                .all("meta[http-equiv=refresh]")
                .into_iter()
                .filter_map(|meta| {
                    meta.attr("content")?
                        .split_once("url=")
                        .map(|(_, address)| address.to_owned())
                });
            Some(
                page.addresses()
                    .into_iter()
                    .chain(style)
                    .chain(map)
                    .chain(refresh)
                    .collect(),
            )
        }
        "css" => Some(in_style(text())),
        _ => None,
    }
}

fn in_style(style: &str) -> Vec<String> {
    let parts = style
        .split("url(")
        .skip(1)
        .filter_map(|rest| rest.split(')').next());
    parts
        .map(|address| address.trim_matches(['"', '\'', ' ']).to_owned())
        .collect()
}

fn in_map(map: &str) -> Vec<String> {
    let map: serde_json::Value = serde_json::from_str(map).expect("an import map is JSON");
    let imports = map["imports"].as_object().cloned().unwrap_or_default();
    imports
        .into_iter()
        .filter_map(|(_, to)| to.as_str().map(str::to_owned))
        .collect()
}

/// Whether it leads out of the site on purpose: another site, a mail, a call.
fn leads_out(address: &str) -> bool {
    ["https:", "http:", "mailto:", "tel:"]
        .iter()
        .any(|scheme| address.starts_with(scheme))
}

#[test]
fn every_address_is_relative_and_answers_at_every_base() {
    without_browser(async || {
        for base in ["/", "/lscb/", "/a/b/c/"] {
            let site = Site::plain(built(), base).await;
            let mut asked = BTreeSet::new();
            for path in built().paths().filter(|path| *path != "404.html") {
                let here = Url::parse(&site.url(path)).expect("an address");
                for address in addresses(path).unwrap_or_default() {
                    if leads_out(&address) {
                        continue;
                    }
                    assert!(
                        !address.starts_with('/'),
                        "{path}: {address} is not relative"
                    );
                    let mut url = here
                        .join(&address)
                        .unwrap_or_else(|e| panic!("{path}: {address}: {e}"));
                    assert!(
                        url.as_str().starts_with(&site.url("/")),
                        "{path}: {address} leaves {base}"
                    );
                    url.set_fragment(None);
                    if asked.insert(url.to_string()) {
                        let status = reqwest::get(url).await.expect("an answer").status();
                        assert_eq!(status, 200, "{path}: {address}");
                    }
                }
            }
            assert!(
                asked.len() >= built().routes().len(),
                "the crawl has seen every route"
            );
        }
    });
}

#[test]
fn links_stay_in_the_site_where_a_host_takes_slashes_away() {
    in_every_engine(async |browser| {
        let site = Site::plain(built(), "/lscb/").await;
        site.take_slashes_away();
        for route in ["/", "/about-us/", "/about-us/independent-chair/"] {
            browser.open_app(&site, route).await;
            let strays: Vec<String> = browser
                .value(&format!(
                    "[...document.querySelectorAll('a[href]')].map((a) => a.href)
                        .filter((to) => to.startsWith('{}') && !to.startsWith('{}'))",
                    site.origin(),
                    site.url("/")
                ))
                .await;
            assert_eq!(strays, [""; 0], "{route}");
        }
        // By the app, and once more as the host has it.
        browser.click_header(&site, "/contact/").await;
        browser
            .until("document.querySelector('h1').textContent === 'Contact'")
            .await;
        browser.refresh().await.expect("a reload");
        browser
            .until("document.querySelector('h1')?.textContent === 'Contact'")
            .await;
        let stays = format!("location.href === '{}'", site.url("/contact/"));
        browser.until(&stays).await;
    });
}

#[test]
fn every_page_names_the_app() {
    for route in built().routes() {
        let page = built().page(&route);
        // That it is there is seen with all other addresses.
        assert_eq!(page.all("meta[name=app][content]").len(), 1, "{route}");
    }
}

#[test]
fn every_place_that_a_link_names_is_there() {
    without_browser(async || {
        for route in built().routes() {
            for (url, words, _) in built().page(&route).links_of("a[href*='#']", &route) {
                let url = Url::parse(&url).expect("an address");
                let path = url.path();
                if url.host_str() != Some("nowhere.invalid") || !path.ends_with('/') {
                    continue;
                }
                let place = format!("[id='{}']", url.fragment().unwrap_or_default());
                assert!(
                    built().page(path).find(&place).is_some(),
                    "{route}: “{words}” leads to {path}{place}"
                );
            }
        }
    });
}

#[test]
fn pages_load_from_nowhere_else() {
    for route in built().routes() {
        let page = built().page(&route);
        for loads in [
            "script[src]",
            "img[src]",
            "iframe[src]",
            "link[rel~=stylesheet]",
            "link[rel~=icon]",
            "link[rel~=modulepreload]",
        ] {
            for element in page.all(loads) {
                let address = element
                    .attr("src")
                    .or(element.attr("href"))
                    .unwrap_or_default();
                assert!(!address.contains("//"), "{route} loads {address}");
            }
        }
    }
}

#[test]
fn the_page_for_unknown_addresses_stands_alone() {
    let page = Document::parse(built().text("404.html"));
    assert!(page.find("h1").is_some() && page.find("style").is_some());
    let loading = page.find("script[src], img[src], link[rel=stylesheet], iframe");
    assert!(
        loading.is_none(),
        "404.html loads {:?}",
        loading.map(|element| element.html())
    );
    // It is shown at any depth: a relative link can do no more than climb.
    for address in page.addresses() {
        let climbs = address.chars().all(|letter| letter == '.' || letter == '/');
        let fine = climbs || leads_out(&address) || address.starts_with("data:");
        assert!(fine, "404.html has {address}");
    }
    assert!(
        page.words("body").contains("999"),
        "whom to ring is on it too"
    );
}
