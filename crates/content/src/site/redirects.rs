//! Old addresses.

use std::collections::BTreeMap;

use crate::{PagePath, Site, page_path::index_file};

/// An address that no longer has a page and the page to send its readers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    /// The old path without slashes at its ends: `lscb/about-us/print`.
    pub from: String,
    /// The path of the page: `/about-us/`.
    pub to: String,
}

impl Redirect {
    /// The file at the old address, relative to the site's root.
    pub fn file(&self) -> String {
        index_file(&self.from)
    }
}

impl Site {
    /// All old addresses, in the order of their bytes.
    pub fn redirects(&self) -> Vec<Redirect> {
        let mut redirects = BTreeMap::new();
        for page in &self.pages {
            for alias in &page.front.aliases {
                for from in self.old_paths(alias.as_str()) {
                    redirects.entry(from).or_insert(&page.path);
                }
            }
        }
        redirects
            .into_iter()
            .filter(|(from, _)| !self.is_page(from))
            .map(|(from, to)| Redirect {
                from,
                to: to.to_string(),
            })
            .collect()
    }

    /// An alias without and with each prefix, without and with each suffix. Without one,
    /// it serves a site that is published under its old prefix: `/lscb/`.
    pub(crate) fn old_paths(&self, alias: &str) -> Vec<String> {
        let mut paths = vec![alias.to_owned()];
        if let Some(legacy) = &self.settings.legacy {
            let prefixes = legacy.prefixes.iter();
            paths.extend(prefixes.map(|prefix| join(prefix.as_str(), alias)));
            for suffix in &legacy.suffixes {
                for index in 0..=legacy.prefixes.len() {
                    paths.push(join(&paths[index], suffix.as_str()));
                }
            }
        }
        paths
    }

    /// Whether a path without slashes at its ends is a page's.
    pub(crate) fn is_page(&self, path: &str) -> bool {
        PagePath::from_trimmed(path).is_ok_and(|path| self.page(&path).is_some())
    }
}

fn join(a: &str, b: &str) -> String {
    [a, b]
        .map(|part| part.trim_matches('/'))
        .join("/")
        .trim_matches('/')
        .to_owned()
}
