//! Addresses that open for nobody.

use super::Entry;

pub(super) const ADDRESSES: &[Entry] = &[
    (
        r"(?i)(?:^|[\s(])((?:https?:/[^/\s]|https?//|https?;//|https?:\\+|(?:htp|hhttp|httt?tp|httpp|httpss|ttp|hxxp|htpp|hppt)s?://)[^\s]*)",
        "`{}` is not a whole address.",
        "Write it as the address bar shows it, such as https://www.gov.uk/.",
    ),
    (
        r"(?i)(?:^|[\s(])\x{fdd0}?(file:[^\s]+|[A-Z]:\\[^\s]+|\w[\w.-]*\\\w[^\s\\]*\\[^\s]+)",
        "`{}` is a place on your own device or network, which no reader can open.",
        "Add the file to the records of documents, or take the place out.",
    ),
];
