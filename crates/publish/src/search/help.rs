//! The help numbers, which are shown above every page.

use lscb_content::{PagePath, Site};
use lscb_search::{Document, Kind, Passage, Phone};

/// The heading of the block and its anchor, as the app draws it.
const TITLE: &str = "Worried about a child?";
const ANCHOR: &str = "#help";

/// Search terms that the block itself does not contain.
const KEYWORDS: [&str; 2] = ["help numbers", "helplines"];

/// The help numbers, to be called from the result itself; found on the contact page, or on
/// the first page where there is none.
pub(super) fn document(site: &Site) -> Option<Document> {
    let lines = site.shell().help;
    if lines.is_empty() {
        return None;
    }
    let contact: Option<PagePath> = "/contact/".parse().ok();
    let contact = contact.and_then(|path| site.page(&path));
    let page = contact.or_else(|| site.page(&PagePath::home()))?;
    let text: Vec<String> = lines
        .iter()
        .map(|line| format!("{} {}", line.phone.printed, line.text))
        .collect();
    let phones = lines.into_iter().map(|line| Phone {
        printed: line.phone.printed,
        number: line.phone.dial,
    });
    Some(Document {
        address: format!("{}{ANCHOR}", page.path.relative()),
        kind: Kind::Contact,
        section: site.section(page).into(),
        title: TITLE.into(),
        passages: vec![Passage {
            heading: None,
            text: text.join(" · "),
        }],
        keywords: KEYWORDS.map(String::from).into(),
        phones: phones.collect(),
        ..Document::default()
    })
}
