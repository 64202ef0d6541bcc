//! Directives: lines of their own that place records, such as
//! `::contacts{body="business-team"}`.

use crate::{
    Language, PagePath, ParseError, Slug,
    data::{Fields, FromFields, Name, Node, Table, Value, choice},
    diagnostics::Diagnostics,
    nearest::nearest,
    record::Kind,
};

/// What to place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Directive {
    /// The contact card of a body.
    Contacts {
        body: Slug,
    },
    /// All reviews, or the latest few.
    Reviews {
        latest: Option<usize>,
    },
    Document {
        slug: Slug,
    },
    /// The newest few reviews, as links.
    LatestReviews,
    /// All documents, or those in one state.
    Documents {
        state: Option<State>,
    },
    Terms,
    Milestones,
    Corrections,
    /// What was tested for accessibility.
    AccessibilityChecks,
    /// What is known to be inaccessible.
    KnownIssues,
    /// The pictures of the site, in words.
    Pictures,
    Picture {
        slug: Slug,
    },
    /// Links to the pages in the site's navigation.
    Sections,
    /// Links to the pages right below one.
    Pages {
        of: PagePath,
    },
    /// Text in another language begins.
    Passage {
        language: Language,
    },
    /// It ends.
    PassageEnd,
    /// The place of what a search finds.
    Search,
    /// Everything that can be found, by its first letter.
    Index,
    /// How to tell that this copy is the board's.
    Release,
    /// The place where a reader keeps a copy of the site.
    Offline,
    /// What partners can show on pages of their own, and how.
    Embeds,
    /// What those who look after such pages need to know.
    EmbedSheet,
}

choice! {
    /// Where the file of a document is.
    pub(crate) enum State {
        /// In the site.
        Here = "here",
        /// Nowhere.
        Missing = "missing",
        /// With somebody else.
        Elsewhere = "elsewhere",
    }
}

const NAMES: [&str; 22] = [
    "contacts",
    "reviews",
    "latest-reviews",
    "document",
    "documents",
    "terms",
    "milestones",
    "corrections",
    "accessibility-checks",
    "known-issues",
    "pictures",
    "picture",
    "sections",
    "pages",
    "passage",
    "passage-end",
    "search",
    "a-z",
    "release",
    "offline",
    "embed",
    "embed-sheet",
];

/// Reads a line that begins with `::`.
pub(super) fn read(text: &str, line: u32, diagnostics: &mut Diagnostics) -> Option<Directive> {
    let Some((name, attributes)) = split(text, line) else {
        diagnostics.report(
            line,
            format!("`{text}` is not a directive."),
            "Write ::name{attribute=\"value\"}, alone on its line.",
        );
        return None;
    };
    macro_rules! read {
        ($type:ty) => {
            Fields::read::<$type>(&attributes, line, diagnostics).map(|read| read.0)
        };
    }
    match name {
        "contacts" => read!(Contacts),
        "reviews" => read!(Reviews),
        "document" => read!(Document),
        "documents" => read!(Documents),
        "picture" => read!(Picture),
        "pages" => read!(Pages),
        "passage" => read!(Passage),
        "passage-end" => read!(Bare).and(Some(Directive::PassageEnd)),
        "terms" => read!(Bare).and(Some(Directive::Terms)),
        "milestones" => read!(Bare).and(Some(Directive::Milestones)),
        "corrections" => read!(Bare).and(Some(Directive::Corrections)),
        "accessibility-checks" => read!(Bare).and(Some(Directive::AccessibilityChecks)),
        "known-issues" => read!(Bare).and(Some(Directive::KnownIssues)),
        "latest-reviews" => read!(Bare).and(Some(Directive::LatestReviews)),
        "pictures" => read!(Bare).and(Some(Directive::Pictures)),
        "sections" => read!(Bare).and(Some(Directive::Sections)),
        "search" => read!(Bare).and(Some(Directive::Search)),
        "a-z" => read!(Bare).and(Some(Directive::Index)),
        "release" => read!(Bare).and(Some(Directive::Release)),
        "offline" => read!(Bare).and(Some(Directive::Offline)),
        "embed" => read!(Bare).and(Some(Directive::Embeds)),
        "embed-sheet" => read!(Bare).and(Some(Directive::EmbedSheet)),
        _ => {
            let help = match nearest(name, NAMES) {
                Some(meant) => format!("Did you mean `{meant}`?"),
                None => format!("Known directives: {}.", NAMES.join(", ")),
            };
            diagnostics.report(line, format!("There is no directive `{name}`."), help);
            None
        }
    }
}

/// Takes `::name{key="value" …}` apart.
fn split(text: &str, line: u32) -> Option<(&str, Table)> {
    let (name, mut rest) = text
        .strip_prefix("::")?
        .strip_suffix('}')?
        .split_once('{')?;
    let mut table = Table::default();
    rest = rest.trim_start();
    while !rest.is_empty() {
        let (key, after) = rest.split_once("=\"")?;
        let (value, after) = after.split_once('"')?;
        let plain = key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        if key.is_empty() || !plain || table.get(key).is_some() || table.entries.len() > 8 {
            return None;
        }
        let name = Name {
            text: key.into(),
            line,
        };
        table.entries.push((
            name,
            Node {
                line,
                value: Value::Text(value.into()),
            },
        ));
        rest = after.trim_start();
    }
    Some((name, table))
}

/// How many of a list to show.
struct Count(usize);

impl std::str::FromStr for Count {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        match text.parse() {
            Ok(count @ 1..=1000) => Ok(Self(count)),
            _ => Err(ParseError::new(
                format!("`{text}` is not a number of things to show."),
                "Write a whole number from 1 upwards.",
            )),
        }
    }
}

crate::data::text_fields!(Count);

/// Declares how the attributes of a directive are read.
macro_rules! attributes {
    ($($type:ident, $name:literal, $fields:ident => $read:expr;)+) => {$(
        struct $type(Directive);

        impl FromFields for $type {
            const NAME: &'static str = $name;

            fn from_fields($fields: &mut Fields<'_>) -> Option<Self> {
                Some(Self($read))
            }
        }
    )+};
}

attributes! {
    Contacts, "directive `contacts`", fields => Directive::Contacts {
        body: fields.required_record("body", Kind::Body)?,
    };
    Reviews, "directive `reviews`", fields => Directive::Reviews {
        latest: fields.optional("latest").map(|count: Count| count.0),
    };
    Document, "directive `document`", fields => Directive::Document {
        slug: fields.required_record("slug", Kind::Document)?,
    };
    Documents, "directive `documents`", fields => Directive::Documents {
        state: fields.optional("state"),
    };
    Picture, "directive `picture`", fields => Directive::Picture {
        slug: fields.required_record("slug", Kind::Image)?,
    };
    Passage, "directive `passage`", fields => Directive::Passage {
        language: fields.required("language")?,
    };
    Pages, "directive `pages`", fields => Directive::Pages {
        of: fields.required_page("of")?,
    };
}

/// A directive without attributes.
struct Bare(());

impl FromFields for Bare {
    const NAME: &'static str = "directive";

    fn from_fields(_: &mut Fields<'_>) -> Option<Self> {
        Some(Self(()))
    }
}
