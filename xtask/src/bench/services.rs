//! Calls and long responses of REST and query services.

use serde_json::Value;
use xtask_common::process::utf8;
use xtask_common::{Failure, workspace};

use super::calls::number;
use super::table::{Figure, Table};
use super::workbench::{self, step};
use crate::e2e;
use crate::generate::of_service;

/// Services by their names in botocore, and the operation that the program calls.
const SERVICES: [(&str, &str); 5] = [
    ("ec2", "DescribeInstances"),
    ("iam", "ListRoles"),
    ("lambda", "GetFunctionConfiguration"),
    ("s3", "ListObjectsV2"),
    ("sns", "Publish"),
];

/// Compared figures of the program, their labels, and the maximum ratios.
const COMPARED: [(&str, &str, f64); 4] = [
    ("objects", "reading 1,000 objects of S3, by a call", 0.35),
    ("roles", "reading 1,000 roles of IAM, by a call", 0.35),
    ("function", "CPU time of a call of REST: function of Lambda", 0.8),
    ("message", "CPU time of a call of AWS Query: message of SNS", 0.8),
];

pub(super) fn measure(table: &mut Table) -> Result<(), Failure> {
    step("calls and long responses of REST and query services");
    let figures = figures()?;
    let seconds = |name: &str, whose: &str| Ok::<_, Failure>(Figure::Seconds(number(&figures[name][whose])?));
    for (name, label, max_ratio) in COMPARED {
        let row = table.compare(label, seconds(name, "official")?, seconds(name, "ours")?);
        row.ratio(number(&figures[name]["median_ratio"])?).at_most(max_ratio);
    }
    table.alone("reading 1,000 instances of EC2, by a call", seconds("instances", "ours")?);
    Ok(())
}

/// Generates the crates, and runs the program.
fn figures() -> Result<Value, Failure> {
    let (botocore, generated) = (e2e::botocore()?, workbench::folder("services")?);
    for (service, operation) in SERVICES {
        of_service(&generated.join(service), service, &botocore, service, &[operation])?;
    }
    let manifest = workspace::root().join("xtask/bench/services/Cargo.toml");
    // Both workspaces have the same target folder, so that common dependencies are built once.
    let target = workspace::root().join("xtask/bench/target");
    let run =
        ["run", "--quiet", "--release", "--manifest-path", utf8(&manifest)?, "--target-dir", utf8(&target)?];
    Ok(serde_json::from_str(&workbench::cargo(&run)?)?)
}
