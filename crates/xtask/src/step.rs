use std::time::Instant;

use crate::failure::Failure;

/// Runs one named step of a command and prints its name before it and its duration after it; a
/// failure names it. All is printed to standard error, since standard output is the programs'.
pub(crate) fn step<T>(name: &str, work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    eprintln!("\n== {name}");
    let start = Instant::now();
    let outcome = work().map_err(|failure| failure.of_step(name));
    let end = if outcome.is_ok() { "done" } else { "failed" };
    eprintln!("== {name}: {end}, {:.1} s", start.elapsed().as_secs_f64());
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_step_is_named_and_keeps_its_code() {
        let failure = step("clippy", || {
            Err::<(), _>(Failure {
                message: "two warnings".into(),
                code: 101,
            })
        })
        .unwrap_err();
        assert_eq!(failure.message, "step “clippy” failed: two warnings");
        assert_eq!(failure.code, 101);
    }
}
