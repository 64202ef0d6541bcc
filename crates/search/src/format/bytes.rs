//! Numbers, text and lists as bytes. Reading is total: `None` where the bytes are malformed.

/// Reads from the front of a slice.
#[derive(Clone, Debug)]
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// How many bytes are left: no list can have more elements.
    pub(crate) fn len(&self) -> usize {
        self.rest.len()
    }

    pub(crate) fn rest(&self) -> &'a [u8] {
        self.rest
    }

    pub(crate) fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(first)
    }

    pub(crate) fn bytes(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }

    /// An unsigned LEB128 number (DWARF 5, section 7.6) of at most 32 bits.
    pub(crate) fn number(&mut self) -> Option<usize> {
        let mut value = 0u32;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            let bits = u32::from(byte & 0x7f);
            value |= bits
                .checked_shl(shift)
                .filter(|moved| moved >> shift == bits)?;
            if byte & 0x80 == 0 {
                return usize::try_from(value).ok();
            }
        }
        None
    }

    /// The length of a list whose elements take at least a byte each.
    pub(crate) fn count(&mut self) -> Option<usize> {
        self.number().filter(|&count| count <= self.len())
    }

    /// A list: its count, then each element as `read` reads it.
    pub(crate) fn list<T>(
        &mut self,
        mut read: impl FnMut(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        let count = self.count()?;
        // Grown as it is read: a false count takes no memory.
        let mut all = Vec::new();
        for _ in 0..count {
            all.push(read(self)?);
        }
        Some(all)
    }

    /// A length and as much UTF-8.
    pub(crate) fn text(&mut self) -> Option<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.bytes(length)?).ok()
    }

    /// Front-coded text: how many bytes of `before` stay, and what follows them. Turns `before`
    /// into it.
    pub(crate) fn front_coded(&mut self, before: &mut String) -> Option<()> {
        let kept = self.number()?;
        let rest = self.text()?;
        before.get(..kept)?;
        before.truncate(kept);
        before.push_str(rest);
        Some(())
    }
}

/// Writes what [`Reader`] reads.
#[cfg(feature = "indexer")]
pub(crate) trait Write {
    fn number(&mut self, value: usize);
    fn text(&mut self, text: &str);
    fn front_coded(&mut self, before: &str, text: &str);
}

#[cfg(feature = "indexer")]
impl Write for Vec<u8> {
    fn number(&mut self, value: usize) {
        // No index comes near 2³² of anything: the number of documents is checked first.
        let mut value = u32::try_from(value).unwrap_or(u32::MAX);
        while value > 0x7f {
            self.push((value & 0x7f) as u8 | 0x80);
            value >>= 7;
        }
        self.push(value as u8);
    }

    fn text(&mut self, text: &str) {
        self.number(text.len());
        self.extend_from_slice(text.as_bytes());
    }

    fn front_coded(&mut self, before: &str, text: &str) {
        let same = before.bytes().zip(text.bytes()).take_while(|(a, b)| a == b);
        let mut kept = same.count();
        while !text.is_char_boundary(kept) {
            kept -= 1;
        }
        self.number(kept);
        self.text(&text[kept..]);
    }
}
