//! The publisher and the HTML that it writes.

mod seed;
