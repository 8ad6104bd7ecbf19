//! Tests of the runtime. This crate is in the position of a generated crate: it has the template files, a service, and an
//! operation as the generator emits it.
#![allow(
    dead_code,
    missing_docs,
    unexpected_cfgs,
    unused_imports,
    clippy::pedantic,
    clippy::result_large_err,
    reason = "it contains what a generated crate contains, called or not"
)]

#[path = "../../../template/src"]
mod template {
    pub mod auth_token {
        pub mod cluster;
        pub mod user;
    }
    pub mod client;
    pub mod config;
    pub mod error;
    pub mod meta;
    pub mod primitives;
    pub mod protocol_tests {
        pub(crate) mod request;
        pub(crate) mod response;
    }
    mod service {
        mod api_key;
        mod basic_auth;
        mod bearer_token;
        mod checksum;
        mod compression;
        mod idempotency_token;
        mod sigv4a;
    }
}

mod service;

use template::{client, client::Client, config, config::Config, error, meta, primitives, protocol_tests};

use sample as error_meta;

mod calls;
mod cbor;
mod customizations;
mod endpoint;
mod endpoint_schemes;
mod errors;
mod events;
mod http;
mod in_time;
mod json;
mod lenient;
mod metrics;
mod pages_and_waiters;
mod protocol_test_support;
mod protocols;
mod request_features;
mod responses;
mod sample;
mod serialization;
mod settings;
mod transfer;
mod wire;
mod xml;
