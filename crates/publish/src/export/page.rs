//! Rewriting of a page for reading from a folder: without scripts, and with links to files.

use std::cell::RefCell;
use std::collections::BTreeSet;

use anyhow::{Result, anyhow};
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use percent_encoding::percent_decode_str;

use crate::document::escape;

/// A page rewritten to be read from a folder.
pub(super) struct Page {
    /// Its document.
    pub(super) html: String,
    /// The value of its `lang` attribute.
    pub(super) language: String,
    /// The files of the site that it refers to, including pages.
    pub(super) files: BTreeSet<String>,
}

/// Elements that need scripts or load them, and the policy, which refers to the site's origin: a folder
/// has none.
const REMOVED: &str = "script, meta[name=app], meta[http-equiv='Content-Security-Policy' i], \
                        link[rel=alternate], #status, #notice, label.slash";
/// The text in place of the offer to keep a copy.
const OFFLINE_TEXT: &str = "This is a copy already, in files of its own. It does not change by itself, \
                       and deleting its files removes it. To keep a copy in your browser, open \
                       the site on the internet.";
/// The text in place of the offer to embed the site.
const EMBED_TEXT: &str = "A copy in files of its own cannot be embedded. Open this page on the internet \
                        to choose what to show on pages of yours.";
/// The last line of each page.
const FOOTER_TEXT: &str =
    "You are reading a copy in files of its own. It does not change by itself.";

/// Whether a document is a page of the site, and not a redirect page or the page for missing
/// addresses.
pub(super) fn is_page(html: &str) -> bool {
    html.contains(" data-route=\"")
}

/// Rewrites the page in the file `path` to be read from a folder.
pub(super) fn rewrite(path: &str, html: &str) -> Result<Page> {
    let files = RefCell::new(BTreeSet::new());
    let language = RefCell::new(String::new());
    let follow = |value: &str| {
        let to = file_address(value);
        // What stands in frames on other sites stays behind, and nothing that is kept leads there.
        let file = file_of(path, &to).filter(|file| !file.starts_with("embed/"));
        files.borrow_mut().extend(file);
        to
    };
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("html", |el| {
            language.replace(el.get_attribute("lang").unwrap_or_default());
            Ok(())
        }))
        .append_element_content_handler(element!(REMOVED, |el| {
            el.remove();
            Ok(())
        }))
        .append_element_content_handler(element!("[href]:not([rel=alternate])", |el| {
            let to = follow(&el.get_attribute("href").unwrap_or_default());
            Ok(el.set_attribute("href", &to)?)
        }))
        .append_element_content_handler(element!("[src]", |el| {
            if el.tag_name() != "script" {
                follow(&el.get_attribute("src").unwrap_or_default());
            }
            Ok(())
        }))
        // The page that a form would lead to has everything from A to Z; on it there is
        // nothing to lead to.
        .append_element_content_handler(element!("form", |el| {
            match el.get_attribute("action") {
                Some(action) => {
                    let to = escape(&follow(&action));
                    let link = format!(
                        r#"<p class="search"><a href="{to}">Everything from A to Z</a></p>"#
                    );
                    el.replace(&link, ContentType::Html);
                }
                None => el.remove(),
            }
            Ok(())
        }))
        .append_element_content_handler(element!(".offline > p", |el| {
            el.set_inner_content(OFFLINE_TEXT, ContentType::Text);
            Ok(())
        }))
        .append_element_content_handler(element!(".embeds", |el| {
            el.set_inner_content(&format!("<p>{EMBED_TEXT}</p>"), ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!("footer > div", |el| {
            el.append(&format!("<p>{FOOTER_TEXT}</p>"), ContentType::Html);
            Ok(())
        }));
    let html = rewrite_str(html, settings).map_err(|error| anyhow!("{path}: {error}"))?;
    Ok(Page {
        html,
        language: language.into_inner(),
        files: files.into_inner(),
    })
}

/// Appends `index.html` to a link to a folder, as a host would resolve it.
/// Links to other sites, and to places on the same page, are as they were.
fn file_address(link: &str) -> String {
    let end = link.find(['?', '#']).unwrap_or(link.len());
    let (path, rest) = link.split_at(end);
    if path.is_empty() || is_elsewhere(path) {
        return link.to_owned();
    }
    match path.rsplit_once('/').map_or(path, |(_, last)| last) {
        "" => format!("{path}index.html{rest}"),
        "." | ".." => format!("{path}/index.html{rest}"),
        _ => link.to_owned(),
    }
}

fn is_elsewhere(path: &str) -> bool {
    path.starts_with('/') || path.contains(':')
}

/// The file that a link on the page `page` refers to, relative to the site's root. `None` if it is not
/// one of the site.
fn file_of(page: &str, link: &str) -> Option<String> {
    let path = link.split(['?', '#']).next()?;
    if path.is_empty() || is_elsewhere(path) {
        return None;
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    let file = parts.join("/");
    Some(percent_decode_str(&file).decode_utf8_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_to_a_folder_leads_to_its_page() {
        for (link, file) in [
            ("../contact/", "../contact/index.html"),
            ("../contact/#ann", "../contact/index.html#ann"),
            ("./", "./index.html"),
            ("..", "../index.html"),
            ("../?from=mail", "../index.html?from=mail"),
            ("#top", "#top"),
            ("plan.pdf#page=2", "plan.pdf#page=2"),
            ("https://example.org/", "https://example.org/"),
            ("tel:999", "tel:999"),
            ("data:,", "data:,"),
        ] {
            assert_eq!(file_address(link), file, "{link}");
        }
    }

    #[test]
    fn the_files_of_a_page_are_counted_from_the_root() {
        let of = |link| file_of("about-us/chair/index.html", link);
        assert_eq!(of("../../icon.svg").as_deref(), Some("icon.svg"));
        assert_eq!(
            of("../index.html#x").as_deref(),
            Some("about-us/index.html")
        );
        assert_eq!(
            of("../../documents/Report%20%233.pdf#page=2").as_deref(),
            Some("documents/Report #3.pdf")
        );
        assert_eq!(of("https://example.org/x"), None);
        assert_eq!(of("#x"), None);
        assert_eq!(of("../../../up.txt"), None);
    }
}
