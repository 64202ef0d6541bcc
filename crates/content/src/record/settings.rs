//! The site's settings: `site.toml`.

use super::Kind;
use crate::{
    Date, Embedder, Language, PagePath, Phone, SigningKey, Slug, WebAddress,
    data::{Fields, FromFields},
};

/// The site as a whole. One board, one language, one date that its words describe.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Settings {
    /// The name of the site.
    pub title: String,
    /// Its short name, for narrow headers.
    pub short_title: String,
    /// The language of the text, BCP 47.
    pub language: Language,
    /// The body whose site it is.
    pub board: Slug,
    /// The body to ask for a document that is not here.
    pub ask: Slug,
    /// What time the site describes.
    pub as_at: Date,
    /// The same in one short sentence.
    pub as_at_text: String,
    /// What has replaced it since, in sentences.
    pub as_at_more: Option<String>,
    /// The pages in the header, in order.
    pub navigation: Vec<PagePath>,
    /// The pages at the foot, in order.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub footer: Vec<PagePath>,
    /// On what terms the text may be used.
    pub licence: Option<String>,
    /// Who made the published site.
    pub agency_credit: Option<String>,
    /// Where the site is published, for feeds and site maps that need whole addresses.
    pub origin: Option<WebAddress>,
    /// By which key of minisign readers can tell that the site is the board's.
    pub signing_key: Option<SigningKey>,
    /// Who may show the site in a frame; without any, nobody.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub embedders: Vec<Embedder>,
    /// The themes of reviews.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub themes: Vec<String>,
    /// Whom to ring, on every page.
    pub help: Vec<HelpNumber>,
    /// The board's own number for reporting a concern.
    pub own_number: Option<OwnNumber>,
    /// Whom to tell of a weakness in the site.
    pub security: Option<SecurityContact>,
    /// Whether the copies that readers keep on their devices are to be removed.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub end_copies: bool,
    /// What old addresses look like.
    pub legacy: Option<Legacy>,
    /// The areas that bodies cover.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub area: Vec<Area>,
    /// The kinds of statutory safeguarding partner.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub partner: Vec<Partner>,
    /// What replaced the guidance that the text names.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub successor: Vec<Successor>,
}

impl FromFields for Settings {
    const NAME: &'static str = "site";

    fn from_fields(fields: &mut Fields<'_>) -> Option<Self> {
        let title = fields.required("title");
        let short_title = fields.required("short_title");
        let language = fields.required("language");
        let board = fields.required_record("board", Kind::Body);
        let ask = fields.required_record("ask", Kind::Body);
        let as_at = fields.required("as_at");
        let as_at_text = fields.required("as_at_text");
        let as_at_more = fields.optional("as_at_more");
        let navigation = fields.page_list("navigation", true);
        let footer = fields.page_list("footer", false).unwrap_or_default();
        let licence = fields.optional("licence");
        let agency_credit = fields.optional("agency_credit");
        let origin = fields.optional::<WebAddress>("origin");
        let signing_key = fields.optional("signing_key");
        let embedders = fields.list("embedders");
        let themes = fields.list("themes");
        let help = fields.parts("help", true);
        let own_number = fields.part("own_number");
        let security = fields.part("security");
        let end_copies = fields.optional("end_copies").unwrap_or_default();
        let legacy = fields.part("legacy");
        let area = fields.parts("area", false);
        let partner = fields.parts("partner", false);
        let successor = fields.parts("successor", false);
        if origin
            .as_ref()
            .is_some_and(|origin| !origin.as_str().starts_with("https://"))
        {
            fields.report(
                "origin",
                "has an origin that is not https.",
                "Write the address that the site is published at: https://www.example.org.",
            );
        } else if origin
            .as_ref()
            .is_some_and(|origin| origin.as_str().contains(['@', '?', '#']))
        {
            fields.report(
                "origin",
                "has an origin with more than a host and a path.",
                "Write the address that the site is published at: https://www.example.org.",
            );
        }
        Some(Self {
            title: title?,
            short_title: short_title?,
            language: language?,
            board: board?,
            ask: ask?,
            as_at: as_at?,
            as_at_text: as_at_text?,
            as_at_more,
            navigation: navigation?,
            footer,
            licence,
            agency_credit,
            origin,
            signing_key,
            embedders,
            themes,
            help,
            own_number,
            security,
            end_copies,
            legacy,
            area,
            partner,
            successor,
        })
    }
}

impl Settings {
    /// What stands in for settings that could not be read. A site with it has problems,
    /// so it is never published.
    pub(crate) fn unread() -> Self {
        let nobody = Slug::from_words("nobody").expect("a word has a slug");
        Self {
            title: String::new(),
            short_title: String::new(),
            language: Language::english(),
            board: nobody.clone(),
            ask: nobody,
            as_at: Date::from_year(1).expect("the first year is a year"),
            as_at_text: String::new(),
            as_at_more: None,
            navigation: Vec::new(),
            footer: Vec::new(),
            licence: None,
            agency_credit: None,
            origin: None,
            signing_key: None,
            embedders: Vec::new(),
            themes: Vec::new(),
            help: Vec::new(),
            own_number: None,
            security: None,
            end_copies: false,
            legacy: None,
            area: Vec::new(),
            partner: Vec::new(),
            successor: Vec::new(),
        }
    }
}

/// Declares a table of `site.toml`: its fields are all required.
macro_rules! part {
    ($(#[$about:meta])* $type:ident, $name:literal {
        $($(#[$what:meta])* $field:ident: $kind:ty,)+
    }) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $type {
            $($(#[$what])* pub $field: $kind,)+
        }

        impl FromFields for $type {
            const NAME: &'static str = $name;

            fn from_fields(fields: &mut Fields<'_>) -> Option<Self> {
                $(let $field = fields.required(stringify!($field));)+
                Some(Self { $($field: $field?,)+ })
            }
        }
    };
}

part! {
    /// Whom to ring.
    HelpNumber, "help line" {
        /// The number.
        number: Phone,
        /// Who answers and when to ring, in words that follow the number.
        text: String,
    }
}

part! {
    /// The board's own number, which is shown only once somebody has checked it.
    OwnNumber, "own number" {
        /// The number.
        number: Phone,
        /// Who answers and when to ring, in words that follow the number.
        text: String,
        /// When it was last checked.
        verified_on: Date,
    }
}

part! {
    /// Whom to tell of a weakness in the site (RFC 9116).
    SecurityContact, "security table" {
        /// An address or a telephone number as a link: `tel:+441519343366`.
        contact: WebAddress,
        /// Until when this holds: best within a year, so that somebody looks at it again.
        expires: Date,
    }
}

part! {
    /// What the addresses of the site before this one look like: a prefix, then an old
    /// path, then for some views a suffix.
    Legacy, "legacy table" {
        /// What they begin with, such as `lscb`.
        prefixes: Vec<Slug>,
        /// What other views of the same page end with, such as `print`.
        suffixes: Vec<Slug>,
    }
}

part! {
    /// An area that bodies cover.
    Area, "area" {
        /// Its name for machines.
        slug: Slug,
        /// The name as published.
        name: String,
    }
}

part! {
    /// A kind of statutory safeguarding partner.
    Partner, "partner" {
        /// The name as published.
        name: String,
    }
}

part! {
    /// What replaced something that the text names.
    Successor, "successor" {
        /// Its title.
        title: String,
        /// What it replaced, in a sentence.
        text: String,
    }
}
