//! Front matter: the fields above the text of a page or review.

use crate::{
    ParseError,
    characters::one_line,
    data::{SyntaxError, Table, read_toml, read_yaml},
    lines::newlines,
};

/// A page or review, split into its front matter and its text.
pub(super) struct Parts<'a> {
    pub(super) fields: Result<Table, SyntaxError>,
    pub(super) text: &'a str,
    /// The line that the text begins on.
    pub(super) text_line: u32,
}

/// Splits a file. TOML stands between lines of `+++`, YAML between lines of `---`.
pub(super) fn split(file: &str) -> Result<Parts<'_>, ParseError> {
    let file = file.strip_prefix('\u{feff}').unwrap_or(file);
    let (first, rest) = file.split_once('\n').unwrap_or((file, ""));
    let mark = first.trim_end();
    if mark != "+++" && mark != "---" {
        let text = file.trim_start();
        if mark.is_empty() && (text.starts_with("+++") || text.starts_with("---")) {
            return Err(ParseError::new(
                "Empty lines stand above the front matter.",
                "Take them out.",
            ));
        }
        return Err(ParseError::new(
            "This file has no front matter.",
            "Begin it with a line of +++, then its title and other fields, then another line of \
             +++.",
        ));
    }
    let mut length = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == mark {
            // TOML knows no line ends but its own (TOML 1.0, "Newline").
            let fields = &*one_line(&rest[..length]);
            let text = &rest[length + line.len()..];
            let read = if mark == "+++" {
                read_toml(fields, 2)
            } else {
                read_yaml(fields, 2)
            };
            return Ok(Parts {
                fields: read,
                text,
                text_line: newlines(fields.as_bytes()) + 3,
            });
        }
        length += line.len();
    }
    Err(ParseError::new(
        "The front matter of this file has no end.",
        format!("Put a line of {mark} between its fields and the text."),
    ))
}
