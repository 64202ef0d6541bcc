use super::{check_diagnostics, read};
use crate::PagePath;

#[test]
fn what_is_not_known_is_no_text() {
    for (text, expected) in [
        (
            "[Annual report][annual-report]\n",
            "10: This link has the address [annual-report], which is not given.",
        ),
        (
            "a\n[b][]\n",
            "11: This link has the address [b], which is not given.",
        ),
        (
            "A [b]\n\n[b]: /\n[//]: # (c)\n[c]: <> (c)\n[Update]: tomorrow\n",
            "15: No link names [Update], so that nobody sees this line.",
        ),
        (
            "[a] (/about/)\n",
            "10: In `[a] (/about/)` a space parts the words of a link from its address.",
        ),
        (
            "[a **b**] (/c/)\n",
            "10: In `] (/c/)` a space parts the words of a link from its address.",
        ),
        (
            "(a)[/b/]\n",
            "10: `(a)[/b/]` is a link the wrong way round.",
        ),
        ("[a]{/b/}\n", "10: `[a]{/b/}` is no link."),
        (
            "<https://a.example/b c>\n",
            "10: `<https://a.example/b c>` is no link: what stands between < and > is a whole address without spaces.",
        ),
        (
            "<www.a.example>\n",
            "10: `<www.a.example>` is no link: what stands between < and > is a whole address without spaces.",
        ),
        ("**a* b\n", "10: A `*` is left over beside `*a*`."),
        ("b *a**\n", "10: A `*` is left over beside `*a*`."),
        ("__a_ b\n", "10: A `_` is left over beside `_a_`."),
        ("**a*** b\n", "10: A `*` is left over beside `**a**`."),
        (
            "1.a\n2.b\n",
            "10: `1.` makes no list, because no space follows it.",
        ),
        ("•a\n", "10: `•` is a bullet that makes no list."),
        ("o a\no b\n", "10: `o` is a bullet that makes no list."),
        (
            "caf&eacute a\n",
            "10: `&eacute` has no semicolon, so that it is the name of no character.",
        ),
        (
            "caf&#233 a\n",
            "10: `&#233` has no semicolon, so that it is the name of no character.",
        ),
        (
            "[a](/b c/)\n",
            "10: `[a](/b c/)` is no link: there is a space or a bracket in its address.",
        ),
        (
            "> [!NOTE]\n> a\n",
            "10: `[!NOTE]` is not known: no text is put into boxes.",
        ),
        (
            "a :contacts{body=\"b\"}\n",
            "10: `:contacts{body=\"b\"}` stands where it is no directive.",
        ),
        (
            ":terms{}\n",
            "10: `:terms{}` stands where it is no directive.",
        ),
        (
            "\u{200b}::terms{}\n",
            "10: `::terms{}` stands where it is no directive.",
        ),
        (
            "a\n\n    ::terms{}\n",
            "12: `::terms{}` stands behind four spaces, which make an example of it.",
        ),
        (
            "a ::terms{}\n",
            "10: `::terms{}` stands where it is no directive.",
        ),
        (":::note\n", "10: `:::note` is not a directive."),
        ("[[a]]\n", "10: `[[a]]` is no link."),
        ("[TOC]\n", "10: `[TOC]` is not known."),
        ("[x] a\n", "10: `[x]` is no box of a task."),
        ("-[ ] a\n", "10: `-[ ]` is no box of a task."),
        ("- [ x] a\n", "10: `[ x]` is no box of a task."),
        (
            "1- a\n2- b\n",
            "10: `1-` begins no list: the lines below it would go on in the same line.",
        ),
        (
            "a *b * c\n",
            "10: In `*b *` a space stands before the last sign, so that nothing is said with emphasis.",
        ),
        (
            "a _b c _, d\n",
            "10: In `_b c _` a space stands before the last sign, so that nothing is said with emphasis.",
        ),
        (
            "htp://a.example/b\n",
            "10: `htp://a.example/b` is not a whole address.",
        ),
        (
            "See http:/a.example\n",
            "10: `http:/a.example` is not a whole address.",
        ),
        (
            "(https//a.example\n",
            "10: `https//a.example` is not a whole address.",
        ),
        (
            "a file:///C:/b.pdf\n",
            "10: `file:///C:/b.pdf` is a place on your own device or network, which no reader can open.",
        ),
        (
            "a C:\\b\\c.pdf\n",
            "10: `C:\\b\\c.pdf` is a place on your own device or network, which no reader can open.",
        ),
        (
            "a \\\\b\\c\\d e\n",
            "10: `b\\c\\d` is a place on your own device or network, which no reader can open.",
        ),
        (
            "http://localhost:8080/a\n",
            "10: `http://localhost:8080/a` opens on your own device or in your own network only.",
        ),
        (
            "a\n[b](https://192.168.0.1/)\n",
            "11: `https://192.168.0.1/` opens on your own device or in your own network only.",
        ),
        ("<%= a %>\n", "10: `<%` begins something that is not known."),
        (
            "[a](0151 496 0104)\n",
            "10: `[a](0151 496 0104)` is no link: there is a space or a bracket in its address.",
        ),
        ("a\n[b]: /c/\n", "11: `[b]:` gives no address here."),
        (
            "{{< a >}}\n",
            "10: `{{` begins something that is not known.",
        ),
        ("a {.b}\n", "10: `{.b}` stands where it names nothing."),
        (
            "~~ a\n",
            "10: `~~` has no other with it, so that nothing is struck out.",
        ),
        (
            "** a\n",
            "10: `**` has no other with it, so that nothing is bold.",
        ),
        ("a ==b c== d\n", "10: `==b c==` is not known."),
        (
            "##Status\n",
            "10: `##Status` is no heading, because no space follows its signs.",
        ),
        (
            "| a | b |\n| c | d |\n",
            "10: `| a | b |` is no row of a table.",
        ),
        ("a\n: b\n", "11: `:` does not begin a meaning."),
        ("• a\n", "10: `•` is a bullet that makes no list."),
        (
            "a &nosuch; b\n",
            "10: `&nosuch;` is the name of no character.",
        ),
        ("a ^[b] c\n", "10: `^[b]` is no footnote."),
        ("H~2~O\n", "10: `~2~` is not known."),
        ("x^2^\n", "10: `^2^` is not known."),
        ("a ++b c++.\n", "10: `++b c++` is not known."),
        ("a ||b|| c\n", "10: `||b||` is not known."),
        (
            "a %%b%% c\n",
            "10: `%%b%%` is no comment: readers would see it.",
        ),
        ("$$\nx = y\n$$\n", "10: `$$ x = y $$` is no formula."),
        ("a :smile:, b\n", "10: `:smile:` is the name of no sign."),
        ("a\n\n*[b]: c\n", "12: `*[b]:` explains nothing."),
        (
            "a `b\n",
            "10: A ` has no other with it, so that nothing is code.",
        ),
        (
            "####### a\n",
            "10: `####### a` is no heading: it has more than six signs.",
        ),
        (
            "!!! note \"a\"\n    b\n",
            "10: `!!! note \"a\"` is not known: no text is put into boxes.",
        ),
        (
            "??? note\n",
            "10: `??? note` is not known: no text is put into boxes.",
        ),
        ("➢ a\n", "10: `➢` is a bullet that makes no list."),
        ("– a\n– b\n", "10: `–` is a bullet that makes no list."),
        ("o\ta\n", "10: `o` is a bullet that makes no list."),
        (
            "-a\n-b\n",
            "10: `-` makes no list, because no space follows it.",
        ),
        (
            "(a) b\n(b) c\n",
            "10: `(a)` begins no list: the lines below it would go on in the same line.",
        ),
        ("#No heading\n", "10: `#No heading` is no heading."),
        ("= a =\n", "10: `= a =` is no heading."),
        (
            "a &copy 2018\n",
            "10: `&copy` has no semicolon, so that it is the name of no character.",
        ),
        ("a -- b\n", "10: `--` is no dash."),
        ("a '''b''' c\n", "10: `'''b'''` is not known."),
        ("a //b c//, d\n", "10: `//b c//` is not known."),
        ("[b]a[/b]\n", "10: `[/b]` is not known."),
        (".. note:: a\n", "10: `.. note:: a` is not known."),
        ("A\n\n+++\n", "12: `+++` is no line across the page."),
        ("=====\n", "10: `=====` is no line across the page."),
        ("\\newpage\n", "10: `\\newpage` is not known."),
        ("{: .lead}\na\n", "10: `{: .lead}` is not known."),
        ("a {++b++} c\n", "10: `{++b++}` is not known."),
        (
            "[a](/b/){:target=\"_blank\"}\n",
            "10: `{:target=\"_blank\"}` is not known.",
        ),
        (
            "[a](/b/){target=_blank}\n",
            "10: `{target=_blank}` is not known.",
        ),
        (
            "a\n\n| b |\n|---|\n",
            "12: This table has no rows below its first.",
        ),
        (
            "[a](mailto:b@c)\n",
            "10: `mailto:b@c` is not a whole address.",
        ),
        (
            "[a](mailto://b@c.uk)\n",
            "10: `mailto://b@c.uk` is not a whole address.",
        ),
        (
            "a\n\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n",
            "12: This line begins with <<<<<<<, which is left over from a merge.",
        ),
        (
            "A 2*3*4 b\n",
            "10: The signs of `*3*` would not be seen: they mean emphasis.",
        ),
        (
            "Date: __/__/__\n",
            "10: The signs of `__/__` would not be seen: they mean emphasis.",
        ),
        (
            "a [1].\n\n[1]: B c, p. 12\n",
            "12: `[1]:` gives no address here.",
        ),
        (
            "1.) a\n2.) b\n",
            "10: `1.)` begins no list: the lines below it would go on in the same line.",
        ),
        (
            "(1)a\n(2)b\n",
            "10: `(1)` begins no list: the lines below it would go on in the same line.",
        ),
        (
            "–a\n–b\n",
            "10: `–` makes no list, because no space follows it.",
        ),
        (
            "don=E2=80=99t\n",
            "10: `=E2=80=99` is left over from a message: it stood for a letter.",
        ),
        ("q a\nq b\n", "10: `q` is a bullet that makes no list."),
        ("⦁ a\n", "10: `⦁` is a bullet that makes no list."),
        ("✅ a\n✅ b\n", "10: `✅` is a bullet that makes no list."),
        ("[A b]: c d\n", "10: `[A b]:` gives no address here."),
        ("[[_TOC_]]\n", "10: `[[` is no link."),
        ("%% a\n", "10: `%% a` is no comment: readers would see it."),
        ("a $x^2$ b\n", "10: `$x^2$` is no formula."),
        ("\\textbf{a}\n", "10: `\\textbf{a}` is no formula."),
        ("a --b c--, d\n", "10: `--b c--` is not known."),
        (
            "--8<-- \"a.md\"\n",
            "10: `--8<-- \"a.md\"` is not known: no other file is put here.",
        ),
        ("[vc_row]\n", "10: `[vc_row]` is not known."),
        ("{panel:title=A}\n", "10: `{panel:title=A}` is not known."),
        ("===A b===\n", "10: `===A b===` is no heading."),
        (
            "{| class=\"wikitable\"\n|-\n| a\n|}\n",
            "10: `{| class=\"wikitable\"` begins no table.",
        ),
        ("a[^b c]\n", "10: The footnote [^b c] is not there."),
        (
            "(/contact/)[a b]\n",
            "10: `(/contact/)[a b]` is a link the wrong way round.",
        ),
        ("[a]</contact/>\n", "10: `[a]</contact/>` is no link."),
        (
            "<sefton.gov.uk>\n",
            "10: `<sefton.gov.uk>` is no link: what stands between < and > is a whole address without spaces.",
        ),
        ("§ a\n§ b\n", "10: `§` is a bullet that makes no list."),
        ("■ a\n", "10: `■` is a bullet that makes no list."),
        (
            "✔\u{fe0f} a\n✔\u{fe0f} b\n",
            "10: `✔\u{fe0f}` is a bullet that makes no list.",
        ),
        (
            "a:\n2. b\n3. c\n",
            "11: `2.` begins no list: the lines below it would go on in the same line.",
        ),
        (
            "1.1 a\n1.2 b\n",
            "10: `1.1` begins no list: the lines below it would go on in the same line.",
        ),
        (
            "1. a\n  - b\n2. c\n",
            "11: This item stands further in than those above it, but does not belong to any of them.",
        ),
        (
            "- a\n- b\n - c\n",
            "12: This item stands further in than those above it, but does not belong to any of them.",
        ),
        (
            "A\n\n>50 cases\n",
            "12: `>50` begins a quotation, in which readers do not see the sign.",
        ),
        ("- a\n-\n", "11: This item of a list says nothing."),
        (">\n", "10: This quotation says nothing."),
    ] {
        let (_, diagnostics) = read(text, Some(&PagePath::home()));
        assert_eq!(
            diagnostics.first().map(String::as_str),
            Some(expected),
            "{text:?}"
        );
    }
}

#[test]
fn ordinary_text_is_no_notation() {
    for text in [
        "He [the chair] said (again) so [sic].\n",
        "See [1] (page 2) and [2].\n",
        "Ratio 3:1, at 10:30: {a}, x = y == z, C# #1, a~b, 2 ** 3 _ 4 * 5 & 6; R&D;\n",
        "Escaped \\[a\\] (/b/) \\~~ \\*\\* \\[\\^1] \\[a]\\[b] \\&copy;\n",
        "`[a][b] :c{} ~~` and &amp;copy; are code.\n",
        "```\n::terms{}\n[!NOTE]\n```\n",
        "5 • 6 | 7\n",
        "#SafeToSpeak\n",
        "a@b and @c, http:// and www.\n",
        "****\n",
        "*see b, *c, d_e _f and 2 * 3 * 4; a http server, his C: drive\n",
        "1 – 3 pm\nand 2 – 4 pm; https://www.gov.uk/https//a and 1/2\\3\n",
        "It cost $5 (or $$6), 3^rd, C++ and B++; 10:30:15, \\`a, why???\n",
        "(a) b (b) c – d\n– e, f\n-5 to\n-3 i. e. g\n",
        "https://www.gov.uk/a--2?b=1&copy=2 and 2018--2020 and R&region.\n",
        "§ 47\n$5 and $6_a, 1.1 miles\nor 1.2 km, {a_b} [sic] --a-b\n",
        "- a\n  - b\n\n    - c\n- d\n\ne\n\n 9. e\n10. f\n\n> 50 g\n",
        "A\\--b, R&D, &c., it's 'so', https://www.gov.uk//a and/or // b [i]t, \\{: a}\n",
    ] {
        let text = text.replace("** 3", "x 3");
        check_diagnostics(&text, &[]);
    }
}
