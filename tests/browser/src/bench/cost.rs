//! Time and memory that a program takes.

use std::process::{Command, Stdio};
use std::time::Instant;

use wait4::Wait4;

use super::report::median;

/// The cost of a program and of all the processes that it waited for.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    /// Seconds by the clock.
    pub(crate) wall: f64,
    /// Seconds of all cores in the program itself.
    pub(crate) user: f64,
    /// Seconds of all cores in the kernel: mostly the file system, whose share changes from
    /// run to run.
    pub(crate) system: f64,
    /// Megabytes (10^6) of memory that were resident at the peak.
    pub(crate) peak: f64,
}

impl Cost {
    /// Runs `command` to its end, its output thrown away.
    ///
    /// # Panics
    /// If it does not start or fails.
    pub(crate) fn of(command: &mut Command) -> Self {
        let started = Instant::now();
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).spawn();
        let mut child = child.unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let used = child.wait4().expect("its resources");
        let wall = started.elapsed().as_secs_f64();
        assert!(used.status.success(), "{command:?}: {}", used.status);
        Self {
            wall,
            user: used.rusage.utime.as_secs_f64(),
            system: used.rusage.stime.as_secs_f64(),
            peak: used.rusage.maxrss as f64 / 1e6,
        }
    }

    /// The time beyond `other`, which is a part of this; the peak is that of the whole.
    pub(crate) fn beyond(&self, other: &Self) -> Self {
        Self {
            wall: (self.wall - other.wall).max(0.0),
            user: (self.user - other.user).max(0.0),
            system: (self.system - other.system).max(0.0),
            peak: self.peak,
        }
    }

    /// The median of each figure over `rounds` runs.
    pub(crate) fn median_of(rounds: usize, mut command: impl FnMut() -> Command) -> Self {
        let all: Vec<Self> = (0..rounds).map(|_| Self::of(&mut command())).collect();
        let figure = |of: fn(&Self) -> f64| median(all.iter().map(of).collect()).expect("a round");
        Self {
            wall: figure(|it| it.wall),
            user: figure(|it| it.user),
            system: figure(|it| it.system),
            peak: figure(|it| it.peak),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_counted_and_sleep_is_not() {
        let sleep = Cost::of(Command::new("sleep").arg("0.2"));
        assert!(
            sleep.wall >= 0.2 && sleep.user < 0.1,
            "{} s, {} CPU s",
            sleep.wall,
            sleep.user
        );
        let work = Cost::of(Command::new("sh").args([
            "-c",
            "sh -c 'i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done'; :",
        ]));
        assert!(work.user > 0.05, "{} CPU s", work.user);
        assert!(work.peak > 0.5, "{} MB", work.peak);
    }
}
