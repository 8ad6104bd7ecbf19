//! Settings of clients, and cargo features of the runtime, that the operations of a crate need.

use std::collections::BTreeSet;

use crate::plan::{ChecksumPlan, ClientSetting, OperationPlan, Protocol};

/// Returns the settings that exist only if an operation needs them.
pub(super) fn settings(operations: &[OperationPlan]) -> BTreeSet<ClientSetting> {
    let needed = operations.iter().flat_map(|operation| {
        let features = &operation.request_features;
        let is_flexible = matches!(features.checksum, Some(ChecksumPlan::Flexible { .. }));
        [
            is_flexible.then_some(ClientSetting::Checksum),
            features.is_compressed.then_some(ClientSetting::Compression),
            (!features.tokens.is_empty()).then_some(ClientSetting::IdempotencyToken),
        ]
    });
    needed.flatten().collect()
}

/// Returns the cargo features of the runtime, in the order of their names.
pub(super) fn cargo_features(
    protocol: Protocol,
    operations: &[OperationPlan],
    settings: &BTreeSet<ClientSetting>,
) -> BTreeSet<&'static str> {
    let is_md5 = |operation: &OperationPlan| {
        matches!(operation.request_features.checksum, Some(ChecksumPlan::ContentMd5))
    };
    let of_settings = settings.iter().map(|setting| match setting {
        ClientSetting::Checksum => "checksum",
        ClientSetting::Compression => "compression",
        ClientSetting::IdempotencyToken => "idempotency-token",
    });
    let md5 = operations.iter().any(is_md5).then_some("content-md5");
    of_settings.chain(md5).chain(of_protocol(protocol)).collect()
}

/// Returns the feature of a protocol in the runtime; the others are crates of their own.
fn of_protocol(protocol: Protocol) -> Option<&'static str> {
    match protocol {
        Protocol::AwsJson10 | Protocol::AwsJson11 | Protocol::RpcV2Cbor => None,
        Protocol::RestJson1 => Some("rest-json"),
        Protocol::RestXml => Some("rest-xml"),
        Protocol::AwsQuery => Some("aws-query"),
        Protocol::Ec2Query => Some("ec2-query"),
    }
}
