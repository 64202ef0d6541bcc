//! Links in the text.

use super::{Destination, Inline, Link};
use crate::{
    PagePath, WebAddress,
    findings::{Findings, Pointer, Said},
    record::Kind,
};

/// Reads where a link leads. A link that leads nowhere is a problem, and its words stay
/// as plain text.
pub(super) fn read(
    to: &str,
    email: bool,
    text: Vec<Inline>,
    line: u32,
    path: Option<&PagePath>,
    findings: &mut Findings,
) -> Inline {
    let email = email.then(|| format!("mailto:{to}"));
    match destination(email.as_deref().unwrap_or(to), line, path, findings) {
        Some(to) => Inline::Link(Box::new(Link { to, text })),
        None => Inline::Text(super::words(&text).into()),
    }
}

fn destination(
    to: &str,
    line: u32,
    path: Option<&PagePath>,
    findings: &mut Findings,
) -> Option<Destination> {
    let fault = if let Some(slug) = to.strip_prefix("document:") {
        match slug.parse() {
            Ok(slug) => {
                let pointer = Pointer::Record(Kind::Document, slug);
                let Pointer::Record(_, slug) = &pointer else {
                    return None;
                };
                let document = Destination::Document(slug.clone());
                findings.refer(line, Said::Link, pointer);
                return Some(document);
            }
            Err(fault) => fault,
        }
    } else if to.starts_with('/') && !to.starts_with("//") {
        let (page, anchor) = to.split_once('#').map_or((to, None), |(a, b)| (a, Some(b)));
        match page.parse() {
            Ok(page) => {
                findings.refer(line, Said::Link, pointer(page, anchor));
                return Some(Destination::Page(to.into()));
            }
            Err(fault) => fault,
        }
    } else if let Some(anchor) = to.strip_prefix('#') {
        let Some(path) = path else {
            findings.problem(
                line,
                format!("The link to {to} stands in a review, which may be on several pages."),
                "Write the path of the page before the # sign.",
            );
            return None;
        };
        findings.refer(line, Said::Link, pointer(path.clone(), Some(anchor)));
        return Some(Destination::Page(to.into()));
    } else {
        match to.parse::<WebAddress>() {
            Ok(address) => return Some(Destination::Url(address.as_str().into())),
            Err(fault) => fault,
        }
    };
    findings.fault(line, fault);
    None
}

fn pointer(page: PagePath, anchor: Option<&str>) -> Pointer {
    match anchor {
        Some(anchor) => Pointer::Anchor(page, anchor.into()),
        None => Pointer::Page(page),
    }
}
