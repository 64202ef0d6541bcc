//! Definitions: addresses that are given once and named by links (CommonMark 0.31, 4.7 "Link
//! reference definitions").

use std::collections::BTreeMap;

use pulldown_cmark::{BrokenLink, Event, LinkType, Options, Parser, Tag};

use super::reader::Reader;

impl Reader<'_, '_> {
    /// Reports links by a name that has no address, and addresses that no link names.
    pub(super) fn check_definitions(&mut self, options: Options) {
        if self.text.contains("][") {
            self.undefined_links(options);
        }
        if self.text.contains("]:") {
            self.unused_definitions(options);
        }
    }

    fn undefined_links(&mut self, options: Options) {
        let mut undefined = Vec::new();
        let found = |link: BrokenLink<'_>| {
            let by_name = matches!(link.link_type, LinkType::Reference | LinkType::Collapsed);
            if by_name {
                undefined.push((link.span.start, link.reference.to_string()));
            }
            None
        };
        let parser = Parser::new_with_broken_link_callback(self.text, options, Some(found));
        for _ in parser {}
        for (start, name) in undefined {
            self.report(
                start,
                format!("This link has the address [{name}], which is not given."),
                format!(
                    "Write [{name}]: and the address on a line of its own, or [words](address)."
                ),
            );
        }
    }

    /// Whoever writes `[Update]: tomorrow` means it to be read; `[//]: # (a note)` and
    /// `[note]: <> (a note)` are ways to write what nobody is to see.
    fn unused_definitions(&mut self, options: Options) {
        let parser = Parser::new_ext(self.text, options);
        let definitions = parser.reference_definitions();
        let mut unused: BTreeMap<usize, &str> = definitions
            .iter()
            .filter(|(_, definition)| !matches!(&*definition.dest, "" | "#"))
            .map(|(name, definition)| (definition.span.start, name))
            .collect();
        for event in Parser::new_ext(self.text, options) {
            if let Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) = event
                && let Some(definition) = definitions.get(&id)
            {
                unused.remove(&definition.span.start);
            }
        }
        for (start, name) in unused {
            self.report(
                start,
                format!("No link names [{name}], so that nobody sees this line."),
                format!("Write [words][{name}] where a link is to stand, or take out the colon."),
            );
        }
    }
}
