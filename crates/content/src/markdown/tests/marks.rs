use super::{check, check_diagnostics, check_help};

#[test]
fn marks_are_followed_by_ordinary_spaces() {
    for (text, mark) in [
        ("-\u{a0}b\n", "-"),
        ("- a\n-\u{a0}b\n", "-"),
        ("1. a\n2.\u{a0}b\n", "2."),
        ("##\u{a0}Heading\n", "##"),
        ("> a\n>\n> +\u{a0}b\n", "+"),
        ("a\n\n*\u{a0}**b**\n", "*"),
    ] {
        check_help(
            text,
            &format!("A U+00A0 NO-BREAK SPACE stands behind `{mark}`, which is no mark with it."),
            "Put an ordinary space in its place.",
        );
    }
    for (text, name, mark) in [
        ("\u{200b}## A\n", "U+200B ZERO WIDTH SPACE", "##"),
        ("\u{feff}## A\n", "U+FEFF ZERO WIDTH NO-BREAK SPACE", "##"),
        ("\u{200b}- a\n- b\n", "U+200B ZERO WIDTH SPACE", "-"),
        ("- a\n\u{200b}- b\n", "U+200B ZERO WIDTH SPACE", "-"),
        ("1. a\n\u{a0}\u{a0}2. b\n", "U+00A0 NO-BREAK SPACE", "2."),
    ] {
        check_help(
            text,
            &format!("A {name} stands before `{mark}`, which is no mark with it."),
            "Take it out: the mark begins the line.",
        );
    }
    let behind = "A U+200B ZERO WIDTH SPACE stands behind `-`, which is no mark with it.";
    check_diagnostics(
        "-\u{200b}a\n-\u{200b}b\n",
        &[&format!("10: {behind}"), &format!("11: {behind}")],
    );
    check_diagnostics("a\u{a0}- b \\-\u{a0}c\n\nd –\u{a0}e\n\n-5\u{a0}f\n", &[]);
    check_diagnostics(
        "## 1.\u{a0}Heading\n\n|a|b|\n|-|-|\n|-\u{a0}c|2.\u{a0}d|\n",
        &[],
    );
}

#[test]
fn four_spaces_are_no_example() {
    let message = "These lines begin with four spaces or a tab, which make an example of them.";
    for text in [
        "\tTabbed paragraph\n",
        "a\n\n    | a | b |\n    |---|---|\n    | 1 | 2 |\n",
        "- a\n\n        deep\n\n  b\n",
    ] {
        check_help(
            text,
            message,
            "Take out what stands before their words, or write ``` above and below an example.",
        );
    }
    check(
        "- a\n\n  b\n\n    c\n- d\n\n1. e\n\n   f\n\n    g\n\nh\n    i\n\tj\n",
        "ul\n  - p a\n    p b\n    p c\n  - p d\nol\n  - p e\n    p f\n    p g\np h i j\n",
    );
    check("```\n    a\n```\n", "code     a\\n\n");
}

#[test]
fn directives_stand_on_lines_of_their_own() {
    for (text, shown) in [
        ("## ::terms{}\n", "::terms"),
        ("| ::terms{} | 2 |\n|---|---|\n| 3 | 4 |\n", "::terms{}"),
        ("**::terms{}**\n", "::terms{}"),
        ("[::terms{}](/about/)\n", "::terms{}"),
    ] {
        check_help(
            text,
            &format!("`{shown}` stands where it is no directive."),
            "Write ::name{attribute=\"value\"} at the beginning of a line of its own.",
        );
    }
    let misplaced = "A directive stands in a paragraph, a list, a quotation or a review.";
    check_diagnostics(
        "a\n::terms{}\nb\n::search{}\n\nc\n  ::terms{}\n",
        &[
            &format!("11: {misplaced}"),
            "16: `::terms{}` stands where it is no directive.",
        ],
    );
}

#[test]
fn bold_words_with_marks_at_their_ends() {
    for text in ["**Note:**text\n", "**\"Quoted\"**text\n", "**(a)**b\n"] {
        let mark = &text[..=text.rfind('*').unwrap()];
        check_help(
            text,
            &format!("`{mark}` is not bold, because a word begins right behind it."),
            "Put a space behind the closing **.",
        );
    }
    check_help(
        "text**(a)** b\n",
        "`**(a)**` is not bold, because a word ends right before it.",
        "Put a space before the opening **.",
    );
    check(
        "**Note:** a **b**c d**e**\n",
        "p **Note:** a **b**c d**e**\n",
    );
}
