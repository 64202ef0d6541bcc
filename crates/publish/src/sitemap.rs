//! `sitemap.xml` (sitemaps.org protocol 0.9).

use std::fmt::Write as _;

use lscb_content::Site;

use crate::document::escape;

/// The sitemap. The protocol wants whole addresses; without an `origin` in `site.toml`
/// they are the paths from the site's root, and a host that knows its name completes them.
pub(crate) fn sitemap(site: &Site) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let origin = site.settings.origin.as_ref();
    let origin = origin.map_or("", |origin| origin.as_str().trim_end_matches('/'));
    for path in site.paths() {
        let _ = writeln!(
            out,
            "<url><loc>{}{}</loc></url>",
            escape(origin),
            escape(path.as_str())
        );
    }
    out.push_str("</urlset>\n");
    out
}
