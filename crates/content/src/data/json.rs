//! JSON (RFC 8259), for a file that browsers read as well: what they would refuse is refused.
//!
//! Written by hand rather than with `serde_json`, because every value carries its line for diagnostics
//! and a duplicate name is an error with its line.

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use super::{Name, Node, SyntaxError, Table, Value};
use crate::lines::Lines;

const DEEPEST: usize = 16;

/// Reads a JSON object. A name that stands in it twice is refused: two readers may each take
/// another one.
pub(crate) fn read_json(text: &str) -> Result<Table, SyntaxError> {
    let mut reader = Reader {
        text,
        at: 0,
        lines: Lines::new(text, 1),
    };
    let root = reader.value(0)?;
    reader.skip_space();
    if reader.at < text.len() {
        return Err(reader.syntax_error("something follows its end"));
    }
    match root.value {
        Value::Table(table) => Ok(table),
        _ => Err(reader.syntax_error("fields in curly brackets are needed")),
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    lines: Lines<'a>,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn skip_space(&mut self) {
        let rest = self.rest().trim_start_matches([' ', '\t', '\n', '\r']);
        self.at = self.text.len() - rest.len();
    }

    /// Goes past `mark` if it is what comes next, whatever the space before it.
    fn eat(&mut self, mark: &str) -> bool {
        self.skip_space();
        let found = self.rest().starts_with(mark);
        if found {
            self.at += mark.len();
        }
        found
    }

    fn line(&mut self) -> u32 {
        self.lines.line(self.at)
    }

    fn syntax_error(&mut self, message: &str) -> SyntaxError {
        SyntaxError {
            line: self.line(),
            message: format!("This is not JSON that can be read: {message}."),
            help: "Correct the line: names and text stand in double quotes, a comma stands \
                   between two fields and none after the last."
                .into(),
        }
    }

    fn value(&mut self, depth: usize) -> Result<Node, SyntaxError> {
        self.skip_space();
        let line = self.line();
        if depth > DEEPEST {
            return Err(self.syntax_error("lists and tables are nested too deep"));
        }
        let value = if self.eat("{") {
            Value::Table(self.table(depth)?)
        } else if self.eat("[") {
            Value::List(self.list(depth)?)
        } else if self.eat("\"") {
            Value::Text(self.string()?)
        } else if self.eat("true") {
            Value::Bool(true)
        } else if self.eat("false") {
            Value::Bool(false)
        } else if self.eat("null") {
            Value::Other("nothing")
        } else {
            self.number()?
        };
        Ok(Node { line, value })
    }

    fn list(&mut self, depth: usize) -> Result<Vec<Node>, SyntaxError> {
        let mut nodes = Vec::new();
        if self.eat("]") {
            return Ok(nodes);
        }
        loop {
            nodes.push(self.value(depth + 1)?);
            if self.eat("]") {
                return Ok(nodes);
            }
            if !self.eat(",") {
                return Err(self.syntax_error("a comma or ] is missing"));
            }
        }
    }

    fn table(&mut self, depth: usize) -> Result<Table, SyntaxError> {
        let mut table = Table::default();
        if self.eat("}") {
            return Ok(table);
        }
        let mut names = HashSet::new();
        loop {
            self.skip_space();
            let line = self.line();
            if !self.eat("\"") {
                return Err(self.syntax_error("the name of a field is missing"));
            }
            let text = self.string()?;
            if !names.insert(text.clone()) {
                return Err(
                    self.syntax_error(&format!("`{}` stands here twice", text.escape_debug()))
                );
            }
            if !self.eat(":") {
                return Err(self.syntax_error("a colon is missing"));
            }
            let node = self.value(depth + 1)?;
            table.entries.push((Name { text, line }, node));
            if self.eat("}") {
                return Ok(table);
            }
            if !self.eat(",") {
                return Err(self.syntax_error("a comma or } is missing"));
            }
        }
    }

    /// The text behind an opening quote, and goes past its end.
    fn string(&mut self) -> Result<String, SyntaxError> {
        let mut out = String::new();
        loop {
            let Some(letter) = self.next() else {
                return Err(self.syntax_error("a text has no end"));
            };
            match letter {
                '"' => return Ok(out),
                '\\' => out.push(self.escaped()?),
                '\0'..='\u{1f}' => {
                    self.at -= 1;
                    return Err(self.syntax_error("a text goes on over the end of its line"));
                }
                letter => out.push(letter),
            }
        }
    }

    fn next(&mut self) -> Option<char> {
        let letter = self.rest().chars().next()?;
        self.at += letter.len_utf8();
        Some(letter)
    }

    fn escaped(&mut self) -> Result<char, SyntaxError> {
        Ok(match self.next() {
            Some(letter @ ('"' | '\\' | '/')) => letter,
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('u') => return self.code_point(),
            _ => {
                return Err(
                    self.syntax_error("a backslash stands before a letter that means nothing")
                );
            }
        })
    }

    fn code_point(&mut self) -> Result<char, SyntaxError> {
        let mut code = self.unit()?;
        // Two halves of UTF-16 make one letter.
        if (0xd800..0xdc00).contains(&code) && self.rest().starts_with("\\u") {
            self.at += 2;
            let low = self.unit()?;
            code = match low {
                0xdc00..0xe000 => 0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00),
                _ => code,
            };
        }
        char::from_u32(code).ok_or_else(|| self.syntax_error("\\u does not name a letter"))
    }

    fn unit(&mut self) -> Result<u32, SyntaxError> {
        let digits = self.rest().get(..4).unwrap_or_default();
        let known = digits.len() == 4 && digits.bytes().all(|it| it.is_ascii_hexdigit());
        match u32::from_str_radix(digits, 16) {
            Ok(code) if known => {
                self.at += 4;
                Ok(code)
            }
            _ => Err(self.syntax_error("\\u needs four hexadecimal digits")),
        }
    }

    fn number(&mut self) -> Result<Value, SyntaxError> {
        let known = |letter: char| letter.is_ascii_digit() || "+-.eE".contains(letter);
        let rest = self.rest();
        let text = &rest[..rest.find(|letter| !known(letter)).unwrap_or(rest.len())];
        let digits = text.strip_prefix('-').unwrap_or(text);
        let is_whole = !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit());
        let starts_well = digits.starts_with(|it: char| it.is_ascii_digit())
            && !(digits.len() > 1 && digits.starts_with('0') && is_whole);
        if !starts_well || text.parse::<f64>().is_err() {
            return Err(self.syntax_error("a value is missing, or it is text without quotes"));
        }
        self.at += text.len();
        Ok(match text.parse() {
            Ok(number) => Value::Integer(number),
            Err(_) if is_whole => Value::Other("a number too large"),
            Err(_) => Value::Other("a number with a fraction"),
        })
    }
}
