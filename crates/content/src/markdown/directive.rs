//! Directives: lines of their own that place records, such as
//! `::contacts{body="business-team"}`.

use crate::{
    Language, PagePath, ParseError, Slug,
    data::{Fields, FromFields, Name, Node, Table, Value, named_values},
    diagnostics::Diagnostics,
    nearest::nearest,
    record::Kind,
};

/// Declares the directives: what each is called, its attributes, and how these are read.
macro_rules! directives {
    ($fields:ident => $(
        $(#[$about:meta])*
        $name:literal $directive:ident $({ $($attribute:ident: $type:ty = $read:expr),+ })?;
    )+) => {
        /// What to place.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub(crate) enum Directive {
            $($(#[$about])* $directive $({ $($attribute: $type),+ })?,)+
        }

        impl Directive {
            /// What it is called in a text.
            pub(crate) fn name(&self) -> &'static str {
                match self {
                    $(Self::$directive { .. } => $name,)+
                }
            }
        }

        const NAMES: &[&str] = &[$($name),+];

        /// Reads the attributes of a directive; none if there is no such directive.
        fn read_attributes(
            name: &str,
            attributes: &Table,
            line: u32,
            diagnostics: &mut Diagnostics,
        ) -> Option<Option<Directive>> {
            match name {
                $($name => {
                    struct Reader(Directive);

                    impl FromFields for Reader {
                        const NAME: &'static str = {
                            let attributes: &[&str] = &[$($(stringify!($attribute)),+)?];
                            if attributes.is_empty() {
                                "directive"
                            } else {
                                concat!("directive `", $name, "`")
                            }
                        };

                        #[allow(unused_variables, reason = "some have no attributes")]
                        fn from_fields($fields: &mut Fields<'_>) -> Option<Self> {
                            Some(Self(Directive::$directive $({ $($attribute: $read),+ })?))
                        }
                    }

                    let read = Fields::read::<Reader>(attributes, line, diagnostics);
                    Some(read.map(|read| read.0))
                })+
                _ => None,
            }
        }
    };
}

directives! { fields =>
    /// The contact card of a body.
    "contacts" Contacts { body: Slug = fields.required_record("body", Kind::Body)? };
    /// All reviews, or the latest few.
    "reviews" Reviews {
        latest: Option<usize> = fields.optional("latest").map(|count: Count| count.0)
    };
    /// The newest few reviews, as links.
    "latest-reviews" LatestReviews;
    "document" Document { slug: Slug = fields.required_record("slug", Kind::Document)? };
    /// All documents, or those in one state.
    "documents" Documents { state: Option<State> = fields.optional("state") };
    "terms" Terms;
    "milestones" Milestones;
    "corrections" Corrections;
    /// What was tested for accessibility.
    "accessibility-checks" AccessibilityChecks;
    /// What is known to be inaccessible.
    "known-issues" KnownIssues;
    /// The pictures of the site, in words.
    "pictures" Pictures;
    "picture" Picture { slug: Slug = fields.required_record("slug", Kind::Image)? };
    /// Links to the pages in the site's navigation.
    "sections" Sections;
    /// Links to the pages right below one.
    "pages" Pages { of: PagePath = fields.required_page("of")? };
    /// Text in another language begins.
    "passage" Passage { language: Language = fields.required("language")? };
    /// It ends.
    "passage-end" PassageEnd;
    /// The place of what a search finds.
    "search" Search;
    /// Everything that can be found, by its first letter.
    "a-z" Index;
    /// How to tell that this copy is the board's.
    "release" Release;
    /// The place where a reader keeps a copy of the site.
    "offline" Offline;
    /// What partners can show on pages of their own, and how.
    "embed" Embeds;
    /// What those who look after such pages need to know.
    "embed-sheet" EmbedSheet;
}

named_values! {
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

/// Reads a line that begins with `::`.
pub(super) fn read(text: &str, line: u32, diagnostics: &mut Diagnostics) -> Option<Directive> {
    let (name, attributes) = match split(text, line) {
        Ok(parts) => parts,
        Err(help) => {
            diagnostics.report(line, format!("`{text}` is not a directive."), help);
            return None;
        }
    };
    let read = read_attributes(name, &attributes, line, diagnostics);
    read.unwrap_or_else(|| {
        let help = match nearest(name, NAMES.iter().copied()) {
            Some(meant) => format!("Did you mean `{meant}`?"),
            None => format!("Known directives: {}.", NAMES.join(", ")),
        };
        diagnostics.report(line, format!("There is no directive `{name}`."), help);
        None
    })
}

/// Takes `::name{key="value" …}` apart; if it cannot be, says what to write instead.
fn split(text: &str, line: u32) -> Result<(&str, Table), String> {
    let straight = text.replace(['“', '”', '„', '″'], "\"");
    if straight != text {
        return Err(format!("Write straight quotation marks: {straight}"));
    }
    let unknown = || "Write ::name{attribute=\"value\"}, alone on its line.".to_owned();
    let (name, mut rest) = text
        .strip_prefix("::")
        .and_then(|text| text.strip_suffix('}'))
        .and_then(|text| text.split_once('{'))
        .ok_or_else(unknown)?;
    let mut table = Table::default();
    rest = rest.trim_start();
    while !rest.is_empty() {
        let (key, after) = rest.split_once("=\"").ok_or_else(unknown)?;
        let (value, after) = after.split_once('"').ok_or_else(unknown)?;
        let plain = key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        if key.is_empty() || !plain {
            return Err(unknown());
        }
        if table.get(key).is_some() {
            return Err(format!("Write `{key}` once."));
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
    Ok((name, table))
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
