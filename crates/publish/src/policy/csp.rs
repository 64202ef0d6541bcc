//! The Content Security Policy (W3C CSP Level 3), once for the `meta` element of each page and once
//! for the header of a host. Both apply together, so a host that sends no header loses little.

use lscb_wire::InlineDigests;

/// The directives of both. There is no reporting, for the privacy of readers.
///
/// - `'wasm-unsafe-eval'` compiles WebAssembly and nothing else (CSP 3, section 2.3.1).
/// - `style-src 'self'` is the style that all frames on other people's pages share, and
///   `frame-src 'self'` the page on which such a frame is tried.
/// - `data:` is the empty icon of the page for missing addresses, which cannot refer to any file.
/// - `lscb` may name the service worker's script; no policy makes HTML (W3C Trusted Types).
fn directives(scripts: &str, styles: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; \
         frame-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
         base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; \
         trusted-types lscb"
    )
}

fn sources<'a>(hashes: impl IntoIterator<Item = &'a String>) -> String {
    hashes
        .into_iter()
        .map(|hash| format!(" '{hash}'"))
        .collect()
}

/// The policy in the `meta` element of a page with these inline scripts and styles.
pub(crate) fn of_page(inline: &InlineDigests) -> String {
    directives(&sources(&inline.scripts), &sources(&inline.styles))
}

/// The policy in the header of a host, for all pages: `inline` has the digests of all of them, and
/// `ancestors` are the sites that may embed them, which a `meta` element cannot name.
pub(crate) fn of_host(inline: &InlineDigests, ancestors: &str) -> String {
    let page = of_page(inline);
    format!("{page}; frame-ancestors {ancestors}")
}
