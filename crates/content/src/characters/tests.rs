use super::*;
use crate::ContentFolder;

#[test]
fn characters_have_names() {
    for (letter, expected) in [
        ('\u{a0}', "U+00A0 NO-BREAK SPACE"),
        ('\u{ad}', "U+00AD SOFT HYPHEN"),
        ('\0', "U+0000 NULL"),
        ('\u{b}', "U+000B LINE TABULATION"),
        ('\u{1}', "U+0001 CONTROL"),
        ('\u{fffe}', "U+FFFE NONCHARACTER"),
        ('\u{200b}', "U+200B ZERO WIDTH SPACE"),
        ('é', "U+00E9 LATIN SMALL LETTER E WITH ACUTE"),
    ] {
        assert_eq!(name(letter), expected);
    }
}

#[test]
fn what_html_forbids() {
    for letter in [
        '\0',
        '\u{1}',
        '\u{b}',
        '\u{1f}',
        '\u{7f}',
        '\u{85}',
        '\u{fdd0}',
        '\u{ffff}',
        '\u{1fffe}',
    ] {
        assert!(is_forbidden(letter), "{letter:?}");
    }
    for letter in [
        '\t', '\n', '\r', '\u{c}', ' ', '\u{a0}', '\u{ad}', '\u{fffd}', 'a', '\u{e000}',
    ] {
        assert!(!is_forbidden(letter), "{letter:?}");
    }
}

#[test]
fn what_can_be_seen() {
    for text in [
        "",
        " ",
        "\u{ad}",
        "\u{200b}\u{a0}",
        "\u{3164}",
        "\u{2800}",
        "\u{301}",
        "\u{202e}",
    ] {
        assert!(!is_visible(text), "{text:?}");
    }
    for text in ["a", "\u{ad}a", "…", "👩‍👧", "日", "e\u{301}"] {
        assert!(is_visible(text), "{text:?}");
    }
}

#[test]
fn messages_name_what_cannot_be_seen() {
    let message = "`0151\u{a0}496` is wrong.".to_owned();
    assert_eq!(shown(message), "`0151<U+00A0 NO-BREAK SPACE>496` is wrong.");
    assert_eq!(shown("`👩‍👧` é".into()), "`👩‍👧` é");
}

#[test]
fn lost_letters_are_told_of_and_the_file_is_read() {
    let mut diagnostics = Diagnostics::new(&ContentFolder::default().file("a.md"));
    let lines = [
        "é",
        "\u{fffd}",
        "Donâ€™t",
        "CafÃ©",
        "Â£5",
        "Âme, ÃO, â, « Ã »",
        "\u{202e}\u{f0b7}",
    ];
    assert!(check_source(&lines.join("\n"), &mut diagnostics));
    let told: Vec<_> = diagnostics
        .items
        .iter()
        .map(|it| (it.line, it.message.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (
                2,
                "There is a U+FFFD REPLACEMENT CHARACTER where a letter was lost."
            ),
            (
                3,
                "There is `â€`, which is what other programs make of a letter in UTF-8."
            ),
            (
                4,
                "There is `Ã©`, which is what other programs make of a letter in UTF-8."
            ),
            (
                5,
                "There is `Â£`, which is what other programs make of a letter in UTF-8."
            ),
        ]
    );
}
