//! A parser for the output of Rust's test harness, which is also passed on to the terminal.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::failure::Failure;
use crate::process;

/// How the tests of one run went.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct TestResults {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    pub(crate) skipped: usize,
    /// Those that failed, and a failure to run any.
    pub(crate) failures: Vec<FailedTest>,
    /// Browsers that died and were started anew, by the scenario that needed it.
    pub(crate) restarted: Vec<String>,
}

/// A test that failed.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct FailedTest {
    pub(crate) name: String,
    /// Where and why, as the test said it; lines.
    pub(crate) words: Vec<String>,
}

/// How many lines of a failure are shown in a summary: the rest is above it.
const LINES: usize = 12;

/// Runs `cargo test …` to its end, passing on what it prints.
pub(crate) fn run(cargo: &mut Command) -> Result<TestResults, Failure> {
    let mut child = cargo
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| process::not_started(cargo, &error))?;
    let mut tests = TestResults::default();
    let mut reader = Reader::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            reader.read(line.trim_end(), &mut tests);
        }
    }
    let ended = child.wait();
    let status = ended.map_err(|error| process::not_started(cargo, &error))?;
    if !status.success() && tests.failures.is_empty() {
        // It did not compile, or ended without a word.
        return process::ended_with(cargo, status).map(|()| tests);
    }
    Ok(tests)
}

/// Where in the output we are.
#[derive(Default)]
struct Reader {
    /// The test whose words are being read.
    in_words_of: Option<usize>,
}

impl Reader {
    fn read(&mut self, line: &str, tests: &mut TestResults) {
        if let Some(rest) = line.strip_prefix("test ") {
            self.in_words_of = None;
            self.verdict(rest, tests);
        } else if let Some(name) = words_of(line) {
            let found = tests.failures.iter().position(|test| test.name == name);
            self.in_words_of = found;
        } else if line == "failures:" {
            self.in_words_of = None;
        } else if let Some(at) = self.in_words_of {
            let words = &mut tests.failures[at].words;
            let noise = line.is_empty() || line.starts_with("note: run with");
            if !noise && words.len() < LINES {
                words.push(line.to_owned());
            }
        }
    }

    /// `NAME ... ok`, or `result: ok. 4 passed; 0 failed; 1 ignored; …`.
    fn verdict(&mut self, rest: &str, tests: &mut TestResults) {
        if let Some(counts) = rest.strip_prefix("result: ") {
            let count = |what: &str| {
                let mut parts = counts.split(['.', ';']).map(str::trim);
                let number = parts.find_map(|part| part.strip_suffix(what));
                number.and_then(|number| number.trim().parse::<usize>().ok())
            };
            tests.passed += count("passed").unwrap_or(0);
            tests.failed += count("failed").unwrap_or(0);
            tests.skipped += count("ignored").unwrap_or(0);
        } else if let Some((name, verdict)) = rest.rsplit_once(" ... ") {
            // A process that ended in the middle has no counts; its tests have names all the same.
            if verdict == "FAILED" {
                tests.failures.push(FailedTest {
                    // Some harnesses put the verdicts below one another.
                    name: name.trim_end().to_owned(),
                    words: Vec::new(),
                });
            }
        }
    }
}

/// The name in `---- NAME stdout ----`.
fn words_of(line: &str) -> Option<&str> {
    let inner = line.strip_prefix("---- ")?.strip_suffix(" ----")?;
    Some(inner.strip_suffix(" stdout").unwrap_or(inner))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_failures_are_read_from_several_programs() {
        let output = "\
running 2 tests
test a::good ... ok
test a::bad  ... FAILED

failures:

---- a::bad stdout ----

thread 'a::bad' (7) panicked at src/a.rs:3:5:
assertion failed: two is three
note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace

failures:
    a::bad

test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
running 1 test
test slow ... ignored

test result: ok. 0 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        let mut tests = TestResults::default();
        let mut reader = Reader::default();
        for line in output.lines() {
            reader.read(line, &mut tests);
        }
        assert_eq!((tests.passed, tests.failed, tests.skipped), (1, 1, 1));
        let [failed] = &tests.failures[..] else {
            panic!("{tests:?}")
        };
        assert_eq!(failed.name, "a::bad");
        assert_eq!(
            failed.words,
            [
                "thread 'a::bad' (7) panicked at src/a.rs:3:5:",
                "assertion failed: two is three"
            ]
        );
    }
}
