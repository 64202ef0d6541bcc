//! Reading: from files to a [`Site`] and its diagnostics.
//!
//! Each file is read on its own. What it names in others is kept as a reference and
//! looked up when all are read, so that a mistake is reported once, where it is made.

#[cfg(test)]
mod tests;

mod anchors;
mod front_matter;
mod hierarchy;
mod home;
mod paths;
mod records;
mod references;
mod rules;
mod site_builder;
mod symbol_table;

use self::site_builder::SiteBuilder;
use crate::{Attachment, ContentFolder, Date, Diagnostic, Site, SourceFile, collation::Collation};

/// What reading a content folder gives: always a site, and all that is wrong with it.
#[derive(Debug)]
pub struct Reading {
    /// The site, as far as it could be made out.
    pub site: Site,
    /// All diagnostics, in the order of files and lines. A site with any must not be
    /// published.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a content folder, whose name `folder` stands in messages only. `today` decides which
/// contacts are overdue for a check; without it none is. Never panics, whatever the bytes.
pub fn read(
    folder: &ContentFolder,
    files: &[SourceFile],
    attachments: &[Attachment],
    today: Option<Date>,
) -> Reading {
    let mut sorted: Vec<&SourceFile> = files.iter().collect();
    sorted.sort_by(|a, b| a.path.cmp(&b.path));
    let mut builder = SiteBuilder::new(folder);
    for file in sorted {
        builder.add(file);
    }
    let SiteBuilder {
        site,
        symbols,
        mut diagnostics,
        references,
        lines,
        ..
    } = builder.complete(attachments, today);
    let mut site = site;
    let collation = Collation::of(&site.settings.language);
    diagnostics.extend(hierarchy::arrange(&mut site.pages, &lines, &collation));
    diagnostics.extend(anchors::assign(&mut site, &symbols));
    diagnostics.extend(references::check(&site, &symbols, &references));
    diagnostics.extend(rules::check(&site, &symbols));
    diagnostics.extend(symbols.reserved());
    diagnostics.extend(paths::check(&site, &symbols, &lines));
    diagnostics.sort();
    Reading { site, diagnostics }
}
