//! Chromium over its DevTools protocol, on a pipe: no driver in between adds its own time or has to
//! be of the same age, and the browser ends when the pipe closes, however this process ends.

mod tab;

pub use self::tab::Tab;

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::engine::TIMEOUT;

/// Chromium reads the protocol from file 3 and writes it to file 4.
const ON_A_PIPE: &str = r#"exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1"#;

/// A running Chromium.
pub struct Chromium {
    process: Child,
    to: Option<ChildStdin>,
    from: Receiver<Value>,
    calls: u64,
    /// What happened and was not looked at yet.
    events: Vec<Value>,
}

impl Chromium {
    /// Starts the one on the path with an empty profile in `profile`.
    ///
    /// # Panics
    /// If it does not start.
    pub fn start(profile: &Path) -> Self {
        Self::start_program(Path::new("chromium"), profile)
    }

    /// The same, which trusts the certificate whose public key has this digest.
    ///
    /// # Panics
    /// If it does not start.
    pub fn start_trusting(profile: &Path, key_digest: &str) -> Self {
        let trust = format!("--ignore-certificate-errors-spki-list={key_digest}");
        Self::start_with(Path::new("chromium"), profile, &[trust])
    }

    /// Starts another program that is a Chromium.
    ///
    /// # Panics
    /// If it does not start.
    pub fn start_program(program: &Path, profile: &Path) -> Self {
        Self::start_with(program, profile, &[])
    }

    fn start_with(program: &Path, profile: &Path, options: &[String]) -> Self {
        let mut command = Command::new("sh");
        command.args(["-c", ON_A_PIPE]).arg(program);
        command.arg("--remote-debugging-pipe");
        command.arg(format!("--user-data-dir={}", profile.display()));
        // No sandbox: it may run as root, and it opens our own pages only.
        command.args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-extensions",
        ]);
        command.args(options);
        let process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut process = process.expect("a shell");
        let output = process.stdout.take().expect("its output is piped");
        let (sender, from) = channel();
        thread::spawn(move || {
            for message in BufReader::new(output).split(0).map_while(Result::ok) {
                let message = serde_json::from_slice(&message);
                if message.is_ok_and(|message: Value| sender.send(message).is_err()) {
                    break;
                }
            }
        });
        Self {
            to: process.stdin.take(),
            process,
            from,
            calls: 0,
            events: Vec::new(),
        }
    }

    /// Calls a method, of a page's session or of the browser, and waits for the answer.
    ///
    /// # Panics
    /// If it answers with an error or not at all.
    pub fn call(&mut self, session: Option<&str>, method: &str, parameters: Value) -> Value {
        self.calls += 1;
        let mut message = json!({ "id": self.calls, "method": method, "params": parameters });
        if let Some(session) = session {
            message["sessionId"] = session.into();
        }
        let to = self.to.as_mut().expect("an open pipe");
        let sent = write!(to, "{message}\0").and_then(|()| to.flush());
        sent.expect("Chromium is running: apt-get install chromium");
        loop {
            let answer = self.from.recv_timeout(TIMEOUT);
            let mut answer = answer.unwrap_or_else(|error| panic!("Chromium, {method}: {error}"));
            if answer["id"] == self.calls {
                assert!(
                    answer["error"].is_null(),
                    "Chromium, {method}: {}",
                    answer["error"]
                );
                return answer["result"].take();
            }
            if answer["id"].is_null() {
                self.events.push(answer);
            }
        }
    }

    /// The next event, of any session, if there is one within `time`.
    pub fn event(&mut self, time: Duration) -> Option<Value> {
        if !self.events.is_empty() {
            return Some(self.events.remove(0));
        }
        let until = Instant::now() + time;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let event = self.from.recv_timeout(left).ok()?;
            if event["id"].is_null() {
                return Some(event);
            }
        }
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        self.to.take();
        self.process.wait().ok();
    }
}
