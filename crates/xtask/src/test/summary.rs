use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

use super::libtest::{FailedTest, TestResults};
use super::part::Selection;
use crate::failure::Failure;
use crate::step::step;

/// What a run has done so far.
#[derive(Default)]
pub(crate) struct Summary {
    steps: Vec<Step>,
    left_out: Vec<&'static str>,
}

struct Step {
    name: &'static str,
    seconds: f64,
    outcome: Outcome,
}

enum Outcome {
    Done,
    Failed(String),
    Tested(TestResults),
}

impl Summary {
    /// Runs a step and notes how it went.
    pub(crate) fn step<T>(
        &mut self,
        name: &'static str,
        work: impl FnOnce() -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let start = Instant::now();
        let done = step(name, work);
        let outcome = match &done {
            Ok(_) => Outcome::Done,
            Err(failure) => Outcome::Failed(failure.message.clone()),
        };
        self.note(name, start, outcome);
        done
    }

    /// Runs tests and notes how each went.
    pub(crate) fn tests(
        &mut self,
        name: &'static str,
        work: impl FnOnce() -> Result<TestResults, Failure>,
    ) {
        let start = Instant::now();
        let outcome = match step(name, work) {
            Ok(tests) => Outcome::Tested(tests),
            Err(failure) => Outcome::Failed(failure.message),
        };
        self.note(name, start, outcome);
    }

    fn note(&mut self, name: &'static str, start: Instant, outcome: Outcome) {
        self.steps.push(Step {
            name,
            seconds: start.elapsed().as_secs_f64(),
            outcome,
        });
    }

    /// Notes what was not asked for.
    pub(crate) fn left_out(&mut self, selection: &Selection) {
        self.left_out = selection.left_out();
    }

    /// The steps and the seconds that each took.
    pub(crate) fn times(&self) -> Vec<(&'static str, f64)> {
        let times = self.steps.iter().map(|step| (step.name, step.seconds));
        times.collect()
    }

    /// How many tests and steps failed.
    pub(crate) fn failed(&self) -> usize {
        let failed = self.steps.iter().map(|step| match &step.outcome {
            Outcome::Done => 0,
            Outcome::Failed(_) => 1,
            Outcome::Tested(tests) => tests.failures.len(),
        });
        failed.sum()
    }

    fn tested(&self) -> impl Iterator<Item = &TestResults> {
        self.steps.iter().filter_map(|step| match &step.outcome {
            Outcome::Tested(tests) => Some(tests),
            _ => None,
        })
    }

    /// The last screen: each step, each failure, and the count. `report` is the folder that
    /// has more of the browser suite's failures.
    pub(crate) fn text(&self, report: &Path) -> String {
        let mut out = String::from("\n== summary\n");
        for step in &self.steps {
            let _ = writeln!(
                out,
                "{:<34}{:>8.1} s  {}",
                step.name,
                step.seconds,
                step.outcome.words()
            );
        }
        if !self.left_out.is_empty() {
            let _ = writeln!(out, "left out: {}", self.left_out.join(", "));
        }
        let restarted: Vec<_> = self.tested().flat_map(|tests| &tests.restarted).collect();
        if !restarted.is_empty() {
            let many = if restarted.len() == 1 { "" } else { "s" };
            let _ = writeln!(out, "{} browser{many} restarted:", restarted.len());
            for line in restarted {
                let _ = writeln!(out, "  {line}");
            }
        }
        let mut number = 0;
        for step in &self.steps {
            match &step.outcome {
                Outcome::Done => {}
                Outcome::Failed(message) => {
                    number += 1;
                    let _ = writeln!(out, "\n{number}. {message}");
                }
                Outcome::Tested(tests) => {
                    for failed in &tests.failures {
                        number += 1;
                        let _ = write!(out, "\n{number}. {}: {}", step.name, failed.text());
                    }
                }
            }
        }
        if number > 0 && report.is_dir() {
            let _ = writeln!(out, "\nPictures, pages and requests: {}", report.display());
        }
        let sum = |count: fn(&TestResults) -> usize| self.tested().map(count).sum::<usize>();
        let _ = writeln!(
            out,
            "\n{} passed, {} failed, {} skipped",
            sum(|tests| tests.passed),
            self.failed(),
            sum(|tests| tests.skipped)
        );
        out
    }
}

impl Outcome {
    fn words(&self) -> String {
        match self {
            Self::Done => "done".into(),
            Self::Failed(_) => "FAILED".into(),
            Self::Tested(tests) => format!(
                "{} passed, {} failed, {} skipped",
                tests.passed,
                tests.failures.len(),
                tests.skipped
            ),
        }
    }
}

impl FailedTest {
    fn text(&self) -> String {
        let words = self.words.iter().map(|line| format!("   {line}\n"));
        format!("{}\n{}", self.name, words.collect::<String>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_screen_says_what_failed_and_closes_with_the_count() {
        let mut summary = Summary::default();
        summary.step("tools", || Ok(())).unwrap();
        summary
            .step("clippy", || Err::<(), _>(Failure::new("two warnings")))
            .unwrap_err();
        summary.tests("browser suite", || {
            Ok(TestResults {
                passed: 7,
                failed: 1,
                skipped: 2,
                failures: vec![FailedTest {
                    name: "routing::clicks::back [WebKit]".into(),
                    words: vec!["tests/routing/clicks.rs:7: no link".into()],
                }],
                restarted: vec!["page_layout::print::the_text_is_there [Firefox]".into()],
            })
        });
        let text = summary.text(Path::new("/nowhere"));
        for line in [
            "clippy                                 0.0 s  FAILED\n",
            "browser suite                          0.0 s  7 passed, 1 failed, 2 skipped\n",
            "1 browser restarted:\n  page_layout::print::the_text_is_there [Firefox]\n",
            "\n1. step “clippy” failed: two warnings\n",
            "\n2. browser suite: routing::clicks::back [WebKit]\n   tests/routing/clicks.rs:7: no link\n",
        ] {
            assert!(text.contains(line), "{line:?} is not in {text}");
        }
        assert!(
            text.ends_with("\n7 passed, 2 failed, 2 skipped\n"),
            "{text}"
        );
    }
}
