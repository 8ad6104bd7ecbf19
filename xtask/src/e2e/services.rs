//! The program on crates of services of each protocol, in `xtask/suites/services`.

use std::path::{Path, PathBuf};

use xtask_common::request::{Waiting, argument};
use xtask_common::{Failure, process, workspace};

use super::{run_command, step};
use crate::generate::of_service;

/// Services by their names in botocore, and the operations that the program calls.
const SERVICES: [(&str, &[&str]); 9] = [
    ("dynamodb", &["CreateTable", "DeleteTable", "DescribeTable", "PutItem", "Scan"]),
    ("ec2", &["CreateVpc", "DeleteVpc", "DescribeVpcs"]),
    ("iam", &["CreateRole", "DeleteRole", "GetRole", "ListRoles"]),
    ("lambda", &["CreateFunction", "DeleteFunction", "GetFunction", "ListFunctions"]),
    (
        "route53",
        &[
            "ChangeResourceRecordSets",
            "CreateHostedZone",
            "DeleteHostedZone",
            "GetHostedZone",
            "ListHostedZones",
            "ListResourceRecordSets",
        ],
    ),
    (
        "s3",
        &[
            "AbortMultipartUpload",
            "CompleteMultipartUpload",
            "CopyObject",
            "CreateBucket",
            "CreateMultipartUpload",
            "DeleteBucket",
            "DeleteObjects",
            "GetObject",
            "GetObjectTagging",
            "HeadObject",
            "ListObjectsV2",
            "ListParts",
            "PutObject",
            "PutObjectTagging",
            "UploadPart",
        ],
    ),
    ("sns", &["CreateTopic", "DeleteTopic", "GetTopicAttributes", "ListTopics"]),
    ("sqs", &["CreateQueue", "DeleteQueue", "GetQueueUrl", "ListQueues", "ReceiveMessage", "SendMessage"]),
    ("sts", &["AssumeRole", "GetCallerIdentity"]),
];

/// Generates the crates from the models of botocore, and runs the program.
pub(super) fn test(botocore: &Path, endpoint: String) -> Result<(), Failure> {
    step("generating crates of nine services from the models of botocore");
    for (service, operations) in SERVICES {
        of_service(&folder().join("generated").join(service), service, botocore, service, operations)?;
    }
    step("calling the services of the crates");
    let mut cargo = process::cargo();
    cargo.args(["run", "--quiet", "--manifest-path"]).arg(folder().join("Cargo.toml"));
    cargo.arg("--target-dir").arg(workspace::target()?).arg("--");
    Ok(run_command(cargo.arg(argument(&Waiting { endpoint })?))?)
}

fn folder() -> PathBuf {
    workspace::root().join("xtask/suites/services")
}
