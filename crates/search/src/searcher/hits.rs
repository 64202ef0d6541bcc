//! Hits: what is shown of the documents that were found.

use super::filter;
use super::highlight::{Highlighter, ScannedText};
use super::lookup::Lookup;
use super::reader::IndexReader;
use super::scored::ScoredDoc;
use crate::text::Normalizer;
use crate::top_k;
use crate::{Heading, Highlighted, Hit, Passage, SubResult};

/// The most sub-results of a hit.
const SUB_RESULTS: usize = 3;

/// How texts are shown.
pub(super) struct Texts {
    pub(super) highlighter: Highlighter,
    pub(super) normalizer: Normalizer,
    pub(super) titles_only: bool,
}

/// A passage, looked through for matches.
struct ScannedPassage<'p> {
    heading: Option<(&'p Heading, ScannedText<'p>)>,
    text: ScannedText<'p>,
    /// The weight of the matches in the text, and with those in the heading.
    text_weight: f32,
    weight: f32,
}

/// The hits for `shown`. `None` when files are pending.
#[inline(never)]
pub(super) fn hits<'d>(
    shown: impl Iterator<Item = &'d ScoredDoc>,
    texts: &Texts,
    reader: &mut IndexReader<'_>,
) -> Option<Vec<Hit>> {
    let mut hits = Vec::new();
    for scored in shown {
        let manifest = reader.manifest;
        let doc = reader.stored_doc(scored.document);
        let passages = match texts.titles_only {
            true => None,
            false => reader.passages(scored.document).ready(),
        };
        let partition = filter::partition(manifest, scored.document);
        let (Lookup::Ready(doc), Some(partition)) = (doc, partition) else {
            continue;
        };
        let passages = passages.unwrap_or_default();
        let passages = texts.scan_passages(&passages);
        hits.push(Hit {
            title: texts.scan(&doc.title).highlighted(),
            parent: Some(doc.parent).filter(|parent| !parent.is_empty()),
            address: doc.address,
            kind: partition.kind,
            section: manifest.sections[partition.section].clone(),
            year: partition.year,
            snippet: texts.snippet(&passages),
            sub_results: texts.sub_results(&passages),
            phones: doc.phones,
            score: scored.score,
        });
    }
    (reader.state() != Lookup::Pending).then_some(hits)
}

impl Texts {
    fn scan<'t>(&self, text: &'t str) -> ScannedText<'t> {
        self.highlighter.scan(text, self.normalizer)
    }

    fn scan_passages<'p>(&self, passages: &'p [Passage]) -> Vec<ScannedPassage<'p>> {
        let scan = |passage: &'p Passage| {
            let text = self.scan(&passage.text);
            let heading = passage.heading.as_ref();
            let heading = heading.map(|heading| (heading, self.scan(&heading.text)));
            let heading_weight = heading
                .as_ref()
                .map_or(0.0, |(_, scanned)| self.weight(scanned));
            let text_weight = self.weight(&text);
            ScannedPassage {
                heading,
                text,
                text_weight,
                weight: text_weight + heading_weight,
            }
        };
        passages.iter().map(scan).collect()
    }

    fn weight(&self, text: &ScannedText<'_>) -> f32 {
        text.best_window(&self.highlighter).weight
    }

    /// The snippet of the passage with the best text, of equal ones the first.
    fn snippet(&self, passages: &[ScannedPassage<'_>]) -> Highlighted {
        let mut best: Option<&ScannedPassage<'_>> = None;
        for passage in passages.iter().filter(|passage| !passage.text.is_empty()) {
            if best.is_none_or(|best| best.text_weight < passage.text_weight) {
                best = Some(passage);
            }
        }
        let snippet = best.map(|passage| passage.text.snippet(&self.highlighter));
        snippet.unwrap_or_default()
    }

    /// The best headings with matches, of those at least half as good as the best passage.
    fn sub_results(&self, passages: &[ScannedPassage<'_>]) -> Vec<SubResult> {
        let weights = passages.iter().map(|passage| passage.weight);
        let most = weights.fold(0.0, f32::max);
        let mut best: Vec<&ScannedPassage<'_>> = Vec::new();
        for passage in passages {
            if passage.heading.is_some() && passage.weight > 0.0 && passage.weight * 2.0 >= most {
                let place = best.partition_point(|better| !passage.is_before(better));
                top_k::insert(&mut best, place, passage, SUB_RESULTS);
            }
        }
        let sub_results = best.into_iter().filter_map(|passage| {
            let (heading, scanned) = passage.heading.as_ref()?;
            Some(SubResult {
                id: heading.id.clone(),
                heading: scanned.highlighted(),
                snippet: passage.text.snippet(&self.highlighter),
            })
        });
        sub_results.collect()
    }
}

impl ScannedPassage<'_> {
    /// Whether it is better than `other`; of equal ones that with the better text.
    fn is_before(&self, other: &Self) -> bool {
        let weights = |passage: &Self| (passage.weight, passage.text_weight);
        weights(self) > weights(other)
    }
}
