//! Reviews.

use super::Kind;
use crate::{
    Date, Slug,
    data::{Fields, FromFields, named_values},
    markdown::BlockNode,
};

/// A published review. The children and adults in it have pseudonyms and are never people
/// of the site.
#[derive(Debug)]
pub struct Review {
    /// Its name for machines: the name of its file.
    pub slug: Slug,
    /// The title as published.
    pub title: String,
    /// What sort of review it is.
    pub kind: ReviewKind,
    /// The pseudonyms of those it is about.
    pub pseudonyms: Vec<String>,
    /// Its date, to the month or the day.
    pub date: Date,
    /// When it was published, if that is known apart from its date.
    pub published_on: Option<Date>,
    /// Whether it is shown.
    pub status: ReviewStatus,
    /// What it is about, for lists of reviews.
    pub themes: Vec<String>,
    /// Its documents.
    pub attachments: Vec<ReviewAttachment>,
    /// The published lines below the title.
    pub(crate) body: Vec<BlockNode>,
}

impl Review {
    /// The day until which it must stay published: twelve months after it was published
    /// (Working Together to Safeguard Children 2015, chapter 4, on serious case reviews),
    /// and the end of that month if only the month is known.
    pub fn must_stay_until(&self) -> Date {
        self.published_on
            .unwrap_or(self.date)
            .a_year_later()
            .last_day()
    }
}

/// What the front matter of a review says.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct ReviewFacts {
    /// The title as published.
    pub(crate) title: String,
    /// What sort of review it is.
    pub(crate) kind: ReviewKind,
    /// The pseudonyms of those it is about.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) pseudonyms: Vec<String>,
    /// Its date, to the month or the day.
    pub(crate) date: Date,
    /// When it was published, if that is known apart from its date.
    pub(crate) published_on: Option<Date>,
    /// Whether it is shown; `live` if nothing is said.
    pub(crate) status: Option<ReviewStatus>,
    /// What it is about, for lists of reviews.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) themes: Vec<String>,
    /// Its documents.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) attachments: Vec<ReviewAttachment>,
}

impl FromFields for ReviewFacts {
    const NAME: &'static str = "review";

    fn from_fields(fields: &mut Fields<'_>) -> Option<Self> {
        let title = fields.required("title");
        let kind = fields.required("kind");
        let pseudonyms = fields.list("pseudonyms");
        let date = fields.required::<Date>("date");
        let published_on = fields.optional("published_on");
        let status = fields.optional("status");
        let themes = fields.list("themes");
        let attachments = fields.parts("attachments", false);
        if date.is_some_and(|date| date.precision() == crate::Precision::Year) {
            fields.report(
                "date",
                "is dated to the year alone.",
                "Give its month, 2019-04, or its day, 2019-04-25.",
            );
        }
        Some(Self {
            title: title?,
            kind: kind?,
            pseudonyms,
            date: date?,
            published_on,
            status,
            themes,
            attachments,
        })
    }
}

impl ReviewFacts {
    /// The review of these facts.
    pub(crate) fn with(self, slug: Slug, body: Vec<BlockNode>) -> Review {
        Review {
            slug,
            title: self.title,
            kind: self.kind,
            pseudonyms: self.pseudonyms,
            date: self.date,
            published_on: self.published_on,
            status: self.status.unwrap_or(ReviewStatus::Live),
            themes: self.themes,
            attachments: self.attachments,
            body,
        }
    }
}

/// A document of a review and the part that it plays.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReviewAttachment {
    /// The part that it plays.
    pub role: ReviewRole,
    /// The document.
    pub document: Slug,
}

impl FromFields for ReviewAttachment {
    const NAME: &'static str = "attachment";

    fn from_fields(fields: &mut Fields<'_>) -> Option<Self> {
        let role = fields.required("role");
        let document = fields.required_record("document", Kind::Document);
        Some(Self {
            role: role?,
            document: document?,
        })
    }
}

named_values! {
    /// What sort of review a [`Review`] is.
    #[allow(missing_docs, reason = "the names say it all")]
    pub enum ReviewKind {
        SeriousCaseReview = "serious-case-review",
        ChildSafeguardingPracticeReview = "child-safeguarding-practice-review",
        LearningReview = "learning-review",
    }
}

named_values! {
    /// Whether a [`Review`] is shown.
    pub enum ReviewStatus {
        /// Shown.
        Live = "live",
        /// Shown in the list of all reviews, and no longer among the latest.
        Archived = "archived",
        /// Taken back: only its date and that it is gone are shown.
        Withdrawn = "withdrawn",
    }
}

named_values! {
    /// The part that a document plays in a [`Review`].
    #[allow(missing_docs, reason = "the names say it all")]
    pub enum ReviewRole {
        Report = "report",
        ExecutiveSummary = "executive-summary",
        Briefing = "briefing",
    }
}

impl ReviewRole {
    /// What the document is called before its title.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Report => "Report",
            Self::ExecutiveSummary => "Executive summary",
            Self::Briefing => "Briefing",
        }
    }
}
