//! Fragments: what stands behind the `#` of an address.

use super::percent;

/// An address and its fragment, without the `#`; empty if it has none.
pub(super) fn split_fragment(address: &str) -> (&str, &str) {
    address.split_once('#').unwrap_or((address, ""))
}

/// An address with another fragment.
pub fn with_fragment(address: &str, fragment: &str) -> String {
    [split_fragment(address).0, "#", fragment].concat()
}

/// The decoded fragment of an address; empty if it has none.
///
/// ```
/// assert_eq!(lscb::route::fragment_of("https://example.org/#caf%C3%A9"), "café");
/// ```
pub fn fragment_of(url: &str) -> String {
    percent::decode(split_fragment(url).1, b'+')
}
