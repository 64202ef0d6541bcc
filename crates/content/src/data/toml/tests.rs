use super::{super::outline::outline, *};

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(outline(&read_toml(text, 1).unwrap()), expected);
}

#[test]
fn values_know_their_lines() {
    check(
        "# records\n[[person]]\nslug = \"a\"\nborn = 2019-06-25\n\n[[person]]\nnames = [\n  \"b\",\n  7,\n]\n",
        concat!(
            "2 person = list\n",
            "  2 table\n",
            "    3 slug = \"a\"\n",
            "    4 born = date 2019-06-25\n",
            "  6 table\n",
            "    7 names = list\n",
            "      8 \"b\"\n",
            "      9 7\n",
        ),
    );
}

#[test]
fn what_no_field_takes_is_kept_by_its_kind() {
    check(
        "a = 1.5\nb = 10:30:00\nc = 2019-06-25T10:30:00\nd = true\n",
        "1 a = a number with a fraction\n2 b = a time\n3 c = a time\n4 d = true\n",
    );
}

#[track_caller]
fn check_error(text: &str, line: u32) {
    assert_eq!(read_toml(text, 1).unwrap_err().line, line, "{text:?}");
}

#[test]
fn faults_know_their_lines() {
    check_error("a = 1\nb = \"open\nc = 2\n", 2);
    check_error("a = 1\na = 2\n", 2);
    check_error("a = 1\n\n[b\n", 3);
    check_error("a = 1\nb = \n", 2);
    check_error(&format!("a = 1\nb = {}", "[".repeat(1000)), 2);
}

#[test]
fn faults_are_told_in_the_words_of_editors() {
    let curly = "Write \" in its place, at both ends of the text.";
    for (text, message, help) in [
        (
            "title = “Test”\n",
            "There is a U+201C LEFT DOUBLE QUOTATION MARK where TOML has a straight one.",
            curly,
        ),
        (
            "title = \"Test”\n",
            "There is a U+201D RIGHT DOUBLE QUOTATION MARK where TOML has a straight one.",
            curly,
        ),
        (
            "a = [“b”]\n",
            "There is a U+201C LEFT DOUBLE QUOTATION MARK where TOML has a straight one.",
            curly,
        ),
        (
            "[person]\na = 1\n\n[person]\na = 2\n",
            "`[person]` stands below another `person`.",
            "Write [[person]] above each record, or take one of the two out.",
        ),
        (
            "title: \"A\"\n",
            "There is a colon behind `title`.",
            "Write title = \"A\".",
        ),
        (
            "number = 01519344706\n",
            "`number` is a number that begins with 0.",
            "Put it in quotes: number = \"01519344706\".",
        ),
        (
            "number = 0151 934 4706 # b\n",
            "`number` is a number that begins with 0.",
            "Put it in quotes: number = \"0151 934 4706\".",
        ),
        (
            "a = \"The \"new\" plan\"\n",
            "There is a \" inside text that stands in quotes.",
            "Write “ and ” around words inside the text, or \\\" for the sign itself.",
        ),
        (
            "a = \"C:\\docs\"\n",
            "There is a \\ in text that stands in quotes.",
            "Write \\\\ in its place, or put the text between ' signs.",
        ),
        (
            "a = \"b\",\n",
            "There is a comma behind the value.",
            "Take it out: each field stands on its own line.",
        ),
        (
            "// a\n",
            "This line begins with //, which is no remark here.",
            "Begin a remark with #.",
        ),
        (
            "<<<<<<< HEAD\na = 1\n",
            "This line begins with <<<<<<<, which is left over from a merge.",
            "Keep the lines of one side, and take out those of the other and the marks.",
        ),
        (
            "\u{a0}a = 1\n",
            "There is a U+00A0 NO-BREAK SPACE outside of quotes.",
            "Take it out, or put an ordinary space in its place.",
        ),
    ] {
        let error = read_toml(text, 1).unwrap_err();
        let found = (error.message.as_str(), error.help.as_str());
        assert_eq!(found, (message, help), "{text:?}");
    }
}
