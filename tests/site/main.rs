//! The publisher and the HTML that it writes.
//!
//! The app is stood in for by `tests/fixtures/app`, which has the shape of what Trunk
//! makes; the browser suite works on the real one.

mod built;
mod bundles;
mod components;
mod damage;
mod documents;
mod embed;
mod embedding;
mod export;
mod host_script;
mod hostile;
mod hosts;
mod html;
mod markup;
mod output_dir;
mod reserved;
mod search;
mod seed;
mod snapshots;
mod wire;
mod writing;
