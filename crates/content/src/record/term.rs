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

impl FromFields for Term {
    const NAME: &'static str = "term";

    fn from_fields(fields: &mut Fields<'_>) -> Option<Self> {
        let slug = fields.required("slug");
        let acronym = fields.optional("acronym");
        let meaning = fields.required("meaning");
        let synonyms = fields.list("synonyms");
        Some(Self {
            slug: slug?,
            acronym,
            meaning: meaning?,
            synonyms,
        })
    }
}
