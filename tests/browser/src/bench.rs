//! Measurements: what the built site weighs, what it costs to build, and how it feels on a
//! slow phone beside a hand-written page. Nothing is asserted here; the budgets that must
//! hold are tests.
//!
//! - [`subject`]: what is measured, and where the figures go.
//! - [`report`], [`table`], [`machine`]: how figures are shown and kept.
//! - [`bytes`], [`weight`]: what the site weighs.
//! - [`build`], [`cost`]: what the publisher costs.
//! - [`repeat`]: coming back, and keeping a copy.
//! - [`embed`]: parts of the site on other people's pages.
//! - [`keystroke`]: searching on that phone.
//! - [`generated`], [`generated_text`], [`vocabulary`]: content folders of any size.
//! - [`comparison`], [`competitor`], [`journey`], [`visit`]: a slow phone.
//! - [`server`], [`secure_server`]: what it is served by.

pub mod app_folder;
pub mod build;
pub mod bytes;
pub mod comparison;
mod competitor;
mod cost;
pub mod embed;
pub mod generated;
mod generated_text;
mod journey;
pub mod keystroke;
mod machine;
pub mod repeat;
pub mod report;
mod secure_server;
pub mod server;
pub mod subject;
mod table;
mod visit;
mod vocabulary;
mod weight;
