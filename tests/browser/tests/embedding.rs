//! Parts of the site embedded in pages of others: readable on all of them, as high as the text where
//! the page lets the site's script run, and without effect on the rest of the page.

mod document;
mod element;
mod hosts;
mod messages;
mod print;
mod sharing;
mod sizing;
mod support;
