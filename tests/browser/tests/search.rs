//! Search: the form of every page, its suggestions, the results, and what is left when the index
//! does not load.

mod faults;
mod form;
mod index_files;
mod keys;
mod marks;
mod results;
mod suggestions;
mod support;
mod views;
