//! Corrections.

use crate::{
    PagePath, Slug,
    data::{Fields, FromFields},
};

/// A slip in the published words, which stay, and how they should read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Correction {
    /// Its name for machines.
    pub slug: Slug,
    /// The page that the words stand on.
    pub page: PagePath,
    /// The words as published.
    pub published: String,
    /// How they should read.
    pub corrected: String,
    /// Why, in a sentence.
    pub why: String,
}

impl FromFields for Correction {
    const NAME: &'static str = "correction";

    fn from_fields(fields: &mut Fields<'_>) -> Option<Self> {
        let slug = fields.required("slug");
        let page = fields.required_page("page");
        let published: Option<String> = fields.required("published");
        let corrected: Option<String> = fields.required("corrected");
        if published.is_some() && published == corrected {
            fields.report(
                "corrected",
                "has the words as they were published.",
                "Write in `corrected` how they should read, or take the record out.",
            );
        }
        let why = fields.required("why");
        Some(Self {
            slug: slug?,
            page: page?,
            published: published?,
            corrected: corrected?,
            why: why?,
        })
    }
}
