//! A bundle: pages that travel together.

use super::{Menu, Page};

/// The format of [`Bundle`]. A bundle with another value is refused in words.
pub const BUNDLE_FORMAT: &str = "lscb-bundle/1";

/// Pages with neighbouring paths. Its file name carries its hash; it holds no release
/// id, so that a bundle whose pages did not change keeps its name and its place in caches.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bundle {
    /// [`BUNDLE_FORMAT`].
    pub format: String,
    /// The menus that its pages stand in, in the order of their paths.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub menus: Vec<Menu>,
    /// The pages in the order of their paths.
    pub pages: Vec<Page>,
}

impl Bundle {
    /// The page at `path` and the menu it stands in.
    pub fn page(&self, path: &str) -> Option<(&Page, Option<&Menu>)> {
        let page = self.pages.iter().find(|page| page.path == path)?;
        Some((page, self.menus.iter().find(|menu| menu.path == page.menu)))
    }
}
