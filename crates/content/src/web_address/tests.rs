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
fn schemes_and_hosts_are_written_small_and_in_ascii() {
    for (written, expected) in [
        ("HTTPS://www.GOV.uk/A?B", "https://www.gov.uk/A?B"),
        ("https://élan.org/é", "https://xn--lan-9la.org/é"),
        (
            "https://e\u{301}lan.org:8080",
            "https://xn--lan-9la.org:8080",
        ),
        ("MailTo:A@b.org", "mailto:A@b.org"),
        ("https://www.gov.uk", "https://www.gov.uk"),
        ("https://[2001:DB8::1]:80/", "https://[2001:db8::1]:80/"),
        ("http://a@0x08.8.2056/", "http://a@8.8.8.8/"),
    ] {
        let address: WebAddress = written.parse().unwrap();
        assert_eq!(address.as_str(), expected);
    }
    check("https://\u{ad}/", false);
    check("https://é@/", false);
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
        "XHTTPS://example.org",
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
        "https://example.org:99999/",
        "https://example.org:a/",
        "https://1.2.3.999/",
        "https://[::1",
        "https://[::1]a/",
        "https://ex%zzample.org/",
        "https://ex<b>.org/",
        "mailto:a@",
        "tel:",
        "a.html",
    ] {
        check(text, false);
    }
}

/// What browsers do to an address before they look at its scheme (WHATWG URL, 4.4, and the cases of
/// its test data): they take out tabs and line ends, drop spaces and control characters at both
/// ends, read `\` as `/`, and do not mind capitals. None of it may lead past the list.
#[test]
fn schemes_are_told_as_a_browser_would() {
    let runs = [
        "javascript:alert(1)",
        "data:text/html,<script>1</script>",
        "vbscript:x",
    ];
    for address in runs {
        let (scheme, rest) = address.split_once(':').unwrap();
        let forms = [
            format!(" {address}"),
            format!("\u{1}{address}"),
            format!("\u{1f}{address}"),
            format!("\u{feff}{address}"),
            format!("\u{a0}{address}"),
            format!("{address} "),
            format!("{address}\n"),
            address.to_uppercase(),
            format!("{}\t{}", &address[..4], &address[4..]),
            format!("{}\r\n{}", &address[..4], &address[4..]),
            format!("{}\0{}", &address[..4], &address[4..]),
            format!("{scheme} :{rest}"),
            format!("{scheme}\t:{rest}"),
            format!("{scheme}&colon;{rest}"),
            format!("{scheme}%3A{rest}"),
            format!("view-source:{address}"),
            format!("feed:{address}"),
            format!("jar:{address}!/"),
            format!("https:{address}"),
            format!("//{address}"),
            format!("\\\\{address}"),
            format!("./{address}"),
            format!("\u{202e}{address}"),
            format!("\u{200b}{address}"),
        ];
        for form in forms {
            check(&form, false);
        }
    }
    for scheme in [
        "about",
        "blob",
        "chrome",
        "file",
        "filesystem",
        "ftp",
        "gopher",
        "intent",
        "jar",
        "mhtml",
        "ms-settings",
        "livescript",
        "mocha",
        "res",
        "resource",
        "sms",
        "ssh",
        "steam",
        "view-source",
        "web+x",
        "ws",
        "wss",
        "x-apple",
        "h\u{442}\u{442}ps",
        "https\u{ff1a}",
        "",
    ] {
        check(&format!("{scheme}:alert(1)"), false);
        check(&format!("{scheme}://example.org/"), false);
    }
    for whole in [
        "https://example.org/?q=javascript:alert(1)#javascript:",
        "https://example.org:8443/a/b.html?x=1&y=2#z",
        "https://user@example.org/",
        "http://xn--e1afmkfd.example/",
        "https://203.0.113.7/",
        "https://example.org/%2e%2e/%00",
        "mailto:a@example.org?subject=Hello%20there",
        "tel:999",
        "tel:0151-934-3366",
        "tel:+353-1-234-5678",
        "tel:+44-151-934-3366;ext=1",
    ] {
        check(whole, true);
    }
    for part in [
        "http:",
        "http:/",
        "http:example.org",
        "https:///example.org",
        "https:/example.org",
        "https://?x",
        "https://#x",
        "https://:80",
        "https://@example.org",
        "https:// example.org",
        "https://exa mple.org",
        "https://exam\u{a0}ple.org",
        "https://example.org/\u{2028}",
        "https:\\example.org",
        "https:/\\example.org",
        "https://example.org\\@evil.example",
        "mailto:@",
        "mailto:a",
        "mailto:a@b c",
        "tel:abc",
        "tel:0151",
        "tel:+44151",
        "tel:+123456",
        "tel:\u{661}",
    ] {
        check(part, false);
    }
}

#[test]
fn an_address_below_another_one() {
    for origin in ["https://example.org", "https://example.org/"] {
        let origin: WebAddress = origin.parse().unwrap();
        assert_eq!(origin.join("a/b.txt"), "https://example.org/a/b.txt");
        assert_eq!(origin.join(""), "https://example.org/");
    }
    let below: WebAddress = "https://example.org/lscb".parse().unwrap();
    assert_eq!(below.join("a/"), "https://example.org/lscb/a/");
}

#[test]
fn what_is_meant_is_written_out() {
    for (text, expected) in [
        ("office@example.org", Some("mailto:office@example.org")),
        ("0151-496-0104", Some("tel:+441514960104")),
        ("www.gov.uk/a?b#c", Some("https://www.gov.uk/a?b#c")),
        ("Seftonlscb.org.uk", Some("https://Seftonlscb.org.uk")),
        ("//www.gov.uk/", Some("https://www.gov.uk/")),
        ("report.pdf", None),
        ("contact", None),
        ("a..uk", None),
        ("javascript:alert(1)", None),
    ] {
        assert_eq!(completed(text).as_deref(), expected, "{text}");
        if let Some(whole) = expected {
            check(whole, true);
        }
    }
}

#[test]
fn readers_are_not_on_the_writers_network() {
    for (text, is_public) in [
        ("https://www.gov.uk/", true),
        ("https://8.8.8.8/", true),
        ("https://[2001:db8::1]/", true),
        ("mailto:a@b.uk", true),
        ("tel:999", true),
        ("https://172.32.0.1/a", true),
        ("https://local.example.org/.local", true),
        ("http://localhost", false),
        ("http://LOCALHOST.:8080/a", false),
        ("http://127.0.0.1/", false),
        ("http://a:b@10.1.2.3?c", false),
        ("http://172.16.0.1", false),
        ("http://192.168.0.1:80#a", false),
        ("http://169.254.0.1", false),
        ("http://2130706433/", false),
        ("http://0.0.0.0/", false),
        ("http://[::1]:8080/", false),
        ("http://[fd00::1]/", false),
        ("http://[fe80::1]/", false),
        ("http://[::ffff:10.0.0.1]/", false),
        ("https://intranet/a.b", false),
        ("https://board.sefton.local/", false),
        ("https://board.internal/", false),
    ] {
        let address: WebAddress = text.parse().unwrap();
        assert_eq!(address.check_public().is_ok(), is_public, "{text}");
    }
}
