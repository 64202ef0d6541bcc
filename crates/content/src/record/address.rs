//! Addresses.

use crate::{
    Postcode, Slug,
    data::{Fields, FromFields},
};

/// A postal address.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Address {
    /// Its name for machines.
    pub slug: Slug,
    /// Its lines as printed, the postcode among them.
    pub lines: Vec<String>,
    /// The postcode once more, for maps and search.
    pub postcode: Postcode,
}

impl FromFields for Address {
    const NAME: &'static str = "address";

    fn from_fields(fields: &mut Fields<'_>) -> Option<Self> {
        let slug = fields.required("slug");
        let lines: Option<Vec<String>> = fields.required("lines");
        let postcode: Option<Postcode> = fields.required("postcode");
        if let (Some(lines), Some(postcode)) = (&lines, &postcode)
            && !lines.iter().any(|line| line.ends_with(postcode.as_str()))
        {
            fields.report(
                "lines",
                &format!("has no line that ends with its postcode {postcode}."),
                "Write the postcode at the end of a line, the same as in `postcode`.",
            );
        }
        Some(Self {
            slug: slug?,
            lines: lines?,
            postcode: postcode?,
        })
    }
}
