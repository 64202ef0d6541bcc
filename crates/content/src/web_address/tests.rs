use super::*;

#[track_caller]
fn check(text: &str, valid: bool) {
    assert_eq!(text.parse::<WebAddress>().is_ok(), valid, "{text:?}");
}

#[test]
fn four_schemes() {
    check("https://liverpoolscp.org.uk/scp/about-us/", true);
    check("http://example.org", true);
    check("https://[2001:db8::1]/", true);
    check("mailto:office@example.org", true);
    check("tel:+441519343366", true);
}

#[test]
fn addresses_that_run_or_load_something() {
    for text in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:x",
        "//example.org",
        "HTTPS://example.org",
    ] {
        check(text, false);
    }
}

#[test]
fn addresses_that_are_not_whole() {
    for text in [
        "",
        "https:",
        "https://",
        "https:///a",
        "https:example.org",
        "https:\\\\example.org",
        "https://a b",
        "https://a\tb",
        "https://a\u{0}",
        "mailto:",
        "mailto:a@",
        "tel:",
        "a.html",
    ] {
        check(text, false);
    }
}
