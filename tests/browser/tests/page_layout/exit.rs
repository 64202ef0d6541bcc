//! "Exit this page": a link that is always in view, and with scripts an immediate cover, no entry
//! in the history, and the Shift key.

mod click;
mod link;
mod shift;
mod support;
mod visibility_recorder;
