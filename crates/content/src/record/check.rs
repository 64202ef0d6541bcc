//! Checks: what was tested for accessibility.

use crate::{
    Date, Precision, Slug,
    data::{Fields, FromFields},
};

/// A test of how accessible the site is: what was looked at, with what, when, and what
/// came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Check {
    /// Its name for machines.
    pub slug: Slug,
    /// What was tested, in plain words.
    pub what: String,
    /// The name of the tool.
    pub tool: String,
    /// The version of the tool.
    pub version: String,
    /// The day of the test.
    pub date: Date,
    /// What came of it, in a plain sentence.
    pub result: String,
}

impl FromFields for Check {
    const NAME: &'static str = "check";

    fn from_fields(fields: &mut Fields<'_>) -> Option<Self> {
        let slug = fields.required("slug");
        let what = fields.required("what");
        let tool = fields.required("tool");
        let version = fields.required("version");
        let date = fields.required::<Date>("date");
        let result = fields.required("result");
        if date.is_some_and(|date| date.precision() != Precision::Day) {
            fields.report(
                "date",
                "is not dated to the day.",
                "Give the day of the test: 2026-11-23.",
            );
        }
        Some(Self {
            slug: slug?,
            what: what?,
            tool: tool?,
            version: version?,
            date: date?,
            result: result?,
        })
    }
}
