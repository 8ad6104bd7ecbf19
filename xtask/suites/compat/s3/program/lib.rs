//! A program for `aws-sdk-s3` that uses only items of the official crate.
//!
//! It is compiled twice: by `official/Cargo.toml` with the official crate, and by `ours/Cargo.toml` with a generated crate
//! under the official name.

use aws_sdk_s3::error::{DisplayErrorContext, SdkError};

mod addressing;
mod bodies;
mod checksums;
mod errors;
mod faults;
mod listings;
mod loopback;
mod objects;
mod presigned;
#[path = "../../program/record.rs"]
#[expect(dead_code, reason = "requests of S3 are recorded by `wire`, with their signatures")]
mod record;
mod retries;
#[path = "../../program/scenarios.rs"]
mod scenarios;
mod setup;
mod uploads;
mod wire;

pub use faults::{Cell, run as faults};
pub use scenarios::Scenarios;
use scenarios::run;

/// Runs every scenario.
pub async fn run() -> Scenarios {
    run! {
        addressing: regions buckets settings access_points short_label custom_endpoint path_of_endpoint session no_bucket;
        checksums: memory memory_with_tls file file_with_tls large_file given when_required chosen_when_required unsupported responses wrong_response undecodable_response;
        errors: modeled unmodeled empty_body not_xml head_missing head_forbidden redirected not_modified with_success;
        listings: keys encoded_keys decoded_keys pages deletions copies copy_errors location;
        objects: put customer_key put_nothing get get_range get_part head expires operation_in_query without_credentials;
        presigned: get put head delete upload_part with_token styles expired;
        retries: memory file once slow_down;
        uploads: parts completed completed_with_error aborted unknown_length;
    }
}
