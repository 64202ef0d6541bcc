//! The browser suite: the built site in Chromium, Firefox and WebKit.
//!
//! `LSCB_DIST` names the folder that is tested and `LSCB_TOOLS` the folder of tools.
//! Each file of `tests/` is a topic; each scenario is written once and run in every engine.
//!
//! - [`dist`]: the built site as files, routes and a graph of links.
//! - [`markup`]: what a page says, read natively from its HTML.
//! - [`site`]: a server of the site at any base path, which writes down every request.
//! - [`host`]: pages of others that show a part of the site.
//! - [`fault`]: what can go wrong on the way.
//! - [`devtools`]: Chromium without a driver, of any age.
//! - [`digest`]: hashes of files.
//! - [`port`]: a port for each server.
//! - [`published`]: sites of other content.
//! - [`random`]: numbers that look random and are the same each time.
//! - [`engine`]: a browser and its driver, started and always ended.
//! - [`browser`]: what a reader does in it.
//! - [`report`]: what is kept of a scenario that failed.
//! - [`runner`]: one scenario, every engine.
//! - [`checker`]: judges of pages that others wrote.
//! - [`screen_reader`]: what is said to somebody who cannot see.
//! - [`scratch`]: folders that go with what they were for.
//! - [`bench`]: measurements, which assert nothing.

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
