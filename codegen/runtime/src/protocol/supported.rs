//! Protocols that the schemas of a service have traits for.

use aws_smithy_schema::{protocol::SharedClientProtocol, serde::SerdeError};

use crate::service::Service;

/// Protocols of AWS. Which of them a service supports depends on its model.
const AWS_PROTOCOLS: [&str; 7] = [
    "aws.protocols#awsJson1_0",
    "aws.protocols#awsJson1_1",
    "aws.protocols#awsQuery",
    "aws.protocols#ec2Query",
    "aws.protocols#restJson1",
    "aws.protocols#restXml",
    "smithy.protocols#rpcv2Cbor",
];

/// Fails if `protocol` needs traits that the schemas of `service` do not have. A protocol that is not one of AWS's may need
/// none.
pub(super) fn check_supported(protocol: &SharedClientProtocol, service: &Service) -> Result<(), SerdeError> {
    let id = protocol.protocol_id().as_str();
    if service.protocols.contains(&id) || !AWS_PROTOCOLS.contains(&id) {
        return Ok(());
    }
    let possible = service.protocols.join("`, `");
    Err(SerdeError::unsupported(format!(
        "the crate for {} was generated without the traits of protocol `{id}`; it supports `{possible}`",
        service.sdk_id
    )))
}
