//! Names that blockers of advertisements take for one. Their general rules look for words in
//! paths, classes and ids; a page whose heading is called `#cookies` may lose it.

use std::collections::BTreeSet;

use lscb_browser::dist::built;
use lscb_browser::markup::Document;

/// Words that such rules are about. The list is our own, after the kinds of rules that lists such
/// as EasyList have; it has none of their text.
const WORDS: &str = "
    ad ads adv advert adverts advertise advertisement advertisements advertising adbox adbanner
    adblock adclick adframe adserver adsense adslot adspace adunit affiliate affiliates analytics
    banner banners beacon beacons captcha chatbot clicktrack consent cookie cookies counter
    doubleclick fingerprint gdpr interstitial leaderboard marketing metrics newsletter notification
    outbrain paywall pixel popover popunder popup popups promo promos promoted promotion share
    sharebar sharer sharing skyscraper social sponsor sponsored sponsors stats subscribe taboola
    telemetry tracker trackers tracking track";

fn suspicious(name: &str) -> Option<&'static str> {
    let words: BTreeSet<_> = WORDS.split_whitespace().collect();
    let name = name.to_lowercase();
    let mut parts = name.split(|letter: char| !letter.is_ascii_alphanumeric());
    parts.find_map(|part| words.get(part).copied())
}

pub(crate) async fn no_name_looks_like_an_advertisement() {
    let mut found = BTreeSet::new();
    let mut check = |place: &str, name: &str| {
        if let Some(word) = suspicious(name) {
            found.insert(format!("{place}: {name} ({word})"));
        }
    };
    for path in built().paths() {
        check("file", path);
    }
    for route in built().routes() {
        for element in built().page(&route).all("[class], [id], [src], [name]") {
            for attribute in ["class", "id", "src", "name"] {
                check(&route, element.attr(attribute).unwrap_or_default());
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

pub(crate) async fn the_rules_find_what_they_are_for() {
    for name in [
        "assets/banner-top.css",
        "cookie-consent",
        "/ads/x.js",
        "Social",
    ] {
        assert!(suspicious(name).is_some(), "{name}");
    }
    let page = Document::parse("<p class='address adopted shared trackside'></p>");
    let class = page
        .find("p")
        .and_then(|it| it.attr("class"))
        .unwrap_or_default();
    assert_eq!(suspicious(class), None);
}
