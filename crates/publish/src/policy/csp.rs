//! The Content Security Policy (W3C CSP Level 3), once as each page carries it and once as a
//! host sends it. Both hold at the same time, so a host that sends none loses little.

use lscb_wire::InlineDigests;

/// What both say, but for what pages hold inline. There is no reporting: nobody is told what a
/// reader's browser did.
///
/// - `'wasm-unsafe-eval'` compiles WebAssembly and nothing else (CSP 3, section 2.3.1).
/// - `style-src 'self'` is the style that all frames on other people's pages share, and
///   `frame-src 'self'` the page on which such a frame is tried.
/// - `data:` is the empty icon of the page for missing addresses, which can ask for no file.
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

/// The policy in the `meta` element of a page that holds `inline`.
pub(crate) fn of_page(inline: &InlineDigests) -> String {
    directives(&sources(&inline.scripts), &sources(&inline.styles))
}

/// The policy in a host's answers, for all pages: `inline` is what any of them holds, and
/// `ancestors` who may show them in a frame, which a page cannot say of itself.
pub(crate) fn of_host(inline: &InlineDigests, ancestors: &str) -> String {
    let page = of_page(inline);
    format!("{page}; frame-ancestors {ancestors}")
}
