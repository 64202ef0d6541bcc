//! What is measured, and where the figures go.

use std::env;
use std::path::{Path, PathBuf};

use super::generated::Scale;

/// How much is measured.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// Enough for figures that mean something.
    Full,
    /// One round over a handful of pages, which shows that measuring works.
    Miniature,
}

impl Effort {
    /// How often something is done, of the times that figures need.
    pub(super) fn rounds(self, full: usize) -> usize {
        match self {
            Self::Full => full,
            Self::Miniature => 1,
        }
    }

    /// The generated sites: the sizes at which other generators were measured.
    pub(super) fn scales(self) -> &'static [Scale] {
        const FULL: [Scale; 2] = [
            Scale {
                pages: 1_000,
                bytes: 5_300_000,
            },
            Scale {
                pages: 10_000,
                bytes: 69_000_000,
            },
        ];
        const MINIATURE: [Scale; 1] = [Scale {
            pages: 50,
            bytes: 100_000,
        }];
        match self {
            Self::Full => &FULL,
            Self::Miniature => &MINIATURE,
        }
    }
}

/// The built site, the publisher that built it, and the folder for figures.
pub struct Subject {
    /// How much is measured.
    pub effort: Effort,
    /// The built site.
    pub dist: PathBuf,
    /// The program `lscb`.
    pub publisher: PathBuf,
    /// The repository's content folder.
    pub content: PathBuf,
    /// Where the figures go, one JSON file a topic.
    pub figures: PathBuf,
}

impl Subject {
    /// As `cargo xtask bench` says it: `LSCB_DIST`, `LSCB_BIN` and `LSCB_FIGURES`.
    ///
    /// # Panics
    /// If one of them is missing.
    pub fn from_environment() -> Self {
        let named = |name: &str| {
            let value = env::var_os(name);
            PathBuf::from(
                value.unwrap_or_else(|| panic!("{name} is not set: use `cargo xtask bench`")),
            )
        };
        Self {
            effort: Effort::Full,
            dist: named("LSCB_DIST"),
            publisher: named("LSCB_BIN"),
            content: Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content"),
            figures: named("LSCB_FIGURES"),
        }
    }
}
