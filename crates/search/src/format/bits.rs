//! Bit strings for postings, from the highest bit of each byte down. Reading is total: `None`
//! where the bits end.

/// Reads from the front of a slice of bits.
#[derive(Clone, Debug)]
pub(crate) struct BitReader<'a> {
    bytes: &'a [u8],
    /// The next bit, and the one after the last.
    at: usize,
    end: usize,
}

impl<'a> BitReader<'a> {
    /// `length` bits of `bytes` from `start` on, or as many as there are.
    pub(crate) fn new(bytes: &'a [u8], start: usize, length: usize) -> Self {
        let end = start.saturating_add(length).min(bytes.len() * 8);
        Self {
            bytes,
            at: start.min(end),
            end,
        }
    }

    /// How many bits are left.
    pub(crate) fn len(&self) -> usize {
        self.end.saturating_sub(self.at)
    }

    /// A number of `width` bits, at most 24.
    pub(crate) fn number(&mut self, width: usize) -> Option<usize> {
        if width > self.len() {
            return None;
        }
        let window = self.window();
        self.at += width;
        Some(((u64::from(window) << width) >> 32) as usize)
    }

    /// A Rice number (Rice, Plaunt: *Adaptive variable-length coding*, IEEE Transactions on
    /// Communication Technology 1971): what stands above the lowest `low` bits in ones and
    /// a zero, then those bits.
    pub(crate) fn rice(&mut self, low: usize) -> Option<usize> {
        let mut high = 0;
        loop {
            let ones = (self.window().leading_ones() as usize).min(24);
            high += ones;
            self.at += ones;
            if self.at >= self.end {
                return None;
            }
            if ones < 24 {
                break;
            }
        }
        self.at += 1;
        Some(high.checked_shl(low as u32)? | self.number(low)?)
    }

    /// The next 24 bits, at least, highest first; zeros after the end of the bytes.
    fn window(&self) -> u32 {
        let at = self.at / 8;
        let bytes = match self.bytes.get(at..at + 4) {
            Some(bytes) => [bytes[0], bytes[1], bytes[2], bytes[3]],
            None => std::array::from_fn(|next| self.bytes.get(at + next).map_or(0, |byte| *byte)),
        };
        u32::from_be_bytes(bytes) << (self.at % 8)
    }
}

/// Writes what [`BitReader`] reads.
#[cfg(feature = "indexer")]
#[derive(Default)]
pub(crate) struct BitWriter {
    pub(crate) bytes: Vec<u8>,
    /// How many bits have been written.
    pub(crate) length: usize,
}

#[cfg(feature = "indexer")]
impl BitWriter {
    pub(crate) fn number(&mut self, value: usize, width: usize) {
        for bit in (0..width).rev() {
            if self.length.is_multiple_of(8) {
                self.bytes.push(0);
            }
            let last = self.bytes.len() - 1;
            self.bytes[last] |= ((value >> bit & 1) as u8) << (7 - self.length % 8);
            self.length += 1;
        }
    }

    pub(crate) fn rice(&mut self, value: usize, low: usize) {
        for _ in 0..value >> low {
            self.number(1, 1);
        }
        self.number(0, 1);
        self.number(value, low);
    }
}

#[cfg(all(test, feature = "indexer"))]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_and_then_nothing() {
        let mut to = BitWriter::default();
        let numbers = [0, 1, 5, 31, 32, 100, 4096, 65_535, 3, 1 << 21];
        for low in [0, 3, 9, 21] {
            for value in numbers {
                to.rice(value >> (12 - low.min(12)), low);
                to.number(value, 22);
            }
        }
        let mut from = BitReader::new(&to.bytes, 0, to.length);
        for low in [0, 3, 9, 21] {
            for value in numbers {
                assert_eq!(from.rice(low), Some(value >> (12 - low.min(12))));
                assert_eq!(from.number(22), Some(value));
            }
        }
        assert_eq!(from.number(1), None);
        assert_eq!(from.rice(0), None);
    }

    #[test]
    fn ones_without_end_are_no_number() {
        let ones = [255; 400];
        assert_eq!(BitReader::new(&ones, 3, usize::MAX).rice(4), None);
        assert_eq!(BitReader::new(&ones, 9999, 4).number(1), None);
        assert_eq!(BitReader::new(&[], 0, 1).rice(0), None);
    }
}
