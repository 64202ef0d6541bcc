//! The publisher's preview server, which every competitor is served by.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::port;

/// A running `lscb serve`. It ends when it is dropped.
pub struct Server {
    process: Child,
    origin: String,
}

impl Server {
    /// Serves `folder` at a free port.
    ///
    /// # Panics
    /// If it does not start.
    pub fn start(publisher: &Path, folder: &Path) -> Self {
        Self::at(publisher, folder, "/")
    }

    /// Serves `folder` below `base`, a path with a slash at both ends, at a free port.
    ///
    /// # Panics
    /// If it does not start.
    pub fn at(publisher: &Path, folder: &Path, base: &str) -> Self {
        let mut command = Command::new(publisher);
        let port = port::free().to_string();
        command.args(["serve", "--port", &port, "--base", base, "--dist"]);
        command.arg(folder);
        let process = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
        let mut process = process.unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let mut line = String::new();
        let output = process.stdout.take().expect("its output is piped");
        BufReader::new(output)
            .read_line(&mut line)
            .expect("its first line");
        // "Serving FOLDER on http://127.0.0.1:PORT/BASE/"
        let origin = line
            .rfind("http://")
            .and_then(|start| line[start..].trim().strip_suffix(base));
        let origin = origin
            .unwrap_or_else(|| panic!("{command:?} said: {line}"))
            .to_owned();
        Self { process, origin }
    }

    /// The address of a path: `url("/about-us/")`.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}
