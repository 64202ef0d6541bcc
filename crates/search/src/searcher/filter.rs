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

/// How many documents each value of each filter would leave. `docs` are by ascending number.
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
            add(&mut facets.sections, section, hits, |_, _| true);
        }
        if in_section && of_year {
            let kind = &partition.kind;
            add(&mut facets.kinds, kind, hits, |one, two| one < two);
        }
        if let Some(year) = partition.year.filter(|_| in_section && of_kind) {
            add(&mut facets.years, &year, hits, |one, two| one > two);
        }
    }
    facets
}

/// Adds `hits` to the count of a value, which is put after those that are `before` it.
fn add<T: Clone + PartialEq>(
    counts: &mut Vec<FacetCount<T>>,
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
    counts.insert(place, FacetCount { value, hits });
}
