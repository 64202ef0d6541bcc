//! Addresses of files of the site.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What stands for itself: the unreserved characters (RFC 3986, 2.3), and the slash.
const PLAIN: AsciiSet = NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// The address of the file at `path`, both from the site's root: what means something in an
/// address is encoded (RFC 3986, 2.1).
///
/// ```
/// use lscb_content::file_address;
/// assert_eq!(file_address("documents/Report #3.pdf"), "documents/Report%20%233.pdf");
/// assert_eq!(file_address("documents/50% plan.pdf"), "documents/50%25%20plan.pdf");
/// assert_eq!(file_address("documents/plan-2018.pdf"), "documents/plan-2018.pdf");
/// ```
pub fn file_address(path: &str) -> String {
    utf8_percent_encode(path, &PLAIN).to_string()
}
