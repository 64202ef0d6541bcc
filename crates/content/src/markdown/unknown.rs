//! The marks of other programs that are not known here, and what to write in their place.

use std::sync::LazyLock;

use regex::Regex;

/// What is not known, and what to write in its place.
pub(super) struct Unknown {
    /// Its first group is the mark.
    pub(super) pattern: Regex,
    /// `{}` stands for the mark.
    pub(super) message: &'static str,
    pub(super) help: &'static str,
}

/// How an address begins; patterns below have its name for it.
const ADDRESS: &str = r"(?:/|#|\./|\.\./|https?:|www\.|mailto:|tel:|document:)";

/// In the order in which they are looked for: what one has found is no mark for those below it.
pub(super) static UNKNOWN: LazyLock<Vec<Unknown>> = LazyLock::new(|| {
    let unknown = |pattern: &str, message, help| Unknown {
        pattern: Regex::new(&pattern.replace("ADDRESS", ADDRESS)).expect("a pattern"),
        message,
        help,
    };
    vec![
        unknown(
            r"(?:^|[^\w])(:+[a-z][a-z-]*\{[^}]*\})",
            "`{}` stands where it is no directive.",
            "Write ::name{attribute=\"value\"} at the beginning of a line of its own.",
        ),
        unknown(
            r"(?m)^(:{3,} ?\S*)",
            "`{}` begins a block that is not known.",
            "Take it out: no text is put into boxes.",
        ),
        unknown(
            r"((?:\[[^\[\]]+)?\]\s+\(ADDRESS[^()]*\))",
            "In `{}` a space parts the words of a link from its address.",
            "Write [words](address), without the space.",
        ),
        unknown(
            r"(\([^()\[\]\n]+\)\[ADDRESS[^\[\]\n]*\])",
            "`{}` is a link the wrong way round.",
            "Write [words](address).",
        ),
        unknown(
            r"(\[[^\[\]\n]+\]\{ADDRESS[^{}\n]*\})",
            "`{}` is no link.",
            "Write [words](address).",
        ),
        unknown(
            r"(<(?:https?://|www\.|mailto:)[^<>\n]*>?)",
            "`{}` is no link: what stands between < and > is a whole address without spaces.",
            "Write [words](address), or the address alone.",
        ),
        unknown(
            r"(\[[^\[\]]*\]\((?:tel:|mailto:|[+\d])[^)\n]*\)?)",
            "`{}` is no link: there is a space or a bracket in its address.",
            "Write [words](tel:01514960104) or [words](mailto:office@example.org), without spaces.",
        ),
        unknown(
            r"(\[[^\[\]]*\]\([^)\n]*\)?)",
            "`{}` is no link: there is a space or a bracket in its address.",
            "Write [words](address), with %20 for each space in the address.",
        ),
        unknown(
            r"(\]\([^)\n]*\)?)",
            "`{}` ends no link: there is a bracket or a footnote in its words.",
            "Write [words](address), and a footnote behind it.",
        ),
        unknown(
            r"(\[\^[^\[\]\s]+\])",
            "The footnote {} is not there.",
            "Write what it says on a line of its own that begins with its mark and a colon.",
        ),
        unknown(
            r"(\^\[[^\[\]]*\])",
            "`{}` is no footnote.",
            "Write [^1] here, and [^1]: with what it says on a line of its own.",
        ),
        unknown(
            r"(\[![A-Za-z]+\])",
            "`{}` is not known: no text is put into boxes.",
            "Take it out.",
        ),
        unknown(
            r"(?m)^((?:!!!|\?\?\?\+?)[ \t]+[a-z][^\n]*)",
            "`{}` is not known: no text is put into boxes.",
            "Take it out.",
        ),
        unknown(
            r"(\[\[[^\[\]]*\]\])",
            "`{}` is no link.",
            "Write [words](/the-page/).",
        ),
        unknown(
            r"(?i)(?m)^(\[toc\])\s*$",
            "`{}` is not known.",
            "Take it out: a long page has a list of its parts by itself.",
        ),
        unknown(
            r"(?m)^([-*+]?\[ ?[xX✓✔]? ?\])\s",
            "`{}` is no box of a task.",
            "Write - [ ] and the task, or - [x] and the task once it is done.",
        ),
        unknown(
            r"(?m)^(\[[^\[\]]+\]:)\s",
            "`{}` stands inside a paragraph, where it gives no address.",
            "Put an empty line above it.",
        ),
        unknown(
            r"(\{\{|\{%|<%|\$\{)",
            "`{}` begins something that is not known.",
            "Write ::name{attribute=\"value\"} on a line of its own, or take it out.",
        ),
        unknown(
            r"(\{[#.][A-Za-z][^{}\n]*\})",
            "`{}` stands where it names nothing.",
            "Only headings have an id: write it at the end of one.",
        ),
        unknown(
            r"(\{[A-Za-z][A-Za-z-]*=[^{}\n]*\})",
            "`{}` is not known.",
            "Take it out: links and headings look and open the same on all pages.",
        ),
        unknown(
            r"(?:^|[^~])(~~)(?:[^~]|$)",
            "`{}` has no other with it, so that nothing is struck out.",
            "Write ~~ right before and right behind the words, or a backslash before each sign.",
        ),
        unknown(
            r"(?:^|[^*])(\*\*)(?:[^*]|$)",
            "`{}` has no other with it, so that nothing is bold.",
            "Write ** right before and right behind the words, or a backslash before each sign.",
        ),
        unknown(
            r"(?:^|\s)(\*[^\W_](?:[^*\n]*[^*\s\d])?\s\*|_[^\W_](?:[^_\n]*[^_\s\d])?\s_)(?:[.,;:!?]|\s*$|\s+[^\s\d])",
            "In `{}` a space stands before the last sign, so that nothing is said with emphasis.",
            "Write *words*, without the space.",
        ),
        unknown(
            r"(?:^|\s)(==[^=\s](?:[^=\n]*[^=\s])?==)(?:\W|$)",
            "`{}` is not known.",
            "Write **words** for what is important.",
        ),
        unknown(
            r"(?:^|\s)(\+\+[^+\s](?:[^+\n]*[^+\s])?\+\+)(?:\W|$)",
            "`{}` is not known.",
            "Take the signs out.",
        ),
        unknown(
            r"(\|\|[^|\s](?:[^|\n]*[^|\s])?\|\|)",
            "`{}` is not known.",
            "Take the signs out: no words are hidden.",
        ),
        unknown(
            r"(%%[^%\n]+%%)",
            "`{}` is no comment: readers would see it.",
            "Take it out.",
        ),
        unknown(
            r"(\$\$[^$]+\$\$)",
            "`{}` is no formula.",
            "Write it in words.",
        ),
        unknown(
            r"[A-Za-z0-9)](\^[^\s^\[\]]+\^|~[^\s~]+~)",
            "`{}` is not known.",
            "Write the small sign itself, such as ² or ₂, or words.",
        ),
        unknown(
            r"(?:^|\s)(:[a-z+-][a-z0-9_+-]*:)(?:[\s.,;!?)]|$)",
            "`{}` is the name of no sign.",
            "Write the sign itself, or words.",
        ),
        unknown(
            r"(?m)^(\*\[[^\[\]\n]+\]:)",
            "`{}` explains nothing.",
            "Write the words in full, or add the term to the records of terms.",
        ),
        unknown(
            r"(`+)",
            "A ` has no other with it, so that nothing is code.",
            "Write ` right before and right behind the words, or a backslash before each sign.",
        ),
        unknown(
            r"(?m)^(#{2,6}[^#\s][^\n]*)",
            "`{}` is no heading, because no space follows its signs.",
            "Put one space behind the # signs.",
        ),
        unknown(
            r"(?m)^(#[A-Za-z][\w-]* [^\n]*)",
            "`{}` is no heading.",
            "Begin it with ## and a space, or write a backslash before the # sign.",
        ),
        unknown(
            r"(?m)^(={1,6} [^\n]*)",
            "`{}` is no heading.",
            "Begin it with ## and a space.",
        ),
        unknown(
            r"(?m)^([+=]{3,})[ \t]*$",
            "`{}` is no line across the page.",
            "Write --- with an empty line above and below it, or take it out.",
        ),
        unknown(
            r"(?m)^(#{7,}[^\n]*)",
            "`{}` is no heading: it has more than six signs.",
            "Begin it with ## and a space.",
        ),
        unknown(
            r"(?m)^(\|[^\n]*\|)[ \t]*$",
            "`{}` is no row of a table.",
            "Put a line such as |---|---| below the first row, with as many parts as it has.",
        ),
        unknown(
            r"(?m)\n(: )\S",
            "`{}` does not begin a meaning.",
            "Write the term and its meaning as a sentence, or as the row of a table.",
        ),
        unknown(
            "(?m)^([•◦▪‣●○∙➢➤►❖\u{f020}-\u{f0ff}]|·[ \t\u{a0}])",
            "`{}` is a bullet that makes no list.",
            "Write - and a space in its place.",
        ),
        unknown(
            r"(?m)^([–—→✓✔☑√Øü»o])[ \t\u{a0}][^\n]*\n[–—→✓✔☑√Øü»o][ \t\u{a0}]",
            "`{}` is a bullet that makes no list.",
            "Write - and a space in its place.",
        ),
        unknown(
            r"(?m)^(o)\t",
            "`{}` is a bullet that makes no list.",
            "Write - and a space in its place.",
        ),
        unknown(
            r"(?m)^([-*+])[^\s\d*+-][^\n]*\n[-*+][^\s\d*+-]",
            "`{}` makes no list, because no space follows it.",
            "Put one space behind it.",
        ),
        unknown(
            r"(?m)^(1[.)])[^\W\d_][^\n]*\n2[.)][^\W\d_]",
            "`{}` makes no list, because no space follows it.",
            "Put one space behind it.",
        ),
        unknown(
            r"(?m)^(\(?[ai1](?:[.)]| ?[-–:]))[ \t][^\n]*\n\(?(?:b|ii|2)(?:[.)]| ?[-–:])[ \t]",
            "`{}` begins no list: the lines below it would go on in the same line.",
            "Write 1. and 2. in their place, or put an empty line between them.",
        ),
        unknown(
            r"(&[A-Za-z][A-Za-z0-9]+;)",
            "`{}` is the name of no character.",
            "Write the character itself.",
        ),
        unknown(
            r"(&(?:amp|copy|euro|gt|l[ds]quo|lt|mdash|nbsp|ndash|pound|r[ds]quo|reg))(?:[\s.,:!?)]|$)",
            "`{}` has no semicolon, so that it is the name of no character.",
            "Write the character itself.",
        ),
        unknown(
            r"(?i)(&(?:[a-z](?:acute|cedil|circ|grave|ring|tilde|uml)|#\d{2,6}|#x[0-9a-f]{2,5}))(?:[^\w;]|$)",
            "`{}` has no semicolon, so that it is the name of no character.",
            "Write the character itself.",
        ),
        unknown(
            r"(?:^|\s)(-{2,3})(?:\s|$)",
            "`{}` is no dash.",
            "Write – itself, or a backslash before each sign.",
        ),
        unknown(
            r"(?:^|[^'\w])('{2,}[^'\n]+'{2,})",
            "`{}` is not known.",
            "Write **words** for what is important, and “words” for what somebody said.",
        ),
        unknown(
            r"(?:^|\s)(//[^/\s](?:[^/\n]*[^/\s])?//)(?:\W|$)",
            "`{}` is not known.",
            "Write *words* for what is to be said with emphasis.",
        ),
        unknown(
            r"(?i)(?:^|[\s(])((?:https?:/[^/\s]|https?//|https?;//|https?:\\+|(?:htp|hhttp|httt?tp|httpp|httpss|ttp|hxxp|htpp|hppt)s?://)[^\s]*)",
            "`{}` is not a whole address.",
            "Write it as the address bar shows it, such as https://www.gov.uk/.",
        ),
        unknown(
            r"(?i)(?:^|[\s(])\x{fffc}?(file:[^\s]+|[A-Z]:\\[^\s]+|\w[\w.-]*\\\w[^\s\\]*\\[^\s]+)",
            "`{}` is a place on your own device or network, which no reader can open.",
            "Add the file to the records of documents, or take the place out.",
        ),
        unknown(
            r"(\[/[A-Za-z]+\])",
            "`{}` is not known.",
            "Write **words** for what is important, and [words](address) for a link.",
        ),
        unknown(
            r"(?m)^(\.\. ?[a-z-]+::[^\n]*)",
            "`{}` is not known.",
            "Take it out, or write what it stands for.",
        ),
        unknown(
            r"(\\(?:newpage|pagebreak)\b)",
            "`{}` is not known.",
            "Take it out: on paper a page ends where it is full.",
        ),
        unknown(
            r"(\{(?::|\+\+|--|==|>>|~~)[^{}\n]*\})",
            "`{}` is not known.",
            "Take it out, or write a backslash before the { sign.",
        ),
    ]
});
