//! All slugs, whether or not the rest of the record could be read: a record with a fault
//! is there all the same, and what names it is right to.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    sync::Arc,
};

use crate::{
    Problem, Slug,
    data::{Table, Value},
    findings::Findings,
    record::Kind,
    taken,
};

#[derive(Debug, Default)]
pub(super) struct Register {
    places: BTreeMap<(Kind, Slug), Place>,
    unread: BTreeSet<Kind>,
}

/// Where a record stands.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) file: Arc<str>,
    pub(super) line: u32,
}

impl Register {
    /// Enters the record in `table`. A second one with the same slug is a problem.
    pub(super) fn enter(&mut self, kind: Kind, table: &Table, line: u32, findings: &mut Findings) {
        let Some(Value::Text(text)) = table.get("slug").map(|node| &node.value) else {
            return;
        };
        let Ok(slug) = text.parse() else { return };
        self.enter_slug(kind, slug, line, findings);
    }

    pub(super) fn enter_slug(
        &mut self,
        kind: Kind,
        slug: Slug,
        line: u32,
        findings: &mut Findings,
    ) {
        let place = Place {
            file: findings.file(),
            line,
        };
        let key = (kind, slug);
        if let Some(first) = self.places.get(&key) {
            let (plural, slug) = (kind.plural(), &key.1);
            let message = format!(
                "Two {plural} have the slug `{slug}`; the first is at content/{}:{}.",
                first.file, first.line
            );
            findings.problem(line, message, "Give one of them another slug.");
            return;
        }
        self.places.insert(key, place);
    }

    /// Reports the slugs that cannot be anchors. Those of other kinds never are.
    pub(super) fn taken(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let anchors: HashSet<&str> = self
            .places
            .keys()
            .filter(|(kind, _)| kind.is_anchor())
            .map(|(_, slug)| slug.as_str())
            .collect();
        for ((kind, slug), place) in &self.places {
            let Some(holder) = taken::anchor(slug.as_str()).filter(|_| kind.is_anchor()) else {
                continue;
            };
            let free = taken::free(slug, |id| {
                taken::anchor(id).is_some() || anchors.contains(id)
            });
            let mut findings = Findings::new(&place.file);
            findings.problem(
                place.line,
                format!("The slug `{slug}` is taken as an anchor: {holder}."),
                format!("Write another one, such as `{free}`."),
            );
            problems.extend(findings.problems);
        }
        problems
    }

    /// Notes that records of this kind could not be read, so that none can be missed.
    pub(super) fn unread(&mut self, kind: Kind) {
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
