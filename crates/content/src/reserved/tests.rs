use super::*;

#[test]
fn lists_are_in_order_for_the_search_in_them() {
    assert!(LAYOUT.is_sorted());
    assert!(GLOBALS.is_sorted());
}

#[test]
fn anchors_of_the_page_and_of_scripts() {
    for taken in [
        "status",
        "notice",
        "main",
        "axe",
        "name",
        "suggestion-3",
        "footnote-1",
        "footnote-1-from",
        "footnote-12-2-from",
        "navigation",
        "letter-a",
        "letter-other",
        "embed-sheet-where",
    ] {
        assert!(anchor(taken).is_some(), "{taken}");
    }
    for free in [
        "status-2",
        "board",
        "suggestion-box",
        "footnote-policy",
        "letter-to-parents",
        "footnote-1-2",
        "footnote-1-from-2",
        "footnote-from",
        "contact",
    ] {
        assert_eq!(anchor(free), None, "{free}");
    }
}

#[test]
fn there_is_always_a_free_one() {
    for slug in [
        "status",
        "footnote-1",
        "footnote-1-from",
        "footnote-1-2-from",
        "suggestion-7",
        "axe",
        "letter-b",
    ] {
        let slug: Slug = slug.parse().unwrap();
        let numbered = free(&slug, |id| anchor(id).is_some());
        assert!(anchor(numbered.as_str()).is_none(), "{numbered}");
    }
}

#[test]
fn paths_of_the_publisher_whatever_their_case() {
    for taken in [
        "content",
        "Content/old",
        "assets/x",
        "sw.js",
        "SW.JS",
        "release.json.br",
        "404.html",
        "404",
        "robots.txt/old",
        "search/index",
        ".well-known/security.txt",
    ] {
        assert!(path(taken).is_some(), "{taken}");
    }
    for free in [
        "about",
        "contents",
        "search",
        "search/help",
        "404/help",
        "old/404",
        "old/sw.js",
        "",
    ] {
        assert_eq!(path(free), None, "{free}");
    }
}

#[test]
fn names_that_no_disk_can_hold() {
    let name = "é".repeat(115);
    assert_eq!(path(&format!("old/{name}/x")), None);
    assert!(path(&format!("old/{name}e/x")).is_some());
}

#[test]
fn names_that_windows_cannot_hold() {
    for taken in [
        "con", "a/AUX", "nul.txt", "com1", "lpt9.pdf", "com¹", "plan.", "plan ", "a:b", "what?",
    ] {
        assert!(path(taken).is_some(), "{taken}");
    }
    for free in [
        "contact",
        "com",
        "com10",
        "auxiliary",
        "50% plan.pdf",
        "a.b",
        "Report #3.pdf",
    ] {
        assert_eq!(path(free), None, "{free}");
    }
}
