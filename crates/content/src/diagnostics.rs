//! What reading one file gives besides its content: its diagnostics, and its references to
//! other things.

use std::sync::Arc;

use crate::{
    Diagnostic, ParseError,
    reference::{Reference, ReferenceSource, ReferenceTarget},
};

/// Collects the diagnostics and references of one file.
#[derive(Debug)]
pub(crate) struct Diagnostics {
    file: Arc<str>,
    pub(crate) items: Vec<Diagnostic>,
    pub(crate) references: Vec<Reference>,
}

impl Diagnostics {
    pub(crate) fn new(file: &str) -> Self {
        Self {
            file: file.into(),
            items: Vec::new(),
            references: Vec::new(),
        }
    }

    pub(crate) fn file(&self) -> Arc<str> {
        Arc::clone(&self.file)
    }

    pub(crate) fn report(
        &mut self,
        line: u32,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.items
            .push(Diagnostic::new(&self.file, line, message, help));
    }

    pub(crate) fn report_error(&mut self, line: u32, error: ParseError) {
        self.report(line, error.message, error.help);
    }

    pub(crate) fn refer(&mut self, line: u32, source: ReferenceSource, target: ReferenceTarget) {
        self.references.push(Reference {
            file: self.file(),
            line,
            source,
            target,
        });
    }
}
