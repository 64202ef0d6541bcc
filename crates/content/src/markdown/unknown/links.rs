//! Links that are written as elsewhere, or not to their end.

use super::Entry;

pub(super) const LINKS: &[Entry] = &[
    (
        r"(\[(?:https?://|www\.)[^\s\[\],;]+\s[^\[\]\n]+\])",
        "`{}` is no link: wikis write it so.",
        "Write [words](address).",
    ),
    (
        r"(\[[^\[\]|\n]+\|ADDRESS[^\[\]\n]*\])",
        "`{}` is no link: wikis write it so.",
        "Write [words](address).",
    ),
    (
        r#"(["“][^"“”\n]+["”]:(?:https?://|www\.|/[a-z])[^\s]*)"#,
        "`{}` is no link.",
        "Write [words](address).",
    ),
    (
        r"((?:https?://|www\.)[^\s?\[\]()<>]+\[[^\[\]\n^\d][^\[\]\n]*\])(?:[\s.,;:!?)]|$)",
        "`{}` is no link.",
        "Write [words](address).",
    ),
    (
        r"(?:^|\s)((?:link|xref):[^\s\[\]]+\[[^\[\]\n]*\])",
        "`{}` is no link.",
        "Write [words](address).",
    ),
    (
        r"(?:^|\s)(!\[[^\[\]\n^\d][^\[\]\n]*\])(?:[^(\[:]|$)",
        "`{}` is no picture: it has no address.",
        "Give the picture a record and write ::picture{slug=\"…\"} on a line of its own.",
    ),
    (
        r#"(\[[a-z][a-z0-9_-]*(?:[ \t]+[a-z][a-z0-9_-]*=["“”″'‘’][^\[\]\n]*)\])"#,
        "`{}` is not known: another program draws something in its place.",
        "Take it out, or write what readers are to see.",
    ),
    (
        r"((?:\[[^\[\]]+)?\]\s+\(ADDRESS[^()]*\))",
        "In `{}` a space parts the words of a link from its address.",
        "Write [words](address), without the space.",
    ),
    (
        r"(\([^()\[\]\n]+\)\[ADDRESS[^\[\]\n]*\]|\(ADDRESS[^()\[\]\s]*\)\[[^\[\]\n\d^][^\[\]\n]*\])",
        "`{}` is a link the wrong way round.",
        "Write [words](address).",
    ),
    (
        r"(\[[^\[\]\n]+\](?:\{ADDRESS[^{}\n]*\}|<ADDRESS[^<>\n]*>))",
        "`{}` is no link.",
        "Write [words](address).",
    ),
    (
        r"(<(?:https?://|www\.|mailto:)[^<>\n]*>?|<[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:uk|com|info|net|org)(?:/[^<>\s]*)?>)",
        "`{}` is no link: what stands between < and > is a whole address without spaces.",
        "Write [words](address), or the address alone.",
    ),
    (
        r"(\[[^\[\]]*\]\((?:tel:|mailto:|[+\d])[^)\n]*\)?)",
        "`{}` is no link: there is a space or a bracket in its address.",
        "Write [words](tel:01514960104) or [words](mailto:office@example.org), without spaces.",
    ),
    (
        r"(\[[^\[\]]*\]\([^)\n]*\)?)",
        "`{}` is no link: there is a space or a bracket in its address.",
        "Write [words](address), with %20 for each space in the address.",
    ),
    (
        r"(\]\([^)\n]*\)?)",
        "`{}` ends no link: there is a bracket or a footnote in its words.",
        "Write [words](address), and a footnote behind it.",
    ),
    (
        r"(\[\^[^\[\]\n]+\])",
        "The footnote {} is not there.",
        "Write what it says on a line of its own that begins with its mark and a colon.",
    ),
    (
        r"(\^\[[^\[\]]*\])",
        "`{}` is no footnote.",
        "Write [^1] here, and [^1]: with what it says on a line of its own.",
    ),
];
