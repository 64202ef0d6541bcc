//! Notation that is not known here: other programs give it a meaning, and it would be published
//! as characters.

use std::{ops::Range, sync::LazyLock};

use regex::{Regex, RegexSet};

use super::{
    plain_text::{ESCAPED, Pending},
    reader::Reader,
};

/// How many unknown marks are told of in one run of text.
const MAX_REPORTED: usize = 100;

/// Most text has none of these, and every mark one of them or a sign that is not of ASCII.
const SIGNS: &str = "[]{}|~*=#&:^+$!?%`\n\t";

/// What is not known, and what to write in its place.
struct Unknown {
    pattern: Regex,
    message: &'static str,
    help: &'static str,
}

static UNKNOWN: LazyLock<Vec<Unknown>> = LazyLock::new(|| {
    let unknown = |pattern, message, help| Unknown {
        pattern: Regex::new(pattern).expect("a pattern"),
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
            r"(\[[^\[\]]+\]\s+\((?:/|#|\./|\.\./|https?:|www\.|mailto:|tel:|document:)[^()]*\))",
            "In `{}` a space parts the words of a link from its address.",
            "Write [words](address), without the space.",
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
            r"(?m)^(\[[ xX]?\])\s",
            "The box `{}` stands outside a list.",
            "Write - before it, and one space in an empty box: - [ ] the task.",
        ),
        unknown(
            r"(?m)^(\[[^\[\]]+\]:)\s",
            "`{}` stands inside a paragraph, where it gives no address.",
            "Put an empty line above it.",
        ),
        unknown(
            r"(\{\{|\{%)",
            "`{}` begins something that is not known.",
            "Write ::name{attribute=\"value\"} on a line of its own, or take it out.",
        ),
        unknown(
            r"(\{[#.:][A-Za-z][\w .#-]*\})",
            "`{}` stands where it names nothing.",
            "Only headings have an id: write it at the end of one.",
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
            "(?m)^([•◦▪‣●○·∙➢➤►❖\u{f020}-\u{f0ff}])[ \t\u{a0}]",
            "`{}` is a bullet that makes no list.",
            "Write - and a space in its place.",
        ),
        unknown(
            r"(?m)^([–—→✓✔☑])[ \t\u{a0}][^\n]*\n[–—→✓✔☑][ \t\u{a0}]",
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
            r"(?m)^(\(?[ai1][.)])[ \t][^\n]*\n\(?(?:b|ii|2)[.)][ \t]",
            "`{}` begins no list: the lines below it would go on in the same line.",
            "Write 1. and 2. in their place, or put an empty line between them.",
        ),
        unknown(
            r"(&[A-Za-z][A-Za-z0-9]+;)",
            "`{}` is the name of no character.",
            "Write the character itself.",
        ),
    ]
});

/// Which of [`UNKNOWN`] are there, in one pass: nearly all text has none.
static ANY: LazyLock<RegexSet> = LazyLock::new(|| {
    let patterns = UNKNOWN.iter().map(|unknown| unknown.pattern.as_str());
    RegexSet::new(patterns).expect("patterns")
});

impl Reader<'_, '_> {
    /// Reports what would be published as the characters that it is written with.
    pub(super) fn unknown_marks(&mut self, pending: &Pending) {
        let literal = pending.literal.as_str();
        if !literal.contains(|sign: char| SIGNS.contains(sign) || !sign.is_ascii()) {
            return;
        }
        let first_end = literal.find('\n').unwrap_or(literal.len());
        let mut told: Vec<Range<usize>> = Vec::new();
        for number in ANY.matches(literal) {
            let unknown = &UNKNOWN[number];
            for found in unknown.pattern.captures_iter(literal) {
                let Some(mark) = found.get(1) else { continue };
                if told.len() == MAX_REPORTED {
                    return;
                }
                let first = mark.start() <= first_end;
                let of_line = unknown.pattern.as_str().starts_with("(?m)^");
                let inside =
                    |range: &Range<usize>| range.start < mark.end() && mark.start() < range.end;
                // Reported as a directive already.
                let begins = mark.start() == 0 && pending.begins_line
                    || literal[..mark.start()].ends_with('\n');
                if begins && mark.as_str().starts_with("::") && !mark.as_str().starts_with(":::") {
                    continue;
                }
                if (of_line && first && !pending.begins_line)
                    || mark.as_str().contains(ESCAPED)
                    || told.iter().any(inside)
                {
                    continue;
                }
                told.push(mark.range());
                let shown = mark
                    .as_str()
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ");
                let shown = shown.trim_end();
                self.report(
                    pending.source(mark.start()),
                    unknown.message.replace("{}", shown),
                    unknown.help,
                );
            }
        }
    }
}
