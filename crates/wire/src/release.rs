//! `release.json`: what belongs together.

/// The format of [`Release`].
pub const RELEASE_FORMAT: &str = "lscb-release/1";

/// The folder of the search index, from the site's root.
pub const INDEX_FOLDER: &str = "search/index/";

/// The one file of a release that keeps its name. Written last, revalidated by the
/// browser, and small however large the site is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Release {
    /// [`RELEASE_FORMAT`].
    pub format: String,
    /// The release's id: a digest of everything in it.
    pub release: String,
    /// Which release of the site it is, in decimal: one more than the one before it, so that
    /// an older copy can be told from a newer one. `1` where the publisher was told of none.
    #[cfg_attr(feature = "serde", serde(default))]
    pub number: String,
    /// The name of the site, for the titles of pages.
    pub title: String,
    /// Its short name; none in a release of an older publisher.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "String::is_empty")
    )]
    pub short_title: String,
    /// The bundles in the order of their first page.
    pub bundles: Vec<BundleEntry>,
    /// Where searching starts; none in a release of an older publisher.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub search: Option<FileEntry>,
    /// The day on which it was built, `2026-11-25`, where the publisher was told.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub published: Option<String>,
    /// `off` if the copies on readers' devices are to be removed.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub sw: Option<String>,
    /// All its files; none in a release of an older publisher.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub manifest: Option<FileEntry>,
    /// The reviews that were withdrawn, each by its place on the page that says so:
    /// `/learning-from-reviews/#withdrawn-2019-04`. A copy of a release that lacks one of these
    /// still has the review: of such a copy only files may be shown that this release has
    /// byte for byte.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub withdrawn: Vec<String>,
}

/// A file of the release by which others are found: the root of the search index, beside
/// which the others of the index stand, or the [`Manifest`](super::Manifest).
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FileEntry {
    /// Its path from the site's root: `search/index/manifest-….bin`.
    pub file: String,
    /// Subresource-integrity value (W3C SRI): `sha256-…`.
    pub integrity: String,
    /// Its size in bytes, in decimal.
    pub size: String,
}

/// A bundle of the release. It holds every page whose path is not before `from` and is
/// before the next entry's `from`, so that the list stays short.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
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
