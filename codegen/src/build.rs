//! Generation in a build script: a client as a module of the package, below `OUT_DIR`.
//!
//! ```no_run
//! // build.rs
//! fn main() -> Result<(), tinsmith::Diagnostics> {
//!     tinsmith::build::Builder::new("models/directconnect.json")
//!         .operations(["DeleteConnection"])
//!         .protocol("awsJson1_1")
//!         .write()
//! }
//! ```
//!
//! ```ignore
//! // src/main.rs
//! mod directconnect {
//!     include!(concat!(env!("OUT_DIR"), "/directconnect.rs"));
//! }
//! ```
//!
//! The module has the paths of a generated crate: `directconnect::Client`, `directconnect::types`. It may have another name and
//! be in another module, because its own paths are relative. It names no crate except `tinsmith-runtime`, which the package
//! depends on:
//!
//! ```toml
//! [dependencies]
//! tinsmith-runtime = { version = "0.1", features = ["client", "json", "rt-tokio", "rustls"] }
//! ```
//!
//! `json` is for the protocols awsJson, `cbor` for rpcv2Cbor; `rest-json`, `rest-xml`, `aws-query` and `ec2-query` are for the
//! protocols of these names. Request features of operations need features of the runtime with their names: `checksum`,
//! `compression`, `content-md5`, `idempotency-token`. Checksums of streams and of responses need `checksum-stream` and
//! `checksum-response`. Authentication schemes need `http-auth` (bearer tokens, API keys, user names with passwords), `sigv2` or
//! `sigv4a`, and some services `auth-token` or `endpoint-discovery`. The compiler names a feature that is missing, except `sigv2`
//! and `sigv4a`, without which clients skip the scheme.

mod builder;
mod condition;
mod module;
mod nesting;
mod paths;

pub use builder::Builder;
pub use module::text as module;
