//! Links in the text.

use super::{Destination, InlineNode, LinkNode};
use crate::{
    PagePath, ParseError, Slug, WebAddress,
    diagnostics::Diagnostics,
    record::Kind,
    reference::{ReferenceSource, ReferenceTarget},
};

/// Reads the destination of a link. An invalid one is reported, and the words of the link stay
/// as plain text.
pub(super) fn read(
    to: &str,
    email: bool,
    text: Vec<InlineNode>,
    line: u32,
    path: Option<&PagePath>,
    diagnostics: &mut Diagnostics,
) -> InlineNode {
    let email = email.then(|| format!("mailto:{to}"));
    match destination(email.as_deref().unwrap_or(to), line, path, diagnostics) {
        Some(to) => InlineNode::Link(Box::new(LinkNode { to, text })),
        None => InlineNode::Text(super::words(&text).into()),
    }
}

fn destination(
    to: &str,
    line: u32,
    path: Option<&PagePath>,
    diagnostics: &mut Diagnostics,
) -> Option<Destination> {
    let error = if let Some(slug) = to.strip_prefix("document:") {
        match slug.parse::<Slug>() {
            Ok(slug) => {
                let target = ReferenceTarget::Record(Kind::Document, slug.clone());
                diagnostics.refer(line, ReferenceSource::Link, target);
                return Some(Destination::Document(slug));
            }
            Err(error) => error,
        }
    } else if to.starts_with('/') && !to.starts_with("//") {
        let (page, anchor) = to.split_once('#').map_or((to, None), |(a, b)| (a, Some(b)));
        match page.parse() {
            Ok(page) => {
                diagnostics.refer(line, ReferenceSource::Link, page_target(page, anchor));
                return Some(Destination::Page(to.into()));
            }
            Err(error) => not_from_start(to).unwrap_or(error),
        }
    } else if let Some(anchor) = to.strip_prefix('#') {
        let Some(path) = path else {
            diagnostics.report(
                line,
                format!("The link to {to} stands in a review, which may be on several pages."),
                "Write the path of the page before the # sign.",
            );
            return None;
        };
        diagnostics.refer(
            line,
            ReferenceSource::Link,
            page_target(path.clone(), Some(anchor)),
        );
        return Some(Destination::Page(to.into()));
    } else if to.is_empty() {
        diagnostics.report(
            line,
            "This link has no address.",
            "Write it between the round brackets.",
        );
        return None;
    } else {
        match to.parse::<WebAddress>() {
            Ok(address) => match address.check_public() {
                Ok(()) => return Some(Destination::Url(address.as_str().into())),
                Err(error) => error,
            },
            Err(error) => not_from_start(to).unwrap_or(error),
        }
    };
    diagnostics.report_error(line, error);
    None
}

/// Why an address that names the file of a page, such as `../contact.md`, is none; nothing of other
/// addresses.
fn not_from_start(to: &str) -> Option<ParseError> {
    let (file, place) = to.split_at(to.find(['#', '?']).unwrap_or(to.len()));
    let name = file.trim_start_matches(['.', '/']);
    let endings = [".md", ".html", ".htm", "/"];
    let stem = endings.iter().find_map(|ending| name.strip_suffix(ending));
    let stem = stem.or((name != file).then_some(name))?;
    let page = PagePath::from_source(stem).ok()?;
    let anchor = place.find('#').map_or("", |at| &place[at..]);
    Some(ParseError::new(
        format!("`{to}` is not the path of a page."),
        format!("Write {page}{anchor}: the path from the first page on."),
    ))
}

fn page_target(page: PagePath, anchor: Option<&str>) -> ReferenceTarget {
    match anchor {
        Some(anchor) => ReferenceTarget::Anchor(page, anchor.into()),
        None => ReferenceTarget::Page(page),
    }
}
