//! Unicode normalisation, which the caller provides.

/// Gives the Unicode NFKD of a text in lower case. The caller's, since the tables for it would
/// be a third of the code in the browser, which has them.
pub(crate) type Normalizer = fn(&str) -> String;

/// The Unicode NFKD of a text in lower case, for [`Searcher::open`](crate::Searcher::open) where
/// there is no browser to ask.
#[cfg(feature = "indexer")]
pub fn nfkd_lower(text: &str) -> String {
    let decomposed: String = unicode_normalization::UnicodeNormalization::nfkd(text).collect();
    decomposed.to_lowercase()
}
