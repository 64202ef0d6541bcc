use proptest::prelude::*;

use super::*;
use crate::data::outline::outline;

#[test]
fn values_know_their_lines() {
    let text = "{\n  \"a\": \"x\\u00e9\\ud83d\\ude00\\n\",\n  \"b\": [1,\n    -2.5e3, true, null],\n\"c\": {\"d\": {}}}\n";
    let table = read_json(text).unwrap();
    assert_eq!(
        outline(&table),
        "2 a = \"xé😀\\n\"\n3 b = list\n  3 1\n  4 a number with a fraction\n  4 true\n  \
         4 nothing\n5 c = table\n  5 d = table\n"
    );
}

#[test]
fn what_a_browser_would_refuse_is_refused_with_its_line() {
    for (text, line, words) in [
        ("", 1, "a value is missing"),
        ("[]", 1, "curly brackets"),
        ("{} x", 1, "something follows"),
        ("{\"a\": 1,}", 1, "the name of a field"),
        ("{\n\"a\": x}", 2, "text without quotes"),
        ("{\n'a': 1}", 2, "the name of a field"),
        ("{\"a\": 01}", 1, "a value is missing"),
        ("{\"a\": -}", 1, "a value is missing"),
        ("{\"a\": \"b\n\"}", 1, "over the end of its line"),
        ("{\"a\": \"b", 1, "has no end"),
        ("{\"a\": \"\\x\"}", 1, "means nothing"),
        ("{\"a\": \"\\ud800\"}", 1, "does not name a letter"),
        ("{\"a\": \"\\u00+1\"}", 1, "four hexadecimal"),
        ("{\"a\": 1,\n\"a\": 2}", 2, "stands here twice"),
        ("{\"a\" 1}", 1, "a colon"),
        ("{\"a\": [1 2]}", 1, "a comma or ]"),
    ] {
        let error = read_json(text).expect_err(text);
        assert_eq!(error.line, line, "{text}");
        assert!(error.message.contains(words), "{text}: {}", error.message);
    }
    let deep = "{\"a\":".to_owned() + &"[".repeat(100_000);
    assert!(read_json(&deep).expect_err("deep").message.contains("deep"));
}

proptest! {
    /// Whatever is read here, another reader reads too.
    #[test]
    fn nothing_is_read_that_others_refuse(text in r#"[\[\]{}":,\\\-+.eE0-9a-fltrunsé \n]{0,40}"#) {
        if read_json(&text).is_ok() {
            prop_assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{text}");
        }
    }
}
