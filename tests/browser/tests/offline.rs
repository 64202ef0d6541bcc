//! A copy of the site on the reader's own device: kept when they ask for it and not before,
//! right as a whole or not there at all, and gone when they say so.

mod keeping;
mod reading;
mod real_host;
mod removing;
mod renewing;
mod support;
