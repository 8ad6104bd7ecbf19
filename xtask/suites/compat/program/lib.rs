//! A program for `aws-sdk-directconnect` and crates of services with other protocols, which uses only items of the
//! official crates.
//!
//! It is compiled twice: by `official/Cargo.toml` with the official crates, and by `ours/Cargo.toml` with generated
//! crates under the official names.

use aws_sdk_directconnect::error::{DisplayErrorContext, SdkError};

mod builders;
mod calls;
mod customized;
mod errors;
mod events;
mod mocks;
mod pages;
mod query;
mod record;
mod rest;
mod scenarios;
mod settings;
mod setup;
mod types;

pub use scenarios::Scenarios;
use scenarios::run;

/// Runs every scenario.
pub async fn run() -> Scenarios {
    run! {
        builders: outputs inputs exceptions operation_errors;
        calls: full_response empty_response unusual_values nested_input lists tags without_input nulls_in_lists;
        customized: interceptors overrides requests same_signature;
        errors: modeled unmodeled not_json throttled disconnected stalled missing_member no_region no_credentials crate_error;
        events: spoken subscribed;
        mocks: outputs errors responses by_input;
        pages: all items page_size same_token same_token_allowed failure_later manual;
        query: identity assumed_role malformed_policy published topics missing_topic;
        rest: created invoked functions deleted missing_function labels;
        settings: shared getters endpoints custom_endpoint test_defaults missing_behavior_version;
        types: enums unknown_enums order_of_values structures sensitive;
    }
}
