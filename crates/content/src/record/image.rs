//! Images.

use super::{Kind, Record};
use crate::{
    PagePath, Slug,
    data::{Fields, FromFields},
};

/// A picture that was published, whether or not its file is here.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Image {
    /// Its name for machines.
    pub slug: Slug,
    /// The page that it stands on.
    pub page: PagePath,
    /// The text that was published in its place.
    pub published_alt: String,
    /// Its file, from the content folder; a record names it from `images/`.
    pub file: Option<String>,
    /// What it shows, for those who cannot see it.
    pub alt: Option<String>,
    /// Who made it.
    pub credit: Option<String>,
    /// On what terms it may be used.
    pub licence: Option<String>,
}

impl FromFields for Image {
    const NAME: &'static str = "image";

    fn from_fields(fields: &mut Fields<'_>) -> Option<Self> {
        let slug = fields.required("slug");
        let page = fields.required_page("page");
        let published_alt = fields.required("published_alt");
        let file = fields.attachment("file", "images");
        let alt = fields.optional("alt");
        let credit = fields.optional("credit");
        let licence = fields.optional("licence");
        if fields.has("file") && !(fields.has("alt") && fields.has("licence")) {
            fields.problem(
                "file",
                "has a file but no `alt` or no `licence`.",
                "Say what it shows and on what terms it may be used.",
            );
        }
        Some(Self {
            slug: slug?,
            page: page?,
            published_alt: published_alt?,
            file,
            alt,
            credit,
            licence,
        })
    }
}

impl Record for Image {
    const KIND: Kind = Kind::Image;

    fn slug(&self) -> &Slug {
        &self.slug
    }
}
