//! Images.

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
    /// A drawing of this site's own that stands there as long as there is no file. It is
    /// decoration and says nothing of the picture that was published.
    pub stand_in: Option<String>,
    /// The width of whichever is here, in pixels.
    pub width: Option<u32>,
    /// Its height, in pixels.
    pub height: Option<u32>,
    /// What it shows, for those who cannot see it.
    pub alt: Option<String>,
    /// Who made it.
    pub credit: Option<String>,
    /// On what terms it may be used.
    pub licence: Option<String>,
}

impl Image {
    /// The file that stands on the page: its own, or the drawing in its place.
    pub(crate) fn shown(&self) -> Option<&String> {
        self.file.as_ref().or(self.stand_in.as_ref())
    }
}

impl FromFields for Image {
    const NAME: &'static str = "image";

    fn from_fields(fields: &mut Fields<'_>) -> Option<Self> {
        let slug = fields.required("slug");
        let page = fields.required_page("page");
        let published_alt = fields.required("published_alt");
        let file = fields.attachment("file", "images");
        let stand_in = fields.attachment("stand_in", "images");
        let width = fields.optional("width");
        let height = fields.optional("height");
        let alt = fields.optional("alt");
        let credit = fields.optional("credit");
        let licence = fields.optional("licence");
        if fields.has("file") && !(fields.has("alt") && fields.has("licence")) {
            fields.report(
                "file",
                "has a file but no `alt` or no `licence`.",
                "Say what it shows and on what terms it may be used.",
            );
        }
        for file in ["file", "stand_in"] {
            if fields.has(file) && !(fields.has("width") && fields.has("height")) {
                fields.report(
                    file,
                    "has a picture but no `width` or no `height`.",
                    "Give its size in pixels, so that the text does not move when it comes.",
                );
            }
        }
        Some(Self {
            slug: slug?,
            page: page?,
            published_alt: published_alt?,
            file,
            stand_in,
            width,
            height,
            alt,
            credit,
            licence,
        })
    }
}
