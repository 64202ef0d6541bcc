//! Parts of the site on other people's pages: readable on all of them, as high as the text where
//! the page lets the site's script run, and never more than a guest.

mod document;
mod element;
mod hosts;
mod messages;
mod print;
mod sharing;
mod sizing;
mod support;
