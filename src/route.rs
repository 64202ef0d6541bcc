//! Addresses. The only module that makes or reads URLs.
//!
//! The site is relocatable: no page knows under which path it is served. Links are
//! therefore relative to the page that they stand on, both in the published HTML and
//! after a client-side navigation, and the browser learns the root at run time.

mod fragment;
mod percent;
mod search_params;

use lscb_wire::Target;

use self::fragment::split_fragment;
pub use self::fragment::{fragment_of, with_fragment};
pub use self::search_params::{SearchParams, kind_name, kind_named, search_url};

/// The way from a page up to the site's root: empty on the first page, `../` on
/// `/contact/`, `../../` on `/about-us/independent-chair/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelativeRoot(String);

impl RelativeRoot {
    /// The way up from the page at `path`, which has a slash at both ends.
    pub fn of(path: &str) -> Self {
        let depth = path
            .bytes()
            .filter(|&byte| byte == b'/')
            .count()
            .saturating_sub(1);
        Self("../".repeat(depth))
    }

    /// The `href` of a target, relative to the page that this is the way up from.
    pub fn href(&self, to: &Target) -> String {
        match to {
            Target::Page(path) => match path.strip_prefix('/') {
                // A bare fragment is a place on this very page.
                None => path.clone(),
                // An empty reference means "this document", query and all: `./` is the root.
                Some(rest) if self.0.is_empty() && (rest.is_empty() || rest.starts_with('#')) => {
                    ["./", rest].concat()
                }
                Some(rest) => [&self.0, rest].concat(),
            },
            Target::File(path) => [&self.0, path.as_str()].concat(),
            Target::Url(url) => url.clone(),
        }
    }

    /// The `href` of a file of the site.
    pub fn file(&self, path: &str) -> String {
        [&self.0, path].concat()
    }
}

/// The target of an address as a search result has it: from the site's root, without a leading
/// slash. Pages end with one, before a fragment.
pub fn target_of(address: &str) -> Target {
    let (path, _) = split_fragment(address);
    if path.is_empty() || path.ends_with('/') {
        Target::Page(["/", address].concat())
    } else {
        Target::File(address.into())
    }
}

/// The number of the page that an address of a document opens, as readers of PDF have it
/// (`documents/report.pdf#page=3`, RFC 8118).
pub fn page_of_document(address: &str) -> Option<&str> {
    split_fragment(address).1.strip_prefix("page=")
}

/// What a link to the page `to` says of itself on the page `here` (`aria-current`): `page` on the
/// page itself, `true` in its section, nothing elsewhere.
pub fn aria_current(to: &str, here: &str) -> Option<&'static str> {
    if to == here {
        Some("page")
    } else if to.len() > 1 && here.starts_with(to) {
        Some("true")
    } else {
        None
    }
}

/// The page that a URL's path names, given the path that the site is served under
/// (`root`, with a slash at both ends). `None` for what is outside the site and for
/// files. The forms without the last slash and with `index.html` name the same page.
///
/// ```
/// use lscb::route::page_path;
/// assert_eq!(page_path("/lscb/", "/lscb/about-us/index.html").as_deref(), Some("/about-us/"));
/// assert_eq!(page_path("/lscb/", "/lscb").as_deref(), Some("/"));
/// assert_eq!(page_path("/lscb/", "/lscb-old/"), None);
/// assert_eq!(page_path("/", "/documents/report.pdf"), None);
/// ```
pub fn page_path(root: &str, url_path: &str) -> Option<String> {
    if url_path.strip_suffix('/').unwrap_or(url_path) == root.trim_end_matches('/') {
        return Some("/".into());
    }
    let rest = url_path.strip_prefix(root)?;
    let rest = match rest.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => rest,
    };
    let rest = rest.strip_suffix('/').unwrap_or(rest);
    if rest.is_empty() {
        return Some("/".into());
    }
    // Pages are folders: a dot in the last segment is a file's.
    let last = rest.rsplit('/').next().unwrap_or(rest);
    (!last.contains('.')).then(|| ["/", rest, "/"].concat())
}

/// The path that the site is served under, with a slash at both ends, given the path of the page on
/// screen and that of its address. `None` if the address is not as deep as the page.
///
/// ```
/// use lscb::route::root_of;
/// assert_eq!(root_of("/about-us/", "/lscb/about-us/").as_deref(), Some("/lscb/"));
/// assert_eq!(root_of("/about-us/", "/lscb/about-us/index.html").as_deref(), Some("/lscb/"));
/// assert_eq!(root_of("/about-us/", "/"), None);
/// ```
pub fn root_of(page: &str, url_path: &str) -> Option<String> {
    // As links of the page see it: a segment for each of its own, and what stands behind the last.
    let mut root = url_path;
    for _ in page.split('/').skip(1) {
        root = &root[..root.rfind('/')?];
    }
    Some([root, "/"].concat())
}

/// Whether two addresses differ in nothing but an empty fragment.
pub fn is_same_url(one: &str, other: &str) -> bool {
    one.trim_end_matches('#') == other.trim_end_matches('#')
}

/// The path of a URL: that of an `address` from the site's root, given the path that the site is served
/// under.
pub fn url_path(root: &str, address: &str) -> String {
    [root, address.trim_start_matches('/')].concat()
}

/// Where a file of the site is, given the path that the site is served under. `None` if `file`,
/// which a host has sent, is no plain path from the root: `//example.org/x` would be another
/// host's, `../x` another site's.
///
/// ```
/// use lscb::route::file_url;
/// assert_eq!(file_url("/lscb/", "content/a.json").as_deref(), Some("/lscb/content/a.json"));
/// assert_eq!(file_url("/", "/example.org/a.json"), None);
/// ```
pub fn file_url(root: &str, file: &str) -> Option<String> {
    let is_plain = |part: &str| part.starts_with(|first: char| first.is_ascii_alphanumeric());
    file.split('/').all(is_plain).then(|| [root, file].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_climb_to_the_root_and_down_again() {
        let cases = [
            ("/", Target::Page("/".into()), "./"),
            ("/", Target::Page("/#help".into()), "./#help"),
            ("/", Target::Page("/contact/".into()), "contact/"),
            ("/contact/", Target::Page("/".into()), "../"),
            (
                "/a/b/",
                Target::Page("/contact/#office".into()),
                "../../contact/#office",
            ),
            ("/a/b/", Target::Page("#here".into()), "#here"),
            (
                "/a/",
                Target::File("documents/x.pdf".into()),
                "../documents/x.pdf",
            ),
            ("/a/", Target::Url("tel:999".into()), "tel:999"),
        ];
        for (page, to, expected) in cases {
            assert_eq!(
                RelativeRoot::of(page).href(&to),
                expected,
                "{to:?} on {page}"
            );
        }
    }

    #[test]
    fn every_form_of_an_address_names_the_same_page() {
        for root in ["/", "/lscb/", "/a/b/c/"] {
            for form in ["about-us", "about-us/", "about-us/index.html"] {
                let url = format!("{root}{form}");
                assert_eq!(
                    page_path(root, &url).as_deref(),
                    Some("/about-us/"),
                    "{url}"
                );
            }
            for form in ["", "index.html"] {
                let url = format!("{root}{form}");
                assert_eq!(page_path(root, &url).as_deref(), Some("/"), "{url}");
            }
        }
    }

    #[test]
    fn what_is_not_ours_is_left_alone() {
        assert_eq!(page_path("/lscb/", "/"), None);
        assert_eq!(page_path("/lscb/", "/lscbx/about-us/"), None);
        assert_eq!(page_path("/", "/sitemap.xml"), None);
        assert_eq!(page_path("/", "/documents/a.b/c.pdf"), None);
    }

    #[test]
    fn files_of_other_sites_are_not_asked_for() {
        for file in [
            "",
            "/content/a.json",
            "//example.org/a.json",
            "\\\\example.org\\a.json",
            "../a.json",
            "content/../../a.json",
            "content/%2e%2e/a.json",
            "content//a.json",
            "content/",
            "?a",
            "#a",
        ] {
            assert_eq!(file_url("/", file), None, "{file}");
        }
        // On this host, whatever it looks like: a scheme needs to stand first.
        let file = "https:a.json";
        assert_eq!(file_url("/", file).as_deref(), Some("/https:a.json"));
    }
}
