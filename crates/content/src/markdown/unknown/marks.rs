//! Marks of other programs, and marks without their other half.

use super::Entry;

pub(super) const MARKS: &[Entry] = &[
    (
        r"(\[![A-Za-z]+\])",
        "`{}` is not known: no text is put into boxes.",
        "Take it out.",
    ),
    (
        r"(?m)^((?:!!!|\?\?\?\+?)[ \t]+[a-z][^\n]*)",
        "`{}` is not known: no text is put into boxes.",
        "Take it out.",
    ),
    (
        r"(\[\[[^\[\]]*\]\]|\[\[)",
        "`{}` is no link.",
        "Write [words](/the-page/).",
    ),
    (
        r"(?i)(?m)^(\[toc\])\s*$",
        "`{}` is not known.",
        "Take it out: a long page has a list of its parts by itself.",
    ),
    (
        r"(?m)^([-*+]?\[ ?[xX✓✔]? ?\])\s",
        "`{}` is no box of a task.",
        "Write - [ ] and the task, or - [x] and the task once it is done.",
    ),
    (
        r"(?m)^(\[\d{1,3}\]:)\s",
        "`{}` gives no address here.",
        "Write [^1]: for a footnote, and [^1] where it belongs; or a backslash before the bracket.",
    ),
    (
        r"(?m)^(\[[^\[\]]+\]:)\s",
        "`{}` gives no address here.",
        "If it is to give one, put an empty line above it and the address alone behind it; if not, write a backslash before it.",
    ),
    (
        r"(\{\{|\{%|<%|\$\{)",
        "`{}` begins something that is not known.",
        "Write ::name{attribute=\"value\"} on a line of its own, or take it out.",
    ),
    (
        r"(\{[#.][A-Za-z][^{}\n]*\})",
        "`{}` stands where it names nothing.",
        "Only headings have an id: write it at the end of one.",
    ),
    (
        r"(\{[A-Za-z][A-Za-z-]*=[^{}\n]*\})",
        "`{}` is not known.",
        "Take it out: links and headings look and open the same on all pages.",
    ),
    (
        r"(?:^|[^~])(~~)(?:[^~]|$)",
        "`{}` has no other with it, so that nothing is struck out.",
        "Write ~~ right before and right behind the words, or a backslash before each sign.",
    ),
    (
        r"(?:^|[^*])(\*\*(?:[^*\s][^*\n]*)?[^\w\s*]\*\*)\w",
        "`{}` is not bold, because a word begins right behind it.",
        "Put a space behind the closing **.",
    ),
    (
        r"\w(\*\*[^\w\s*][^*\n]*[^\s*]\*\*)(?:[^*]|$)",
        "`{}` is not bold, because a word ends right before it.",
        "Put a space before the opening **.",
    ),
    (
        r"(?:^|[^*])(\*\*)(?:[^*]|$)",
        "`{}` has no other with it, so that nothing is bold.",
        "Write ** right before and right behind the words, or a backslash before each sign.",
    ),
    (
        r"(?:^|\s)(\*[^\W_](?:[^*\n]*[^*\s\d])?\s\*|_[^\W_](?:[^_\n]*[^_\s\d])?\s_)(?:[.,;:!?]|\s*$|\s+[^\s\d])",
        "In `{}` a space stands before the last sign, so that nothing is said with emphasis.",
        "Write *words*, without the space, or a backslash before each sign that readers are to see.",
    ),
    (
        r"(?:^|\s)(==[^=\s](?:[^=\n]*[^=\s])?==)(?:\W|$)",
        "`{}` is not known.",
        "Write **words** for what is important.",
    ),
    (
        r"(?:^|\s)(\+\+[^+\s](?:[^+\n]*[^+\s])?\+\+)(?:\W|$)",
        "`{}` is not known.",
        "Take the signs out.",
    ),
    (
        r"(\|\|[^|\s](?:[^|\n]*[^|\s])?\|\|)",
        "`{}` is not known.",
        "Take the signs out: no words are hidden.",
    ),
    (
        r"(?m)(%%[^%\n]+%%|^%%[^\n]*)",
        "`{}` is no comment: readers would see it.",
        "Take it out.",
    ),
    (
        r"(\$\$[^$]+\$\$|\$[^\s$][^$\n]*[\^_\\{][^$\n]*\$|\\[A-Za-z]+\{[^{}\n]*\})",
        "`{}` is no formula.",
        "Write it in words.",
    ),
    (
        r"[A-Za-z0-9)](\^[^\s^\[\]]+\^|~[^\s~]+~)",
        "`{}` is not known.",
        "Write the small sign itself, such as ² or ₂, or words.",
    ),
    (
        r"(?:^|\s)(:[a-z+-][a-z0-9_+-]*:)(?:[\s.,;!?)]|$)",
        "`{}` is the name of no sign.",
        "Write the sign itself, or words.",
    ),
    (
        r"(?m)^(\*\[[^\[\]\n]+\]:)",
        "`{}` explains nothing.",
        "Write the words in full, or add the term to the records of terms.",
    ),
    (
        r"(`+)",
        "A ` has no other with it, so that nothing is code.",
        "Write ` right before and right behind the words, or a backslash before each sign.",
    ),
    (
        r"(?:^|\s)(//[^/\s](?:[^/\n]*[^/\s])?//)(?:\W|$)",
        "`{}` is not known.",
        "Write *words* for what is to be said with emphasis.",
    ),
    (
        r"(\[/[A-Za-z]+\])",
        "`{}` is not known.",
        "Write **words** for what is important, and [words](address) for a link.",
    ),
    (
        r"(?m)^(\.\. ?[a-z-]+::[^\n]*)",
        "`{}` is not known.",
        "Take it out, or write what it stands for.",
    ),
    (
        r"(\\(?:newpage|pagebreak)\b)",
        "`{}` is not known.",
        "Take it out: on paper a page ends where it is full.",
    ),
    (
        r"(-+8<-+[^\n]*)",
        "`{}` is not known: no other file is put here.",
        "Write its text here, or a link to its page.",
    ),
    (
        r"(?:^|\s)(--[^\s-](?:[^-\n]*[^\s-])?--)(?:\W|$)",
        "`{}` is not known.",
        "Write ~~words~~ for what no longer holds, and – for a dash.",
    ),
    (
        r"(\[/?[a-z]+_[a-z0-9_]+\]|\{(?:code|color|column|expand|info|note|panel|quote|section|tip|toc|warning)(?:[:|][^{}\n]*)?\})",
        "`{}` is not known.",
        "Take it out.",
    ),
    (
        r"(\{(?::|\+\+|--|==|>>|~~)[^{}\n]*\})",
        "`{}` is not known.",
        "Take it out, or write a backslash before the { sign.",
    ),
];
