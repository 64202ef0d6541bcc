//! Sites built for the tests, each in a folder of its own that goes away with it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use lscb_publish::build::BuildOptions;
use tempfile::TempDir;

/// A built site.
pub(crate) struct Built {
    folder: TempDir,
}

/// The Sefton site, built once for all tests.
pub(crate) static SEFTON: LazyLock<Built> = LazyLock::new(|| build(&repo("content")));

/// A path in the repository.
pub(crate) fn repo(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// Builds a content folder that has no problems.
pub(crate) fn build(content: &Path) -> Built {
    build_with(content, BuildOptions::default())
}

/// The same, with something beside the site.
pub(crate) fn build_with(content: &Path, options: BuildOptions) -> Built {
    let folder = TempDir::new().expect("a temporary folder");
    let out = folder.path().join("site");
    let app = repo("tests/fixtures/app");
    lscb_publish::build::to_folder(content, &app, &out, options).expect("a build");
    Built { folder }
}

/// Builds the Sefton content with `from` in one of its files changed to `to`.
pub(crate) fn build_changed(file: &str, from: &str, to: &str) -> Built {
    let content = TempDir::new().expect("a temporary folder");
    for (path, bytes) in files(&repo("content")) {
        let place = content.path().join(&path);
        fs::create_dir_all(place.parent().expect("a folder")).expect("made");
        fs::write(place, bytes).expect("written");
    }
    let place = content.path().join(file);
    let text = fs::read_to_string(&place).expect("the file");
    assert!(text.contains(from), "{file} has {from}");
    fs::write(place, text.replacen(from, to, 1)).expect("written");
    build(content.path())
}

impl Built {
    /// The folder.
    pub(crate) fn root(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// A file as text.
    pub(crate) fn text(&self, path: &str) -> String {
        fs::read_to_string(self.root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Every file by its path from the folder.
    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.root())
    }

    /// Every page of the site by its route; old addresses are not pages.
    pub(crate) fn pages(&self) -> BTreeMap<String, String> {
        let files = self.files().into_iter();
        let pages = files.filter_map(|(path, bytes)| {
            let route = format!("/{}", path.strip_suffix("index.html")?);
            let html = String::from_utf8(bytes).ok()?;
            html.contains("data-route=").then_some((route, html))
        });
        pages.collect()
    }
}

/// Every file below a folder by its path from it.
pub(crate) fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path
                    .strip_prefix(root)
                    .expect("below the root")
                    .to_string_lossy();
                found.insert(name.into_owned(), fs::read(&path).expect("a file"));
            }
        }
    }
    found
}
