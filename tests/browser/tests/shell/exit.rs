//! "Exit this page": a link wherever the reader is, and with scripts a cover at once, no
//! entry in the history, and the Shift key.

mod click;
mod link;
mod shift;
mod support;
mod visibility_recorder;
