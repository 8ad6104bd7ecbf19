//! Settings of clients, and cargo features of the runtime, that the operations of a crate need.

use std::collections::BTreeSet;

use crate::plan::{
    AuthPlan, ChecksumPlan, ClientSetting, EndpointDiscoveryPlan, OperationPlan, Protocol, Scheme,
    ServicePlan,
};

/// Returns the settings that exist only if an operation needs them.
pub(super) fn settings(operations: &[OperationPlan], auth: &AuthPlan) -> BTreeSet<ClientSetting> {
    let needed = operations.iter().flat_map(|operation| {
        let features = &operation.request_features;
        [
            is_flexible(operation).then_some(ClientSetting::Checksum),
            features.is_compressed.then_some(ClientSetting::Compression),
            features.host_prefix.is_some().then_some(ClientSetting::HostPrefix),
            (!features.tokens.is_empty()).then_some(ClientSetting::IdempotencyToken),
            features.response_checksum.is_some().then_some(ClientSetting::ResponseChecksum),
        ]
    });
    needed.chain(auth.schemes.iter().map(of_scheme)).flatten().collect()
}

fn is_flexible(operation: &OperationPlan) -> bool {
    matches!(operation.request_features.checksum, Some(ChecksumPlan::Flexible { .. }))
}

/// Returns the settings of an authentication scheme. Those of credentials are in every crate.
fn of_scheme(scheme: &Scheme) -> Option<ClientSetting> {
    match scheme {
        Scheme::HttpApiKey(_) => Some(ClientSetting::ApiKey),
        Scheme::HttpBasic => Some(ClientSetting::BasicAuth),
        Scheme::HttpBearer => Some(ClientSetting::BearerToken),
        Scheme::SigV4a => Some(ClientSetting::SigV4a),
        Scheme::SigV4 | Scheme::SigV4Session | Scheme::SigV2 | Scheme::NoAuth => None,
    }
}

/// Returns the cargo features of the runtime, in the order of their names.
pub(super) fn cargo_features(
    protocol: Protocol,
    operations: &[OperationPlan],
    settings: &BTreeSet<ClientSetting>,
    auth: &AuthPlan,
) -> BTreeSet<&'static str> {
    let is_md5 = |operation: &OperationPlan| {
        matches!(operation.request_features.checksum, Some(ChecksumPlan::ContentMd5))
            || operation.customization.has_key_md5()
    };
    let of_settings = settings.iter().filter_map(|setting| match setting {
        ClientSetting::ApiKey | ClientSetting::BasicAuth | ClientSetting::BearerToken => Some("http-auth"),
        ClientSetting::Checksum => Some("checksum"),
        ClientSetting::Compression => Some("compression"),
        ClientSetting::IdempotencyToken => Some("idempotency-token"),
        ClientSetting::ResponseChecksum => Some("checksum-response"),
        // A feature of the crate turns it on, as in the official crates.
        ClientSetting::SigV4a => None,
        ClientSetting::HostPrefix => None,
    });
    let md5 = operations.iter().any(is_md5).then_some("content-md5");
    let streams = |operation: &OperationPlan| is_flexible(operation) && operation.input.stream().is_some();
    let trailers = operations.iter().any(streams).then_some("checksum-stream");
    let sigv2 = auth.schemes.contains(&Scheme::SigV2).then_some("sigv2");
    of_settings.chain(md5).chain(trailers).chain(sigv2).chain(of_protocol(protocol)).collect()
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

/// Returns the features of what a service has besides its operations.
pub(super) fn of_customizations(
    service: &ServicePlan,
    operations: &[OperationPlan],
    discovery: Option<&EndpointDiscoveryPlan>,
) -> impl Iterator<Item = &'static str> {
    let token = service.customization.auth_token.map(|_| "auth-token");
    let of_operations = operations.iter().flat_map(|operation| {
        let customization = &operation.customization;
        [
            customization.presigning.map(|_| "presigning"),
            customization.upload.as_ref().map(|_| "post-policy"),
            customization.has_tree_hash.then_some("tree-hash"),
            customization.session.as_ref().map(|_| "session-auth"),
        ]
    });
    token.into_iter().chain(discovery.map(|_| "endpoint-discovery")).chain(of_operations.flatten())
}
