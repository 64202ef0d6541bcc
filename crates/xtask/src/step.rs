use std::time::Instant;

use crate::failure::Failure;

/// Does one named part of a command: a header line before it, its seconds after it,
/// its name in the failure. All on standard error, so that standard output is the
/// programs' own.
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
