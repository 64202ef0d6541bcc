//! The kinds of record: another one is an entry more in the table at the end of this file.

use super::{
    Address, Body, Check, ContactPoint, Correction, Document, Image, KnownIssue, Milestone, Person,
    Post, Record, RecordTable, Review, Synonym, Term,
};
use crate::{Slug, data::FromFields};

/// What the messages and the files say of a kind.
struct KindInfo {
    name: &'static str,
    plural: &'static str,
    table: &'static str,
    home: &'static str,
    is_anchor: bool,
}

/// What is done with the records of a kind, whatever their type.
pub(crate) trait RecordVisitor {
    fn visit<T: Record>(&mut self, records: &mut RecordTable<T>);
}

macro_rules! record_kinds {
    ($(
        $(#[$about:meta])*
        $field:ident: $record:ident {
            plural: $plural:literal,
            table: $table:literal,
            file: $file:literal,
            is_anchor: $is_anchor:literal,
        }
    )+) => {
        /// A kind of thing that has a slug.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum Kind {
            $($record,)+
            /// A table of `site.toml`.
            Area,
            /// A file of its own.
            Review,
        }

        impl Kind {
            /// Those that stand in files of records; those of one file in the order in which they
            /// are read.
            const IN_FILES: &[Self] = &[$(Self::$record),+];

            fn info(self) -> KindInfo {
                match self {
                    $(Self::$record => KindInfo {
                        name: $record::NAME,
                        plural: $plural,
                        table: $table,
                        home: $file,
                        is_anchor: $is_anchor,
                    },)+
                    Self::Area => KindInfo {
                        name: "area",
                        plural: "areas",
                        table: "area",
                        home: "site.toml",
                        is_anchor: false,
                    },
                    Self::Review => KindInfo {
                        name: "review",
                        plural: "reviews",
                        table: "review",
                        home: "reviews/",
                        is_anchor: true,
                    },
                }
            }

            /// The schema of a record that stands in a file of records.
            #[cfg(feature = "schema")]
            pub(crate) fn schema(self) -> Option<schemars::Schema> {
                match self {
                    $(Self::$record => Some(schemars::schema_for!($record)),)+
                    Self::Area | Self::Review => None,
                }
            }
        }

        /// The records of a site, each kind in the order of its file.
        #[derive(Debug, Default)]
        #[allow(missing_docs, reason = "the types say it all")]
        pub struct Records {
            $($(#[$about])* pub $field: RecordTable<$record>,)+
            /// In the order of their slugs; shown newest first.
            pub reviews: RecordTable<Review>,
        }

        impl Records {
            /// Hands over the records of a kind that stands in a file of records.
            pub(crate) fn visit(&mut self, kind: Kind, visitor: &mut impl RecordVisitor) {
                match kind {
                    $(Kind::$record => visitor.visit(&mut self.$field),)+
                    Kind::Area | Kind::Review => {}
                }
            }
        }

        $(impl Record for $record {
            const KIND: Kind = Kind::$record;

            fn slug(&self) -> &Slug {
                &self.slug
            }
        })+
    };
}

impl Kind {
    /// What one is called in a sentence.
    pub(crate) fn name(self) -> &'static str {
        self.info().name
    }

    /// What several are called.
    pub(crate) fn plural(self) -> &'static str {
        self.info().plural
    }

    /// Whether the slug of one is its anchor on the pages that it stands on.
    pub(crate) fn is_anchor(self) -> bool {
        self.info().is_anchor
    }

    /// The name of its tables: `[[contact_point]]`.
    pub(crate) fn table(self) -> &'static str {
        self.info().table
    }

    /// The file or folder that its records stand in, from the content folder.
    pub(crate) fn home(self) -> &'static str {
        self.info().home
    }

    /// The kinds that stand in a file of records; none if it is no such file.
    pub(crate) fn of_file(path: &str) -> Vec<Self> {
        let all = Self::IN_FILES.iter().copied();
        all.filter(|kind| kind.home() == path).collect()
    }
}

impl Records {
    /// The files of records, from the content folder.
    pub fn files() -> Vec<&'static str> {
        let mut files: Vec<_> = Kind::IN_FILES.iter().map(|kind| kind.home()).collect();
        files.dedup();
        files
    }
}

record_kinds! {
    checks: Check {
        plural: "checks",
        table: "check",
        file: "records/accessibility.toml",
        is_anchor: true,
    }
    known_issues: KnownIssue {
        plural: "known issues",
        table: "known_issue",
        file: "records/accessibility.toml",
        is_anchor: true,
    }
    addresses: Address {
        plural: "addresses",
        table: "address",
        file: "records/addresses.toml",
        is_anchor: false,
    }
    bodies: Body {
        plural: "bodies",
        table: "body",
        file: "records/bodies.toml",
        is_anchor: true,
    }
    contact_points: ContactPoint {
        plural: "contact points",
        table: "contact_point",
        file: "records/contact-points.toml",
        is_anchor: false,
    }
    corrections: Correction {
        plural: "corrections",
        table: "correction",
        file: "records/corrections.toml",
        is_anchor: true,
    }
    documents: Document {
        plural: "documents",
        table: "document",
        file: "records/documents.toml",
        is_anchor: true,
    }
    images: Image {
        plural: "images",
        table: "image",
        file: "records/images.toml",
        is_anchor: true,
    }
    milestones: Milestone {
        plural: "milestones",
        table: "milestone",
        file: "records/milestones.toml",
        is_anchor: true,
    }
    people: Person {
        plural: "people",
        table: "person",
        file: "records/people.toml",
        is_anchor: true,
    }
    posts: Post {
        plural: "posts",
        table: "post",
        file: "records/posts.toml",
        is_anchor: false,
    }
    /// Shown nowhere; search knows them.
    synonyms: Synonym {
        plural: "synonyms",
        table: "synonym",
        file: "records/synonyms.toml",
        is_anchor: false,
    }
    terms: Term {
        plural: "terms",
        table: "term",
        file: "records/terms.toml",
        is_anchor: true,
    }
}
