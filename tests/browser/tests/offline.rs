//! A copy of the site on the reader's own device: kept only when they ask for it, complete or not
//! at all, and removed when they ask for that.

mod keeping;
mod reading;
mod real_host;
mod removing;
mod renewing;
mod support;
