//! A shelf: the names of card files, eight bytes each.

use super::bytes::Reader;
use super::name::Name;

/// The name at `place`.
pub(crate) fn name(bytes: &[u8], place: usize) -> Option<Name> {
    let start = place.checked_mul(8)?;
    Name::read(&mut Reader::new(bytes.get(start..)?))
}
