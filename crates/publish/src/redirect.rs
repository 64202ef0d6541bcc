//! Old addresses: for hosts that redirect, and as tiny pages for hosts that cannot.

use std::fmt::Write as _;

use anyhow::Result;
use lscb::route::Base;
use lscb_content::wire::Target;
use lscb_content::{Redirect, Site};
use rayon::prelude::*;

use crate::artefact::Artefact;
use crate::document::escape;

/// Writes `_redirects` (the format of Netlify and Cloudflare Pages) and a page at every
/// old address. The pages are relative, so they work under any path; the rules are for a
/// site at a host's root.
pub(crate) fn write(site: &Site, artefact: &Artefact) -> Result<()> {
    let redirects = site.redirects();
    let mut rules = String::new();
    for Redirect { from, to } in &redirects {
        let _ = writeln!(rules, "/{from} {to} 301\n/{from}/ {to} 301");
    }
    artefact.write("_redirects", rules.as_bytes())?;
    redirects.par_iter().try_for_each(|Redirect { from, to }| {
        let href = Base::of(&format!("/{from}/")).href(&Target::Page(to.clone()));
        artefact.write(&format!("{from}/index.html"), page(&href).as_bytes())
    })
}

fn page(href: &str) -> String {
    let href = escape(href);
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
