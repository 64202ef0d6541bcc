//! Phrases. The index has no positions: the best documents are read and looked through.

use super::lookup::Lookup;
use super::rank;
use super::reader::IndexReader;
use super::scored::ScoredDoc;
use crate::text::{Normalizer, tokenize};

/// How many of the best documents are read for a phrase.
pub(super) const MAX_VERIFIED: usize = 20;

/// Those of the best documents that have every phrase, by ascending number. `None` when files
/// are pending.
#[inline(never)]
pub(super) fn verify(
    all: &[ScoredDoc],
    phrases: &[Vec<String>],
    reader: &mut IndexReader<'_>,
    normalizer: Normalizer,
) -> Option<Vec<ScoredDoc>> {
    let mut kept = Vec::new();
    for doc in rank::best(all, MAX_VERIFIED) {
        let fields = fields_of(doc.document, reader, normalizer);
        let has = |phrase: &Vec<String>| {
            let mut fields = fields.iter();
            fields.any(|forms| forms.windows(phrase.len()).any(|forms| forms == phrase))
        };
        if phrases.iter().all(has) {
            let place = kept.partition_point(|before: &ScoredDoc| before.document < doc.document);
            kept.insert(place, doc);
        }
    }
    (reader.state() != Lookup::Pending).then_some(kept)
}

/// The forms of a document's title, headings and passages, each a list of its own: a phrase does
/// not run from one to the next. Empty if they cannot be read.
fn fields_of(
    document: usize,
    reader: &mut IndexReader<'_>,
    normalizer: Normalizer,
) -> Vec<Vec<String>> {
    let forms = |text: &str| {
        let tokens = tokenize(text, normalizer).into_iter();
        let plain = tokens.filter(|token| !token.is_variant);
        plain.map(|token| token.form).collect()
    };
    let (doc, passages) = (reader.stored_doc(document), reader.passages(document));
    let (Lookup::Ready(doc), Lookup::Ready(passages)) = (doc, passages) else {
        return Vec::new();
    };
    let mut fields = vec![forms(&doc.title)];
    for passage in &passages {
        fields.extend(passage.heading.iter().map(|heading| forms(&heading.text)));
        fields.push(forms(&passage.text));
    }
    fields
}
