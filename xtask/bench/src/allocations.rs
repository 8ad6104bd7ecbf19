//! Allocations per call of `DeleteConnection` through the official SDK crate and through ours, as JSON.

use std::alloc::System;

use bench::{Failure, Official, Ours, http_client, on_one_thread};
use serde_json::{Value, json};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Number of calls to warm up, and of calls that are counted.
const CALLS: u32 = 500;

fn main() -> Result<(), Failure> {
    on_one_thread(async {
        let http = http_client();
        let official = Official::new(http.clone());
        let ours = Ours::new(http);
        official.call(CALLS).await?;
        ours.call(CALLS).await?;
        let official = per_call(official.call(CALLS)).await?;
        let ours = per_call(ours.call(CALLS)).await?;
        println!("{:#}", json!({"official": official, "ours": ours}));
        Ok(())
    })
}

/// Allocations and reallocations per call, and their bytes.
async fn per_call(calls: impl Future<Output = Result<(), Failure>>) -> Result<Value, Failure> {
    let region = Region::new(ALLOCATOR);
    calls.await?;
    let change = region.change();
    let calls = usize::try_from(CALLS)?;
    Ok(json!({
        "allocations": (change.allocations + change.reallocations) / calls,
        "bytes": change.bytes_allocated / calls,
    }))
}
