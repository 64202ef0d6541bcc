//! The fields of one record.

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use super::{Field, Node, Table, Value, Verbatim};
use crate::{
    PagePath, ParseError, Slug, WebAddress,
    characters::composed,
    diagnostics::Diagnostics,
    nearest::nearest,
    record::Kind,
    reference::{ReferenceSource, ReferenceTarget},
};

/// Something that is read from named fields. It asks for every one of its fields before
/// it gives up on any, so that all errors are found at once.
pub(crate) trait FromFields: Sized {
    /// What it is called in a sentence: `person`.
    const NAME: &'static str;

    fn from_fields(fields: &mut Fields<'_>) -> Option<Self>;
}

/// Reads the fields of one table, and remembers which it was asked for.
pub(crate) struct Fields<'a> {
    /// The beginning of a sentence about the record: ``The person `deborah-hughes` ``.
    subject: String,
    line: u32,
    table: &'a Table,
    diagnostics: &'a mut Diagnostics,
    specs: Vec<FieldSpec>,
}

/// A field that was asked for, and whether it must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FieldSpec {
    pub(crate) name: &'static str,
    pub(crate) required: bool,
}

impl<'a> Fields<'a> {
    /// Reads a whole table as a `T`, and reports the fields that a `T` does not have.
    pub(crate) fn read<T: FromFields>(
        table: &'a Table,
        line: u32,
        diagnostics: &'a mut Diagnostics,
    ) -> Option<T> {
        let mut fields = Self::new(T::NAME, table, line, diagnostics);
        let record = T::from_fields(&mut fields);
        fields.finish();
        record
    }

    fn new(name: &str, table: &'a Table, line: u32, diagnostics: &'a mut Diagnostics) -> Self {
        let subject = match table.get("slug").map(|node| &node.value) {
            Some(Value::Text(slug)) => format!("The {name} `{slug}`"),
            _ => format!("The {name}"),
        };
        Self {
            subject,
            line,
            table,
            diagnostics,
            specs: Vec::new(),
        }
    }

    /// The fields that a `T` asks for.
    #[cfg(all(test, feature = "schema"))]
    pub(crate) fn specs_of<T: FromFields>() -> Vec<FieldSpec> {
        let mut diagnostics = Diagnostics::new(&crate::ContentFolder::default().file(""));
        let table = Table::default();
        let mut fields = Fields::new(T::NAME, &table, 1, &mut diagnostics);
        T::from_fields(&mut fields);
        fields.specs
    }

    fn lookup(&mut self, name: &'static str, required: bool) -> Option<&'a Node> {
        self.specs.push(FieldSpec { name, required });
        let node = self.table.get(name);
        if node.is_none() && required {
            self.diagnostics.report(
                self.line,
                format!("{} has no `{name}`.", self.subject),
                format!("Add the field `{name}`."),
            );
        }
        node
    }

    pub(crate) fn required<T: Field>(&mut self, name: &'static str) -> Option<T> {
        let node = self.lookup(name, true)?;
        self.read_field(name, node, "Fill it in: it cannot be left out.")
    }

    pub(crate) fn optional<T: Field>(&mut self, name: &'static str) -> Option<T> {
        let node = self.lookup(name, false)?;
        self.read_field(name, node, "Fill it in, or take the line out.")
    }

    /// Reads a value; `help` says what to do if there is none.
    fn read_field<T: Field>(&mut self, name: &str, node: &Node, help: &str) -> Option<T> {
        if node.value.is_blank() {
            self.diagnostics
                .report(node.line, format!("`{name}` is empty."), help);
            return None;
        }
        T::read(name, node, self.diagnostics)
    }

    /// An address that may be left out, and that every reader can reach.
    pub(crate) fn public_address(&mut self, name: &'static str) -> Option<WebAddress> {
        let address: WebAddress = self.optional(name)?;
        if let Err(error) = address.check_public() {
            self.report_error(name, error);
        }
        Some(address)
    }

    /// A list that may be left out, of things that are named once.
    pub(crate) fn list<T: Field>(&mut self, name: &'static str) -> Vec<T> {
        self.report_repeated(name);
        self.optional(name).unwrap_or_default()
    }

    fn report_repeated(&mut self, name: &'static str) {
        let Some(Value::List(nodes)) = self.table.get(name).map(|node| &node.value) else {
            return;
        };
        let mut seen = HashSet::new();
        for node in nodes {
            if let Value::Text(text) = &node.value
                && !seen.insert(text)
            {
                self.diagnostics.report(
                    node.line,
                    format!("`{name}` has `{text}` twice."),
                    "Take one of them out.",
                );
            }
        }
    }

    /// The slug of a record of this kind, which must exist.
    pub(crate) fn required_record(&mut self, name: &'static str, kind: Kind) -> Option<Slug> {
        let slug = self.required(name)?;
        Some(self.refer(name, kind, slug))
    }

    /// The slug of a record of this kind, which must exist if it is named.
    pub(crate) fn optional_record(&mut self, name: &'static str, kind: Kind) -> Option<Slug> {
        let slug = self.optional(name)?;
        Some(self.refer(name, kind, slug))
    }

    /// The slugs of records of this kind.
    pub(crate) fn record_list(&mut self, name: &'static str, kind: Kind) -> Vec<Slug> {
        let slugs: Vec<Slug> = self.list(name);
        slugs
            .into_iter()
            .map(|slug| self.refer(name, kind, slug))
            .collect()
    }

    fn refer(&mut self, name: &'static str, kind: Kind, slug: Slug) -> Slug {
        let line = self.line_of(name);
        self.diagnostics.refer(
            line,
            ReferenceSource::Field(name),
            ReferenceTarget::Record(kind, slug.clone()),
        );
        slug
    }

    /// The path of a page, which must exist.
    pub(crate) fn required_page(&mut self, name: &'static str) -> Option<PagePath> {
        let path = self.required(name)?;
        Some(self.refer_to_page(name, path))
    }

    /// The path of a page, which must exist if it is named.
    pub(crate) fn optional_page(&mut self, name: &'static str) -> Option<PagePath> {
        let path = self.optional(name)?;
        Some(self.refer_to_page(name, path))
    }

    /// The paths of pages, each on its own line in a message.
    pub(crate) fn page_list(
        &mut self,
        name: &'static str,
        required: bool,
    ) -> Option<Vec<PagePath>> {
        self.report_repeated(name);
        let node = self.lookup(name, required)?;
        let paths: Vec<PagePath> = Field::read(name, node, self.diagnostics)?;
        if let Value::List(nodes) = &node.value {
            for (path, node) in paths.iter().zip(nodes) {
                let target = ReferenceTarget::Page(path.clone());
                self.diagnostics
                    .refer(node.line, ReferenceSource::Field(name), target);
            }
        }
        Some(paths)
    }

    fn refer_to_page(&mut self, name: &'static str, path: PagePath) -> PagePath {
        let line = self.line_of(name);
        self.diagnostics.refer(
            line,
            ReferenceSource::Field(name),
            ReferenceTarget::Page(path.clone()),
        );
        path
    }

    /// The path from the content folder of a file in `folder`, which must exist if it is
    /// named.
    pub(crate) fn attachment(&mut self, name: &'static str, folder: &str) -> Option<String> {
        let Verbatim(file) = self.optional(name)?;
        let path = format!("{folder}/{}", composed(&file));
        let line = self.line_of(name);
        self.diagnostics.refer(
            line,
            ReferenceSource::Field(name),
            ReferenceTarget::Attachment(path.as_str().into()),
        );
        Some(path)
    }

    /// A table inside this one.
    pub(crate) fn part<T: FromFields>(&mut self, name: &'static str) -> Option<T> {
        let node = self.lookup(name, false)?;
        self.read_part(name, node)
    }

    /// Tables inside this one.
    pub(crate) fn parts<T: FromFields>(&mut self, name: &'static str, required: bool) -> Vec<T> {
        match self.lookup(name, required) {
            Some(Node {
                value: Value::List(nodes),
                line,
            }) => {
                if required && nodes.is_empty() {
                    self.diagnostics.report(
                        *line,
                        format!("`{name}` is empty."),
                        format!("Write [[{name}]] on a line of its own and its fields below it."),
                    );
                }
                nodes
                    .iter()
                    .filter_map(|node| self.read_part(name, node))
                    .collect()
            }
            Some(node) => {
                self.not_a_table(name, node);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    fn read_part<T: FromFields>(&mut self, name: &str, node: &Node) -> Option<T> {
        if let Value::Table(table) = &node.value {
            return Fields::read(table, node.line, self.diagnostics);
        }
        self.not_a_table(name, node);
        None
    }

    fn not_a_table(&mut self, name: &str, node: &Node) {
        self.diagnostics.report(
            node.line,
            format!("`{name}` is {}; fields are needed.", node.value.kind()),
            format!("Write [[{name}]] on a line of its own and its fields below it."),
        );
    }

    /// Whether the field is there.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.table.get(name).is_some()
    }

    /// Whether the field is this text, letter for letter.
    pub(crate) fn says(&self, name: &str, text: &str) -> bool {
        let value = self.table.get(name).map(|node| &node.value);
        matches!(value, Some(Value::Text(value)) if value == text)
    }

    /// The line of a field, or of the record if the field is not there.
    pub(crate) fn line_of(&self, name: &str) -> u32 {
        self.table.get(name).map_or(self.line, |node| node.line)
    }

    /// Reports a contradiction between fields, at the line of one of them.
    pub(crate) fn report(&mut self, name: &str, message: &str, help: &str) {
        let line = self.line_of(name);
        self.diagnostics
            .report(line, format!("{} {message}", self.subject), help);
    }

    /// Reports a value that cannot be read, at its line.
    pub(crate) fn report_error(&mut self, name: &str, error: ParseError) {
        let line = self.line_of(name);
        let message = format!("`{name}`: {}", error.message);
        self.diagnostics.report(line, message, error.help);
    }

    fn finish(self) {
        let known = || self.specs.iter().map(|asked| asked.name);
        for (name, _) in &self.table.entries {
            if known().any(|known| known == name.text) {
                continue;
            }
            let help = match nearest(&name.text, known()) {
                Some(meant) => format!("Did you mean `{meant}`?"),
                None if self.specs.is_empty() => "Take it out.".into(),
                None => format!("Known fields: {}.", known().collect::<Vec<_>>().join(", ")),
            };
            self.diagnostics.report(
                name.line,
                format!("{} has an unknown field `{}`.", self.subject, name.text),
                help,
            );
        }
    }
}
