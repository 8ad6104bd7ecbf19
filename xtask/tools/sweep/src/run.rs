//! All models, on every core.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::arguments::Arguments;
use crate::find::Found;
use crate::measure::{self, Outcome};
use crate::progress;

/// What came of a sweep.
pub(crate) struct Sweep {
    /// Every model by its label, and what came of it.
    pub(crate) outcomes: Vec<(String, Outcome)>,
    /// How long it took.
    pub(crate) time: Duration,
}

/// Generates all models, the largest first, so that no thread is left alone with a large one at the end.
pub(crate) fn all(models: &[Found], arguments: &Arguments) -> Sweep {
    let start = Instant::now();
    let mut order: Vec<usize> = (0..models.len()).collect();
    order.sort_by_key(|&index| std::cmp::Reverse(models[index].bytes));
    let (next, outcomes, bar) = (AtomicUsize::new(0), Mutex::new(Vec::new()), progress::bar(models.len()));
    measure::keep_panics();
    let work = || {
        while let Some(&index) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
            let found = &models[index];
            bar.set_message(found.label.clone());
            let outcome = measure::measure(found, arguments, |_| ());
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
    Sweep { outcomes: outcomes.collect(), time: start.elapsed() }
}
