//! Parse errors: why a value was refused.

use std::fmt;

/// Why a value was refused, in a sentence, and what to write in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// What is wrong: ``"`2019-13` is not a date."``
    pub message: String,
    /// What to do: `"Write it as 2019, 2019-04 or 2019-06-25."`
    pub help: String,
}

impl ParseError {
    /// An error from its two sentences.
    pub fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            help: help.into(),
        }
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.message, self.help)
    }
}

impl std::error::Error for ParseError {}
