//! Views as HTML text.

use leptos::prelude::*;

/// Adds a view without the empty comments that tachys leaves for hydration, which this
/// site does not use. Text is escaped, so `<!` can only be such a comment.
pub(super) fn push(out: &mut String, view: AnyView) {
    let html = view.to_html();
    let mut rest = html.as_str();
    while let Some(start) = rest.find("<!") {
        out.push_str(&rest[..start]);
        rest = rest[start..].split_once('>').map_or("", |(_, after)| after);
    }
    out.push_str(rest);
}
