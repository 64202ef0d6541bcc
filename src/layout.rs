//! The layout around every page, one noun a file. Drawn at publish time only; the browser
//! keeps it.

mod date_notice;
mod exit;
mod footer;
mod header;
mod help;
mod messages;
mod not_found;
mod parts;
mod search;
mod skip_link;
mod theme;

pub(crate) use self::{
    date_notice::date_notice, footer::footer, header::header, help::help, messages::messages,
    not_found::not_found,
};
