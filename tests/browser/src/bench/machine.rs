//! The machine and the time of a benchmark, without which its figures mean nothing.

use std::fs;
use std::process::Command;

use serde_json::{Value, json};

/// The facts that a figure depends on.
pub(crate) struct Machine {
    date: String,
    cores: usize,
    processor: String,
    memory_mb: u64,
    /// Mean number of processes that wanted a core over the last minute.
    load: String,
}

impl Machine {
    /// This machine, now.
    pub(crate) fn here() -> Self {
        let date = Command::new("date")
            .args(["-u", "+%Y-%m-%d %H:%M UTC"])
            .output();
        let memory = proc_value("/proc/meminfo", "MemTotal")
            .and_then(|it| it.split(' ').next()?.parse::<u64>().ok());
        Self {
            date: date
                .map(|it| String::from_utf8_lossy(&it.stdout).trim().to_owned())
                .unwrap_or_default(),
            cores: std::thread::available_parallelism().map_or(0, usize::from),
            processor: proc_value("/proc/cpuinfo", "model name")
                .unwrap_or_else(|| std::env::consts::ARCH.into()),
            memory_mb: memory.unwrap_or(0) / 1024,
            load: fs::read_to_string("/proc/loadavg")
                .ok()
                .and_then(|it| it.split(' ').next().map(str::to_owned))
                .unwrap_or_else(|| "unknown".into()),
        }
    }

    /// As one line.
    pub(crate) fn line(&self) -> String {
        let Self {
            date,
            cores,
            processor,
            memory_mb,
            load,
        } = self;
        format!("{date}; {cores} cores, {processor}, {memory_mb} MB; load {load}")
    }

    /// As JSON.
    pub(crate) fn json(&self) -> Value {
        json!({
            "date": self.date,
            "cores": self.cores,
            "processor": self.processor,
            "memory_mb": self.memory_mb,
            "load": self.load,
        })
    }
}

/// The value after `name` and a colon in one of Linux's lists of facts.
fn proc_value(file: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}
