//! The publisher: content in, a folder of static files out. The only crate that reads
//! and writes files.

mod artefact;
pub mod build;
mod bundle;
pub mod check;
mod compress;
mod digest;
mod document;
mod folder;
mod redirect;
mod release;
pub mod schema;
pub mod search_eval;
pub mod serve;
mod shell;
mod sitemap;
