use std::process::{Child, Command, Stdio};
use std::thread::available_parallelism;

use crate::failure::Failure;
use crate::process;

/// Processes that keep every processor busy, until it is dropped.
pub(super) struct Load(Vec<Child>);

impl Load {
    pub(super) fn start() -> Result<Self, Failure> {
        let count = available_parallelism().map_or(2, usize::from);
        let mut load = Self(Vec::new());
        for _ in 0..count {
            // Ends by itself if we cannot end it: an hour is longer than a run.
            let mut busy = Command::new("timeout");
            busy.args(["3600", "sh", "-c", "while :; do :; done"])
                .stdin(Stdio::null());
            let started = busy.spawn();
            load.0
                .push(started.map_err(|error| process::not_started(&busy, &error))?);
        }
        Ok(load)
    }
}

impl Drop for Load {
    fn drop(&mut self) {
        for child in &mut self.0 {
            // `timeout` hands the signal on to what it runs; a KILL would leave that behind.
            let id = child.id().to_string();
            Command::new("kill").args(["-s", "TERM", &id]).status().ok();
            child.wait().ok();
        }
    }
}
