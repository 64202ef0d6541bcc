//! Known issues: what is not accessible.

use crate::{
    Criterion, Date, PagePath, Slug,
    data::{Fields, FromFields},
};

/// Something about the site that somebody cannot use, or not easily.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KnownIssue {
    /// Its name for machines.
    pub slug: Slug,
    /// What is wrong, in a plain phrase.
    pub what: String,
    /// Whom it affects, in words that follow “This affects”: `people who use a keyboard`.
    pub who_it_affects: String,
    /// What they can do in the meantime, in a sentence.
    pub workaround: Option<String>,
    /// The success criterion that it fails.
    pub criterion: Option<Criterion>,
    /// The page that it is on, if it is not on all of them.
    pub page: Option<PagePath>,
    /// When it is to be put right.
    pub fix_by: Option<Date>,
}

impl FromFields for KnownIssue {
    const NAME: &'static str = "known issue";

    fn from_fields(fields: &mut Fields<'_>) -> Option<Self> {
        let slug = fields.required("slug");
        let what = fields.required("what");
        let who_it_affects = fields.required("who_it_affects");
        let workaround = fields.optional("workaround");
        let criterion = fields.optional("criterion");
        let page = fields.optional_page("page");
        let fix_by = fields.optional("fix_by");
        Some(Self {
            slug: slug?,
            what: what?,
            who_it_affects: who_it_affects?,
            workaround,
            criterion,
            page,
            fix_by,
        })
    }
}
