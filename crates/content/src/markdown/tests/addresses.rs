use super::{check, check_diagnostics, check_help, read};
use crate::PagePath;

#[test]
fn bare_addresses_end_before_typographic_marks() {
    let gov = "[https://www.gov.uk](https://www.gov.uk)";
    let mail = "[info@sefton.gov.uk](mailto:info@sefton.gov.uk)";
    for (text, expected) in [
        ("“https://www.gov.uk”", format!("“{gov}”")),
        ("‘https://www.gov.uk’", format!("‘{gov}’")),
        ("https://www.gov.uk’s page", format!("{gov}’s page")),
        ("«https://www.gov.uk»", format!("«{gov}»")),
        ("“info@sefton.gov.uk”", format!("“{mail}”")),
        ("info@sefton.gov.uk’s", format!("{mail}’s")),
        (
            "https://www.gov.uk–https://www.gov.uk",
            format!("{gov}–{gov}"),
        ),
        ("https://www.gov.uk—and", format!("{gov}—and")),
        ("https://www.gov.uk…", format!("{gov}…")),
        ("https://www.gov.uk\u{a0}and", format!("{gov}\u{a0}and")),
        ("https://www.gov.uk\u{200b} a", format!("{gov}\u{200b} a")),
        (
            "https://www.gov.uk/\u{a0}and",
            "[https://www.gov.uk/](https://www.gov.uk/)\u{a0}and".into(),
        ),
        ("https://www.gov.uk، a", format!("{gov}، a")),
        ("https://www.gov.uk，a", format!("{gov}，a")),
        ("info@sefton.gov.uk\u{a0}and", format!("{mail}\u{a0}and")),
        (
            "“www.gov.uk” WWW.GOV.UK, Www.gov.uk",
            "“[www.gov.uk](https://www.gov.uk)” [WWW.GOV.UK](https://www.gov.uk), \
             [Www.gov.uk](https://www.gov.uk)"
                .into(),
        ),
        (
            "https://élan.org/é https://a.pl/zażółć/gęślą",
            "[https://élan.org/é](https://xn--lan-9la.org/é) \
             [https://a.pl/zażółć/gęślą](https://a.pl/zażółć/gęślą)"
                .into(),
        ),
    ] {
        check(&format!("{text}\n"), &format!("p {expected}\n"));
    }
}

#[test]
fn a_mailbox_is_linked_with_all_its_signs() {
    for mailbox in [
        "Ann.Lee+lscb@sefton.gov.uk",
        "ann.lee_lscb@sefton.gov.uk",
        "a.b+c.d@e.uk",
    ] {
        check(
            &format!("Write to {mailbox}. See gov.uk, {mailbox}\n"),
            &format!(
                "p Write to [{mailbox}](mailto:{mailbox}). See gov.uk, [{mailbox}](mailto:{mailbox})\n"
            ),
        );
    }
}

#[test]
fn signs_around_an_address_are_not_part_of_it() {
    let mail = "[a@x.uk](mailto:a@x.uk)";
    for (text, expected) in [
        ("'a@x.uk'", format!("'{mail}'")),
        ("\\|a@x.uk\\|", format!("|{mail}|")),
        ("‘a@x.uk’", format!("‘{mail}’")),
        ("a\\@x.uk", "a@x.uk".into()),
        (
            "https://x.uk/a\\_b",
            "[https://x.uk/a_b](https://x.uk/a_b)".into(),
        ),
        ("https\\://x.uk", "https://x.uk".into()),
    ] {
        check(&format!("{text}\n"), &format!("p {expected}\n"));
    }
    check_help(
        "o’brien@x.uk\n",
        "The address `brien@x.uk` begins behind a U+2019 RIGHT SINGLE QUOTATION MARK.",
        "Write ' in its place if it belongs to the address, or a space if it does not.",
    );
    check_help(
        "https://x.uk#a b\n",
        "The address `https://x.uk` ends before `#a`.",
        "Write https://x.uk/#a, with the slash.",
    );
}

#[test]
fn words_that_are_another_address_are_told_of() {
    for (words, address) in [
        ("0151 934 3366", "tel:01519344706"),
        ("Call 0151 934 3366", "tel:+441519344706"),
        ("ann@example.org", "mailto:lee@example.org"),
        ("www.sefton.gov.uk", "https://www.wirral.gov.uk"),
        ("https://sefton.gov.uk/a", "https://sefton.example/"),
    ] {
        check_help(
            &format!("[{words}]({address})\n"),
            &format!("The words of this link are “{words}”, and its address is {address}."),
            "Write the same in both: readers would reach somebody else.",
        );
    }
    for (words, address) in [
        ("0151 934 3366", "tel:+441519343366"),
        ("999 or 101", "tel:999"),
        ("Ann@Example.org", "mailto:ann@example.org?subject=a"),
        ("www.sefton.gov.uk", "https://sefton.gov.uk/home"),
        (
            "www.a.org",
            "https://web.archive.org/web/2019/http://a.org/",
        ),
        ("Sefton Council", "https://www.sefton.gov.uk"),
    ] {
        let (_, diagnostics) = read(&format!("[{words}]({address})\n"), Some(&PagePath::home()));
        assert_eq!(diagnostics, [""; 0], "{words} {address}");
    }
}

#[test]
fn addresses_that_another_program_has_parted_are_told_of() {
    check_help(
        "See https://www.gov.uk/annual\u{2011}report.\n",
        "The address `https://www.gov.uk/annual` ends before a U+2011 NON-BREAKING HYPHEN.",
        "Write - in its place if the address goes on, or a space if it does not.",
    );
    check_help(
        "https://www.gov.uk/annual\u{200b}report\n",
        "The address `https://www.gov.uk/annual` ends before a U+200B ZERO WIDTH SPACE.",
        "Take it out if the address goes on, or write a space in its place if it does not.",
    );
}

#[test]
fn addresses_with_marks_in_them_are_one_or_are_told_of() {
    for (text, whole) in [
        ("https://twitter.com/_ann_", "https://twitter.com/_ann_"),
        (
            "See (https://www.example.org/_assets/annual_report_ here",
            "https://www.example.org/_assets/annual_report_",
        ),
        ("https://a.org/?b=c&_a=_b_.", "https://a.org/?b=c&_a=_b_"),
        ("https://a.org/~a~ x", "https://a.org/~a~"),
        ("www.a.org/*b*/c, d", "https://www.a.org/*b*/c"),
        ("**https://a.org/_b_**", "https://a.org/_b_"),
        ("*See https://a.org/b*/c d", "https://a.org/b*/c"),
        ("https://a.org/_b_/_c_ d", "https://a.org/_b_/_c_"),
    ] {
        check_help(
            &format!("{text}\n"),
            &format!(
                "`{}` has signs in it that part it in two: they mean emphasis or struck out words.",
                whole.replace("https://www.a.org", "www.a.org")
            ),
            &format!("Put it between < and >: <{whole}>."),
        );
    }
    check(
        "<https://twitter.com/_ann_> **https://a.org/b_c** *www.b.org* (https://c.org) *d* https://e.org/ *f*\n",
        "p [https://twitter.com/_ann_](https://twitter.com/_ann_) **[https://a.org/b_c](https://a.org/b_c)** \
         *[www.b.org](https://www.b.org)* ([https://c.org](https://c.org)) *d* [https://e.org/](https://e.org/) *f*\n",
    );
}

#[test]
fn characters_that_no_address_has_are_named() {
    for (to, message) in [
        (
            "https://www.gov.uk”",
            "There is a U+201D RIGHT DOUBLE QUOTATION MARK in `https://www.gov.uk”`.",
        ),
        (
            "tel:0151–934–4706",
            "There is a U+2013 EN DASH in `tel:0151–934–4706`.",
        ),
        (
            "mailto:a@b.uk\u{200b}",
            "There is a U+200B ZERO WIDTH SPACE in `mailto:a@b.uk<U+200B ZERO WIDTH SPACE>`.",
        ),
    ] {
        check_diagnostics(&format!("[a]({to})\n"), &[&format!("10: {message}")]);
    }
    check("[a](tel:+44(0)1519344706)\n", "p [a](tel:+441519344706)\n");
}

#[test]
fn words_run_into_an_address() {
    check_help(
        "See GOV.UK<https://www.gov.uk>.\n",
        "`GOV.UK<https://www.gov.uk>` has no space before its address.",
        "Write [GOV.UK](https://www.gov.uk).",
    );
    check_help(
        "See **GOV.UK**<https://www.gov.uk>.\n",
        "`**GOV.UK**<https://www.gov.uk>` has no space before its address.",
        "Write [**GOV.UK**](https://www.gov.uk).",
    );
    check_help(
        "Ann<ann@a.org>\n",
        "`Ann<ann@a.org>` has no space before its address.",
        "Write [Ann](mailto:ann@a.org).",
    );
}

#[test]
fn links_of_other_systems() {
    let help = "Write [words](address).";
    for (text, message) in [
        (
            "[https://www.gov.uk GOV.UK]",
            "`[https://www.gov.uk GOV.UK]` is no link: wikis write it so.",
        ),
        (
            "[GOV.UK|https://www.gov.uk]",
            "`[GOV.UK|https://www.gov.uk]` is no link: wikis write it so.",
        ),
        (
            "See \"link\":https://www.gov.uk",
            "`\"link\":https://www.gov.uk` is no link.",
        ),
        (
            "See https://www.gov.uk[GOV.UK].",
            "`https://www.gov.uk[GOV.UK]` is no link.",
        ),
        ("link:/about/[About]", "`link:/about/[About]` is no link."),
    ] {
        check_help(&format!("{text}\n"), message, help);
    }
    check_help(
        "[gallery ids=\"1,2\"]\n",
        "`[gallery ids=\"1,2\"]` is not known: another program draws something in its place.",
        "Take it out, or write what readers are to see.",
    );
    check_help(
        "![pic]\n",
        "`![pic]` is no picture: it has no address.",
        "Give the picture a record and write ::picture{slug=\"…\"} on a line of its own.",
    );
    for text in [
        "See [https://www.gov.uk] and https://www.gov.uk[1] or https://a.org/?b[]=c&d[e]=f here.\n",
        "Wow![sic] Wow![1] He said \"yes\": https://www.gov.uk [a|b] [a b=c]\n",
        "[Online, https://www.gov.uk, 2019] and [https://www.gov.uk, 2019]\n",
    ] {
        check_diagnostics(text, &[]);
    }
}

#[test]
fn words_of_links_say_where_they_lead() {
    for words in [
        "click here",
        "Here",
        "this",
        "link",
        "this link",
        "more",
        "Read more…",
        "learn more",
        "find out more",
        "More information",
        "more info",
        "see more »",
        "go",
        "**here**",
        "here.",
    ] {
        let (_, diagnostics) = read(&format!("[{words}](/a/)\n"), Some(&PagePath::home()));
        let plain = words.replace('*', "");
        assert_eq!(
            diagnostics,
            [format!(
                "10: The words “{plain}” do not say where this link leads."
            )]
        );
    }
    check_diagnostics("[more about us](/a/) [Go to A](/b/) [a](/c/)\n", &[]);
}
