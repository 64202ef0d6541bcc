//! Reading: from files to a [`Site`] and its problems.
//!
//! Each file is read on its own. What it names in others is kept as a reference and
//! looked up when all are read, so that a mistake is reported once, where it is made.

#[cfg(test)]
mod tests;

mod anchors;
mod draft;
mod front_matter;
mod hierarchy;
mod paths;
mod records;
mod references;
mod register;
mod rules;

use self::draft::Draft;
use crate::{Attachment, Date, Problem, Site, SourceFile, collation::Collation};

/// What reading a content folder gives: always a site, and all that is wrong with it.
#[derive(Debug)]
pub struct Reading {
    /// The site, as far as it could be made out.
    pub site: Site,
    /// All problems, in the order of files and lines. A site with problems must not be
    /// published.
    pub problems: Vec<Problem>,
}

/// Reads a content folder. `today` decides which contacts are overdue for a check;
/// without it none is. Never panics, whatever the bytes.
pub fn read(files: &[SourceFile], attachments: &[Attachment], today: Option<Date>) -> Reading {
    let mut sorted: Vec<&SourceFile> = files.iter().collect();
    sorted.sort_by(|a, b| a.path.cmp(&b.path));
    let mut draft = Draft::default();
    for file in sorted {
        draft.add(file);
    }
    let Draft {
        site,
        register,
        mut problems,
        references,
        lines,
        ..
    } = draft.complete(attachments, today);
    let mut site = site;
    let collation = Collation::of(&site.settings.language);
    problems.extend(hierarchy::arrange(&mut site.pages, &lines, &collation));
    problems.extend(anchors::assign(&mut site, &register));
    problems.extend(references::check(&site, &register, &references));
    problems.extend(rules::check(&site, &register));
    problems.extend(register.taken());
    problems.extend(paths::check(&site, &register, &lines));
    problems.sort();
    Reading { site, problems }
}
