//! Faults that editors make in TOML, told by the line that the parser stopped at: its own words are
//! those of the grammar.

use std::sync::LazyLock;

use regex::Regex;

use crate::{characters, lines::merge_mark};

/// What is wrong, and what to write.
pub(super) type Fault = (String, String);

/// A name and the sign behind it.
static FIELD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^[\s"]*([A-Za-z0-9_.-]+)[\s"]*([=:])\s*(.*?)\s*$"#).expect("a pattern")
});

/// The fault in a line, in which the parser stopped before `rest` with its message.
pub(super) fn fault(line: &str, rest: &str, message: &str) -> Option<Fault> {
    let line = line.trim_end();
    let (name, sign, value) = FIELD
        .captures(line)
        .map_or(("", "", ""), |found| found.extract().1.into());
    merge(line)
        .or_else(|| unseen(line, rest))
        .or_else(|| one_table(line, message))
        .or_else(|| (sign == ":").then(|| colon(name, value)))
        .or_else(|| quotes(value, rest))
        .or_else(|| leading_zero(name, value, message))
        .or_else(|| backslash(value, message))
        .or_else(|| signs(line, value))
}

fn merge(line: &str) -> Option<Fault> {
    let error = merge_mark(line)?;
    Some((error.message, error.help))
}

/// A character at the place that nobody sees.
fn unseen(line: &str, rest: &str) -> Option<Fault> {
    let is_unseen = |letter: &char| {
        !letter.is_ascii() && !characters::is_visible(letter.encode_utf8(&mut [0; 4]))
    };
    let firsts = [rest.chars().next(), line.chars().next()];
    let letter = firsts.into_iter().flatten().find(is_unseen)?;
    Some((
        format!("There is a {} outside of quotes.", characters::name(letter)),
        "Take it out, or put an ordinary space in its place.".into(),
    ))
}

/// `[person]` where another one has been: that is one table, and not one of many.
fn one_table(line: &str, message: &str) -> Option<Fault> {
    let name = line.trim().strip_prefix('[')?.strip_suffix(']')?;
    let is_second = message.contains("duplicate") && !name.starts_with('[');
    is_second.then(|| {
        (
            format!("`[{name}]` stands below another `{name}`."),
            format!("Write [[{name}]] above each record, or take one of the two out."),
        )
    })
}

fn colon(name: &str, value: &str) -> Fault {
    let quoted = value.trim_matches('"').replace('"', "");
    (
        format!("There is a colon behind `{name}`."),
        format!("Write {name} = \"{quoted}\"."),
    )
}

/// Quotation marks that are none of TOML's, and one too many of these.
fn quotes(value: &str, rest: &str) -> Option<Fault> {
    let is_curly = |letter: &char| "“”„‟″«»‘’".contains(*letter);
    let firsts = [rest.chars().next(), value.chars().next()];
    let first = firsts.into_iter().flatten().find(is_curly);
    let inside = value.strip_prefix('"').filter(|it| !it.starts_with("\"\""));
    let unclosed = inside.filter(|inside| !inside.contains('"'));
    let last = unclosed.and_then(|inside| inside.chars().next_back().filter(is_curly));
    if let Some(letter) = first.or(last) {
        return Some((
            format!(
                "There is a {} where TOML has a straight one.",
                characters::name(letter)
            ),
            "Write \" in its place, at both ends of the text.".into(),
        ));
    }
    let inside = inside?.replace("\\\"", "");
    (inside.matches('"').count() >= 2 && !inside.contains('#')).then(|| {
        (
            "There is a \" inside text that stands in quotes.".into(),
            "Write “ and ” around words inside the text, or \\\" for the sign itself.".into(),
        )
    })
}

fn leading_zero(name: &str, value: &str, message: &str) -> Option<Fault> {
    let digits = value.split('#').next().unwrap_or(value).trim();
    let known = |letter: char| letter.is_ascii_digit() || " ()-".contains(letter);
    let is_phone = digits.starts_with('0') && digits.contains(' ') && digits.chars().all(known);
    (message.contains("leading zero") || is_phone).then(|| {
        (
            format!("`{name}` is a number that begins with 0."),
            format!("Put it in quotes: {name} = \"{digits}\"."),
        )
    })
}

fn backslash(value: &str, message: &str) -> Option<Fault> {
    (message.contains("escape") && value.contains('\\')).then(|| {
        (
            "There is a \\ in text that stands in quotes.".into(),
            "Write \\\\ in its place, or put the text between ' signs.".into(),
        )
    })
}

fn signs(line: &str, value: &str) -> Option<Fault> {
    if line.trim_start().starts_with("//") {
        return Some((
            "This line begins with //, which is no remark here.".into(),
            "Begin a remark with #.".into(),
        ));
    }
    let is_closed = value.ends_with("\",") || value.ends_with("',") || value.ends_with("],");
    is_closed.then(|| {
        (
            "There is a comma behind the value.".into(),
            "Take it out: each field stands on its own line.".into(),
        )
    })
}
