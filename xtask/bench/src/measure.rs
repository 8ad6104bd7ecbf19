//! CPU time of both clients.

use bench::{Failure, Official, Ours, cpu_time, median};

/// Number of calls to warm up.
const WARM_UP: u32 = 500;

/// CPU time per call of each round, in microseconds.
pub(crate) struct Times(Vec<f64>);

impl Times {
    /// Median of the rounds.
    pub(crate) fn median(&self) -> f64 {
        median(self.0.clone())
    }

    /// Best round.
    pub(crate) fn best(&self) -> f64 {
        self.0.iter().copied().fold(f64::INFINITY, f64::min)
    }
}

/// Times of both crates.
pub(crate) struct Figures {
    pub(crate) calls: u32,
    pub(crate) official: Times,
    pub(crate) ours: Times,
}

impl Figures {
    /// Ratio of our CPU time to that of the official crate: the median of the ratios of all rounds. Both crates run
    /// in each round, so that changes in the speed of the machine affect both.
    pub(crate) fn ratio(&self) -> f64 {
        let rounds = self.ours.0.iter().zip(&self.official.0);
        median(rounds.map(|(ours, official)| ours / official).collect())
    }
}

/// Measures `calls` calls through each client, divided into `rounds` rounds.
pub(crate) async fn measure(
    official: &Official,
    ours: &Ours,
    calls: u32,
    rounds: u32,
) -> Result<Figures, Failure> {
    let rounds = rounds.clamp(1, calls.max(1));
    let calls = calls.max(1).div_ceil(rounds);
    official.call(WARM_UP).await?;
    ours.call(WARM_UP).await?;
    let mut figures = Figures { calls: calls * rounds, official: Times(Vec::new()), ours: Times(Vec::new()) };
    for round in 0..rounds {
        // The first client alternates.
        if round % 2 == 0 {
            figures.official.0.push(time(official.call(calls), calls).await?);
            figures.ours.0.push(time(ours.call(calls), calls).await?);
        } else {
            figures.ours.0.push(time(ours.call(calls), calls).await?);
            figures.official.0.push(time(official.call(calls), calls).await?);
        }
    }
    Ok(figures)
}

/// Returns CPU time of this thread per call, in microseconds.
async fn time(work: impl Future<Output = Result<(), Failure>>, calls: u32) -> Result<f64, Failure> {
    let start = cpu_time();
    work.await?;
    let spent = cpu_time().saturating_sub(start);
    Ok(spent.as_secs_f64() * 1e6 / f64::from(calls))
}
