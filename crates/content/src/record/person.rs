//! People.

use crate::{
    Slug,
    data::{Fields, FromFields},
};

/// A person who holds a post. Children and adults in reviews are pseudonyms and never people.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Person {
    /// Its name for machines.
    pub slug: Slug,
    /// The name as published.
    pub name: String,
}

impl FromFields for Person {
    const NAME: &'static str = "person";

    fn from_fields(fields: &mut Fields<'_>) -> Option<Self> {
        let slug = fields.required("slug");
        let name = fields.required("name");
        Some(Self {
            slug: slug?,
            name: name?,
        })
    }
}
