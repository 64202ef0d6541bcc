//! Milestones.

use crate::{
    Date, PagePath, Slug,
    data::{Fields, FromFields},
};

/// A date in the board's history.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Milestone {
    /// Its name for machines.
    pub slug: Slug,
    /// When, as precisely as it is known.
    pub date: Date,
    /// What happened, in a sentence.
    pub label: String,
    /// The page that tells more.
    pub page: Option<PagePath>,
    /// The duty behind it, in a sentence.
    pub duty: Option<String>,
}

impl FromFields for Milestone {
    const NAME: &'static str = "milestone";

    fn from_fields(fields: &mut Fields<'_>) -> Option<Self> {
        let slug = fields.required("slug");
        let date = fields.required("date");
        let label = fields.required("label");
        let page = fields.optional_page("page");
        let duty = fields.optional("duty");
        Some(Self {
            slug: slug?,
            date: date?,
            label: label?,
            page,
            duty,
        })
    }
}
