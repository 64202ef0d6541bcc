//! The hosting suite: the built site on real servers, each set up by the configuration that
//! `lscb deploy` writes for it, and asked the same questions.
//!
//! `LSCB_DIST` names the built site, `LSCB_BIN` the publisher and `LSCB_TOOLS` the folder of
//! tools, in which the servers are.

pub mod answer;
pub mod matrix;
pub mod observatory;
pub mod probe;
pub mod server;
pub mod site;
