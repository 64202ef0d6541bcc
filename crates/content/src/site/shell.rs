//! The shell: what stands around every page.

use super::hierarchy::link;
use crate::{
    PagePath, Phone, Site,
    wire::{self, HelpLine, Link, Shell},
};

impl Site {
    /// What stands around every page.
    pub fn shell(&self) -> Shell {
        let settings = &self.settings;
        let mut help: Vec<HelpLine> = settings
            .help
            .iter()
            .map(|line| help_line(&line.text, &line.number))
            .collect();
        if let Some(own) = &settings.own_number {
            // Right after the emergency number.
            help.insert(help.len().min(1), help_line(&own.text, &own.number));
        }
        Shell {
            title: settings.title.clone(),
            short_title: settings.short_title.clone(),
            language: settings.language.clone(),
            navigation: self.links(&settings.navigation),
            footer: self.links(&settings.footer),
            help,
            as_at: settings.as_at_text.clone(),
        }
    }

    fn links(&self, paths: &[PagePath]) -> Vec<Link> {
        paths
            .iter()
            .filter_map(|path| self.page(path))
            .map(link)
            .collect()
    }
}

fn help_line(text: &str, number: &Phone) -> HelpLine {
    HelpLine {
        text: text.to_owned(),
        phone: phone(number),
    }
}

pub(super) fn phone(number: &Phone) -> wire::Phone {
    wire::Phone {
        printed: number.printed().to_owned(),
        dial: number.dial().to_owned(),
    }
}
