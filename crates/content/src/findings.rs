//! What reading one file finds besides its content: problems, and names of other things
//! that can be looked up only when all files are read.

use std::sync::Arc;

use crate::{Fault, PagePath, Problem, Slug, characters::shown, record::Kind};

#[derive(Debug)]
pub(crate) struct Findings {
    file: Arc<str>,
    pub(crate) problems: Vec<Problem>,
    pub(crate) references: Vec<Reference>,
}

/// A name that must lead somewhere.
#[derive(Debug)]
pub(crate) struct Reference {
    pub(crate) file: Arc<str>,
    pub(crate) line: u32,
    pub(crate) said: Said,
    pub(crate) to: Pointer,
}

/// How a reference was made, for the sentence on a dead one.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Said {
    /// By the field or attribute of this name.
    Field(&'static str),
    /// By a link in the text.
    Link,
}

/// What a reference leads to.
#[derive(Debug)]
pub(crate) enum Pointer {
    Record(Kind, Slug),
    Page(PagePath),
    /// An anchor on a page.
    Anchor(PagePath, Box<str>),
    /// A file beside the content, by its path from the content folder.
    Attachment(Box<str>),
}

impl Findings {
    pub(crate) fn new(file: &str) -> Self {
        Self {
            file: file.into(),
            problems: Vec::new(),
            references: Vec::new(),
        }
    }

    pub(crate) fn file(&self) -> Arc<str> {
        Arc::clone(&self.file)
    }

    pub(crate) fn problem(
        &mut self,
        line: u32,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.problems.push(Problem {
            file: self.file.to_string(),
            line,
            message: shown(message.into()),
            remedy: remedy.into(),
        });
    }

    pub(crate) fn fault(&mut self, line: u32, fault: Fault) {
        self.problem(line, fault.message, fault.remedy);
    }

    pub(crate) fn refer(&mut self, line: u32, said: Said, to: Pointer) {
        self.references.push(Reference {
            file: self.file(),
            line,
            said,
            to,
        });
    }
}
