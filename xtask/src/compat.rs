//! `cargo xtask drop-in`: one program on the official crates and on generated ones, in `xtask/suites/compat`.

use std::path::{Path, PathBuf};
use std::process::Command;

use xtask_common::{Failure, process, workspace};

use crate::cli::DropInOptions;
use crate::e2e;
use crate::generate::{all_operations, of_service};

/// Services with other protocols by their names in botocore, and the operations that the program calls.
const SERVICES: [(&str, &[&str]); 6] = [
    ("kinesis", &["SubscribeToShard"]),
    ("lambda", &["CreateFunction", "DeleteFunction", "GetFunction", "Invoke", "ListFunctions"]),
    ("polly", &["StartSpeechSynthesisStream"]),
    (
        "s3",
        &[
            "AbortMultipartUpload",
            "CompleteMultipartUpload",
            "CopyObject",
            "CreateMultipartUpload",
            "DeleteObject",
            "DeleteObjects",
            "GetBucketLocation",
            "GetObject",
            "HeadObject",
            "ListObjectsV2",
            "PutObject",
            "UploadPart",
        ],
    ),
    ("sns", &["GetTopicAttributes", "ListTopics", "Publish"]),
    ("sts", &["AssumeRole", "GetCallerIdentity"]),
];

/// Generates the crates, compares them with the official ones, and tests members that only generated crates have.
pub(crate) fn run(options: &DropInOptions) -> Result<(), Failure> {
    generate(&e2e::botocore()?)?;
    if options.s3 {
        return Ok(process::run(&mut cargo("run", "s3-suite"))?);
    }
    println!("drop-in: S3 is not compared, except by `cargo xtask drop-in --s3`");
    process::run(&mut cargo("run", "compat"))?;
    Ok(process::run(cargo("test", "compat").args(["--test", "*"]))?)
}

/// Generates the crates that the workspace depends on, some from the models of botocore.
pub(crate) fn generate(botocore: &Path) -> Result<(), Failure> {
    for (service, operations) in SERVICES {
        let crate_name = format!("compat-{service}");
        of_service(&folder().join("generated").join(service), &crate_name, botocore, service, operations)?;
    }
    generate_crate("directconnect", None)?;
    generate_crate("tagging", Some(folder().join("tagging.json")))
}

fn generate_crate(name: &str, model: Option<PathBuf>) -> Result<(), Failure> {
    let folder = folder().join("generated").join(name);
    all_operations(&folder, Some(format!("compat-{name}")), model)
}

/// A cargo command for a package of the workspace.
pub(crate) fn cargo(subcommand: &str, package: &str) -> Command {
    let mut cargo = process::cargo();
    cargo.args([subcommand, "--quiet", "--package", package, "--manifest-path"]);
    cargo.arg(folder().join("Cargo.toml"));
    cargo
}

fn folder() -> PathBuf {
    workspace::root().join("xtask/suites/compat")
}
