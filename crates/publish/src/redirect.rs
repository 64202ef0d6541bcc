//! Redirect pages for old addresses, for hosts that do not redirect.

use anyhow::Result;
use lscb::route::RelativeRoot;
use lscb_content::Redirect;
use lscb_wire::Target;
use rayon::prelude::*;

use crate::document::escape;
use crate::output_dir::OutputDir;

/// Writes a page at every old address. The pages are relative, so they work under any path.
pub(crate) fn write(redirects: &[Redirect], output_dir: &OutputDir) -> Result<()> {
    redirects.par_iter().try_for_each(|redirect| {
        let page = page(&redirect.from, &redirect.to);
        output_dir.write(&redirect.file(), page.as_bytes())
    })
}

/// The page at the old address `from` of a page of the site.
pub(crate) fn page(from: &str, to: &str) -> String {
    let href = RelativeRoot::of(&format!("/{from}/")).href(&Target::Page(to.to_owned()));
    let href = escape(&href);
    format!(
        concat!(
            r#"<!doctype html><html lang="en-GB"><head><meta charset="utf-8">"#,
            r#"<meta name="viewport" content="width=device-width, initial-scale=1">"#,
            r#"<title>This page has moved</title><meta name="robots" content="noindex">"#,
            r#"<meta http-equiv="refresh" content="0; url={href}"></head><body><main>"#,
            r#"<h1>This page has moved</h1><p><a href="{href}">Go to its new address</a></p>"#,
            "</main></body></html>\n",
        ),
        href = href
    )
}
