//! `release.json`: what belongs together.

use serde::{Deserialize, Serialize};

/// The format of [`Release`].
pub const RELEASE_FORMAT: &str = "lscb-release/1";

/// The one file of a release that keeps its name. Written last, revalidated by the
/// browser, and small however large the site is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Release {
    /// [`RELEASE_FORMAT`].
    pub format: String,
    /// The release's id: a digest of everything in it.
    pub release: String,
    /// The name of the site, for the titles of pages.
    pub title: String,
    /// The bundles in the order of their first page.
    pub bundles: Vec<BundleEntry>,
}

/// A bundle of the release. It holds every page whose path is not before `from` and is
/// before the next entry's `from`, so that the list stays short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BundleEntry {
    /// The path of its first page.
    pub from: String,
    /// The file, from the site's root.
    pub file: String,
    /// Subresource-integrity value (W3C SRI): `sha256-…`.
    pub integrity: String,
    /// Its size in bytes, in decimal.
    pub size: String,
}

impl Release {
    /// The bundle that holds the page at `path`, if the site has such a page.
    pub fn bundle_of(&self, path: &str) -> Option<&BundleEntry> {
        let after = self
            .bundles
            .partition_point(|entry| entry.from.as_str() <= path);
        self.bundles.get(after.checked_sub(1)?)
    }
}
