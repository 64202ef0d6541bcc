//! What Word and Outlook leave behind in text that was copied or saved from them.

use super::Entry;

pub(super) const WORD_PROCESSORS: &[Entry] = &[
    // Office Open XML and its smart tags, with what stands between two of them.
    (
        r"(</?(?:[movwx]|pic|st\d|wp):[A-Za-z][^<>\n]*>(?:[^<>\n]*</(?:[movwx]|pic|st\d|wp):[A-Za-z]+>)?)",
        "`{}` is left over from a word processor.",
        "Take out all that stands between < and >.",
    ),
    // Conditional comments.
    (
        r"(<!\[[^<>\n]*\]>)",
        "`{}` is left over from a word processor.",
        "Take it out. If it stood before the item of a list, begin the line with - and a space.",
    ),
    (
        r"(?i)(\[cid:[^\[\]\n]*\])",
        "`{}` is left over from a message: it stood for a picture.",
        "Take it out, or give the picture a record and write ::picture{slug=\"…\"} on a line of its own.",
    ),
    (
        r"((?:=[0-9A-F]{2}){2,})",
        "`{}` is left over from a message: it stood for a letter.",
        "Write the letter itself, such as ’ for =E2=80=99.",
    ),
    (
        r#"(HYPERLINK\s+(?:\\l\s+)?["“][^"”\n]*["”]?)"#,
        "`{}` is left over from a word processor, and no link.",
        "Write [words](address).",
    ),
    (
        r"(Error! (?:Reference source not found|Bookmark not defined|Hyperlink reference not valid|No bookmark name given|Not a valid link|Filename not specified|No text of specified style in document)\.?)",
        "`{}` is left over from a word processor.",
        "Write what stood there: a name, a number or a page.",
    ),
];
