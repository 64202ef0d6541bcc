//! Numbers rounded to two bits after the first, as Lucene's `SmallFloat` keeps the lengths of
//! documents: what depends on such a number stays as it was when the site changes a little.

const KEPT: u32 = 0xFFE0_0000;

/// The nearest such number to one above zero; never more than a ninth away.
pub(super) fn nearest(number: f32) -> f32 {
    f32::from_bits((number.to_bits() + (!KEPT).div_ceil(2)) & KEPT)
}

/// The least such number that is at least one above zero.
pub(super) fn at_least(number: f32) -> f32 {
    f32::from_bits((number.to_bits() + !KEPT) & KEPT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_bits_are_kept() {
        for (number, near, above) in [
            (1.0, 1.0, 1.0),
            (1.12, 1.0, 1.25),
            (1.13, 1.25, 1.25),
            (15.0, 16.0, 16.0),
            (230.0, 224.0, 256.0),
        ] {
            assert_eq!((nearest(number), at_least(number)), (near, above));
        }
    }
}
