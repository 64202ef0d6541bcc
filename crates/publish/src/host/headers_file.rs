//! `_headers` and `_redirects`: Cloudflare Pages, Netlify and compatible hosts
//! (developers.cloudflare.com/pages/configuration/headers, docs.netlify.com/routing/headers).
//!
//! If two rules set the same header, both hosts send both values, so no header is set twice: files
//! without a hash keep the hosts' own `public, max-age=0, must-revalidate`, which also revalidates.
//! Both hosts send missing files with a `no-store` of their own.

use std::fmt::Write as _;

use crate::policy::{Class, HASHED, Policy};

pub(super) fn headers(policy: &Policy) -> String {
    let mut out = "/*\n".to_owned();
    for (name, value) in policy.headers() {
        let _ = writeln!(out, "  {name}: {value}");
    }
    for folder in HASHED {
        let forever = Class::Hashed.cache_control();
        let _ = writeln!(out, "/{folder}/*\n  Cache-Control: {forever}");
    }
    out
}

/// For a site at a host's root: under a path, the redirect pages at the old addresses apply.
pub(super) fn redirects(policy: &Policy) -> String {
    let mut out = String::new();
    for (from, to) in &policy.moved {
        let _ = writeln!(out, "/{from} {to} 301\n/{from}/ {to} 301");
    }
    out
}
