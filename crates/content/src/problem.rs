//! Problems: what is wrong with the content, where, and what to do about it.

use std::fmt;

/// A problem with the content. Reading reports all of them at once.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, from the content folder.
    pub file: String,
    /// The line, from 1; 0 if the problem is the whole file's.
    pub line: u32,
    /// What is wrong, in a plain sentence.
    pub message: String,
    /// What to do about it, in a plain sentence.
    pub remedy: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "content/{}", self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        write!(f, ": {} {}", self.message, self.remedy)
    }
}
