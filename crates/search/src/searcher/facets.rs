//! Filters. A document's number says its section, kind and year.

use super::values::Value;
use crate::format::root::{Group, Root};
use crate::{Count, Facets, Filter};

/// The group of a document.
pub(super) fn group(root: &Root, document: usize) -> Option<&Group> {
    let mut end = 0;
    root.groups.iter().find(|group| {
        end += group.documents;
        document < end
    })
}

/// Leaves of `values`, which are by ascending number, those that pass a filter.
pub(super) fn retain(root: &Root, filter: &Filter, values: &mut Vec<Value>) {
    if *filter == Filter::default() {
        return;
    }
    let mut groups = root.groups.iter();
    let (mut end, mut passes) = (0, false);
    values.retain(|value| {
        while value.document >= end {
            let Some(group) = groups.next() else {
                return false;
            };
            end += group.documents;
            passes = section(root, filter, group) && kind(filter, group) && year(filter, group);
        }
        passes
    });
}

fn section(root: &Root, filter: &Filter, group: &Group) -> bool {
    let wanted = filter.section.as_ref();
    wanted.is_none_or(|wanted| *wanted == root.sections[group.section])
}

fn kind(filter: &Filter, group: &Group) -> bool {
    filter.kind.is_none_or(|kind| kind == group.kind)
}

fn year(filter: &Filter, group: &Group) -> bool {
    filter.year.is_none_or(|year| group.year == Some(year))
}

/// How many of `values`, which are by ascending number, each filter would leave.
pub(super) fn count(root: &Root, filter: &Filter, values: &[Value]) -> Facets {
    let mut facets = Facets::default();
    let (mut start, mut first) = (0, 0);
    for group in &root.groups {
        first += group.documents;
        let end = values.partition_point(|value| value.document < first);
        let hits = end - start;
        start = end;
        if hits == 0 {
            continue;
        }
        let (section, kind, year) = (
            section(root, filter, group),
            kind(filter, group),
            year(filter, group),
        );
        if kind && year {
            // The groups are in the order of the sections.
            add(
                &mut facets.sections,
                &root.sections[group.section],
                hits,
                |_, _| true,
            );
        }
        if section && year {
            add(&mut facets.kinds, &group.kind, hits, |one, two| one < two);
        }
        if let Some(year) = group.year.filter(|_| section && kind) {
            add(&mut facets.years, &year, hits, |one, two| one > two);
        }
    }
    facets
}

/// Counts `hits` of a value, which stands behind those that are `before` it.
fn add<T: Clone + PartialEq>(
    counts: &mut Vec<Count<T>>,
    value: &T,
    hits: usize,
    before: fn(&T, &T) -> bool,
) {
    if let Some(count) = counts.iter_mut().find(|count| count.value == *value) {
        count.hits += hits;
        return;
    }
    let place = counts.partition_point(|count| before(&count.value, value));
    let value = value.clone();
    counts.insert(place, Count { value, hits });
}
