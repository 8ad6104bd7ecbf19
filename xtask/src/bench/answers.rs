//! A long answer: reading and writing the descriptions of 2,000 connections.

use super::calls::number;
use super::generation::Generator;
use super::table::{Figure, Table};
use super::workbench::{Workbench, step, text};
use crate::Failure;

/// The official crate is to take this much longer to read JSON.
const TIMES_AS_FAST: f64 = 1.35;

pub(super) fn measure(bench: &Workbench, table: &mut Table) -> Result<(), Failure> {
    step("long answers");
    let generated = bench.folder("connections")?;
    Generator::new(bench)?.generate("DescribeConnections", "connections", &generated)?;
    let manifest = bench.root.join("xtask/bench/answers/Cargo.toml");
    // What both workspaces depend on is built once.
    let target = bench.root.join("xtask/bench/target");
    let run =
        ["run", "--quiet", "--release", "--manifest-path", text(&manifest)?, "--target-dir", text(&target)?];
    let figures: serde_json::Value = serde_json::from_str(&bench.cargo(&run)?)?;
    let seconds = |name: &str| Ok::<_, Failure>(Figure::Seconds(number(&figures[name])?));
    table
        .compare("reading 2,000 connections, JSON, by a call", seconds("official")?, seconds("ours")?)
        .at_most((100.0 / TIMES_AS_FAST).floor() / 100.0)
        .headline();
    table
        .compare("  by the median of ratios", seconds("official")?, seconds("ours")?)
        .by(number(&figures["median_ratio"])?)
        .at_most((100.0 / TIMES_AS_FAST).floor() / 100.0);
    for (name, what) in [
        ("cbor", "reading 2,000 connections, CBOR, by a call"),
        ("parse_json", "reading 2,000 connections, JSON, `parse_response`"),
        ("read_json", "reading 2,000 connections, JSON, serde"),
        ("write_json", "writing 2,000 connections, JSON, serde"),
        ("read_cbor", "reading 2,000 connections, CBOR, serde"),
        ("write_cbor", "writing 2,000 connections, CBOR, serde"),
    ] {
        table.alone(what, seconds(name)?);
    }
    Ok(())
}
