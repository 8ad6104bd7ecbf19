//! CPU time of calls.

use bench::{Failure, cpu_time, median};
use serde_json::{Value, json};

/// Numbers of rounds, and of calls in each.
#[derive(Clone, Copy)]
pub(crate) struct Rounds {
    pub(crate) rounds: usize,
    pub(crate) calls: u32,
}

/// Rounds of calls with short responses.
pub(crate) const SHORT: Rounds = Rounds { rounds: 100, calls: 200 };
/// Rounds of calls with long responses.
pub(crate) const LONG: Rounds = Rounds { rounds: 151, calls: 1 };

/// Measures calls of the official crate and of the generated one, which take turns. Returns the seconds of the fastest
/// calls, and the median ratio of consecutive rounds.
pub(crate) async fn compare(
    Rounds { rounds, calls }: Rounds,
    official: impl AsyncFn() -> Result<(), Failure>,
    ours: impl AsyncFn() -> Result<(), Failure>,
) -> Result<Value, Failure> {
    let (mut officials, mut all) = (Vec::new(), Vec::new());
    for _ in 0..=rounds {
        officials.push(seconds(calls, &official).await?);
        all.push(seconds(calls, &ours).await?);
    }
    // The first round warms up.
    let ratios = officials.iter().zip(&all).skip(1).map(|(official, ours)| ours / official);
    let ratio = median(ratios.collect());
    Ok(json!({ "official": least(&officials), "ours": least(&all), "median_ratio": ratio }))
}

/// Measures calls of the generated crate.
pub(crate) async fn alone(
    Rounds { rounds, calls }: Rounds,
    ours: impl AsyncFn() -> Result<(), Failure>,
) -> Result<Value, Failure> {
    let mut all = Vec::new();
    for _ in 0..=rounds {
        all.push(seconds(calls, &ours).await?);
    }
    Ok(json!({ "ours": least(&all) }))
}

fn least(seconds: &[f64]) -> f64 {
    seconds.iter().copied().fold(f64::INFINITY, f64::min)
}

/// Returns the CPU time of a call.
async fn seconds(calls: u32, call: &impl AsyncFn() -> Result<(), Failure>) -> Result<f64, Failure> {
    let start = cpu_time();
    for _ in 0..calls {
        call().await?;
    }
    Ok(cpu_time().saturating_sub(start).as_secs_f64() / f64::from(calls))
}
