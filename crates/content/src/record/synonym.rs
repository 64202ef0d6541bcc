//! Synonyms.

use crate::{
    Slug,
    data::{Fields, FromFields},
};

/// Everyday words that readers search with, and what the site says instead. Unlike a term it
/// is not shown anywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Synonym {
    /// Its name for machines.
    pub slug: Slug,
    /// The words or phrases that readers search with.
    pub words: Vec<String>,
    /// What else they mean on this site, one way: whoever searches for these finds nothing
    /// more. Without this field, `words` stand for each other. An empty list says that they
    /// are words in their own right, which are not to be read as slips of other words.
    pub means: Option<Vec<String>>,
}

impl FromFields for Synonym {
    const NAME: &'static str = "synonym";

    fn from_fields(fields: &mut Fields<'_>) -> Option<Self> {
        let slug = fields.required("slug");
        let words = fields.required::<Vec<String>>("words");
        let means = fields.optional::<Vec<String>>("means");
        if let Some(words) = &words {
            let least = if fields.has("means") { 1 } else { 2 };
            if words.len() < least {
                fields.report(
                    "words",
                    "has too few words to mean the same.",
                    "Give it two words that stand for each other, or a word and what it `means`.",
                );
            }
            let all = || words.iter().chain(means.iter().flatten());
            if let Some(empty) = all().find(|word| !word.contains(char::is_alphanumeric)) {
                fields.report(
                    "words",
                    &format!("has “{empty}”, which is no word."),
                    "Write words or phrases of letters and digits.",
                );
            }
            let mut folded: Vec<String> = all().map(|word| word.to_lowercase()).collect();
            folded.sort();
            if let Some(pair) = folded.windows(2).find(|pair| pair[0] == pair[1]) {
                fields.report(
                    "words",
                    &format!("has “{}” twice.", pair[0]),
                    "Take one of them out.",
                );
            }
        }
        Some(Self {
            slug: slug?,
            words: words?,
            means,
        })
    }
}
