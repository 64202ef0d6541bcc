//! Why bytes cannot be read as a file of an index.

use std::fmt;

/// Why bytes are not a usable file of this index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IndexError {
    /// Written in another version of the format.
    Version,
    /// Not what the index says they are: damaged, cut short or of another release.
    Damaged,
}

impl fmt::Display for IndexError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Version => "the search index is of another version of its format",
            Self::Damaged => "a file of the search index is damaged",
        })
    }
}

impl std::error::Error for IndexError {}
