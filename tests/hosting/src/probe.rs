//! What every host is asked, and what it has to say.

mod addresses;
mod caching;
mod files;

use anyhow::{Result, ensure};
use lscb_publish::policy::Class;

use crate::answer::{Answer, ask};
use crate::server::Server;
use crate::site::Site;

/// A question to a host.
pub struct Probe {
    /// What is right, in a few words.
    pub name: &'static str,
    /// Asks it.
    pub run: fn(&Host<'_>) -> Result<()>,
}

pub(crate) const FILES: &str = "every file, its bytes and its type";
pub(crate) const CODINGS: &str = "compressed as asked, and told apart";
pub(crate) const COPIES: &str = "compressed copies are ours";
pub(crate) const KNOWN: &str = "a 304 for what is known";
pub(crate) const PART: &str = "a part of a file";
pub(crate) const HEAD: &str = "HEAD as GET without a body";
pub(crate) const KEPT: &str = "only what is there is kept for ever";
pub(crate) const SLASH: &str = "a folder without its slash";
pub(crate) const MOVED: &str = "old addresses lead on";
pub(crate) const MISSING: &str = "404 with a working page at any depth";
pub(crate) const ODD: &str = "odd addresses stay inside";
pub(crate) const CONFIGURATION: &str = "configuration is not sent";

/// Every probe, in the order of the table.
pub const PROBES: [Probe; 12] = [
    probe(FILES, files::files),
    probe(CODINGS, files::codings),
    probe(COPIES, files::best),
    probe(KNOWN, caching::not_modified),
    probe(PART, caching::part),
    probe(HEAD, caching::head),
    probe(KEPT, caching::kept),
    probe(SLASH, addresses::slash),
    probe(MOVED, addresses::moved),
    probe(MISSING, addresses::missing),
    probe(ODD, addresses::odd),
    probe(CONFIGURATION, addresses::configuration),
];

const fn probe(name: &'static str, run: fn(&Host<'_>) -> Result<()>) -> Probe {
    Probe { name, run }
}

/// A host that is asked.
pub struct Host<'a> {
    /// What it has.
    pub site: &'a Site,
    /// Where it runs.
    pub server: &'a Server,
}

impl Host<'_> {
    /// Gets a path, counted from the base; the answer carries what every answer must.
    fn get(&self, path: &str) -> Result<Answer> {
        self.ask("GET", path, &[])
    }

    fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Result<Answer> {
        let answer = ask(method, &self.server.url(path), headers)?;
        for (name, value) in self.site.policy.headers() {
            let found = answer.header(name);
            ensure!(
                found == value,
                "/{path} ({}): {name} is “{found}”, not “{value}”",
                answer.status
            );
        }
        Ok(answer)
    }

    /// What the host has to say of how long an answer may be kept.
    fn cache(&self, path: &str, status: u16) -> &'static str {
        match Class::of(path, status) {
            Class::Checked => self.server.kind.checked(),
            class => class.cache_control(),
        }
    }

    /// The address of a file as a reader asks for it.
    fn address(file: &str) -> &str {
        let folder = file.strip_suffix("index.html");
        folder
            .filter(|it| it.is_empty() || it.ends_with('/'))
            .unwrap_or(file)
    }
}
