//! Lines that begin as if they were headings, rows or items of lists.

use super::Entry;

pub(super) const LINES: &[Entry] = &[
    (
        r"(?m)^(#{2,6}[^#\s][^\n]*)",
        "`{}` is no heading, because no space follows its signs.",
        "Put one space behind the # signs.",
    ),
    (
        r"(?m)^(#[A-Za-z][\w-]* [^\n]*)",
        "`{}` is no heading.",
        "Begin it with ## and a space, or write a backslash before the # sign.",
    ),
    (
        r"(?m)^(={1,6} [^\n]*|={2,6}[^=\s][^=\n]*={2,6}[ \t]*$)",
        "`{}` is no heading.",
        "Begin it with ## and a space.",
    ),
    (
        r"(?m)^([+=]{3,})[ \t]*$",
        "`{}` is no line across the page.",
        "Write --- with an empty line above and below it, or take it out.",
    ),
    (
        r"(?m)^(#{7,}[^\n]*)",
        "`{}` is no heading: it has more than six signs.",
        "Begin it with ## and a space.",
    ),
    (
        r"(?m)^(\{\|[^\n]*)",
        "`{}` begins no table.",
        "Write | between the cells of a row, and |---|---| below the first row.",
    ),
    (
        r"(?m)^(\|[^\n]*\|)[ \t]*$",
        "`{}` is no row of a table.",
        "Put a line such as |---|---| below the first row, with as many parts as it has.",
    ),
    (
        r"(?m)\n(: )\S",
        "`{}` does not begin a meaning.",
        "Write the term and its meaning as a sentence, or as the row of a table.",
    ),
    (
        "(?m)^([•◦▪▫■□◆◇▶▸►‣⁃⦁●○∙➔➜➢➤❑❖\u{f020}-\u{f0ff}]|·[ \t\u{a0}])",
        "`{}` is a bullet that makes no list.",
        "Write - and a space in its place.",
    ),
    (
        r"(?m)^([–—\u{2212}→⇒✅✓✔✗✘☐☑☒√★☆§¤Øü»oqv]\u{fe0f}?)[ \t\u{a0}][^\n]*\n[–—\u{2212}→⇒✅✓✔✗✘☐☑☒√★☆§¤Øü»oqv]\u{fe0f}?[ \t\u{a0}]",
        "`{}` is a bullet that makes no list.",
        "Write - and a space in its place.",
    ),
    (
        r"(?m)^(o)\t",
        "`{}` is a bullet that makes no list.",
        "Write - and a space in its place.",
    ),
    (
        r"(?m)^([-*+–—])[^\s\d*+–—-][^\n]*\n[-*+–—][^\s\d*+–—-]",
        "`{}` makes no list, because no space follows it.",
        "Begin each line with - and a space.",
    ),
    (
        r"(?m)^(1[.)])[^\W\d_][^\n]*\n2[.)][^\W\d_]",
        "`{}` makes no list, because no space follows it.",
        "Put one space behind it.",
    ),
    (
        r"(?m)^(NUMBER)[ \t][^\n]*\n[ \t]*NUMBER[ \t]",
        "`{}` begins no list: the lines below it would go on in the same line.",
        "Put an empty line above a list, and one between the lines of what is no list: lists have whole numbers.",
    ),
    (
        r"(?m)^([(\[]\d{1,2}[)\]])[^\n]*\n[(\[]\d{1,2}[)\]]",
        "`{}` begins no list: the lines below it would go on in the same line.",
        "Write 1. and 2. in their place, or put an empty line between them.",
    ),
    (
        r"(?m)^(\(?[ai1](?:[.)]| ?[-–:]))[ \t][^\n]*\n\(?(?:b|ii|2)(?:[.)]| ?[-–:])[ \t]",
        "`{}` begins no list: the lines below it would go on in the same line.",
        "Write 1. and 2. in their place, or put an empty line between them.",
    ),
];
