//! Percentiles of measurements.

/// A sample of measurements.
#[derive(Default)]
pub(crate) struct Sample(Vec<f64>);

impl Sample {
    pub(crate) fn add(&mut self, figure: f64) {
        self.0.push(figure);
    }

    pub(crate) fn mean(&self) -> f64 {
        self.0.iter().sum::<f64>() / self.0.len().max(1) as f64
    }

    /// The 50th and the 95th percentile, formatted as `p50 / p95`.
    pub(crate) fn percentiles(&self, write: impl Fn(f64) -> String) -> String {
        let mut sorted = self.0.clone();
        sorted.sort_unstable_by(f64::total_cmp);
        let at = |share: usize| {
            let place = sorted.len() * share / 100;
            sorted.get(place).copied().unwrap_or_default()
        };
        format!("{} / {}", write(at(50)), write(at(95)))
    }
}

/// Milliseconds with three digits that mean something.
pub(crate) fn milliseconds(time: f64) -> String {
    format!("{time:.3}")
}
