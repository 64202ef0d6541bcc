//! Filters and facets. A document's number says its section, kind and year: those of a partition
//! are consecutive.

use super::scored::ScoredDoc;
use crate::format::manifest::{Manifest, Partition};
use crate::{FacetCount, Facets, Filter};

/// The partition of a document.
pub(super) fn partition(manifest: &Manifest, document: usize) -> Option<&Partition> {
    let mut end = 0;
    manifest.partitions.iter().find(|partition| {
        end += partition.documents;
        document < end
    })
}

/// Removes the documents that do not pass a filter. `docs` are by ascending number.
#[inline(never)]
pub(super) fn retain(manifest: &Manifest, filter: &Filter, docs: &mut Vec<ScoredDoc>) {
    if *filter == Filter::default() {
        return;
    }
    let mut partitions = manifest.partitions.iter();
    let (mut end, mut passes) = (0, false);
    docs.retain(|doc| {
        while doc.document >= end {
            let Some(partition) = partitions.next() else {
                return false;
            };
            end += partition.documents;
            passes = section(manifest, filter, partition)
                && kind(filter, partition)
                && year(filter, partition);
        }
        passes
    });
}

fn section(manifest: &Manifest, filter: &Filter, partition: &Partition) -> bool {
    let wanted = filter.section.as_ref();
    wanted.is_none_or(|wanted| *wanted == manifest.sections[partition.section])
}

fn kind(filter: &Filter, partition: &Partition) -> bool {
    filter.kind.is_none_or(|kind| kind == partition.kind)
}

fn year(filter: &Filter, partition: &Partition) -> bool {
    filter.year.is_none_or(|year| partition.year == Some(year))
}

/// How many documents each value of each filter would leave; what is chosen is there though it
/// leaves none. `docs` are by ascending number.
#[inline(never)]
pub(super) fn facets(manifest: &Manifest, filter: &Filter, docs: &[ScoredDoc]) -> Facets {
    let mut facets = Facets::default();
    let (mut start, mut first) = (0, 0);
    for partition in &manifest.partitions {
        first += partition.documents;
        let end = docs.partition_point(|doc| doc.document < first);
        let hits = end - start;
        start = end;
        if hits == 0 {
            continue;
        }
        let in_section = section(manifest, filter, partition);
        let of_kind = kind(filter, partition);
        let of_year = year(filter, partition);
        if of_kind && of_year {
            // Partitions are in the order of the sections.
            let section = &manifest.sections[partition.section];
            add(&mut facets.sections, Some(section), hits, |_, _| true);
        }
        if in_section && of_year {
            add(&mut facets.kinds, Some(&partition.kind), hits, ascending);
        }
        if in_section && of_kind {
            add(&mut facets.years, partition.year.as_ref(), hits, descending);
        }
    }
    add(&mut facets.sections, filter.section.as_ref(), 0, |_, _| {
        true
    });
    add(&mut facets.kinds, filter.kind.as_ref(), 0, ascending);
    add(&mut facets.years, filter.year.as_ref(), 0, descending);
    facets
}

fn ascending<T: PartialOrd>(one: &T, two: &T) -> bool {
    one < two
}

fn descending<T: PartialOrd>(one: &T, two: &T) -> bool {
    one > two
}

/// Adds `hits` to the count of a value, if there is one. It is put after those that are `before` it.
fn add<T: Clone + PartialEq>(
    counts: &mut Vec<FacetCount<T>>,
    value: Option<&T>,
    hits: usize,
    before: fn(&T, &T) -> bool,
) {
    let Some(value) = value else { return };
    if let Some(count) = counts.iter_mut().find(|count| count.value == *value) {
        count.hits += hits;
        return;
    }
    let place = counts.partition_point(|count| before(&count.value, value));
    let value = value.clone();
    counts.insert(place, FacetCount { value, hits });
}
