//! The shell: what stands around every page.

use lscb_wire::{self as wire, HelpLine, Link, Shell};

use super::hierarchy::link;
use crate::{Page, PagePath, Phone, Site, markdown::Directive};

impl Site {
    /// What stands around every page.
    pub fn shell(&self) -> Shell {
        let settings = &self.settings;
        let mut help: Vec<HelpLine> = settings
            .help
            .iter()
            .map(|line| help_line(&line.number, &line.text))
            .collect();
        if let Some(own) = &settings.own_number {
            // Right after the emergency number.
            help.insert(help.len().min(1), help_line(&own.number, &own.text));
        }
        Shell {
            title: settings.title.clone(),
            short_title: settings.short_title.clone(),
            language: settings.language.to_string(),
            navigation: self.links(&settings.navigation),
            footer: self.links(&settings.footer),
            search: self.search_page().map(|page| page.path.to_string()),
            help,
            as_at: settings.as_at_text.clone(),
            as_at_more: settings.as_at_more.clone().unwrap_or_default(),
        }
    }

    /// The first page with the place of what a search finds.
    fn search_page(&self) -> Option<&Page> {
        let mut pages = self.pages.iter();
        pages.find(|page| page.has_directive(&Directive::Search))
    }

    fn links(&self, paths: &[PagePath]) -> Vec<Link> {
        paths
            .iter()
            .filter_map(|path| self.page(path))
            .map(link)
            .collect()
    }
}

fn help_line(number: &Phone, text: &str) -> HelpLine {
    HelpLine {
        phone: phone(number),
        text: text.to_owned(),
    }
}

pub(super) fn phone(number: &Phone) -> wire::Phone {
    wire::Phone {
        printed: number.printed().to_owned(),
        dial: number.dial().to_owned(),
    }
}
