//! Characters by a name that is none, and dashes and quotation marks made of others.

use super::Entry;

pub(super) const CHARACTERS: &[Entry] = &[
    (
        r"(&[A-Za-z][A-Za-z0-9]+;)",
        "`{}` is the name of no character.",
        "Write the character itself, or &amp; in place of & if the sign is meant.",
    ),
    (
        r"(&(?:amp|copy|euro|gt|l[ds]quo|lt|mdash|nbsp|ndash|pound|r[ds]quo|reg))(?:[\s.,:!?)]|$)",
        "`{}` has no semicolon, so that it is the name of no character.",
        "Write the character itself.",
    ),
    (
        r"(?i)(&(?:[a-z](?:acute|cedil|circ|grave|ring|tilde|uml)|#\d{2,6}|#x[0-9a-f]{2,5}))(?:[^\w;]|$)",
        "`{}` has no semicolon, so that it is the name of no character.",
        "Write the character itself.",
    ),
    (
        r"(?:^|\s)(-{2,3})(?:\s|$)",
        "`{}` is no dash.",
        "Write – itself, or a backslash before each sign.",
    ),
    (
        r"(?:^|[^'\w])('{2,}[^'\n]+'{2,})",
        "`{}` is not known.",
        "Write **words** for what is important, and “words” for what somebody said.",
    ),
];
