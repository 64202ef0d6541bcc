//! The symbol table: all slugs, whether or not the rest of the record could be read. A record
//! with an error is in it, so that references to it are not reported as well.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::{
    ContentFile, Diagnostic, Slug,
    data::{Table, Value},
    diagnostics::Diagnostics,
    record::Kind,
    reserved,
};

#[derive(Debug, Default)]
pub(super) struct SymbolTable {
    places: BTreeMap<(Kind, Slug), Place>,
    unread: BTreeSet<Kind>,
}

/// Where a record stands.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) file: ContentFile,
    pub(super) line: u32,
    /// The lines of its fields.
    fields: Vec<(String, u32)>,
}

impl Place {
    /// The line of a field; that of the record if it has no such field.
    pub(super) fn line_of(&self, field: &str) -> u32 {
        let mut fields = self.fields.iter();
        fields
            .find(|(name, _)| name == field)
            .map_or(self.line, |(_, line)| *line)
    }
}

impl SymbolTable {
    /// Adds the record in `table`. A second one with the same slug is reported. One without a slug may
    /// be the one that others name.
    pub(super) fn define(
        &mut self,
        kind: Kind,
        table: &Table,
        line: u32,
        diagnostics: &mut Diagnostics,
    ) {
        let Some(Value::Text(text)) = table.get("slug").map(|node| &node.value) else {
            self.mark_unread(kind);
            return;
        };
        let Ok(slug) = text.parse() else { return };
        let fields = table.entries.iter();
        let fields = fields.map(|(name, node)| (name.text.clone(), node.line));
        self.define_at(kind, slug, line, fields.collect(), diagnostics);
    }

    /// Adds a record that is a file of its own.
    pub(super) fn define_slug(&mut self, kind: Kind, slug: Slug, diagnostics: &mut Diagnostics) {
        self.define_at(kind, slug, 1, Vec::new(), diagnostics);
    }

    fn define_at(
        &mut self,
        kind: Kind,
        slug: Slug,
        line: u32,
        fields: Vec<(String, u32)>,
        diagnostics: &mut Diagnostics,
    ) {
        let place = Place {
            file: diagnostics.file().clone(),
            line,
            fields,
        };
        let key = (kind, slug);
        if let Some(first) = self.places.get(&key) {
            let (plural, slug) = (kind.plural(), &key.1);
            let message = format!(
                "Two {plural} have the slug `{slug}`; the first is at {}:{}.",
                first.file, first.line
            );
            diagnostics.report(line, message, "Give one of them another slug.");
            return;
        }
        self.places.insert(key, place);
    }

    /// Reports the slugs that cannot be anchors, which those of other kinds never are, and those that
    /// are too long for a path.
    pub(super) fn reserved(&self) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        let anchors: HashSet<&str> = self
            .places
            .keys()
            .filter(|(kind, _)| kind.is_anchor())
            .map(|(_, slug)| slug.as_str())
            .collect();
        for ((kind, slug), place) in &self.places {
            if reserved::is_too_long(slug.as_str()) {
                diagnostics.push(Diagnostic::new(
                    &place.file,
                    place.line,
                    format!("This slug has {} letters.", slug.as_str().len()),
                    format!(
                        "Write one that fits a disk: {} are the most.",
                        reserved::MAX_NAME
                    ),
                ));
                continue;
            }
            let anchor = reserved::anchor(slug.as_str()).filter(|_| kind.is_anchor());
            let anchor = anchor.map(|holder| format!("as an anchor: {holder}"));
            // Parts that others may show have a page each, in a folder of this name.
            let folder = || reserved::refused_by_windows(slug.as_str());
            let Some(taken) = anchor.or_else(|| Some(format!("as a folder: {}", folder()?))) else {
                continue;
            };
            let free = reserved::free(slug, |id| {
                reserved::anchor(id).is_some()
                    || reserved::refused_by_windows(id).is_some()
                    || anchors.contains(id)
            });
            diagnostics.push(Diagnostic::new(
                &place.file,
                place.line,
                format!("The slug `{slug}` is taken {taken}."),
                format!("Write another one, such as `{free}`."),
            ));
        }
        diagnostics
    }

    /// Notes that records of this kind could not be read, so that none can be missed.
    pub(super) fn mark_unread(&mut self, kind: Kind) {
        self.unread.insert(kind);
    }

    pub(super) fn may_have(&self, kind: Kind, slug: &Slug) -> bool {
        self.unread.contains(&kind) || self.place(kind, slug).is_some()
    }

    pub(super) fn place(&self, kind: Kind, slug: &Slug) -> Option<&Place> {
        self.places.get(&(kind, slug.clone()))
    }

    /// The slugs of one kind.
    pub(super) fn slugs(&self, kind: Kind) -> impl Iterator<Item = &Slug> {
        self.places
            .keys()
            .filter(move |(known, _)| *known == kind)
            .map(|(_, slug)| slug)
    }
}
