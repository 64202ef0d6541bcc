//! The browser suite: the built site in Chromium, Firefox and WebKit.
//!
//! `LSCB_DIST` names the folder that is tested and `LSCB_TOOLS` the folder of tools.
//! Each file of `tests/` is a topic; each scenario is written once and run in every engine.
//!
//! - [`dist`]: the built site: its files, routes and links.
//! - [`markup`]: the words and links of a page, parsed from its HTML.
//! - [`site`]: a server of the site at any base path, which writes down every request.
//! - [`host`]: pages on another origin that embed a part of the site.
//! - [`fault`]: the faults that a server can inject.
//! - [`devtools`]: Chromium over the DevTools protocol, of any version.
//! - [`digest`]: hashes of files.
//! - [`port`]: free ports for servers and drivers.
//! - [`published`]: sites that the publisher builds of other content.
//! - [`random`]: pseudorandom numbers from a fixed seed.
//! - [`engine`]: a browser and its driver as processes.
//! - [`browser`]: the steps of a reader in a browser, and what it shows.
//! - [`report`]: screenshots, pages and requests of failed scenarios.
//! - [`runner`]: runs a scenario in every engine.
//! - [`checker`]: accessibility and HTML checkers of third parties.
//! - [`screen_reader`]: Orca, and a log of what it says.
//! - [`scratch`]: temporary folders.
//! - [`bench`]: benchmarks, which assert nothing.

pub mod bench;
pub mod browser;
pub mod checker;
pub mod devtools;
pub mod digest;
pub mod dist;
pub mod engine;
pub mod fault;
pub mod host;
pub mod markup;
pub mod port;
pub mod published;
pub mod random;
pub mod report;
pub mod runner;
pub mod scratch;
pub mod screen_reader;
pub mod site;
