//! CPU time of reading and writing the descriptions of 2,000 connections, as JSON: of calls through both crates, and of
//! functions that only the generated crate has.

use std::error::Error;
use std::hint::black_box;

use bench::{cpu_time, median, on_one_thread};
use bytes::Bytes;
use connections::operation::describe_connections::{DescribeConnections, DescribeConnectionsOutput};
use serde_json::json;

mod body;
mod clients;

use clients::{Cbor, Official, Ours};

/// Number of connections in the response.
const CONNECTIONS: usize = 2_000;
/// Number of runs of each function. The fastest counts, because times on a shared machine vary by almost half. For
/// calls, the median of the ratios of consecutive runs is printed too.
const ROUNDS: usize = 301;

fn main() -> Result<(), Box<dyn Error>> {
    on_one_thread(run())
}

async fn run() -> Result<(), Box<dyn Error>> {
    let (json, cbor) = (body::json(), body::cbor());
    let calls = calls(&json, &cbor).await?;
    let response = http::Response::builder().header("content-type", "application/x-amz-json-1.1");
    let response = response.body(json.clone())?;
    let output = DescribeConnections::parse_response(&response)?;
    let mut serde_cbor = Vec::new();
    ciborium::into_writer(&output, &mut serde_cbor)?;
    let serde_json = serde_json::to_vec(&output)?;
    println!(
        "{:#}",
        json!({
            "json_bytes": json.len(),
            "cbor_bytes": cbor.len(),
            "official": calls.official,
            "ours": calls.ours,
            "cbor": calls.cbor,
            "median_ratio": calls.median_ratio,
            "parse_json": time(|| DescribeConnections::parse_response(&response).expect("it was read before")),
            "read_json": time(|| -> DescribeConnectionsOutput {
                serde_json::from_slice(&serde_json).expect("serde wrote it")
            }),
            "write_json": time(|| serde_json::to_vec(&output).expect("it was written before")),
            "read_cbor": time(|| -> DescribeConnectionsOutput {
                ciborium::from_reader(serde_cbor.as_slice()).expect("serde wrote it")
            }),
            "write_cbor": time(|| {
                let mut bytes = Vec::new();
                ciborium::into_writer(&output, &mut bytes).expect("it was written before");
                bytes
            }),
        })
    );
    Ok(())
}

/// Seconds of the fastest calls, and the median ratio of consecutive calls.
struct Calls {
    official: f64,
    ours: f64,
    cbor: f64,
    median_ratio: f64,
}

async fn calls(json: &Bytes, cbor: &Bytes) -> Result<Calls, Box<dyn Error>> {
    let official = Official::new(body::http_client(json));
    let ours = Ours::new(body::http_client(json));
    let cbor_client = Cbor::new(body::cbor_http_client(cbor));
    let mut least = Calls { official: f64::MAX, ours: f64::MAX, cbor: f64::MAX, median_ratio: f64::NAN };
    let mut ratios = Vec::new();
    // The clients alternate, so that changes in the speed of the machine affect all, and each follows each other.
    for round in 0..ROUNDS {
        if round % 2 == 0 {
            least.cbor = least.cbor.min(seconds(cbor_client.call()).await?);
        }
        let official_seconds = seconds(official.call()).await?;
        least.official = least.official.min(official_seconds);
        if round % 2 == 1 {
            least.cbor = least.cbor.min(seconds(cbor_client.call()).await?);
        }
        let our_seconds = seconds(ours.call()).await?;
        least.ours = least.ours.min(our_seconds);
        ratios.push(our_seconds / official_seconds);
    }
    Ok(Calls { median_ratio: median(ratios), ..least })
}

async fn seconds(call: impl Future<Output = Result<usize, Box<dyn Error>>>) -> Result<f64, Box<dyn Error>> {
    let start = cpu_time();
    let connections = call.await?;
    let spent = cpu_time().saturating_sub(start);
    if connections != CONNECTIONS {
        return Err(format!("{connections} connections were read").into());
    }
    Ok(spent.as_secs_f64())
}

/// Seconds of the quickest run.
fn time<T>(mut work: impl FnMut() -> T) -> f64 {
    let once = || {
        let start = cpu_time();
        black_box(work());
        cpu_time().saturating_sub(start).as_secs_f64()
    };
    std::iter::repeat_with(once).take(ROUNDS).fold(f64::MAX, f64::min)
}
