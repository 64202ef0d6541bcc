//! What is read: files as the publisher found them.

/// The largest file that is read, in bytes. A page of this size would take two hours to
/// read aloud a hundred times over; a larger one is a mistake or an attack.
pub const MAX_SOURCE_BYTES: u64 = 4 * 1024 * 1024;

/// A text file of the content folder: a page, a review, records or the site's settings.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its path from the content folder, with `/` between the parts.
    pub path: String,
    /// Its bytes, whatever they are.
    pub bytes: Vec<u8>,
}

/// A file that is published as it is, such as a PDF.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// Its path from the content folder: `documents/annual-report-2017-18.pdf`.
    pub path: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// How many pages it has, where the publisher knows.
    pub pages: Option<u32>,
}
