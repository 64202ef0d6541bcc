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
