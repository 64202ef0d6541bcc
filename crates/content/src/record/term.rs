//! Terms.

use crate::{
    Slug,
    data::{Fields, FromFields},
};

/// A word or short form that needs explaining.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Term {
    /// Its name for machines.
    pub slug: Slug,
    /// The short form.
    pub acronym: Option<String>,
    /// What it stands for or means.
    pub meaning: String,
    /// Other words that readers look for it by.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub synonyms: Vec<String>,
}

impl Term {
    /// Its other words, in a sentence.
    pub(crate) fn also(&self) -> String {
        format!("Also: {}.", self.synonyms.join(", "))
    }
}

impl FromFields for Term {
    const NAME: &'static str = "term";

    fn from_fields(fields: &mut Fields<'_>) -> Option<Self> {
        let slug = fields.required("slug");
        let acronym: Option<String> = fields.optional("acronym");
        let meaning = fields.required("meaning");
        let synonyms: Vec<String> = fields.list("synonyms");
        if acronym.is_none() && synonyms.is_empty() && !fields.has("acronym") {
            fields.report(
                "meaning",
                "has neither an acronym nor synonyms, so that it explains nothing.",
                "Add `acronym` with the short form, or `synonyms` with other words for it.",
            );
        }
        Some(Self {
            slug: slug?,
            acronym,
            meaning: meaning?,
            synonyms,
        })
    }
}
