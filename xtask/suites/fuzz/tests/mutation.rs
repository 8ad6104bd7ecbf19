//! Every target on mutations of what we have, and proof that the driver finds what there is to find.
//!
//! By default each target sees the same mutations on every machine. `FUZZ_SECONDS` says how long each runs instead,
//! `FUZZ_SEED` which sequence of mutations it sees, and `FUZZ_ONLY` repeats one by the number that a finding tells.

use std::alloc::System;
use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use fuzz::corpus::{self, Entry};
use fuzz::driver::{Cause, Driver, Finding, Inputs, Limits, Report};
use fuzz::target;
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// The allocator counts for the whole process.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

fn alone() -> MutexGuard<'static, ()> {
    ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner)
}

fn allocated() -> usize {
    ALLOCATOR.stats().bytes_allocated
}

/// A crate of one operation costs most of the bytes, for its files are many; a structure costs some thousands for
/// each byte that the model spends on it.
const GENERATING: Limits = Limits { time: Duration::from_mins(1), bytes: 64 << 20, bytes_per_byte: 16 << 10 };
const READING: Limits = Limits { time: Duration::from_secs(10), bytes: 1 << 20, bytes_per_byte: 256 };

fn driver(
    name: &'static str,
    target: fn(&[u8]),
    corpus: Vec<Entry>,
    limits: Limits,
    inputs: Inputs,
) -> Driver {
    let folder = concat!(env!("CARGO_TARGET_TMPDIR"), "/fuzz").into();
    Driver { name, target, corpus, allocated, limits, inputs, folder }
}

fn check(name: &'static str, target: fn(&[u8]), corpus: io::Result<Vec<Entry>>, limits: Limits, count: u64) {
    let _guard = alone();
    let corpus = corpus.expect("the corpus is in the repository");
    let inputs = Inputs::from_environment(count);
    let outcome = driver(name, target, corpus, limits, inputs).run();
    let outcome = outcome.expect("the folder for inputs can be written");
    match outcome {
        Ok(report) => println!("{name}: {report:?}"),
        Err(finding) => panic!("{name}: {finding}"),
    }
}

#[test]
fn smithy() {
    check("smithy", target::smithy, corpus::smithy(), GENERATING, 600);
}

#[test]
fn botocore() {
    check("botocore", target::botocore, corpus::botocore(), GENERATING, 3_000);
}

#[test]
fn response() {
    check("response", target::response, corpus::response(), READING, 20_000);
}

/// Runs a target that is wrong on purpose on `{"a":[1,2,3],"b":{"c":"d"}}`.
fn planted(name: &'static str, target: fn(&[u8]), inputs: Inputs) -> Result<Report, Finding> {
    let parts = vec![br#"{"a":[1,2,3],"b":{"c":"d"}}"#.to_vec()];
    let corpus = vec![Entry { name: "planted".to_owned(), parts, separator: b"" }];
    let limits = Limits { time: Duration::from_millis(500), ..READING };
    driver(name, target, corpus, limits, inputs).run().expect("inputs can be written")
}

const A_WHILE: Inputs = Inputs::For(Duration::from_mins(1), 1);

fn json(input: &[u8]) -> serde_json::Value {
    serde_json::from_slice(input).unwrap_or_default()
}

#[test]
fn a_planted_panic_is_found_and_repeated() {
    let _guard = alone();
    let target = |input: &[u8]| assert!(json(input).pointer("/b/self").is_none(), "planted");
    let finding = planted("planted_panic", target, A_WHILE).expect_err("the driver finds the panic");
    assert_eq!(finding.cause, Cause::Panic("planted".to_owned()));
    let again =
        planted("planted_panic", target, Inputs::Only(finding.number)).expect_err("and finds it again");
    assert_eq!(again, finding);
    let input = std::fs::read(&finding.file).expect("the input is kept");
    assert!(json(&input).pointer("/b/self").is_some());
}

#[test]
fn a_planted_loop_is_found() {
    let _guard = alone();
    let target = |input: &[u8]| {
        if json(input).as_array().is_some() {
            std::thread::sleep(Duration::from_secs(2));
        }
    };
    let finding = planted("planted_loop", target, A_WHILE).expect_err("the driver does not wait for ever");
    assert!(matches!(finding.cause, Cause::Late(_)), "{finding}");
}

#[test]
fn a_planted_hoard_is_found() {
    let _guard = alone();
    let target = |input: &[u8]| {
        if json(input).pointer("/a/50").is_some() {
            drop(vec![0_u8; 10 << 20]);
        }
    };
    let finding = planted("planted_hoard", target, A_WHILE).expect_err("the driver counts");
    assert!(matches!(finding.cause, Cause::Greedy(_)), "{finding}");
}

#[test]
fn what_is_right_passes() {
    let _guard = alone();
    let report = planted("planted_nothing", |_| (), Inputs::For(Duration::from_millis(200), 1));
    assert!(report.expect("nothing is planted").inputs > 0);
}
