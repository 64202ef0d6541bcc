//! The built site: its files, its routes, and how the routes link to one another.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, OnceLock};
use std::{env, fs};

use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::markup::Document;

/// The folders of files that have their hash in their name.
pub(crate) const HASHED: [&str; 3] = ["assets/", "content/", "search/index/"];

/// A path without a page, for which the host shows its page for missing addresses.
pub const MISSING: &str = "/no-such-page/";

/// `paths`, and [`MISSING`].
pub fn with_missing(mut paths: Vec<String>) -> Vec<String> {
    paths.push(MISSING.into());
    paths
}

/// A site as a table of files.
#[derive(Clone, Default)]
pub struct Dist {
    files: BTreeMap<String, Vec<u8>>,
    /// What [`Dist::routes`] has found: every page is parsed for it.
    routes: OnceLock<Vec<String>>,
    /// The same of [`Dist::samples`].
    samples: OnceLock<Vec<String>>,
}

/// A file as it is served.
#[derive(Clone, Copy)]
pub struct Served<'a> {
    /// Its content.
    pub bytes: &'a [u8],
    /// Its media type.
    pub media: &'static str,
}

/// The site in `LSCB_DIST`, read once.
///
/// # Panics
/// If the variable is not set or the folder cannot be read.
pub fn built() -> &'static Arc<Dist> {
    static BUILT: LazyLock<Arc<Dist>> = LazyLock::new(|| {
        let folder =
            env::var_os("LSCB_DIST").expect("LSCB_DIST names the folder of the built site");
        Arc::new(Dist::read(&PathBuf::from(folder)))
    });
    &BUILT
}

impl Dist {
    /// The files below `folder`.
    ///
    /// # Panics
    /// If one cannot be read.
    pub fn read(folder: &Path) -> Self {
        let mut files = BTreeMap::new();
        let mut folders = vec![folder.to_owned()];
        while let Some(next) = folders.pop() {
            let entries = fs::read_dir(&next).unwrap_or_else(|e| panic!("{}: {e}", next.display()));
            for path in entries.map(|entry| entry.expect("an entry").path()) {
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path
                        .strip_prefix(folder)
                        .expect("a path inside")
                        .to_string_lossy();
                    files.insert(name.into_owned(), fs::read(&path).expect("a readable file"));
                }
            }
        }
        Self::from_files(files)
    }

    fn from_files(files: BTreeMap<String, Vec<u8>>) -> Self {
        Self {
            files,
            ..Self::default()
        }
    }

    /// A copy whose files may be changed: its routes are found anew.
    fn editable(&self) -> Self {
        Self::from_files(self.files.clone())
    }

    /// A site from pairs of path and text.
    pub fn of(files: &[(&str, &str)]) -> Arc<Self> {
        let files = files
            .iter()
            .map(|(path, text)| ((*path).into(), text.as_bytes().into()));
        Arc::new(Self::from_files(files.collect()))
    }

    /// The same site with other bytes in one of its files.
    pub fn with(&self, path: &str, bytes: Vec<u8>) -> Self {
        let mut site = self.editable();
        site.files.insert(path.into(), bytes);
        site
    }

    /// The same site with other HTML in all its pages.
    pub fn with_html(&self, change: impl Fn(&str) -> String) -> Self {
        let mut site = self.editable();
        for (path, bytes) in &mut site.files {
            if path.ends_with(".html") {
                *bytes = change(&String::from_utf8_lossy(bytes)).into_bytes();
            }
        }
        site
    }

    /// The same site beside the hashed files of an earlier release, which a host keeps for
    /// documents that are still open.
    pub fn beside(&self, earlier: &Self) -> Self {
        let mut site = self.editable();
        for (path, bytes) in &earlier.files {
            if HASHED.iter().any(|folder| path.starts_with(folder)) {
                site.files
                    .entry(path.clone())
                    .or_insert_with(|| bytes.clone());
            }
        }
        site
    }

    /// The paths of all files, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// A file's bytes.
    pub fn file(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// A file's text.
    ///
    /// # Panics
    /// If there is no such file or it is not UTF-8.
    pub fn text(&self, path: &str) -> &str {
        let bytes = self
            .file(path)
            .unwrap_or_else(|| panic!("{path} is not in the built site"));
        std::str::from_utf8(bytes).unwrap_or_else(|e| panic!("{path}: {e}"))
    }

    /// The path of the file whose path starts and ends like this: of one that has its hash in its
    /// name.
    ///
    /// # Panics
    /// If there is none.
    pub fn path(&self, start: &str, end: &str) -> &str {
        self.paths()
            .find(|path| path.starts_with(start) && path.ends_with(end))
            .unwrap_or_else(|| panic!("no {start}…{end} in the built site"))
    }

    /// What a plain host answers at `path`, counted from the base without a first slash.
    pub(crate) fn serve(&self, path: &str) -> Option<Served<'_>> {
        let folder = path.is_empty() || path.ends_with('/');
        let name = if folder {
            format!("{path}index.html")
        } else {
            path.into()
        };
        let media = match name.rsplit_once('.')?.1 {
            "html" => "text/html; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "wasm" => "application/wasm",
            "json" => "application/json",
            "css" => "text/css; charset=utf-8",
            "svg" => "image/svg+xml",
            "pdf" => "application/pdf",
            "xml" => "application/xml",
            "txt" => "text/plain; charset=utf-8",
            _ => "application/octet-stream",
        };
        let name = percent_decode_str(&name).decode_utf8().ok()?;
        Some(Served {
            bytes: self.file(&name)?,
            media,
        })
    }

    /// The paths of all pages from the root, in order: `/`, `/about-us/`. Pages that only
    /// lead elsewhere are left out, and so are frames.
    pub fn routes(&self) -> Vec<String> {
        let find = || {
            let folders = self
                .paths()
                .filter_map(|path| path.strip_suffix("index.html"));
            let routes = folders.map(|folder| format!("/{folder}"));
            routes.filter(|route| self.page(route).is_page()).collect()
        };
        self.routes.get_or_init(find).clone()
    }

    /// Those of [`Dist::routes`] that between them have every kind of element that any of them has:
    /// for what depends on what a page is made of, and not on its words.
    pub fn samples(&self) -> Vec<String> {
        let find = || {
            let mut left = self.routes();
            let kinds: BTreeMap<_, _> = left
                .iter()
                .map(|route| (route.clone(), self.page(route).kinds()))
                .collect();
            let mut seen = BTreeSet::new();
            let mut samples = BTreeSet::new();
            // The page with the most that no sample has yet, until nothing is left.
            loop {
                left.sort_by_key(|route| kinds[route].difference(&seen).count());
                match left.pop() {
                    Some(route) if !kinds[&route].is_subset(&seen) => {
                        seen.extend(kinds[&route].iter().cloned());
                        samples.insert(route);
                    }
                    _ => break samples.into_iter().collect(),
                }
            }
        };
        self.samples.get_or_init(find).clone()
    }

    /// The HTML of the page at `route`.
    ///
    /// # Panics
    /// If there is none.
    pub fn html(&self, route: &str) -> &str {
        self.text(&format!("{}index.html", route.trim_start_matches('/')))
    }

    /// The page at `route`, parsed.
    ///
    /// # Panics
    /// If there is none.
    pub fn page(&self, route: &str) -> Document {
        Document::parse(self.html(route))
    }

    /// The path of the bundle that holds the page at `route`, as the release says.
    ///
    /// # Panics
    /// If there is none.
    pub fn bundle(&self, route: &str) -> String {
        let release: Value = serde_json::from_str(self.text("release.json")).expect("a release");
        let bundles = release["bundles"].as_array().expect("bundles");
        let holds = |entry: &&Value| entry["from"].as_str().is_some_and(|from| from <= route);
        let bundle = bundles.iter().rfind(holds).expect("a bundle");
        bundle["file"].as_str().expect("a path").into()
    }

    /// The paths of all bundles.
    pub fn bundles(&self) -> impl Iterator<Item = &str> {
        let is_bundle = |path: &&str| path.starts_with("content/") && path.ends_with(".json");
        self.paths().filter(is_bundle)
    }

    /// The routes to click through from one page to another, the last one included; empty
    /// if no links lead there.
    pub fn way(&self, from: &str, to: &str) -> Vec<String> {
        let mut came: BTreeMap<String, String> = BTreeMap::new();
        let mut next = VecDeque::from([from.to_owned()]);
        while let Some(here) = next.pop_front() {
            if here == to {
                let steps = std::iter::successors(Some(here), |at| came.get(at).cloned());
                let mut way: Vec<_> = steps.take_while(|at| at != from).collect();
                way.reverse();
                return way;
            }
            for target in self.page(&here).routes_of("a[href]", &here) {
                let known = target == from || came.contains_key(&target);
                if !known && self.serve(target.trim_start_matches('/')).is_some() {
                    came.insert(target.clone(), here.clone());
                    next.push_back(target);
                }
            }
        }
        Vec::new()
    }
}
