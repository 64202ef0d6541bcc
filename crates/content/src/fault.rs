//! Why a value was refused.

use std::fmt;

/// Why a value was refused, in a sentence, and what to write in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong: ``"`2019-13` is not a date."``
    pub message: String,
    /// What to do: `"Write it as 2019, 2019-04 or 2019-06-25."`
    pub remedy: String,
}

impl Fault {
    /// A fault from its two sentences.
    pub fn new(message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            remedy: remedy.into(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.message, self.remedy)
    }
}

impl std::error::Error for Fault {}
