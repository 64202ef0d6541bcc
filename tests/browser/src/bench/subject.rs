//! What is measured, and where the figures go.

use std::env;
use std::path::{Path, PathBuf};

/// The built site, the publisher that built it, and the folder for figures.
pub struct Subject {
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
            dist: named("LSCB_DIST"),
            publisher: named("LSCB_BIN"),
            content: Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content"),
            figures: named("LSCB_FIGURES"),
        }
    }
}
