//! Plan -> tokens. Emitters write every path in full; `output::imports` turns them into `use` lines.

mod builder;
mod call;
mod cargo_toml;
mod crate_page;
mod crate_root;
mod customization;
mod endpoint;
mod endpoint_discovery;
mod enumeration;
mod error;
mod event_stream;
mod event_test;
mod example;
mod file;
mod files;
mod fluent_builder;
mod operation;
mod paginator;
mod presigning;
mod protocol_test;
mod request_features;
mod schema;
mod schema_trait;
mod service;
mod structure;
mod token;
mod union;
mod value;
mod waiter;

pub(crate) use cargo_toml::cargo_toml;
pub(crate) use crate_root::readme;
pub(crate) use file::EmittedFile;
pub(crate) use files::files;
pub(crate) use protocol_test::protocol_test_support;
pub(crate) use service::setting_module;
pub(crate) use token::DOC_LINE;
