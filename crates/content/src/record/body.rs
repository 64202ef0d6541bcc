//! Bodies: boards, teams, groups, panels and partners.

use super::Kind;
use crate::{
    Date, Slug, WebAddress,
    data::{Fields, FromFields, named_values},
};

/// A board, team, panel or partner.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Body {
    /// Its name for machines.
    pub slug: Slug,
    /// The name as published, unabridged.
    pub name: String,
    /// What sort of body it is.
    pub kind: BodyKind,
    /// The body that it is part of.
    pub parent: Option<Slug>,
    /// Other names that the text uses.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub aliases: Vec<String>,
    /// Its short form.
    pub acronym: Option<String>,
    /// What it does, a sentence or phrase each.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub functions: Vec<String>,
    /// What it is for.
    pub purpose: Option<String>,
    /// The areas that it covers.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub areas: Vec<Slug>,
    /// When it was formed.
    pub formed: Option<Date>,
    /// Where it is.
    pub address: Option<Slug>,
    /// Whether its card begins with the address, as published.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub address_first: bool,
    /// Its own number.
    pub phone: Option<Slug>,
    /// What stands before the number, `Tel:` if nothing is given.
    pub phone_label: Option<String>,
    /// Its mailboxes, and what of it is on other websites than its own.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub online: Vec<Slug>,
    /// Its own site.
    pub website: Option<WebAddress>,
}

impl Body {
    /// All ways to reach it.
    pub(crate) fn points(&self) -> impl Iterator<Item = &Slug> {
        self.phone.iter().chain(&self.online)
    }
}

impl FromFields for Body {
    const NAME: &'static str = "body";

    fn from_fields(fields: &mut Fields<'_>) -> Option<Self> {
        let slug = fields.required("slug");
        let name = fields.required("name");
        let kind = fields.required("kind");
        let parent = fields.optional_record("parent", Kind::Body);
        let aliases = fields.list("aliases");
        let acronym = fields.optional("acronym");
        let functions = fields.list("functions");
        let purpose = fields.optional("purpose");
        let areas = fields.record_list("areas", Kind::Area);
        let formed = fields.optional("formed");
        let address = fields.optional_record("address", Kind::Address);
        let address_first = fields.optional("address_first").unwrap_or_default();
        let phone = fields.optional_record("phone", Kind::ContactPoint);
        let phone_label = fields.optional("phone_label");
        let online = fields.record_list("online", Kind::ContactPoint);
        let website = fields.public_address("website");
        Some(Self {
            slug: slug?,
            name: name?,
            kind: kind?,
            parent,
            aliases,
            acronym,
            functions,
            purpose,
            areas,
            formed,
            address,
            address_first,
            phone,
            phone_label,
            online,
            website,
        })
    }
}

named_values! {
    /// What sort of body a [`Body`] is.
    #[allow(missing_docs, reason = "the names say it all")]
    pub enum BodyKind {
        Board = "board",
        Team = "team",
        Group = "group",
        Panel = "panel",
        Partner = "partner",
        Department = "department",
        Partnership = "partnership",
    }
}
