//! Cold builds of programs that call one operation of a service with many.

use std::fs;
use std::path::Path;

use xtask_common::process::utf8;
use xtask_common::{Failure, workspace};

use super::program::Program;
use super::table::Table;
use super::workbench::{Workbench, step};
use crate::e2e;
use crate::generate::of_service;

/// A service and the operation that the program calls.
struct LargeService {
    /// The name in botocore, and that of the official crate after `aws-sdk-`.
    name: &'static str,
    operation: &'static str,
    /// The method of the client.
    method: &'static str,
    /// Target: maximum ratio of the times. The official crate of EC2 needs 8 GB of memory and several minutes.
    max_ratio: Option<f64>,
}

const SERVICES: [LargeService; 3] = [
    LargeService { name: "s3", operation: "ListBuckets", method: "list_buckets", max_ratio: None },
    LargeService { name: "iam", operation: "ListRoles", method: "list_roles", max_ratio: None },
    LargeService { name: "ec2", operation: "DescribeVpcs", method: "describe_vpcs", max_ratio: Some(0.15) },
];

pub(super) fn measure(bench: &Workbench, table: &mut Table) -> Result<(), Failure> {
    // Outside of the repository, so that its cargo configuration does not apply.
    let folder = std::env::temp_dir().join(format!("tinsmith-bench-large-{}", std::process::id()));
    let outcome = SERVICES.iter().try_for_each(|service| compare(bench, &folder, service, table));
    let cleaned = fs::remove_dir_all(&folder);
    outcome?;
    Ok(cleaned?)
}

fn compare(
    bench: &Workbench,
    folder: &Path,
    service: &LargeService,
    table: &mut Table,
) -> Result<(), Failure> {
    let LargeService { name, operation, max_ratio, .. } = service;
    step(&format!("cold debug builds of a program with one operation of {name}"));
    let [official, ours] = programs(folder, service)?;
    let (official, ours) = (official.build(bench, &[])?, ours.build(bench, &[])?);
    let label = format!("cold debug build of a program with {operation} of {name}");
    let row = table.compare(label, official.time(), ours.time());
    if let Some(max_ratio) = max_ratio {
        row.at_most(*max_ratio);
    }
    table.compare("  peak memory", official.peak(), ours.peak());
    Ok(())
}

/// Creates the program with the official crate and with the generated one, both with their default features.
fn programs(folder: &Path, service: &LargeService) -> Result<[Program; 2], Failure> {
    let LargeService { name, operation, method, .. } = service;
    let folder = folder.join(name);
    let generated = folder.join("generated");
    of_service(&generated, name, &e2e::botocore()?, name, &[operation])?;
    let template = workspace::root().join("xtask/bench");
    let source =
        fs::read_to_string(template.join("large-program.rs"))?.replace("operation()", &format!("{method}()"));
    let manifest = fs::read_to_string(template.join("program/Cargo.toml"))?;
    let official = format!("sdk = {{ package = \"aws-sdk-{name}\", version = \"1\" }}");
    let ours = format!("sdk = {{ package = {name:?}, path = {:?} }}", utf8(&generated)?);
    let create = |kind: &str, dependency: &str| {
        Program::create(folder.join(kind), &source, &manifest.replace("# service", dependency))
    };
    Ok([create("official", &official)?, create("ours", &ours)?])
}
