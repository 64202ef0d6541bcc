//! Contact points.

use crate::{
    Date, Phone, Slug,
    data::{Fields, FromFields, named_values},
};

/// A number or address that somebody answers, and when that was last checked.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ContactPoint {
    /// Its name for machines.
    pub slug: Slug,
    /// What sort of contact it is.
    pub kind: ContactKind,
    /// The number as printed, of a phone or textphone.
    pub number: Option<Phone>,
    /// The address of an email box or website.
    pub address_text: Option<String>,
    /// When it is answered.
    pub hours: Option<String>,
    /// Whom it is for.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub audience: Vec<String>,
    /// When somebody last checked that it works.
    pub verified_on: Option<Date>,
    /// When it must be checked again.
    pub review_by: Option<Date>,
}

impl FromFields for ContactPoint {
    const NAME: &'static str = "contact point";

    fn from_fields(fields: &mut Fields<'_>) -> Option<Self> {
        let slug = fields.required("slug");
        let kind = fields.required("kind");
        let number = fields.optional("number");
        let address_text = fields.optional("address_text");
        let hours = fields.optional("hours");
        let audience = fields.list("audience");
        let verified_on = fields.optional("verified_on");
        let review_by = fields.optional("review_by");
        if let Some(kind) = kind {
            let dialled = matches!(kind, ContactKind::Phone | ContactKind::Textphone);
            let wanted = if dialled { "number" } else { "address_text" };
            let given = if dialled {
                fields.has("number")
            } else {
                fields.has("address_text")
            };
            if !given {
                fields.report(
                    "kind",
                    &format!("has no `{wanted}`."),
                    &format!("Add the field `{wanted}`."),
                );
                return None;
            }
        }
        Some(Self {
            slug: slug?,
            kind: kind?,
            number,
            address_text,
            hours,
            audience,
            verified_on,
            review_by,
        })
    }
}

named_values! {
    /// What sort of contact a [`ContactPoint`] is.
    #[allow(missing_docs, reason = "the names say it all")]
    pub enum ContactKind {
        Phone = "phone",
        Textphone = "textphone",
        Email = "email",
        Website = "website",
    }
}
