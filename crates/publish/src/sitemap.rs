//! `sitemap.xml` (sitemaps.org protocol 0.9).

use std::fmt::Write as _;

use lscb_content::Site;

use crate::document::escape;

/// The sitemap, if `site.toml` has an `origin`: the protocol wants whole addresses, and search
/// engines refuse a list of paths.
pub(crate) fn sitemap(site: &Site) -> Option<String> {
    let origin = site.settings.origin.as_ref()?;
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for path in site.paths() {
        let _ = writeln!(
            out,
            "<url><loc>{}</loc></url>",
            escape(&origin.join(path.relative()))
        );
    }
    out.push_str("</urlset>\n");
    Some(out)
}
