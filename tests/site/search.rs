//! The search index as it is published, and what it finds.

mod answers;
mod files;
mod must_find;
mod published;
mod whole;
