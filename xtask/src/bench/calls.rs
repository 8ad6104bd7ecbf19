//! Calls of one operation: CPU time and allocations.

use serde_json::Value;
use xtask_common::Failure;
use xtask_common::request::{Calls, argument};

use super::table::{Figure, Table};
use super::workbench::{Workbench, step};

/// Options of the measured program.
const CALLS: Calls = Calls { calls: 20_000, rounds: 100, only: None };

pub(super) fn measure(bench: &Workbench, table: &mut Table) -> Result<(), Failure> {
    step("calls through both crates");
    let times = bench.benchmark("bench", &[&argument(&CALLS)?])?;
    for (setting, label, max_ratio) in
        [("plain", "no telemetry provider", 0.75), ("metrics", "a telemetry provider", 0.85)]
    {
        let times = &times[setting];
        let time =
            |whose: &str| Ok::<_, Failure>(Figure::Seconds(number(&times[whose]["microseconds"])? / 1e6));
        let row = table.compare(format!("CPU time of a call, {label}"), time("official")?, time("ours")?);
        row.ratio(number(&times["ratio"])?).at_most(max_ratio);
        if setting == "plain" {
            row.headline();
        }
        for whose in ["official", "ours"] {
            table.note(parts(&times[whose], &format!("{whose}, {label}")));
        }
    }
    allocations(bench, table)
}

fn allocations(bench: &Workbench, table: &mut Table) -> Result<(), Failure> {
    let figures = bench.benchmark("allocations", &[])?;
    let number = |whose: &str, figure: &str| number(&figures[whose][figure]);
    let (official, ours) = (number("official", "allocations")?, number("ours", "allocations")?);
    table.compare("allocations of a call", Figure::Count(official), Figure::Count(ours));
    let (official, ours) = (number("official", "bytes")?, number("ours", "bytes")?);
    table.compare("  bytes of them", Figure::Bytes(official), Figure::Bytes(ours));
    Ok(())
}

/// Returns a number of a measurement.
pub(super) fn number(value: &Value) -> Result<f64, Failure> {
    Ok(value.as_f64().ok_or("the benchmark printed no number")?)
}

/// Formats the parts of a call.
fn parts(figures: &Value, whose: &str) -> String {
    let list = |kind: &str| {
        let names = figures[kind].as_array().into_iter().flatten().filter_map(Value::as_str);
        names.collect::<Vec<_>>().join(", ")
    };
    format!("{whose}: {}; classifiers: {}", list("interceptors"), list("classifiers"))
}
