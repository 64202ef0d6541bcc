//! The publisher: it reads a content folder and writes a site of static files. It is the only
//! crate that reads and writes files; its binary is the command `lscb`.
//!
//! [`check`] validates a content folder, [`build`] writes the site, with the app that Trunk has
//! built, and [`search`] searches a built one:
//!
//! ```
//! use std::path::Path;
//!
//! use lscb_publish::build::{BuildOptions, to_folder};
//! use lscb_publish::check::check;
//! use lscb_publish::search::BuiltIndex;
//! use lscb_search::SearchQuery;
//!
//! # fn main() -> anyhow::Result<()> {
//! # let parent = tempfile::tempdir()?;
//! # let out = parent.path().join("site");
//! let content = Path::new("../../tests/fixtures/minimal");
//! let app = Path::new("../../tests/fixtures/app");
//!
//! // The error lists every problem with its file, its line and its remedy.
//! check(content)?;
//! assert!(check(app).is_err());
//!
//! to_folder(content, app, &out, BuildOptions::default())?;
//! assert!(out.join("about/index.html").is_file());
//!
//! let results = BuiltIndex::open(&out)?.ask(&SearchQuery {
//!     text: "about".into(),
//!     limit: 10,
//!     ..SearchQuery::default()
//! })?;
//! assert_eq!(results.hits[0].address, "about/");
//! # Ok(())
//! # }
//! ```
//!
//! A built site can be served ([`serve`]), signed ([`sign`]), exported ([`export`]) and compared
//! with what a live host sends ([`verify`]); [`deploy`] generates the configuration of its server
//! from its [`policy`].

mod app_assets;
pub mod build;
mod bundle;
pub mod check;
mod compress;
mod day;
pub mod deploy;
mod digest;
mod document;
mod embed;
pub mod export;
mod file_type;
mod folder;
pub mod host;
mod import_names;
mod manifest;
mod minify;
mod output_dir;
pub mod overlay;
pub mod policy;
mod previous_release;
mod published;
mod received;
mod redirect;
mod release;
mod sbom;
pub mod schema;
pub mod search;
pub mod search_eval;
mod security_txt;
pub mod serve;
pub mod sign;
mod sitemap;
mod style;
pub mod verify;
