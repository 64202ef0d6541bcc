//! Posts.

use super::Kind;
use crate::{
    Slug,
    data::{Fields, FromFields},
};

/// A post, which stays when its holder goes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Post {
    /// Its name for machines.
    pub slug: Slug,
    /// The title as published.
    pub title: String,
    /// The body that it belongs to.
    pub body: Slug,
    /// Who holds it; nobody if it is vacant.
    pub person: Option<Slug>,
    /// Its number.
    pub phone: Option<Slug>,
    /// What stands before the number, `Tel.` if nothing is given.
    pub phone_label: Option<String>,
    /// Its mailbox and website.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub online: Vec<Slug>,
}

impl Post {
    /// All ways to reach it.
    pub(crate) fn points(&self) -> impl Iterator<Item = &Slug> {
        self.phone.iter().chain(&self.online)
    }
}

impl FromFields for Post {
    const NAME: &'static str = "post";

    fn from_fields(fields: &mut Fields<'_>) -> Option<Self> {
        let slug = fields.required("slug");
        let title = fields.required("title");
        let body = fields.required_record("body", Kind::Body);
        let person = fields.optional_record("person", Kind::Person);
        let phone = fields.optional_record("phone", Kind::ContactPoint);
        let phone_label = fields.optional("phone_label");
        let online = fields.record_list("online", Kind::ContactPoint);
        Some(Self {
            slug: slug?,
            title: title?,
            body: body?,
            person,
            phone,
            phone_label,
            online,
        })
    }
}
