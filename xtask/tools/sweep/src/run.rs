//! Generation of all models on all cores.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use xtask_common::request::Sweep;

use crate::find::ModelFile;
use crate::measure::{self, Outcome};
use crate::progress;

/// Results of a sweep.
pub(crate) struct Results {
    /// Labels and outcomes of all models.
    pub(crate) outcomes: Vec<(String, Outcome)>,
    /// Total time.
    pub(crate) time: Duration,
}

/// Generates all models. The largest are first, so that all threads end at about the same time.
pub(crate) fn all(models: &[ModelFile], request: &Sweep) -> Results {
    let start = Instant::now();
    let mut order: Vec<usize> = (0..models.len()).collect();
    order.sort_by_key(|&index| std::cmp::Reverse(models[index].bytes));
    let (next, outcomes, bar) = (AtomicUsize::new(0), Mutex::new(Vec::new()), progress::bar(models.len()));
    measure::keep_panics();
    let work = || {
        while let Some(&index) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
            let model = &models[index];
            bar.set_message(model.label.clone());
            let outcome = measure::measure(model, request, |_| ());
            bar.inc(1);
            if let Ok(mut outcomes) = outcomes.lock() {
                outcomes.push((index, outcome));
            }
        }
    };
    thread::scope(|scope| {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        (0..cores.min(models.len())).for_each(|_| drop(scope.spawn(work)));
    });
    bar.finish_and_clear();
    let mut outcomes = outcomes.into_inner().unwrap_or_default();
    outcomes.sort_by_key(|(index, _)| *index);
    let outcomes = outcomes.into_iter().map(|(index, outcome)| (models[index].label.clone(), outcome));
    Results { outcomes: outcomes.collect(), time: start.elapsed() }
}
