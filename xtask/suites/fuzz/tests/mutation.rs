//! Every target on mutations of the corpus, and tests of the driver with planted bugs.
//!
//! By default each target gets the same mutations on every machine, and more of them in the tests that are ignored.
//! `FUZZ_SECONDS` sets the time per target instead, `FUZZ_SEED` the sequence of mutations, and `FUZZ_ONLY` repeats the
//! mutation of a crash.

use std::alloc::System;
use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use fuzz::corpus::{self, Entry};
use fuzz::driver::{Cause, Crash, Driver, Inputs, Limits, Report};
use fuzz::target;
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Serializes the tests, because the allocator counts for the whole process.
static SERIAL: Mutex<()> = Mutex::new(());

fn serial() -> MutexGuard<'static, ()> {
    SERIAL.lock().unwrap_or_else(PoisonError::into_inner)
}

fn allocated() -> usize {
    ALLOCATOR.stats().bytes_allocated
}

/// A crate of one operation allocates most of the bytes; structures allocate some thousand per byte of the model.
const GENERATING: Limits =
    Limits { max_time: Duration::from_mins(1), max_bytes: 64 << 20, max_bytes_per_byte: 16 << 10 };
const READING: Limits =
    Limits { max_time: Duration::from_secs(10), max_bytes: 1 << 20, max_bytes_per_byte: 256 };

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
    let _guard = serial();
    let corpus = corpus.expect("the corpus is in the repository");
    let inputs = Inputs::from_environment(count);
    let outcome = driver(name, target, corpus, limits, inputs).run();
    let outcome = outcome.expect("the folder for inputs can be written");
    match outcome {
        Ok(report) => println!("{name}: {report:?}"),
        Err(crash) => panic!("{name}: {crash}"),
    }
}

fn smithy(count: u64) {
    check("smithy", target::smithy, corpus::smithy(), GENERATING, count);
}

fn botocore(count: u64) {
    check("botocore", target::botocore, corpus::botocore(), GENERATING, count);
}

fn comparison(count: u64) {
    check("comparison", target::comparison, corpus::comparison(), GENERATING, count);
}

fn response(count: u64) {
    check("response", target::response, corpus::response(), READING, count);
}

fn json(count: u64) {
    check("json", target::json, corpus::json(), READING, count);
}

fn cbor(count: u64) {
    check("cbor", target::cbor, corpus::cbor(), READING, count);
}

fn xml(count: u64) {
    check("xml", target::xml, corpus::xml(), READING, count);
}

#[test]
fn some_mutations_do_no_harm() {
    smithy(30);
    botocore(150);
    comparison(150);
    response(2_000);
    xml(2_000);
    json(2_000);
    cbor(2_000);
}

#[test]
#[ignore = "takes long"]
fn mutations_of_smithy_models_do_no_harm() {
    smithy(600);
}

#[test]
#[ignore = "takes long"]
fn mutations_of_botocore_models_do_no_harm() {
    botocore(3_000);
}

#[test]
#[ignore = "takes long"]
fn mutations_of_compared_models_do_no_harm() {
    comparison(2_000);
}

#[test]
#[ignore = "takes long"]
fn mutations_of_responses_do_no_harm() {
    response(20_000);
}

#[test]
#[ignore = "takes long"]
fn mutations_of_xml_do_no_harm() {
    xml(20_000);
}

#[test]
#[ignore = "takes long"]
fn mutations_of_json_do_no_harm() {
    json(20_000);
}

#[test]
#[ignore = "takes long"]
fn mutations_of_cbor_do_no_harm() {
    cbor(20_000);
}

/// Runs a target with a planted bug on mutations of `{"a":[1,2,3],"b":{"c":"d"}}`.
fn planted(name: &'static str, target: fn(&[u8]), inputs: Inputs) -> Result<Report, Crash> {
    let parts = vec![br#"{"a":[1,2,3],"b":{"c":"d"}}"#.to_vec()];
    let corpus = vec![Entry { name: "planted".to_owned(), parts, separator: b"" }];
    let limits = Limits { max_time: Duration::from_millis(500), ..READING };
    driver(name, target, corpus, limits, inputs).run().expect("inputs can be written")
}

const ONE_MINUTE: Inputs = Inputs::For(Duration::from_mins(1), 1);

fn parsed(input: &[u8]) -> serde_json::Value {
    serde_json::from_slice(input).unwrap_or_default()
}

#[test]
fn planted_panic_is_found_and_repeated() {
    let _guard = serial();
    let target = |input: &[u8]| assert!(parsed(input).pointer("/b/self").is_none(), "planted");
    let crash = planted("planted_panic", target, ONE_MINUTE).expect_err("the driver finds the panic");
    assert_eq!(crash.cause, Cause::Panic("planted".to_owned()));
    let again = planted("planted_panic", target, Inputs::Only(crash.number)).expect_err("and finds it again");
    assert_eq!(again, crash);
    let input = std::fs::read(&crash.file).expect("the input is kept");
    assert!(parsed(&input).pointer("/b/self").is_some());
}

#[test]
fn planted_hang_is_found() {
    let _guard = serial();
    let target = |input: &[u8]| {
        if parsed(input).as_array().is_some() {
            std::thread::sleep(Duration::from_secs(2));
        }
    };
    let crash = planted("planted_hang", target, ONE_MINUTE).expect_err("the driver has a time limit");
    assert!(matches!(crash.cause, Cause::Timeout(_)), "{crash}");
}

#[test]
fn planted_allocation_is_found() {
    let _guard = serial();
    let target = |input: &[u8]| {
        if parsed(input).pointer("/a/50").is_some() {
            drop(vec![0_u8; 10 << 20]);
        }
    };
    let crash = planted("planted_allocation", target, ONE_MINUTE).expect_err("the driver counts bytes");
    assert!(matches!(crash.cause, Cause::OutOfMemory(_)), "{crash}");
}

#[test]
fn correct_target_has_no_crash() {
    let _guard = serial();
    let report = planted("planted_nothing", |_| (), Inputs::For(Duration::from_millis(200), 1));
    assert!(report.expect("nothing is planted").inputs > 0);
}
