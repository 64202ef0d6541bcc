//! A shelf: the names of card files, six bytes each.

use super::bytes::Reader;
use super::name::{LENGTH, Name};

/// The name at `place`.
pub(crate) fn name(bytes: &[u8], place: usize) -> Option<Name> {
    let start = place.checked_mul(LENGTH)?;
    Name::read(&mut Reader::new(bytes.get(start..)?))
}
