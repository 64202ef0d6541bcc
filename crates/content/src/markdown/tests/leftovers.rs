use super::{check, check_diagnostics, check_help};

#[test]
fn what_word_processors_leave_behind() {
    let left = "is left over from a word processor.";
    let tags = "Take out all that stands between < and >.";
    for (text, mark, help) in [
        ("a <o:p></o:p>", "<o:p></o:p>", tags),
        ("<w:t>word</w:t>", "<w:t>word</w:t>", tags),
        ("<v:shape id=\"x\">", "<v:shape id=\"x\">", tags),
        (
            "Error! Reference source not found.",
            "Error! Reference source not found.",
            "Write what stood there: a name, a number or a page.",
        ),
        (
            "See Error! Bookmark not defined. b",
            "Error! Bookmark not defined.",
            "Write what stood there: a name, a number or a page.",
        ),
    ] {
        check_help(&format!("{text}\n"), &format!("`{mark}` {left}"), help);
    }
    check_diagnostics(
        "<st1:place>Sefton</st1:place>\n",
        &[
            &format!("10: `<st1:place>` {left}"),
            &format!("10: `</st1:place>` {left}"),
        ],
    );
    check_diagnostics(
        "<![if !supportLists]>·<![endif]>a\n",
        &[
            &format!("10: `<![if !supportLists]>` {left}"),
            &format!("10: `<![endif]>` {left}"),
        ],
    );
    check_help(
        "[cid:image001.png@01D4]\n",
        "`[cid:image001.png@01D4]` is left over from a message: it stood for a picture.",
        "Take it out, or give the picture a record and write ::picture{slug=\"…\"} on a line of its own.",
    );
    check_help(
        "HYPERLINK \"https://www.gov.uk\" words\n",
        "`HYPERLINK \"https://www.gov.uk\"` is left over from a word processor, and no link.",
        "Write [words](address).",
    );
}

#[test]
fn signs_of_one_font_and_places_of_pictures() {
    check_help(
        "a \u{f0b7} b\n",
        "There is a U+F0B7 PRIVATE USE, which is another sign in each font.",
        "Write the sign that is meant, such as → or ✓. Begin the items of a list with - and a space.",
    );
    check_help(
        "a \u{fffc} b\n",
        "There is a U+FFFC OBJECT REPLACEMENT CHARACTER, where another program had a picture.",
        "Take it out, or give the picture a record and write ::picture{slug=\"…\"} on a line of its own.",
    );
    check_diagnostics(
        "\u{f0b7} a\n",
        &["10: `\u{f0b7}` is a bullet that makes no list."],
    );
    check(
        "&amp; \\* 1 < 2:a > 3 Error! a <b:c d>\n",
        "p & * 1 < 2:a > 3 Error! a <b:c d>\n",
    );
}
