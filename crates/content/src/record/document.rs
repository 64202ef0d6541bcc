//! Documents.

use super::Kind;
use crate::{
    Date, Period, Slug, WebAddress,
    data::{Fields, FromFields, named_values},
};

/// A document that the site offers, whether or not its file is here.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Document {
    /// Its name for machines.
    pub slug: Slug,
    /// The full title, unique in the site, so that a link makes sense out of context.
    pub title: String,
    /// What sort of document it is.
    pub r#type: DocumentType,
    /// The body whose document it is.
    pub owner: Slug,
    /// Whom to ask for it, if not the body that the site's settings name.
    pub ask: Option<Slug>,
    /// The series that it belongs to, such as `annual-report`.
    pub series: Option<Slug>,
    /// The years that it covers.
    pub period: Option<Period>,
    /// Its own date.
    pub date: Option<Date>,
    /// Whom it is for.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub audience: Vec<String>,
    /// Its file, from the content folder; a record names it from `documents/`.
    pub file: Option<String>,
    /// Where somebody else publishes it.
    pub url: Option<WebAddress>,
    /// Who publishes it there.
    pub holder: Option<String>,
    /// When the board published it.
    pub published_on: Option<Date>,
    /// On what terms it may be used.
    pub licence: Option<String>,
    /// Whose work it is.
    pub rights_holder: Option<String>,
    /// How many pages it has.
    pub pages: Option<u32>,
    /// The same in other forms, such as easy read.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub alternatives: Vec<Slug>,
}

impl FromFields for Document {
    const NAME: &'static str = "document";

    fn from_fields(fields: &mut Fields<'_>) -> Option<Self> {
        let slug = fields.required("slug");
        let title = fields.required("title");
        let type_ = fields.required("type");
        let owner = fields.required_record("owner", Kind::Body);
        let ask = fields.optional_record("ask", Kind::Body);
        let series = fields.optional("series");
        let period = fields.optional("period");
        let date = fields.optional("date");
        let audience = fields.list("audience");
        let file = fields.attachment("file", "documents");
        let url = fields.public_address("url");
        let holder = fields.optional("holder");
        let published_on = fields.optional("published_on");
        let licence = fields.optional("licence");
        let rights_holder = fields.optional("rights_holder");
        let pages = fields.optional("pages");
        let alternatives = fields.record_list("alternatives", Kind::Document);
        if fields.has("url") != fields.has("holder") {
            fields.report(
                "url",
                "has only one of `url` and `holder`.",
                "Say both where it is and who holds it, or neither.",
            );
        }
        if fields.has("url") && fields.has("file") {
            fields.report(
                "url",
                "has a `file` here and a `url` elsewhere.",
                "Keep the one that readers should get.",
            );
        }
        Some(Self {
            slug: slug?,
            title: title?,
            r#type: type_?,
            owner: owner?,
            ask,
            series,
            period,
            date,
            audience,
            file,
            url,
            holder,
            published_on,
            licence,
            rights_holder,
            pages,
            alternatives,
        })
    }
}

named_values! {
    /// What sort of document a [`Document`] is.
    #[allow(missing_docs, reason = "the names say it all")]
    pub enum DocumentType {
        Report = "report",
        ExecutiveSummary = "executive-summary",
        Briefing = "briefing",
        AnnualReport = "annual-report",
        Plan = "plan",
        Handbook = "handbook",
        Arrangements = "arrangements",
        Leaflet = "leaflet",
        Procedure = "procedure",
        Structure = "structure",
        Framework = "framework",
        Guidance = "guidance",
    }
}
