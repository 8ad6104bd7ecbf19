//! A long response: reading and writing the descriptions of 2,000 connections.

use xtask_common::process::utf8;
use xtask_common::{Failure, workspace};

use super::calls::number;
use super::generation::Generator;
use super::table::{Figure, Table};
use super::workbench::{self, Workbench, step};

/// Target: the official crate takes this many times longer to read JSON.
const TIMES_AS_FAST: f64 = 1.81;

pub(super) fn measure(bench: &Workbench, table: &mut Table) -> Result<(), Failure> {
    step("long responses");
    let generated = workbench::folder("connections")?;
    Generator::new(bench)?.generate("DescribeConnections", "connections", &generated)?;
    let manifest = workspace::root().join("xtask/bench/responses/Cargo.toml");
    // Both workspaces have the same target folder, so that common dependencies are built once.
    let target = workspace::root().join("xtask/bench/target");
    let run =
        ["run", "--quiet", "--release", "--manifest-path", utf8(&manifest)?, "--target-dir", utf8(&target)?];
    let figures: serde_json::Value = serde_json::from_str(&workbench::cargo(&run)?)?;
    let seconds = |name: &str| Ok::<_, Failure>(Figure::Seconds(number(&figures[name])?));
    table
        .compare("reading 2,000 connections, JSON, by a call", seconds("official")?, seconds("ours")?)
        .at_most((100.0 / TIMES_AS_FAST).floor() / 100.0);
    table
        .compare("  by the median of ratios", seconds("official")?, seconds("ours")?)
        .ratio(number(&figures["median_ratio"])?)
        .at_most((100.0 / TIMES_AS_FAST).floor() / 100.0);
    for (name, label) in [
        ("cbor", "reading 2,000 connections, CBOR, by a call"),
        ("parse_json", "reading 2,000 connections, JSON, `parse_response`"),
        ("read_json", "reading 2,000 connections, JSON, serde"),
        ("write_json", "writing 2,000 connections, JSON, serde"),
        ("read_cbor", "reading 2,000 connections, CBOR, serde"),
        ("write_cbor", "writing 2,000 connections, CBOR, serde"),
    ] {
        table.alone(label, seconds(name)?);
    }
    Ok(())
}
