//! The addresses of the site that this one replaces.

use std::collections::BTreeMap;

use super::folder;

/// Old paths below `seftonlscb.org.uk/lscb/` and `seftonscp.org.uk/scp/`. The ones marked
/// were seen; the others follow from the page titles in the same way.
const MOVED: [(&str, &str); 10] = [
    ("", "/"),                  // seen
    ("about-us", "/about-us/"), // seen
    (
        "about-us/sefton-lscb-independent-chair",
        "/about-us/independent-chair/",
    ),
    (
        "about-us/annual-report-business-plan",
        "/annual-report-and-business-plan/",
    ),
    (
        "about-us/annual-report-and-business-plan",
        "/annual-report-and-business-plan/",
    ),
    (
        "about-us/learning-from-reviews-serious-case-reviews",
        "/learning-from-reviews/",
    ), // seen
    (
        "about-us/learning-improvement-framework-lif",
        "/learning-from-reviews/learning-and-improvement-framework/",
    ),
    (
        "about-us/learning-and-improvement-framework-lif",
        "/learning-from-reviews/learning-and-improvement-framework/",
    ),
    (
        "about-us/child-death-overview-panel-cdop",
        "/child-death-overview-panel/",
    ), // seen
    (
        "about-us/lscb-governance-and-structure",
        "/governance-and-structure/",
    ),
];

#[test]
fn every_old_address_leads_to_its_page_with_and_without_print() {
    let redirects: BTreeMap<_, _> = folder::reading()
        .site
        .redirects()
        .into_iter()
        .map(|to| (to.from, to.to))
        .collect();
    for (old, page) in MOVED {
        for prefix in ["lscb", "scp"] {
            for suffix in ["", "print"] {
                let parts = [prefix, old, suffix];
                let from = parts
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>();
                let from = from.join("/");
                assert_eq!(
                    redirects.get(&from).map(String::as_str),
                    Some(page),
                    "{from}"
                );
            }
        }
    }
}

#[test]
fn no_redirect_covers_a_page_or_another_redirect() {
    let site = folder::reading().site;
    let mut taken: Vec<String> = site
        .paths()
        .map(|path| path.to_string().trim_matches('/').to_owned())
        .collect();
    for redirect in site.redirects() {
        assert!(
            !taken.contains(&redirect.from),
            "{} is taken",
            redirect.from
        );
        taken.push(redirect.from);
    }
}
