//! Front matter.

use super::Alias;
use crate::{
    Date, Language, PagePath,
    data::{Fields, FromFields},
};

/// The longest summary that a page may have, in characters. Search engines cut off longer
/// ones.
const MAX_SUMMARY_LENGTH: usize = 160;

/// What a page says about itself above its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FrontMatter {
    /// The `h1`.
    pub title: String,
    /// A short name for menus, where the title is long. It must not be longer than the title.
    pub menu_title: Option<String>,
    /// One plain sentence on what is here, for lists of pages, search engines and previews
    /// of links. With at most 46 characters it fits one line on a phone; it must not have
    /// more than 160.
    #[cfg_attr(feature = "schema", schemars(length(max = 160)))]
    pub summary: String,
    /// Its place among the pages beside it: smaller first, then by title.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub order: i64,
    /// Whom it is for.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub audience: Vec<String>,
    /// What time it describes, if not the site's.
    pub as_at: Option<Date>,
    /// When it must be looked at again.
    pub review_by: Option<Date>,
    /// Paths that it used to have.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub aliases: Vec<Alias>,
    /// Words that readers look for it by.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub keywords: Vec<String>,
    /// The language of its title and its text, if not the site's.
    pub language: Option<Language>,
    /// The page above it, if not the one that its folder names.
    pub parent: Option<PagePath>,
}

impl FromFields for FrontMatter {
    const NAME: &'static str = "page";

    fn from_fields(fields: &mut Fields<'_>) -> Option<Self> {
        let title = fields.required::<String>("title");
        let summary = fields.required::<String>("summary");
        if let Some(summary) = &summary {
            let length = summary.chars().count();
            if length > MAX_SUMMARY_LENGTH {
                fields.report(
                    "summary",
                    &format!("has a summary of {length} characters."),
                    "Say what is here in one line: 46 characters fit a phone, and 160 are the most.",
                );
            }
        }
        let menu_title = fields.optional::<String>("menu_title");
        let is_longer =
            |short: &String, title: &String| short.chars().count() > title.chars().count();
        if let (Some(short), Some(title)) = (&menu_title, &title)
            && is_longer(short, title)
        {
            fields.report(
                "menu_title",
                "has a name for menus that is longer than its title.",
                "Make it shorter, or take it out: then menus have the title.",
            );
        }
        let order = fields.optional("order").unwrap_or_default();
        let audience = fields.list("audience");
        let as_at = fields.optional("as_at");
        let review_by = fields.optional("review_by");
        let aliases = fields.list("aliases");
        let keywords = fields.list("keywords");
        let language = fields.optional("language");
        let parent = fields.optional_page("parent");
        Some(Self {
            title: title?,
            menu_title,
            summary: summary?,
            order,
            audience,
            as_at,
            review_by,
            aliases,
            keywords,
            language,
            parent,
        })
    }
}
