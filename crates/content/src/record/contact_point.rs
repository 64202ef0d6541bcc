//! Contact points.

use crate::{
    Date, Email, Phone, Slug, WebAddress,
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
    /// The address of a mailbox or website.
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
        let kind = fields.required::<ContactKind>("kind");
        let number = fields.optional("number");
        let address_text = fields.optional::<String>("address_text");
        let hours = fields.optional("hours");
        let audience = fields.list("audience");
        let verified_on = fields.optional("verified_on");
        let review_by = fields.optional("review_by");
        if let Some(kind) = kind {
            let wanted = if kind.is_telephone() {
                "number"
            } else {
                "address_text"
            };
            if !fields.has(wanted) {
                fields.report(
                    "kind",
                    &format!("has no `{wanted}`."),
                    &format!("Add the field `{wanted}`."),
                );
                return None;
            }
            let problem = match (kind, &address_text) {
                (ContactKind::Email, Some(text)) => text.parse::<Email>().err(),
                (ContactKind::Website, Some(text)) => WebAddress::public(text).err(),
                _ => None,
            };
            if let Some(problem) = problem {
                fields.report_error("address_text", problem);
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

impl ContactPoint {
    /// Where a mailbox or website is; none of a telephone.
    pub fn online(&self) -> Option<OnlineAddress<'_>> {
        let text = self.address_text.as_deref()?;
        match self.kind {
            ContactKind::Phone | ContactKind::Textphone => None,
            ContactKind::Email => Some(OnlineAddress::Mailbox(text)),
            ContactKind::Website => Some(OnlineAddress::Website(text)),
        }
    }
}

/// Where a [`ContactPoint`] is that is no telephone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnlineAddress<'a> {
    /// The address of a mailbox.
    Mailbox(&'a str),
    /// The address of a website.
    Website(&'a str),
}

impl OnlineAddress<'_> {
    /// The address as readers see it: a website's without what all have.
    pub fn words(&self) -> &str {
        match self {
            Self::Mailbox(text) => text,
            Self::Website(text) => {
                let text = text.split_once("://").map_or(*text, |(_, rest)| rest);
                text.strip_suffix('/').unwrap_or(text)
            }
        }
    }
}

impl ContactKind {
    /// Whether it has a number and no address.
    pub(crate) fn is_telephone(self) -> bool {
        matches!(self, Self::Phone | Self::Textphone)
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
