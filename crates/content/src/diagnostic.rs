//! Diagnostics: what is wrong with the content, where, and what to do about it.

use std::fmt;

use crate::{ContentFile, characters::shown};

/// A problem with the content. Reading reports all of them at once.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// The file.
    pub file: ContentFile,
    /// The line, from 1; 0 if the whole file is meant.
    pub line: u32,
    /// What is wrong, in a plain sentence.
    pub message: String,
    /// What to do about it, in a plain sentence.
    pub help: String,
}

impl Diagnostic {
    /// A diagnostic about a line of a file. What the message quotes is made visible.
    pub(crate) fn new(
        file: &ContentFile,
        line: u32,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self {
            file: file.clone(),
            line,
            message: shown(message.into()),
            help: help.into(),
        }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        write!(f, ": {} {}", self.message, self.help)
    }
}
