use std::process::{Child, Command, Stdio};
use std::thread::available_parallelism;

use crate::failure::Failure;
use crate::process;

/// Counts for as long as the process `$1` lives: nothing is left behind if that is killed.
const BUSY: &str = r#"
    while kill -0 "$1"; do
        count=0
        while [ "$count" -lt 100000 ]; do count=$((count + 1)); done
    done"#;

/// Processes that keep every processor busy, until it is dropped.
pub(super) struct Load(Vec<Child>);

impl Load {
    pub(super) fn start() -> Result<Self, Failure> {
        let count = available_parallelism().map_or(2, usize::from);
        let mut load = Self(Vec::new());
        for _ in 0..count {
            let mut busy = Command::new("sh");
            busy.args(["-c", BUSY, "busy", &std::process::id().to_string()])
                .stdin(Stdio::null())
                .stderr(Stdio::null());
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
            child.kill().ok();
            child.wait().ok();
        }
    }
}
