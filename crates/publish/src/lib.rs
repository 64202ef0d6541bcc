//! The publisher: content in, a folder of static files out. The only crate that reads
//! and writes files.

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
