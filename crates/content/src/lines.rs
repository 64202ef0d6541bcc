//! Line numbers.

#[cfg(test)]
mod tests;

use crate::ParseError;

/// Turns places in a text into line numbers. It remembers the last one, so that going
/// through a text from its beginning to its end costs one pass however many are asked.
pub(crate) struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u32,
}

impl<'a> Lines<'a> {
    /// Counts from `first`, the number of the text's first line.
    pub(crate) fn new(text: &'a str, first: u32) -> Self {
        Self {
            bytes: text.as_bytes(),
            at: 0,
            line: first,
        }
    }

    /// The line that the byte at `offset` stands on.
    pub(crate) fn line(&mut self, offset: usize) -> u32 {
        let offset = offset.min(self.bytes.len());
        if offset >= self.at {
            self.line += newlines(&self.bytes[self.at..offset]);
        } else {
            self.line -= newlines(&self.bytes[offset..self.at]);
        }
        self.at = offset;
        self.line
    }
}

/// Why a line does not belong where it is that two people's changes have left (git-merge, "How
/// conflicts are presented").
pub(crate) fn merge_mark(line: &str) -> Option<ParseError> {
    let marks = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];
    let mark = marks.into_iter().find(|mark| line.starts_with(mark))?;
    Some(ParseError::new(
        format!("This line begins with {mark}, which is left over from a merge."),
        "Keep the lines of one side, and take out those of the other and the marks.",
    ))
}

/// How many lines end in `bytes`.
pub(crate) fn newlines(bytes: &[u8]) -> u32 {
    let count = bytes.iter().filter(|b| **b == b'\n').count();
    u32::try_from(count).unwrap_or(u32::MAX)
}
