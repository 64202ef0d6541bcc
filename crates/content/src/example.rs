//! Small sites for tests.

use crate::{Attachment, ContentFolder, Date, Reading, Site, SourceFile, read};

/// Its settings.
pub(crate) const SETTINGS: &str = r#"
title = "Example Safeguarding Board"
short_title = "Example Board"
language = "en-GB"
board = "board"
ask = "team"
as_at = "2019"
as_at_text = "This site describes arrangements as at 2019."
as_at_more = "They have been replaced."
navigation = ["/about/", "/contact/"]
[[help]]
number = "999"
text = "if a child is in danger now"
[[help]]
number = "0800 1111"
text = "Childline"
[legacy]
prefixes = ["lscb"]
suffixes = ["print"]
"#;

/// What every site needs; a test replaces a file by one of the same path.
const FILES: [(&str, &str); 6] = [
    ("site.toml", SETTINGS),
    (
        "index.md",
        "+++\ntitle = \"Example Safeguarding Board\"\nsummary = \"First.\"\n+++\n",
    ),
    (
        "about.md",
        "+++\ntitle = \"About\"\nsummary = \"What it does.\"\naliases = [\"us\"]\n+++\n",
    ),
    (
        "contact.md",
        "+++\ntitle = \"Contact\"\nsummary = \"Whom to ask.\"\n+++\n\n::contacts{body=\"team\"}\n",
    ),
    (
        "records/bodies.toml",
        r#"
[[body]]
slug = "board"
name = "Example Safeguarding Board"
kind = "board"
[[body]]
slug = "team"
name = "Business Team"
kind = "team"
parent = "board"
"#,
    ),
    (
        "records/documents.toml",
        r#"
[[document]]
slug = "plan"
title = "Plan 2018-20"
type = "plan"
owner = "board"
[[document]]
slug = "report"
title = "Report 2018"
type = "report"
owner = "board"
file = "report.pdf"
[[document]]
slug = "leaflet"
title = "Leaflet"
type = "leaflet"
owner = "board"
url = "https://example.org/leaflet"
holder = "Example Partnership"
"#,
    ),
];

/// The example site with some files added or replaced. It must have no diagnostics.
#[track_caller]
pub(crate) fn site(files: &[(&str, &str)]) -> Site {
    let reading = reading(files);
    assert_eq!(reading.diagnostics, []);
    reading.site
}

/// What reading the example site with some files added or replaced gives.
pub(crate) fn reading(files: &[(&str, &str)]) -> Reading {
    let replaced = |path: &str| files.iter().any(|(other, _)| *other == path);
    let kept = FILES.iter().filter(|(path, _)| !replaced(path));
    let sources: Vec<SourceFile> = kept
        .chain(files)
        .map(|(path, text)| SourceFile {
            path: (*path).into(),
            bytes: text.as_bytes().into(),
        })
        .collect();
    let attachments = [
        Attachment {
            path: "documents/report.pdf".into(),
            bytes: 1_234_567,
            pages: Some(48),
        },
        Attachment {
            path: "images/map.svg".into(),
            bytes: 345,
            pages: None,
        },
    ];
    read(
        &ContentFolder::default(),
        &sources,
        &attachments,
        Date::from_day(2026, 11, 23),
    )
}

/// A page with this text.
pub(crate) fn page(text: &str) -> String {
    page_called("A page", text)
}

/// A page with this title and text: two beside each other cannot have one title.
pub(crate) fn page_called(title: &str, text: &str) -> String {
    format!("+++\ntitle = \"{title}\"\nsummary = \"A page of an example.\"\n+++\n\n{text}\n")
}
