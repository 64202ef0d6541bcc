//! What reading one file gives besides its content: its diagnostics, and its references to
//! other things.

use crate::{
    ContentFile, Diagnostic, ParseError,
    reference::{Reference, ReferenceSource, ReferenceTarget},
};

/// Collects the diagnostics and references of one file.
#[derive(Debug)]
pub(crate) struct Diagnostics {
    file: ContentFile,
    pub(crate) items: Vec<Diagnostic>,
    pub(crate) references: Vec<Reference>,
}

impl Diagnostics {
    pub(crate) fn new(file: &ContentFile) -> Self {
        Self {
            file: file.clone(),
            items: Vec::new(),
            references: Vec::new(),
        }
    }

    pub(crate) fn file(&self) -> &ContentFile {
        &self.file
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
            file: self.file.clone(),
            line,
            source,
            target,
        });
    }
}
