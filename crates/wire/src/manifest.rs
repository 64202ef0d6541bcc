//! The manifest: every file of a release, for those who keep or compare all of it.

use std::collections::BTreeSet;

use super::FileEntry;

/// The format of [`Manifest`].
pub const MANIFEST_FORMAT: &str = "lscb-manifest/1";

/// What a release consists of. Its name carries its hash, and `release.json` names it, so that
/// a signature of that one covers every byte. Two kinds of files are not in it: compressed
/// copies, which are the same files as a host may send them, and `release.json` itself with
/// what stands beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Manifest {
    /// [`MANIFEST_FORMAT`].
    pub format: String,
    /// The files of this release, in the order of their paths.
    pub files: Vec<FileEntry>,
    /// Files of earlier releases, for documents that are still open.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub kept: Vec<KeptEntry>,
    /// What pages hold inline, which a host's security policy has to name.
    pub inline: InlineDigests,
    /// What pages of the release before it held: some are still on the host, or in a cache,
    /// when its policy comes.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "InlineDigests::is_empty")
    )]
    pub inline_before: InlineDigests,
    /// Old addresses. A host may lead on from them by itself, and then sends no file there.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub moved: Vec<Moved>,
    /// Who may show the site in a frame, as sources of `frame-ancestors` (W3C CSP 3, section
    /// 6.4.2); nobody if there is none.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub embedders: Vec<String>,
}

/// An old address and the page that is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Moved {
    /// The old path, without slashes at its ends.
    pub from: String,
    /// The path of the page.
    pub to: String,
}

/// Digests of inline elements, as a Content Security Policy names them: `sha256-…`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InlineDigests {
    /// Import maps: one for each depth of pages, since addresses are relative.
    pub scripts: BTreeSet<String>,
    /// Style sheets.
    pub styles: BTreeSet<String>,
}

impl InlineDigests {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.scripts.is_empty() && self.styles.is_empty()
    }

    /// Adds those of others.
    pub fn extend(&mut self, others: &Self) {
        self.scripts.extend(others.scripts.iter().cloned());
        self.styles.extend(others.styles.iter().cloned());
    }
}

/// A file that this release no longer asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KeptEntry {
    /// The file.
    pub file: FileEntry,
    /// The day of the first release that went without it, `2026-11-25`; none until a publisher
    /// is told the day.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub since: Option<String>,
}
