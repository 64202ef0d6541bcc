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

/// A folder for things that are only needed while measuring; it goes when it is dropped.
pub struct Scratch(PathBuf);

impl Scratch {
    /// An empty folder of that name.
    pub fn new(name: &str) -> Self {
        let folder = env::temp_dir().join(format!("lscb-bench-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a scratch folder");
        Self(folder)
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What was just killed may write a last time.
        for _ in 0..10 {
            if std::fs::remove_dir_all(&self.0).is_ok() {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
    }
}
