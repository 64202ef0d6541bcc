//! YAML, as far as front matter needs it: the core schema's scalars, lists and mappings
//! (YAML 1.2.2, 10.3). Anchors, aliases and tags are refused: they can make a few lines
//! stand for a gigabyte, and no field needs them.

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use saphyr_parser::{Event, Parser, ScalarStyle, Span, StrInput};

use crate::characters::one_line;

use super::{Name, Node, SyntaxError, Table, Value};

const DEEPEST: usize = 16;

/// Reads a YAML document whose first line has the number `first_line`.
pub(crate) fn read_yaml(text: &str, first_line: u32) -> Result<Table, SyntaxError> {
    let mut reader = Reader {
        parser: Parser::new_from_str(text),
        lines: text.split('\n').collect(),
        first_line,
    };
    reader.document().map(|node| match node {
        Node {
            value: Value::Table(table),
            ..
        } => table,
        // A document without a single field is a table without fields.
        _ => Table::default(),
    })
}

struct Reader<'a> {
    parser: Parser<'a, StrInput<'a>>,
    lines: Vec<&'a str>,
    first_line: u32,
}

impl<'a> Reader<'a> {
    fn document(&mut self) -> Result<Node, SyntaxError> {
        let mut root = Node {
            line: self.first_line,
            value: Value::Other("nothing"),
        };
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamEnd => return Ok(root),
                Event::StreamStart
                | Event::DocumentStart(_)
                | Event::DocumentEnd
                | Event::Nothing => {}
                event => {
                    root = self.node(event, span, 0)?;
                    if !matches!(root.value, Value::Table(_) | Value::Other("nothing")) {
                        return Err(syntax_error(
                            root.line,
                            "fields are needed, each `name: value`",
                        ));
                    }
                }
            }
        }
    }

    fn next(&mut self) -> Result<(Event<'a>, Span), SyntaxError> {
        match self.parser.next_event() {
            Some(Ok(next)) => Ok(next),
            Some(Err(error)) => Err(syntax_error(self.line(error.marker().line()), error.info())),
            None => Ok((Event::StreamEnd, Span::default())),
        }
    }

    fn line(&self, line: usize) -> u32 {
        self.first_line
            + u32::try_from(line)
                .unwrap_or(u32::MAX / 2)
                .saturating_sub(1)
    }

    fn node(&mut self, event: Event<'a>, span: Span, depth: usize) -> Result<Node, SyntaxError> {
        let line = self.line(span.start.line());
        if depth > DEEPEST {
            return Err(syntax_error(line, "lists and tables are nested too deep"));
        }
        let value = match event {
            Event::Scalar(text, style, 0, None) => {
                let value = scalar(text.into_owned(), style);
                if style == ScalarStyle::Plain && matches!(value, Value::Text(_)) {
                    self.check_remark(&span)?;
                }
                value
            }
            Event::SequenceStart(0, None) => Value::List(self.list(depth)?),
            Event::MappingStart(0, None) => Value::Table(self.table(depth)?),
            _ => {
                return Err(syntax_error(
                    line,
                    "anchors (&), aliases (*) and tags (!) are not used here",
                ));
            }
        };
        Ok(Node { line, value })
    }

    /// Refuses a remark behind text without quotes (YAML 1.2.2, 6.6): whoever writes
    /// `Our #1 plan` means it to be read.
    fn check_remark(&self, span: &Span) -> Result<(), SyntaxError> {
        // Longer lines are those of lists, and would be gone through for each of their items.
        if span.end.col() > 1000 {
            return Ok(());
        }
        let line = self.lines.get(span.end.line().saturating_sub(1));
        let column = line.and_then(|line| line.char_indices().nth(span.end.col()));
        let (Some(line), Some((at, _))) = (line, column) else {
            return Ok(());
        };
        let rest = line[at..].trim_ascii();
        if !rest.starts_with('#') {
            return Ok(());
        }
        Err(SyntaxError {
            line: self.line(span.end.line()),
            message: format!(
                "`{rest}` is no part of this value: # behind a space begins a remark."
            ),
            help: "Put the value in quotes, or the remark on a line of its own.".into(),
        })
    }

    fn list(&mut self, depth: usize) -> Result<Vec<Node>, SyntaxError> {
        let mut nodes = Vec::new();
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::SequenceEnd | Event::StreamEnd => return Ok(nodes),
                event => nodes.push(self.node(event, span, depth + 1)?),
            }
        }
    }

    fn table(&mut self, depth: usize) -> Result<Table, SyntaxError> {
        let mut table = Table::default();
        let mut names = HashSet::new();
        loop {
            let (event, span) = self.next()?;
            let name = match event {
                Event::MappingEnd | Event::StreamEnd => return Ok(table),
                Event::Scalar(text, _, 0, None) => Name {
                    text: text.into_owned(),
                    line: self.line(span.start.line()),
                },
                _ => {
                    let line = self.line(span.start.line());
                    return Err(syntax_error(line, "the name of a field is a plain word"));
                }
            };
            if !names.insert(name.text.clone()) {
                return Err(syntax_error(
                    name.line,
                    &format!("`{}` stands here twice", name.text),
                ));
            }
            let (event, span) = self.next()?;
            let node = self.node(event, span, depth + 1)?;
            table.entries.push((name, node));
        }
    }
}

/// A scalar by the core schema: only what stands without quotes can be a number or a truth.
fn scalar(text: String, style: ScalarStyle) -> Value {
    let text = one_line(&text).into_owned();
    if style != ScalarStyle::Plain {
        return Value::Text(text);
    }
    match text.as_str() {
        "" | "~" | "null" | "Null" | "NULL" => Value::Other("nothing"),
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        number => match number.parse() {
            Ok(number) => Value::Integer(number),
            Err(_) => Value::Text(text),
        },
    }
}

fn syntax_error(line: u32, message: &str) -> SyntaxError {
    SyntaxError {
        line,
        message: format!("This is not YAML that can be read: {message}."),
        help: "Correct the line: each field is `name: value`, and text with a colon stands in \
               quotes."
            .into(),
    }
}
