//! The kinds of record.

/// A kind of thing that has a slug.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Kind {
    Address,
    Area,
    Body,
    Check,
    ContactPoint,
    Correction,
    Document,
    Image,
    KnownIssue,
    Milestone,
    Person,
    Post,
    Review,
    Synonym,
    Term,
}

impl Kind {
    /// What one is called in a sentence.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::Area => "area",
            Self::Body => "body",
            Self::Check => "check",
            Self::ContactPoint => "contact point",
            Self::Correction => "correction",
            Self::Document => "document",
            Self::Image => "image",
            Self::KnownIssue => "known issue",
            Self::Milestone => "milestone",
            Self::Person => "person",
            Self::Post => "post",
            Self::Review => "review",
            Self::Synonym => "synonym",
            Self::Term => "term",
        }
    }

    /// What several are called.
    pub(crate) fn plural(self) -> &'static str {
        match self {
            Self::Address => "addresses",
            Self::Area => "areas",
            Self::Body => "bodies",
            Self::Check => "checks",
            Self::ContactPoint => "contact points",
            Self::Correction => "corrections",
            Self::Document => "documents",
            Self::Image => "images",
            Self::KnownIssue => "known issues",
            Self::Milestone => "milestones",
            Self::Person => "people",
            Self::Post => "posts",
            Self::Review => "reviews",
            Self::Synonym => "synonyms",
            Self::Term => "terms",
        }
    }

    /// Whether the slug of one is its anchor on the pages that it stands on.
    pub(crate) fn is_anchor(self) -> bool {
        match self {
            Self::Body
            | Self::Check
            | Self::Correction
            | Self::Document
            | Self::Image
            | Self::KnownIssue
            | Self::Milestone
            | Self::Person
            | Self::Review
            | Self::Term => true,
            Self::Address | Self::Area | Self::ContactPoint | Self::Post | Self::Synonym => false,
        }
    }

    /// The name of its tables: `[[contact_point]]`.
    pub(crate) fn table(self) -> &'static str {
        match self {
            Self::ContactPoint => "contact_point",
            Self::KnownIssue => "known_issue",
            other => other.name(),
        }
    }

    /// The file or folder that its records stand in, from the content folder.
    pub(crate) fn home(self) -> &'static str {
        match self {
            Self::Address => "records/addresses.toml",
            Self::Area => "site.toml",
            Self::Body => "records/bodies.toml",
            Self::Check | Self::KnownIssue => "records/accessibility.toml",
            Self::ContactPoint => "records/contact-points.toml",
            Self::Correction => "records/corrections.toml",
            Self::Document => "records/documents.toml",
            Self::Image => "records/images.toml",
            Self::Milestone => "records/milestones.toml",
            Self::Person => "records/people.toml",
            Self::Post => "records/posts.toml",
            Self::Review => "reviews/",
            Self::Synonym => "records/synonyms.toml",
            Self::Term => "records/terms.toml",
        }
    }
}
