use super::{super::outline::outline, *};

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(outline(&read_yaml(text, 2).unwrap()), expected);
}

#[test]
fn values_know_their_lines() {
    check(
        "title: About us\norder: 10\ndate: 2019-06-25\nshown: true\n\ntags:\n  - one\n  - \"2\"\nnone:\nflow: [a, {b: c}]\n",
        concat!(
            "2 title = \"About us\"\n",
            "3 order = 10\n",
            "4 date = \"2019-06-25\"\n",
            "5 shown = true\n",
            "7 tags = list\n",
            "  8 \"one\"\n",
            "  9 \"2\"\n",
            "10 none = nothing\n",
            "11 flow = list\n",
            "  11 \"a\"\n",
            "  11 table\n",
            "    11 b = \"c\"\n",
        ),
    );
}

#[test]
fn nothing_is_a_table_without_fields() {
    check("", "");
    check("# only a remark\n", "");
}

#[track_caller]
fn check_error(text: &str, line: u32, part: &str) {
    let error = read_yaml(text, 2).unwrap_err();
    assert_eq!(error.line, line, "{}", error.message);
    assert!(error.message.contains(part), "{}", error.message);
}

#[test]
fn what_could_grow_without_end_is_refused() {
    check_error("a: &x [1]\nb: *x\n", 2, "anchors");
    check_error("a: 1\nb: !!str 2\n", 3, "tags");
    check_error(&format!("a: {}", "[".repeat(40)), 2, "nested too deep");
}

#[test]
fn faults_know_their_lines() {
    check_error("a: 1\nb: [1\n", 4, "");
    check_error("a: 1\na: 2\n", 3, "twice");
    check_error("- a\n- b\n", 2, "fields are needed");
    check_error("just words\n", 2, "fields are needed");
    check_error("a: 1\n? [b]\n: c\n", 3, "plain word");
}

#[test]
fn a_remark_takes_nothing_of_a_value() {
    let lost = "`#1 plan` is no part of this value: # behind a space begins a remark.";
    check_error("a: 1\ntitle: Our #1 plan\n", 3, lost);
    check_error("title: é  #1 plan\nb: c\n", 2, lost);
    check_error("a:\n  - b\n  - c #1 plan\n", 4, lost);
    check(
        "# d\na: \"Our #1\" # e\nb: C#1\nc: 1 # f\n# g\nd: e\n# h\n",
        "3 a = \"Our #1\"\n4 b = \"C#1\"\n5 c = 1\n7 d = \"e\"\n",
    );
}
